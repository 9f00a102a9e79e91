"""Finding things by words, on whichever database the tests run on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hansa.register import search
from hansa.register.folding import folded, words
from hansa.register.models import Organisation
from hansa.register.vocabulary import Kind
from tests.builders import a_person, an_organisation


def found(query: str) -> list[str]:
    known = {o.id: str(o) for o in Organisation.objects.all()}
    return [known.get(hit.id, hit.kind.value) for hit in search.find(query)]


@pytest.mark.django_db
def test_accents_case_and_word_endings_are_set_aside() -> None:
    an_organisation("Östersjökommissionen")
    assert found("ostersjo") == found("ÖSTERSJÖKOMM") == ["Östersjökommissionen"]
    assert found("sjökommissionen") == []


@pytest.mark.django_db
def test_abbreviations_come_first() -> None:
    an_organisation("Aerial lines and more", summary={"en": "AER AER AER"})
    an_organisation("Assembly of European Regions", abbreviation="AER")
    an_organisation("Aerosolernas vänner", abbreviation="AERO")
    assert found("aer") == ["AER", "AERO", "Aerial lines and more"]


@pytest.mark.django_db
def test_every_word_must_be_there_and_topics_count_in_both_languages() -> None:
    an_organisation("Vårdnätet", topics=["health"])
    assert found("vard halsa") == found("vård health") == ["Vårdnätet"]
    assert found("vård energi") == []


@pytest.mark.django_db
def test_people_are_found_and_can_be_left_out() -> None:
    a_person("Nils Åhav")
    assert found("ahav nils") == ["person"]
    assert search.find("ahav", kinds=[Kind.ORGANISATION]) == []


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "   ", "'", '"', "a* OR b", "NEAR(x", "& | !", "\\", "x" * 5000, "Ω≈ç", "%_"])
def test_any_query_is_answered(query: str) -> None:
    an_organisation("Havsnätet")
    assert search.find(query) == []


class AnyName(TestCase):
    @given(st.text(st.characters(categories=["L", "N", "Zs", "P"]), min_size=1, max_size=40))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def test_a_thing_is_found_by_its_name(self, name: str) -> None:
        if not words(name) or not " ".join(name.split()):
            return
        subject = an_organisation(name)
        assert subject in [hit.id for hit in search.find(name, limit=1000)]


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_case_is_set_aside(text: str) -> None:
    assert folded(text.casefold()) == folded(text)

"""Erasing a person: nothing is left of them anywhere, and everything else is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hansa.register import clock, doctor, erasure, intake
from hansa.register.asof import Register
from hansa.register.errors import UndoError, UnknownThingError
from hansa.register.models import Claim, Contact, Evidence, Organisation, Person, SearchEntry, Source, new_id
from tests.builders import KEEPER
from tests.register.test_intake import Told, page, take_in

pytestmark = pytest.mark.django_db
HIDDEN = "nils.ahav (at) example.org"
CONTENT = page(Told("Kustnätverket", "KNV"), Told("Forskningsalliansen", "FOA", person="Alva Sund")) + (
    f"\nFrågor: {HIDDEN}. Nils Åhav svarar.\n".encode()
)


@pytest.fixture
def nils() -> Person:
    with clock.at(datetime(2026, 1, 10, tzinfo=UTC)):
        intake.accept_all(take_in(CONTENT), KEEPER)
    return Person.objects.get(name="Nils Åhav")


def everything_said() -> str:
    """All that the register holds, as one text."""
    parts = [
        str(row) for kind in (Claim, Evidence, Source, SearchEntry, Person) for row in kind._default_manager.values()
    ]
    return "\n".join(parts)


def test_nothing_is_left_of_the_person(nils: Person) -> None:
    assert "Åhav" in everything_said()

    erasure.erase(nils.id, KEEPER, note="På egen begäran")

    assert "Åhav" not in everything_said()
    assert "ahav" not in everything_said()
    assert Source.objects.get(location="sida.txt").content is None


def test_everybody_else_and_every_other_fact_is_still_there(nils: Person) -> None:
    erasure.erase(nils.id, KEEPER)

    assert [person.name for person in Person.objects.all()] == ["Alva Sund"]
    assert Organisation.objects.filter(abbreviation="KNV").exists()
    assert [str(contact.unit) for contact in Contact.objects.order_by("id")] == ["internationella enheten"] * 2
    assert list(doctor.examine()) == []


def test_the_person_is_gone_from_the_past_too(nils: Person) -> None:
    erasure.erase(nils.id, KEEPER)
    then = Register(date(2026, 1, 11))
    assert [person.name for person in then.find(Person)] == ["Alva Sund"]


def test_the_text_of_the_source_keeps_its_length_so_that_other_evidence_still_fits(nils: Person) -> None:
    before = Source.objects.get(location="sida.txt").text
    erasure.erase(nils.id, KEEPER)
    after = Source.objects.get(location="sida.txt")

    assert (len(after.text), after.redacted) == (len(before), True)
    seen = Evidence.objects.get(claim__property="abbreviation", claim__value="KNV")
    assert after.text[seen.start : seen.end] == "KNV"


def test_an_erasure_cannot_be_undone(nils: Person) -> None:
    from hansa.register.undoing import undo

    decision = erasure.erase(nils.id, KEEPER)
    with pytest.raises(UndoError):
        undo(decision.number, KEEPER)


def test_undoing_an_earlier_decision_brings_no_erased_value_back(nils: Person) -> None:
    from hansa.register.undoing import undo

    erasure.erase(nils.id, KEEPER)
    with pytest.raises(UndoError):
        undo(1, KEEPER)
    assert "Åhav" not in everything_said()


def test_reading_the_same_page_again_does_not_bring_the_person_back(nils: Person) -> None:
    erasure.erase(nils.id, KEEPER)
    again = take_in(CONTENT)
    assert not [claim for claim in again.new if claim.kind == "person" and claim.state == "accepted"]
    assert not Person.objects.filter(name="Nils Åhav").exists()


def test_a_person_who_is_not_there_is_told() -> None:
    with pytest.raises(UnknownThingError):
        erasure.erase(new_id(), KEEPER)

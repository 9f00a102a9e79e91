"""Deciding on claims: what is refused, what is withdrawn, addresses on the website."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hansa.register import claims, clock, undoing
from hansa.register.asof import Register
from hansa.register.claims import Accept, Statement
from hansa.register.errors import (
    ConflictError,
    GoneError,
    InvalidValueError,
    RegisterError,
    UndoError,
    UnknownThingError,
)
from hansa.register.models import Claim, Decision, Figure, Membership, Organisation, new_id
from hansa.register.queries import moved
from hansa.register.vocabulary import Kind
from tests.builders import KEEPER, a_membership, a_source, an_authority, an_organisation, propose, statements

pytestmark = pytest.mark.django_db


def standing(subject: object, name: str) -> Claim:
    return Claim.objects.get(subject=subject, property=name, state="accepted")


def test_a_claim_on_a_thing_that_has_gone_is_refused_and_says_what_to_do() -> None:
    subject = an_organisation("Havsnätet")
    (website,) = propose(Kind.ORGANISATION, subject, website="https://hn.example.org")
    claims.decide(KEEPER, withdraw=[standing(subject, "name").id])

    with pytest.raises(GoneError, match="Godta det först, eller avvisa"):
        claims.decide(KEEPER, accept=[Accept(website.id)])
    assert Claim.objects.get(pk=website.pk).state == "proposed"


def test_a_membership_in_nothing_is_refused() -> None:
    us = an_authority()
    made = propose(Kind.MEMBERSHIP, new_id(), authority=us, organisation=new_id())
    with pytest.raises(GoneError):
        claims.decide(KEEPER, accept=[Accept(claim.id) for claim in made])
    assert not Membership.objects.exists()


def test_what_goes_takes_with_it_what_refers_to_it_and_brings_it_back() -> None:
    us, network = an_authority(), an_organisation("Havsnätet")
    a_membership(us, network)
    gone = claims.decide(KEEPER, withdraw=[standing(network, "name").id])
    assert not Membership.objects.exists()

    undoing.undo(gone.number, KEEPER)

    assert Membership.objects.get().organisation_id == network


def test_two_claims_for_one_place_in_one_decision_are_refused() -> None:
    made = propose(Kind.ORGANISATION, new_id(), name={"sv": "A"})
    made += propose(Kind.ORGANISATION, made[0].subject, name={"sv": "B"})
    with pytest.raises(ConflictError):
        claims.decide(KEEPER, accept=[Accept(claim.id) for claim in made])
    assert not Decision.objects.exists()


def test_nothing_is_not_a_decision() -> None:
    with pytest.raises(RegisterError):
        claims.decide(KEEPER)
    assert not Decision.objects.exists()


def test_a_value_of_the_wrong_kind_is_refused_before_anything_is_proposed() -> None:
    subject = new_id()
    with pytest.raises(InvalidValueError, match="Webbplats: ”inte en adress”"):
        claims.propose(
            a_source(), [*statements(Kind.ORGANISATION, subject, name={"sv": "A"}, website="inte en adress")]
        )
    assert not Claim.objects.exists()


def test_a_figure_that_ages_is_superseded_and_its_history_kept() -> None:
    with clock.at(datetime(2026, 3, 1, tzinfo=UTC)):
        subject = an_organisation("Havsnätet", members=32)
    with clock.at(datetime(2026, 9, 1, tzinfo=UTC)):
        claims.state(KEEPER, statements(Kind.ORGANISATION, subject, members={"value": 34}))

    assert Figure.objects.get().value == 34
    then = Register(date(2026, 5, 1)).find(Organisation, ids=[subject])[0]
    assert then.numbers["members"].value == 32  # type: ignore[attr-defined]
    assert Register(date(2026, 1, 1)).find(Organisation) == []


def test_a_later_decision_stands_in_the_way_of_undoing() -> None:
    subject = an_organisation("Havsnätet", members=32)
    claims.state(KEEPER, statements(Kind.ORGANISATION, subject, members={"value": 34}))
    with pytest.raises(UndoError, match="Ångra först det senare beslutet"):
        undoing.undo(1, KEEPER)
    undoing.undo(2, KEEPER)
    assert Figure.objects.get().value == 32


def test_a_decision_is_undone_once_and_must_be_there() -> None:
    an_organisation()
    undoing.undo(1, KEEPER)
    with pytest.raises(UndoError):
        undoing.undo(1, KEEPER)
    with pytest.raises(UnknownThingError):
        undoing.undo(99, KEEPER)


def test_addresses_are_readable_lasting_and_unlike() -> None:
    first = an_organisation("Östersjökommissionen")
    an_organisation("Östersjökommissionen!")
    an_organisation("Assembly of European Regions", abbreviation="AER")
    assert sorted(Organisation.objects.values_list("slug", flat=True)) == [
        "aer",
        "ostersjokommissionen",
        "ostersjokommissionen-2",
    ]
    claims.state(KEEPER, statements(Kind.ORGANISATION, first, name={"sv": "Nytt namn"}))
    assert Organisation.objects.get(pk=first).slug == "ostersjokommissionen"


def test_a_former_address_leads_on_and_is_not_given_away() -> None:
    first, second = an_organisation("Först"), an_organisation("Andra")
    claims.state(KEEPER, [Statement(Kind.ORGANISATION, first, "slug", "nytt")])

    assert moved(Kind.ORGANISATION, "forst") == "nytt"
    with pytest.raises(InvalidValueError, match="har haft, den adressen"):
        claims.state(KEEPER, [Statement(Kind.ORGANISATION, second, "slug", "forst")])
    with pytest.raises(InvalidValueError):
        claims.propose(a_source(), [Statement(Kind.ORGANISATION, first, "slug", None)])


def test_a_decision_is_never_dated_before_the_one_that_came_before_it() -> None:
    with clock.at(datetime(2026, 9, 1, tzinfo=UTC)):
        an_organisation("Sedan")
    with clock.at(datetime(2026, 3, 1, tzinfo=UTC)):
        an_organisation("Tidigare, på en klocka som går fel")
    first, second = Decision.objects.order_by("number")
    assert first.made_at <= second.made_at

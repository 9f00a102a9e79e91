"""The laws of the register, on generated histories. Each runs on whichever database the tests run on."""

from __future__ import annotations

import copy
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from hansa.register import claims, clock, erasure, replay, undoing
from hansa.register.asof import Register
from hansa.register.claims import Accept
from hansa.register.errors import ConflictError, DecidedError, GoneError, RegisterError, UndoError
from hansa.register.models import TABLES, Claim, Decision, Evidence, Source, new_id
from hansa.register.projection import rebuild, tables, without_defaults
from hansa.register.vocabulary import Kind
from tests.builders import KEEPER, a_source, statements

NAMES = ["Havsnätet", "Kustringen", "Sund & bro", "Åöä", "Ö"]
# A failing history is told as it was found: making it shorter takes minutes.
BRISK = (Phase.explicit, Phase.reuse, Phase.generate)
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Histories(RuleBasedStateMachine):
    """Any history of proposals, decisions, undoing, erasing, in any order, over a few things of every kind."""

    @initialize()
    def begin(self) -> None:
        self.transaction = transaction.atomic()  # each history begins with an empty register
        self.transaction.__enter__()
        self.day = 0
        self.subjects = {kind: [new_id() for _ in range(2)] for kind in Kind}
        self.past: dict[datetime, Any] = {}
        self.erased: set[str] = set()
        with self._now():
            self.source = a_source("En sida")

    def _now(self) -> Any:
        return clock.at(START + timedelta(days=self.day))

    def _subject(self, kind: Kind, index: int) -> UUID:
        return self.subjects[kind][index % 2]

    @rule(index=st.integers(0, 1), name=st.sampled_from(NAMES), language=st.sampled_from(["sv", "en"]))
    def propose_organisation(self, index: int, name: str, language: str) -> None:
        self._propose(Kind.ORGANISATION, index, name={language: name})

    @rule(
        index=st.integers(0, 1),
        number=st.integers(0, 300),
        topics=st.lists(st.sampled_from(["health", "energy", "youth"]), max_size=2, unique=True),
        site=st.sampled_from(["https://a.example", "https://b.example"]),
        parent=st.integers(0, 1),
    )
    def propose_facts(self, index: int, number: int, topics: list[str], site: str, parent: int) -> None:
        self._propose(
            Kind.ORGANISATION,
            index,
            members=number,
            topics=topics,
            website=site,
            parent=self._subject(Kind.ORGANISATION, parent),
        )

    @rule(index=st.integers(0, 1), name=st.sampled_from(NAMES))
    def propose_person(self, index: int, name: str) -> None:
        self._propose(Kind.PERSON, index, name=name, email=f"person{index}@example.org")

    @rule(a=st.integers(0, 1), b=st.integers(0, 1), name=st.sampled_from(NAMES))
    def propose_relations(self, a: int, b: int, name: str) -> None:
        organisation, authority = self._subject(Kind.ORGANISATION, a), self._subject(Kind.ORGANISATION, b)
        membership, person = self._subject(Kind.MEMBERSHIP, a), self._subject(Kind.PERSON, b)
        self._propose(Kind.UNIT, a, name={"sv": name}, authority=authority)
        self._propose(Kind.MEMBERSHIP, a, authority=authority, organisation=organisation)
        self._propose(Kind.CONTACT, a, membership=membership, person=person, unit=self._subject(Kind.UNIT, b))
        self._propose(Kind.APPOINTMENT, a, authority=authority, organisation=organisation, role="chair", person=person)

    @rule(index=st.integers(0, 1), kind=st.sampled_from([Kind.ORGANISATION, Kind.PERSON, Kind.CONTACT]))
    def propose_the_end_of_something(self, index: int, kind: Kind) -> None:
        standing = Claim.objects.filter(state="accepted", subject=self._subject(kind, index)).order_by("id")
        standing = standing.exclude(property="slug")
        with self._now():
            for claim in standing[:1]:
                claims.propose(
                    self.source,
                    [
                        claims.Statement(
                            kind,
                            claim.subject,
                            claim.property,
                            None,
                            language=claim.language,
                            slot=claim.slot,
                        )
                    ],
                )

    def _propose(self, kind: Kind, index: int, **values: Any) -> None:
        """Law 7: proposing changes nothing that is held to be true."""
        before = tables()
        with self._now():
            claims.propose(self.source, statements(kind, self._subject(kind, index), **values))
        assert tables() == before

    @rule(data=st.data())
    @precondition(lambda self: Claim.objects.filter(state="proposed").exists())
    def accept_in_ignorance_of_what_stands(self, data: st.DataObject) -> None:
        """Law 2: an accept that names another claim than the one standing is refused, and changes nothing."""
        claim = data.draw(st.sampled_from(list(Claim.objects.filter(state="proposed").order_by("id"))))
        stands = {claims.place(c): c.id for c in Claim.objects.filter(state="accepted")}.get(claims.place(claim))
        named = None if stands else new_id()
        before = (tables(), list(Claim.objects.order_by("id").values()))
        with pytest.raises(ConflictError), self._now():
            claims.decide(KEEPER, accept=[Accept(claim.id, named)])
        assert before == (tables(), list(Claim.objects.order_by("id").values()))

    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        """Accept, reject and withdraw some claims at once; whatever is refused leaves no trace."""
        waiting = list(Claim.objects.filter(state="proposed").order_by("id"))
        chosen = data.draw(st.lists(st.sampled_from(["accept", "accept", "accept", "reject", "leave"]),
                                    min_size=len(waiting), max_size=len(waiting)))  # fmt: skip
        standing = list(Claim.objects.filter(state="accepted").order_by("id"))
        withdraw = [c.id for c in standing if data.draw(st.integers(0, 9)) == 0]
        stands = {claims.place(c): c.id for c in standing if c.id not in withdraw}
        before = (tables(), Decision.objects.count(), list(Claim.objects.order_by("id").values()))
        try:
            with self._now():
                claims.decide(
                    KEEPER,
                    accept=[
                        Accept(c.id, stands.get(claims.place(c)))
                        for c, what in zip(waiting, chosen, strict=True)
                        if what == "accept"
                    ],
                    reject=[c.id for c, what in zip(waiting, chosen, strict=True) if what == "reject"],
                    withdraw=withdraw,
                )
        except RegisterError:
            assert before == (tables(), Decision.objects.count(), list(Claim.objects.order_by("id").values()))

    @rule()
    def accept_what_makes_things_exist(self) -> None:
        """Most decisions accept a thing with all that it needs."""
        stands = {claims.place(c): c.id for c in Claim.objects.filter(state="accepted")}
        by_place = {claims.place(c): c for c in Claim.objects.filter(state="proposed").order_by("id")}
        if by_place:
            try:
                with self._now():
                    claims.decide(KEEPER, accept=[Accept(c.id, stands.get(p)) for p, c in by_place.items()])
            except GoneError:
                pass

    @rule(data=st.data())
    @precondition(lambda self: Decision.objects.exists())
    def undo_and_undo_that(self, data: st.DataObject) -> None:
        """Law 3: undoing gives back what was; undoing that gives back what was before it."""
        numbers = list(Decision.objects.values_list("number", flat=True))
        number = data.draw(st.sampled_from(numbers))
        is_last = number == max(numbers)
        before = tables()
        try:
            with self._now():
                undone = undoing.undo(number, KEEPER)
        except UndoError:
            assert tables() == before
            return
        if is_last:
            assert tables() == without_defaults(replay.replayed(number - 1)[0])
        with self._now():
            undoing.undo(undone.number, KEEPER)
        assert tables() == before

    @rule(index=st.integers(0, 1))
    @precondition(lambda self: Claim.objects.filter(kind="person", erased_in=None).exists())
    def erase(self, index: int) -> None:
        """Law 4: nothing of the person is left, and all the other laws hold on."""
        person = self._subject(Kind.PERSON, index)
        said = Claim.objects.filter(subject=person, erased_in=None).exclude(value=None)
        if not said:
            return
        with self._now():
            erasure.erase(person, KEEPER)
        assert not Claim.objects.filter(subject=person).exclude(value=None).exists()
        assert not TABLES[Kind.PERSON]._default_manager.filter(pk=person).exists()
        assert not Evidence.objects.filter(claim__subject=person).exclude(quote="").exists()
        address = f"person{index}@example.org"
        assert not Source.objects.filter(text__contains=address).exists()
        assert not Evidence.objects.filter(quote__contains=address).exists()
        self.past = dict.fromkeys(self.past)  # the past without the person is another past

    @rule()
    def a_day_passes(self) -> None:
        self.past[START + timedelta(days=self.day)] = copy.deepcopy(tables())
        self.day += 1

    @invariant()
    def replay_gives_the_tables(self) -> None:
        """Law 1."""
        made, faults = replay.replayed()
        assert faults == []
        assert made == tables()

    @invariant()
    def one_claim_stands_in_a_place(self) -> None:
        standing = [claims.place(c) for c in Claim.objects.filter(state="accepted")]
        assert len(standing) == len(set(standing))

    def teardown(self) -> None:
        try:
            self.the_past_is_as_it_was()
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    def the_past_is_as_it_was(self) -> None:
        """Law 5: what was said on each past day is what `Register(day)` says."""
        for moment, held in self.past.items():
            if held is None:
                continue
            register = Register(moment.date())
            for kind, table in TABLES.items():
                then = {thing.id for thing in register.find(table)}
                assert then == set(held[kind]), kind
            for organisation in register.find(TABLES[Kind.ORGANISATION]):
                row = held[Kind.ORGANISATION][organisation.id]
                assert organisation.name == row["name"]
                assert organisation.topics == row.get("topics", [])
                assert {k: f.value for k, f in organisation.numbers.items()} == {
                    k: row[k]["value"] for k in ("members", "countries") if k in row
                }
        before = tables()
        rebuild()
        assert tables() == before


@pytest.mark.django_db
def test_the_laws_hold_on_every_history() -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=60,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=BRISK,
        ),
    )


@pytest.mark.django_db
def test_an_accept_is_refused_where_another_value_stands_now() -> None:
    """Law 2, with both values in the message."""
    source, subject = a_source(), new_id()
    first, second, third = (
        claims.propose(source, statements(Kind.ORGANISATION, subject, name={"sv": name})).new[0] for name in "ABC"
    )
    claims.decide(KEEPER, accept=[Accept(first.id)])
    claims.decide(KEEPER, accept=[Accept(second.id, replaces=first.id)])

    with pytest.raises(ConflictError) as refused:
        claims.decide(KEEPER, accept=[Accept(third.id, replaces=first.id)])

    assert refused.value.standing == second
    assert "B”" in str(refused.value)
    assert "C”" in str(refused.value)
    assert Decision.objects.count() == 2


@pytest.mark.django_db
def test_a_claim_is_decided_on_once() -> None:
    claim = claims.propose(a_source(), statements(Kind.ORGANISATION, new_id(), name={"sv": "A"})).new[0]
    claims.decide(KEEPER, reject=[claim.id])

    with pytest.raises(DecidedError):
        claims.decide(KEEPER, accept=[Accept(claim.id)])

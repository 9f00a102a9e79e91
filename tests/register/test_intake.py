"""From readings to claims: reading again is a diff, and nothing is true by machine alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hansa import reading
from hansa.register import claims, intake
from hansa.register.claims import Accept
from hansa.register.errors import RegisterError
from hansa.register.models import Appointment, Claim, Contact, Membership, Organisation, Person, Source, Unit
from hansa.register.pages import Page
from hansa.register.projection import tables
from tests.builders import KEEPER, an_authority, an_organisation

NAMES = [
    ("Kustnätverket", "KNV"),
    ("Bergsbygdens förbund", "BBF"),
    ("Östra skärgårdens råd", "ÖSR"),
    ("Forskningsalliansen", "FOA"),
    ("Vindkraftens forum", "VKF"),
]


@dataclass(frozen=True)
class Told:
    """What a page tells of one organisation."""

    name: str
    short: str
    members: int = 20
    site: str = "www.nat.example.org"
    person: str = "Nils Åhav"
    unit: str = "internationella enheten"
    about: str = "arbetar med hav och kust"

    def as_text(self) -> str:
        return (
            f"{self.name} ({self.short})\n\n{self.name} {self.about}.\n\n"
            f"Medlemmar: {self.members}\n\n"
            f"Kontakt: {self.person}, {self.unit}\n\nHemsida: {self.site}\n\n\n"
        )


def page(*told: Told) -> bytes:
    head = (
        "Våra nätverk\n\nRegion Västerhav deltar i flera nätverk för att knyta kontakter, hitta partner "
        "och påverka EU.\n\n\n"
    )
    return (head + "".join(one.as_text() for one in told)).encode()


def take_in(content: bytes, location: str = "sida.txt") -> intake.Intake:
    seen = reading.read(reading.open_document(content, name=location))
    return intake.take_in(seen, Page(location, content), authority="Region Västerhav")


def accepted(content: bytes, location: str = "sida.txt") -> intake.Intake:
    made = take_in(content, location)
    intake.accept_all(made, KEEPER)
    return made


def five() -> list[Told]:
    return [
        Told(name, short, site=f"www.{short.lower().replace('ö', 'o')}.example.org", person=person)
        for (name, short), person in zip(
            NAMES, ["Nils Åhav", "Alva Sund", "Mona Strand", "Gun Alm", "Rolf Sten"], strict=True
        )
    ]


@pytest.mark.django_db
def test_a_page_becomes_a_register() -> None:
    accepted(page(*five()))

    assert Membership.objects.count() == 5
    assert sorted(Organisation.objects.exclude(kind="authority").values_list("abbreviation", flat=True)) == sorted(
        short for _name, short in NAMES
    )
    assert Contact.objects.count() == 5
    assert [unit.name for unit in Unit.objects.all()] == [{"sv": "internationella enheten"}]


@pytest.mark.django_db
def test_what_a_page_says_is_proposed_and_nothing_more() -> None:
    """Law 7."""
    made = take_in(page(*five()))

    assert made.new
    assert tables() == {kind: {} for kind in tables()}
    assert set(Claim.objects.values_list("state", flat=True)) == {"proposed"}


@pytest.mark.django_db
@pytest.mark.parametrize("decide", ["accept", "reject", "leave"])
def test_reading_an_unchanged_page_again_proposes_nothing_whatever_was_decided(decide: str) -> None:
    content = page(*five())
    made = take_in(content)
    if decide == "accept":
        intake.accept_all(made, KEEPER)
    elif decide == "reject":
        claims.decide(KEEPER, reject=[claim.id for claim in made.to_decide])

    again = take_in(content)

    assert (again.unchanged, again.new, again.questions) == (True, [], [])
    assert Source.objects.filter(location="sida.txt").count() == 1


@pytest.mark.django_db
def test_a_page_changed_in_five_places_proposes_five_things() -> None:
    told = five()
    accepted(page(*told))

    again = take_in(
        page(
            replace(told[0], members=21),
            replace(told[1], site="www.ny.example.org"),
            replace(told[2], about="arbetar med öar och båtar"),
            replace(told[3], unit="avdelning miljö"),
            replace(told[4], person="Alva Sund"),
        )
    )

    about = {}
    for claim in again.new:
        about.setdefault((claim.kind, claim.property), claim.replaces.value if claim.replaces else None)
    assert about[("organisation", "members")] == {"value": 20, "approximate": False}
    assert about[("organisation", "website")] == "http://www.bbf.example.org"
    assert about[("organisation", "summary")].startswith("Östra skärgårdens råd arbetar med hav och kust")
    assert ("contact", "unit") in about
    assert ("contact", "person") in about
    subjects = {claim.subject for claim in again.new if claim.kind != "unit" and claim.property != "topics"}
    assert len(subjects) == 5


@pytest.mark.django_db
def test_what_is_gone_from_the_page_is_proposed_as_ended() -> None:
    told = five()
    accepted(page(*told))

    again = take_in(page(*told[1:]))

    assert [(claim.kind, claim.property) for claim in again.new] == [("membership", "until")]
    assert Membership.objects.count() == 5


@pytest.mark.django_db
def test_a_fact_that_another_page_says_too_is_not_gone() -> None:
    told = five()
    accepted(page(*told))
    accepted(page(told[0]), "annan.txt")

    again = take_in(page(*told[1:]))

    assert again.new == []


@pytest.mark.django_db
def test_two_pages_that_say_the_same_give_one_claim_with_two_sources() -> None:
    accepted(page(*five()))
    count = Claim.objects.count()

    other = accepted(page(*five()), "annan.txt")

    assert other.new == []
    assert Claim.objects.count() == count
    name = Claim.objects.get(kind="organisation", property="name", value="Kustnätverket")
    assert sorted(name.evidence.values_list("source__location", flat=True)) == ["annan.txt", "sida.txt"]


@pytest.mark.django_db
def test_a_doubtful_name_is_asked_and_the_answer_is_remembered() -> None:
    authority = an_authority()
    an_organisation("Kustnätverket för regioner")
    content = page(Told("Kustnätverket regionerna", "KNR"))

    made = take_in(content)
    assert [claim.asks for claim in made.questions] == [True]
    assert not [claim for claim in made.new if claim.kind == "membership"]

    claims.decide(KEEPER, accept=[Accept(made.questions[0].id)])
    again = intake.read_again(made.source)
    assert again is not None
    intake.accept_all(again, KEEPER)

    assert Organisation.objects.exclude(pk=authority).count() == 1
    assert Membership.objects.count() == 1


@pytest.mark.django_db
def test_a_doubtful_name_that_is_refused_is_a_new_thing() -> None:
    authority = an_authority()
    an_organisation("Kustnätverket för regioner")
    made = take_in(page(Told("Kustnätverket regionerna", "KNR")))

    claims.decide(KEEPER, reject=[made.questions[0].id])
    again = intake.read_again(made.source)
    assert again is not None
    intake.accept_all(again, KEEPER)

    assert Organisation.objects.exclude(pk=authority).count() == 2


@pytest.mark.django_db
def test_two_organisations_of_one_page_are_never_taken_for_one() -> None:
    accepted(page(Told("Norra havets kommission", "NHK"), Told("Södra havets kommission", "SHK")))

    assert Membership.objects.count() == 2
    assert not Claim.objects.filter(asks=True).exists()


@pytest.mark.django_db
def test_a_page_of_nobody_knows_whose_is_refused() -> None:
    content = b"Lista\n\nKustringen (KR)\n\nDet har 12 medlemmar.\n\nHemsida: www.kr.example.org\n"
    seen = reading.read(reading.open_document(content))

    with pytest.raises(RegisterError, match=r"authority|myndigheten"):
        intake.take_in(seen, Page("x", content))
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_a_new_authority_is_the_one_that_its_page_is_kept_for() -> None:
    made = accepted(page(*five()))
    ours = Organisation.objects.get(kind="authority")
    assert made.source.authority == made.authority == ours.id


@pytest.mark.django_db
def test_pages_of_one_name_of_two_authorities_are_two_pages() -> None:
    accepted(page(*five()))
    other = page(five()[0]).replace("Region Västerhav".encode(), "Region Österland".encode())
    seen = reading.read(reading.open_document(other))

    made = intake.take_in(seen, Page("sida.txt", other), authority="Region Österland")

    assert not [claim for claim in made.new if claim.property == "until" or claim.value is None]
    assert Source.objects.filter(location="sida.txt").count() == 2


@pytest.mark.django_db
def test_a_chair_named_on_the_page_becomes_an_appointment_of_a_person() -> None:
    text = page(Told(*NAMES[0])).decode() + "Region Västerhav är ordförande i Kustnätverket genom Sigrid Ek (V).\n"
    accepted(text.encode())

    held = Appointment.objects.get()
    assert (held.role, held.person and held.person.name, held.person and held.person.party) == (
        "chair",
        "Sigrid Ek",
        "V",
    )
    assert Person.objects.count() == 2


class ReadingAgain(TestCase):
    """Law 6, on generated pages."""

    @given(
        count=st.integers(1, 5),
        changes=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["members", "site"])), max_size=5, unique=True),
    )
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    def test_the_second_reading_proposes_exactly_the_changes(self, count: int, changes: list[tuple[int, str]]) -> None:
        told = five()[:count]
        accepted(page(*told))
        assert take_in(page(*told)).new == []
        wanted = set()
        for index, what in changes:
            if index < count:
                told[index] = (
                    replace(told[index], members=77)
                    if what == "members"
                    else replace(told[index], site="www.ny.example.org")
                )
                wanted.add((told[index].short, {"site": "website"}.get(what, what)))

        again = take_in(page(*told))

        shorts = {o.id: o.abbreviation for o in Organisation.objects.all()}
        assert {(shorts[claim.subject], claim.property) for claim in again.new} == wanted
        assert len(again.new) == len(wanted)
        intake.accept_all(again, KEEPER)
        assert take_in(page(*told)).new == []

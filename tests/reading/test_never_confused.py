"""What stands close together on a page and is not the same, in every language; each page says the same of two bodies.

The conference has 150 members, the authority twelve municipalities, the conference's commission 24 members; the
conference's secretariat has an address of its own; one person holds an office, one held it, one left the board.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hansa.reading import Reading, open_document, read
from hansa.reading.people import bare

HERE = Path(__file__).parent / "confusions"
ALL = sorted(page.stem for page in HERE.glob("*.txt"))


@cache
def reading(code: str) -> Reading:
    page = HERE / f"{code}.txt"
    return read(open_document(page.read_bytes(), name=page.name, media_type="text/plain"))


@pytest.fixture(params=ALL)
def found(request: pytest.FixtureRequest) -> Reading:
    return reading(request.param)


def test_both_bodies_are_found_and_nothing_else(found: Reading) -> None:
    conference, commission = found.organisations
    assert conference.abbreviation != commission.abbreviation in {"LYK", "LCO"}


def test_the_networks_members_are_not_the_authoritys(found: Reading) -> None:
    conference = found.organisations[0]
    assert conference.figures["members"].value == 150
    assert conference.figures["founded"].value == 1973


def test_a_commissions_members_are_not_its_umbrellas(found: Reading) -> None:
    conference, commission = found.organisations
    assert commission.figures["members"].value == 24
    assert bare(commission.parent or "") == bare(conference.name.text)
    assert conference.parent is None


def test_the_networks_secretariat_is_not_the_authoritys_contact(found: Reading) -> None:
    conference, commission = found.organisations
    assert [contact.person for contact in conference.contacts] == ["Nora Holm"]
    assert [(contact.email or "").partition("@")[0] for contact in conference.contacts] == ["nora.holm"]
    assert conference.contacts[0].phone is None
    assert commission.contacts == []
    assert not any(office.office == "secretariat" for office in conference.offices + commission.offices)


def test_a_former_role_is_no_present_one(found: Reading) -> None:
    conference, commission = found.organisations
    assert [(office.office, office.person, office.since) for office in conference.offices] == [
        ("vice-chair", "Asta Lind", "2024")
    ]
    assert commission.offices == []
    assert commission.representatives == []
    assert "Tor Vik" not in {one.person for one in conference.representatives}

"""What a page tells of others beside the authority's own membership: a country's members, another county's deputy, a
company, a group in the network, the network's own office, and what once was."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading.types import Reading
from tests.reading.pages import named, reading_of

ROWS = list(csv.DictReader((Path(__file__).parent / "languages" / "of_others.tsv").open(), delimiter="\t"))


def of(kind: str) -> pytest.MarkDecorator:
    rows = [row for row in ROWS if row["kind"] == kind]
    return pytest.mark.parametrize("row", rows, ids=[f"{row['code']}-{row['told'][:20]}" for row in rows])


def read(row: dict[str, str], told: str = "", below: str = "") -> Reading:
    """A page on Polis, the CPMR, of which something is `told` behind the membership, and Eurocities."""
    polis, eurocities = (row["member"].replace("CPMR", name) for name in ("Polis", "Eurocities"))
    return reading_of(
        f"<html lang='{row['code']}'><body><h1>CPMR, Polis</h1><p>{polis}</p><h2>CPMR</h2><p>{row['member']}</p>"
        f"<p>{told}</p><h2>Eurocities</h2><p>{eurocities}</p>{below}</body></html>"
    )


@of("members")
def test_the_members_of_one_country_are_not_all_of_them(row: dict[str, str]) -> None:
    assert "members" not in named(read(row, row["told"]), "CPMR").figures


@of("people")
def test_whom_an_authority_of_the_same_kind_sends_is_not_ours(row: dict[str, str]) -> None:
    assert [one.person for one in named(read(row, row["told"]), "CPMR").representatives] == ["Torgny Wallgren"]


@of("fee")
def test_a_sum_for_two_memberships_is_the_fee_of_none(row: dict[str, str]) -> None:
    membership = named(read(row, row["told"]), "CPMR").membership
    assert membership is not None
    assert membership.fee is None


@of("chair")
def test_who_leads_the_group_of_a_countrys_members_does_not_lead_the_network(row: dict[str, str]) -> None:
    assert "chair" not in [one.office for one in named(read(row, row["told"]), "CPMR").offices]


@of("contact")
def test_a_networks_office_of_its_own_is_not_asked_about_the_membership(row: dict[str, str]) -> None:
    assert named(read(row, row["told"]), "CPMR").contacts == []


@of("former")
def test_what_was_belonged_to_once_is_told_by_a_notice_alone(row: dict[str, str]) -> None:
    heading, told = row["told"].split(" | ")
    reading = read(row, below=f"<h2>{heading}</h2><p>{told}</p>")
    assert "AEBR" not in [one.name.text for one in reading.organisations]


@of("item")
def test_an_item_on_what_a_company_belongs_to_or_the_authority_no_longer_is_none(row: dict[str, str]) -> None:
    heading, name, told = row["told"].split(" | ")
    items = f"<li><strong>Energy Cities</strong>: {row['member'].replace('CPMR', 'Energy Cities')}</li>"
    reading = read(row, below=f"<h2>{heading}</h2><ul>{items}<li><strong>{name}</strong>: {told}</li></ul>")
    found = [one.name.text for one in reading.organisations]
    assert "Energy Cities" in found
    assert not any(one in name for one in found)


LEFT = list(csv.DictReader((Path(__file__).parent / "languages" / "left_headings.tsv").open(), delimiter="\t"))


@pytest.mark.parametrize("form", ["first", "second", "third"])
@pytest.mark.parametrize("row", LEFT, ids=[row["code"] for row in LEFT])
def test_below_a_heading_on_former_memberships_stands_what_was_left(row: dict[str, str], form: str) -> None:
    polis = row["member"].replace("CPMR", "Polis")
    page = f"{polis}\n\nCPMR\n{row['member']}\n\n{row[form]}\n{row['ended']}\n"
    html = f"<p>{polis}</p><h2>CPMR</h2><p>{row['member']}</p><h2>{row[form]}</h2><p>{row['ended']}</p>"
    for reading in (reading_of(page), reading_of(f"<html lang='{row['code']}'><body>{html}</body></html>")):
        left = named(reading, "AER").membership
        kept = named(reading, "CPMR").membership
        assert left is not None
        assert left.until == "2019-12-31"
        assert kept is not None
        assert kept.until is None


FEES = list(csv.DictReader((Path(__file__).parent / "languages" / "two_fees.tsv").open(), delimiter="\t"))


@pytest.mark.parametrize(("name", "amount"), [("CPMR", 8730), ("Eurocities", 2200), ("Energy Cities", None)])
@pytest.mark.parametrize("row", FEES, ids=[row["code"] for row in FEES])
def test_of_the_fees_of_two_networks_each_has_its_own(row: dict[str, str], name: str, amount: int | None) -> None:
    member = row["member"].replace("CPMR", name)
    polis = row["member"].replace("CPMR", "Polis")
    page = f"<p>{polis}</p><h2>{name}</h2><p>{member}</p><p>{row['fees']}</p><h2>Polis</h2><p>{polis}</p>"
    membership = named(reading_of(f"<html lang='{row['code']}'><body>{page}</body></html>"), name).membership
    assert membership is not None
    assert (membership.fee.amount if membership.fee else None) == amount


def test_a_later_sentence_on_the_networks_secretariat_names_none_of_ours() -> None:
    told = "Our representative: Ann Ek (Lab). Its secretariat in Oslo is run by Rikke Moe."
    page = f"<h2>Polis</h2><p>We have been a member since 2011.</p><p>{told}</p>"
    found = named(reading_of(f"<html lang='en'><body><h1>Our networks</h1>{page}</body></html>"), "Polis")
    assert [one.person for one in found.representatives] == ["Ann Ek"]


@pytest.mark.parametrize(("told", "offices"), [("Norway has two seats on the board", 0), ("Seat on the board", 1)])
def test_a_role_that_is_said_of_the_country_is_not_ours(told: str, offices: int) -> None:
    page = f"<h2>Polis</h2><p>We have been a member since 2011.</p><p>Role: {told}</p>"
    found = named(reading_of(f"<html lang='en'><body><h1>Our networks</h1>{page}</body></html>"), "Polis")
    assert len(found.offices) == offices


def test_a_month_in_a_sentence_tells_more_than_the_year_in_a_table() -> None:
    sentence = "<h2>Polis</h2><p>We have been a member since March 2017.</p><h2>KIMO</h2><p>We are members of KIMO.</p>"
    table = "<table><tr><th>Network</th><th>Member since</th></tr><tr><td>Polis</td><td>2017</td></tr></table>"
    page = f"<html lang='en'><body><h1>Our networks</h1>{sentence}{table}</body></html>"
    membership = named(reading_of(page), "Polis").membership
    assert membership is not None
    assert membership.since == "2017-03"


BRANCHES = list(csv.DictReader((Path(__file__).parent / "languages" / "branch_apposed.tsv").open(), delimiter="\t"))


@pytest.mark.parametrize("row", BRANCHES, ids=[row["code"] for row in BRANCHES])
def test_what_a_network_is_said_to_be_the_branch_of_is_its_whole_alone(row: dict[str, str]) -> None:
    reading = read(row, below=f"<h2>{row['heading']}</h2><p>{row['told']}</p>")
    assert "WHO Healthy Cities" not in [one.name.text for one in reading.organisations]
    assert named(reading, row["name"]).parent == "WHO Healthy Cities"


QUESTIONS = list(csv.DictReader((Path(__file__).parent / "languages" / "all_questions.tsv").open(), delimiter="\t"))


@pytest.mark.parametrize("row", QUESTIONS, ids=[row["code"] for row in QUESTIONS])
def test_an_address_for_all_questions_on_memberships_is_that_of_each_network(row: dict[str, str]) -> None:
    reading = read(row, below=f"<h2>{row['heading']}</h2><p>{row['told']}</p>")
    emails = [[contact.email for contact in one.contacts] for one in reading.organisations]
    assert len(emails) > 1
    assert all(one == ["international@west.example.org"] for one in emails)

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

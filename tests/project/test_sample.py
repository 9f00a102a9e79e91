"""The sample pages that ship, beside what a person found on them."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from hansa import reading

SAMPLE = resources.files("hansa.sample")
PAGES = ["organisationer-och-natverk.txt", "networks.html"]
WRITTEN = (
    "name",
    "other_names",
    "abbreviation",
    "parent",
    "website",
    "figures",
    "contacts",
    "representatives",
    "offices",
)


def read(page: str) -> dict[str, Any]:
    return reading.read(reading.open_document(SAMPLE.joinpath(page).read_bytes(), name=page)).as_json()


def gold(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SAMPLE.joinpath(f"{page.rpartition('.')[0]}.gold.json").read_text("utf-8"))
    return found


def organisation(found: dict[str, Any]) -> dict[str, Any]:
    """What a gold file can hold of an organisation; no difference between an empty value and none."""
    return {key: found[key] for key in (*WRITTEN, "membership") if found.get(key)}


@pytest.mark.parametrize("page", PAGES)
def test_a_sample_page_is_read_as_a_person_reads_it(page: str) -> None:
    seen, right = read(page), gold(page)
    assert [organisation(found) for found in seen["organisations"]] == right["organisations"]


@pytest.mark.parametrize("page", PAGES)
def test_what_belongs_to_no_organisation_is_read_too(page: str) -> None:
    seen, right = read(page), gold(page)
    assert {key: seen["document"].get(key) for key in right["document"]} == right["document"]
    assert [link["text"] for link in seen["links"]] == right["links"]
    assert seen["unassigned_emails"] == right["unassigned_emails"]


def test_the_broken_address_is_mended_with_a_notice() -> None:
    codes = [notice["code"] for notice in read(PAGES[0])["notices"]]
    assert codes.count("address-mended") == 1


def test_every_address_on_the_sample_pages_is_invented() -> None:
    for page in PAGES:
        seen = read(page)
        emails = [contact.get("email") for found in seen["organisations"] for contact in found.get("contacts", [])]
        domains = {email.partition("@")[2] for email in (*emails, *seen["unassigned_emails"]) if email}
        assert domains == {"example.org"}

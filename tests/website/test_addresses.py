"""No harvester gets an address out of a public page, though the register is full of them."""

from __future__ import annotations

import base64
import codecs
import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from hansa.website.addresses import concealed, without_addresses
from tests.builders import a_contact, a_membership, a_unit, an_authority, an_organisation
from tests.website.harvester import WAYS, harvested
from tests.website.region import ADDRESSES, a_region, public_pages

ADDRESS = "alva.sund@region.example.org"
HIDDEN = {
    "plain": f"<p>{ADDRESS}</p>",
    "entities": "".join(f"&#{ord(c)};" for c in ADDRESS),
    "percent": '<a href="?to=' + "".join(f"%{ord(c):02x}" for c in ADDRESS) + '">',
    "mailto": f'<a href="mailto:{ADDRESS}?subject=x">write</a>',
    "without_tags": "<p>alva.sund<b></b>@<span>region.example.org</span></p>",
    "comments_and_styles": f"<style>p::after{{content:'{ADDRESS}'}}</style>",
    "attributes_and_data": '<a data-user="alva.sund" data-host="region.example.org">',
    "words_for_at": "alva.sund (at) region punkt example [dot] org",
    "joined_strings": "document.write('alva.sund' + '@' + 'region.example.org')",
    "rot13": codecs.encode(ADDRESS, "rot13"),
    "reversed_text": ADDRESS[::-1],
    "base64_runs": base64.b64encode(ADDRESS.encode()).decode(),
    "cloudflare": f'<a data-cfemail="{bytes([7, *(ord(c) ^ 7 for c in ADDRESS)]).hex()}">',
    "shifted": "".join(chr(ord(c) + 5) for c in ADDRESS),
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_the_harvester_of_these_tests_is_a_good_one(way: object) -> None:
    name = way.__name__  # type: ignore[attr-defined]
    assert (name, ADDRESS) in set(harvested(HIDDEN[name]))


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["", "?date=2026-10-05"])
def test_no_page_gives_an_address_to_a_harvester(client: Client, day: str) -> None:
    region = a_region()
    leaks = []
    for address in public_pages(region):
        response = client.get(address + day)
        assert response.status_code == 200, address
        source = response.content.decode() + "\n" + "\n".join(f"{k}: {v}" for k, v in response.headers.items())
        leaks += [(address, way, found) for way, found in harvested(source) if found in ADDRESSES or way == "plain"]
    assert leaks == []


@pytest.mark.django_db
def test_the_planted_addresses_are_on_the_pages_in_another_form(client: Client) -> None:
    """Else the test above would see nothing because there was nothing to see."""
    a_region()
    page = client.get("/en/networks/hk/").content.decode()
    assert page.count("[address]") >= 4


@pytest.mark.django_db
def test_the_page_of_a_search_that_finds_nothing_gives_none_either(client: Client) -> None:
    a_region()
    for address in ("/?q=region.example.org", "/natverk/finns-inte/", "/?view=table", "/en/?q=alva.sund"):
        found = set(harvested(client.get(address).content.decode()))
        assert {leak for _way, leak in found} & set(ADDRESSES) == set()


@pytest.mark.django_db
def test_a_units_address_is_shown_where_the_authority_has_set_it_so(client: Client) -> None:
    authority = an_authority()
    unit = a_unit(authority, email="kontoret@region.example.org", email_is_shown=True)
    membership = a_membership(authority, an_organisation(abbreviation="NK"))
    a_contact(membership, unit=unit)
    for page in ("/natverk/nk/", "/kontakter/", "/"):
        assert '<bdi class="mailbox">kontoret@region.example.org</bdi>' in client.get(page).content.decode()
    assert "kontoret" not in client.get("/natverk/nk/?date=2020-01-01").content.decode()


def test_a_text_loses_its_addresses_and_keeps_the_rest() -> None:
    assert without_addresses("Fråga a.b@c.example.org, eller a.b (at) c (dot) se. Vi ses.") == (
        "Fråga [adress], eller [adress]. Vi ses."
    )


def test_what_only_looks_like_an_address_stays() -> None:
    for words in ("We met at Lund. All came.", "100 % (a) och (b)", "https://social.example/@hansa", "A&B @ C"):
        assert concealed(words) == words


@given(st.text(max_size=60), st.sampled_from(ADDRESSES), st.text(max_size=60))
def test_no_surrounding_saves_an_address_from_the_filter(before: str, address: str, after: str) -> None:
    assert address not in concealed(f"{before} {address} {after}")


@given(st.text(alphabet="a.@-()[] %40t<>&;#", max_size=400))
def test_the_filter_takes_any_text_and_leaves_nothing_to_filter_again(text: str) -> None:
    once = concealed(text)
    assert re.sub(r"\[adress\]", "", once).count("@") <= text.count("@")

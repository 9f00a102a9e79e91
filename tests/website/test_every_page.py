"""What holds on every public page, in both languages; the pages are found in the URL configuration."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client

from hansa.register import claims
from hansa.register.models import Source
from hansa.register.vocabulary import Kind
from tests.builders import KEEPER, MOMENT, statements
from tests.website.html import Page
from tests.website.region import Region, a_region, public_pages

FORMS = re.compile(r"/(skriv|write|ratta|correct)/$")


@pytest.fixture
def region(db: None) -> Region:
    return a_region()


def test_each_has_a_title_a_language_a_heading_and_landmarks(client: Client, region: Region) -> None:
    for address in public_pages(region):
        page = Page(client.get(address))
        assert page.status == 200, address
        assert page.attributes("html", "lang") == ["en" if address.startswith("/en/") else "sv"]
        assert len(page.all("h1")) == 1, address
        assert page.of("title").endswith("– Region Västerhav"), address
        assert [len(page.all(landmark)) for landmark in ("main", "body > header", "body > footer")] == [1, 1, 1]
        levels = [int(tag.tag[1]) for tag in page.tree.css("h1, h2, h3, h4")]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_each_page_without_a_form_of_its_own_sets_no_cookie_and_needs_none(client: Client, region: Region) -> None:
    for address in public_pages(region):
        response = client.get(address)
        form = bool(FORMS.search(address))
        assert bool(response.cookies) == form, address
        assert ("Cookie" in response.headers.get("Vary", "")) == form, address


def test_each_keeps_a_strict_policy_and_nothing_inline(client: Client, region: Region) -> None:
    for address in public_pages(region):
        response = client.get(address)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        page = Page(response)
        assert page.attributes("[style], style", "style") == []
        assert [script for script in page.tree.css("script") if not script.attributes.get("src")] == []
        inline = [name for tag in page.tree.css("*") for name in tag.attributes if name.startswith(("on", "hx-on"))]
        assert inline == []
        assert response.headers["X-Frame-Options"] == "DENY"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"


def test_each_asks_nothing_of_other_sites(client: Client, region: Region) -> None:
    for address in public_pages(region):
        page = Page(client.get(address))
        asked = [*page.attributes("[src]", "src"), *page.attributes("link[rel=stylesheet], link[rel=icon]", "href")]
        assert [url for url in asked if not (url or "").startswith("/")] == [], address


def test_each_leads_to_itself_in_the_other_language(client: Client, region: Region) -> None:
    for address in public_pages(region):
        page = Page(client.get(address))
        other = "sv" if address.startswith("/en/") else "en"
        (there,) = page.attributes(f"header a[hreflang={other}]", "href")
        assert page.attributes(f"header a[hreflang={other}]", "lang") == [other]
        assert there in page.attributes(f"link[rel=alternate][hreflang={other}]", "href")
        back = Page(client.get(there or ""))
        mine = "en" if other == "sv" else "sv"
        assert back.attributes(f"header a[hreflang={mine}]", "href") == [address]


def test_each_names_its_own_address_and_the_other_for_searching_machines(client: Client, region: Region) -> None:
    for address in (*public_pages(region), "/?q=hav&view=table", "/en/networks/hk/?date=2026-10-05"):
        page = Page(client.get(address))
        mine, other = ("en", "sv") if address.startswith("/en/") else ("sv", "en")
        assert page.attributes(f"link[rel=alternate][hreflang={mine}]", "href") == [address]
        assert len(page.attributes(f"link[rel=alternate][hreflang={other}]", "href")) == 1


def test_each_names_its_owner_and_when_the_register_was_checked(client: Client, region: Region) -> None:
    for address in public_pages(region):
        footer = Page(client.get(address)).of("footer")
        assert "Region Västerhav" in footer, address
        assert "3 oktober 2026" in footer or "3 October 2026" in footer, address


def test_on_a_past_day_it_was_checked_by_that_day(client: Client, region: Region) -> None:
    Source.objects.filter(kind=Source.Kind.FILE).update(last_read_at=MOMENT + timedelta(days=20))
    assert "23 oktober 2026" in Page(client.get("/")).of("footer")
    assert "3 oktober 2026" in Page(client.get("/?datum=2026-10-20")).of("footer").split("senast den ")[1][:15]
    assert "23 oktober 2026" in Page(client.get("/?datum=2026-10-23")).of("footer")


def test_what_a_hostile_page_said_is_shown_as_text(client: Client, region: Region) -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 }}'
    values = {"name": {"sv": attack}, "summary": {"sv": attack}, "abbreviation": attack, "seat": {"sv": attack}}
    claims.state(KEEPER, statements(Kind.ORGANISATION, region.other, **values))
    claims.state(KEEPER, statements(Kind.PERSON, region.person, name=attack, title=attack))
    claims.state(KEEPER, statements(Kind.UNIT, region.unit, name={"sv": attack}))
    for address in (*public_pages(region), "/?view=table", f"/?q={attack}", f"/?datum={attack}", f"/?topic={attack}"):
        page = Page(client.get(address))
        assert page.status == 200, address
        assert page.tree.css("img, script:not([src]), [onerror]") == [], address


def test_every_link_leads_somewhere(client: Client, region: Region) -> None:
    seen: dict[str, int] = {}
    for address in public_pages(region):
        for href in Page(client.get(address)).attributes("a[href]", "href"):
            target = (href or "").split("#")[0]
            if target.startswith("/") and not target.startswith("/desk") and target not in seen:
                seen[target] = client.get(target).status_code
    assert {target: status for target, status in seen.items() if status != 200} == {}


def test_none_changes_anything_by_being_posted_to(client: Client, region: Region) -> None:
    for address in public_pages(region):
        if not FORMS.search(address):
            assert client.post(address).status_code == 405, address


def test_an_empty_register_has_pages_too(client: Client, db: None) -> None:
    for address in public_pages(None):
        response = client.get(address)
        assert response.status_code in (200, 404), address
        assert Page(response).all("h1") != []


def test_a_day_in_the_address_that_is_none_is_told_and_not_an_error(client: Client, region: Region) -> None:
    for address in public_pages(region):
        for day in ("2026-02-30", "i går", "20260101", "0000-00-00", "<script>", "2999-01-01", "²⁰²⁶-01-01"):
            page = Page(client.get(address, {"datum": day}))
            assert page.status == 200, (address, day)
            if not FORMS.search(address):
                assert page.all(".banner.problem") != [], (address, day)

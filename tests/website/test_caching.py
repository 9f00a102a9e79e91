"""A page is kept as it was rendered, and never a moment longer than it is true."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hansa.register import claims, clock
from hansa.register.models import Source
from hansa.register.vocabulary import Kind
from hansa.website import caching
from tests.builders import KEEPER, MOMENT, a_membership, a_source, an_authority, an_organisation, statements
from tests.website.region import Region, a_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return a_region()


def queries_of(client: Client, address: str, **headers: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address, **headers)
    return len(captured)


def test_a_kept_page_costs_one_query(client: Client, region: Region) -> None:
    for address in ("/", "/natverk/hk/", "/en/contacts/", "/?q=hav"):
        client.get(address)
        assert queries_of(client, address) == 1, address


def test_a_decision_makes_every_page_new(client: Client, region: Region) -> None:
    client.get("/natverk/hk/")
    claims.state(KEEPER, statements(Kind.ORGANISATION, region.umbrella, members=151))
    assert "151" in client.get("/natverk/hk/").content.decode()


def test_reading_a_page_again_makes_every_page_new(client: Client, region: Region) -> None:
    first = client.get("/om/")
    source = Source.objects.get(kind=Source.Kind.FILE)
    Source.objects.filter(pk=source.pk).update(last_read_at=MOMENT + timedelta(days=9))
    assert client.get("/om/").headers["ETag"] != first.headers["ETag"]


def test_a_new_day_makes_every_page_new(client: Client) -> None:
    authority = an_authority()
    with clock.at(MOMENT):
        source = a_source(read_at=clock.now(), last_read_at=clock.now())
        network = an_organisation("Nätverket", source=source, members=3, abbreviation="N")
        a_membership(authority, network)
        assert "över ett år" not in client.get("/natverk/n/").content.decode()
    with clock.at(MOMENT + timedelta(days=367)):
        assert "över ett år" in client.get("/natverk/n/").content.decode()


def test_languages_queries_and_parts_are_kept_apart(client: Client, region: Region) -> None:
    whole = client.get("/?q=hav").content
    part = client.get("/?q=hav", headers={"HX-Request": "true"}).content
    assert whole != part
    assert client.get("/?q=hav").content == whole
    assert client.get("/?q=hk").content != whole
    assert client.get("/en/?q=hav").content != whole


def test_a_browser_that_has_the_page_gets_304(client: Client, region: Region) -> None:
    first = client.get("/")
    assert first.headers["Cache-Control"] == "no-cache"
    assert "HX-Request" in first.headers["Vary"]
    tag = first.headers["ETag"]
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get("/", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag), known
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_forms_are_never_kept(client: Client, region: Region) -> None:
    for address in ("/skriv/", "/natverk/hk/ratta/", f"/kontakter/{region.contact}/skriv/"):
        one, other = client.get(address), Client().get(address)
        assert "no-store" in one.headers["Cache-Control"]
        assert one.cookies["csrftoken"].value != other.cookies["csrftoken"].value


def test_what_a_newsletter_adds_to_an_address_is_not_kept_for_others(client: Client, region: Region) -> None:
    first = client.get("/?utm_source=brevet&q=hav").content.decode()
    assert "brevet" not in first
    assert client.get("/?q=hav").content.decode() == first
    assert queries_of(client, "/?q=hav&fbclid=1") == 1


def test_errors_and_redirects_are_not_kept(client: Client, region: Region) -> None:
    caching.forget()
    client.get("/natverk/finns-inte/")
    assert len(caching._pages) == 0


def test_there_is_an_end_to_what_is_kept(client: Client, region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_PAGES", 3)
    for number in range(6):
        client.get(f"/om/?q={number}")
    assert len(caching._pages) == 3
    client.get("/om/?q=" + "x" * 400)
    assert len(caching._pages) == 3


def test_parameters_that_no_page_knows_make_no_page_of_their_own(client: Client, region: Region) -> None:
    first = client.get("/")
    assert queries_of(client, "/?utm_source=brev") == 1
    assert client.get("/?utm_source=brev&fbclid=1").content == first.content

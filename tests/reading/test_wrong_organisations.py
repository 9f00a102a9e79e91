"""What whole pages hold that reads like an organisation of the authority's and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "whole_pages.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


def _of(kind: str) -> list[list[str]]:
    return [[code, *rest] for code, said, *rest in _ROWS if said == kind]


def _page(code: str, title: str, body: str) -> str:
    head = f"<html lang='{code}'><head><title>{title}</title></head>"
    return f"{head}<body><main><h1>{title}</h1>{body}</main></body></html>"


INTRODUCTION = {code: intro for code, _title, intro, _member in _of("h1")}
OURS = {code: (title, f"<p>{intro}</p><h2>Eurocities</h2><p>{member}</p>") for code, title, intro, member in _of("h1")}


@pytest.mark.parametrize(("code", "first", "told", "second", "more"), _of("no_member"))
def test_what_a_page_says_that_the_authority_is_no_member_of_is_none_of_its_organisations(
    code: str, first: str, told: str, second: str, more: str
) -> None:
    title, ours = OURS[code]
    page = _page(code, title, f"{ours}<h2>{first}</h2><p>{told}</p><h2>{second}</h2><p>{more}</p>")
    assert [one.name.text for one in reading_of(page).organisations] == ["Eurocities"]


@pytest.mark.parametrize(("code", "name", "title", "heading", "decided", "above", "told"), _of("decision"))
def test_a_decision_on_a_membership_is_on_the_network_that_its_heading_names(
    code: str, name: str, title: str, heading: str, decided: str, above: str, told: str
) -> None:
    page = _page(
        code, title, f"<p>{INTRODUCTION[code]}</p><h2>{heading}</h2><p>{decided}</p><h3>{above}</h3><p>{told}</p>"
    )
    assert [one.name.text for one in reading_of(page).organisations] == [name]


@pytest.mark.parametrize(("code", "title", "joined", "founded", "heading", "first", "second", "third"), _of("organs"))
def test_what_a_networks_page_lists_of_its_bodies_is_no_organisation(
    code: str, title: str, joined: str, founded: str, heading: str, first: str, second: str, third: str
) -> None:
    facts = f"<ul><li>{joined}</li><li>{founded}</li></ul>"
    body = f"{facts}<h3>{heading}</h3><ul><li>{first}</li><li>{second}</li><li>{third}</li></ul>"
    assert [one.name.text for one in reading_of(_page(code, title, body)).organisations] in ([title], [])


def test_news_in_a_side_column_that_begin_with_a_link_are_no_organisation() -> None:
    title, ours = OURS["en"]
    news = "<p><a href='/n'>Harbour towns partners meet in Saltmouth</a> – The council hosted a two-day workshop.</p>"
    page = _page("en", title, f"{ours}</main><div><h2>More</h2>{news}</div><main>")
    assert [one.name.text for one in reading_of(page).organisations] == ["Eurocities"]

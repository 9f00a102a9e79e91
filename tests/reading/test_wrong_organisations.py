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


@pytest.mark.parametrize(("code", "first", "second", "third"), _of("menu"))
def test_a_menu_above_the_title_of_a_page_names_no_organisation(code: str, first: str, second: str, third: str) -> None:
    title, ours = OURS[code]
    items = "".join(f"<li><a href='/{number}'>{item}</a></li>" for number, item in enumerate((third, first, second)))
    page = f"<html lang='{code}'><body><div id='left'><ul>{items}</ul></div><h1>{title}</h1>{ours}</body></html>"
    assert [one.name.text for one in reading_of(page).organisations] == ["Eurocities"]


@pytest.mark.parametrize(("code", "title", "first", "second", "name"), _of("years"))
def test_what_a_headline_calls_so_many_years_old_is_named_without_them(
    code: str, title: str, first: str, second: str, name: str
) -> None:
    page = _page(code, title, f"<p>{first}</p><p>{second}</p>")
    assert [one.name.text for one in reading_of(page).organisations] == [name]


@pytest.mark.parametrize(("code", "ours", "chairs", "name", "whole"), _of("beside"))
def test_a_commission_is_a_part_of_what_stands_beside_its_name(
    code: str, ours: str, chairs: str, name: str, whole: str
) -> None:
    page = _page(code, OURS[code][0], f"<p>{ours}</p><p>{chairs}</p>")
    assert {one.name.text: one.parent for one in reading_of(page).organisations}[name] == whole


@pytest.mark.parametrize(("code", "name", "first", "second", "whole"), _of("national"))
def test_one_of_the_national_networks_that_make_up_another_is_a_part_of_it(
    code: str, name: str, first: str, second: str, whole: str
) -> None:
    page = _page(code, name, f"<p>{first}</p><p>{second}</p>")
    assert [(one.name.text, one.parent) for one in reading_of(page).organisations] == [(name, whole)]


@pytest.mark.parametrize(("code", "above", "item"), [*_of("delegation"), *_of("two")])
def test_a_delegation_and_two_networks_with_and_between_them_are_none_in_a_list(
    code: str, above: str, item: str
) -> None:
    items = "".join(f"<li>{one}</li>" for one in ("Eurocities", "Energy Cities", item))
    page = _page(code, OURS[code][0], f"<p>{INTRODUCTION[code]}</p><p>{above}</p><ul>{items}</ul>")
    assert item not in [one.name.text for one in reading_of(page).organisations]


@pytest.mark.parametrize(
    ("code", "said", "whole"),
    [
        ("nn", "Nettverket er ein del av WHOs Healthy Cities-nettverk.", "Healthy Cities"),
        ("es", "La red forma parte de Intercultural Cities del Consejo de Europa.", "Intercultural Cities"),
        ("de", "Das Netzwerk ist Teil des RGRE-Dachverbands.", "RGRE"),
    ],
)
def test_a_whole_is_called_without_the_body_whose_it_is_and_without_its_noun(code: str, said: str, whole: str) -> None:
    title, ours = OURS[code]
    page = _page(code, title, f"{ours}<h2>Green Harbours Network (GHN)</h2><p>{said}</p>")
    (found,) = [one for one in reading_of(page).organisations if one.abbreviation == "GHN"]
    assert found.parent == whole


def test_an_abbreviation_that_is_known_to_be_a_headings_is_no_organisation_besides() -> None:
    told = "Den som er med i Nordsjøkommisjonen, er også med i paraplyorganisasjonen CPMR. Hit hører 150 regioner."
    title, ours = OURS["nb"]
    page = _page("nb", title, f"{ours}<h2>Konferansen for perifere maritime regioner</h2><p>{told}</p>")
    assert "CPMR" not in [one.name.text for one in reading_of(page).organisations]


def test_of_two_abbreviations_with_a_slash_the_first_is_taken() -> None:
    title, ours = OURS["de"]
    page = _page("de", title, f"{ours}<h2>Rat der Gemeinden und Regionen Europas (RGRE/CEMR)</h2><p>Siehe dort.</p>")
    assert [one.abbreviation for one in reading_of(page).organisations] == [None, "RGRE"]

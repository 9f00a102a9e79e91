"""One list of seven networks in every language, in the forms that sites give lists: what each item says is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation

_LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "lists.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
PAGES = {code: rest.split(" | ") for code, name, rest in _LINES if name == "page"}
ITEMS = {code: [(name, rest) for of, name, rest in _LINES if of == code and name != "page"] for code in PAGES}
FORMS = {
    "plain": "<ul>{items}</ul>|<li>{name}{rest}</li>",
    "linked": '<ul>{items}</ul>|<li><a href="https://www.net{number}.example.org">{name}</a>{rest}</li>',
    "bold": "<ul>{items}</ul>|<li><strong>{name}</strong>{rest}</li>",
    "broken lines": "<p>{items}</p>|{name}{rest}<br>",
}


def _read(code: str, form: str) -> list[Organisation]:
    title, authority, above = PAGES[code]
    whole, item = FORMS[form].split("|")
    items = "".join(item.format(name=n, rest=rest, number=place) for place, (n, rest) in enumerate(ITEMS[code]))
    page = (
        f'<html lang="{code}"><title>{title} - {authority}</title><body><main><h1>{title}</h1><p>{above}</p>'
        f"{whole.format(items=items)}</main></body></html>"
    )
    return reading.read(reading.open_document(page.encode())).organisations


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", PAGES)
def test_each_item_is_an_organisation_with_what_it_says(code: str, form: str) -> None:
    found = _read(code, form)
    assert [one.name.text for one in found] == [name.split(" (")[0].split(" – ")[-1] for name, _rest in ITEMS[code]]
    since, short, sent, costs, represented, asked, signed = found
    assert since.abbreviation is not None
    assert since.membership is not None
    assert since.membership.since == "2004"
    assert short.abbreviation == "EHP"
    assert sent.figures["members"].value == 200
    assert [one.person.split()[0] for one in sent.representatives] in (["Anna"], ["Anne"], ["Ana"])
    assert costs.membership is not None
    assert costs.membership.fee is not None
    assert costs.membership.fee.amount == 1200
    assert [one.deputy for one in represented.representatives] == [False, True]
    assert [one.email for one in asked.contacts] in (
        ["nora.holm@westsea.example.org"],
        ["noora.holm@westsea.example.org"],
    )
    assert signed.membership is not None
    assert signed.membership.since == "2010-05"


LED = {
    "fr": ("La Ville est adhérente :", "d'", "de l'", "du "),
    "it": ("Il Comune aderisce:", "a ", "all'", "alla "),
    "es": ("El municipio pertenece:", "a ", "a la ", "al "),
    "pt": ("O município pertence:", "à ", "à ", "ao "),
    "de": ("Die Stadt gehört an:", "den ", "dem ", "der "),
    "nl": ("De stad is lid:", "van ", "van het ", "van de "),
}


@pytest.mark.parametrize("code", LED)
def test_what_an_item_goes_on_with_from_the_line_above_is_no_part_of_a_name(code: str) -> None:
    above, *leads = LED[code]
    names = ["Eurocities", "Alliance of Hill Towns", "Network of Harbour Cities"]
    items = "".join(f"<li>{lead}{name}</li>" for lead, name in zip(leads, names, strict=True))
    page = f'<html lang="{code}"><body><h1>{PAGES[code][0]}</h1><p>{above}</p><ul>{items}</ul></body></html>'
    found = reading.read(reading.open_document(page.encode())).organisations
    assert [one.name.text for one in found] == names


NO_NETWORKS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "no_networks.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "items"), NO_NETWORKS)
def test_twin_towns_projects_and_what_the_authority_takes_no_part_in_are_no_networks_of_a_list(
    code: str, items: str
) -> None:
    first, *others = items.split(" | ")
    title, *_rest = PAGES[code]
    told = "".join(f"<li>{item}</li>" for item in (first, *others, first.replace("Polis", "Eurocities")))
    page = f'<html lang="{code}"><title>{title}</title><body><h1>{title}</h1><ul>{told}</ul></body></html>'
    found = reading.read(reading.open_document(page.encode())).organisations
    assert [one.name.text for one in found] == ["Polis", "Eurocities"]


def test_a_list_that_but_leads_down_the_page_or_to_another_language_names_no_networks() -> None:
    codes = "<ul><li>ITA</li><li>ENG</li></ul>"
    names = ("Eurocities", "Energy Cities", "VVSG and CEMR")
    down = "".join(f'<li><a href="#{place}">{name}</a></li>' for place, name in enumerate(names))
    told = "".join(f"<h2>{name}</h2><p>Westsea has been a member since 1999.</p>" for name in names[:2])
    page = f'<html lang="en"><body>{codes}<h1>Our networks</h1><h2>On this page</h2><ul>{down}</ul>{told}</body></html>'
    found = reading.read(reading.open_document(page.encode())).organisations
    assert [one.name.text for one in found] == ["Eurocities", "Energy Cities"]

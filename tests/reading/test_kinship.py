"""Umbrellas and their parts, as the text tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Reading
from tests.reading.pages import codes, reading_of

_FOLDER = Path(__file__).parent / "languages"
PARENTS, WHOLES, SECOND, _SINCE = (
    [line.split("\t") for line in (_FOLDER / name).read_text("utf8").splitlines() if not line.startswith("#")]
    for name in ("parent.tsv", "wholes.tsv", "second.tsv", "since.tsv")
)
MEMBER = {code: sentence for code, said, sentence in _SINCE if said == "member"}


def page_of(umbrella: str, part: str) -> Reading:
    return reading_of(
        "Våra nätverk\n\nRegion Västerhav deltar i flera nätverk, och vi arbetar där med andra.\n\n"
        f"Kusternas förbund (KF)\n\n{umbrella}\n\n"
        f"Ljuskommissionen (Light Commission)\n\n{part}\n\nKontakt: Enheten för omvärld\n"
    )


def english_page_of(umbrella: str, part: str) -> Reading:
    return reading_of(
        "<html lang='en'><body><h1>Our networks</h1>"
        "<p>Region Westsea takes part in these, and works there with others.</p>"
        f"<h2>League of Coasts (LC)</h2><p>{umbrella}</p><h2>Light Commission</h2><p>{part}</p>"
        "<p>Contact: Department of Culture</p></body></html>"
    )


@pytest.mark.parametrize(
    ("umbrella", "part"),
    [
        (
            "KF är ett paraply för fyra kommissioner, där vi är medlem i Ljuskommissionen.",
            "Ljuskommissionen består av 17 regioner.",
        ),
        (
            "KF är en paraplyorganisation med flera kommissioner, bland annat Ljuskommissionen.",
            "Kommissionen samlar 17 regioner.",
        ),
        ("KF är ett nätverk.", "Ljuskommissionen är en del av KF och samlar 17 regioner."),
        ("KF är ett nätverk.", "Ljuskommissionen ingår i paraplyorganisationen Kusternas förbund."),
    ],
)
def test_a_part_finds_its_umbrella_in_swedish(umbrella: str, part: str) -> None:
    whole, found = page_of(umbrella, part).organisations
    assert (whole.parent, found.parent) == (None, "Kusternas förbund")
    assert "parent" in found.evidence


@pytest.mark.parametrize(
    ("umbrella", "part"),
    [
        ("The LC is an umbrella for four commissions; we are members of the Light Commission.", "It has 17 members."),
        ("The LC is a network.", "The Light Commission is one of the commissions of the League of Coasts."),
        ("The LC is a network.", "The commission is part of the LC. It has 17 members."),
    ],
)
def test_a_part_finds_its_umbrella_in_english(umbrella: str, part: str) -> None:
    whole, found = english_page_of(umbrella, part).organisations
    assert (whole.parent, found.parent) == (None, "League of Coasts")


@pytest.mark.parametrize("below", ["Energy Cities", "Forum of Tidal Towns (FTT)"])
def test_a_network_of_its_own_below_anothers_heading_is_no_part_of_it(below: str) -> None:
    reading = reading_of(
        "<html lang='en'><body><h1>Our networks</h1><p>Region Westsea takes part in these, and works there.</p>"
        "<h2>League of Coasts (LC)</h2><p>The LC is a network of 120 regions.</p>"
        f"<h3>{below}</h3><p>The network has 17 members.</p></body></html>"
    )
    assert [o.parent for o in reading.organisations] == [None, None]


def test_an_organisation_below_anothers_heading_is_a_part_of_it() -> None:
    reading = reading_of(
        "<html lang='en'><body><h1>Our networks</h1><p>Region Westsea takes part in these, and works there.</p>"
        "<h2>League of Coasts (LC)</h2><p>The LC is a network of 120 regions.</p>"
        "<h3>Light Commission</h3><p>The commission has 17 members and works for light.</p>"
        "<h2>Forum of Tidal Towns (FTT)</h2><p>The forum has 30 members.</p></body></html>"
    )
    assert [o.parent for o in reading.organisations] == [None, "League of Coasts", None]


@pytest.mark.parametrize(
    ("umbrella", "part"),
    [
        ("KF samarbetar med Ljuskommissionen.", "Kommissionen samlar 17 regioner."),
        ("KF liknar Ljuskommissionen och Öarnas råd.", "Ljuskommissionen arbetar tillsammans med KF."),
        ("KF är ett nätverk.", "Genom kommissionen är vi en del av Europas kust."),
    ],
)
def test_a_neighbour_is_no_part(umbrella: str, part: str) -> None:
    assert [o.parent for o in page_of(umbrella, part).organisations] == [None, None]


def test_two_that_are_said_to_be_parts_of_each_other_are_noted() -> None:
    reading = page_of("KF är en del av Ljuskommissionen.", "Ljuskommissionen är en del av KF.")
    assert "parent-circular" in codes(reading)
    assert [o.parent for o in reading.organisations].count(None) == 1


def test_a_labelled_parent_is_called_as_the_page_calls_it() -> None:
    reading = page_of("KF är ett nätverk.", "Kommissionen samlar 17 regioner.\n\nDel av: KF")
    assert reading.organisations[1].parent == "Kusternas förbund"


@pytest.mark.parametrize(("code", "whole", "told"), PARENTS, ids=[f"{code}-{said[:50]}" for code, _, said in PARENTS])
def test_a_part_names_its_whole_and_no_committee_is_one(code: str, whole: str, told: str) -> None:
    member = MEMBER[code]
    page = (
        f"<html lang='{code}'><body><h1>{member.replace('Eurocities', 'Energy Cities, Euromontana, METREX')}</h1>"
        f"<h2>Energy Cities</h2><p>{member.replace('Eurocities', 'Energy Cities')}</p><h2>Euromontana</h2>"
        f"<p>{told}</p><h2>METREX</h2><p>{member.replace('Eurocities', 'METREX')}</p></body></html>"
    )
    found = {one.name.text: one.parent for one in reading_of(page).organisations}
    assert found["Euromontana"] == (None if whole == "-" else whole)


@pytest.mark.parametrize(
    ("code", "heading", "whole", "told"),
    WHOLES,
    ids=[f"{code}-{name[:20]}-{said[:30]}" for code, name, _, said in WHOLES],
)
def test_a_whole_is_called_in_full_without_its_case_and_what_others_belong_to_is_none(
    code: str, heading: str, whole: str, told: str
) -> None:
    member = MEMBER[code]
    below = f"<h2>{heading}</h2><p>{told}</p>"
    if told.startswith("- "):
        below = f"<ul><li>Energy Cities – {member}</li><li>{heading} – {told[2:]}</li><li>METREX – {member}</li></ul>"
    page = (
        f"<html lang='{code}'><body><h1>{member.replace('Eurocities', 'Energy Cities, METREX')}</h1>{below}"
        f"<h2>Polis</h2><p>{member.replace('Eurocities', 'Polis')}</p></body></html>"
    )
    found = {one.name.text: one.parent for one in reading_of(page).organisations}
    assert found[heading.partition(" (")[0]] == (None if whole == "-" else whole)


@pytest.mark.parametrize(
    ("code", "sentence", "section", "whole"),
    [
        (
            "en",
            "We belong to the British Section of the Council of European Municipalities and Regions (CEMR).",
            "British Section of the Council of European Municipalities and Regions",
            "Council of European Municipalities and Regions",
        ),
        (
            "de",
            "Wir gehören der Deutschen Sektion des Rates der Gemeinden und Regionen Europas (RGRE) an.",
            "Deutsche Sektion des Rates der Gemeinden und Regionen Europas",
            "Rat der Gemeinden und Regionen Europas",
        ),
        (
            "fr",
            "Nous adhérons à l'Association française du Conseil des communes et régions d'Europe (AFCCRE).",
            "Association française du Conseil des communes et régions d'Europe",
            "Conseil des communes et régions d'Europe",
        ),
        (
            "it",
            "Siamo soci dell'Associazione italiana per il Consiglio dei Comuni e delle Regioni d'Europa (AICCRE).",
            "Associazione italiana per il Consiglio dei Comuni e delle Regioni d'Europa",
            "Consiglio dei Comuni e delle Regioni d'Europa",
        ),
        (
            "pt",
            "Integramos a Associação Nacional de Municípios Portugueses (ANMP), secção portuguesa do Conselho dos "
            "Municípios e Regiões da Europa.",
            "Associação Nacional de Municípios Portugueses",
            "Conselho dos Municípios e Regiões da Europa",
        ),
    ],
)
def test_a_section_in_a_country_is_a_part_of_what_its_name_or_the_words_beside_it_say(
    code: str, sentence: str, section: str, whole: str
) -> None:
    told = f'<html lang="{code}"><body><h1>Europe</h1><p>{sentence}</p></body></html>'
    (found,) = reading.read(reading.open_document(told.encode())).organisations
    assert (found.name.text, found.parent) == (section, whole)


@pytest.mark.parametrize(("code", "second", "told"), SECOND, ids=[f"{code}-{name[:30]}" for code, name, _ in SECOND])
def test_a_second_network_of_which_a_section_tells_is_found_as_the_firsts_section_where_the_authority_is_its_member(
    code: str, second: str, told: str
) -> None:
    member = MEMBER[code]
    page = (
        f"<html lang='{code}'><body><h1>{member.replace('Eurocities', 'Energy Cities, METREX')}</h1>"
        f"<h2>METREX</h2><p>{told.removeprefix('# METREX/')}</p>"
        f"<h2>Energy Cities</h2><p>{member.replace('Eurocities', 'Energy Cities')}</p></body></html>"
    )
    found = {one.name.text: one.parent for one in reading_of(page).organisations}
    assert set(found) - {"METREX", "Energy Cities"} == ({second} if second != "-" else set())
    assert second == "-" or found[second] == "METREX"

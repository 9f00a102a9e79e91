"""What headings are called by, and which of them name no network; seats in European bodies."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading.headings import named_in_heading
from hansa.reading.known import nominative
from hansa.reading.languages import languages
from hansa.reading.names import parse
from hansa.reading.outline import cues_of
from tests.reading.pages import names_of, reading_of, text_of

OURS = "Westsea City Council has been a member since 1999."


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Energy Cities: the end of our membership", "Energy Cities"),
        ("Tourism: NECSTouR", "NECSTouR"),
        ("Energy Cities – nouvelle adhésion", "Energy Cities"),
    ],
)
def test_a_heading_with_a_theme_is_called_by_the_network(heading: str, name: str) -> None:
    page = text_of("Our networks", "", "Eurocities", "", OURS, "", heading, "", OURS, "", "Polis", "", OURS)
    assert names_of(page) == ["Eurocities", name, "Polis"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Besöksnäring: NECSTouR m.fl.", "NECSTouR"), ("EARLALL NY!", "EARLALL"), ("Polis etc.", "Polis")],
)
def test_what_ends_a_heading_is_no_part_of_the_name(heading: str, name: str) -> None:
    found = named_in_heading(heading, 0, cues_of(languages()["sv"]))
    assert found is not None
    assert found.name.text == name


@pytest.mark.parametrize(
    "heading",
    [
        "EU-midler",
        "EU-Förderprogramme",
        "EFRO Oost and Interreg",
        "Cooperation with Germany",
        "Foreign policy report 2023",
        "PROJECTS",
        "Councillor will help to lead Europe’s cities",
    ],
)
def test_headings_of_funds_papers_and_work_with_a_country_name_no_network(heading: str) -> None:
    page = text_of("Our networks", "", "Eurocities", "", OURS, "", heading, "", OURS, "", "Polis", "", OURS)
    assert names_of(page) == ["Eurocities", "Polis"]


@pytest.mark.parametrize(
    ("words", "name", "short"),
    [
        ("Arbeitsgemeinschaft Alpenländer ARGE ALP", "Arbeitsgemeinschaft Alpenländer", "ARGE ALP"),
        ("A.R.F.E. - Associazione delle Regioni Frontaliere Europee", None, "A.R.F.E."),
        ("R.E.D. Ruralité Environnement Développement", "Ruralité Environnement Développement", "R.E.D."),
    ],
)
def test_an_abbreviation_of_two_words_or_with_dots_is_told_from_the_name(words: str, name: str, short: str) -> None:
    found = parse(words)
    assert found.name.text == (name or words.partition(" - ")[2])
    assert found.abbreviation is not None
    assert found.abbreviation[0] == short


@pytest.mark.parametrize(
    ("inflected", "name"),
    [
        ("Komisji Bałtyckiej", "Komisja Bałtycka"),
        ("Górnośląskiego Związku Metropolitalnego", "Górnośląski Związek Metropolitalny"),
        ("Komisji Morza Bałtyckiego", "Komisja Morza Bałtyckiego"),
    ],
)
def test_a_polish_adjective_behind_a_noun_agrees_with_it(inflected: str, name: str) -> None:
    assert nominative(inflected, "pl") == name


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Congress of Local and Regional Authorities", "Councillor Ann Ek (Green) sits in the British delegation."),
        ("Europarådets kongress för kommuner och regioner", "Asta Lind (S) är ersättare i den svenska delegationen."),
        ("Europarådets kongress for kommuner og regioner", "Asta Lind (Ap) sitter i den norske delegasjonen."),
        ("Europarådets kongress for lokale og regionale styresmakter", "Asta Lind (Sp) er varamedlem i delegasjonen."),
        ("Congres van lokale en regionale overheden", "Wethouder Anna Smit (D66) is plaatsvervangend lid."),
        ("Kongress der Gemeinden und Regionen Europas", "Bürgermeisterin Anna Holt (SPD) ist Mitglied der Delegation."),
    ],
)
def test_a_body_of_the_council_of_europe_is_one_where_somebody_is_sent(heading: str, said: str) -> None:
    assert names_of(text_of("Europe", "", heading, "", said)) == [heading]


def test_a_seat_may_be_told_in_the_sentence_behind() -> None:
    page = text_of(
        "International work",
        "",
        "Sunde kommun är medlem i Eurocities sedan 1999. I Europeiska regionkommittén har Sverige tolv platser. "
        "En av dem har kommunalrådet Asta Lind (S).",
    )
    assert names_of(page) == ["Eurocities", "Europeiska regionkommittén"]


@pytest.mark.parametrize(
    ("member", "sentence"),
    [
        (
            "El Ayuntamiento de Westsea es miembro de Eurocities desde 1999.",
            "La Comunidad Autónoma trabaja con sus vecinos.",
        ),
        (
            "De gemeente Westsea is sinds 1999 lid van Eurocities.",
            "Het lidmaatschap is door Gedeputeerde Staten besproken.",
        ),
        (
            "Westsea City Council has been a member of Eurocities since 1999.",
            "The office is in the Council in High Street.",
        ),
    ],
)
def test_what_an_authority_is_called_is_no_network(member: str, sentence: str) -> None:
    page = text_of("Europe", "", member, "", sentence)
    assert names_of(page) == ["Eurocities"]


@pytest.mark.parametrize(
    ("language", "heading", "told"),
    [
        ("en", "Europe cooperation", "Westsea County is a member of Eurocities and of Energy Cities."),
        ("sv", "Europasamarbete", "Region Västsjö är medlem i Eurocities. Sedan 2009 är vi med i Energy Cities."),
        (
            "de",
            "Europaarbeit",
            "Der Landkreis Westsee ist Mitglied in Eurocities und bei Energy Cities.",
        ),
        ("fi", "Eurooppa-yhteistyö", "Rannikon liitto on Eurocitiesin jäsen. Liitto on Energy Citiesin jäsen."),
        ("fr", "Coopération européenne", "La Ville de Marville est membre d'Eurocities et d'Energy Cities."),
    ],
)
def test_a_title_that_is_the_theme_of_the_networks_below_it_is_none(language: str, heading: str, told: str) -> None:
    page = f"<html lang='{language}'><body><main><h1>{heading}</h1><p>{told}</p></main></body></html>"
    assert names_of(reading_of(page)) == ["Eurocities", "Energy Cities"]


@pytest.mark.parametrize(
    ("code", "heading", "name"),
    [
        ("pl", "Sieć ERRIN", "ERRIN"),
        ("fr", "Réseau ERRIN", "ERRIN"),
        ("fi", "NSPA-verkosto", "NSPA"),
        ("sv", "STRING-nätverket", "STRING"),
        ("nb", "STRING-nettverket", "STRING"),
        ("nb", "SØN-samarbeidet", "SØN-samarbeidet"),
        ("de", "Euregio EGRENSIS", "Euregio EGRENSIS"),
        ("de", "EUREGIO EGRENSIS", "EUREGIO EGRENSIS"),
    ],
)
def test_a_word_for_an_organisation_is_no_part_of_an_abbreviation(code: str, heading: str, name: str) -> None:
    found = named_in_heading(heading, 0, cues_of(languages()[code]))
    assert found is not None
    assert found.name.text == name


@pytest.mark.parametrize(
    ("body", "told", "is_ours"),
    [
        ("Committee of the Regions", "Our country has nine seats. None is from here.", False),
        ("Committee of the Regions", "Councillor Asta Lind is a member of the committee.", True),
        ("Det Europæiske Regionsudvalg", "Danmark har ni medlemmer. Ingen af dem kommer herfra.", False),
        ("Euroopan alueiden komitea", "Suomella on komiteassa yhdeksän jäsentä, täältä ei ketään.", False),
    ],
)
def test_a_european_body_in_which_nobody_sits_for_the_authority_is_none(body: str, told: str, is_ours: bool) -> None:
    page = text_of("Our networks", "", "Eurocities", "", OURS, "", body, "", told, "", "Polis", "", OURS)
    assert names_of(page) == ["Eurocities", *([body] if is_ours else []), "Polis"]


THEMES = {
    "en": ("Climate", "Since 1999 the Council has been a member of Energy Cities.", "The Council is not a member."),
    "sv": ("Klimat", "Sedan 1999 är kommunen medlem i Energy Cities.", "Kommunen är inte medlem."),
    "da": ("Klima", "Siden 1999 har kommunen været medlem af Energy Cities.", "Kommunen er ikke medlem."),
    "nb": ("Klima", "Siden 1999 har kommunen vært medlem av Energy Cities.", "Kommunen er ikke medlem."),
    "nn": ("Klima", "Sidan 1999 har kommunen vore medlem av Energy Cities.", "Kommunen er ikkje medlem."),
    "fi": ("Ilmasto", "Kaupunki on ollut Energy Cities -verkoston jäsen vuodesta 1999.", "Kaupunki ei ole jäsen."),
    "de": ("Klimaschutz", "Seit 1999 ist die Stadt Mitglied bei Energy Cities.", "Die Stadt ist nicht Mitglied."),
    "nl": ("Klimaat", "Sinds 1999 is de gemeente lid van Energy Cities.", "De gemeente is geen lid."),
    "fr": ("Climat", "Depuis 1999, la Ville est membre d'Energy Cities.", "La Ville n'est pas membre."),
    "it": ("Clima", "Dal 1999 il Comune è membro di Energy Cities.", "Il Comune non è membro."),
    "es": ("Clima", "Desde 1999 el Ayuntamiento es miembro de Energy Cities.", "El Ayuntamiento no es miembro."),
    "pt": ("Clima", "Desde 1999 o Município é membro da Energy Cities.", "O Município não é membro."),
    "pl": ("Klimat", "Od 1999 roku miasto jest członkiem Energy Cities.", "Miasto nie jest członkiem."),
}


@pytest.mark.parametrize("code", THEMES)
def test_a_theme_is_called_as_the_one_network_below_it(code: str) -> None:
    theme, member, _no = THEMES[code]
    page = [
        f"<h2>{theme}</h2><p>{member}</p>",
        f"<h2>Eurocities</h2><p>{member.replace('Energy Cities', 'Eurocities')}</p>",
    ]
    assert names_of(reading_of(f"<h1>Europe</h1>{''.join(page)}")) == ["Energy Cities", "Eurocities"]


@pytest.mark.parametrize("code", THEMES)
def test_a_heading_below_which_stands_that_the_authority_is_no_member_heads_none(code: str) -> None:
    _theme, member, no = THEMES[code]
    page = [f"<h2>C40</h2><p>{no}</p>", f"<h2>Energy Cities</h2><p>{member}</p>"]
    assert names_of(reading_of(f"<h1>Europe</h1>{''.join(page)}")) == ["Energy Cities"]


def test_a_theme_is_not_called_as_a_network_told_of_behind_a_membership() -> None:
    told = "<p>We take part as an associate member. We also met Eurocities in 2023.</p>"
    page = f"<h2>Age-friendly World</h2>{told}<p>Website: <a href='https://age.example.org'>age.example.org</a></p>"
    others = f"<h2>Polis</h2><p>{OURS}</p><h2>Energy Cities</h2><p>{OURS}</p>"
    found = names_of(reading_of(f"<h1>Our networks</h1>{page}{others}"))
    assert found == ["Age-friendly World", "Polis", "Energy Cities"]


@pytest.mark.parametrize(
    ("heading", "both"),
    [
        ("Energy Cities and POLIS", "Energy Cities is a network of cities. We joined POLIS in 2011."),
        ("Energy Cities and CoM", "We have been a member of Energy Cities since 2010."),
    ],
)
def test_a_heading_of_two_is_no_organisation(heading: str, both: str) -> None:
    found = names_of(reading_of(f"<h1>Our networks</h1><h2>{heading}</h2><p>{both}</p>"))
    assert heading not in found
    assert "Energy Cities" in found


def test_a_noun_that_begins_names_is_called_with_what_follows() -> None:
    told = "<p>The Euregio Egrensis elected Ann Ek (S) chair.</p>"
    page = f"<h1>Mayor takes over the chair of the Euregio Egrensis</h1>{told}"
    assert names_of(reading_of(page))[:1] == ["Euregio Egrensis"]


FIELDS = list(csv.DictReader((Path(__file__).parent / "languages" / "themes.tsv").open(), delimiter="\t"))
IN_FIELDS = pytest.mark.parametrize("row", FIELDS, ids=[row["code"] for row in FIELDS])


def _below(row: dict[str, str], heading: str, told: str) -> list[str]:
    above = row["two"].replace("KIMO", "Eurocities").replace("Les Rencontres", "Eurocities")
    page = f"<h2>Eurocities</h2><p>{above}</p><h2>{heading}</h2><p>{told}</p>"
    reading = reading_of(f"<html lang='{row['code']}'><body>{page}</body></html>")
    return [one.name.text for one in reading.organisations]


@IN_FIELDS
def test_a_heading_of_common_words_is_no_network_where_two_are_told_of_below(row: dict[str, str]) -> None:
    found = _below(row, row["field"], row["two"])
    assert row["field"] not in found
    assert "KIMO" in found


@IN_FIELDS
def test_a_heading_on_those_by_whom_the_authority_belongs_is_no_network(row: dict[str, str]) -> None:
    found = _below(row, row["through"], row["one"])
    assert "Council of European Municipalities and Regions" in found
    assert not any(name in row["through"] for name in found)


@IN_FIELDS
def test_by_way_of_whom_the_authority_belongs_is_no_part_of_a_name(row: dict[str, str]) -> None:
    for heading in (f"ERRIN, {row['tail']}", f"ERRIN ({row['tail']})", f"ERRIN – {row['tail']}"):
        found = named_in_heading(heading, 0, cues_of(languages()[row["code"]]))
        assert found is not None
        assert found.name.text == "ERRIN"


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        ("sv", "Nätverk och EU"),
        ("da", "Fagnetværkene"),
        ("nb", "Fagnettverkene"),
        ("nn", "Fagnettverka"),
        ("fi", "Asiantuntijaverkostot"),
        ("fi", "Euroopan neuvosto ja EU"),
        ("de", "Fachnetzwerke"),
        ("nl", "Vaknetwerken"),
        ("en", "Council of Europe and the EU"),
    ],
)
def test_a_compound_for_networks_or_what_joins_bodies_of_states_is_no_network(code: str, heading: str) -> None:
    row = next(one for one in FIELDS if one["code"] == code)
    found = _below(row, heading, row["two"])
    assert heading not in found
    assert "KIMO" in found


def test_a_compound_that_names_one_network_is_its_name() -> None:
    row = next(one for one in FIELDS if one["code"] == "nb")
    assert "Kystnettverket" in _below(row, "Kystnettverket", "Kommunen har vært medlem i Kystnettverket siden 2009.")

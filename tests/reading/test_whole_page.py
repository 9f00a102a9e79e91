"""What a page says as a whole: its authority, introduction, purposes, related pages, language and date."""

from __future__ import annotations

import pytest

from tests.reading.pages import ENGLISH, SWEDISH, codes, english, named, only, reading_of, section, words
from tests.reading.test_whom_to_ask import BASES


def test_the_swedish_page_is_read_whole() -> None:
    reading = reading_of(SWEDISH)
    assert (reading.language, reading.authority, reading.title) == (
        "sv",
        "Region Västerhav",
        "Våra internationella nätverk",
    )
    assert [o.name.text for o in reading.organisations] == [
        "Hamnregionernas förbund",
        "Ljuskommissionen",
        "Nordiskt nätverk för öar",
    ]
    harbours, light, islands = reading.organisations
    assert (harbours.figures["members"].value, harbours.figures["members"].approximate) == (120, True)
    assert harbours.figures["countries"].value == 11
    assert (light.figures["members"].value, light.figures["countries"].value) == (17, 7)
    assert [(o.office, o.person, o.party) for o in light.offices] == [
        ("chair", "Tora Ek", "C"),
        ("secretariat", None, None),
    ]
    assert (islands.figures["founded"].value, islands.figures["members"].value) == (1994, 40)
    assert islands.contacts[0].email == "bo-erik.akesson@vasterhav.example.org"
    assert [link.text for link in reading.links] == ["Samarbeten i närområdet"]


def test_the_english_page_is_read_whole() -> None:
    reading = reading_of(ENGLISH)
    assert (reading.language, reading.authority) == ("en", "Region Westsea")
    lights, tides = reading.organisations
    assert {kind: f.value for kind, f in lights.figures.items()} == {"members": 90, "countries": 15, "founded": 1989}
    assert lights.contacts[0].email == "asta.lindqvist@westsea.example.org"
    assert lights.website == "http://lighthouse.example.org" or lights.website == "https://lighthouse.example.org/"
    assert {kind: f.value for kind, f in tides.figures.items()} == {"members": 57, "countries": 12}
    assert tides.membership is not None
    assert tides.membership.since == "2004"
    assert tides.membership.fee is not None
    assert (tides.membership.fee.amount, tides.membership.fee.currency) == (4500, "EUR")
    assert tides.contacts[0].unit == "Department of Culture"
    assert reading.unassigned_emails == ["post@westsea.example.org"]
    assert [link.text for link in reading.links] == ["Networks in the neighbourhood"]


def test_every_span_of_every_finding_shows_words() -> None:
    for page in (SWEDISH, ENGLISH):
        reading = reading_of(page)
        for found in reading.organisations:
            assert found.evidence.keys() == found.confidence.keys()
            assert all(words(reading, found, path).strip() for path in found.evidence)
            assert all(0 < sure <= 1 for sure in found.confidence.values())


def test_captions_of_pictures_are_no_part_of_what_is_told() -> None:
    summary = named(reading_of(SWEDISH), "HRF").summary or ""
    assert "logotyp" not in summary
    assert summary.startswith("HRF är ett förbund")


@pytest.mark.parametrize(
    "caption", ["logo HRF", "HRF logotyp", "Bildresultat för hamnar", "Foto: Ann Ek", "Bild på hamn"]
)
def test_a_caption_left_over_in_a_text_names_and_tells_nothing(caption: str) -> None:
    reading = reading_of(section(caption, "HRF är ett nätverk med 30 medlemmar."))
    assert [o.summary for o in reading.organisations] == ["HRF är ett nätverk med 30 medlemmar."]


def test_the_introduction_is_what_stands_before_the_first_organisation_without_directions() -> None:
    reading = reading_of(SWEDISH)
    assert reading.introduction is not None
    assert reading.introduction.startswith("Region Västerhav deltar")
    assert "Här hittar du" not in reading.introduction
    assert reading.introduction_span is not None
    assert reading.text[slice(*reading.introduction_span)] == reading.introduction


def test_purposes_are_listed_from_the_introduction_with_their_words() -> None:
    reading = reading_of(SWEDISH)
    assert [text for text, _span in reading.purposes] == [
        "dela erfarenheter med andra kuster",
        "hitta partner till projekt",
        "göra länet känt i Bryssel",
    ]
    assert all(reading.text[slice(*span)] == text for text, span in reading.purposes)


def test_purposes_may_stand_in_a_list() -> None:
    page = english("The LLR is a network.").replace(
        "<h2>", "<p>We do this in order to:</p><ul><li>learn from others;</li><li>find partners.</li></ul><h2>", 1
    )
    assert [text for text, _span in reading_of(page).purposes] == ["learn from others", "find partners"]


def test_english_purposes_are_listed() -> None:
    intro = (
        "Region Westsea takes part in networks in order to learn from others, find partners and make the coast known."
    )
    page = f"<html lang='en'><h1>Networks</h1><p>{intro}</p><h2>League of Coasts (LC)</h2><p>The LC is a network.</p>"
    assert [text for text, _span in reading_of(page).purposes] == [
        "learn from others",
        "find partners",
        "make the coast known",
    ]


@pytest.mark.parametrize(
    ("introduction", "authority"),
    [
        ("Region Västerhav deltar i flera nätverk, och vi lär av andra.", "Region Västerhav"),
        ("Västerhavsregionen deltar i nätverk. Västerhavsregionens politiker reser ibland.", "Västerhavsregionen"),
        ("Hamnstads kommun är medlem i flera nätverk där vi lär oss av andra.", "Hamnstads kommun"),
    ],
)
def test_the_authority_is_who_takes_part(introduction: str, authority: str) -> None:
    assert reading_of(section("HRF är ett nätverk.", intro=introduction)).authority == authority


def test_a_page_that_does_not_say_whose_it_is_has_no_authority() -> None:
    page = section("HRF är ett nätverk.", intro="Vi deltar i flera nätverk, och där lär vi av andra.")
    assert reading_of(page).authority is None


def test_related_pages_keep_where_they_lead() -> None:
    page = english("The LLR is a network.").replace(
        "</body>", "<h2>Read more</h2><p><a href='https://westsea.example.org/near'>Near us</a></p></body>"
    )
    assert [(link.text, link.url) for link in reading_of(page).links] == [
        ("Near us", "https://westsea.example.org/near")
    ]


def test_the_date_that_a_page_gives_for_itself_is_kept() -> None:
    assert reading_of(section("HRF är ett nätverk.", "Senast uppdaterad: 2026-03-14")).updated == "2026-03-14"
    assert reading_of(section("HRF är ett nätverk.", "Senast uppdaterad: 2026-13-14")).updated is None


@pytest.mark.parametrize(
    ("line", "since"),
    [
        ("Medlem sedan: 1 mars 2004", "2004-03-01"),
        ("Medlem sedan: mars 2004", "2004-03"),
        ("Medlem sedan: 2004", "2004"),
        ("Region Västerhav är medlem sedan 2004.", "2004"),
        ("Vi gick med 2004.", "2004"),
        ("Region Västerhav är observatör i förbundet sedan mars 2004.", "2004-03"),
    ],
)
def test_since_when_is_as_precise_as_the_page_says(line: str, since: str) -> None:
    found = only(section("HRF är ett nätverk.", line, "Kontakt: Enheten för omvärld"))
    assert found.membership is not None
    assert found.membership.since == since


def test_another_members_year_is_not_the_authoritys() -> None:
    assert only(section("HRF är ett nätverk.", "Riga är medlem sedan 2004.")).membership is None


@pytest.mark.parametrize("date", ["31 februari 2004", "2004-02-31", "våren därpå"])
def test_a_date_that_does_not_exist_becomes_a_notice(date: str) -> None:
    reading = reading_of(section("HRF är ett nätverk.", f"Medlem sedan: {date}"))
    assert reading.organisations[0].membership is None
    assert any(n.code == "date-not-understood" and date in n.message for n in reading.notices)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Medlemskap: associerad medlem", "associate"),
        ("Medlemskap: observatör", "observer"),
        ("Region Västerhav är fullvärdig medlem i förbundet.", "full"),
        ("Vi har observatörsstatus.", "observer"),
    ],
)
def test_the_kind_of_membership_is_read(line: str, kind: str) -> None:
    found = only(section("HRF är ett nätverk.", line))
    assert found.membership is not None
    assert found.membership.kind == kind


@pytest.mark.parametrize(
    ("line", "fee"),
    [
        ("Årsavgift: 45 000 kr", (45000, "SEK")),
        ("Medlemsavgift: 4 500,50 euro per år", (4500.5, "EUR")),
        ("Avgift: € 3.200", (3200, "EUR")),
        ("Region Västerhav betalar 45 000 kronor om året i medlemsavgift.", (45000, "SEK")),
    ],
)
def test_the_fee_is_an_amount_in_a_currency(line: str, fee: tuple[float, str]) -> None:
    found = only(section("HRF är ett nätverk.", line))
    assert found.membership is not None
    assert found.membership.fee is not None
    assert (found.membership.fee.amount, found.membership.fee.currency) == fee


def test_a_fee_that_a_sentence_gives_in_two_amounts_is_left_to_a_person() -> None:
    reading = reading_of(section("HRF är ett nätverk.", "Årsavgiften är mellan 5 000 kr och 9 000 kr."))
    assert reading.organisations[0].membership is None
    assert "fee-not-understood" in codes(reading)


def test_a_year_of_another_clause_is_not_since_when() -> None:
    told = "Region Västerhav är medlem i förbundet, som har funnits sedan 1990."
    assert only(section("HRF är ett nätverk.", told)).membership is None


def test_a_fee_per_inhabitant_is_not_a_yearly_amount() -> None:
    reading = reading_of(section("HRF är ett nätverk.", "Avgift: 2 kr per invånare"))
    assert reading.organisations[0].membership is None
    assert "fee-per-inhabitant" in codes(reading)


def test_the_responsible_committee_is_kept() -> None:
    found = only(section("HRF är ett nätverk.", "Ansvarig nämnd: Kulturnämnden"))
    assert found.membership is not None
    assert found.membership.committee == "Kulturnämnden"


def test_a_label_that_nobody_knows_is_shown() -> None:
    reading = reading_of(section("HRF är ett nätverk.", "Mötesrytm: två gånger om året."))
    (notice,) = [n for n in reading.notices if n.code == "label-unknown"]
    assert "Mötesrytm" in notice.message


def test_a_table_with_column_headings_gives_an_organisation_a_row() -> None:
    page = (
        "<html lang='en'><body><h1>Our memberships</h1><p>Region Westsea takes part in these, and works there.</p>"
        "<table><tr><th>Network</th><th>Members</th><th>Website</th><th>Contact</th></tr>"
        "<tr><td>League of Coasts (LC)</td><td>about 120</td><td>www.coasts.eu</td><td>Asta Lindqvist</td></tr>"
        "<tr><td>Forum of Tidal Towns</td><td>57</td><td>www.tidal.eu</td><td>Department of Culture</td></tr></table>"
        "<p>This table was made in spring.</p></body></html>"
    )
    coasts, tides = reading_of(page).organisations
    assert (coasts.abbreviation, coasts.figures["members"].value, coasts.website) == ("LC", 120, "http://www.coasts.eu")
    assert coasts.contacts[0].person == "Asta Lindqvist"
    assert (tides.name.text, tides.contacts[0].unit) == ("Forum of Tidal Towns", "Department of Culture")
    assert tides.summary is None


def test_what_stands_in_sections_below_an_organisations_heading_is_part_of_what_is_told_of_it() -> None:
    page = (
        "<html lang='en'><body><h1>Our networks</h1><p>Region Westsea takes part in these, and works there.</p>"
        "<h2>League of Coasts (LC)</h2><p>The LC is a network.</p><h3>How it works</h3><p>It has 40 members.</p>"
        "<h2>Forum of Tidal Towns (FTT)</h2><p>The forum has 30 members.</p></body></html>"
    )
    coasts, tides = reading_of(page).organisations
    assert (coasts.figures["members"].value, tides.figures["members"].value) == (40, 30)


def test_a_reading_is_json() -> None:
    shown = reading_of(SWEDISH).as_json()
    assert shown["document"]["language"] == "sv"
    assert shown["organisations"][1]["other_names"] == ["Light Commission"]


WEBSITE_OF_THE_NETWORK = {
    "en": "The network's website",
    "sv": "Nätverkets webbplats",
    "da": "Netværkets hjemmeside",
    "nb": "Nettverkets nettsted",
    "nn": "Nettstaden til nettverket",
    "fi": "Verkoston verkkosivut",
    "de": "Website des Netzwerks",
    "nl": "Website van het netwerk",
    "fr": "Site du réseau",
    "it": "Sito della rete",
    "es": "Página web de la red",
    "pt": "Sítio da rede",
    "pl": "Strona sieci",
}


@pytest.mark.parametrize(("code", "label"), WEBSITE_OF_THE_NETWORK.items())
def test_the_website_of_the_network_is_that_of_the_one_a_page_is_about(code: str, label: str) -> None:
    title, _label, first, *_others = BASES[code].split(" | ")
    page = f"<h1>Eurocities</h1><p>{first}</p><h1>{title}</h1><p>…</p><p>{label}: www.eurocities.eu</p>"
    (one,) = reading_of(f'<!DOCTYPE html><html lang="{code}"><body><main>{page}</main></body></html>').organisations
    assert one.website == "http://www.eurocities.eu"

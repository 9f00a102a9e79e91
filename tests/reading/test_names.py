"""Names of organisations: the name without its abbreviation, other names, and the language of each."""

from __future__ import annotations

import pytest

from tests.reading.pages import codes, english, named, only, reading_of, section, words

TOLD = "Nätverket arbetar för levande hamnar och består av 12 regioner."


@pytest.mark.parametrize(
    ("heading", "name", "abbreviation"),
    [
        ("Hamnregionernas förbund (HRF)", "Hamnregionernas förbund", "HRF"),
        ("HRF – Hamnregionernas förbund", "Hamnregionernas förbund", "HRF"),
        ("HRF - Hamnregionernas förbund", "Hamnregionernas förbund", "HRF"),
        ("Hamnregionernas förbund, HRF", "Hamnregionernas förbund", "HRF"),
        ("Hamnregionernas förbund – HRF", "Hamnregionernas förbund", "HRF"),
        ("HRF (Hamnregionernas förbund)", "Hamnregionernas förbund", "HRF"),
        ("Hamnar/Förbundet för regioner", "Hamnar/Förbundet för regioner", None),
        ("Hamnregionernas förbund", "Hamnregionernas förbund", None),
    ],
)
def test_a_name_is_told_from_its_abbreviation(heading: str, name: str, abbreviation: str | None) -> None:
    found = only(section(TOLD, heading=heading))
    assert (found.name.text, found.abbreviation) == (name, abbreviation)


def test_a_name_in_two_languages_gives_a_name_and_another_name() -> None:
    found = only(section(TOLD, heading="Ljuskommissionen (Light Commission)"))
    assert (found.name.text, found.name.language) == ("Ljuskommissionen", "sv")
    assert [(n.text, n.language) for n in found.other_names] == [("Light Commission", "en")]
    assert found.abbreviation is None


def test_a_name_in_two_languages_with_an_abbreviation_gives_all_three() -> None:
    found = only(section(TOLD, heading="Ljuskommissionen (Light Commission, LC)"))
    assert found.name.text == "Ljuskommissionen"
    assert [n.text for n in found.other_names] == ["Light Commission"]
    assert found.abbreviation == "LC"


def test_an_english_name_on_a_swedish_page_is_known_as_english() -> None:
    found = only(section(TOLD, heading="Network of European Harbour Regions (NEHR)"))
    assert found.name.language == "en"


def test_every_part_of_a_name_shows_its_words() -> None:
    reading = reading_of(section(TOLD, heading="Ljuskommissionen (Light Commission)"))
    (found,) = reading.organisations
    assert words(reading, found, "name") == "Ljuskommissionen"
    assert words(reading, found, "other_names.0") == "Light Commission"


def test_an_html_heading_is_read_as_a_line_of_text_is() -> None:
    found = only(english("The LLR is a network. It brings together 12 regions."))
    assert (found.name.text, found.abbreviation) == ("League of Lighthouse Regions", "LLR")


def test_a_heading_in_bold_only_names_an_organisation_too() -> None:
    page = (
        "<html lang='en'><body><h1>Our networks</h1><p>Region Westsea takes part in several networks.</p>"
        "<p><strong>League of Lighthouse Regions (LLR)</strong></p><p>The league has 12 member regions.</p>"
        "<p><b>Forum of Tidal Towns (FTT)</b></p><p>The forum has 30 members.</p></body></html>"
    )
    assert [o.abbreviation for o in reading_of(page).organisations] == ["LLR", "FTT"]


def test_headings_of_the_page_itself_are_no_organisations() -> None:
    page = (
        "<html lang='sv'><body><h1>Organisationer och nätverk</h1><p>Region Västerhav deltar i nätverk.</p>"
        "<h2>Bakgrund</h2><p>Vi har arbetat med detta länge, och det fortsätter vi med.</p>"
        "<h2>Hamnregionernas förbund (HRF)</h2><p>HRF har 12 medlemmar.</p>"
        "<h2>Läs mer</h2><p><a href='/mer'>Andra samarbeten</a></p></body></html>"
    )
    assert [o.name.text for o in reading_of(page).organisations] == ["Hamnregionernas förbund"]


def test_two_organisations_of_one_name_are_both_kept_with_a_notice() -> None:
    page = section("HRF har 12 medlemmar.", "Hamnregionernas förbund (HRF)", "HRF har 14 medlemmar.")
    reading = reading_of(page)
    assert [o.name.text for o in reading.organisations] == ["Hamnregionernas förbund"] * 2
    assert "same-name" in codes(reading)


def test_a_page_without_an_organisation_gives_a_reading_with_a_notice() -> None:
    reading = reading_of("Öppettider\n\nBiblioteket har öppet på vardagar mellan nio och fem, och på lördagar.\n")
    assert reading.organisations == []
    assert "no-organisation" in codes(reading)


def test_organisations_of_one_page_keep_their_order() -> None:
    page = section("HRF har 12 medlemmar.", "Nordiskt nätverk för öar (NNÖ)", "NNÖ har 40 medlemmar.")
    reading = reading_of(page)
    assert [o.abbreviation for o in reading.organisations] == ["HRF", "NNÖ"]
    assert named(reading, "NNÖ").figures["members"].value == 40

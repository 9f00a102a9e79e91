"""How authorities' sites are set: bold names with a full stop, headings of two names, a switchboard below “Contact”."""

from __future__ import annotations

import pytest

from tests.reading.pages import named, reading_of


@pytest.mark.parametrize("sign", ["", "."])
def test_a_name_in_bold_letters_heads_what_follows_also_with_a_full_stop(sign: str) -> None:
    found = reading_of(
        "<html lang='nb'><title>Nettverk – Vesthav fylkeskommune</title><h1>Samarbeid og nettverk</h1>"
        "<p>Vesthav fylkeskommune deltar i nettverk for regioner i Europa.</p>"
        f"<p><b>CPMR – Conference of Peripheral Maritime Regions{sign}</b></p>"
        "<p>Vesthav fylkeskommune er medlem av CPMR, som er Nordsjøkommisjonens paraply. Den har 150 medlemmer.</p>"
        f"<p><b>Nordsjøkommisjonen (North Sea Commission){sign}</b></p>"
        "<p>Nordsjøkommisjonen har 32 medlemmer og hører til CPMR-paraplyen.</p>"
    )
    whole, part = named(found, "CPMR"), named(found, "Nordsjøkommisjonen")
    assert (whole.figures["members"].value, part.figures["members"].value) == (150, 32)
    assert part.parent == whole.name.text


def test_of_a_heading_with_two_names_the_one_that_has_its_own_below_is_told_of_there_alone() -> None:
    found = reading_of(
        "<html lang='sv'><title>CPMR – Region Västhav</title>"
        "<h1>Conference of Peripheral Maritime Regions och Östersjökommissionen</h1>"
        "<p>Region Västhav är medlem i Conference of Peripheral Maritime Regions (CPMR).</p>"
        "<h2>Baltic Sea Commission – Östersjökommissionen</h2>"
        "<p>Västhav är medlem av Baltic Sea Commission. I Östersjökommissionen samarbetar 20 regioner.</p>"
    )
    assert [one.name.text for one in found.organisations] == [
        "Conference of Peripheral Maritime Regions",
        "Baltic Sea Commission",
    ]


@pytest.mark.parametrize(
    ("language", "title", "text", "authority"),
    [
        (
            "sv",
            "CPMR – Utveckling Västhav",
            "Region Västhav är medlem i CPMR. Region Västhavs ordförande …",
            "Region Västhav",
        ),
        (
            "sv",
            "Euroregion",
            "I år är Region Västhavs län ordförande i CPMR.",
            "Region Västhavs län",
        ),
        ("nb", "CPMR – Fjord og Hei fylkeskommune", "Fylkeskommunen er medlem av CPMR.", "Fjord og Hei fylkeskommune"),
        (
            "nl",
            "CPMR – Westzee.nl",
            "Provincie Westzee is lid van de CPMR. Provincie Westzee telt …",
            "Provincie Westzee",
        ),
        ("it", "CPMR – Marovest", "La Regione Marovest è membro della CPMR. Regione Marovest …", "Regione Marovest"),
    ],
)
def test_an_authority_is_called_as_its_pages_call_it_in_full(
    language: str, title: str, text: str, authority: str
) -> None:
    found = reading_of(f"<html lang='{language}'><title>{title}</title><h1>CPMR</h1><p>{text}</p></html>")
    assert found.authority == authority


def test_the_authority_with_its_switchboard_is_nobody_to_ask() -> None:
    found = reading_of(
        "<html lang='sv'><title>Nätverk – Västhavs stad</title><h1>Internationella nätverk</h1>"
        "<h2>Eurocities</h2><p>Eurocities är ett nätverk. Västhavs stad blev medlem 1995.</p>"
        "<h2>Kontakta stadsledningskontoret</h2><p>Hör av dig till stadsledningskontoret.</p>"
        "<p>Telefon<br>01632 960 100 (Västhavs Stads kontaktcenter)</p></html>"
    )
    assert [contact.person for contact in named(found, "Eurocities").contacts if contact.person] == []

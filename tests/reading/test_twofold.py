"""A heading that names two networks is told apart: each has what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of, text_of
from tests.reading.test_wrong_organisations import OURS

HEADINGS = {
    "sv": "Våra nätverk",
    "en": "Our networks",
    "da": "Vores netværk",
    "nb": "Våre nettverk",
    "nn": "Nettverka våre",
    "fi": "Verkostomme",
    "de": "Unsere Netzwerke",
    "nl": "Onze netwerken",
    "fr": "Nos réseaux",
    "it": "Le nostre reti",
    "es": "Nuestras redes",
    "pl": "Nasze sieci",
    "pt": "As nossas redes",
}


@pytest.mark.parametrize(
    ("code", "heading", "text"),
    [
        ("sv", "Eurocities och Polis", "Kommunen är med i båda sedan 2009. Det förra har 200 medlemmar."),
        ("en", "Eurocities and Polis", "The Council has been a member of both since 2009. The former has 200 members."),
        ("da", "Eurocities og Polis", "Kommunen er medlem af begge siden 2009. Førstnævnte har 200 medlemmer."),
        ("nb", "Eurocities og Polis", "Kommunen er medlem av begge siden 2009. Førstnevnte har 200 medlemmer."),
        ("nn", "Eurocities og Polis", "Kommunen er medlem av begge sidan 2009. Den førstnemnde har 200 medlemer."),
        ("fi", "Eurocities ja Polis", "Kaupunki liittyi molempiin vuonna 2009. Ensin mainitulla on 200 jäsentä."),
        ("de", "Eurocities und Polis", "Die Stadt ist seit 2009 Mitglied in beiden. Ersteres hat 200 Mitglieder."),
        ("nl", "Eurocities en Polis", "De gemeente is sinds 2009 lid van beide. Het eerste telt 200 leden."),
        ("fr", "Eurocities et Polis", "La Ville est membre des deux depuis 2009. Le premier compte 200 membres."),
        ("it", "Eurocities e Polis", "Il Comune è membro di entrambe dal 2009. La prima conta 200 membri."),
        (
            "es",
            "Eurocities y Polis",
            "La ciudad es miembro de ambas desde 2009. La primera cuenta con 200 miembros.",
        ),
        ("pl", "Eurocities i Polis", "Miasto jest członkiem obu sieci od 2009 roku. Pierwsza liczy 200 członków."),
        ("pt", "Eurocities e Polis", "O Município é membro de ambas desde 2009. A primeira conta com 200 membros."),
    ],
)
def test_a_heading_of_two_networks_is_a_section_of_each(code: str, heading: str, text: str) -> None:
    found = text_of(HEADINGS[code], "", heading, text, "", "Energy Cities", "", "ICLEI").organisations
    told = {
        one.name.text: (one.membership and one.membership.since, one.figures.get("members") is not None)
        for one in found
        if one.name.text in ("Eurocities", "Polis")
    }
    assert told == {"Eurocities": ("2009", True), "Polis": ("2009", False)}


def test_two_names_of_one_network_make_one_section() -> None:
    found = text_of("Our networks", "", "Cities & Regions for Transport Innovation", "We are a member since 2009.")
    assert [one.name.text for one in found.organisations] in ([], ["Cities & Regions for Transport Innovation"])


def test_of_two_networks_neither_has_a_figure_that_is_not_plainly_its_own() -> None:
    found = text_of("Our networks", "", "Eurocities and Polis", "We joined both in 2009. It was founded in 1986.")
    assert all("founded" not in one.figures for one in found.organisations)


_TWO = (Path(__file__).parent / "languages" / "two_in_a_heading.tsv").read_text("utf8").splitlines()


@pytest.mark.parametrize(("code", "heading", "told", "names"), [row.split("\t") for row in _TWO if row[0] != "#"])
def test_a_heading_joins_two_networks_of_which_one_may_be_known_by_what_it_says_alone(
    code: str, heading: str, told: str, names: str
) -> None:
    title, ours = OURS[code]
    page = f"<html lang='{code}'><body><main><h1>{title}</h1>{ours}<h2>{heading}</h2><p>{told}</p></main></body></html>"
    found = [one.name.text for one in reading_of(page).organisations]
    assert [name for name in found if name != "Eurocities"] == names.split("|")

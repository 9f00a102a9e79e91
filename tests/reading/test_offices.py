"""Offices that the authority holds, itself or through a person; and those that it does not."""

from __future__ import annotations

import pytest

from hansa.reading.types import Office
from tests.reading.pages import codes, english, only, reading_of, section, words

TOLD = "HRF är ett nätverk."


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Region Västerhav är ordförande i förbundet genom Tora Ek (C).", [Office("chair", "Tora Ek", "C")]),
        (
            "Region Västerhav är ordförande i HRF genom Tora Ek (C), och innehar nu sekretariatet.",
            [Office("chair", "Tora Ek", "C"), Office("secretariat")],
        ),
        ("Vi är vice ordförande genom Nils von Hamn (M).", [Office("vice-chair", "Nils von Hamn", "M")]),
        ("Vi är ordförande genom regionrådet Tora Ek (C).", [Office("chair", "Tora Ek", "C")]),
        ("Vi innehar sekretariatet.", [Office("secretariat")]),
        ("Vi svarar för närvarande för sekretariatet.", [Office("secretariat")]),
        (
            "Region Västerhav är nu ordförande genom Tora Ek (C), och är även värd för sekretariatet.",
            [Office("chair", "Tora Ek", "C"), Office("secretariat")],
        ),
        ("Region Västerhav är värd för sekretariatet.", [Office("secretariat")]),
        ("Sekretariatet finns hos Region Västerhav.", [Office("secretariat")]),
        ("Vi sitter i styrelsen genom Tora Ek (C).", [Office("board", "Tora Ek", "C")]),
        ("Tora Ek (C) från Region Västerhav är vice ordförande.", [Office("vice-chair", "Tora Ek", "C")]),
        (
            "Vi är ordförande genom Tora Ek (C) 2025–2027.",
            [Office("chair", "Tora Ek", "C", since="2025", until="2027")],
        ),
    ],
)
def test_an_office_of_the_authority_is_found_in_swedish(sentence: str, offices: list[Office]) -> None:
    assert only(section(TOLD, sentence)).offices == offices


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Region Westsea holds the chair through Tora Ek (Green).", [Office("chair", "Tora Ek", "Green")]),
        ("Region Westsea chairs the league through Tora Ek (Green).", [Office("chair", "Tora Ek", "Green")]),
        ("We currently host the secretariat.", [Office("secretariat")]),
        ("The secretariat is hosted by Region Westsea.", [Office("secretariat")]),
        ("Our councillor Tora Ek (Green) is vice-chair.", [Office("vice-chair", "Tora Ek", "Green")]),
        ("We have a seat on the board.", [Office("board")]),
    ],
)
def test_an_office_of_the_authority_is_found_in_english(sentence: str, offices: list[Office]) -> None:
    assert only(english("The LLR is a network.", sentence)).offices == offices


@pytest.mark.parametrize(
    "page",
    [
        section(TOLD, "Sekretariatet finns i Bryssel."),
        section(TOLD, "Förbundets ordförande är Tora Ek (C)."),
        section(TOLD, "Region Västerhav är medlem i HRF, vars ordförande är Tora Ek."),
        section(TOLD, "Vi har god kontakt med sekretariatet i Riga."),
        section(TOLD, "Vi arbetar nära styrelsen."),
        section(TOLD, "Kontakt: Asta Lind, enheten för omvärld/Light Commission Secretariat"),
        english("The LLR is a network.", "Its secretariat is in Brussels and its president comes from Riga."),
        english("The LLR is a network.", "We work with the secretariat and follow the board."),
        english("The LLR is a network.", "Region Westsea is a member of the league, whose chair is Tora Ek."),
    ],
)
def test_an_office_of_somebody_else_is_not_the_authoritys(page: str) -> None:
    assert only(page).offices == []


@pytest.mark.parametrize(
    "page",
    [
        section(TOLD, "Region Västerhav var tidigare ordförande i förbundet, och vi är värd för sekretariatet."),
        english("The LLR is a network.", "We are no longer the chair of the league."),
    ],
)
def test_an_office_that_may_be_past_becomes_a_notice(page: str) -> None:
    reading = reading_of(page)
    assert reading.organisations[0].offices == []
    assert "office-doubtful" in codes(reading)


def test_a_labelled_role_gives_offices() -> None:
    page = section(TOLD, "Vår roll: ordförande genom Tora Ek (C); sekretariat", "Kontakt: Enheten för omvärld")
    assert only(page).offices == [Office("chair", "Tora Ek", "C"), Office("secretariat")]


def test_a_labelled_role_that_is_none_known_becomes_a_notice() -> None:
    assert "role-not-understood" in codes(reading_of(section(TOLD, "Vår roll: pådrivande")))


def test_an_office_shows_its_words() -> None:
    reading = reading_of(section(TOLD, "Region Västerhav är ordförande i förbundet genom Tora Ek (C)."))
    (found,) = reading.organisations
    assert words(reading, found, "offices.0") == "ordförande i förbundet genom Tora Ek (C)"

"""Web addresses, mended where the page broke them, and plain e-mail addresses."""

from __future__ import annotations

import pytest

from tests.reading.pages import codes, english, only, reading_of, section, words

TOLD = "HRF är ett nätverk."


@pytest.mark.parametrize(
    ("line", "website"),
    [
        ("Hemsida: www.hamnar.example.org", "http://www.hamnar.example.org"),
        ("Webbplats: https://hamnar.example.org/om/", "https://hamnar.example.org/om/"),
        ("Webb: hamnar.eu", "http://hamnar.eu"),
        ("Hemsida: www.hamnar.eu.", "http://www.hamnar.eu"),
        ("Hemsida: Förbundets webb (www.hamnar.eu)", "http://www.hamnar.eu"),
    ],
)
def test_a_web_address_is_read_behind_its_label(line: str, website: str) -> None:
    assert only(section(TOLD, line)).website == website


@pytest.mark.parametrize(
    ("written", "website"),
    [
        ("www. hamnar.eu", "http://www.hamnar.eu"),
        ("www .hamnar.eu", "http://www.hamnar.eu"),
        ("http:// www.hamnar.eu/sv", "http://www.hamnar.eu/sv"),
        ("https: //hamnar.eu", "https://hamnar.eu"),
    ],
)
def test_a_broken_address_is_mended_with_a_notice(written: str, website: str) -> None:
    reading = reading_of(section(TOLD, f"Hemsida: {written}"))
    (found,) = reading.organisations
    assert found.website == website
    assert "address-mended" in codes(reading)
    assert words(reading, found, "website") == written
    assert found.confidence["website"] < 0.95


@pytest.mark.parametrize("written", ["kommer snart", "se intranätet", "www.", "http://", "hamnar.zzz"])
def test_what_is_no_web_address_becomes_a_notice_that_shows_it(written: str) -> None:
    reading = reading_of(section(TOLD, f"Hemsida: {written}"))
    assert reading.organisations[0].website is None
    (notice,) = [n for n in reading.notices if n.code == "not-an-address"]
    assert written in notice.message


def test_the_website_is_where_the_link_leads_when_its_words_do_not_say() -> None:
    page = english("The LLR is a network.", 'Website: <a href="https://lighthouse.example.org/en">open</a>')
    assert only(page).website == "https://lighthouse.example.org/en"


def test_a_link_that_says_it_leads_to_the_website_is_one() -> None:
    page = english('The LLR is a network. <a href="https://lighthouse.example.org">Website of the league</a>')
    assert only(page).website == "https://lighthouse.example.org"


def test_any_other_link_in_the_text_is_not_the_website() -> None:
    page = english('The LLR is a network. <a href="https://other.example.org/report">A report on coasts</a>')
    assert only(page).website is None


@pytest.mark.parametrize("wrong", ["asta.lindqvist@", "asta@nowhere", "asta..lind@example.org"])
def test_what_is_no_e_mail_address_becomes_a_notice(wrong: str) -> None:
    reading = reading_of(section(TOLD, f"Kontakt: Asta Lindqvist, enheten för omvärld, {wrong}"))
    assert reading.organisations[0].contacts[0].email is None
    assert any(n.code == "not-an-address" and wrong in n.message for n in reading.notices)


def test_addresses_of_nobody_are_listed_once() -> None:
    page = section(TOLD, "Skriv till post@vasterhav.example.org.", "Eller post@vasterhav.example.org!")
    assert reading_of(page).unassigned_emails == ["post@vasterhav.example.org"]

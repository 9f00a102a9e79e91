"""Fees, as twelve languages write amounts and currencies."""

from __future__ import annotations

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.languages import languages
from hansa.reading.money import fee_in, fees_in, goes_by_heads
from hansa.reading.types import Fee
from tests.reading.pages import codes, only, reading_of, section

LOCALES = {code: {"pt": "pt_PT", "en": "en_GB"}.get(code, code) for code in languages()}


@pytest.mark.parametrize(
    ("words", "code", "fee"),
    [
        ("12 000 kr", "sv", (12000, "SEK")),
        ("12\u00a0000 kronor per år", "sv", (12000, "SEK")),
        ("SEK 12,000", "en", (12000, "SEK")),
        ("12 tkr", "sv", (12000, "SEK")),
        ("1,2 mnkr", "sv", (1_200_000, "SEK")),
        ("1,2 miljoner kronor", "sv", (1_200_000, "SEK")),
        ("kr. 25.000,-", "da", (25000, "DKK")),
        ("32.500 kr. om året", "da", (32500, "DKK")),
        ("1,2 mio. kr.", "da", (1_200_000, "DKK")),
        ("45.000 NOK", "nb", (45000, "NOK")),
        ("kr 45 000", "nb", (45000, "NOK")),
        ("1,2 mill. kroner", "nn", (1_200_000, "NOK")),
        ("12.000,00 €", "de", (12000, "EUR")),
        ("€ 12.000,-", "nl", (12000, "EUR")),
        ("bedraagt in 2026 € 11.480", "nl", (11480, "EUR")),
        ("12 Tsd. Euro", "de", (12000, "EUR")),
        ("T€ 12", "de", None),
        ("12 T€", "de", (12000, "EUR")),
        ("0,5 Mio. Euro", "de", (500_000, "EUR")),
        ("EUR 4'500", "de", (4500, "EUR")),
        ("CHF 4'500.–", "de", (4500, "CHF")),
        ("£3,500 p.a.", "en", (3500, "GBP")),
        ("£3.5k a year", "en", (3500, "GBP")),
        ("£12,000pa", "en", (12000, "GBP")),
        ("12 000 zł", "pl", (12000, "PLN")),
        ("12 tys. zł", "pl", (12000, "PLN")),
        ("1 250 €/an", "fr", (1250, "EUR")),
        ("45 k€", "fr", (45000, "EUR")),
        ("3.000 euro all'anno", "it", (3000, "EUR")),
        ("3 mila euro", "it", (3000, "EUR")),
        ("1.830,50 euros", "es", (1830.5, "EUR")),
        ("2.500 € al año", "es", (2500, "EUR")),
        ("3 mil euros", "pt", (3000, "EUR")),
        ("2 500 euroa", "fi", (2500, "EUR")),
        ("CZK 10 000", "en", (10000, "CZK")),
        ("2025: 12 000 kr", "sv", (12000, "SEK")),
        ("12 000 kr (2025)", "sv", (12000, "SEK")),
        ("4 500 euro (cirka 50 000 kr)", "sv", (4500, "EUR")),
        ("totalt 12 000 kr (0,10 kr per invånare)", "sv", (12000, "SEK")),
        ("10 000–15 000 kr", "sv", None),
        ("£1,000-£2,000", "en", None),
        ("12 000 kr", "en", None),
        ("2025", "sv", None),
        ("ingen avgift", "sv", None),
    ],
)
def test_an_amount_is_read_as_its_country_writes_it(words: str, code: str, fee: tuple[float, str] | None) -> None:
    assert fee_in(words, languages()[code]) == (Fee(*fee) if fee else None)


@given(st.integers(101, 9_999_999), st.sampled_from(sorted(languages())), st.sampled_from(["EUR", "GBP", "CHF", "SEK", "PLN", "NOK", "DKK"]), st.booleans())  # fmt: skip  # noqa: E501
def test_any_amount_as_babel_writes_it_is_read_back(hundredths: int, code: str, currency: str, spelled: bool) -> None:
    written = format_currency(
        hundredths / 100, currency, locale=LOCALES[code], format_type="standard", currency_digits=True
    )
    if spelled:
        written = format_currency(hundredths / 100, currency, "¤¤ #,##0.00", locale=LOCALES[code])
    home = {"sv": "SEK", "da": "DKK", "nb": "NOK", "nn": "NOK"}.get(code)
    if "kr" in written and home != currency:
        return  # babel too writes a bare kr for the home currency only
    amount = hundredths / 100
    assert fee_in(written, languages()[code]) == Fee(int(amount) if amount == int(amount) else amount, currency)


@pytest.mark.parametrize(
    ("label", "words", "code", "fee"),
    [
        ("Avgift (SEK)", "12 000", "sv", (12000, "SEK")),
        ("Avgift 2025, tkr", "12,5", "sv", (12500, "SEK")),
        ("Avgift (1 000 kr)", "12", "sv", (12000, "SEK")),
        ("Kontingent i kr.", "25.000", "da", (25000, "DKK")),
        ("Kontingent i kr.", "25.000,-", "da", (25000, "DKK")),
        ("Cotisation 2024 (€)", "1 250", "fr", (1250, "EUR")),
        ("Beitrag in T€", "12", "de", (12000, "EUR")),
        ("Składka (tys. zł)", "12", "pl", (12000, "PLN")),
        ("Składka (zł)", "ok. 12 000", "pl", (12000, "PLN")),
        ("Annual fee (£)", "2,500 (2025)", "en", (2500, "GBP")),
        ("Annual fee (£)", "EUR 2,500", "en", (2500, "EUR")),
        ("Annual fee", "2,500", "en", None),
        ("Annual fee (£)", "see 2025", "en", None),
        ("Avgift (kr/invånare)", "2", "sv", None),
    ],
)
def test_a_bare_number_takes_the_currency_of_its_label(
    label: str, words: str, code: str, fee: tuple[float, str] | None
) -> None:
    assert fee_in(words, languages()[code], label) == (Fee(*fee) if fee else None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2 kr per invånare", "sv"),
        ("2 kr/invånare", "sv"),
        ("45 øre pr. indbygger", "da"),
        ("25 øre per innbygger", "nb"),
        ("1 kr per innbyggjar", "nn"),
        ("0,02 €/asukas", "fi"),
        ("0,02 € je Einwohner", "de"),
        ("50 € je 1.000 Einwohner", "de"),
        ("€ 0,21 per inwoner", "nl"),
        ("0,05 € par habitant", "fr"),
        ("0,05 euro per abitante", "it"),
        ("0,05 € por habitante", "es"),
        ("0,10 zł na mieszkańca", "pl"),
        ("0,05 € por habitante", "pt"),
        ("2 pence per head of population, £0.02 per inhabitant", "en"),
    ],
)
def test_an_amount_for_each_inhabitant_is_no_yearly_amount(words: str, code: str) -> None:
    assert fees_in(words, languages()[code]) == []
    assert goes_by_heads(words, languages()[code])


def test_an_amount_for_each_inhabitant_is_shown_to_a_person() -> None:
    for line in ("Avgift: 2 kr per invånare", "Medlemsavgiften är 2 kr per invånare och år."):
        reading = reading_of(section("HRF är ett nätverk.", line))
        assert reading.organisations[0].membership is None
        assert "fee-per-inhabitant" in codes(reading)


def test_a_whole_amount_is_written_without_decimals() -> None:
    fee = only(section("HRF är ett nätverk.", "Avgift: 12 000 kr")).membership
    assert fee is not None
    assert repr(fee.fee and fee.fee.amount) == "12000"

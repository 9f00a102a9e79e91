"""Dates, terms and phone numbers, as twelve languages write them."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.dates import date_in, span_in
from hansa.reading.languages import languages
from hansa.reading.phones import phone, phones

LOCALES = {code: {"pt": "pt_PT", "en": "en_GB"}.get(code, code) for code in languages()}
DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


def read(words: str, code: str) -> str | None:
    found = date_in(words, languages()[code])
    return found[0] if found else None


@given(DAYS, st.sampled_from(sorted(languages())), st.sampled_from(["long", "medium"]))
def test_a_day_as_its_language_writes_it_is_read_back(day: date, code: str, width: str) -> None:
    written = format_date(day, width, LOCALES[code])
    if not (len(written.split(".")[-1]) == 2 or len(written.split("/")[-1]) == 2):  # a year of two digits forgets
        assert read(written, code) == day.isoformat()


@given(DAYS, st.sampled_from(sorted(languages())), st.sampled_from(["format", "stand-alone"]))
def test_a_month_as_its_language_writes_it_is_read_back(day: date, code: str, context: str) -> None:
    name = Locale.parse(LOCALES[code]).months[context]["wide"][day.month]
    for written in (f"{name} {day.year}", f"{name.title()} {day.year}", f"… {name} {day.year}, …"):
        assert read(written, code) == f"{day:%Y-%m}"


@given(DAYS, st.sampled_from(sorted(languages())), st.sampled_from(["{d}.{m}.{y}", "{d:02}/{m:02}/{y}", "{d:02}-{m:02}-{y}", "{d}/{m} {y}", "{d}. {m}. {y}", "{y}-{m:02}-{d:02}", "{y}.{m:02}.{d:02}"]))  # fmt: skip  # noqa: E501
def test_a_day_in_figures_is_read_back_day_first(day: date, code: str, form: str) -> None:
    assert read(form.format(d=day.day, m=day.month, y=day.year), code) == day.isoformat()


@pytest.mark.parametrize(
    ("words", "code", "edtf"),
    [
        ("den 1 mars 2019", "sv", "2019-03-01"),
        ("1:a mars 2019", "sv", "2019-03-01"),
        ("sedan våren 2019", "sv", "2019"),
        ("1. marts 2019", "da", "2019-03-01"),
        ("den 3. juni 1996", "da", "1996-06-03"),
        ("1.3.2019 alkaen", "fi", "2019-03-01"),
        ("maaliskuussa 2019", "fi", "2019-03"),
        ("maaliskuusta 2019", "fi", "2019-03"),
        ("3/2019", "fi", "2019-03"),
        ("1. März 2019", "de", "2019-03-01"),
        ("1. Jänner 2019", "de", "2019-01-01"),
        ("01.03.19", "de", "2019-03-01"),
        ("03/2019", "de", "2019-03"),
        ("27/04/2021", "es", "2021-04-27"),
        ("1 de marzo de 2019", "es", "2019-03-01"),
        ("marzo del 2019", "es", "2019-03"),
        ("1er mars 2019", "fr", "2019-03-01"),
        ("août 2019", "fr", "2019-08"),
        ("1° marzo 2019", "it", "2019-03-01"),
        ("1º de março de 2019", "pt", "2019-03-01"),
        ("março de 2019", "pt", "2019-03"),
        ("1 marca 2019 r.", "pl", "2019-03-01"),
        ("w marcu 2019 roku", "pl", "2019-03"),
        ("1 III 2019", "pl", "2019-03-01"),
        ("1 maart 2019", "nl", "2019-03-01"),
        ("1st of March 2019", "en", "2019-03-01"),
        ("March 1, 2019", "en", "2019-03-01"),
        ("10/03/2019", "en", "2019-03-10"),
        ("spring 2019", "en", "2019"),
        ("1/3-2019", "nb", "2019-03-01"),
    ],
)
def test_a_date_is_read_as_precise_as_it_is_written(words: str, code: str, edtf: str) -> None:
    assert read(words, code) == edtf


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("31 februari 2004", "sv"),
        ("2004-02-31", "sv"),
        ("31.02.2004", "de"),
        ("03/19/2019", "en"),
        ("på 1990-talet", "sv"),
        ("in the 1990s", "en"),
        ("1990-luvulla", "fi"),
        ("in den 1990er Jahren", "de"),
        ("Ley 19/2013", "es"),
        ("12 000", "sv"),
        ("EUR 2000,50", "de"),
    ],
)
def test_what_is_no_date_or_never_was_is_none(words: str, code: str) -> None:
    assert read(words, code) is None


@pytest.mark.parametrize(
    ("words", "code", "span"),
    [
        ("2016–18", "en", ("2016", "2018")),
        ("2022-2026", "sv", ("2022", "2026")),
        ("2023/27", "de", ("2023", "2027")),
        ("2011-12", "sv", ("2011", "2012")),
        ("2024-06", "sv", ("2024-06", None)),
        ("until 2028", "en", (None, "2028")),
        ("until the end of June 2028", "en", (None, "2028-06")),
        ("since 2019", "en", ("2019", None)),
        ("2022 –", "en", ("2022", None)),
        ("–2026", "sv", (None, "2026")),
        ("bis 2028", "de", (None, "2028")),
        ("seit 1. März 2019", "de", ("2019-03-01", None)),
        ("von 2023 bis 2027", "de", ("2023", "2027")),
        ("t.o.m. 2026", "sv", (None, "2026")),
        ("vald till ordförande sedan 2024", "sv", ("2024", None)),
        ("1 januari 2026 till och med den 31 december 2029", "sv", ("2026-01-01", "2029-12-31")),
        ("1. januar 2026 – 31. december 2029", "da", ("2026-01-01", "2029-12-31")),
        ("indtil udgangen af 2027", "da", (None, "2027")),
        ("siden oktober 2023. Hendes mandat løber til oktober 2027", "da", ("2023-10", "2027-10")),
        ("ut 2027", "nb", (None, "2027")),
        ("jusqu'en 2027", "fr", (None, "2027")),
        ("depuis 2019", "fr", ("2019", None)),
        ("de 2022 à 2026", "fr", ("2022", "2026")),
        ("fino al 2026", "it", (None, "2026")),
        ("dal 2019 al 2024", "it", ("2019", "2024")),
        ("hasta junio de 2027", "es", (None, "2027-06")),
        ("Del 1 de enero de 2025 al 31 de diciembre de 2027", "es", ("2025-01-01", "2027-12-31")),
        ("desde 2019", "pt", ("2019", None)),
        ("até 2027", "pt", (None, "2027")),
        ("do 2028", "pl", (None, "2028")),
        ("od 2019 do 2024 r.", "pl", ("2019", "2024")),
        ("vuodesta 2019", "fi", ("2019", None)),
        ("1.1.2024 alkaen", "fi", ("2024-01-01", None)),
        ("2028 saakka", "fi", (None, "2028")),
        ("vuoden 2028 loppuun", "fi", (None, "2028")),
        ("1.1.2026–31.12.2029", "fi", ("2026-01-01", "2029-12-31")),
        ("tot en met 2027", "nl", (None, "2027")),
        ("tot 1 juni 2026", "nl", (None, "2026-06-01")),
        ("sinds mei 2026 voorzitter", "nl", ("2026-05", None)),
        ("nothing", "en", (None, None)),
    ],
)
def test_a_term_is_read_in_every_language(words: str, code: str, span: tuple[str | None, str | None]) -> None:
    assert span_in(words, languages()[code]) == span


@given(st.integers(1900, 2080), st.integers(1, 19), st.sampled_from(["–", "-", " – ", "/"]), st.booleans())
def test_any_span_of_years_is_read_back(since: int, years: int, dash: str, short: bool) -> None:
    until = since + years
    shown = str(until % 100).zfill(2) if short and until // 100 == since // 100 else str(until)
    if not (dash == "-" and len(shown) == 2 and int(shown) <= 12):  # may be a month
        assert span_in(f"{since}{dash}{shown}", languages()["en"]) == (str(since), str(until))


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        ("tel. 010-123 45 67", "sv", "+46101234567"),
        ("08-123 456 78 vx", "sv", "+46812345678"),
        ("+46 (0)10-123 45 67", "en", "+46101234567"),
        ("Tlf. 74 30 12 81 / mobil 20 30 12 81", "da", "+4574301281"),
        ("telefon 22 86 24 00", "nb", "+4722862400"),
        ("puh. 018 25 000", "fi", "+35818 25000".replace(" ", "")),
        ("Tel.: 0421/361-2204", "de", "+494213612204"),
        ("Tél. 081 77 67 11", "fr", "+3281776711"),
        ("Tel. 0115 58 23 77", "nl", "+31115582377"),
        ("+32 56 99 12 34", "nl", "+3256991234"),
        ("Tél. 02 99 27 10 10", "fr", "+33299271010"),
        ("942 20 71 15", "es", "+34942207115"),
        ("tel. 051 527 3111", "it", "+390515273111"),
        ("tel. 12 630 33 00", "pl", "+48126303300"),
        ("telefone 289 895 200", "pt", "+351289895200"),
        ("tel. 010-123 45 67 anknytning 12", "sv", "+46101234567;ext=12"),
        ("020 7946 0018 ext. 12", "en", "+442079460018;ext=12"),
        ("tel. 12 630 33 00 wew. 145", "pl", "+48126303300;ext=145"),
        ("tel. 01632 960 123", "en", "+441632960123"),
    ],
)
def test_a_phone_number_is_read_in_international_form(words: str, code: str, number: str) -> None:
    found = phone(words, languages()[code])
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize("words", ["2025-2027", "1 januari 2026", "12 000 kr", "dnr 2024/123456", ""])
def test_other_numbers_are_no_phone_numbers(words: str) -> None:
    assert phone(words, languages()["sv"]) is None


def test_several_numbers_are_read_in_their_order() -> None:
    found = [number for number, _start, _end in phones("Tlf. 74 30 12 81 / mobil 20 30 12 81", languages()["da"])]
    assert found == ["+4574301281", "+4520301281"]

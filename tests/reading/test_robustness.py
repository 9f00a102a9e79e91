"""Any input gives a reading or a clear error, in bounded time; what is found keeps its own law."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reading import ReadingError, open_document, read
from hansa.reading.languages import detect, languages
from tests.fuzz_reading import PIECES, check, invented
from tests.reading.pages import ENGLISH, SWEDISH, codes, reading_of

ANY_PAGE = st.one_of(
    st.binary(max_size=2000),
    st.text(max_size=1000).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(PIECES), max_size=200).map(lambda pieces: "".join(pieces).encode()),
    st.integers(0, 2**32).map(lambda seed: invented(random.Random(seed))),
)


@given(ANY_PAGE)
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_reading_that_keeps_its_law_or_a_clear_error(content: bytes) -> None:
    with suppress(ReadingError):
        check(read(open_document(content)))


@given(st.integers(0, 2**32))
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(seed: int) -> None:
    content = invented(random.Random(seed))
    with suppress(ReadingError):
        assert read(open_document(content)) == read(open_document(content))


REPEATED = [
    "Kontakt: Asta Lindqvist, enheten för omvärld\n",
    "Nätverk Alfa (NA)\nNätverket har 12 medlemmar från sex länder.\nHemsida: www.alfa.eu\n",
    "12 medlemmar från tretton länder plus Norge, ",
    "Region Västerhav är ordförande genom Tora Ek (C), och ",
    "asta (at) example (dot) org ",
    "uiqt|wBasta@b-se ",
    "a.b@example.org ",
    "x",
    "a.",
    "((((",
    "<b><p>",
    "<table><tr><th>",
    "<ul><li>",
    "<a href='mailto:a@example.org'><div>",
]


@pytest.mark.parametrize("unit", REPEATED)
def test_a_page_of_one_thing_repeated_without_end_is_read(unit: str) -> None:
    """How the time grows is measured by `make bench`."""
    reading = reading_of("Våra nätverk\n\nNätverket Beta (NB)\n\n" + unit * (60_000 // len(unit)))
    assert len(reading.notices) <= 201
    assert all(
        0 <= start <= end <= len(reading.text) for o in reading.organisations for start, end in o.evidence.values()
    )


def test_html_nested_without_end_keeps_its_words_and_says_so() -> None:
    reading = reading_of("<p>Our networks</p>" + "<div><ul><li>" * 50_000 + "Deep down")
    assert "Deep down" in reading.text
    assert "markup-cut" in codes(reading)


def test_notices_are_not_without_end() -> None:
    reading = reading_of(SWEDISH + "Nätverk Alfa (NA)\n\nHemsida: saknas\n\n" * 1000)
    assert len(reading.notices) == 201
    assert reading.notices[-1].code == "more-notices"


@pytest.mark.parametrize(("page", "language"), [(SWEDISH, "sv"), (ENGLISH, "en")])
def test_a_language_is_told_by_its_words_whatever_the_page_declares(page: str, language: str) -> None:
    assert detect(page, "de") == language


def test_a_page_in_no_known_language_says_so() -> None:
    reading = reading_of("Mūsu tīkli\n\nMēs sadarbojamies ar daudziem reģioniem.\n")
    assert reading.language is None
    assert "language-unknown" in codes(reading)


@pytest.mark.parametrize("code", sorted(languages()))
def test_each_language_file_has_every_cue_and_only_small_letters(code: str) -> None:
    cues = languages()[code].words
    assert cues.keys() == languages()["en"].words.keys()
    assert all(word == word.lower() for words in cues.values() for word in words)


@pytest.mark.parametrize("code", sorted(languages()))
def test_each_language_knows_its_number_words_months_and_countries(code: str) -> None:
    language = languages()[code]
    assert set(range(2, 101)) <= set(language.numbers.values())
    assert set(range(1, 13)) == set(language.months.values())
    assert len(language.countries) > 200

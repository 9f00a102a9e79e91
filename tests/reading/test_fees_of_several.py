"""What is paid to each of several networks that one sentence names, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "fees_of_several.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
FEES = {"Eurocities": 16400, "Polis": 5700, "ICLEI": 2250}


def _read(code: str, words: str) -> dict[str, float | None]:
    title, introduction, is_what = PAGES[code]
    networks = "".join(f"<h2>{name}</h2><p>{is_what}</p>" for name in FEES)
    page = (
        f'<html lang="{code}"><body><main><h1>{title}</h1><p>{introduction} {words}</p>{networks}</main></body></html>'
    )
    found = reading_of(page).organisations
    fees = {one.name.text: one.membership.fee if one.membership else None for one in found}
    return {name: fee.amount if fee else None for name, fee in fees.items()}


@pytest.mark.parametrize(("code", "words"), _ROWS)
def test_each_network_of_a_sentence_has_the_sum_beside_its_name(code: str, words: str) -> None:
    assert _read(code, words) == FEES


@pytest.mark.parametrize(
    "words",
    [
        "The fees for Eurocities and Polis are 16,400 euros and 5,700 euros, and those for ICLEI go by inhabitants.",
        "Eurocities has a budget of 4,000,000 euros, Polis one of 2,000,000 euros.",
        "The fee for Eurocities is 0.02 euros per inhabitant, for Polis 0.01 euros per inhabitant.",
    ],
)
def test_sums_that_are_not_plainly_each_ones_fee_are_nobodys(words: str) -> None:
    assert set(_read("en", words).values()) == {None}


_IN_ALL = (Path(__file__).parent / "languages" / "fees_in_all.tsv").read_text("utf8").splitlines()


@pytest.mark.parametrize(("code", "words"), [line.split("\t") for line in _IN_ALL if not line.startswith("#")])
def test_the_sum_of_all_fees_is_not_that_of_the_network_told_last(code: str, words: str) -> None:
    title, introduction, is_what = PAGES[code]
    networks = "".join(f"<h2>{name}</h2><p>{is_what}</p>" for name in FEES)
    body = f"<h1>{title}</h1><p>{introduction}</p>{networks}<p>{words}</p>"
    found = reading_of(f'<html lang="{code}"><body><main>{body}</main></body></html>').organisations
    assert not any(one.membership and one.membership.fee for one in found)

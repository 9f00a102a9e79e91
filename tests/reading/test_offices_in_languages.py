"""Who sits on a network's board where the verb stands first, and who is but to hold an office, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Office
from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "offices_later.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


def _offices(code: str, words: str) -> list[Office]:
    title, introduction, is_what = PAGES[code]
    networks = f"<h2>Eurocities</h2><p>{is_what}</p><h2>Polis</h2><p>{is_what} {words}</p>"
    page = f'<html lang="{code}"><body><main><h1>{title}</h1><p>{introduction}</p>{networks}</main></body></html>'
    return [office for one in reading_of(page).organisations for office in one.offices if one.name.text == "Polis"]


@pytest.mark.parametrize(("code", "person", "words"), [row for row in _ROWS if row[1]])
def test_who_sits_on_the_networks_board_is_found_behind_the_verb(code: str, person: str, words: str) -> None:
    (held,) = _offices(code, words)
    assert (held.office, held.person) == ("board", person)


@pytest.mark.parametrize(("code", "_nobody", "words"), [row for row in _ROWS if not row[1]])
def test_who_is_proposed_or_takes_over_later_holds_no_office(code: str, _nobody: str, words: str) -> None:
    assert not _offices(code, words)


def test_an_office_that_begins_later_goes_and_the_others_keep_what_proves_them() -> None:
    told = "Cllr Ann Ek (Lab) is vice-chair of Polis. From May 2049 Cllr Bo Al (Con) chairs Polis."
    found = reading_of(f"<html lang='en'><body><h1>Our networks</h1><h2>Polis</h2><p>{told}</p></body></html>")
    (polis,) = found.organisations
    assert [(one.office, one.person) for one in polis.offices] == [("vice-chair", "Ann Ek")]
    assert [path for path in polis.evidence if path.startswith("offices")] == ["offices.0"]

"""Who represents the authority and who holds its offices, told in a sentence, in every language.

Each sentence stands alone below one that says that the authority belongs to Eurocities: what is read must come from it.
Groups of the network that the sentence tells of may become organisations of their own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import text_of

_LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "people.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
MEMBER = {code: sentence for code, read, sentence in _LINES if read == "member"}
TERMS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "terms.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
SAID = [(code, read, sentence) for code, read, sentence in _LINES if read != "member"]


@pytest.mark.parametrize(("code", "who", "sentence"), SAID, ids=[f"{code}-{said[:60]}" for code, _, said in SAID])
def test_who_is_read_is_who_the_sentence_says(code: str, who: str, sentence: str) -> None:
    eurocities, *_groups = text_of("Eurocities", MEMBER[code], *sentence.split(" | ")).organisations
    found = [f"{'dep' if one.deputy else 'rep'}:{one.person}" for one in eurocities.representatives]
    found += [f"{one.office[:2]}:{one.person or ''}" for one in eurocities.offices]
    assert sorted(found) == ([] if who == "-" else who.split("; "))


@pytest.mark.parametrize(("code", "told", "sentence"), TERMS, ids=[f"{code}-{said[:60]}" for code, _, said in TERMS])
def test_when_an_office_was_given_is_since_when_it_is_held(code: str, told: str, sentence: str) -> None:
    eurocities, *_groups = text_of("Eurocities", MEMBER[code], sentence).organisations
    found = [f"{one.office[:2]}:{one.person or ''}:{one.since or ''}:{one.until or ''}" for one in eurocities.offices]
    assert found == [told]


def test_a_party_that_stands_behind_a_name_elsewhere_on_the_page_is_that_persons() -> None:
    page = text_of(
        "Eurocities", "Westsea is a member of Eurocities.", "Westsea is represented by Councillor Asta Lind.",
        "Energy Cities", "Westsea has been a member since 2011. Councillor Asta Lind (Green) sits on its board.",
    )  # fmt: skip
    assert [one.party for own in page.organisations for one in own.representatives] == ["Green"]


@pytest.mark.parametrize(
    ("last", "since"),
    [("Last updated: 2025-11-30", None), ("Last updated: 2026-02-01", "2026-01"), ("Ghent is in Belgium.", "2026-01")],
)
def test_an_office_that_begins_after_the_pages_own_date_is_not_held(last: str, since: str | None) -> None:
    page = text_of("Eurocities", MEMBER["en"], "From January 2026 the city holds the presidency.", last)
    assert [one.since for own in page.organisations for one in own.offices] == ([since] if since else [])

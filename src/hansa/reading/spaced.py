"""Columns of a plain text that spaces or dots part: "Eurocities     2004    18 500 kr", "Eurocities ..... 18 500"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

FEWEST_LINES = 3
NARROWEST = 2  # spaces between two columns
LONGEST = 300  # letters of a line in columns
_WIDE = re.compile(r"\S {3,}\S")
_LEADER = re.compile(r"(?<=[^\W_])[ )]{0,2}(?:(?:\.{4,}|…{2,}|_{4,}|(?: \.){4,}) ?| \.{2,3} {2,60})(?=\S)")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_ENDS = ".:;,!?"
MOST_LINES = 2  # that a name has above the one with its values
_RULE = re.compile(r"[\s=+_-]+")


def with_tabs(text: str) -> str:
    """The text with a tab where dots lead from a name to its value; of the same length."""
    if not any(dots in text for dots in ("....", "……", "____", ". . . .", "..  ")):
        return text
    return _LEADER.sub(_tab, text)


def _tab(leader: re.Match[str]) -> str:
    kept = ")" if ")" in leader.group() else ""
    return kept + "\t" + " " * (len(leader.group()) - 1 - len(kept))


def joined(text: str) -> str:
    """The text with names that reach over lines of columns on one: those on which the next word had no room. Where
    there are any, tabs part the columns, which no longer stand below each other."""
    if _WIDE.search(text) is None:
        return text
    made: list[str] = []
    for is_told, together in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        part = list(together)
        made += _with_names_joined(part) if is_told else part
    return "\n".join(made)


def _with_names_joined(lines: list[str]) -> list[str]:
    """The lines between two empty ones."""
    gaps = [_GAP.search(line) if is_wide(line) and not is_rule(line) else None for line in lines]
    column = min((gap.end() for gap in gaps if gap), default=0)  # where the values begin
    made: list[str] = []
    count = 0  # lines right above that are no rows
    any_joined = False
    for line, gap in zip(lines, gaps, strict=True):
        above = 0
        while (
            gap
            and any(map(_GAP.search, made))
            and above < min(count, MOST_LINES)
            and _is_full(made[-above - 1], line if not above else made[-above], column)
        ):
            above += 1
        if above:
            line = " ".join([made[-above].rstrip(), *(one.strip() for one in [*made[len(made) - above + 1 :], line])])
            del made[-above:]
            any_joined = True
        made.append(line)
        count = 0 if gap else count + 1
    return [_GAP.sub("\t", line) if is_wide(line) else line for line in made] if any_joined else lines


def _is_full(line: str, following: str, column: int) -> bool:
    """Whether a line of names ends where the next line's first word has no room."""
    told = line.rstrip()
    return bool(told) and told[-1] not in _ENDS and column > len(told) >= column - 2 - len(following.split()[0])


def is_wide(line: str) -> bool:
    """Whether words of a line stand far apart, as those of two columns do."""
    return len(line) <= LONGEST and _WIDE.search(line) is not None


def is_rule(line: str) -> bool:
    """Whether a line is drawn below headings: “------   ----”."""
    return _RULE.fullmatch(line) is not None


def columns(lines: Sequence[str]) -> list[int]:
    """Where the second column and those behind it begin, in letters from the left; none where lines stand in none.

    Columns are parted where every line has spaces; most lines have words in each.
    """
    told = [line for line in lines if line.strip() and not is_rule(line)]
    if len(told) < FEWEST_LINES or max(map(len, told)) > LONGEST:
        return []
    width = max(map(len, told))
    filled = [any(line[place : place + 1].strip() for line in told) for place in range(width)]
    parts = [(full, len(list(run))) for full, run in groupby(filled)]
    starts, place = [], 0
    for full, length in parts:
        if not full and place and length >= NARROWEST:
            starts.append(place + length)
        place += length
    if not starts:
        return []
    ends = [*starts[1:], width]
    said = [sum(bool(line[start:end].strip()) for line in told) for start, end in zip(starts, ends, strict=True)]
    return starts if all(2 * count >= len(told) for count in said) else []

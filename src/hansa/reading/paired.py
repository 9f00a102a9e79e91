"""Since when, where one sentence tells it of several organisations: “Since 1999 we have been in the NEN, and since 2004
in the LLR”, “a member of the NEN since 1999 and of the LLR since 2004”, “joined both, in 1999 and 2004 respectively”,
“… the NEN and the LLR. The former we joined in 1999, the latter in 2004”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from hansa.reading import dates, people
from hansa.reading.authority import speaks_of_us
from hansa.reading.languages import Language
from hansa.reading.sentences import sentences
from hansa.reading.since import FEW_LETTERS, is_term, plain_since, without_founding
from hansa.reading.spoken import pointing
from hansa.reading.ties import aside, takes_part
from hansa.reading.types import Membership, Organisation, Span

RULE = "since, of several in one sentence"
SURE = 0.85
LONGEST_LINE = 3000
MOST_IN_A_SENTENCE = 8
MOST_WORDS_OF_A_PAIR = (14, 6)  # between a date and its name: in the first pair, in the others
NEAR_JOINED = 16  # letters between two names, or dates, that are told together
NEAR_END, NEAR_SINCE = 40, 30
OF_OTHERS = (
    "chair", "vice-chair", "board", "secretariat", "represents", "delegates", "fee_words", "groups", "founded_verbs",
    "left", "projects",
)  # fmt: skip
MEMBER = ("since", "enters", "member_words", "member_of", "part_of")
Told = tuple[str, Span]  # a date and where it stands
Named = tuple[Organisation, Span]


def since_of_several(found: list[Organisation], text: str, language: Language, authority: str | None) -> None:
    """Give each organisation of a sentence that names several the date that stands with its name there."""
    path = "membership.since"
    for place, here in _together(found, text, language):
        speaks = here[0][0].evidence["name"][1] < place[0] or speaks_of_us(text[slice(*place)], language, authority)
        found_here = pairs(text[slice(*place)], here, language) if speaks else []
        taken = {(place[0] + span[0], place[0] + span[1]) for _one, (_date, span) in found_here}
        for one, _span in here:
            if one.membership and one.evidence.get(path) in taken:
                one.membership.since = None  # until it is told whose it is
                for kept in (one.evidence, one.confidence, one.rules):
                    kept.pop(path, None)
        for one, (date, span) in found_here:
            _without_founded(one, (place[0] + span[0], place[0] + span[1]))
            standing = one.evidence.get(path)
            one.membership = one.membership or Membership()
            if one.membership.since and not (standing and place[0] <= standing[0] < place[1]):
                continue  # another sentence tells it of this one alone
            one.membership.since = date
            one.evidence[path] = (place[0] + span[0], place[0] + span[1])
            one.confidence[path], one.rules[path] = SURE, RULE


def _without_founded(one: Organisation, date: Span) -> None:
    """The date since when the authority is in an organisation is not that of its founding: “and to the Covenant of
    Mayors since 2012 and the network …”."""
    path = "figures.founded"
    first, last = one.evidence.get(path, (0, 0))
    if first <= date[0] and date[1] <= last:
        one.figures.pop("founded", None)
        for kept in (one.evidence, one.confidence, one.rules):
            kept.pop(path, None)


def _together(found: list[Organisation], text: str, language: Language) -> Iterator[tuple[Span, list[Named]]]:
    """The sentences in which several organisations are named first, or that point at those of the one before, with
    these, in their order."""
    named = sorted(((one.evidence["name"], place) for place, one in enumerate(found)))
    for start, group in groupby(named, key=lambda one: text.rfind("\n", 0, one[0][0]) + 1):
        here = [(found[place], span) for span, place in group]
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if len(here) == 1 or end - start > LONGEST_LINE:
            continue
        before: list[Named] = []
        for first, last in sentences(text, start, end, language):
            within = [(one, (at - first, to - first)) for one, (at, to) in here if first <= at and to <= last]
            if not within and len(before) > 1:
                within = _pointed_at(text[first:last], before, language)
            else:
                before = within
            if 1 < len(within) <= MOST_IN_A_SENTENCE:
                yield (first, last), within


def _pointed_at(sentence: str, named: list[Named], language: Language) -> list[Named]:
    """Those of the organisations named before at which a sentence points, each with where."""
    at = pointing(sentence, language)
    return [(named[place][0], span) for span, place in at] if len(named) == len({place for _span, place in at}) else []


def pairs(sentence: str, here: list[Named], language: Language) -> list[tuple[Organisation, Told]]:
    """Each organisation with its date; none where it is not plain which is whose."""
    plain = aside(language).sub(_blanked, sentence)
    told = without_founding(dates.with_years(plain, language), language)
    dated = [(date, (first, last)) for date, first, last in dates.dates_in(told, language)]
    dated = [one for one in dated if not any(at <= one[1][0] < to for _name, (at, to) in here)]
    if not dated:
        return []
    if any(is_term(told, (date, *span), language) for date, span in dated):
        return []
    first = min(dated[0][1][0], here[0][1][0])
    last = max(dated[-1][1][1], here[-1][1][1])
    around = sentence[: last + NEAR_END]
    if not (language.has(around, *MEMBER) or takes_part(language).search(around)):
        return []
    if language.has(sentence[first : last + NEAR_END], *OF_OTHERS) or people.everybody(
        _without(sentence, here), language
    ):
        return []
    return _side_by_side(told, dated, here, language) or _in_order(told, dated, here, language)


def _blanked(between: re.Match[str]) -> str:
    """A clause set between commas, as long but empty: “joined the NEN, which has 200 members, in 1999”."""
    return f",{' ' * (len(between.group()) - 2)},"


def _without(sentence: str, here: list[Named]) -> str:
    for _one, (first, last) in here:
        sentence = sentence[:first] + "…" * (last - first) + sentence[last:]
    return sentence


def _side_by_side(
    told: str, dated: list[Told], here: list[Named], language: Language
) -> list[tuple[Organisation, Told]]:
    """Dates that stand all before their names, or all behind them; names told together have one date.

    Behind “since” a date is that of the name that follows, whatever was named before: “in A, and since 2004 in B”.
    """
    groups = _told_together(told, here, language)
    fewer = len(groups) > len(dated)
    if fewer:
        groups = groups[-len(dated) :]
    if len(groups) != len(dated):
        return []
    spans = [(group[0][1][0], group[-1][1][1]) for group in groups]
    names_first = spans[0] < dated[0][1]
    if fewer and (names_first or not all(_follows_since(told, span[0], language) for _date, span in dated)):
        return []
    ordered = [(one, date[1]) if names_first else (date[1], one) for one, date in zip(spans, dated, strict=True)]
    for place, (one, other) in enumerate(ordered):
        most = MOST_WORDS_OF_A_PAIR[place > 0 or fewer]
        between = told[one[1] : other[0]]
        if one[1] > other[0] or not _is_plain(between, most, language) or language.has(between, "and"):
            return []  # “a member of A, the association, since 1999, and of B”
    for (_one, other), (following, _last) in pairwise(ordered):
        if other[1] > following[0] or not _is_joined(told[other[1] : following[0]], language):
            return []
    return [(one[0], date) for group, date in zip(groups, dated, strict=True) for one in group]


def _told_together(told: str, here: list[Named], language: Language) -> list[list[Named]]:
    """Names with but a comma or “and” between them, as one."""
    groups = [[here[0]]]
    for before, one in pairwise(here):
        between = told[before[1][1] : one[1][0]]
        is_joined = _is_joined(between, language) or language.has(between, "as_well_as")
        if len(between) <= NEAR_JOINED and is_joined and not any(map(str.isdigit, between)):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _is_joined(between: str, language: Language) -> bool:
    return "," in between or ";" in between or language.has(between, "and")


def _follows_since(told: str, date: int, language: Language) -> bool:
    """Whether “and since”, or a comma and “since”, stands right before a date."""
    before = told[max(0, date - NEAR_SINCE) : date]
    cues = [cue for cue in plain_since(language).finditer(before) if len(before[cue.end() :].split()) <= 1]
    return bool(cues) and bool(_is_joined(before[: cues[0].start()][-FEW_LETTERS:], language))


def _in_order(told: str, dated: list[Told], here: list[Named], language: Language) -> list[tuple[Organisation, Told]]:
    """Dates that are told one behind the other, as are the names: “in A and B, since 1999 and 2004 respectively”."""
    if len(dated) != len(here):
        return []
    dates_of, names_of = [span for _date, span in dated], [span for _one, span in here]
    apart = dates_of[-1][1] <= names_of[0][0] or names_of[-1][1] <= dates_of[0][0]
    joined = all(other[0] - one[1] <= NEAR_JOINED for one, other in pairwise(dates_of))
    close = all(
        _is_plain(told[one[1] : other[0]], MOST_WORDS_OF_A_PAIR[1], language) for one, other in pairwise(names_of)
    )
    return [(one[0], date) for one, date in zip(here, dated, strict=True)] if apart and joined and close else []


def _is_plain(between: str, most: int, language: Language) -> bool:
    """Whether few words stand between a date and a name, all of one clause."""
    return (
        len(between.split()) <= most
        and not any(sign in between for sign in ";:")
        and not language.has(between, "breakers")
    )

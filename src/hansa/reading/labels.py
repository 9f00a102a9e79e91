"""Labels before values and headings of columns: which field each stands for, in the languages of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hansa.reading import names
from hansa.reading.known import is_known
from hansa.reading.languages import Language, alternatives, languages

FIELDS = (
    "email website phone contact representative_label deputy_label observer_label party_label role_label term_label "
    "since_label until_label fee_label committee_label unit_label members_label countries_label founded_label "
    "kind_label parent_label abbreviation_label vice-chair_label chair_label board_label title_label summary_label "
    "other_label"
).split()
LONGEST_LABEL = 60
LONGEST_WITH_NUMBER = 60
MOST_WORDS = 10
FEW_OTHERS = 2
_ASIDE = re.compile(
    r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b|[*:?¹²³]"
    r"|\s(?:kr|sek|dkk|nok|eur|€|£|zł|pln)\.?$",
    re.I,
)
_SIGNS_FOR_AND = frozenset("&/+")
_OF_PEOPLE = frozenset("representative_label deputy_label observer_label role_label".split())  # “Delegate of the CIM”
# “Westsea joined in: 1995”, “Representative of the City of Westsea: …”
_OF_A_PLACE = frozenset("since_label until_label fee_label representative_label deputy_label".split())
_OF_NUMBERS = frozenset("since_label until_label founded_label members_label countries_label fee_label".split())
_BEFORE_PEOPLE = frozenset("contact representative_label deputy_label observer_label".split())
_VALUE_BEHIND = re.compile(r":\s{0,3}[^\s:]")
_COLON = re.compile(":")
_BEFORE_DIGIT = re.compile(r"\s\d")
_WORD = re.compile(r"[^\W\d_][\w’'./-]*")
LONGEST_ANNOUNCEMENT = 160
_SPACES = re.compile(r"\s+")


def joins(words: str, language: Language) -> bool:
    """Whether words hold one for “with” or “and”, or a sign for it."""
    return language.has(words, "with", "and") or not _SIGNS_FOR_AND.isdisjoint(words)


class Labels:
    """The labels of one language, or of several blended."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.named_in = (language, languages()["en"])  # networks have names in English everywhere
        self.known: dict[str, str] = {}
        for name in ("name_label", *FIELDS):
            for word in language.words.get(name, ()):
                self.known.setdefault(_folded(word), name)
        whole = alternatives(self.known)
        self.within = re.compile(rf"(?<!\w)(?:{whole})(?!\w)")
        fees = alternatives({word for word, name in self.known.items() if name == "fee_label"})
        of_a_year = rf"(?:{fees})\s\(?20\d\d\)?"  # “Annual fee 2025: …”
        self.inline = re.compile(rf"(?<![\w-])(?P<label>{of_a_year}|{whole})\s{{0,3}}:(?=\s|\Z|http|www)", re.I)
        self.numbered = re.compile(rf"(?P<label>{whole})\s(?=\d)", re.I)
        people = alternatives({word for word, name in self.known.items() if name in _BEFORE_PEOPLE})
        self.of_people = re.compile(rf"(?P<label>{people})\s(?=[^\W\d_])", re.I)
        self.total = re.compile(rf"(?:{language.any_of('total')})\b", re.I)
        plain = ("our", "we", "from", "articles", "authority_words", "subjects")
        self.padding = language.function_words | {word for cue in plain for word in language.words.get(cue, ())}

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one of each language, kept for good
    def exactly(self, words: str) -> str | None:
        """The field that these words stand for, the year and the unit in brackets set aside."""
        if len(words) > LONGEST_LABEL or _VALUE_BEHIND.search(words):
            return None
        folded = _folded(words)
        return self.known.get(folded) or self.known.get(_folded(_ASIDE.sub(" ", words)))

    def within_line(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The labels with a colon in a part of a text; only what stands near a colon is looked at."""
        for colon in _COLON.finditer(text, start, end):
            if colon.start() >= start and (
                match := self.inline.search(text, max(start, colon.start() - LONGEST_LABEL), min(end, colon.end() + 4))
            ):
                yield match
                start = match.end()

    def before_number(self, text: str) -> tuple[str, int] | None:
        """The field of a label with which a short line begins, without a colon before its number, and where that
        begins: “Year of joining 2009”."""
        if len(text) > LONGEST_WITH_NUMBER or text[:1].islower() or not text[-1:].isalnum():
            return None
        found = self.numbered.match(text) if _BEFORE_DIGIT.search(text) else None
        name = self.exactly(found["label"]) if found else None
        return (name, found.end()) if found and name in _OF_NUMBERS else None

    @lru_cache(maxsize=4096)  # noqa: B019
    def label(self, words: str) -> str | None:
        """The field of a label before a value: known words, with none but “our”, “the region's” and the like around."""
        if found := self.exactly(words):
            return found
        bare = _folded(_ASIDE.sub(" ", words))
        if not 0 < len(bare) <= LONGEST_LABEL or len(bare.split()) > MOST_WORDS or _VALUE_BEHIND.search(words):
            return None
        if self.language.has(bare, "page_owner"):
            return None  # “Responsible for this page”
        if "/" in words and (parts := [found for part in words.split("/") if (found := self.exactly(part))]):
            return parts[0]  # “Responsible sector/officer”
        if self.language.has(bare, "representative_label") and joins(bare, self.language) and self._has_deputies(bare):
            return "representative_label"  # “Our representatives with deputies”
        place = bare.split()[0] if words.strip()[:1].isupper() else ""
        for match in sorted(self.within.finditer(bare), key=lambda m: m.start() - m.end()):
            rest = bare[: match.start()] + " " + bare[match.end() :]
            found = self.known[match.group()]
            others = [word for word in _WORD.findall(rest) if word not in self.padding]
            short = len(others) == 1 and others[0].upper() in words and found in _OF_PEOPLE
            places = [word for word in others if word not in self.language.words["organisation_words"]]
            of_place = found in _OF_A_PLACE and len(places) <= FEW_OTHERS and _are_places(places, words)
            if not others or short or of_place or (others == [place] and match.start() and found in _OF_A_PLACE):
                ours = found == "members_label" and self.language.has(rest, "our", "we", "from")
                return "representative_label" if ours else found  # “Our members”
        return None

    def _has_deputies(self, words: str) -> bool:
        return self.language.has(words, "deputy_label")

    def column(self, words: str) -> str | None:
        """The field of a column by its heading, which may say more than the label: “Annual fee 2025 (EUR)”."""
        if found := self.exactly(words):
            return found
        bare = _folded(_ASIDE.sub(" ", words))
        if not 0 < len(bare) <= LONGEST_LABEL:
            return None
        if self.language.has(bare, "representative_label") and joins(bare, self.language) and self._has_deputies(bare):
            return "representative_label"
        found_in = [(self.known[m.group()], m) for m in self.within.finditer(bare)]
        for telling in ("email", "phone", "website", "deputy_label"):
            if any(name == telling for name, _ in found_in):
                return telling
        best = max(found_in, key=lambda item: item[1].end() - item[1].start(), default=None)
        return best[0] if best else None

    def announces(self, text: str) -> str | None:
        """The field of the list that a line announces: “In the assembly the region is represented by:”."""
        if not text.endswith(":") or len(text) > LONGEST_ANNOUNCEMENT:
            return None
        if self.language.has(text, "represents", "representative_label", "delegates", "sends"):
            return "representative_label"
        return "contact" if self.language.has(text, "contact") else None

    def is_total(self, words: str) -> bool:
        """Whether a row only adds up: “Total 2025”."""
        return len(words) < LONGEST_LABEL and bool(self.total.match(words))

    def names_one(self, words: str) -> bool:
        """Whether words look like an organisation’s name: an abbreviation, a noun for one, or a name that is known."""
        if not 1 < len(words) <= 160:
            return False
        if names.is_abbreviation(words) or any(one.has(words, "organisation_words") for one in self.named_in):
            return True
        return bool(names.parse(words).abbreviation) or is_known(words, whole=True)


def _are_places(others: list[str], words: str) -> bool:
    """Whether words of a label are written as places are: “Date of joining of the municipality of Westsea”."""
    return "." not in words and all(other.capitalize() in words.split()[1:] for other in others)


def _folded(words: str) -> str:
    return _SPACES.sub(" ", words.casefold()).strip(" .:*–-")


@cache
def labels_of(language: Language) -> Labels:
    """The labels of a language."""
    return Labels(language)

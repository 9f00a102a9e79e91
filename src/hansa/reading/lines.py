"""What a line of a page is by its looks: a heading, the authority's postal address, a picture's caption."""

from __future__ import annotations

import re

from hansa.reading import names
from hansa.reading.addresses import EMAIL, website
from hansa.reading.document import Block
from hansa.reading.known import is_known
from hansa.reading.languages import Language

LONGEST_HEADING = 140
LONGEST_IMPRINT = 300
LONGEST_CREDIT, MOST_WORDS_OF_A_CREDIT = 90, 3
FEWEST_PARTS = 2
_POSTCODE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{3}\s\d{2}|\d{2}-\d{3}|\d{4}\s?[A-Z]{2}|\d{4}-\d{3})\s[A-ZÀ-Þ][a-zà-ÿ]|[A-Z]{1,2}\d{1,2}\s\d[A-Z]{2}"
)
_DOTTED = re.compile(r"(?:[A-ZÀ-Þ]\.){3,10}")
_QUOTED = re.compile(r"\w\s[„“”][^„“”.!?]{4,80}”\Z")  # “Association ”Westsea in Europe””
_TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{4}\.\s[A-ZÀ-Þ]")
_CAPTION_PARTS = re.compile(r"\s+|_|(?<=\w)-(?=\w+\Z)")  # “ARC_Logo”, “Errin-Bild”
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s[·|•–—-]\s|,\s|\n")


def is_heading(block: Block, text: str) -> bool:
    """A heading of the format's, or a line of plain text that is written like one."""
    if block.kind in ("heading", "row", "group", "label"):
        return True
    return (
        block.kind in ("line", "bold")
        and 2 < len(text) <= LONGEST_HEADING
        and (text[0].isupper() or text[0].isdigit())
        and (text[-1] not in ".,;:!?…”" or _DOTTED.fullmatch(text) is not None or _QUOTED.search(text) is not None)
        and len(text.split()) <= 16
        and not _TWO_SENTENCES.search(text)
        and not ("@" in text and EMAIL.search(text))
        and not ("." in text and website(text))
        and not max((len(word) for word in text.split()), default=0) > 45
    )


def ends_like_a_sentence(block: Block, text: str) -> bool:
    """Whether a line in bold letters is a network's name with a full stop behind it: “CPMR – Conference of ….”"""
    if block.kind != "bold" or not 2 < len(text) <= LONGEST_HEADING or text[-1] != "." or text[-2] == ".":
        return False
    if _DOTTED.fullmatch(text) or _TWO_SENTENCES.search(text) or EMAIL.search(text):
        return False
    return is_known(text[:-1], whole=True) or names.parse(text[:-1]).abbreviation is not None


def is_imprint(text: str, language: Language) -> bool:
    """Whether a line is the authority's own postal address: “City of Westsea · High Street 1 · 12345 Westsea”."""
    if len(text) > LONGEST_IMPRINT or not _DIGIT.search(text) or len(_PARTS.findall(text)) < FEWEST_PARTS:
        return False
    if not _POSTCODE.search(text):
        return False
    first = " ".join(_PARTS.split(text)[0].casefold().split())
    return any(
        first.startswith(word) or first.endswith(word)
        for word in (*language.words["authority_words"], *language.words["authority_endings"])
    )


def is_credit(text: str, language: Language) -> bool:
    """Whether a short sentence only says by whom a picture is: “Photo: Ann Ek / City of Westsea”."""
    label, colon, behind = text.partition(":") if len(text) <= LONGEST_CREDIT else ("", "", "")
    return bool(colon and behind.strip()) and labels_a_picture(label, language)


def labels_a_picture(label: str, language: Language) -> bool:
    """Whether a label stands before who made a picture, or what it shows: “Photo”, “Picture credits”."""
    words = label.casefold().split()
    if not 0 < len(words) <= MOST_WORDS_OF_A_CREDIT:
        return False
    return not language.all_of("caption").isdisjoint((words[0], words[-1], " ".join(words)))


def is_caption(text: str, language: Language) -> bool:
    """A picture's caption that was left over as a line of its own: “logo CPMR”."""
    if len(text) > LONGEST_HEADING or text[-1:] in ".:;!?":
        return False
    lowered = text.lower()
    words = _CAPTION_PARTS.split(lowered) if "-" in lowered or "_" in lowered else lowered.split()
    if not 1 < len(words) <= 9 or language.all_of("caption").isdisjoint((words[0].strip(":"), words[-1])):
        return False
    return names.parse(text).abbreviation is None

"""Addresses with words in place of their signs: “name (at) example (dot) org”, “name krøllalfa example punktum no”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hansa.reading.addresses import is_email
from hansa.reading.languages import alternatives, languages
from hansa.reading.types import Span

MOST_IN_WORDS = 2000
NEAR = 160
FEW_SIGNS, LONGEST_DOMAIN = 5, 64  # around a word for the at sign
# Words that also say other things: without brackets they stand for the sign only where the rest leaves no doubt.
_PLAIN = frozenset("at a ät à en em bei bij chez presso ved alfa affe @".split())
# What may stand behind a dot and is no person's name: endings of domains and of files.
_TOP = frozenset(
    "com org net eu int info edu gov se no dk fi de nl fr it es pl pt uk ie be at ch lu is "
    "pdf doc docx xls xlsx odt ods csv txt htm html jpg png zip php".split()
)
_OPENS = frozenset("[({<«‹|*_=~#-")
_OPEN, _CLOSE = r"[\[({<«‹|*_=~#-]{1,2}", r"[\])}>»›|*_=~#-]{1,2}"
_TRAP = re.compile(
    r"[-_.]?(?:NO[-_]?SPAM|SPAM[-_]?FREE|REMOVE[-_]?(?:THIS|ME)?|DELETE[-_]?(?:THIS|ME)|TA[-_]?BORT|FJERN(?:[-_]?DETTE)?|"
    r"POISTA|ENTFERNEN?|LÖSCHEN|VERWIJDER(?:DIT|MIJ)?|ENLEVER?|SUPPRIMER|TOGLI(?:MI|QUESTO)?|QUITAR?|USU[NŃ]|RETIRAR?)"
)


def in_words(text: str) -> Iterator[tuple[str, Span]]:
    """The addresses of a text whose signs are words, and where; Drupal's SpamSpan reads like this too."""
    patterns = _patterns()
    for at in islice(_at_signs(text, patterns), MOST_IN_WORDS):
        domain = patterns.behind.match(text, at.end())
        local = patterns.before.search(text, max(0, at.start() - NEAR), at.start()) if domain else None
        if not local or not domain or (_is_bare(at.group()) and not _is_sure(text, at, local, domain)):
            continue
        email = f"{patterns.dot.sub('.', local[1])}@{patterns.dot.sub('.', domain.group())}"
        if is_email(email):
            yield email, (local.start(), domain.end())


def _at_signs(text: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    """What may stand for the at sign, in the order of the text; only near such a word or sign is it looked for."""
    position = 0
    lowered = text.lower()
    for near in patterns.near.finditer(lowered if len(lowered) == len(text) else text):
        if near.start() < position:
            continue
        begin, end = max(position, near.start() - FEW_SIGNS), near.end() + LONGEST_DOMAIN
        if at := patterns.at.search(text, begin, end):
            yield at
            position = at.end()


def around(text: str, position: int) -> Iterator[tuple[str, Span]]:
    """The address whose at sign is no letter, but a picture at this position."""
    patterns = _patterns()
    local = patterns.before.search(text, max(0, position - NEAR), position)
    domain = patterns.behind.match(text, position + (text[position : position + 1] == " "))
    if local and domain:
        email = f"{patterns.dot.sub('.', local[1])}@{patterns.dot.sub('.', domain.group())}"
        if is_email(email):
            yield email, (local.start(), domain.end())


def without_trap(email: str) -> str | None:
    """An address without the words that a reader is to take out (nameNOSPAM@example.org); None where it has none."""
    local, _at, domain = email.partition("@")
    plain = f"{_TRAP.sub('', local)}@{_TRAP.sub('', domain).lstrip('.')}"
    return plain if plain != email and is_email(plain) else None


class _Patterns:
    """The at sign in words; what stands before it; what stands behind it; a dot."""

    def __init__(self, at_words: frozenset[str], dot_words: frozenset[str]) -> None:
        at, dot = alternatives(at_words), alternatives(dot_words)
        sure = alternatives(at_words - _PLAIN)
        dotted = rf"(?:\s{{0,2}}{_OPEN}\s{{0,2}}(?:{dot}|\.)\s{{0,2}}{_CLOSE}\s{{0,2}}|\.|\s{{1,2}}(?:{dot})\s{{1,2}})"
        label = r"[\w+](?:[\w+-]{0,38}[\w+])?"
        self.at = re.compile(
            rf"\s{{0,2}}{_OPEN}\s{{0,2}}(?:{at}|@)\s{{0,2}}{_CLOSE}\s{{0,2}}|(?<=\w)\s{{1,2}}(?:{sure}|at|ät)\s{{1,2}}(?=\w)"
            rf"|(?<=\w)\s{{0,2}}@\s{{0,2}}(?=[\w-]{{1,40}}\s{{0,2}}(?:{_OPEN}|\s)\s{{0,2}}(?:{dot})\b)|\s@\s",
            re.I,
        )
        opens = f"[{re.escape(''.join(sorted(_OPENS)))}]"
        between = alternatives((at_words - _PLAIN) | {"at", "ät"})
        # Brackets or words that it stands near; found soonest in small letters.
        self.near = re.compile(rf"@|{opens}\s{{0,2}}(?:{at})(?![^\W_])|\s(?:{between})(?=\s)")
        self.before = re.compile(rf"(?<![\w+@/-])({label}(?:{dotted}{label}){{0,4}})\Z", re.I)
        self.behind = re.compile(rf"[\w-]{{1,63}}(?:{dotted}[\w-]{{1,63}}){{1,5}}", re.I)
        self.dot = re.compile(dotted, re.I)
        self.sure = re.compile(rf"\s{{0,2}}(?:{sure})\s{{0,2}}", re.I)
        self.spelled = re.compile(rf"\s(?:{dot})\s|{_OPEN}\s{{0,2}}(?:{dot})\s{{0,2}}{_CLOSE}", re.I)


@cache
def _patterns() -> _Patterns:
    at, dot = (
        frozenset(word for language in languages().values() for word in language.words[cue]) for cue in ("at", "dot")
    )
    return _Patterns(at, dot)


@cache
def _email_label() -> re.Pattern[str]:
    words = alternatives(word for language in languages().values() for word in language.words["email"])
    return re.compile(rf"(?<!\w)(?:{words})\s?[:–-]?\s{{0,2}}\Z", re.I)


def _is_bare(at: str) -> bool:
    """Whether the word for the sign stands without brackets, or within signs that words may have as well."""
    return not re.search(r"[\[\](){}<>«»‹›|*=~#]", at)


def _is_sure(text: str, at: re.Match[str], local: re.Match[str], domain: re.Match[str]) -> bool:
    """Whether a bare word stands for the sign: “arroba” does; “at” where dots are words too, or a label says so."""
    patterns = _patterns()
    word = at.group().strip(" -_")
    if patterns.sure.fullmatch(word) or (word == "@" and patterns.spelled.search(domain.group())):
        return True
    if word == "@":
        return "." in local[1] or bool(_email_label().search(text, max(0, local.start() - 30), local.start()))
    if patterns.spelled.search(domain.group()):
        return True
    first, _dot, last = local[1].rpartition(".")
    if word == "at" and len(first) > 1 and len(last) > 1 and last.lower() not in _TOP and not first.startswith("www"):
        return True  # “fiona.sinclair at harbour.example.org”
    if local[1].lower().startswith("www.") or is_email(f"a@{local[1]}"):
        return False
    is_marked = (word.isupper() and len(word) > 1) or at.group().strip()[:1] in "-_"
    if is_marked and "." in local[1]:
        return True
    return bool(_email_label().search(text, max(0, local.start() - 30), local.start()))

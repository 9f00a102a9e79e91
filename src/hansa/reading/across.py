"""Bodies across borders in running text, which few know by name: what they are is told by the noun, or the legal form,
before the name: “Euroregion Highdale”, “the EGTC Upper Marches”, “Eurocidade Alto Vale”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansa.reading.known import known_in
from hansa.reading.languages import Language
from hansa.reading.names import Heading
from hansa.reading.types import Name, Span

# Such bodies are called alike in all languages; the legal form is the EU's, by its abbreviation in each.
_NOUN = (
    r"(?P<noun>[Ee]uregio(?:n\w{0,2})?|EUREGIO|[Ee]uror[eé]g[iī]\w{1,6}|[Ee]urorregi\w{2,3}|[Ee]urodistri[ck]t\w{0,2}|"
    r"[Ee]uro(?:ciudad|cidade|ciutat|città|ville)|[Ee]urom[eé]tr[oó]pol\w{0,3}|EGTC|GECT|EVTZ|EGTS|EUWT|EAYY|AECT|"
    r"[Gg]r(?:än|æn|en)s(?:e?komm?it\w{2,6}|e?region\w{0,2}))"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'/]{1,30}"
_LITTLES = "de|des|du|da|do|di|del|della|delle|dei|la|le|les|van|von|der"
_LITTLE = rf"(?:(?:{_LITTLES})\s){{0,2}}"
_NAME = rf"{_LITTLE}(?:[ld][’'])?{_CAPITAL}(?:(?:\s?[–/-]\s?|\s{_LITTLE}){_CAPITAL}){{0,5}}"
_BODY = re.compile(rf"(?<![\w-]){_NOUN}\s(?P<name>[„“\"»]?{_NAME}[”“\"«]?)")
_HINT = re.compile(r"[Ee]ur(?:o[rdmcv]|eg)|EUREGIO|EGT[CS]|GECT|EVTZ|EUWT|EAYY|AECT|[Gg]r(?:än|æn|en)se?[kr]")


def across_borders(text: str, span: Span, language: Language) -> Iterator[Heading]:
    """The names of bodies across borders in a part of a text that are not known as they stand there."""
    if _HINT.search(text, *span) is None:
        return
    for body in _BODY.finditer(text, *span):
        first, last = body.span()
        last = _without_verb(text, body.start("name"), last, language)
        if any(a <= first and b >= last for a, b in known_in(text, first, span[1])):
            continue
        yield Heading(Name(text[first:last]), (first, last))


def is_across_borders(name: str) -> bool:
    """Whether a name is one of a body across borders, by the noun before it."""
    return _BODY.match(name) is not None


def _without_verb(text: str, first: int, last: int, language: Language) -> int:
    """Where a name ends before a little word, or since when, that goes on with the sentence."""
    words = text[first:last]
    since = language.find(words, "since_words", "is")
    return first + len(words[: since.start()].rstrip()) if since and since.start() else last

"""Which cues of a language stand in a text, told by the words of the text alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

MOST_KEPT = 500  # texts
ANY_WORD = re.compile(r"\w+")
_NO_CUES: frozenset[str] = frozenset()


class Standing(NamedTuple):
    """The cues of which a word surely stands in a text, and those of which one may."""

    surely: frozenset[str]
    perhaps: frozenset[str]


class Standings(dict[str, Standing]):
    """The cues of a language that stand in each of the latest texts: told once for all that is asked of a text, and
    found again soonest, as nothing is asked more often."""

    def __init__(self, cues: Mapping[str, tuple[str, ...]], function_words: frozenset[str]) -> None:
        self.by_key: dict[str, tuple[set[str], list[tuple[str, frozenset[str]]]]] = {}
        every = [(cue, phrase, ANY_WORD.findall(phrase)) for cue, words in cues.items() for phrase in words]
        often = Counter(word for _cue, _phrase, parts in every for word in parts)
        for cue, phrase, parts in every:
            # The rarest word of a phrase tells it soonest.
            key = min(parts, key=lambda word: (word in function_words, often[word], word), default="")
            alone, phrases = self.by_key.setdefault(key, (set(), []))
            if key == phrase:
                alone.add(cue)
            else:
                phrases.append((cue, frozenset(parts) - {key}))

    def __missing__(self, text: str) -> Standing:
        words = words_in(text)
        known = [self.by_key[key] for key in self.by_key.keys() & words]
        surely = _NO_CUES.union(*(alone for alone, _phrases in known))
        perhaps = [cue for _alone, phrases in known for cue, others in phrases if others <= words]
        if len(self) >= MOST_KEPT:
            self.clear()
        self[text] = standing = Standing(surely, surely.union(perhaps) if perhaps else surely)
        return standing


@lru_cache(maxsize=256)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, and an empty one."""
    return frozenset(["", *ANY_WORD.findall(text.lower())])

"""The unit that running words name: where its name begins and ends, whether its letters are capital or small."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import people
from hansa.reading.known import nominative
from hansa.reading.languages import Language, first_word
from hansa.reading.types import Span

LONGEST_UNIT = 200
MOST_WORDS_OF_A_UNIT = 9
SHORTEST_UNIT = 8
SHORTEST_WORD = 4
FEWEST_HYPHENED = 6  # letters
FEW_WORDS = 3
MOST_WORDS_BEFORE_A_VERB = 6
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]\w+\s[A-ZÀ-ÖØ-Þ]")
_ADDRESS = re.compile(r"(?:\s[a-zà-ÿ]{1,4})?\s\S{1,60}@")  # “Team Europa| via europa@…”
ENDS = re.compile(r"[,;:.()?!\n·•|]|\s[–—-]\s|\sv/")
_FIRST_HALF = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{2,30}-)\s(?P<and>[^\W\d_]{1,4}|&)\s\Z")
LONGEST_FIRST_HALF = 40
_ELIDED = re.compile(r"[A-Za-z]{1,5}['’]")
_NUMBER = re.compile(r"[+(]?\d[\d\s/.-]{3,22}\d")
_WORD = re.compile(r"[^\W\d_][\w’'/&-]*")


def unit_in(words: str, language: Language) -> Span | None:
    """The unit that some words name: a word for one, with the words that belong to it.

    Words in small letters end it where the language writes units' names with capitals there; that it is one of the
    authority's does not belong to it.
    """
    found = _unit_in(words, language)
    if found and (within := _at_ours(language).match(words)) and found[0] < within.end():
        is_apart = first_word(words, within.end()) not in language.firsts("of", "for", "of_the")
        behind = _unit_in(words[within.end() :], language) if is_apart else None  # “Within the council| the Climate …”
        found = (within.end() + behind[0], within.end() + behind[1]) if behind else found
    article = _article(language).match(words, *found) if found else None
    if found and article and article.group().islower() and article.end() < found[1]:
        found = article.end(), found[1]  # “das Regionalmanagement”
    if found:
        found = found[0], found[0] + len(_without_little(words[slice(*found)], language))
    ours = _of_ours(language).search(words, *found) if found else None
    if found and ours and ours.start() - found[0] > SHORTEST_UNIT and " " in words[found[0] : ours.start()]:
        return found[0], ours.start()  # “Servizio Ambiente del Comune”
    return found


def _without_little(words: str, language: Language) -> str:
    """A unit's name without the little words behind it: “the Climate Unit| on 046 …”."""
    before, _space, last = words.rpartition(" ")
    while before and last.lower() in language.function_words:
        words = before.rstrip()
        before, _space, last = words.rpartition(" ")
    return words


@cache
def _article(language: Language) -> re.Pattern[str]:
    return re.compile(language.joining("articles", "definite"))


@cache
def _at_ours(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"\s?{language.joining('in', 'from')}(?:{language.joining('articles', 'definite', 'of_the')})?"
        rf"(?:{language.any_of('authority_words', 'town_hall', 'unit_endings')})\b,?\s",
        re.I,
    )


@cache
def _of_ours(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{language.joining('of')}(?:{language.any_of('authority_words')})\Z", re.I)


def _unit_in(words: str, language: Language) -> Span | None:
    found = _unit_word(words, language)
    if found is None:
        return None
    noun, end = found
    start = _back(words, _hyphened(words, noun, language), language)
    limit = min(filter(None, (ENDS.search(words, end), _ADDRESS.search(words, end))), key=re.Match.start, default=None)
    last, until = end, _before_somebody(words, end, limit.start() if limit else len(words), language)
    behind = words[end:until].split()
    if behind and start == noun and _is_another(words[noun:end], behind, language):
        return (start, end) if end - start > SHORTEST_UNIT else None
    joins = any(language.pattern("and").fullmatch(word) for word in behind[1:])  # “service qualité et circuits courts”
    of_what = behind and behind[0] in language.firsts("of", "for")
    most = MOST_WORDS_BEFORE_A_VERB if of_what or joins else FEW_WORDS
    besides = words[end:until]
    if language.has(besides, "whole_field"):  # “internationella frågor”
        besides = language.pattern("whole_field").sub(" ", besides)
    few = len(behind) <= most and not language.has(besides, "articles", "contact", "is", "looks_after", "in_hand")
    few = few and not (behind and behind[0].lower() in language.firsts("breakers"))  # “that takes part”
    verb = language.pattern("looks_after", "is", "answers_for", "in_hand").search(words, end, until)
    if (
        verb
        and 0 < len(words[end : verb.start()].split()) <= MOST_WORDS_BEFORE_A_VERB
        and (_is_of_a_unit(behind[0], language) or " " in words[noun:end])
    ):
        return start, start + len(words[start : verb.start()].rstrip())  # “the office for foreign relations looks …”
    ends_with_noun = start < noun and bool(behind) and behind[0].islower()
    if ends_with_noun and behind[0] not in language.function_words:
        return start, end  # “the Ageing Well Team using our form”
    if few and behind:
        return start, start + len(words[start:until].rstrip())
    for count, word in enumerate(_WORD.finditer(words, end, until)):
        if count >= MOST_WORDS_OF_A_UNIT:
            break
        if language.capital_nouns and language.has(word.group(), "contact", "the_matter"):
            break  # “Das Umweltamt| pflegt den Kontakt”
        if word.group()[0].isupper():
            last = word.end()
        elif word.group().lower() not in language.function_words and not language.has(word.group(), "and", "from"):
            break
    if last == end and (of := _of_what(language).match(words, end, until)):
        last = of.end()  # “the secretariat of the mayor and of the council”
        last = _going_on(words, last, until, language) or last  # “Direction des affaires européennes”
    elif last > end and (more := _going_on(words, last, until, language)):
        last = more  # “Ufficio Relazioni internazionali e progetti europei”
    if verb := language.pattern("is").search(words, start, last):
        start = verb.end() + 1  # “In charge is the Department of …”
    if (within := _within(language).search(words, end, last)) and people.is_unit(words[within.end() : last], language):
        last = within.start()  # “the international secretariat in the Mayor's Department”
    is_a_name = last > end or end - start > (FEWEST_HYPHENED if "-" in words[start:end] else SHORTEST_UNIT)
    return (start, last) if last - start <= LONGEST_UNIT and is_a_name else None


def _is_another(noun: str, behind: list[str], language: Language) -> bool:
    """Whether what is joined to a word for a unit by “and” is no part of its name: “miljöenheten och för KIMO”."""
    is_whole = " " not in noun and language.pattern("and").fullmatch(behind[0]) is not None
    return is_whole and noun.lower().endswith(language.words["unit_endings"] or ("\n",))


def _is_of_work(word: str, language: Language) -> bool:
    """Whether a word in small letters speaks of a field of work."""
    return word not in language.function_words and language.has(word, "topic_words", "generic", "unit_words")


def _is_of_a_unit(word: str, language: Language) -> bool:
    """Whether a word behind one for a unit may belong to its name, be it in small letters: “for”, “Politiche”."""
    return word in language.firsts("of", "for") or word[0].isupper()


@cache
def _of_what(language: Language) -> re.Pattern[str]:
    of, noun = language.joining("of"), r"[^\W\d_][\w’'-]{2,40}"
    return re.compile(rf"\s{of}{noun}(?:\s(?:{language.any_of('and')})\s{of}{noun})?")


def _hyphened(words: str, noun: int, language: Language) -> int:
    """Where a word for a unit begins that is told with another before it: “Plan- og bygningsetaten”."""
    before = _FIRST_HALF.search(words, max(0, noun - LONGEST_FIRST_HALF), noun)
    return before.start("first") if before and language.pattern("and").fullmatch(before["and"]) else noun


def _before_somebody(words: str, end: int, until: int, language: Language) -> int:
    """Where what may belong to a unit's name ends at the latest: before a person's, “Seksjon for miljø ved Ann Ek”, a
    number, or another way of asking: “or ring”."""
    others = [_NUMBER.search(words, end, until), language.pattern("or", "together_with").search(words, end, until)]
    first = min([until, *(other.start() for other in others if other)])
    if somebody := people.somebody(words[end:until], language):
        first = min(first, end + somebody.start)
    last = words[end:first].split()[-1:]
    is_title = last and ENDS.match(words, until) is None and language.pattern("honours").fullmatch(last[0])
    if first == until and not is_title:  # not “Biuro Prezydenta, …”
        return until
    name = words[end:first].rstrip()
    while name and _is_little(name.split()[-1], language):
        name = name.rpartition(" ")[0].rstrip()
    return end + len(name)


def _is_little(word: str, language: Language) -> bool:
    return (
        word.lower() in language.function_words or language.pattern("honours", "from", "in").fullmatch(word) is not None
    )


def _going_on(words: str, last: int, until: int, language: Language) -> int:
    """Where a name ends that goes on, behind a word with a capital, in small letters that speak of a field of work."""
    going = 0
    for word in _WORD.finditer(words, last, until):
        if _is_of_work(word.group(), language) and not language.has(word.group(), "contact"):
            going = word.end()
        elif not language.has(word.group(), "and", "of", "of_the"):
            break
    return going


@cache
def _within(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{language.joining('in')}")


def _back(words: str, start: int, language: Language) -> int:
    """Where a name begins that ends with the word for a unit: “Climate and Energy Office”."""
    before, noun = list(_WORD.finditer(words, 0, start)), start
    for place, word in reversed(list(enumerate(before))):
        if _ELIDED.fullmatch(word.group()):
            break  # “L'Ufficio”
        so_far = before[: place + 1]
        is_long = start < noun or _TWO_CAPITALS.match(words, noun) is not None
        if _begins_a_part(so_far, language) or (is_long and _joins_capitals(so_far, language)):
            start = word.start()
            continue  # “the Coast and Countryside Team”, “the Policy and Partnerships Team”
        if not word.group()[0].isupper() or words[word.end() : start].strip():
            break
        if language.has(word.group(), "contact", "asking", "articles", "our", "invites"):
            break
        if word.start() == 0 and word.group().lower() in language.function_words:
            break
        start = word.start()
    if start == noun and len(before) > 1 and _tells_which(words, before[-1], before[-2], start, language):
        return before[-1].start()  # “the uplands team”
    if start == noun and (several := _in_small_letters(words, before, start, language)) is not None:
        return several
    return start


def _joins_capitals(before: list[re.Match[str]], language: Language) -> bool:
    """Whether the last of some words is “and” behind an article and one or two words with capitals."""
    if len(before) < FEW_WORDS or language.pattern("and").fullmatch(before[-1].group()) is None:
        return False
    article = next(
        (w.group() for w in reversed(before[-4:-1]) if not w.group()[0].isupper() or _is_article(w, language)), ""
    )
    return before[-2].group()[0].isupper() and language.has(article, "articles", "definite")


def _begins_a_part(before: list[re.Match[str]], language: Language) -> bool:
    """Whether the last of some words is “and” behind a word with a capital that begins a part: “, Policy and …”."""
    if len(before) < 2 or language.pattern("and").fullmatch(before[-1].group()) is None:
        return False
    first = before[-2]
    begins = first.string[: first.start()].rstrip(" ")[-1:] in (",", "(", ":")
    is_plain = not language.has(first.group(), "unit_words", "titles", "contact", "asking", "articles", "invites")
    return begins and first.group()[0].isupper() and is_plain and before[-1].start() - first.end() == 1


def _is_article(word: re.Match[str], language: Language) -> bool:
    return language.has(word.group(), "articles", "definite")


def _in_small_letters(words: str, before: list[re.Match[str]], noun: int, language: Language) -> int | None:
    """Where a name in small letters begins: behind the article, with “and” in it, “the culture and tourism team”; with
    what it is the office of, “kommunstyrelsens stab”."""
    if not before or words[before[-1].end() : noun].strip() or language.capital_nouns:
        return None
    which = before[-1].group()
    stem = next((which[: -len(end)] for end in language.words["genitives"] if which.lower().endswith(end)), "")
    is_plain = {stem.lower(), which.lower()} & {*language.words["authority_words"], *language.function_words}
    is_verb = language.has(which, "contact", "asking", "looks_after", "answers_for")
    is_short = len(_WORD.match(words, noun).group()) <= SHORTEST_UNIT  # type: ignore[union-attr]
    whose = people.is_unit(nominative(which, language.code) if stem else "", language) or people.is_unit(stem, language)
    if len(stem) > FEW_WORDS and (is_short or whose) and not (is_plain or is_verb):
        return before[-1].start()  # “kommunstyrelsens stab”, “kulturförvaltningens evenemangsenhet”
    for place, word in reversed(list(enumerate(before[-MOST_WORDS_BEFORE_A_VERB - 1 :]))):
        every = before[-MOST_WORDS_BEFORE_A_VERB - 1 :][place + 1 :]
        if _is_article(word, language):
            joined = any(language.pattern("and").fullmatch(one.group()) for one in every[1:-1])
            return every[0].start() if joined else None
        is_and = language.pattern("and").fullmatch(word.group())
        if not word.group().islower() or (word.group() in language.function_words and not is_and):
            return None
    return None


def _tells_which(words: str, which: re.Match[str], article: re.Match[str], noun: int, language: Language) -> bool:
    """Whether a word in small letters between an article and a word for a unit, “uplands”, tells which it is."""
    if not which.group().islower() or words[which.end() : noun].strip() or language.capital_nouns:
        return False
    if which.group() in language.function_words or not language.has(article.group(), "articles", "definite"):
        return False
    others = language.firsts("contact", "asking", "our", "answers_for", "looks_after", "in_charge_of")
    return len(which.group()) > FEW_WORDS and which.group() not in others


def _unit_word(words: str, language: Language) -> Span | None:
    found = language.pattern("unit_words").search(words)
    endings = language.words["unit_endings"]
    for word in _WORD.finditer(words):
        if found and word.start() >= found.start():
            break
        if endings and len(word.group()) > 6 and word.group().lower().endswith(endings):
            return word.span()
    return found.span() if found else None


def may_be_a_unit(words: str, language: Language) -> bool:
    """Whether words that hold none for a unit may name one all the same: “Regional Growth”, not “from 2009 on”."""
    every = words.split()
    begins = words[:1].isupper() and every[0].casefold() not in language.function_words
    plain = not any(map(str.isdigit, words)) and not language.has(words, "since_words", "until_words", "left", "we")
    long = any(len(word.strip(".")) >= SHORTEST_WORD for word in every)  # not “P.-S.”
    return begins and plain and long and len(every) <= MOST_WORDS_BEFORE_A_VERB


def may_be_joined(unit: str, more: str, language: Language) -> bool:
    """Whether words that hold one for a unit are of the unit before them, rather than say what that is: “Westsea House,
    the county's office in Brussels”."""
    fits = len(unit) + len(more) < LONGEST_UNIT and not any(map(str.isdigit, more))  # “bureau 214”
    return fits and not language.pattern("our", "definite").match(more)


def without_article(words: str, language: Language) -> str:
    """The words of a unit without the little words before them: “à la direction Climat”."""
    first, _space, rest = words.partition(" ")
    while first.lower() in language.function_words and people.is_unit(rest, language):
        words = rest
        first, _space, rest = words.partition(" ")
    return words

"""Organisations in a list: an item each, bare names or names with some words behind, linked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile

from hansa.reading import names, people, priced
from hansa.reading.addresses import is_platform
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known, is_programme, known_in
from hansa.reading.labels import Labels
from hansa.reading.languages import Language, languages
from hansa.reading.listing import (
    EXTERNAL,
    FEWEST_ITEMS,
    FEWEST_LINES,
    LONGEST_NAME,
    heads,
    host_of,
    is_a_file,
    leads_down,
    outermost,
    short_lines,
    standing_alone,
    top_of,
)
from hansa.reading.outline import cues_of
from hansa.reading.told_aside import twin_towns
from hansa.reading.told_items import (
    is_a_sentence,
    is_of_a_menu,
    joins_two,
    may_be_a_name,
    named_in,
    says_since_when,
    since_behind,
)
from hansa.reading.types import Span

HTML = "text/html"
MOST_WORDS_OF_A_NAME = 18
FEWEST_KNOWN = 3  # networks
LONGEST_CODE = 2  # letters of a language’s code: “FI”, “SV”
LONGEST_ABOVE = 400
LONGEST_HEADING = 60
FEW_WORDS = 4  # behind a name, or of a heading
LONG_NOUN = 7  # letters
FEW_HEADINGS = 2  # the site's name, and the page's title
_BEHIND = re.compile(r"\s[–—-]\s|:\s|;\s|\.\s|,\s|\s\(|\s\|\s")
_ABBREVIATED = re.compile(r"\s{0,2}\([^()]{2,60}\)")
_LAST_ASIDE = re.compile(r"\s\([^()]{2,40}\)\Z")
DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:20)?\d\d(?!\d)|(?<!\d)20\d\d-\d\d-\d\d")
_GOES_ON = re.compile(r"\s(?:to|for at|om at|om å|att|zur|zum|um|om|pour|para|per|dla)\s[a-zà-ÿ]")
_WITH_OTHERS = re.compile(r"\s(?:med|with|mit|met|avec|con|com|z|kanssa)(?:\s|\Z)")  # “Exchange with Helsinki”
_MORE = re.compile(r":\s|@")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_A_YEAR = re.compile(r"(?<!\d)(?<!Agenda )20\d\d\Z")


@dataclass(slots=True)
class Item:
    """An item of a list: the block, the name it begins with, how much that looks like an organisation's (0 to 4); of a
    sentence, `at` which place in it the name stands."""

    block: Block
    words: str
    points: int
    alone: bool = False  # a list of its own, with paragraphs below it
    at: int = 0
    paid: int = 0  # where the words behind the name begin that tell what is paid
    sent: bool = False  # whether people who are sent stand behind the name

    @property
    def span(self) -> Span:
        """Where the name stands in the document."""
        return self.block.start + self.at, self.block.start + self.at + len(self.words)


def names_in(blocks: list[Block], document: Document, labels: Labels) -> dict[int, Item]:
    """The items of a document's lists that name organisations, by where they begin."""
    found: dict[int, Item] = {}
    first = next((place for place, block in enumerate(blocks) if heads(block) and block.level), 0)
    headings = [document.of(block) for block in takewhile(heads, blocks[first : first + FEW_HEADINGS])]
    topic = " ".join([*headings, document.title or ""])
    on_one = bool(headings) and _is_called_so(headings[0], labels)
    alone: list[tuple[list[Block], Block]] = []
    top = top_of(blocks)
    for above, run in outermost(blocks):
        if run[-1].end <= top and all(is_of_a_menu(block, document) for block in run):
            continue
        if len(run) == 1 and run[0].end - run[0].start <= LONGEST_NAME:
            alone.append((above, run[0]))
        words = document.text[above[0].start : above[-1].end][-LONGEST_ABOVE:] if above else ""
        nearest = [document.of(block) for block in above if heads(block) or block.kind == "label"]
        within_one = bool(nearest) and labels.names_one(nearest[-1]) and bool(names.parse(nearest[-1]).abbreviation)
        is_below = on_one and bool(nearest) and nearest[-1] not in headings  # “Fields of cooperation:”, on its page
        last = words[words.rfind(nearest[-1]) :] if is_below else f"{topic} {words}"
        expected = not within_one and is_expected(last, labels.language)
        found |= {item.block.start: item for item in _of_organisations(run, document, labels, words, expected)}
    for heading, run in short_lines(blocks, document):
        if _says_networks(heading, labels.language):
            items = _of_organisations(run, document, labels, heading, expected=True)
            found |= {item.block.start: item for item in items}
    for said, run in _broken_lines(blocks, document, labels.language) if document.media_type == HTML else ():
        for item in _of_organisations(run, document, labels, said, expected=True):
            found.setdefault(item.block.start, item)
    for said, run in standing_alone(blocks, document):
        known = sum(is_known(document.of(block)[: block.lead], whole=True) for block in run)
        expected = known >= FEWEST_KNOWN or is_expected(f"{topic} {said}", labels.language)
        for item in _of_organisations(run, document, labels, "", expected):
            if not item.at:
                found.setdefault(item.block.start, replace(item, alone=True))
    if len(alone) >= FEWEST_ITEMS:
        above = alone[0][0]
        words = document.text[above[0].start : above[-1].end][-LONGEST_ABOVE:] if above else ""
        expected = is_expected(f"{topic} {words}", labels.language)
        for item in _of_organisations([block for _above, block in alone], document, labels, words, expected):
            item.alone = True
            if not item.at:  # a sentence below a heading is on what that names
                found.setdefault(item.block.start, item)
    for said, priced_run in priced.runs(blocks, document, labels):
        for block, _first, _last in priced_run:
            found.pop(block.start, None)
        found |= {item.block.start: item for item in _paid_for(priced_run, f"{topic} {said}", document, labels)}
    return found


def _paid_for(run: list[tuple[Block, int, int]], said: str, document: Document, labels: Labels) -> Iterator[Item]:
    """The items of a list of names with what is paid for each."""
    every = []
    for block, first, last in run:
        item = _item(replace(block, start=block.start + first, end=block.start + last), document, labels)
        if item is not None and not item.at:
            every.append(replace(item, block=block, at=first, paid=last))
    alike = sum(item.points > 0 for item in every)
    if alike * 3 >= len(run):
        likely = [one for one in every if one.points or may_be_a_name(one.words, labels.language)]
        yield from (one for one in likely if priced.is_from_abroad(one.words, said, labels.language))


def _is_called_so(heading: str, labels: Labels) -> bool:
    """Whether a page's heading is the name of one network: “Union of Harbour Cities”, not “International networks”."""
    language = labels.language
    words = heading.casefold().split()
    if not labels.names_one(heading) or language.has(heading, "our", "we", "member_of", "member_words"):
        return False
    return not cues_of(language).is_plain(heading) and not any(is_in_another_form(word, language) for word in words)


def _broken_lines(blocks: list[Block], document: Document, language: Language) -> Iterator[tuple[str, list[Block]]]:
    """Lines, four or more, that stand below one such as “The city is a member of:”, with that, as a page has them that
    has no list but lines that break."""
    said, run = "", list[Block]()
    for block in [*blocks, Block("heading", 0, 0)]:
        words = document.of(block) if block.kind in ("paragraph", "line") else ""
        if said and words and len(words) <= LONGEST_ABOVE and words[-1] != ":":
            run.append(block)
            continue
        if len(run) >= FEWEST_LINES:
            yield said, run
        announces = words[-1:] == ":" and _announces(words, language)
        said, run = (words if announces else ""), []


def _says_networks(heading: str, language: Language) -> bool:
    """Whether a heading is but a word for organisations with adjectives: “International networks”."""
    return len(heading.split()) <= FEW_WORDS and is_expected(heading, language)


def _of_organisations(
    run: list[Block], document: Document, labels: Labels, above: str, expected: bool
) -> Iterator[Item]:
    """The items of one list that name organisations; none where it is a list of something else.

    Where what stands above speaks of memberships, half of the items must look like organisations, else nearly all, and
    by more than one sign.
    """
    language = labels.language
    if (
        _of_parts(above, language)
        or language.has(above[-LONGEST_HEADING:].rpartition("\n")[2], "read_more", "news")
        or any(_is_a_fact(block, document, labels) and not _begins_with_one(block, document, labels) for block in run)
    ):
        return
    if 2 * sum(DATE.search(document.of(block)) is not None for block in run) >= len(run):
        return  # news, meetings
    if 2 * sum(_is_a_part(document.of(block), language) for block in run) > len(run):
        return
    if all(block.end - block.start <= LONGEST_CODE + 1 for block in run) or leads_down(run, document):
        return  # “ITA”, “ENG”; “On this page”
    run = [block for block in run if not is_programme(document.of(block))]
    items = [item for block in run if (item := _item(block, document, labels)) is not None]
    if len({item.words for item in items}) < len(items):
        items = [item for item in items if not item.at]  # sentences on one network
    enough = 1 if expected else 2
    hosts = [host_of(item.block, document) for item in items]
    all_lead_away = len(run) > FEWEST_ITEMS and all(hosts) and len(set(hosts)) == len(run)
    alike = sum(item.points + all_lead_away >= enough for item in items)
    announced = expected and _announces(above, language)
    count = sum(not document.text[block.start].islower() for block in run) if announced else len(run)
    if len(items) < FEWEST_ITEMS or alike * (3 if announced else 2 if expected else 1.25) < count:
        return
    nearly_all = announced or (expected and alike * 10 >= 7 * count)
    yield from (
        item
        for item in items
        if (item.points or (nearly_all and len(item.words.split()) <= 8 and may_be_a_name(item.words, language)))
        and (item.points > 1 or not _WITH_OTHERS.search(item.words))
    )


def _announces(above: str, language: Language) -> bool:
    """Whether the line above a list says that it lists what the authority belongs to: “The city is a member of:”."""
    last = above.rstrip().rpartition("\n")[2]
    return last[-1:] == ":" and language.has(last, "member_of", "member_words") and is_expected(last, language)


def _is_a_part(words: str, language: Language) -> bool:
    """Whether an item is likely to be a network's group rather than a network: “Mobility Forum”."""
    return language.has(words, "groups") and not is_known(words) and names.parse(words).abbreviation is None


def _of_parts(above: str, language: Language) -> bool:
    """Whether the sentence above a list says that it lists the parts of an organisation: “divided into six …:”."""
    last = re.split(r"[.!?\n]\s*", above.rstrip(" :\n"))[-1]
    if above.rstrip()[-1:] != ":" and len(last) > LONGEST_HEADING:
        return False
    return language.has(last, "umbrella", "bodies") and not language.has(last, "we", "our", "member_words")


@lru_cache(maxsize=2048)
def is_expected(words: str, language: Language) -> bool:
    """Whether words speak of belonging, or of organisations, in the plural too: “networks”, “nätverken”, “reti”."""
    if language.has(words, "member_of", "member_words"):
        return True
    return any(is_a_noun(word, language) for word in set(words.lower().split()))


@lru_cache(maxsize=8192)
def is_a_noun(word: str, language: Language) -> bool:
    """Whether a word is one for an organisation, in any form, or holds one near its end:
    “yhteistyöverkostojamme”, not “samarbeidsområder”; not “for”."""
    return word not in language.function_words and any(
        _alike(word, noun) or (len(noun) >= LONG_NOUN and noun in word and len(word.partition(noun)[2]) < LONG_NOUN)
        for noun in language.words["organisation_words"]
    )


@lru_cache(maxsize=8192)
def is_in_another_form(word: str, language: Language) -> bool:
    """Whether a word is one for organisations, but not in the singular as the language's file has it: “networks”."""
    nouns = (*language.words["organisation_words"], *language.words["subjects"])
    return word not in nouns and word not in language.function_words and any(_alike(word, noun) for noun in nouns)


def _alike(word: str, noun: str) -> bool:
    """Whether a word is a noun in another number or case: the same beginning, an ending of one to three letters."""
    same = max(3, len(noun) - 2)
    return word[:same] == noun[:same] and abs(len(word) - len(noun)) <= 3


def _is_a_fact(block: Block, document: Document, labels: Labels) -> bool:
    """Whether an item tells of an organisation named above: a labelled value, an address, a link to its website."""
    text = document.of(block)[:200]
    label = text.partition(":")[0] if ":" in text[:60] else ""
    if label and labels.label(label) not in (None, "other_label"):
        return True
    words = text.strip()
    return len(words) < 40 and labels.language.has(words, "website") and bool(host_of(block, document))


def _begins_with_one(block: Block, document: Document, labels: Labels) -> bool:
    """Whether an item that looks like a labelled value plainly begins with an organisation: “ICORN, since 2017: …”."""
    item = _item(block, document, labels)
    return item is not None and item.points > 1 and not labels.language.has(item.words, "website")


def _item(block: Block, document: Document, labels: Labels) -> Item | None:
    """An item by its beginning, or by the network that it says something of; None where it names none."""
    text = document.of(block)
    if is_a_sentence(text, labels.language):
        return None
    if within := named_in(text, labels.language):
        return Item(block, text[slice(*within)], 2, at=within[0])
    end, linked = _name_end(block, text, document, labels.language)
    is_apart = 0 < end <= block.lead or text.count(" ") < MOST_WORDS_OF_A_NAME
    words = (text[:end].rstrip(".") if is_apart else text[:end]).rstrip(":;,’ ")
    if words[-1:] == "." or not words or len(words) > LONGEST_NAME or len(words.split()) > MOST_WORDS_OF_A_NAME:
        return None
    if is_platform(host_of(block, document)) or any(map(is_a_file, document.anchors_in(block.start, block.start + 1))):
        return None
    led = names.led().match(words)
    named = words[led.end() :] if led else words
    if (
        not (led or words[0].isupper() or words[0].isdigit() or words[1:2].isupper() or _is_led(words, labels.language))
        or words[-1] in "!?"
        or labels.label(words)
    ):
        return None
    if len(text) < LONGEST_HEADING and labels.language.has(text, "website") and not host_of(block, document):
        return None  # “To the website of Eurocities”
    if joins_two(words, labels.language) or labels.language.has(words, "we"):
        return None
    if names.is_of_states(named) or is_programme(named):
        return None
    if twin_towns(labels.language).search(words) and not is_known(words):
        return None  # “Town twinning: see …”
    if _OF_A_YEAR.search(words) and not is_known(named):
        return None  # “International strategy 2024–2029”
    called = names.parse(words)
    if any(name.text.casefold() in labels.language.countries for name, _span in called.other_names):
        return None  # “Kotka (Finland)”
    short = called.abbreviation[0].casefold() if called.abbreviation else ""
    if short in labels.language.words["parties"] and people.is_person(words, labels.language):
        return None  # “Asta Lind (SPD)”
    one = people.somebody(text, labels.language)
    if one is not None and one.party is not None and text.startswith(words) and one.start < len(words):
        return None  # “Asta Lind (S), chair of the North Sea Commission”, “The council sends Asta Lind (S) to …”
    alone = names.is_abbreviation(words) and len(words) > LONGEST_CODE
    points = 2 * bool(called.abbreviation or alone or is_known(named)) + linked
    behind = " ".join(text[end:].split()[:FEW_WORDS])  # “EUniverCities, a network of …”
    is_told = words[0].isalpha() and says_organisation(behind, labels.language)
    told = says_organisation(words, labels.language) or says_organisation(words, languages()["en"]) or int(is_told)
    return Item(block, words, points + told + says_since_when(text[end:], labels.language))


def _is_led(words: str, language: Language) -> bool:
    """Whether an article, or a noun for an organisation, stands before the name: “the CPMR”, “sieć Cities for …”."""
    first, _space, rest = words.partition(" ")
    little = (*language.words["articles"], *language.words["organisation_words"])
    return rest[:1].isupper() and (first in little or first in language.function_words)


def _is_said_of(behind: str) -> bool:
    """Whether the words behind a known name go on as a sentence, with a small word that names do not hold."""
    words = behind.split()
    return len(words) >= FEW_WORDS and behind[0] == " " and words[0].islower() and words[0] not in names.WITHIN


def _abbreviates(words: str, language: Language) -> bool:
    """Whether words end in a word that is cut short: “Secretariat f. Youth”."""
    last = words.rstrip().rpartition(" ")[2].lower()
    return last[-1:] == "." and last in language.words["abbreviations"]


def _name_end(block: Block, text: str, document: Document, language: Language) -> tuple[int, int]:
    """Where the name ends, and 1 where it is a link that leads off the site."""
    linked = 0
    end = 0
    for anchor in document.anchors_in(block.start, block.end)[:1]:
        if anchor.span[0] - block.start <= 2:
            end, linked = anchor.span[1] - block.start, int(bool(EXTERNAL.match(anchor.url)))
    end = end or block.lead
    if not end:
        behind = next((m for m in _BEHIND.finditer(text) if not _abbreviates(text[: m.end()], language)), None)
        end = behind.start() if behind else len(text)
        known = next(known_in(text, 0, end), None)
        if known and known[0] == 0 and (_GOES_ON.match(text, known[1]) or _is_said_of(text[known[1] : end])):
            end = known[1]  # “Climate Alliance to reduce greenhouse gases: …”, “Eurotowns brings together …”
        if behind and behind.group() == ", " and names.is_abbreviation(text[behind.end() :].partition(",")[0].strip()):
            end = behind.end() + len(text[behind.end() :].partition(",")[0])
        elif behind and behind.group().strip() in "–—-" and names.is_abbreviation(text[:end]):
            rest = _BEHIND.search(text, behind.end())
            last = rest.start() if rest else len(text)
            is_said = names.is_said_of(text[behind.end() : last + len(".")], text[:end])
            end = end if is_said else last
    note = _LAST_ASIDE.search(text, 0, end)
    if note and language.has(note.group(), "website", "read_more"):
        end = note.start()  # “Rainbow Cities Network (external link)”
    more = _ABBREVIATED.match(text, end)
    if more and not _YEAR.search(more.group()) and not _tells_more(more.group(), language):
        end = more.end()
    dated = since_behind(language).search(text, 0, end)
    return dated.start() if dated and dated.start() else end, linked


def _tells_more(aside: str, language: Language) -> bool:
    """Whether what stands in brackets behind a name is no part of it: “(external link)”, “(contact: Ann Ek, …)”."""
    return bool(_MORE.search(aside)) or language.has(
        aside, "website", "read_more", "contact", "fee_words", "representative_label", "deputy_label", "chair"
    )


@cache
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(word for word in language.words["organisation_words"] if len(word) > 4)


@lru_cache(maxsize=4096)
def says_organisation(words: str, language: Language) -> int:
    """1 where a word for an organisation is among the words, or ends one of them."""
    endings = _endings(language)
    return int(
        language.has(words, "organisation_words")
        or any(len(word) > 7 and word.strip("(),").endswith(endings) for word in words.lower().split())
    )

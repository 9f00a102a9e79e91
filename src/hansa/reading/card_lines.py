"""The lines of a box that tell of people and units, each with what tells of it: “Europe Office / Ann Ek / 046 …”."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from hansa.reading import people
from hansa.reading.asking import of_the_rest, says_but_asking
from hansa.reading.cards import heads_cards, is_of_another, is_of_what_somebody_is, tells_of_somebody
from hansa.reading.contact_tables import of_contacts
from hansa.reading.document import Block
from hansa.reading.from_sentence import STREET_NUMBER
from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.lines import is_imprint
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Span
from hansa.reading.unit_lines import OF_A_SEAT, SENTENCE, first_part, has_sentences
from hansa.reading.whom import Known

LONGEST_LINE = 200
MOST_BETWEEN = 2  # lines of something else, such as a street
OF_OTHERS = ("heads_network", "not_asked", "page_owner", "sign_up")
_LABELS = frozenset("contact phone email title_label unit_label website".split())
NEAR = 40  # letters of a post before a name
FEW_WORDS = 3
_BEFORE_A_NAME = " :–-,/"


@dataclass(slots=True)
class Card:
    """Somebody, or a unit, with the lines that tell of them."""

    start: int
    end: int
    lines: int = 1
    unit: Span | None = None
    is_of_else: bool = False  # a line says of it what it is for, and that is no network
    is_labelled: bool = False  # “Further information: Ann Ek, …”
    is_of_row: bool = False  # of a table of people
    is_of_rest: bool = False  # “All other networks: Ann Ek, …”


@dataclass(slots=True)
class Lines:
    """What stands below a heading, or before the first."""

    heading: Block | None
    lines: list[Block] = field(default_factory=list)
    below_contacts: bool = False  # a heading above is a contact's
    is_title: bool = False  # the heading is the page's
    is_of_else: bool = False  # the heading stands below that of something else

    @property
    def span(self) -> Span:
        """Where they begin and end, with the heading."""
        first = self.heading or self.lines[0]
        return first.start, (self.lines[-1] if self.lines else first).end


def is_of_contact(page: Known, heading: str) -> bool:
    """Whether a heading says that those stand below it whom one may ask."""
    language = page.cues.language
    if page.cues.labels.label(heading) == "contact" or heads_cards(heading, page.cues):
        return True
    return language.pattern("heads_people").fullmatch(heading.strip(" :")) is not None


def people_in(page: Known, part: Lines) -> tuple[list[Card], Card | None]:
    """The people in some lines, each with those that tell of them, and the unit that stands before the first."""
    language = page.cues.language
    found: list[Card] = []
    unit: Card | None = None
    head = page.document.of(part.heading) if part.heading else ""
    if part.heading and people.is_unit(head, language) and not is_of_contact(page, head):
        unit = Card(part.heading.start, part.heading.end)
    above: Block | None = None  # a line that may be the next one's title
    between = 0
    is_open = True
    for line in _by_rows(page, part.lines):
        words = page.document.of(line)
        if page.cues.updated.match(words) or is_imprint(words, language):
            break  # of the page itself
        if language.has(words, *OF_OTHERS) and not page.is_reached((line.start, line.end)):
            break  # “Press”, above those whom journalists ask
        if not found and is_of_else_named(page, words):
            break  # “Project Green Harbours”, “Former officer”
        if page.cues.labels.exactly(words.strip(" :")) in _LABELS and not people.is_person(words, language):
            continue  # “Unit”, beside which it stands in a table
        lead, is_reached = lead_of(page, words), page.is_reached((line.start, line.end))
        if lead is not None or _names_somebody(page, words):
            begin = above.start if above and not found else line.start
            named = _first_line(page, unit) if unit else None
            found.append(Card(begin, line.end, 1 + (begin < line.start), named))
            found[-1].is_labelled = lead is not None
            found[-1].is_of_row, found[-1].lines = line.row > 0, found[-1].lines + (line.level if line.row else 0)
            found[-1].is_of_rest = lead is not None and of_the_rest(lead, page.cues, alone=True)
            above, between, is_open = None, 0, True
            continue
        is_what = is_of_what_somebody_is(words, page.cues)
        tells = len(words) <= LONGEST_LINE and (is_what or tells_of_somebody(words, page.cues))
        tells = tells and not (has_sentences(words, language) if is_reached else SENTENCE.search(words))
        is_else = is_of_another(words, page.cues)
        tells = (tells or are_names(page, words)) and not is_else
        if found and not (tells or is_else) and between < MOST_BETWEEN and not any(map(str.isdigit, words)):
            found[-1].is_of_else = True
        if not (found or unit or tells or is_else or above) and _is_of_something(page, words):
            break  # “Newsroom”, above those whom one asks about that
        between = 0 if tells else between + 1
        is_open = is_open and between <= MOST_BETWEEN
        if not tells or not is_open:
            continue
        if found:
            found[-1].end, found[-1].lines = line.end, found[-1].lines + 1
        elif unit is not None:
            above = line if says_title(words, language) and not people.is_unit(words, language) else None
            if above is None:
                unit.end, unit.lines = line.end, unit.lines + 1
        elif people.is_unit(words, language) and is_what:
            unit = Card(line.start, line.end)
        elif is_what:
            above = line
    return found, unit


def is_of_else_named(page: Known, words: str) -> bool:
    """Whether a short line is of a project, or says that what follows was once."""
    language = page.cues.language
    if len(words.split()) > MOST_WORDS_OF_A_TITLE:
        return False
    if not says_title(words, language) and is_of_a_project(words, language):
        return True
    return language.has(words, "formerly") and not page.named_people(words)


def is_of_a_project(words: str, language: Language) -> bool:
    """Whether words name a project, rather than a unit that has to do with them: “Project Green Harbours”."""
    project = language.find(words, "projects")
    if project is None:
        return False
    return not people.is_unit(words, language) or not project.start() or project.end() == len(words.rstrip())


def _is_of_something(page: Known, words: str) -> bool:
    """Whether a line says in a word or two what those below it are there for, and is no sentence, nor a street, nor the
    authority's name."""
    is_short = len(words.split()) <= MOST_WORDS_OF_A_TITLE and words[-1:] not in ".!?:"
    if not is_short or any(map(str.isdigit, words)) or is_of_contact(page, words):
        return False
    return not page.cues.language.has(words, "authority_words")


def _by_rows(page: Known, lines: list[Block]) -> list[Block]:
    """The lines, each row of a table of people as one."""
    if not any(line.kind == "cell" for line in lines):
        return lines
    found = lines
    for table in page.document.tables:
        cells = of_contacts(table.rows[1:], page.document, page.cues.labels)
        if not cells or not any(line.start == cells[0].start for line in lines):
            continue
        begin = min(cell.span[0] for row in table.rows for cell in row if cell)
        rows = [list(every) for _row, every in groupby(cells, key=lambda cell: cell.row)]
        merged = [Block("cell", every[0].start, every[-1].end, level=len(every), row=every[0].row) for every in rows]
        found = [one for one in found if not begin <= one.start < cells[-1].end] + merged
    return sorted(found, key=lambda line: line.start)


def lead_of(page: Known, words: str) -> str | None:
    """What stands before a colon, or a name, and says that somebody behind it is asked, “Further information: Ann Ek”,
    “Questions are answered by Ann Ek”, or about which networks: “KIMO and CPMR: Ann Ek”, “All others: Bo Ek”."""
    lead, colon, behind = _opened(words)
    if not colon and len(words) <= LONGEST_LINE and (named := page.named_people(words)) and named[0].start:
        lead, colon, behind = words[: named[0].start - 1], " ", words[named[0].start - 1 :]
        if not is_of_contact(page, lead):
            return None
    if not colon or not behind[:1].isspace() or len(lead.split()) > MOST_WORDS_OF_A_TITLE or len(words) > LONGEST_LINE:
        return None
    language = page.cues.language
    if has_sentences(behind if colon == "?" else words, language):
        return None  # “… have contacts of their own: … . Please write to them”
    says_so = page.named_in(lead) or of_the_rest(lead, page.cues, alone=True) or says_but_asking(lead, page.cues)
    if not says_so and (colon == "?" or language.has(lead, "questions")):
        return None  # “Questions about planning permission? Call Ann Ek, 046 …”
    if (
        not (says_so or is_of_contact(page, lead))
        or language.has(words, *OF_A_SEAT)
        or language.has(lead, "phone", "email")
    ):
        return None
    first = first_part(behind)
    is_one = people.is_unit(first, language) or any(one.start <= NEAR for one in page.named_people(behind.strip()))
    return lead if is_one else None


def _opened(words: str) -> tuple[str, str, str]:
    """What stands before a colon, or is asked first, and what behind: “Contact: …”, “Questions? Call …”."""
    lead, mark, behind = words.partition("?")
    return (lead.lstrip("¿"), mark, behind) if mark and ":" not in lead else words.partition(":")


def _first_line(page: Known, unit: Card) -> Span:
    """Where the unit itself is named: on the first line of what tells of it, behind a label."""
    first = page.document.text[unit.start : unit.end].partition("\n")[0]
    label, colon, named = first.partition(":")
    is_label = colon and len(label.split()) <= FEW_WORDS and people.is_unit(named, page.cues.language)
    begin = unit.start + (len(first) - len(named.lstrip()) if is_label else 0)
    return begin, unit.start + len(first)


def _names_somebody(page: Known, words: str) -> bool:
    """Whether a line begins with a person, behind a title, a label or a unit, or not: “Head: Ann Ek”."""
    language = page.cues.language
    every = page.named_people(words) if len(words) <= LONGEST_LINE else []
    named = [one for one in every if not STREET_NUMBER.match(words, one.end)]
    if not named or language.has(words, *OF_A_SEAT):
        return False
    before = words[: named[0].start].strip(_BEFORE_A_NAME)
    if not before:
        return True
    is_short = len(before.split()) <= MOST_WORDS_OF_A_TITLE
    return is_short and (
        says_title(before, language)
        or language.has(before, "contact", "honours")
        or page.cues.labels.label(before) in ("contact", "title_label")
        or people.is_unit(before, language)
        or ("\n" in words and bool(page.named_in(before)))
    )


def has_party(page: Known, one: people.Somebody) -> bool:
    """Whether somebody is of a party: what stands in brackets may be networks as well, “Ann Ek (KIMO, CPMR)”."""
    return bool(one.party) and not (page.named_in(one.party or "") or is_known(one.party or ""))


def are_names(page: Known, words: str) -> bool:
    """Whether a line names but networks of the page: “CPMR, AER”."""
    return len(words) <= LONGEST_LINE and bool(page.named_in(words)) and SENTENCE.search(words) is None

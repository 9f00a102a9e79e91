"""Whom the authority sends: representatives and deputies, their parties and roles, in lines and in columns."""

from __future__ import annotations

import re

from hansa.reading import dates, people
from hansa.reading.affiliation import is_of_a_like_authority, is_titled, speaks_for_others
from hansa.reading.authority import called, is_place_of
from hansa.reading.committees import names_a_committee
from hansa.reading.facts import Facts, field_rule
from hansa.reading.offices import OFFICES
from hansa.reading.offices import roles as roles_of_the_authority
from hansa.reading.outline import Field
from hansa.reading.own_people import with_surnames
from hansa.reading.prose import of_another
from hansa.reading.tables import MOST_COLUMNS
from hansa.reading.types import Office, Representative, Span

LONGEST_VALUE = 4000
WIDTH = MOST_COLUMNS + 1  # a row of a table numbers its cells so far
LONGEST_PARTY = 40
SOON, FEW_WORDS, LONGEST_REMARK = 40, 3, 80
CLOSE = 200  # letters
LONGEST_CASE = 2  # letters
_SIGNS_OF_ROLES = re.compile(r"[;/\n]")
_PARTY_SIGNS = re.compile(r"[(),;.\n]+|\s{2,}")
_OFFICES_OF = {"chair_label": "chair", "vice-chair_label": "vice-chair", "board_label": "board"}


_SENTENCE = re.compile(r"(?<=[\w)]{2})\.\s(?=[A-ZÀ-ÖØ-Þ])")


@field_rule("representative_label", "deputy_label", "observer_label")
def representatives(facts: Facts, field: Field, value: str) -> None:
    """Who speaks for the authority there, with their parties and roles; a role that is an office is that as well."""
    value = value[:LONGEST_VALUE]
    named = people.everybody(value, facts.language)
    vacant = people.vacant_seats(value, facts.language)
    for start, end in vacant:
        facts.doubt(
            "seat-vacant", "The page says that a seat is vacant: {words}.", (field.start + start, field.start + end)
        )
    if not named and not vacant:
        facts.doubt("people-not-understood", "No person was made of {words}.", (field.start, field.end))
    for somebody in named:
        if _is_told_apart(_line_of(value, somebody), facts) or _is_of_its_secretariat(value, somebody, facts):
            continue
        span = (field.start + somebody.start, field.start + somebody.end)
        deputy = field.name == "deputy_label" or somebody.deputy
        made = Representative(somebody.name, somebody.party, deputy=deputy)
        if field.name == "observer_label":
            made.role = "observer"
        position = enter(facts, made, span, 0.93, field.row)
        if position is not None:
            _role(facts, position, somebody.role, field.start + somebody.end, span)


def _is_of_its_secretariat(value: str, somebody: people.Somebody, facts: Facts) -> bool:
    """Whether somebody is named in a later sentence of a value that speaks of the network's secretariat: “Bo Ek (C).
    Its secretariat in Oslo is led by Ann Vik”."""
    begin = max((one.end() for one in _SENTENCE.finditer(value, 0, somebody.start)), default=0)
    return begin > 0 and facts.language.has(value[begin : somebody.start], "secretariat", "heads_network")


def _line_of(value: str, somebody: people.Somebody) -> str:
    """The line of a value that somebody stands on."""
    end = value.find("\n", somebody.end)
    return value[value.rfind("\n", 0, somebody.start) + 1 : end if end >= 0 else len(value)]


def _is_told_apart(line: str, facts: Facts) -> bool:
    """Whether a line below a label is a sentence on who was elected to an office, or is sent to another network."""
    is_told = facts.language.has(line, "elected") and facts.language.has(line, "chair", "vice-chair", "board")
    return is_told or (of_another(line, facts) and facts.language.has(line, "elected", "assemblies"))


def enter(facts: Facts, made: Representative, span: Span, confidence: float, row: int = 0) -> int | None:
    """Enter a representative, once; gives the place. A part of the organisation's own name is nobody's, and whom
    another authority of the same kind sends is its own."""
    made.person = _without_place(made.person, facts)
    every = facts.organisation.representatives
    if made.person in facts.organisation.name.text or made.person in called(facts.authority, facts.language):
        return None
    if is_of_a_like_authority(span[1], facts) or _is_an_object(made.person, span[0], facts):
        return None
    for place, other in enumerate(every):
        if people.bare(other.person) == people.bare(made.person):
            facts.people_of.setdefault(row, []).append(place)
            return None
    held = (one.party for one in facts.organisation.offices if one.person == made.person and one.party)
    made.party = made.party or next(held, None) or facts.sent.get(made.person)
    every.append(made)
    facts.note(f"representatives.{len(every) - 1}", span, confidence)
    facts.people_of.setdefault(row, []).append(len(every) - 1)
    return len(every) - 1


def _is_an_object(name: str, start: int, facts: Facts) -> bool:
    """Whether a name may be in another case than somebody is called by, as whom a decision appoints: “valitsi Jouko
    Sarven”, “wyznacza Annę Nowak”; not behind a colon nor at the beginning."""
    language = facts.language
    if language.words["articles"]:
        return False
    before = facts.text[max(0, start - CLOSE) : start].rpartition(". ")[2].rstrip(" ")
    said = language.find(before, "appoints") if before[-1:] not in ("", "\n", ":", ".") else None
    if said is None:
        return False
    if language.code == "fi":
        is_passive = said.group().endswith(("iin", "aan", "ään", "ttu", "tty"))
        return name.endswith("n") and not name.endswith("nen") and not is_passive
    return not language.has(before, "is")


def _in_full(person: str, facts: Facts) -> str:
    """The whole name of somebody of the organisation's representatives who is called by the surnames alone, or in
    another case: Finnish “on valinnut Sari Mäkelän”, of Sari Mäkelä."""
    every = [one.person for one in facts.organisation.representatives]
    if not facts.language.words["articles"]:
        for name in (*every, *facts.sent):
            if person.startswith(name) and 0 < len(person) - len(name) <= LONGEST_CASE:
                return name
    return next((name for name in every if name.endswith(f" {person}")), person)


def _without_place(person: str, facts: Facts) -> str:
    """A name without the authority's place, in another case, before it: “prezydent Brzegowa Anna Olszak”."""
    first, _space, rest = person.partition(" ")
    own = called(facts.authority, facts.language)
    return rest if " " in rest and any(is_place_of(first, name) for name in own) else person


def _role(facts: Facts, position: int, words: str, offset: int, span: Span) -> None:
    """What words behind a name, or in the column of roles, make of a representative."""
    language, somebody = facts.language, facts.organisation.representatives[position]
    if language.has(words, "formerly"):
        return
    if language.has(words, "deputy_label"):
        somebody.deputy = True
    elif language.has(words, "observer_label", "kind_observer"):
        somebody.role = "observer"
    for office in OFFICES:
        if office == "secretariat" or (office == "chair" and language.has(words, "vice-chair")):
            continue
        found = language.pattern(office, f"{office}_label").search(words)
        behind = " ".join(words[found.end() :].split()[:FEW_WORDS]) if found else ""
        # “Vice-president for Europe”
        is_at_home = language.has(behind, "topic_words", "authority_words", "in_charge_of")
        if found and not (people.is_unit(behind, language) or names_a_committee(behind, language) or is_at_home):
            since, until = dates.span_in(words[found.end() :], language)
            hold(facts, Office(office, somebody.person, somebody.party, since, until), span, 0.85)
            somebody.role = found.group().lower()
            return


def hold(facts: Facts, made: Office, span: Span, confidence: float) -> None:
    """Enter an office that a person holds, once. A part of the organisation's own name is nobody's."""
    if (made.person and made.person in facts.organisation.name.text) or dates.is_to_come(made.since, facts.updated):
        return
    if made.person and made.person in called(facts.authority, facts.language):
        made.person = None  # “The City of New Westsea holds …”
    made.person = _in_full(_without_place(made.person, facts), facts) if made.person else None
    for other in facts.organisation.offices:
        if other.office == made.office and other.person in (None, made.person):
            other.person, other.party = made.person, made.party
            return
    facts.organisation.offices.append(made)
    facts.note(f"offices.{len(facts.organisation.offices) - 1}", span, confidence)


@field_rule("party_label")
def party(facts: Facts, field: Field, value: str) -> None:
    """The parties of the people in the same row, in their order."""
    people_here = [facts.organisation.representatives[place] for place in facts.people_of.get(field.row, [])]
    parties = [part for part in _PARTY_SIGNS.split(value) if part.strip()]
    if len(parties) != len(people_here):
        parties = [" ".join(value.split())] * len(people_here) if len(people_here) == 1 else []
    for somebody, said in zip(people_here, parties, strict=False):
        if somebody.party is None and len(said) <= LONGEST_PARTY and not people.is_unit(said, facts.language):
            somebody.party = said.strip(" ()")
    for office in facts.organisation.offices:
        for somebody in people_here:
            if office.person == somebody.person and office.party is None:
                office.party = somebody.party


@field_rule("role_label")
def role(facts: Facts, field: Field, value: str) -> None:
    """In a row about people, what they are there, of several the one whom it names: “Board member (Ek)”; else what the
    authority itself is."""
    here = facts.people_of.get(field.row, []) if field.row else []
    told = {one.name for one in with_surnames(value, [], facts)}
    named = [place for place in _in_the_row(facts, field) if facts.organisation.representatives[place].person in told]
    of_one = len(here) > 1 and len(_SIGNS_OF_ROLES.findall(value)) < len(here) - 1 and _says_an_office(value, facts)
    here = named or ([] if of_one else here)
    for position in here:
        _role(facts, position, value[:120], field.start, facts.organisation.evidence[f"representatives.{position}"])
    if not here:
        roles_of_the_authority(facts, field, value)


def _in_the_row(facts: Facts, field: Field) -> list[int]:
    """The representatives that stand in an organisation's row."""
    every = ((row, place) for row, places in facts.people_of.items() for place in places)
    return [place for row, place in every if row and row // WIDTH == field.row // WIDTH]


def _says_an_office(words: str, facts: Facts) -> bool:
    return facts.language.has(
        words, *(cue for one in ("chair", "vice-chair", "board") for cue in (one, f"{one}_label"))
    )


@field_rule("other_label")
def remark(facts: Facts, field: Field, value: str) -> None:
    """A remark in an organisation's row that begins with an office: “Member of the board since 2025”."""
    said = facts.language.pattern("chair", "vice-chair", "board").search(value[:SOON])
    here = _in_the_row(facts, field)
    if said and len(here) == 1 and not facts.language.has(value, "formerly"):
        _role(facts, here[0], value, field.start, facts.organisation.evidence[f"representatives.{here[0]}"])
        return
    if said is None or len(value[: said.start()].split()) > FEW_WORDS or len(value) > LONGEST_REMARK:
        return
    if not facts.language.has(value, "formerly") and not people.everybody(value, facts.language):
        roles_of_the_authority(facts, field, value)


@field_rule("term_label")
def term(facts: Facts, field: Field, value: str) -> None:
    """The term of the people in the same row: since and until of the offices that they hold."""
    since, until = dates.span_in(value[:200], facts.language)
    here = {facts.organisation.representatives[place].person for place in facts.people_of.get(field.row, [])}
    for office in facts.organisation.offices:
        if office.person in here:
            office.since, office.until = office.since or since, office.until or until


@field_rule("chair_label", "vice-chair_label", "board_label")
def office(facts: Facts, field: Field, value: str) -> None:
    """“Chair: Asta Lind (C)”: an office of the authority's where the label, or a party behind the name, says so.

    Else it may as well be another member's, and a person is asked.
    """
    if facts.language.has(field.label, "formerly"):
        return  # “Former chair: …”
    said = people.everybody(value[:LONGEST_VALUE], facts.language)
    ours = facts.language.has(field.label, "our", "we") or bool(field.row) or _is_our(value, facts)
    known = {one.person for one in facts.organisation.representatives}
    for somebody in said:
        span = (field.start + somebody.start, field.start + somebody.end)
        seated = (
            len(said) == 1 and not facts.language.has(value, "chair", "vice-chair") and _is_seated(field, value, facts)
        )
        if ours or somebody.party or somebody.name in known or seated:
            made = Office(_OFFICES_OF[field.name], somebody.name, somebody.party)
            made.since, made.until = dates.span_in(value[somebody.end : somebody.end + 60], facts.language)
            hold(facts, made, span, 0.9 if ours else 0.75)
        else:
            facts.doubt("office-doubtful", "Is this office the authority's? {words}", span)
    if not said and ours and not facts.language.has(value, "formerly", "vacant"):
        facts.organisation.offices.append(Office(_OFFICES_OF[field.name]))
        facts.note(f"offices.{len(facts.organisation.offices) - 1}", (field.start, field.end), 0.7)


def _is_seated(field: Field, value: str, facts: Facts) -> bool:
    """Whether the one whom a label for an office names is the authority's: by a title, and, where a network has but one
    of them, by that and a term: “Vice-chair: Cllr Ann Ek (2023–2025)”."""
    somebody = people.everybody(value, facts.language)[0]
    before, after = value[: somebody.start], value[somebody.end :]
    if speaks_for_others(after, facts) or not is_titled(before, after, facts):
        return False
    again = field.name != "chair_label" or facts.text.count(somebody.name) > 1  # of a network there is but one
    return field.name == "board_label" or (again and None not in dates.span_in(after[:SOON], facts.language))


def _is_our(value: str, facts: Facts) -> bool:
    """Whether a value is of the authority's: but for what is a word in a title, “mayor of the city of Ghent”."""
    plain = facts.language.pattern("titles", "honours").sub(" ", value)
    return facts.language.has(plain, "our", "we_subject") or bool(facts.authority and facts.authority in value)

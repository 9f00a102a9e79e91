"""What an organisation was called when it was founded, which it is called besides: “founded in 1990 under the name”."""

from __future__ import annotations

import re

from hansa.reading import names, people
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.national import whole_in
from hansa.reading.outline import Section, cues_of
from hansa.reading.prose import of_another, telling
from hansa.reading.saying import says_what_it_is
from hansa.reading.types import Name

NEAR_VERB = 60  # letters between “founded” and “under the name”
_QUOTE = re.compile(r"\s?[“„«»”\"‘’']?\s?")


@section_rule("what it was founded as")
def founded_as(facts: Facts, section: Section) -> None:
    """The name under which a sentence says that the organisation was founded, beside the one that it has now."""
    own, language = facts.organisation, facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "under_the_name"):
        said = language.find(sentence, "under_the_name")
        if said is None or own.other_names or not _is_founded(sentence, said, language):
            continue
        if of_another(sentence[: said.start()], facts):
            continue
        at = said.end()
        if said.group().endswith(("'", "’")):  # French “sous le nom d’”, of which the name's own rule knows
            at = said.start() + said.group().rfind(" ") + 1
        elif quote := _QUOTE.match(sentence, at):
            at = quote.end()
        article = cues_of(language).article.match(sentence, at)
        name = names.NAMES.match(sentence, at) or names.NAMES.match(sentence, article.end() if article else at)
        if name is None or not _is_a_name(name["name"], language) or whole_in(name["name"], language):
            continue
        folded = people.bare(name["name"])
        own_name = people.bare(own.name.text)
        if own_name not in folded and folded not in own_name:
            own.other_names.append(Name(name["name"], names.language_of(name["name"], language)))
            facts.note("other_names.0", (span[0] + name.start("name"), span[0] + name.end("name")), 0.85)


def _is_founded(sentence: str, said: re.Match[str], language: Language) -> bool:
    """Whether a word for founding stands near, before or behind: “unter dem Namen … gegründet”."""
    return any(
        abs(verb.start() - said.start()) <= NEAR_VERB or 0 <= verb.start() - said.end() <= 2 * NEAR_VERB
        for verb in language.pattern("founded_verbs").finditer(sentence)
    )


def _is_a_name(words: str, language: Language) -> bool:
    """Whether words of three or more, or a network that is known, are an organisation's name."""
    if len(words.split()) < 3 and not is_known(words, whole=True):
        return False
    return is_known(words) or says_what_it_is(words, language)

"""What an organisation is called in full, of which a heading that is a sentence has but the last words: “Vik to chair
the Atlantic Arc”, and below it “Vik joined the Conference of Cities of the Atlantic Arc in 2014”."""

from __future__ import annotations

from hansa.reading import names
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_known
from hansa.reading.lists import says_organisation
from hansa.reading.naming import named_in
from hansa.reading.outline import Section
from hansa.reading.prose import sentences_of
from hansa.reading.types import Name

MOST_SENTENCES = 12


@section_rule("called in full")
def called_in_full(facts: Facts, section: Section) -> None:
    """Call an organisation by the longer name that its text has, where only that says what it is."""
    own, document, language = facts.organisation, facts.document, facts.language
    heading, short = section.heading, own.name.text
    if heading is None or own.abbreviation or own.other_names or document.of(heading).strip() == short:
        return
    fewest = 1 + is_known(short, whole=True)  # words with a capital: “the Eurocities network” is Eurocities
    for span, sentence, _cues in sentences_of(section, document, language)[:MOST_SENTENCES]:
        if sentence.find(short) <= 0:
            continue
        for longer, _strength in named_in(document, span, language, belongs=True):
            name = longer.name.text
            before = name.removesuffix(short)
            if before in (name, "") or before[-1].isalnum() or language.has(before, "bodies", "chair", "vice-chair"):
                continue
            if sum(word[0].isupper() for word in before.split()) >= fewest and says_organisation(before, language):
                own.other_names.append(own.name)
                own.evidence["other_names.0"] = own.evidence["name"]
                own.name = Name(name, names.language_of(name, language))
                facts.note("name", longer.span, 0.9)
                return

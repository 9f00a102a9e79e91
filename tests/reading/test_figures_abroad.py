"""Numbers in sentences as authorities of eleven further languages write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.figures import in_sentence
from hansa.reading.languages import languages
from hansa.reading.sentences import sentences

# A sentence a line: its language, the sentence, and the figures it tells (“~” where it says that one is approximate).
FIGURES = (Path(__file__).parent / "languages" / "figures.tsv").read_text("utf8").splitlines()


@pytest.mark.parametrize("line", FIGURES)
def test_figures_are_read_in_sentences(line: str) -> None:
    code, sentence, told = line.split("\t")
    counts = in_sentence(sentence, 0, languages()[code])
    found = {f"{count.kind} {'~' * count.approximate}{count.value}" for count in counts if count.confidence > 0}
    assert found == {part for part in told.split(", ") if part}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Verband wurde am 3. Mai 1990 gegründet. Er hat 30 Mitglieder."),
        ("nl", "De commissie hoort bij het Netwerk van Havenregio's. Wij zijn lid."),
        ("pl", "Sieć powstała w 1990 r. Śląsk jest jej członkiem."),
        ("fr", "Le réseau existe depuis 1990. Établi à Lyon, il compte env. 30 membres."),
        ("es", "Es una red. ¿Quiénes la forman?"),
    ],
)
def test_a_sentence_ends_where_its_words_end(code: str, text: str) -> None:
    assert len(list(sentences(text, 0, len(text), languages()[code]))) == 2


COMMITTEE = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "committee_of_the_regions.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "name", "told"), COMMITTEE)
def test_a_committee_that_is_an_organisation_has_members_of_its_own_and_not_those_of_a_country(
    code: str, name: str, told: str
) -> None:
    page = '<html lang="{}"><body><h1>Europe</h1><h2>{}</h2><p>{}</p></body></html>'
    (found,) = reading.read(reading.open_document(page.format(code, name, told).encode())).organisations
    assert found.figures["members"].value == 329
    (fewer,) = reading.read(
        reading.open_document(page.format(code, name, told.replace("329", "21")).encode())
    ).organisations
    assert "members" not in fewer.figures

"""How running text calls a network: its name and its abbreviation, in every order and with what stands between."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading import open_document, read
from tests.reading.pages import reading_of

ROWS = list(csv.DictReader((Path(__file__).parent / "languages" / "called.tsv").open(encoding="utf8"), delimiter="\t"))
FORMS = (
    "{name} ({short})",
    "{short} ({name})",
    "{name}, {short}",
    "{name} – {short}",
    "{short} – {name}",
    "{short}, {article}{name}",
    "{name}, {in_short} {short}",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["known", "other"])
@pytest.mark.parametrize("row", ROWS, ids=[row["language"] for row in ROWS])
def test_a_network_has_its_name_and_its_abbreviation_however_they_stand(
    row: dict[str, str], kind: str, form: str
) -> None:
    name, short = row[kind], row[f"{kind}_short"]
    article = f"{row['article']} " if row["article"] else ""
    said = row["sentence"].format(form.format(name=name, short=short, article=article, in_short=row["in_short"]))
    around = f"<html lang={row['language']}><header>{row['authority']}</header><h1>{row['title']}</h1>"
    page = f"{around}<p>{said}</p></html>"
    (found,) = read(open_document(page.encode())).organisations
    assert (found.name.text, found.abbreviation) == (name, short)
    assert found.membership is not None
    assert found.membership.since == "1998"


def test_a_known_name_of_several_words_is_known_with_small_letters_and_with_capitals() -> None:
    for name in ("Conférence des Régions périphériques Maritimes", "Conférence des régions périphériques maritimes"):
        page = f"<h1>Nos réseaux</h1><p>La Ville de Merouest est membre de la {name} depuis 1998.</p>"
        (found,) = read(open_document(page.encode())).organisations
        assert found.name.text == name


def test_a_known_name_is_but_the_end_of_one_with_another_noun_before_it() -> None:
    page = (
        "<h1>Le nostre reti</h1><p>Il Comune di Maroccidente è socio dal 1989 dell'Associazione nazionale Città "
        "del Vino e dal 2001 di RECEVIN, la Rete europea delle città del vino.</p>"
    )
    found = read(open_document(page.encode())).organisations
    assert [(one.name.text, one.abbreviation) for one in found] == [
        ("Associazione nazionale Città del Vino", None),
        ("Rete europea delle città del vino", "RECEVIN"),
    ]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("pl", "Od 2002 r. należymy do Zgromadzenia Regionów Europy (ang. Assembly of European Regions, AER)."),
        (
            "pl",
            "Staż mamy w Zgromadzeniu Regionów Europy (ang. Assembly of European Regions, AER). Należymy od 2002.",
        ),
        ("sv", "Vi är med i Europeiska regionförsamlingen (på engelska Assembly of European Regions, AER) sedan 2002."),
        ("de", "Wir sind in der Versammlung der Regionen Europas (engl. Assembly of European Regions, AER) seit 2002."),
        ("fi", "Olemme Euroopan alueiden liiton (engl. Assembly of European Regions, AER) jäsen vuodesta 2002."),
    ],
)
def test_a_name_in_another_language_in_brackets_is_the_same_networks(code: str, sentence: str) -> None:
    (one,) = reading_of(f'<html lang="{code}"><h1>Europa</h1><p>{sentence}</p>').organisations
    assert [name.text for name in one.other_names] == ["Assembly of European Regions"]
    assert one.abbreviation == "AER"
    assert one.membership is not None
    assert one.membership.since == "2002"


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Stadt Sunde trat dem Netzwerk 2004 bei.",
        "Die Stadt trat dem Netzwerk 2004 bei.",
    ],
)
def test_an_authority_with_what_it_does_is_no_name(sentence: str) -> None:
    page = f'<html lang="de"><h1>Unsere Netzwerke</h1><p>Ein wichtiger Partner ist METREX. {sentence}</p>'
    (one,) = reading_of(page).organisations
    assert one.name.text == "METREX"
    assert one.membership is not None
    assert one.membership.since == "2004"


def test_what_a_page_works_with_is_a_membership_where_the_next_sentence_says_so() -> None:
    page = (
        "<h1>Our international work</h1><p>The longest standing of our ties is with Eurocities. We have been in the "
        "network since 1994.</p><p>In 2017 we joined Energy Cities.</p>"
    )
    first, second = reading_of(page).organisations
    assert first.membership is not None
    assert second.membership is not None
    assert (first.membership.since, second.membership.since) == ("1994", "2017")

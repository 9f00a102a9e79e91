"""What one sentence tells of a network, in every language: since when, how many, at what fee, whom to ask.

Each sentence stands below one that but says that the authority belongs to Eurocities: what is read must come from it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation
from tests.reading.pages import text_of

_FOLDER = Path(__file__).parent / "languages"
SHORT = {"members": "m", "countries": "c", "founded": "f"}


def _lines(name: str) -> list[tuple[str, str, str]]:
    lines = (
        line.split("\t", 2) for line in (_FOLDER / name).read_text("utf8").splitlines() if not line.startswith("#")
    )
    return [(code, said, sentence) for code, said, sentence in lines]


MEMBER = {code: sentence for code, said, sentence in _lines("since.tsv") if said == "member"}
SINCE = [line for line in _lines("since.tsv") if line[1] not in ("member", "-")]
NOT_SINCE = [(code, sentence) for code, since, sentence in _lines("since.tsv") if since == "-"]
ENDED = [(code, since, *told.split("\t")) for code, since, told in _lines("ended.tsv")]
PAIRED = [(code, one, *told.split("\t")) for code, one, told in _lines("paired.tsv")]
OF_THREE = [line.split("\t") for line in (_FOLDER / "of_three.tsv").read_text("utf8").splitlines() if line[0] != "#"]
POINTING = [(code, one, *told.split("\t")) for code, one, told in _lines("pointing.tsv")]
FIGURES = _lines("facts.tsv")
PAGES = {code: sentence.split(" | ") for code, said, sentence in _lines("told_once.tsv") if said == "page"}
BOXES = [(code, *sentence.split(" | ")) for code, said, sentence in _lines("told_once.tsv") if said == "box"]
UNITS = [(code, *sentence.split(" | ")) for code, said, sentence in _lines("told_once.tsv") if said == "unit"]
NOT_OF_BOTH = [(code, sentence) for code, said, sentence in _lines("told_once.tsv") if said == "not"]
OF_BOTH = [(code, sentence) for code, said, sentence in _lines("told_once.tsv") if said == "both"]
ASKED = [(code, sentence) for code, said, sentence in _lines("told_once.tsv") if said == "asked"]
UNTIL = [(code, sentence) for code, said, sentence in _lines("told_once.tsv") if said == "until"]
TOLD_ONCE = [(code, sentence) for code, said, sentence in _lines("told_once.tsv") if said == "contact"]


def _eurocities(code: str, sentence: str) -> Organisation:
    (eurocities,) = text_of("Eurocities", MEMBER[code], sentence).organisations
    return eurocities


@pytest.mark.parametrize(("code", "since", "sentence"), SINCE, ids=[f"{code}-{said[:60]}" for code, _, said in SINCE])
def test_since_when_is_what_the_sentence_says(code: str, since: str, sentence: str) -> None:
    membership = _eurocities(code, sentence).membership
    assert membership is not None
    assert membership.since == since


@pytest.mark.parametrize(("code", "sentence"), NOT_SINCE, ids=[f"{code}-{said[:60]}" for code, said in NOT_SINCE])
def test_since_when_it_is_in_a_project_or_a_neighbour_in_the_network_is_not_since_when_it_is_a_member(
    code: str, sentence: str
) -> None:
    membership = _eurocities(code, sentence).membership
    assert membership is None or membership.since is None


@pytest.mark.parametrize(("code", "since", "until", "sentence"), ENDED)
def test_until_when_is_what_the_sentence_says_and_no_term_of_office(
    code: str, since: str, until: str, sentence: str
) -> None:
    membership = _eurocities(code, sentence).membership
    assert ((membership and membership.since) or "-", (membership and membership.until) or "-") == (since, until)


@pytest.mark.parametrize(("code", "sentence"), UNTIL)
def test_a_membership_until_a_year_has_ended_where_the_page_tells_of_a_later_one(code: str, sentence: str) -> None:
    past, going_on = (_eurocities(code, f"{sentence}\n© {year}").membership for year in (2026, 2019))
    assert (past and past.until) == "2021"
    assert going_on is None or going_on.until is None


@pytest.mark.parametrize(("code", "first", "second", "sentence"), PAIRED)
def test_since_when_is_told_of_two_networks_in_one_sentence(code: str, first: str, second: str, sentence: str) -> None:
    found = text_of(PAGES[code][0], sentence).organisations
    told = {one.abbreviation or one.name.text: (one.membership and one.membership.since) or "-" for one in found}
    assert told == {"Eurocities": first, "Energy Cities": second}


@pytest.mark.parametrize(("code", "sentence"), OF_THREE, ids=[code for code, _sentence in OF_THREE])
def test_since_when_the_authority_is_in_a_network_is_not_when_that_was_founded(code: str, sentence: str) -> None:
    found = text_of(PAGES[code][0], sentence).organisations
    assert [one.membership and one.membership.since for one in found] == ["1993-05-05", "2012", "2018"]
    assert [one.figures for one in found] == [{}, {}, {}]


@pytest.mark.parametrize(("code", "first", "second", "sentences"), POINTING)
def test_what_is_told_of_the_former_and_the_latter_is_each_ones_own(
    code: str, first: str, second: str, sentences: str
) -> None:
    found = {one.name.text: _told(one) for one in text_of(PAGES[code][0], sentences).organisations}
    assert found == {"Eurocities": first, "Polis": second}


def _told(one: Organisation) -> str:
    told = [f"{short}{one.figures[kind].value}" for kind, short in SHORT.items() if kind in one.figures]
    told += [f"s{one.membership.since}"] if one.membership and one.membership.since else []
    return " ".join([*told, *(f"v{office.person}" for office in one.offices)]) or "-"


@pytest.mark.parametrize(
    ("code", "told", "sentence"), FIGURES, ids=[f"{code}-{said[:60]}" for code, _, said in FIGURES]
)
def test_figures_fees_and_committees_are_what_the_sentence_says(code: str, told: str, sentence: str) -> None:
    one = _eurocities(code, sentence)
    found = [f"{short}{one.figures[kind].value}" for kind, short in SHORT.items() if kind in one.figures]
    if one.membership is not None and one.membership.fee is not None:
        found.append(f"{one.membership.fee.amount:.0f} {one.membership.fee.currency}")
    if one.membership is not None and one.membership.committee is not None:
        found.append(f"k{one.membership.committee}")
    assert " ".join(found) == told


@pytest.mark.parametrize(("code", "sentence"), TOLD_ONCE, ids=[f"{code}-{said[:60]}" for code, said in TOLD_ONCE])
def test_whom_to_ask_is_told_once_for_all_networks_of_a_page(code: str, sentence: str) -> None:
    found = text_of(*PAGES[code], sentence).organisations
    told = [(one.name.text, contact.person, contact.email) for one in found for contact in one.contacts]
    assert told == [(name, "Nora Holm", "nora.holm@westsea.example.org") for name in ("Eurocities", "Energy Cities")]


@pytest.mark.parametrize(("code", "sentence"), ASKED, ids=[f"{code}-{said[:60]}" for code, said in ASKED])
def test_whom_to_ask_is_told_in_many_ways(code: str, sentence: str) -> None:
    (contact,) = _eurocities(code, sentence).contacts
    assert (contact.person, contact.unit) == ("Nora Holm", None)
    assert contact.phone


@pytest.mark.parametrize(("code", "heading", "said"), BOXES, ids=[f"{code}-{one}" for code, one, _ in BOXES])
def test_a_label_below_the_last_network_may_be_of_those_that_it_names(code: str, heading: str, said: str) -> None:
    words = "Eurocities, Energy Cities: Nora Holm, +46 490 55 71 20, nora.holm@westsea.example.org"
    networks = "".join(
        f"<h2>{name}</h2><p>{MEMBER[code].replace('Eurocities', name)}</p>"
        for name in ("Eurocities", "Energy Cities", "KIMO")
    )
    page = f'<html lang="{code}"><body>{networks}<p><b>{heading.split()[0]}</b></p><p>{words}</p></body></html>'
    found = reading.read(reading.open_document(page.encode())).organisations
    told = [(one.name.text, contact.person) for one in found for contact in one.contacts]
    assert told == [("Eurocities", "Nora Holm"), ("Energy Cities", "Nora Holm")]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "In the steering committee: Nora Holm, adviser"),
        ("sv", "I styrgruppens utskott: Nora Holm, strateg"),
        ("da", "I styreudvalget: Nora Holm, konsulent"),
        ("nb", "I arbeidsutvalget: Nora Holm, rådgiver"),
        ("nn", "I arbeidsutvalet: Nora Holm, rådgjevar"),
        ("fi", "Jaosto: Nora Holm, asiantuntija"),
        ("de", "Im Leitungsausschuss: Nora Holm, Referentin"),
        ("nl", "In de stuurcommissie: Nora Holm, adviseur"),
        ("fr", "Dans la commission : Nora Holm, conseillère"),
        ("it", "Nella commissione: Nora Holm, consulente"),
        ("es", "En la comisión: Nora Holm, asesora"),
        ("pt", "Na comissão: Nora Holm, assessora"),
        ("pl", "Komisja: Nora Holm, doradca"),
    ],
)
def test_who_sits_on_a_committee_is_not_whom_to_ask(code: str, line: str) -> None:
    assert _eurocities(code, line).contacts == []


def test_a_line_of_the_networks_secretariat_ends_the_contact() -> None:
    page = (
        "<h1>KIMO</h1><p>Westsea City Council is a member of KIMO, founded in 1990.</p><h2>Contact</h2>"
        "<p>Nora Holm</p><p>International Office</p><p>01632 960 123</p><p>Secretariat of KIMO: Harbour Street 1</p>"
    )
    (kimo,) = reading.read(reading.open_document(f'<html lang="en"><body>{page}</body></html>'.encode())).organisations
    assert [(one.person, one.unit) for one in kimo.contacts] == [("Nora Holm", "International Office")]


@pytest.mark.parametrize(("code", "sentences"), OF_BOTH, ids=[f"{code}-{said[-70:]}" for code, said in OF_BOTH])
def test_a_sentence_points_back_to_those_that_one_before_it_names(code: str, sentences: str) -> None:
    found = text_of(PAGES[code][0], sentences).organisations
    told = [(one.name.text, contact.person, contact.email) for one in found for contact in one.contacts]
    assert told == [(name, "Nora Holm", "nora.holm@westsea.example.org") for name in ("Eurocities", "Energy Cities")]


@pytest.mark.parametrize(("code", "heading", "said"), BOXES, ids=[f"{code}-{one}" for code, one, _ in BOXES])
def test_a_box_says_in_its_heading_or_behind_the_lines_that_it_is_for_all_networks(
    code: str, heading: str, said: str
) -> None:
    title, sentence = PAGES[code]
    lines = "".join(
        f"<p>{line}</p>" for line in ("Nora Holm", "+46 490 55 71 20", "nora.holm@westsea.example.org", said)
    )
    page = f'<html lang="{code}"><body><h1>{title}</h1><p>{sentence}</p><h2>{heading}</h2>{lines}</body></html>'
    found = reading.read(reading.open_document(page.encode())).organisations
    told = [(one.name.text, contact.person, contact.email) for one in found for contact in one.contacts]
    assert told == [(name, "Nora Holm", "nora.holm@westsea.example.org") for name in ("Eurocities", "Energy Cities")]


@pytest.mark.parametrize(("code", "unit", "sentences"), UNITS, ids=[f"{code}-{said[:60]}" for code, _, said in UNITS])
def test_the_unit_is_told_with_the_person_or_in_the_sentence_before(code: str, unit: str, sentences: str) -> None:
    found = text_of(*PAGES[code], sentences).organisations
    told = [(one.name.text, contact.person, contact.unit) for one in found for contact in one.contacts]
    assert told == [(name, "Nora Holm", unit) for name in ("Eurocities", "Energy Cities")]
    assert all(contact.email for one in found for contact in one.contacts)


@pytest.mark.parametrize(("code", "sentence"), NOT_OF_BOTH, ids=[f"{code}-{said[:60]}" for code, said in NOT_OF_BOTH])
def test_who_is_asked_about_all_but_one_is_not_asked_about_that(code: str, sentence: str) -> None:
    found = text_of(*PAGES[code], sentence).organisations
    assert {one.name.text for one in found if one.contacts} == {"Eurocities"}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "en",
            "Questions about cycling can be put to the policy adviser Nora Holm, nora.holm@westsea.example.org.",
        ),
        ("sv", "Frågor om cykelvägarna kan ställas till samhällsutvecklare Nora Holm, nora.holm@westsea.example.org."),
        ("nb", "Spørsmål om sykkelveiene kan rettes til samfunnsutvikler Nora Holm, nora.holm@westsea.example.org."),
        ("de", "Fragen zu den Radwegen richten Sie bitte an die Beauftragte Nora Holm, nora.holm@westsea.example.org."),
        ("fr", "Les Amis de Montbrise animent la visite : Les Amis du Prieuré, 06 00 11 22 33."),
    ],
)
def test_who_is_asked_about_something_else_is_not_asked_about_the_networks(code: str, sentence: str) -> None:
    assert not any(one.contacts for one in text_of(*PAGES[code], sentence).organisations)

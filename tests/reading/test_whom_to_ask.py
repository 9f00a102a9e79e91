"""Whom to ask about several networks: in a box at a page's end, in a list of contacts, for those that are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.known import nominative
from hansa.reading.languages import languages
from hansa.reading.spoken import word_at
from hansa.reading.titles import unit_of_title
from hansa.reading.types import Organisation
from tests.reading.pages import only, reading_of

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "asked.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
PRESS = {"fi": "Medialle", "it": "Stampa", "es": "Prensa", "pt": "Imprensa", "nl": "Pers", "pl": "Dla mediów"}
PRESS["nb"] = "Presse"
BASES = {code: words for code, kind, _unit, words in _ROWS if kind == "page"}


def _rows(kind: str) -> list[tuple[str, str, str]]:
    return [(code, unit, words) for code, said, unit, words in _ROWS if said == kind]


def _page(code: str, behind: str, own: str = "") -> dict[str, Organisation]:
    """What is read of three networks, each below its heading; `own` is the contact of the first."""
    title, label, *told = BASES[code].split(" | ")
    first, *others = (f"<h2>{words.split()[0].strip()}</h2><p>{words}</p>" for words in told)
    body = first + (f"<p>{label}: {own}.</p>" if own else "") + "".join(others)
    page = f'<!DOCTYPE html><html lang="{code}"><body><main><h1>{title}</h1>{body}{behind}</main></body></html>'
    return {one.name.text: one for one in reading_of(page).organisations}


def _asked(one: Organisation) -> list[str | None]:
    return [told.person or told.unit for told in one.contacts]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_a_box_headed_contact_at_the_end_of_a_page_is_for_all_its_networks(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    told = _page(code, f"<h2>{heading}</h2><p>{lines.replace(' / ', '<br>')}</p>")
    assert [(one.contacts[0].person, one.contacts[0].unit) for one in told.values()] == [
        (lines.split(" / ")[0], unit)
    ] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_a_box_for_the_press_is_for_none(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    first = lines.replace(" / ", "<br>")
    told = _page(code, f"<h2>{heading}</h2><p>{PRESS.get(code, 'Media')}<br>{first}</p>")
    assert not any(one.contacts for one in told.values())


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_a_box_may_tell_the_post_before_the_person(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    person, post, _unit, number = lines.split(" / ")
    told = _page(code, f"<h2>{heading}</h2><p>{post}</p><p>{person}</p><p>{number}</p>")
    assert [_asked(one) for one in told.values()] == [[person]] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_the_number_of_a_contact_is_found_in_a_list_of_people(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    person, post, _unit, number = lines.split(" / ")
    told = _page(code, f"<h2>{heading}</h2><p>Nora Holm, 01632 960 555</p><p>{person}, {post}, {number}</p>", person)
    first, *others = told.values()
    assert [(one.person, (one.phone or "")[-6:]) for one in first.contacts] == [
        (person, "".join(filter(str.isdigit, number))[-6:])
    ]
    assert not any(one.contacts for one in others)


@pytest.mark.parametrize(("code", "unit", "words"), _rows("more"))
def test_a_box_headed_more_information_tells_whom_to_ask_about_all(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    told = _page(code, f"<h2>{heading}</h2><p>{lines.replace(' / ', '<br>')}</p>")
    assert [[(one.unit, one.email) for one in each.contacts] for each in told.values()] == [
        [(unit, "europa@westsea.example.org")]
    ] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("field"))
def test_who_answers_questions_on_europe_is_asked_about_all_networks(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>")
    assert [_asked(one) for one in told.values()] == [[unit]] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("aside"))
def test_a_contact_in_a_column_beside_the_networks_is_for_all(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    column = f"<aside><h3>{heading}</h3><p>{lines.replace(' / ', '<br>')}</p></aside>"
    told = _page(code, f"</main>{column}")
    assert [_asked(one) for one in told.values()] == [[unit]] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("event"))
def test_to_whom_one_says_that_one_will_come_is_no_contact(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<p>{words}</p>")
    assert not any(one.contacts for one in told.values())


@pytest.mark.parametrize(("code", "told_of", "words"), _rows("own"))
def test_sentences_tell_whom_to_ask_about_a_network(code: str, told_of: str, words: str) -> None:
    last = list(_page(code, f"<p>{words}</p>").values())[-1]
    (one,) = last.contacts
    found = one.person, one.unit, one.email, "".join(filter(str.isdigit, one.phone or ""))[-6:]
    assert [told or "-" for told in found] == told_of.split(" / ")


@pytest.mark.parametrize(("code", "number", "words"), _rows("askbox"))
def test_a_heading_that_asks_about_our_networks_stands_above_an_address_for_all(
    code: str, number: str, words: str
) -> None:
    heading, line = words.split(" | ")
    told = [one.contacts for one in _page(code, f"<h2>{heading}</h2><p>{line}</p>").values()]
    assert [[(one.email, (one.phone or "").replace(" ", "")[-6:]) for one in each] for each in told] == [
        [("europa@westsea.example.org", number)]
    ] * 3


@pytest.mark.parametrize(("code", "person", "words"), _rows("first"))
def test_of_two_who_are_asked_the_one_for_twin_towns_is_no_networks(code: str, person: str, words: str) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>")
    assert [_asked(one) for one in told.values()] == [[person]] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("both"))
def test_both_memberships_are_those_told_of_last(code: str, unit: str, words: str) -> None:
    title, _label, *told = BASES[code].split(" | ")
    paragraphs = "".join(f"<p>{one}</p>" for one in (told[1], told[0], f"{told[2]} {words}"))
    page = f'<!DOCTYPE html><html lang="{code}"><body><h1>{title}</h1>{paragraphs}</body></html>'
    found = {one.name.text: _asked(one) for one in reading_of(page).organisations}
    assert [found[name] for name in ("Eurocities", "ICLEI")] == [[unit], [unit]]
    assert not any(asked for name, asked in found.items() if name not in ("Eurocities", "ICLEI"))


@pytest.mark.parametrize(
    ("unit", "told"),
    [("Biura Regionalnego w Brukseli", "Biuro Regionalne w Brukseli"), ("Wydziału Kultury", "Wydział Kultury")],
)
def test_a_polish_unit_is_told_without_its_case(unit: str, told: str) -> None:
    assert nominative(unit, "pl") == told


@pytest.mark.parametrize(("code", "unit", "words"), _rows("fieldrest"))
def test_who_answers_other_questions_is_asked_about_networks_without_a_contact(
    code: str, unit: str, words: str
) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>", "Nora Holm")
    assert [_asked(one) for one in told.values()] == [["Nora Holm"], [unit], [unit]]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("mail"))
def test_the_address_to_which_one_may_write_about_all_networks_is_a_contact(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>")
    assert [[one.email for one in each.contacts] for each in told.values()] == [["europa@westsea.example.org"]] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("other"))
def test_who_answers_questions_on_something_else_is_asked_about_no_network(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>")
    assert not any(one.contacts for one in told.values())


@pytest.mark.parametrize(("code", "unit", "words"), _rows("rest"))
def test_whom_to_ask_about_the_other_networks_is_told_for_those_without_a_contact(
    code: str, unit: str, words: str
) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>", "Nora Holm")
    assert [_asked(one) for one in told.values()] == [["Nora Holm"], [unit], [unit]]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("list"))
def test_a_list_of_contacts_tells_each_network_its_own(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<h2>{words.partition(':')[0]}</h2><p>{words}</p>")
    first, *others = (_asked(one) for one in told.values())
    assert (len(first), others) == (1, [[unit], [unit]])
    assert first != [unit]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("hand"))
def test_a_unit_that_has_a_membership_in_hand_is_asked_and_no_other_is(code: str, unit: str, words: str) -> None:
    first = BASES[code].split(" | ")[2]
    page = f'<!DOCTYPE html><html lang="{code}"><body><h1>Eurocities</h1><p>{first}</p><p>{words}</p></body></html>'
    told = only(page)
    assert [(one.person, one.unit) for one in told.contacts] == ([] if unit == "-" else [(None, unit)])


@pytest.mark.parametrize(("code", "units", "words"), _rows("each"))
def test_two_contacts_in_a_sentence_are_each_for_the_network_beside_them(code: str, units: str, words: str) -> None:
    title, _label, first, second, _third = BASES[code].split(" | ")
    page = f'<!DOCTYPE html><html lang="{code}"><body><h1>{title}</h1><p>{first} {second} {words}</p></body></html>'
    told = [[one.unit for one in organisation.contacts] for organisation in reading_of(page).organisations]
    assert sorted(told) == sorted([unit] for unit in units.split(" / "))


@pytest.mark.parametrize(("code", "unit", "words"), _rows("list"))
def test_a_line_that_says_contact_behind_the_networks_of_a_page_is_for_all(code: str, unit: str, words: str) -> None:
    title, label, *told = BASES[code].split(" | ")
    items = "".join(f"<li><strong>{one.split()[0]}</strong> – {one}</li>" for one in told)
    body = f"<h1>{title}</h1><ul>{items}</ul><p>{label}: {unit}, ann.ek@westsea.example.org</p>"
    organisations = reading_of(f'<!DOCTYPE html><html lang="{code}"><body>{body}</body></html>').organisations
    assert [[(one.unit, one.email) for one in each.contacts] for each in organisations] == [
        [(unit, "ann.ek@westsea.example.org")]
    ] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("title"))
def test_the_unit_that_somebody_heads_is_the_one_that_is_asked(code: str, unit: str, words: str) -> None:
    found = unit_of_title(words, languages()[code])
    assert (nominative(words[slice(*found)], code) if found else "-") == unit


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("kehittämisyksiköstä", "kehittämisyksikkö"),
        ("Elinvoimapalveluista", "Elinvoimapalvelut"),
        ("kansainvälisten asioiden toimistossa", "kansainvälisten asioiden toimisto"),
    ],
)
def test_a_finnish_unit_is_told_without_its_case(words: str, unit: str) -> None:
    assert nominative(words, "fi") == unit


def test_of_two_addresses_in_a_box_the_one_of_the_records_office_is_left() -> None:
    lines = "Ufficio Europa<br>comune@pec.example.org<br>europa@comune.example.org – tel. 0577 099 180"
    told = _page("it", f"<h2>Contatti</h2><p>{lines}</p>")
    assert [[contact.email for contact in one.contacts] for one in told.values()] == [["europa@comune.example.org"]] * 3


@pytest.mark.parametrize("words", ["vastaa Eurocitiesia koskeviin kysymyksiin", "Eurocitiesin yhteyshenkilö"])
def test_a_network_in_a_finnish_case_is_the_one_that_somebody_is_asked_about(words: str) -> None:
    assert word_at("eurocities", words.lower()) >= 0


@pytest.mark.parametrize(("code", "unit", "words"), _rows("named"))
def test_a_contact_for_two_by_their_names_is_not_the_third_ones_below_which_it_stands(
    code: str, unit: str, words: str
) -> None:
    told = _page(code, f"<p>{words}</p>")
    assert [_asked(one) for one in told.values()] == [[unit], [unit], []]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("answers"))
def test_who_answers_questions_is_asked(code: str, unit: str, words: str) -> None:
    first = BASES[code].split(" | ")[2]
    page = f'<!DOCTYPE html><html lang="{code}"><body><h1>Eurocities</h1><p>{first}</p><p>{words}</p></body></html>'
    (contact,) = only(page).contacts
    assert (contact.unit, contact.person is not None) == (unit, True)

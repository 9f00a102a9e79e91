"""Contacts line by line below a heading, boxes with who they are for, and contacts that are those of another."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading.types import Contact, Organisation
from tests.reading.pages import reading_of

_LINES = (Path(__file__).parent / "languages" / "cards.tsv").read_text("utf8").splitlines()[1:]
ROWS = list(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))
CODES = [row["code"] for row in ROWS]
NETWORKS = ("ICLEI", "Eurocities", "METREX")
LAYOUTS = {
    "lines": "<p>{name}<br>{post}<br>{phone}<br>{email}</p>",
    "a bold name": "<p><strong>{name}</strong><br>{post}<br>Tel. {phone}<br>{email}</p>",
    "a heading": "<h4>{name}</h4><p>{post}</p><p>Tel.: {phone}<br>E-mail: {email}</p>",
    "paragraphs": "<p>{name}</p><p>{post}</p><p>{phone}</p><p>{email}</p>",
    "blocks": "<div><div>{name}</div><div>{post}</div><div>{phone}</div><div>{email}</div></div>",
    "a link": "<p>{name}<br>{post}<br>{phone}<br><a href='mailto:{email}'>E-mail</a></p>",
    "a post before": "<p>{post}<br>{name}<br>{phone}<br>{email}</p>",
    "a definition": "<dl><dt>{name}</dt><dd>{post}</dd><dd>{phone}</dd><dd>{email}</dd></dl>",
    "a street between": "<p>{name}<br>{post}<br>Storgatan 5, 2 tr<br>{phone}<br>{email}</p>",
}
TABLE = "<table><tr><th>Namn</th><th>Funktion</th><th>Telefon</th><th>E-post</th></tr>{rows}</table>"


def _email(name: str) -> str:
    plain = name.lower().translate(str.maketrans("åøíńł ", "aoinl."))
    return f"{plain}@westsea.example.org"


def _told(row: dict[str, str], layout: str) -> str:
    """Two people, of whom each has a number of their own."""
    numbers = row["phone"], row["phone"][:-1] + ("7" if row["phone"][-1] != "7" else "8")
    return "".join(
        layout.format(name=name, post=row["post"].lower(), phone=number, email=_email(name))
        for name, number in zip((row["one"], row["other"]), numbers, strict=True)
    )


def _within(row: dict[str, str], heading: str, box: str) -> list[Organisation]:
    page = (
        f"<html lang={row['code']}><body><main><h1>{row['title']}</h1><p>{row['of us']}</p><h2>Eurocities</h2>"
        f"<p>{row['of them']}</p><h3>{heading}</h3>{box}<h2>METREX</h2><p>{row['of them']}</p></main></body></html>"
    )
    return reading_of(page).organisations


def _page(row: dict[str, str], box: str, told: dict[str, str] | None = None) -> dict[str, list[Contact]]:
    """Whom to ask about each of three networks, on a page with a box behind them, and what each is `told` to have."""
    networks = "".join(f"<h2>{name}</h2><p>{row['of them']}</p>{(told or {}).get(name, '')}" for name in NETWORKS)
    page = (
        f"<html lang={row['code']}><body><main><h1>{row['title']}</h1><p>{row['of us']}</p>{networks}{box}</main>"
        "</body></html>"
    )
    return {one.name.text: one.contacts for one in reading_of(page).organisations}


def _asked(contacts: list[Contact]) -> list[tuple[str | None, str | None, str]]:
    return [(one.person, one.unit, (one.phone or "")[-3:]) for one in contacts]


def _end(row: dict[str, str]) -> str:
    return "".join(filter(str.isdigit, row["phone"]))[-3:]


@pytest.mark.parametrize("heading", ROWS, ids=CODES)
@pytest.mark.parametrize("layout", ["a bold name", "a heading", "paragraphs"])
def test_each_of_two_people_below_a_heading_that_asks_is_a_contact(heading: dict[str, str], layout: str) -> None:
    row = heading
    for words in row["headings"].split(" | "):
        network, other = _within(row, words, _told(row, LAYOUTS[layout]))
        assert [(one.person, one.email) for one in network.contacts] == [
            (name, _email(name)) for name in (row["one"], row["other"])
        ]
        assert len({one.phone for one in network.contacts}) == 2
        assert not other.contacts


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_what_stands_below_a_name_is_of_that_person(layout: str) -> None:
    (row,) = (row for row in ROWS if row["code"] == "sv")
    network, _other = _within(row, "Kontakt", _told(row, layout))
    first, second = network.contacts
    assert (first.person, second.person) == (row["one"], row["other"])
    assert ((first.title or "").lower(), (second.title or "").lower()) == (row["post"].lower(), row["post"].lower())
    assert (first.phone, second.phone) == ("+4626123456", "+4626123457")


def test_in_a_table_below_a_contacts_heading_those_named_are_contacts() -> None:
    (row,) = (row for row in ROWS if row["code"] == "sv")
    cells = "<tr><td>{name}</td><td>{post}</td><td>{phone}</td><td>{email}</td></tr>"
    network, _other = _within(row, "Kontakt", TABLE.format(rows=_told(row, cells)))
    assert [(one.person, one.title, one.phone) for one in network.contacts] == [
        (row["one"], row["post"].lower(), "+4626123456"),
        (row["other"], row["post"].lower(), "+4626123457"),
    ]
    assert not network.representatives


def test_a_committee_below_a_contact_ends_what_is_told_of_it() -> None:
    (row,) = (row for row in ROWS if row["code"] == "sv")
    box = f"<p>{row['one']}</p><p>{row['phone']}</p><p>Nämnd</p><p>Klimatnämnden</p>"
    network, _other = _within(row, "Kontakt", box)
    assert [one.person for one in network.contacts] == [row["one"]]
    assert network.membership is not None
    assert network.membership.committee == "Klimatnämnden"


@pytest.mark.parametrize("row", [row for row in ROWS if row["code"] != "da"], ids=[c for c in CODES if c != "da"])
def test_a_box_whose_first_line_names_networks_is_for_these(row: dict[str, str]) -> None:
    lines = "<br>".join((row["about two"], row["post"], row["one"], row["unit"], row["phone"]))
    told = _page(row, f"<h2>{row['headings'].split(' | ')[0]}</h2><p>{lines}</p>")
    assert [_asked(told[name])[:1] for name in ("ICLEI", "METREX")] == [[(row["one"], row["unit"], _end(row))]] * 2
    assert not told["Eurocities"]


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_box_headed_by_a_unit_that_answers_for_all_is_for_all(row: dict[str, str]) -> None:
    lines = (row["street"], f"{row['head']}: {row['one']}", f"tel. {row['phone']}", row["of all"])
    told = _page(row, f"<div><h3>{row['office']}</h3><p>{'<br>'.join(lines)}</p></div>")
    assert [_asked(told[name]) for name in NETWORKS] == [[(row["one"], row["office"], _end(row))]] * 3


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_unit_that_answers_for_all_is_asked_where_nobody_is_named(row: dict[str, str]) -> None:
    told = _page(row, f"<div><h3>{row['office']}</h3><p>{row['of all']}</p><p>tel. {row['phone']}</p></div>")
    assert [_asked(told[name]) for name in NETWORKS] == [[(None, row["office"], _end(row))]] * 3


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_who_is_quoted_and_looks_after_all_memberships_is_asked(row: dict[str, str]) -> None:
    told = _page(row, f"<hr><div><p>{row['quoted']}</p></div>")
    assert [[(one.person, (one.phone or "")[-3:]) for one in told[name]] for name in NETWORKS] == [
        [(row["one"], _end(row))]
    ] * 3


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_the_same_contact_as_for_another_network_is_told_with_all_that_it_has(row: dict[str, str]) -> None:
    label, same = row["same"].split(" | ")
    own = f"<p>{label}: {row['one']}, {row['unit']}, {row['phone']}, {_email(row['one'])}</p>"
    told = _page(row, "", {"ICLEI": own, "METREX": f"<p>{same}</p>"})
    assert told["METREX"] == told["ICLEI"]
    assert [(one.person, one.email) for one in told["METREX"]] == [(row["one"], _email(row["one"]))]
    assert not told["Eurocities"]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["code"] not in ("nb", "fi", "it", "pl")], ids=lambda r: r["code"]
)
def test_a_question_at_the_end_is_answered_by_a_team_that_tells_of_all(row: dict[str, str]) -> None:
    question, answer = row["asked"].split(" | ")
    told = _page(row, f"<h3>{question}</h3><p>{answer}</p>")
    assert [[(one.unit, (one.phone or "")[-3:]) for one in told[name]] for name in NETWORKS] == [
        [(row["team"], _end(row))]
    ] * 3


@pytest.mark.parametrize("row", [row for row in ROWS if row["code"] != "fi"], ids=lambda row: row["code"])
def test_a_line_of_a_box_that_names_two_networks_is_for_these(row: dict[str, str]) -> None:
    heading = row["headings"].split(" | ")[0]
    told = _page(row, f"<h2>{heading}</h2><p>{row['office']}<br>{row['street']}</p><p>{row['about either']}</p>")
    person = row["about either"].partition(":")[2].partition(",")[0].strip()
    assert [[one.person for one in told[name]] for name in NETWORKS] == [[person], [], [person]]


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_who_sits_on_a_board_and_answers_questions_is_asked(row: dict[str, str]) -> None:
    told = _page(row, "", {"Eurocities": f"<p>{row['answers']}</p>"})
    (contact,) = told["Eurocities"]
    assert contact.person == row["listed"].partition(",")[0]
    assert (contact.email or "").endswith("@sunde.example.org")


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_list_of_people_tells_the_unit_and_the_number_of_a_contact(row: dict[str, str]) -> None:
    told = _page(row, f"<h2>{row['list']}</h2><p>{row['listed']}</p>", {"Eurocities": f"<p>{row['named']}</p>"})
    person = row["listed"].partition(",")[0]
    assert [_asked(told[name]) for name in NETWORKS] == [[], [(person, row["its unit"], _end(row))], []]


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_who_works_for_the_network_is_no_contact_of_ours(row: dict[str, str], is_first: bool) -> None:
    ours = f"<p>{row['one']}<br>{row['post']}<br>{row['phone']}<br>{_email(row['one'])}</p>"
    theirs = f"<p>{row['secretariat']}<br>Marion Keller<br>marion.keller@iclei.example.net<br>+49 761 368920</p>"
    cards = theirs + ours if is_first else ours + theirs
    page = (
        f"<html lang={row['code']}><body><main><h1>ICLEI</h1><p>{row['of them']} {row['of us']}</p>"
        f"<h2>{row['headings'].split(' | ')[0]}</h2>{cards}</main></body></html>"
    )
    (network,) = reading_of(page).organisations
    assert [one.person for one in network.contacts] == [row["one"]]


@pytest.mark.parametrize(
    "words", ["{head}: Marion Keller", "Marion Keller, {head}, Bruxelles", "Marion Keller<br>{head}"]
)
@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_the_secretary_general_of_a_network_is_no_contact_of_ours(row: dict[str, str], words: str) -> None:
    ours = f"<p>{row['one']}<br>{row['post']}<br>{row['phone']}<br>{_email(row['one'])}</p>"
    network, _other = _within(
        row, row["headings"].split(" | ")[0], ours + f"<p>{words.format(head=row['secretary'])}</p>"
    )
    assert [one.person for one in network.contacts] == [row["one"]]


@pytest.mark.parametrize("row", ROWS, ids=CODES)
def test_a_contact_that_is_but_see_another_network_is_that_networks(row: dict[str, str]) -> None:
    label = row["same"].split(" | ")[0]
    told = _page(row, "", {"Eurocities": f"<p>{row['named']}</p>", "METREX": f"<p>{label}: {row['see']}</p>"})
    assert told["METREX"] == told["Eurocities"]
    assert [one.person for one in told["METREX"]] == [row["listed"].partition(",")[0]]


@pytest.mark.parametrize("heading", ["Fråga oss om internationellt arbete", "Kontakt"])
def test_a_box_behind_all_networks_is_for_all_with_the_head_told_at_its_end(heading: str) -> None:
    (row,) = (row for row in ROWS if row["code"] == "sv")
    lines = f"Enheten för omvärld<br>Storgatan 5<br>{row['phone']}<br>Enhetschef: {row['one']}"
    told = _page(row, f"</main><aside><h2>{heading}</h2><p>{lines}</p></aside><main>")
    assert [_asked(told[name]) for name in NETWORKS] == [[(row["one"], "Enheten för omvärld", _end(row))]] * 3


def test_our_staff_who_take_part_in_something_are_not_all_our_networks() -> None:
    (row,) = (row for row in ROWS if row["code"] == "sv")
    own = "<p>Våra tjänstepersoner deltar i fyra av dem. Medlemskapet sköts från Europakontoret, 026-12 34 56.</p>"
    told = _page(row, "", {"Eurocities": own})
    assert [[one.unit for one in told[name]] for name in NETWORKS] == [[], ["Europakontoret"], []]


def test_what_a_unit_of_one_word_is_for_belongs_to_its_name() -> None:
    (row,) = (row for row in ROWS if row["code"] == "da")
    network, _other = _within(row, "Kontakt", f"<p>Staben, Politik og Udvikling<br>{row['one']}<br>{row['phone']}</p>")
    assert [(one.person, one.unit) for one in network.contacts] == [(row["one"], "Staben, Politik og Udvikling")]


@pytest.mark.parametrize("tag", ["h3", "h2"])
@pytest.mark.parametrize("row", [row for row in ROWS if row["code"] not in ("da", "fi")], ids=lambda row: row["code"])
def test_a_heading_that_names_two_networks_stands_above_whom_to_ask_about_these(row: dict[str, str], tag: str) -> None:
    lines = f"{row['one']}, {row['post'].lower()}<br>{row['unit']}<br>Tel. {row['phone']}"
    told = _page(row, f"<{tag}>{row['more on two']}</{tag}><p>{lines}</p>")
    assert [_asked(told[name]) for name in ("ICLEI", "METREX")] == [[(row["one"], row["unit"], _end(row))]] * 2
    assert not told["Eurocities"]

"""Pages of which but the text is left, as extractors and mail programs leave it: no mark-up, only how lines stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hansa.reading import open_document, read
from hansa.reading.document import Document
from hansa.reading.evaluation import paired
from hansa.reading.types import Reading
from tests.reading.pages import names_of

PAGES = Path(__file__).parents[1] / "pages" / "seen"


def text(words: str) -> Reading:
    """What is read in a plain text."""
    return read(open_document(words.strip("\n").encode(), name="page.txt", media_type="text/plain"))


ONE = """
Skip to main content

Town of Westsea
  • Schools
  • Roads

Eurocities

Westsea has been a member of Eurocities, the network of large cities, since 12 November 1991.

About the network

The network was founded in 1986 and has over 200 members in 38 countries.

What it costs

The subscription is £4,500 a year.

Who represents us

Cllr Ann Ek (Labour) is our representative on the Eurocities assembly.

Contact

Tor Vik
International officer
ann.tor@westsea.example.org

Last updated: 2 June 2025
"""


def test_headings_below_the_title_are_parts_of_the_page_about_one_organisation() -> None:
    (own,) = text(ONE).organisations
    assert own.name.text == "Eurocities"
    assert own.figures["members"].value == 200
    assert own.membership is not None
    assert own.membership.since == "1991-11-12"
    assert own.membership.fee is not None
    assert own.membership.fee.amount == 4500
    assert [one.person for one in own.representatives] == ["Ann Ek"]
    assert own.contacts[0].person == "Tor Vik"


FIELDS = """
Outside bodies

The county council appoints members to these bodies.

Harbour Union of the North

Purpose of body
A voice for the harbours
Appointed members
Cllr Ann Ek (Labour)
Cllr Tor Vik (Green)
Annual subscription
£2,980
Lead officer
Eva Berg, Marine Policy Officer, eva.berg@westsea.example.org

League of Ports (LoP)

Purpose of body
Exchange of knowledge
Established
1989
Appointed members
Cllr Tor Vik (Green)
"""


def test_labels_on_lines_of_their_own_are_told_from_their_values() -> None:
    union, league = text(FIELDS).organisations
    assert [one.person for one in union.representatives] == ["Ann Ek", "Tor Vik"]
    assert union.membership is not None
    assert union.membership.fee is not None
    assert union.contacts[0].person == "Eva Berg"
    assert league.figures["founded"].value == 1989
    assert [one.person for one in league.representatives] == ["Tor Vik"]


def test_a_label_that_nobody_knows_is_told_by_standing_in_several_parts() -> None:
    assert names_of(text(FIELDS)) == ["Harbour Union of the North", "League of Ports"]


def test_what_stands_right_below_a_label_heads_nothing() -> None:
    (found,) = text(
        """
League of Ports (LoP)

Purpose

The harbours of the north work together

Our representatives

Ann Ek (Labour) with deputy Tor Vik (Green)

Contact

Harbour Unit, Eva Berg
"""
    ).organisations
    assert [(one.person, one.deputy) for one in found.representatives] == [("Ann Ek", False), ("Tor Vik", True)]
    assert found.contacts[0].person == "Eva Berg"


TABLE = """
Memberships 2025

Organisation\t\tMember since\t\tAnnual fee\t\tContact
Eurocities\t\t1994\t\t17,500 EUR\t\tEva Berg
tel. 01632 960001
League of Ports (LoP)\t\t2016\t\t3,900 EUR\t\tTor Vik
Rainbow Cities Network\t\t2021\t\t\t\tAnn Ek
"""


def test_rows_with_tabs_between_the_values_are_a_table() -> None:
    cities, league, rainbow = text(TABLE).organisations
    assert [one.membership and one.membership.since for one in (cities, league, rainbow)] == ["1994", "2016", "2021"]
    assert league.membership is not None
    assert league.membership.fee is not None
    assert (league.membership.fee.amount, league.membership.fee.currency) == (3900, "EUR")
    assert cities.contacts[0].phone is not None


def test_an_empty_place_in_a_row_moves_nothing() -> None:
    *_others, rainbow = text(TABLE).organisations
    assert rainbow.contacts[0].person == "Ann Ek"
    assert rainbow.membership is not None
    assert rainbow.membership.fee is None


def test_a_row_that_lacks_its_first_value_is_moved_below_the_values_that_are_like_its_own() -> None:
    rows = TABLE.replace("Organisation", "Field\t\tOrganisation").replace("Eurocities", "Europe\t\tEurocities")
    cities, league, _rainbow = text(rows).organisations
    assert cities.membership is not None
    assert league.membership is not None
    assert league.name.text == "League of Ports"
    assert (cities.membership.since, league.membership.since) == ("1994", "2016")


def test_rows_within_bars_are_a_table() -> None:
    rows = "| Organisation | Member since |\n|---|---|\n| Eurocities | 1994 |\n| League of Ports (LoP) | 2016 |\n"
    assert [one.membership and one.membership.since for one in text(f"Networks\n\n{rows}").organisations] == [
        "1994",
        "2016",
    ]


@pytest.mark.parametrize("sign", ["", "• ", "1. "])
def test_lines_that_stand_close_together_are_a_list_whether_they_have_bullets_or_not(sign: str) -> None:
    lines = "\n".join(f"  {sign}{name}" for name in ("Eurocities", "Rainbow Cities Network", "League of Ports (LoP)"))
    found = text(f"International networks\n\nThe city takes part in these networks.\n\n{lines}\n")
    assert names_of(found) == ["Eurocities", "Rainbow Cities Network", "League of Ports"]


def test_what_is_moved_to_the_right_belongs_to_the_item_above() -> None:
    found = text(
        """
League of Ports (LoP)

Westsea has been a member of the League of Ports since 2018; these persons represent it:

  • Committee on Dredging (CoD)

    • Ann Ek (Labour)

  • Committee on Lights (CoL)

    • Tor Vik (Green)

    • Eva Berg (Labour)
"""
    )
    by_name = {one.name.text: [sent.person for sent in one.representatives] for one in found.organisations}
    assert by_name["Committee on Dredging"] == ["Ann Ek"]
    assert by_name["Committee on Lights"] == ["Tor Vik", "Eva Berg"]


def test_a_line_that_goes_on_with_the_one_above_heads_nothing() -> None:
    found = text(
        """
International memberships

Eurocities

Date of joining: 20 October 1995
Seat:
18 Square of the Ports,
1050 Brussels, Belgium

The organisation takes part in the integration of Europe's cities and in their exchange.

Rainbow Cities Network

Date of joining: 30 October 1991
Seat:
Harbour Street 1,
80853 Northport, Poland

The network helps cities to exchange what they know of inclusion.
"""
    )
    assert names_of(found) == ["Eurocities", "Rainbow Cities Network"]


def test_an_abbreviation_with_dots_heads_a_part_like_any_name() -> None:
    found = text(
        """
Networks of cities

The city belongs to several networks.

A.I.V.P.

The Association Internationale Villes et Ports is a network of 100 port cities in Europe and beyond.

Eurocities

Eurocities is a network of 200 large cities in Europe that exchange what they know.
"""
    )
    assert len(found.organisations) == 2
    assert found.organisations[0].abbreviation in ("AIVP", "A.I.V.P.")


def test_a_commission_that_is_known_is_a_part_of_the_conference_that_the_page_names() -> None:
    found = text(
        """
European networks

North Sea Commission

The commission has 30 member regions in 7 countries. Contact: Ann Ek

Baltic Sea Commission

The commission has 20 member regions. Like all of them it meets at the CPMR in Rennes. Contact: Ann Ek
"""
    )
    assert [one.parent for one in found.organisations] == ["CPMR", "CPMR"]


def test_of_the_commissions_that_an_umbrella_has_the_authority_belongs_to_those_beside_the_words_for_it() -> None:
    found = text(
        """
Conference of Peripheral Maritime Regions (CPMR)

CPMR was founded in 1973 and has 150 member regions. Region Westsea is a member of the CPMR.

It has six commissions, among them the Islands Commission, the Atlantic Arc Commission and the Baltic Sea Commission.

We are a member of the North Sea Commission.
"""
    )
    assert names_of(found) == ["Conference of Peripheral Maritime Regions", "North Sea Commission"]
    assert found.organisations[1].parent == "Conference of Peripheral Maritime Regions"


def without_markup(document: Document) -> str:
    """A page's text as an extractor leaves it: empty lines around paragraphs, bullets, tabs between values."""
    rows = {cell.span[0]: n for table in document.tables for n, row in enumerate(table.rows) for cell in row if cell}
    words, row, kind = "", 0, ""
    for block in document.blocks:
        said = document.of(block)
        if block.kind == "item":
            words += f"\n{'  ' * block.level}• {said}"
        elif block.kind == "cell" and kind == "cell":
            words += f"\t\t{said}" if rows.get(block.start, row) == row else f"\n{said}"
        elif block.label and kind in ("label", "paragraph"):
            words += f"\n{said}"
        else:
            words += f"\n\n{said}"
        row, kind = rows.get(block.start, row), block.kind
    return words.strip()


def test_most_of_the_organisations_of_a_page_are_found_without_its_markup() -> None:
    found = expected = wrong = 0
    for page in sorted(PAGES.glob("*/*.html")):
        gold = json.loads(page.with_suffix(".gold.json").read_text("utf8"))["organisations"]
        bare = without_markup(open_document(page.read_bytes(), name=page.name))
        for told, one in paired(gold, text(bare).as_json()["organisations"]):
            found += bool(told and one)
            expected += bool(told)
            wrong += told is None
    assert found >= 0.8 * expected
    assert wrong <= 0.15 * found


def test_the_text_of_a_page_is_read_with_or_without_empty_lines_between_its_parts() -> None:
    airy = only_names(FIELDS), only_names(ONE)
    assert (only_names(tight(FIELDS)), only_names(tight(ONE))) == airy


def only_names(words: str) -> list[str]:
    return names_of(text(words))


def tight(words: str) -> str:
    """A text without its empty lines."""
    return "\n".join(line for line in words.splitlines() if line.strip())


def test_what_a_line_says_of_the_heading_above_it_is_no_heading() -> None:
    (own,) = text(
        """
European arenas

The county council takes part in these organisations.

Assembly of European Regions (AER)

AER is the largest network of regions in Europe

It was founded in 1985 and consists of regions in 35 countries. Two of the four counties here are members of AER.
"""
    ).organisations
    assert own.name.text == "Assembly of European Regions"
    assert own.figures["founded"].value == 1985
    assert "members" not in own.figures


@pytest.mark.parametrize("words", [ONE, FIELDS, TABLE])
def test_a_text_is_read_the_same_way_twice(words: str) -> None:
    document = open_document(words.encode(), name="page.txt", media_type="text/plain")
    assert read(document).as_json() == read(document).as_json()

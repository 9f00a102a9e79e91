"""Tables in every shape: headings in one row or two, merged cells, groups, people, labels beside values."""

from __future__ import annotations

from hansa.reading.types import Reading
from tests.reading.pages import codes, named, reading_of

INTRO = "<h1>Memberships</h1><p>Westsea County Council works with others in Europe, and learns from them.</p>"

DANISH = "<h1>Hverv</h1><p>Byrådet har valgt medlemmer og stedfortrædere til de netværk, som kommunen er med i.</p>"


def table(rows: str, language: str = "en") -> Reading:
    return reading_of(f'<html lang="{language}"><body>{INTRO}<table>{rows}</table></body></html>')


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def test_headings_may_say_more_than_the_label() -> None:
    reading = table(
        row("No.", "Name of network", "Annual fee 2026 (EUR)", "Member since (year)", tag="th")
        + row("1", "Eurocities", "12,500", "2009")
        + row("2", "Polis", "9 000", "2016")
    )
    first, second = (o.membership for o in reading.organisations)
    assert first is not None
    assert first.fee is not None
    assert (first.fee.amount, first.fee.currency, first.since) == (12500, "EUR", "2009")
    assert second is not None
    assert second.since == "2016"


def test_a_title_above_the_headings_and_a_sum_below_are_no_organisations() -> None:
    reading = table(
        row("Memberships of the council, approved in May", "")
        + row("Network", "Fee")
        + row("Eurocities", "£5,000")
        + row("Polis", "£4,000")
        + row("Total", "£9,000")
    )
    assert [o.name.text for o in reading.organisations] == ["Eurocities", "Polis"]


def test_a_merged_cell_tells_of_every_row_that_it_covers() -> None:
    reading = table(
        row("Network", "Department", tag="th")
        + "<tr><td>Eurocities</td><td rowspan=2>Climate Office</td></tr><tr><td>Energy Cities</td></tr>"
        + row("Polis", "Transport Office")
    )
    assert [o.contacts[0].unit for o in reading.organisations] == [
        "Climate Office",
        "Climate Office",
        "Transport Office",
    ]


def test_several_people_of_one_organisation_stand_in_rows_of_their_own() -> None:
    reading = table(
        row("Outside body", "Representative", "Party", "Role", tag="th")
        + "<tr><td rowspan=2>Eurocities</td><td>Cllr Asta Lind</td><td>Labour</td><td>Chair</td></tr>"
        + row("Cllr Tor Vik", "Green", "Substitute")
        + row("Polis", "Cllr Eva Berg", "Labour", "")
    )
    eurocities = named(reading, "Eurocities")
    assert [(p.person, p.party, p.deputy) for p in eurocities.representatives] == [
        ("Asta Lind", "Labour", False),
        ("Tor Vik", "Green", True),
    ]
    assert [(o.office, o.person) for o in eurocities.offices] == [("chair", "Asta Lind")]
    assert [p.person for p in named(reading, "Polis").representatives] == ["Eva Berg"]


def test_each_party_belongs_to_the_person_in_the_column_before_it() -> None:
    reading = reading_of(
        f'<html lang="da"><body>{DANISH}<h2>Union of the Baltic Cities (UBC)</h2><table>'
        + row("Medlem", "Parti", "Stedfortræder", "Parti", tag="th")
        + row("Karen Illum", "C", "Ole Kragelund", "F")
        + "</table></body></html>"
    )
    assert [(p.person, p.party, p.deputy) for p in named(reading, "UBC").representatives] == [
        ("Karen Illum", "C", False),
        ("Ole Kragelund", "F", True),
    ]


def test_a_table_of_labels_and_values_belongs_to_the_heading_above() -> None:
    reading = reading_of(
        f'<html lang="en"><body>{INTRO}<h2>Eurocities</h2><table>'
        + row("Member since", "2009")
        + row("Website", "eurocities.eu")
        + row("Contact", "Ann Ek, International Unit")
        + "</table></body></html>"
    )
    eurocities = named(reading, "Eurocities")
    assert eurocities.website == "http://eurocities.eu"
    assert (eurocities.contacts[0].person, eurocities.contacts[0].unit) == ("Ann Ek", "International Unit")


def test_rows_of_one_cell_head_groups_and_are_no_organisations() -> None:
    reading = table(
        row("Network", "Fee", tag="th")
        + "<tr><th colspan=2>Climate and energy</th></tr>"
        + row("Energy Cities", "€3,000")
        + "<tr><th colspan=2>Transport</th></tr>"
        + row("Polis", "€4,000")
    )
    assert [o.name.text for o in reading.organisations] == ["Energy Cities", "Polis"]


def test_a_fee_by_the_head_is_kept_as_words_alone() -> None:
    reading = table(row("Network", "Annual fee", tag="th") + row("Climate Alliance", "€0.01 per inhabitant"))
    (alliance,) = reading.organisations
    assert alliance.membership is None or alliance.membership.fee is None
    assert "fee-per-inhabitant" in codes(reading)


def test_a_table_of_opening_hours_gives_nothing() -> None:
    reading = table(row("Day", "From", "To", tag="th") + row("Monday", "9", "17") + row("Friday", "9", "15"))
    assert reading.organisations == []

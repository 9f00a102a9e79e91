"""The same facts in the other shapes in which authorities write them."""

from __future__ import annotations

from tests.reading.pages import codes, named, reading_of

INTRO = "<h1>Our networks</h1><p>Westsea County Council works with others in Europe, and learns from them.</p>"


def page(body: str, language: str = "en") -> str:
    return f'<html lang="{language}"><body>{INTRO}{body}</body></html>'


def test_items_of_a_list_that_begin_with_a_name_are_organisations() -> None:
    reading = reading_of(
        page(
            "<ul><li><strong>League of Coasts (LC)</strong> – the largest network of regions by the sea</li>"
            '<li><a href="https://tidal.example.org">Tidal</a> – a network of over 200 cities</li></ul>'
            "<p>For more, write to jane.smith@westsea.gov.uk.</p>"
        )
    )
    assert [o.name.text for o in reading.organisations] == ["League of Coasts", "Tidal"]
    assert named(reading, "Tidal").website == "https://tidal.example.org"
    assert named(reading, "Tidal").figures["members"].value == 200
    assert reading.unassigned_emails == ["jane.smith@westsea.gov.uk"]


def test_items_of_a_list_that_begin_with_something_else_are_not() -> None:
    reading = reading_of(
        page("<ul><li><strong>Influence</strong> – we speak up</li><li><b>Money</b> – we apply</li></ul>")
    )
    assert reading.organisations == []


def test_a_paragraph_that_begins_with_a_bold_name_opens_an_organisation() -> None:
    reading = reading_of(
        page(
            "<p><b>League of Coasts (LC)</b> – a network of regions.</p><p>It has 40 members.</p><p>Contact: Ann Ek</p>"
        )
    )
    assert named(reading, "LC").figures["members"].value == 40
    assert named(reading, "LC").contacts[0].person == "Ann Ek"


def test_the_rows_of_a_table_are_what_its_first_heading_says() -> None:
    reading = reading_of(
        '<html lang="sv"><body><h1>Medlemskap</h1><table><thead><tr><th>Organisation</th><th>Avgift 2024</th>'
        "<th>Representant</th><th>Ersättare</th></tr></thead><tbody>"
        "<tr><td>KF</td><td>95 000 kr</td><td>Tora Ek (S)</td><td>Bo Al (M)</td></tr>"
        "<tr><td>ÖR</td><td>150 000 kr</td><td>Eva Ås (C)</td><td></td></tr></tbody></table></body></html>"
    )
    coasts, islands = reading.organisations
    assert coasts.membership is not None
    assert coasts.membership.fee is not None
    assert coasts.membership.fee.amount == 95000
    assert [(p.person, p.party, p.deputy) for p in coasts.representatives] == [
        ("Tora Ek", "S", False),
        ("Bo Al", "M", True),
    ]
    assert [p.person for p in islands.representatives] == ["Eva Ås"]


def test_a_label_for_the_name_opens_an_organisation_in_plain_text() -> None:
    reading = reading_of(
        "MEMBERSHIPS\n\nName: League of Coasts (LC)\nWebsite: https://coasts.example.org\nMembers: 90\n"
        "Member since: 2001\n\n"
        "Name: Forum of Tidal Towns\nWebsite: www.tidal.eu\nMembers: 57\n"
    )
    coasts, tides = reading.organisations
    assert (coasts.name.text, coasts.abbreviation) == ("League of Coasts", "LC")
    assert coasts.membership is not None
    assert coasts.membership.since == "2001"
    assert (tides.name.text, tides.website) == ("Forum of Tidal Towns", "http://www.tidal.eu")


def test_a_name_without_any_word_for_an_organisation_is_one_where_the_text_says_what_it_is() -> None:
    reading = reading_of(
        page("<h2>Eurotides</h2><p>Eurotides is a network founded in 1986.</p><h2>Parking</h2><p>Free.</p>")
    )
    assert [o.name.text for o in reading.organisations] == ["Eurotides"]


def test_the_pages_own_contact_is_not_the_last_organisations() -> None:
    reading = reading_of(
        page(
            "<h2>League of Coasts (LC)</h2><p>The LC is a network.</p>"
            "<h2>Contact</h2><p>Ann Ek<br>European officer<br>ann.ek@westsea.gov.uk</p>"
        )
    )
    assert named(reading, "LC").contacts == []
    assert reading.unassigned_emails == ["ann.ek@westsea.gov.uk"]


def test_a_headings_link_to_the_authoritys_own_page_is_not_the_website() -> None:
    reading = reading_of(
        page(
            '<h2><a href="https://westsea.gov.uk/networks/1">League of Coasts (LC)</a></h2><p>The LC is a network.</p>'
        )
    )
    assert named(reading, "LC").website is None


def test_an_organisation_named_in_passing_is_shown_to_a_person() -> None:
    reading = reading_of(
        page("<p>Last year the League of Coastal Regions (LCR), which has 200 members, met in our county.</p>")
    )
    assert reading.organisations == []
    (notice,) = [n for n in reading.notices if n.code == "organisation-in-passing"]
    assert "League of Coastal Regions (LCR)" in notice.message


def test_a_page_of_menus_and_opening_hours_gives_nothing() -> None:
    reading = reading_of(page("<h2>Opening hours</h2><p>Nine to five.</p><h2>Find us</h2><p>1 Quay, Westsea</p>"))
    assert reading.organisations == []
    assert "no-organisation" in codes(reading)

"""Lists and running text: which organisations they name, whom to ask, who sits there, and what it costs."""

from __future__ import annotations

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import codes, english, named, only, reading_of, section

LISTED = "<h1>Our networks</h1><p>Westsea County Council is a member of these networks:</p>"


def page(body: str, language: str = "en") -> str:
    return f'<html lang="{language}"><body>{body}</body></html>'


def told(*sentences: str) -> Organisation:
    return only(english("The LLR is a network.", *sentences))


def test_the_items_of_a_list_of_memberships_are_organisations() -> None:
    reading = reading_of(
        page(
            f'{LISTED}<ul><li><a href="https://eurocities.eu">Eurocities</a></li>'
            "<li>ERRIN – European Regions Research and Innovation Network. Website: www.errin.eu</li>"
            "<li>Conference of Peripheral Maritime Regions (CPMR), founded in 1973"
            "<ul><li>Contact: Ann Ek, International Unit</li></ul></li></ul>"
        )
    )
    assert [o.name.text for o in reading.organisations] == [
        "Eurocities",
        "European Regions Research and Innovation Network",
        "Conference of Peripheral Maritime Regions",
    ]
    assert named(reading, "Eurocities").website == "https://eurocities.eu"
    assert named(reading, "ERRIN").website == "http://www.errin.eu"
    assert named(reading, "CPMR").contacts[0].person == "Ann Ek"


@pytest.mark.parametrize(
    "items",
    [
        '<li><a href="/parking">Parking</a></li><li><a href="/school">School</a></li><li><a href="/jobs">Jobs</a></li>',
        "<li>Share knowledge</li><li>Influence the EU</li><li>Find partners</li>",
        '<li><a href="https://facebook.com/x">Facebook</a></li><li><a href="https://x.com/y">X</a></li>',
    ],
)
def test_a_list_of_something_else_is_none_of_organisations(items: str) -> None:
    assert reading_of(page(f"<h1>Welcome</h1><p>Find your way.</p><ul>{items}</ul>")).organisations == []


def test_a_sentence_may_name_several_organisations_that_the_authority_belongs_to() -> None:
    reading = reading_of(
        page(
            "<h1>Europe</h1><p>Westsea County Council works with others. The council is a member of Eurocities, the "
            "Conference of Peripheral Maritime Regions (CPMR) and ERRIN. Eurocities has more than 200 members in "
            "38 countries. We also belong to the Assembly of European Regions (AER).</p>"
        )
    )
    assert [o.name.text for o in reading.organisations] == [
        "Eurocities",
        "Conference of Peripheral Maritime Regions",
        "ERRIN",
        "Assembly of European Regions",
    ]
    assert named(reading, "Eurocities").figures["members"].value == 200
    assert named(reading, "CPMR").figures == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "We exchange experience with Eurocities and ICLEI, but are not members of Eurocities or ICLEI.",
        "Last year the Assembly of European Regions (AER) met in our county.",
        "The project is paid for by Interreg (NSR) and led by the University of Riga (UR).",
        "Our chair, Asta Lind (SPD), opened the meeting.",
    ],
)
def test_what_is_named_in_passing_is_no_membership(sentence: str) -> None:
    assert reading_of(page(f"<h1>Europe</h1><p>{sentence}</p>")).organisations == []


def test_a_heading_that_is_but_an_abbreviation_is_called_by_what_it_stands_for() -> None:
    reading = reading_of(
        page(
            "<h1>Networks</h1><h2>ERRIN</h2><p>The council is a member of the European Regions Research and Innovation "
            "Network. Website: errin.eu</p>"
        )
    )
    (errin,) = reading.organisations
    assert (errin.name.text, errin.abbreviation) == ("European Regions Research and Innovation Network", "ERRIN")


def test_a_name_finds_its_abbreviation_in_the_text() -> None:
    reading = reading_of(
        page("<h1>Networks</h1><h2>Association of European Border Regions</h2><p>The AEBR is a network.</p>")
    )
    assert reading.organisations[0].abbreviation == "AEBR"


@pytest.mark.parametrize(
    ("sentence", "person", "unit"),
    [
        ("Call or write to Ann Ek of the International Unit: ann.ek@westsea.gov.uk.", "Ann Ek", "International Unit"),
        ("Our contact is Ann Ek, policy officer.", "Ann Ek", None),
        ("Questions are answered by the Climate Office, climate@westsea.gov.uk.", None, "Climate Office"),
    ],
)
def test_whom_to_ask_may_stand_in_a_sentence(sentence: str, person: str | None, unit: str | None) -> None:
    (contact,) = told(sentence).contacts
    assert (contact.person, contact.unit) == (person, unit)


def test_lines_of_a_card_are_one_contact() -> None:
    (contact,) = told("Ann Ek<br>European officer<br>International Unit<br>ann.ek@westsea.gov.uk").contacts
    assert (contact.person, contact.title, contact.unit) == ("Ann Ek", "European officer", "International Unit")
    assert contact.email == "ann.ek@westsea.gov.uk"


def test_two_people_behind_one_label_are_two_contacts() -> None:
    first, second = told("Contact: Ann Ek, International Unit, ann.ek@westsea.gov.uk; Bo Al, Climate Office").contacts
    assert (first.person, first.unit, first.email) == ("Ann Ek", "International Unit", "ann.ek@westsea.gov.uk")
    assert (second.person, second.unit, second.email) == ("Bo Al", "Climate Office", None)


@pytest.mark.parametrize(
    ("sentence", "website"),
    [
        ('More on <a href="https://llr.eu/about">llr.eu</a>', "https://llr.eu/about"),
        ('<a class="btn" href="https://lighthouses.org">Visit the website</a>', "https://lighthouses.org"),
        ('The work is a part of our <a href="https://interreg.eu">project</a> on light.', None),
        ('Follow it on <a href="https://www.facebook.com/llr">Facebook</a>', None),
    ],
)
def test_a_website_is_where_a_link_stands_as_one(sentence: str, website: str | None) -> None:
    assert told(sentence).website == website


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Since 2009 the council has been a member.", "2009"),
        ("We joined the network in March 2011.", "2011-03"),
        ("The network was founded in 1989.", None),
        ("Finland has been a member since 1995.", None),
    ],
)
def test_since_when_is_said_of_the_authority(sentence: str, since: str | None) -> None:
    membership = told(sentence).membership
    assert (membership.since if membership else None) == since


def test_a_yearly_amount_and_a_committee_are_told_in_sentences() -> None:
    membership = told("We pay 4,500 euro a year.", "The Culture and Sport Committee is responsible.").membership
    assert membership is not None
    assert membership.fee is not None
    assert (membership.fee.amount, membership.fee.currency) == (4500, "EUR")
    assert membership.committee == "Culture and Sport Committee"


@pytest.mark.parametrize(
    ("sentence", "offices", "representatives"),
    [
        ("Alderman Iris Berg (SPD) is a member of the board until 2028.", [("board", "Iris Berg", "2028")], []),
        (
            "We are represented by Tor Vik (C), with Eva Ek (M) as substitute.",
            [],
            [("Tor Vik", "C", False), ("Eva Ek", "M", True)],
        ),
        ("Tor Vik (C) was chair until 2023.", [], []),
        ("The president is Jan Novak (ODS) of Brno.", [], []),
    ],
)
def test_people_with_a_party_sit_there_for_the_authority(
    sentence: str, offices: list[tuple[str, str, str]], representatives: list[tuple[str, str, bool]]
) -> None:
    organisation = told(sentence)
    assert [(o.office, o.person, o.until) for o in organisation.offices] == offices
    assert [(p.person, p.party, p.deputy) for p in organisation.representatives] == representatives


def test_headings_beside_those_of_organisations_are_organisations_where_facts_stand_below() -> None:
    reading = reading_of(
        page(
            "<h1>Networks</h1>"
            "<h2>League of Coasts (LC)</h2><p>The LC is a network.</p><p>Website: https://coasts.eu</p>"
            "<h2>Forum of Tidal Towns</h2><p>A forum of 40 towns.</p><p>Website: https://tidal.eu</p>"
            "<h2>Eurosands</h2><p>Dunes and beaches. Website: https://eurosands.eu</p>"
            "<h2>Other kinds of work</h2><p>We share an office. See https://office.eu</p>"
        )
    )
    assert [o.name.text for o in reading.organisations] == ["League of Coasts", "Forum of Tidal Towns", "Eurosands"]


def test_plain_text_that_was_wrapped_is_read_as_paragraphs() -> None:
    text = section(
        "HRF är ett förbund för regioner med hamnar i hela Östersjöområdet och det samlar i dag\n"
        "omkring 120 medlemmar i elva länder, och arbetar framför allt med sjöfart, med miljö och\n"
        "med utbildning av dem som arbetar i hamnarna, och på färjorna mellan dem, året om igenom.\n"
        "Kontakt: Asta Lindqvist, enheten för omvärld"
    )
    organisation = only(text)
    assert organisation.figures["countries"].value == 11
    assert organisation.contacts[0].person == "Asta Lindqvist"


def test_a_sentence_goes_on_in_the_next_line_where_most_lines_of_a_text_are_short() -> None:
    reading = reading_of(
        "WESTSEA COUNCIL\nMinutes\n\nItem 4\n\nEurocities\nMember since 2008\n\nPolis\nMember since 2012\n\n"
        "Decision\nNo change.\n\nIt was noted that business on all of the memberships shall be reported to and\n"
        "overseen by the Transport Committee.\n\nSigned\nAnn Ek\n",
    )
    assert [o.membership and o.membership.committee for o in reading.organisations] == ["Transport Committee"] * 2


def test_panels_that_open_at_a_click_are_read_and_menus_are_not() -> None:
    reading = reading_of(
        page(
            "<h1>Networks</h1><button aria-expanded=false aria-controls=p1>League of Coasts (LC)</button>"
            '<div id="p1" class="accordion-panel" hidden><p>The LC is a network.</p><p>Contact: Ann Ek</p></div>'
            '<div class="menu" hidden><p>Forum of Menus (FM)</p></div>'
        )
    )
    assert [o.abbreviation for o in reading.organisations] == ["LC"]
    assert reading.organisations[0].contacts[0].person == "Ann Ek"
    assert "no-organisation" not in codes(reading)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (
            "Unless something else is given below, ask Bo Al about any of our networks (bo.al@westsea.gov.uk).",
            ["Ann Ek"],
        ),
        ("Ask Bo Al about any of our networks (bo.al@westsea.gov.uk).", ["Ann Ek", "Bo Al"]),
    ],
)
def test_who_is_asked_about_all_networks_may_give_way_to_those_that_are_told_for_one(
    contact: str, told: list[str]
) -> None:
    words = f"<h1>Our networks</h1><p>{contact}</p><h2>Eurocities</h2><p>A network of cities.</p>"
    reading = reading_of(page(f"{words}<h2>Polis</h2><p>A network of cities. Contact: Ann Ek, adviser.</p>"))
    first, second = reading.organisations
    assert [one.person for one in first.contacts] == ["Bo Al"]
    assert [one.person for one in second.contacts] == told


def test_parts_of_a_sentence_tell_whom_to_ask_about_each_network() -> None:
    words = (
        "<h1>Our networks</h1><h2>Eurocities</h2><p>A network.</p><h2>Polis</h2><p>A network.</p><h2>Whom to ask</h2>"
    )
    asked = "For Eurocities ask Ann Ek, ann.ek@westsea.gov.uk; for Polis: Bo Al, bo.al@westsea.gov.uk."
    first, second = reading_of(page(f"{words}<p>{asked}</p>")).organisations
    assert [(one.person, one.email) for one in first.contacts] == [("Ann Ek", "ann.ek@westsea.gov.uk")]
    assert [(one.person, one.email) for one in second.contacts] == [("Bo Al", "bo.al@westsea.gov.uk")]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("More from the Europe Office (Ann Ek, 01632 960 123).", "Europe Office"),
        ("Information: Europe Office, Ann Ek, 01632 960 123.", "Europe Office"),
        ("Contact Ann Ek, head of the Europe Office, on 01632 960 123.", "Europe Office"),
        ("The contact is the head of the Europe Office, Ann Ek, 01632 960 123.", None),
        ("The Europe Office is new. Contact Ann Ek on 01632 960 123.", None),
    ],
)
def test_a_unit_that_stands_before_the_name_or_in_the_title_behind_it_is_the_persons(
    sentence: str, unit: str | None
) -> None:
    (contact,) = told(sentence).contacts
    assert (contact.person, contact.unit) == ("Ann Ek", unit)


NETWORKS = "<h1>Our networks</h1><h2>Eurocities</h2><p>A network.</p><h2>Polis</h2><p>A network.</p>"


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ("<h2>Need help?</h2><p>Ann Ek</p><p>answers questions about Eurocities.</p><p>{at}</p>", ["Ann Ek"]),
        ("<h2>Who sits where?</h2><p>Ann Ek has a seat in Eurocities, as have some others, for as long as it is"
         " her turn to speak for us there.</p><p>{at}</p>", []),
        ("<p><strong>Ann Ek</strong></p><p>adviser</p><p>Eurocities, budgets, cars</p><p>{at}</p>", []),
        ("<p><strong>Ann Ek</strong></p><p>adviser</p><p>Eurocities</p><p>{at}</p>", ["Ann Ek"]),
        ("<p><strong>Ann Ek</strong></p><p>adviser</p><p>likes Eurocities</p><p>{at}</p>", []),
    ],
)  # fmt: skip
def test_a_box_may_name_the_networks_that_it_is_for(box: str, told: list[str]) -> None:
    reading = reading_of(
        page(NETWORKS + "<h2>Projects</h2><p>We have some.</p>" + box.format(at="ann.ek@westsea.gov.uk"))
    )
    assert [one.person for one in named(reading, "Eurocities").contacts] == told
    assert named(reading, "Polis").contacts == []


@pytest.mark.parametrize(
    ("lines", "person", "email", "phone"),
    [
        ("Contact: Europe Office, Ann Ek<br>europe.office@westsea.gov.uk | 01632 960 123",
         "Ann Ek", "europe.office@westsea.gov.uk", "+441632960123"),
        ("Contact: Europe Office, Ann Ek<br>mary.poole@westsea.gov.uk", "Ann Ek", None, None),
        ("Officer: Ann Ek</p><p>T: 01632 960 123", "Ann Ek", None, "+441632960123"),
        ("Contact: Ann Ek, clerk, on 01632 960 123 or by mail (clerk@westsea.gov.uk). Its office: office@lga.gov.uk.",
         "Ann Ek", "clerk@westsea.gov.uk", "+441632960123"),
        ("Contact: Ann Ek, 01935 555 0177 12", "Ann Ek", None, None),
        ("<strong>Supporting Documents</strong>", None, None, None),
        ("Ann Ek", None, None, None),
        ("Ann Ek, adviser", "Ann Ek", None, None),
        ("Whom to contact in the town hall<br>Ann Ek", "Ann Ek", None, None),
        ("Guided tours: The Old Friends, 01632 960 123", None, None, None),
    ],
)  # fmt: skip
def test_lines_below_a_contact_are_its_own(
    lines: str, person: str | None, email: str | None, phone: str | None
) -> None:
    contacts = told(lines).contacts
    told_of = [(one.person, one.email, one.phone) for one in contacts]
    assert told_of == ([(person, email, phone)] if person else [])


def test_a_contact_may_be_but_an_address_of_the_authoritys() -> None:
    ours = "<p>Write to the city: city@westsea.gov.uk or mayor@westsea.gov.uk.</p>"
    (contact,) = told(f"A network.</p><p>Contact: refuge@culture.westsea.gov.uk</p>{ours}<p>").contacts[:1]
    assert (contact.person, contact.unit, contact.email) == (None, None, "refuge@culture.westsea.gov.uk")


def test_a_labelled_number_below_the_sentence_of_the_contact_is_the_contacts() -> None:
    words = "<p>Westsea is a member of KIMO, founded in 1990.</p><p>The contact is Ann Ek, our adviser:</p>"
    found = reading_of(page(f"<h1>KIMO</h1>{words}<p>Phone: 01632 960 123</p>"))
    assert [(one.person, one.phone) for one in found.organisations[0].contacts] == [("Ann Ek", "+441632960123")]


def test_who_sits_on_the_board_may_be_whom_to_ask_as_well() -> None:
    found = told("Ann Ek, our adviser, is on the board of the network. Do ask Ann Ek, 01632 960 123.")
    assert [(one.person, one.phone) for one in found.contacts] == [("Ann Ek", "+441632960123")]
    assert told("Ann Ek is on the board of the network. Ann Ek represents us, 01632 960 123.").contacts == []


@pytest.mark.parametrize(
    ("said", "asked"), [("these two", ["Polis", "METREX"]), ("these three", ["Eurocities", "Polis", "METREX"])]
)
def test_a_sentence_may_point_back_to_some_of_the_networks_before_it(said: str, asked: list[str]) -> None:
    words = "Westsea is a member of KIMO.</p><p>Westsea is a member of Eurocities, of Polis and of METREX."
    reading = reading_of(page(f"<h1>Our networks</h1><p>{words} Questions on {said}: Ann Ek, 01632 960 123.</p>"))
    assert [one.name.text for one in reading.organisations if one.contacts] == asked

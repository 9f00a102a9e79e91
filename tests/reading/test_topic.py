"""A page about one network: its headings say something of the network instead of naming it."""

from __future__ import annotations

from tests.reading.pages import english, names_of, only, reading_of


def page(body: str, title: str = "Westsea in the world", language: str = "en") -> str:
    """An HTML page of this title and body."""
    return f'<html lang="{language}"><head><title>{title}</title></head><body><main>{body}</main></body></html>'


ONE = page(
    "<h1>Together for light</h1>"
    "<p>Westsea County has been a member of the League of Lighthouse Regions (LLR) since 1999. "
    "The LLR is a network of 90 regions in 12 countries.</p>"
    "<h2>What we do there</h2><p>Through the LLR we share what we know of lights with other coasts.</p>"
    "<h2>Who sits there</h2><p>Westsea is represented by Tor Vik (Labour).</p>"
    '<p><a href="https://llr.example.org">Website of the LLR</a></p>',
    title="Together for light - Westsea County",
)


def test_all_that_stands_on_the_page_is_said_of_the_one_network() -> None:
    (league,) = reading_of(ONE).organisations
    assert (league.name.text, league.abbreviation) == ("League of Lighthouse Regions", "LLR")
    assert league.membership is not None
    assert (league.figures["members"].value, league.membership.since) == (90, "1999")
    assert [one.person for one in league.representatives] == ["Tor Vik"]
    assert league.website == "https://llr.example.org"


def test_a_page_on_the_work_in_general_is_about_none() -> None:
    reading = reading_of(
        page(
            "<h1>Together for light</h1><p>Westsea County works with other coasts to learn from them.</p>"
            "<h2>What we do</h2><p>We share what we know of lights, and write to those who decide.</p>"
        )
    )
    assert names_of(reading) == []


def test_two_networks_that_are_each_told_of_are_two() -> None:
    reading = reading_of(
        page(
            "<h1>Together for light</h1><p>Westsea County is a member of two networks.</p>"
            "<h2>League of Lighthouse Regions (LLR)</h2><p>We have been a member of the LLR since 1999.</p>"
            '<p><a href="https://llr.example.org">Website</a></p>'
            "<h2>Forum of Tidal Towns (FTT)</h2><p>We have been a member of the FTT since 2004.</p>"
            '<p><a href="https://ftt.example.org">Website</a></p>'
        )
    )
    assert names_of(reading) == ["League of Lighthouse Regions", "Forum of Tidal Towns"]


def test_a_heading_that_is_the_theme_of_a_network_is_called_as_the_network_that_was_joined() -> None:
    told = "In 2015 we became a member of the UNESCO Creative Cities Network."
    assert only(english(told, heading="UNESCO City of Film")).name.text == "UNESCO Creative Cities Network"


def test_a_membership_that_ended_is_read_with_its_end() -> None:
    (league,) = reading_of(
        page(
            "<h1>League of Lighthouse Regions (LLR)</h1>"
            "<p>Westsea County was a member of the LLR from 1999 until 2012.</p>",
            title="League of Lighthouse Regions - Westsea County",
        )
    ).organisations
    assert league.membership is not None
    assert (league.membership.since, league.membership.until) == ("1999", "2012")


NEWS = (
    "<p>In May 2020 Westsea County was admitted to the Network of Lighthouse Keeping Coasts (NLKC).</p>"
    "<p>It was founded in 1999 and has 90 members in 12 countries.</p>"
    "<p>The county is represented by Tor Vik (Labour). The membership fee is 900 euros a year.</p>"
    "<p>Contact: Ann Ek, ann.ek@westsea.example.org, +46 31 700 00 11</p>"
)


def test_a_short_page_that_names_but_one_network_is_about_it() -> None:
    found = only(page(f"<h1>Westsea takes part in a network of coasts</h1>{NEWS}"))
    assert (found.name.text, found.abbreviation) == ("Network of Lighthouse Keeping Coasts", "NLKC")
    assert (found.figures["members"].value, found.figures["founded"].value) == (90, 1999)
    assert found.membership is not None
    assert found.membership.fee is not None
    assert (found.membership.since, found.membership.fee.amount) == ("2020-05", 900)
    assert [one.person for one in found.representatives] == ["Tor Vik"]
    assert [one.email for one in found.contacts] == ["ann.ek@westsea.example.org"]


def test_a_page_of_a_table_for_its_columns_is_read_as_its_lines() -> None:
    told = NEWS.replace("<p>", "").replace("</p>", "<br><br>")
    found = only(
        "<html lang='en'><head><title>Westsea County - Westsea in a network of coasts</title></head><body>"
        "<table width='980'><tr><td colspan='2'><a href='/'>Home</a> | <a href='/news'>News</a></td></tr>"
        f"<tr><td><font size='4'><b>Westsea in a network of coasts</b></font><br>12 May 2020<br><br>{told}"
        "It keeps lights, and tells others how that is done, at meetings in spring and autumn, in all of the "
        "countries by turns, with guests from the north, and it writes to those who decide.</td>"
        "<td><b>Town hall</b><br>Quay 1<br>post@westsea.example.org</td></tr></table></body></html>"
    )
    assert found.name.text == "Network of Lighthouse Keeping Coasts"
    assert [one.email for one in found.contacts] == ["ann.ek@westsea.example.org"]


def test_a_headline_of_what_the_authority_is_called_in_short_is_no_organisation() -> None:
    body = (
        "<h1>L'Unione in Europa</h1><p>Dal 2011 l'Unione dei Comuni Alta Valle è socia di Euromontana. Dal 2014 è "
        "membro della rete Energy Cities.</p>"
    )
    reading = reading_of(page(body, title="L'Unione in Europa – Unione dei Comuni Alta Valle", language="it"))
    assert names_of(reading) == ["Euromontana", "Energy Cities"]

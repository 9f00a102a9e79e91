"""The same four networks set in each of the ways in which a site's editor, or a word processor, may have left them."""

from __future__ import annotations

import pytest

from tests.reading.pages import reading_of

TOLD = {
    "Eurocities": "Ett nätverk för stora städer, grundat 1986. Vi är med sedan 2004. "
    "Kontakt: Asta Lind, asta.lind@sunde.example.org.",
    "Union of the Baltic Cities": "Samarbete mellan städer runt Östersjön med 70 medlemmar. Ledamot: Tor Vik (S).",
    "Energy Cities": "Arbetar med energiomställning. Kommunen är medlem sedan 2012 och betalar 5 000 euro om året.",
    "Nordiska samarbetet för skärgårdar": "Ett litet nätverk som grundades 1994. Medlem sedan 2001.",
}
LABELLED = {
    "Eurocities": {
        "Grundat": "1986",
        "Medlem sedan": "2004",
        "Kontakt": "Asta Lind, asta.lind@sunde.example.org",
    },
    "Union of the Baltic Cities": {"Antal medlemmar": "70", "Ledamot": "Tor Vik (S)"},
    "Energy Cities": {"Medlem sedan": "2012", "Årsavgift": "5 000 euro"},
    "Nordiska samarbetet för skärgårdar": {"Grundat": "1994", "Medlem sedan": "2001"},
}

# How one network is set; {} stands for its name, the other {} for what is told; what stands around all of them.
TEXTS = {
    "bold, full stop": "<p><strong>{}.</strong> {}</p>",
    "bold, colon": "<p><strong>{}:</strong> {}</p>",
    "bold, dash": "<p><strong>{}</strong> – {}</p>",
    "bold, then the sentence": "<p><strong>{}</strong> {}</p>",
    "bold, comma": "<p><strong>{}</strong>, {}</p>",
    "bold line": "<p><strong>{}</strong><br>{}</p>",
    "bold paragraph": "<p><strong>{}</strong></p><p>{}</p>",
    "bold and slanted": "<p><strong><em>{}</em></strong></p><p>{}</p>",
    "bold by style": "<p><span style='font-weight: bold'>{}</span></p><p>{}</p>",
    "underlined line": "<p><u>{}</u><br>{}</p>",
    "linked, full stop": "<p><a href='https://www.example.eu/'>{}</a>. {}</p>",
    "plain paragraph": "<p>{}</p><p>{}</p><hr>",
    "plain line": "<p>{}<br>{}</p>",
    "item, bold, full stop": "<ul><li><strong>{}.</strong> {}</li></ul>",
    "item, bold, line": "<ul><li><strong>{}</strong><br>{}</li></ul>",
    "item, slanted": "<ul><li><em>{}.</em> {}</li></ul>",
    "item, paragraphs": "<ul><li><p>{}</p><p>{}</p></li></ul>",
    "item, heading": "<ul><li><h3>{}</h3><p>{}</p></li></ul>",
    "item, link, dash": "<ul><li><a href='https://www.example.eu/'>{}</a> – {}</li></ul>",
    "heading": "<h2>{}</h2><p>{}</p>",
    "heading, colon": "<h2>{}:</h2><p>{}</p>",
    "heading, membership": "<h2>Medlemskap i {}</h2><p>{}</p>",
    "heading, external link": "<h2><a href='https://www.example.eu/'>{} (extern länk)</a></h2><p>{}</p>",
    "heading, headings below": "<h2>{}</h2><h3>Om nätverket</h3><p>{}</p><h3>Vad vi gör</h3><p>Vi är med på möten.</p>",
    "folded": "<details><summary>{}</summary><p>{}</p></details>",
    "folded by a button": "<div><button aria-expanded='false'>{}</button><div class='panel'><p>{}</p></div></div>",
    "card": "<div class='card'><div class='card-title'>{}</div><div class='card-text'>{}</div></div>",
    "row": "<table><tr><td>{}</td><td>{}</td></tr></table>",
    "row, bold": "<table><tr><td><strong>{}</strong></td><td>{}</td></tr></table>",
    "row, heading": "<table><tr><th scope='row'>{}</th><td>{}</td></tr></table>",
    "cell": "<table><tr><td>{}<br>{}</td></tr></table>",
    "definition": "<dl><dt>{}</dt><dd>{}</dd></dl>",
}
# Here the second {} is each labelled value in turn.
LABELS = {
    "item, items within": ("<ul><li>{}<ul>{}</ul></li></ul>", "<li>{}: {}</li>"),
    "heading, items": ("<h3>{}</h3><ul>{}</ul>", "<li><strong>{}:</strong> {}</li>"),
    "heading, lines": ("<h3>{}</h3><p>{}</p>", "{}: {}<br>"),
    "heading, bold lines": ("<h3>{}</h3><p>{}</p>", "<strong>{}</strong><br>{}<br>"),
    "heading, table": ("<h3>{}</h3><table>{}</table>", "<tr><th>{}</th><td>{}</td></tr>"),
    "table's caption": ("<table><caption>{}</caption>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
    "table's first row": ("<table><tr><th colspan='2'>{}</th></tr>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
    "heading, definitions": ("<h3>{}</h3><dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    "heading, divisions": (
        "<h3>{}</h3>{}",
        "<div><div class='label'>{}</div><div class='value'>{}</div></div>",
    ),
}
JOINED = (("</ul><ul>", ""), ("</table><table><tr><td", "<tr><td"), ("</table><table><tr><th scope", "<tr><th scope"))


def page(networks: str) -> str:
    for between, joined in (*JOINED, ("</dl><dl>", "")):
        networks = networks.replace(between, joined)
    intro = "<h1>Internationella nätverk</h1><p>Sunde kommun är medlem i flera europeiska nätverk.</p>"
    return f'<html lang="sv"><body><main>{intro}{networks}</main></body></html>'


def assert_all_is_found(html: str) -> None:
    first, second, third, fourth = reading_of(html).organisations
    assert [first.name.text, second.name.text, third.name.text, fourth.name.text] == list(TOLD)
    assert [one.membership.since for one in (first, third, fourth)] == ["2004", "2012", "2001"]
    assert [one.figures["founded"].value for one in (first, fourth)] == [1986, 1994]
    assert second.figures["members"].value == 70
    assert [(one.person, one.party) for one in second.representatives] == [("Tor Vik", "S")]
    assert [(one.person, one.email) for one in first.contacts] == [("Asta Lind", "asta.lind@sunde.example.org")]
    assert third.membership.fee is not None
    assert third.membership.fee.amount == 5000
    assert [one.contacts for one in (second, third, fourth)] == [[], [], []]


@pytest.mark.parametrize("way", TEXTS)
def test_networks_are_found_in_whatever_way_their_names_are_set(way: str) -> None:
    assert_all_is_found(page("".join(TEXTS[way].format(name, told) for name, told in TOLD.items())))


@pytest.mark.parametrize("way", LABELS)
def test_labelled_values_are_found_in_whatever_way_they_are_set(way: str) -> None:
    whole, part = LABELS[way]
    assert_all_is_found(
        page(
            "".join(
                whole.format(name, "".join(part.format(*value) for value in told.items()))
                for name, told in LABELLED.items()
            )
        )
    )


def test_a_label_needs_no_colon_before_its_number() -> None:
    (one,) = reading_of(
        '<html lang="sv"><h1>Våra nätverk</h1><p>Sunde kommun är med i nätverk.</p>'
        "<h2>Eurocities</h2><p>Antal medlemmar 200<br>Anslutningsår 2004</p>"
    ).organisations
    assert one.figures["members"].value == 200
    assert one.membership is not None
    assert one.membership.since == "2004"


@pytest.mark.parametrize(
    ("column", "told", "since", "until"),
    [
        ("Medlem sedan", "2004–", "2004", None),
        ("Medlem sedan", "15.3.2004 –", "2004-03-15", None),
        ("Medlem sedan", "1996–2015", "1996", "2015"),
        ("Medlemskap", "2004–", "2004", None),
        ("Medlemskap", "15.3.2004 –", "2004-03-15", None),
        ("Medlemskap", "Fullvärdig medlem 2004–", "2004", None),
    ],
)
def test_a_range_of_years_tells_since_when_and_until_when(
    column: str, told: str, since: str, until: str | None
) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{one}</td></tr>" for name, one in (("Eurocities", "1998"), ("METREX", told))
    )
    table = f"<table><tr><th>Organisation</th><th>{column}</th></tr>{rows}</table>"
    _first, second = reading_of(page(table)).organisations
    assert second.membership is not None
    assert (second.membership.since, second.membership.until) == (since, until)

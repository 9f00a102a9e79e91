"""Habits of authorities' real pages that no rule of layout foresees: how they name, say and leave unsaid."""

from __future__ import annotations

import pytest

from hansa.reading.names import parse
from hansa.reading.types import Reading
from tests.reading.pages import english, names_of, only, reading_of


def page(body: str, title: str = "Networks", language: str = "en") -> Reading:
    """What is read on a page with this body."""
    start = f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title></head><body><h1>'
    return reading_of(f"{start}{body}</body></html>")


@pytest.mark.parametrize(
    ("heading", "name", "abbreviation"),
    [
        (
            "Arbeitsgemeinschaft Europäischer Grenzregionen AGEG",
            "Arbeitsgemeinschaft Europäischer Grenzregionen",
            "AGEG",
        ),
        (
            "ERRIN European Regions Research and Innovation Network",
            "European Regions Research and Innovation Network",
            "ERRIN",
        ),
        ("Baltic Metropoles Network (BaltMet)", "Baltic Metropoles Network", "BaltMet"),
        ('"Initiativkreis Nordkreise" (INK)', "Initiativkreis Nordkreise", "INK"),
        ("KIMO UK", "KIMO UK", None),
        ("Network of Towns UNESCO", "Network of Towns UNESCO", None),
    ],
)
def test_an_abbreviation_beside_the_name_is_told_by_its_letters(
    heading: str, name: str, abbreviation: str | None
) -> None:
    found = parse(heading)
    assert (found.name.text, found.abbreviation[0] if found.abbreviation else None) == (name, abbreviation)


@pytest.mark.parametrize(
    ("heading", "told", "name", "abbreviation"),
    [
        ("POLIS", "A network for transport.", "POLIS", "POLIS"),
        ("Polis", "A network for transport.", "Polis", None),
        ("EUROCITIES", "A network of cities.", "EUROCITIES", None),
        (
            "NECSTouR",
            "The Network of European Regions for Sustainable and Competitive Tourism began in 2007.",
            "Network of European Regions for Sustainable and Competitive Tourism",
            "NECSTouR",
        ),
        (
            "Europäische Route der Backsteingotik",
            "Der Verein „Europäische Route der Backsteingotik e.V.“ (EuRoB) ist ein Netzwerk.",
            "Europäische Route der Backsteingotik",
            "EuRoB",
        ),
    ],
)
def test_names_that_are_short_for_something_not_by_their_letters(
    heading: str, told: str, name: str, abbreviation: str | None
) -> None:
    ours = "Westsea has been a member since 1999. Contact: Asta Lind, asta.lind@westsea.example.org"
    reading = page(f"Our networks</h1><h2>{heading}</h2><p>{told} {ours}</p>", "Our networks - Westsea")
    (own,) = reading.organisations
    assert (own.name.text, own.abbreviation) == (name, abbreviation)


def test_the_place_in_the_title_is_the_authority_where_nothing_plainer_tells() -> None:
    body = "City networks</h1><h2>League of Ports (LoP)</h2><p>Aachen joined in 2006. Aachen is glad of it.</p>"
    reading = page(body, "City networks - Aachen.de")
    (own,) = reading.organisations
    assert reading.authority == "Aachen"
    assert own.membership is not None
    assert own.membership.since == "2006"


def test_the_pages_own_heading_is_not_taken_for_the_authority() -> None:
    assert page("Aquamar</h1><p>Aquamar is here. Aquamar is there.</p>", "Aquamar").authority is None


def test_who_belongs_somewhere_is_the_authority_where_the_title_tells_nothing() -> None:
    body = "On the coast</h1><p>Orm and Bree participates in the League of Ports (LoP). Orm and Bree is small.</p>"
    assert page(body, "News").authority == "Orm and Bree"


def test_lists_of_one_item_each_with_paragraphs_between_are_one_list() -> None:
    body = """Associations</h1><p>The county is a member of these associations:</p>
        <ul><li>The League of Ports.</li></ul><p>Our fee was EUR 1,831 a year in 2025.</p>
        <ul><li>The Alliance of Towns.</li></ul><p>Councillor Ann Ek represents us in it.</p>"""
    ports, towns = page(body).organisations
    assert (ports.name.text, towns.name.text) == ("League of Ports", "Alliance of Towns")
    assert ports.membership is not None
    assert ports.membership.fee is not None
    assert [one.person for one in towns.representatives] == ["Ann Ek"]


def test_who_stands_without_a_party_in_a_list_of_politicians_is_one_of_them() -> None:
    body = """Networks</h1><p>The county is a member of these networks, with these delegates:</p>
        <ul><li>League of Ports (LoP)<ul><li>Ann Ek (Labour)</li><li>Tor Vik</li></ul></li>
        <li>Alliance of Towns (AoT)<ul><li>Eva Ek (Green)</li></ul></li></ul>"""
    ports = page(body).organisations[0]
    assert [(one.person, one.party) for one in ports.representatives] == [("Ann Ek", "Labour"), ("Tor Vik", None)]
    assert ports.contacts == []


@pytest.mark.parametrize(
    ("sentence", "sent"),
    [
        (
            "Our representative is Cllr Ann Ek; Cllr Tor Vik and Cllr Eva Ask are the alternates.",
            [("Ann Ek", False), ("Tor Vik", True), ("Eva Ask", True)],
        ),
        ("The region's representatives are Cllr. Ann Ek and Cllr. Tor Vik.", [("Ann Ek", False), ("Tor Vik", False)]),
        ("Its delegates are Cllr Ann Ek and Cllr Tor Vik.", []),
    ],
)
def test_who_the_representatives_are_may_be_said_in_a_sentence(sentence: str, sent: list[tuple[str, bool]]) -> None:
    own = only(english("The LLR is a network.", sentence))
    assert [(one.person, one.deputy) for one in own.representatives] == sent


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Region Westsea is represented in all working groups, and in the executive committee too.", ("board", None)),
        ("Its chair is at present Ann Ek, Director of Planning of Region Westsea.", ("chair", "Ann Ek")),
        (
            "Since 2021 Ann Ek, Director of Planning of Region Westsea, has been its vice-chair.",
            ("vice-chair", "Ann Ek"),
        ),
        ("Its chair is at present Ann Ek, Director of Planning of Region Eastsea.", None),
        ("Eastsea is represented in the executive committee.", None),
    ],
)
def test_an_office_may_be_told_by_whose_official_holds_it(sentence: str, office: tuple[str, str | None] | None) -> None:
    own = only(english("The LLR is a network.", sentence))
    assert [(one.office, one.person) for one in own.offices] == ([office] if office else [])


@pytest.mark.parametrize(
    ("sentence", "members", "founded"),
    [
        ("More than 1,500 cities and municipalities belong to the LLR.", 1500, None),
        ("More than 50 metropolitan regions and areas of Europe form the network.", 50, None),
        ("The LLR is a network in which 190 European cities share what they know.", 190, None),
        ("The LLR has existed since 1971.", None, 1971),
        ("Ireland has nine members.", None, None),
        ("The twelve municipalities of the county form one district for their waste.", None, None),
    ],
)
def test_figures_may_be_told_by_what_the_members_do(sentence: str, members: int | None, founded: int | None) -> None:
    figures = only(english(sentence)).figures
    found = {kind: figures[kind].value if kind in figures else None for kind in ("members", "founded")}
    assert found == {"members": members, "founded": founded}


def test_a_heading_that_begins_with_a_little_word_is_no_name() -> None:
    body = """League of Ports (LoP)</h1><p>The LoP is a network of ports.</p>
        <h3>At the General Assembly</h3><p>Deputy: Ann Ek (Labour)</p>"""
    assert names_of(page(body)) == ["League of Ports"]


def test_a_heading_is_called_without_its_article() -> None:
    body = """Netze</h1><h3>Die Arbeitsgemeinschaft Bergland e.V.</h3>
        <p>Die Arbeitsgemeinschaft Bergland hat 12 Mitglieder.</p>"""
    assert names_of(page(body, language="de")) == ["Arbeitsgemeinschaft Bergland e.V."]


def test_a_genitive_of_an_abbreviation_is_the_same_organisation() -> None:
    body = """Europa</h1><p>Die Stadt Lauen ist Mitglied im Rat der Hafenstädte Europas (RHE).
        Seit 2018 ist die Stadt Lauen Mitglied des RHEs.</p>"""
    assert names_of(page(body, language="de")) == ["Rat der Hafenstädte Europas"]


def test_german_nouns_months_and_events_are_no_organisations() -> None:
    body = """Europa</h1><p>Im Mai wurde die Stadt Lauen auf der Konferenz in Athen Mitglied von EUROCITIES,
        dem Zusammenschluss europäischer Großstädte, und erhielt die Beitrittsurkunde.</p>"""
    assert names_of(page(body, language="de")) == ["EUROCITIES"]


def test_what_has_the_authoritys_place_in_its_name_is_its_own() -> None:
    body = """Klima</h1><p>Die Stadt Lauen ist Mitglied im Klima-Bündnis und im Bündnis Lauen für Klimaschutz.</p>"""
    assert names_of(page(body, language="de")) == ["Klima-Bündnis"]


def test_the_heading_may_say_what_the_organisation_is_a_part_of() -> None:
    body = """Networks</h1><h2>Conference of Ports (CoP)</h2><p>The CoP is a network of 90 ports.</p>
        <h2>Northern Commission (part of the CoP)</h2><p>The Northern Commission is a network of ten ports.</p>"""
    assert [one.parent for one in page(body).organisations] == [None, "Conference of Ports"]


def test_a_file_in_a_list_is_no_organisation() -> None:
    body = """Networks</h1><p>We are members of these networks:</p><ul><li>League of Ports (LoP)</li>
        <li>Alliance of Towns (AoT)</li><li><a href="/r.pdf">Report of the Network 2025</a></li></ul>"""
    assert names_of(page(body)) == ["League of Ports", "Alliance of Towns"]


def test_a_sentence_may_but_list_what_the_one_before_speaks_of() -> None:
    body = """Networks</h1><p>Region Westsea joined three networks in 2017. The networks in question are CPMR
        (Conference of Peripheral Maritime Regions), ERRIN (European Regions Research and Innovation Network) and
        NECSTouR.</p>"""
    assert len(page(body).organisations) == 3


def test_acronyms_and_names_of_programmes_are_nobodys_name() -> None:
    body = """Reti</h1><h2>Rete dei Porti (RDP)</h2><p>La RDP è una rete di 90 porti. È il punto di riferimento nel
        POR Calabria FESR FSE 2014-2020.</p>"""
    assert page(body, language="it").organisations[0].contacts == []


def test_a_label_may_say_whose_day_of_joining_it_is() -> None:
    body = """Memberships</h1><p><b>League of Ports</b><br>Westsea's accession date: 20th October 1995<br>
        Main office: Brussels</p><p>The league works for ports.</p>
        <p><b>Union of Towns</b><br>Westsea's accession date: 30th October 1991</p><p>It works for towns.</p>
        <p><b>Cities for Bells</b><br>Westsea's accession date: 28th October 1999</p><p>It works for bells.</p>"""
    assert [(one.name.text, one.membership.since if one.membership else None) for one in page(body).organisations] == [
        ("League of Ports", "1995-10-20"),
        ("Union of Towns", "1991-10-30"),
        ("Cities for Bells", "1999-10-28"),
    ]


@pytest.mark.parametrize(
    "sentence", ["In Germany, the LLR has 800 member towns.", "Ireland has nine members in the LLR."]
)
def test_the_members_of_one_country_are_not_the_networks(sentence: str) -> None:
    assert only(english(sentence)).figures == {}


def test_the_authority_may_stand_behind_the_verb() -> None:
    body = """Nätverk</h1><h2>Eurocities</h2><p>Eurocities är ett nätverk av städer i Europa för städer.</p>
        <p>Sedan november 2016 innehar staden posten som Eurocities viceordförande.</p>"""
    (own,) = page(body, language="sv").organisations
    assert [(one.office, one.since) for one in own.offices] == [("vice-chair", "2016-11")]


def test_an_office_in_a_countrys_section_is_not_one_in_the_whole() -> None:
    body = """Netze</h1><h2>Rat der Gemeinden und Regionen Europas (RGRE)</h2><p>Der RGRE ist ein Verband.
        Oberbürgermeisterin Eva Muster (SPD) ist Vizepräsidentin der deutschen Sektion.</p>"""
    (own,) = page(body, language="de").organisations
    assert own.offices == []


def test_what_an_indefinite_article_precedes_is_no_name() -> None:
    body = """Associazioni</h1><p>La Regione Marovest ha firmato nel 2008 una convenzione per istituire
        una Agenzia della Democrazia Locale.</p>"""
    assert page(body, language="it").organisations == []


def test_lines_below_a_heading_that_says_networks_are_a_list() -> None:
    body = """Samarbeid</h1><p>Kommunen har mange slags internasjonale relasjoner, fra formelle avtaler som binder
        kommunen til prosjekter der enkeltpersoner samarbeider.</p><p><strong>Internasjonale nettverk</strong><br>
        ECHO: European Cities of Historical Organs<br>POLIS: Cities and Regions for Transport<br>
        Nordic City Network<br>EUniverCities Network<br>Open and Agile Smart Cities</p>"""
    assert len(page(body, language="nb").organisations) == 5


def test_numbers_in_a_column_are_those_of_a_list() -> None:
    rows = "".join(
        f"<tr><td>{number}</td><td>{name}</td></tr>"
        for number, name in enumerate(["League of Ports (LoP)", "Alliance of Towns (AoT)", "Union of Bells (UoB)"], 1)
    )
    body = f"Associations</h1><p>The county is a member of these associations:</p><table>{rows}</table>"
    assert names_of(page(body)) == ["League of Ports", "Alliance of Towns", "Union of Bells"]


def test_a_heading_may_be_an_abbreviation_with_dots_that_the_text_spells_out() -> None:
    body = """Réseaux de villes</h1><h3>A.I.M.F.</h3><p>L'Association Internationale des Maires Francophones réunit
        166 villes de 46 pays.</p><h3>A.I.V.P.</h3>
        <p>L'Association Internationale Villes et Ports réunit des ports.</p>"""
    first, second = page(body, language="fr").organisations
    assert (first.name.text, first.abbreviation) == ("Association Internationale des Maires Francophones", "A.I.M.F.")
    assert first.figures["members"].value == 166
    assert second.name.text == "Association Internationale Villes et Ports"


def test_a_network_with_a_place_behind_is_called_as_the_text_calls_it() -> None:
    body = """Cittaslow Westsea</h1><p>Cittaslow is a network of towns. Westsea joined Cittaslow in 2011. Cittaslow was
        founded in 1999. In Cittaslow, towns live slowly. Cittaslow has 200 members.</p>"""
    assert names_of(page(body, "Cittaslow Westsea")) == ["Cittaslow"]


def test_what_an_overview_names_and_a_heading_tells_of_is_one() -> None:
    body = """Networks</h1><p>We are members of these networks:</p><ul><li>League of Ports (LoP)</li>
        <li>Alliance of Towns (AoT)</li></ul><h2>League of Ports (LoP)</h2><p>The LoP is a network of 90 ports.</p>"""
    assert sorted(names_of(page(body))) == ["Alliance of Towns", "League of Ports"]


def test_a_heading_of_two_networks_names_neither_alone() -> None:
    body = """Our networks</h1><h2>CPMR and the North Sea Commission</h2><p>The county is a member of the North Sea
        Commission (NSC) and of the CPMR (Conference of Peripheral Maritime Regions).</p>"""
    assert "CPMR and the North Sea Commission" not in names_of(page(body))


def test_whoever_stands_before_a_deputy_is_sent_there() -> None:
    told = "<p>Ann Ek<br>Deputy: Tor Vik</p><p>Eva Ask<br>Deputy: Per Rode</p>"
    own = only(english("The LLR is a network.").replace("</body>", f"{told}</body>"))
    sent = sorted((one.person, one.deputy) for one in own.representatives)
    assert sent == [("Ann Ek", False), ("Eva Ask", False), ("Per Rode", True), ("Tor Vik", True)]


def test_a_date_with_which_a_sentence_on_the_network_begins_is_no_membership() -> None:
    own = only(english("The LLR is a network.", "Since May 1990, the network has been a consultant of the UN."))
    assert own.membership is None


def test_countries_and_parties_in_brackets_are_no_organisations() -> None:
    body = """Noticias</h1><p>La Diputación de Marovest participa en la Red de Puertos (RDP) con provincias de seis
        países (Francia, Italia, Bélgica y España).</p><p>La propuesta de adhesión es de Ana Ruiz (Moderados).</p>"""
    assert names_of(page(body, language="es")) == ["Red de Puertos"]


def test_on_a_page_about_one_the_box_headed_contact_is_whom_to_ask() -> None:
    box = "<aside><h2>Contact</h2><p>Ann Ek<br>Adviser<br>ann.ek@westsea.example.org</p></aside>"
    body = """Westsea in Eurocities</h1><p>Eurocities is a network of 200 cities. Westsea joined Eurocities in 1995.
        In Eurocities, cities share what they know. Eurocities was founded in 1986.</p>"""
    reading = reading_of(f'<html lang="en"><title>Eurocities</title><body>{box}<h1>{body}</body></html>')
    (own,) = reading.organisations
    assert [(one.person, one.email) for one in own.contacts] == [("Ann Ek", "ann.ek@westsea.example.org")]


def test_whom_to_ask_may_stand_below_for_more_information() -> None:
    body = """Eurocities</h1><p>Eurocities is a network of 200 cities.</p><h2>For more information</h2>
        <p>Ann Ek<br>Adviser<br><a href="mailto:ann.ek@westsea.example.org">ann.ek@westsea.example.org</a></p>"""
    (own,) = page(body, "Eurocities").organisations
    assert [one.person for one in own.contacts] == ["Ann Ek"]


def test_a_bold_line_between_an_organisation_and_its_delegates_is_no_hindrance() -> None:
    body = """Delegates</h1><h3>Association of Ports, general assembly</h3><p>The council appoints three delegates.</p>
        <p><strong>Legal basis</strong><br>Statutes, section 4.</p><p>Ann Ek<br>Deputy: Tor Vik</p>
        <p>Eva Ask<br>Deputy: Per Rode</p><p>Ida Lund<br>Deputy: Jan Berg</p>"""
    (own,) = page(body).organisations
    assert own.name.text == "Association of Ports"
    assert [one.person for one in own.representatives if one.deputy] == ["Tor Vik", "Per Rode", "Jan Berg"]
    assert [one.person for one in own.representatives if not one.deputy] == ["Ann Ek", "Eva Ask", "Ida Lund"]


def test_a_page_about_one_network_tells_whose_it_is_by_naming_the_authority_often() -> None:
    body = (
        "Nordsjökommissionen</h1><p>Kommissionen består av 32 regioner från åtta länder.</p>"
        "<p>Västra Havsregionen är under 2026 ordförande i Nordsjökommissionen genom Tora Ek (C), ledamot.</p>"
        "<p>Det innebär även att VHR ansvarar för Nordsjökommissionens sekretariat. Västra Havsregionen är stolt.</p>"
    )
    reading = page(body, "Nordsjökommissionen", "sv")
    (own,) = reading.organisations
    assert reading.authority == "Västra Havsregionen"
    assert {office.office for office in own.offices} == {"chair", "secretariat"}


def test_the_chair_of_a_networks_part_is_not_the_networks() -> None:
    body = (
        "Conference of Peripheral Maritime Regions (CPMR)</h1><p>CPMR bildades 1973 och är paraply för sex "
        "kommissioner, bland andra Nordsjökommissionen och Östersjökommissionen där Region Havet är medlem. Region "
        "Havet är ordförande i Nordsjökommissionen och ingår i CPMR:s styrelse. CPMR består av cirka 160 regioner.</p>"
    )
    whole, *parts = page(body, "CPMR", "sv").organisations
    assert not any(office.office == "chair" for office in whole.offices)
    assert {part.name.text: part.parent for part in parts} == {
        "Nordsjökommissionen": whole.name.text,
        "Östersjökommissionen": whole.name.text,
    }
    assert "founded" not in parts[0].figures
    assert [office.office for office in parts[0].offices] == ["chair"]


def test_a_known_abbreviation_behind_a_name_in_another_language_is_its() -> None:
    found = parse("Euroopan raja-alueiden liitto AEBR")
    assert found.name.text == "Euroopan raja-alueiden liitto"
    assert found.abbreviation is not None
    assert found.abbreviation[0] == "AEBR"


@pytest.mark.parametrize("heading", ["Interreg IVA Programme (IVA)", "Spring conference in Milan, May 2015"])
def test_programmes_and_events_are_no_organisations(heading: str) -> None:
    body = "Networks</h1><h2>Eurocities</h2><p>Eurocities is a network of 200 cities.</p>"
    assert names_of(page(f"{body}<h2>{heading}</h2><p>It has 30 members.</p>")) == ["Eurocities"]


def test_a_founding_in_one_clause_says_nothing_of_those_counted_in_the_next() -> None:
    body = (
        "Netzwerke</h1><h2>Eurocities</h2><p>Eurocities ist ein Netzwerk. Es wurde 1986 gegründet und verbindet die "
        "Regierungen von mehr als 130 Großstädten in 35 europäischen Ländern.</p>"
    )
    (own,) = page(body, "Netzwerke", "de").organisations
    assert own.figures["members"].value == 130


def test_neither_of_two_that_the_page_says_it_is_no_member_of_is_read() -> None:
    body = (
        "Networks</h1><p>Westsea County Council is a member of the Assembly of European Regions (AER). We have "
        "attended meetings of Eurocities and METREX as guests. We are not members of either.</p>"
    )
    assert names_of(page(body)) == ["Assembly of European Regions"]

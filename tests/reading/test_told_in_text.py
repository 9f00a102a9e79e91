"""What the text of a page tells in passing: lists in a sentence, groups of a network, whose the people are, dates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hansa.reading import people
from hansa.reading.languages import alternatives, languages
from hansa.reading.officials import officials
from hansa.reading.types import Organisation, Reading
from tests.reading.pages import reading_of


def page(language: str, title: str, *paragraphs: str) -> Reading:
    """What is read on a page with a heading and paragraphs; a paragraph that begins with “# ” is a heading below it."""
    body = "".join(f"<h2>{words[2:]}</h2>" if words.startswith("# ") else f"<p>{words}</p>" for words in paragraphs)
    html = f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title></head>'
    return reading_of(f"{html}<body><h1>{title}</h1>{body}</body></html>")


def names_of(reading: Reading) -> set[str]:
    return {organisation.name.text for organisation in reading.organisations}


def called(reading: Reading, name: str) -> Organisation:
    return next(one for one in reading.organisations if one.name.text == name)


def offices_of(organisation: Organisation) -> list[tuple[str, str | None]]:
    return [(office.office, office.person) for office in organisation.offices]


# Lists


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("sv", "Region Västerhav", "Därför samarbetar Region Västerhav i flera nätverk, Eurocities, METREX och Polis."),
        ("nl", "Gemeente Rijndam", "De netwerken waar de gemeente Rijndam lid van is: Eurocities, METREX en Polis."),
        (
            "pt",
            "Município de Marnova",
            "Adesão e participação em redes internacionais, como: Eurocities; METREX; Polis; UCCLA",
        ),
    ],
)
def test_networks_that_a_sentence_lists_are_found(language: str, title: str, sentence: str) -> None:
    assert {"Eurocities", "METREX", "Polis"} <= names_of(page(language, title, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The city has agreements of co-operation, a fund and a secretariat: Memorandum of Understanding, Baltic Fund.",
        "The city lies between Vienna, Budapest, Kraków and Kyoto.",
        "Our cooperation with four towns of Europe goes on: Lyon, Turin, Porto and Graz.",
    ],
)
def test_agreements_funds_and_places_are_no_networks(sentence: str) -> None:
    assert names_of(page("en", "City of Westsea", sentence)) == set()


def test_exchange_with_others_in_a_list_of_networks_is_none() -> None:
    items = "<ul><li>Eurocities</li><li>Polis</li><li>METREX</li><li>Samarbete med Tallinn</li></ul>"
    found = page("sv", "Malmö stad", "# Internationella nätverk", f"Malmö stad är medlem i:</p>{items}<p>")
    assert names_of(found) == {"Eurocities", "Polis", "METREX"}


# Groups of a network and its sections in countries


@pytest.mark.parametrize(
    ("language", "title", "whole", "sentence", "part"),
    [
        (
            "nl",
            "Stad Westgent",
            "Eurocities",
            "Schepen Tine Maas is voorzitter van het Environment Forum van Eurocities.",
            "Environment Forum",
        ),
        (
            "sv",
            "Malmby stad",
            "Eurocities",
            "Just nu är Anders Skog (S) vice ordförande i Social affairs forum.",
            "Social affairs forum",
        ),
        (
            "sv",
            "Region Västerhav",
            "Östersjökommissionen",
            "Peter Lind (S) är viceordförande för transportarbetsgruppen.",
            "transportarbetsgruppen",
        ),
        (
            "nn",
            "Vestfjord fylkeskommune",
            "Nordsjøkommisjonen",
            "Vi er medlem og samarbeider ikkje berre om klima. "
            "Den marine ressursgruppa i Nordsjøkommisjonen har valt fylkesvaraordførar Åshild Nes til vice chair.",
            "marine ressursgruppa",
        ),
    ],
)
def test_the_office_in_a_group_of_a_network_is_not_the_networks(
    language: str, title: str, whole: str, sentence: str, part: str
) -> None:
    found = page(language, title, f"# {whole}", sentence)
    assert names_of(found) == {whole}
    assert offices_of(called(found, whole)) == []
    assert any(f"“{part}” is a group of “{whole}”" in notice.message for notice in found.notices)


def test_a_committee_of_the_authority_is_no_group_of_the_network() -> None:
    found = page(
        "da",
        "Vestby Kommune",
        "# Eurocities",
        "Karen Holm, der er formand for Udvalget for Natur i Vestby Kommune, har været med siden 2010.",
    )
    assert names_of(found) == {"Eurocities"}


def test_the_chair_of_a_group_through_the_years_is_nobodys_chair_of_the_network() -> None:
    found = page(
        "sv",
        "Malmby stad",
        "# Eurocities",
        "Eurocities är ett nätverk av större städer.",
        "Genom åren har Malmby stad haft ordförande i olika forum.",
    )
    assert called(found, "Eurocities").offices == []


def test_a_part_of_the_umbrella_in_which_a_known_person_has_an_office_is_found() -> None:
    found = page(
        "nb",
        "Vestfjord fylkeskommune",
        "# Conference of Peripheral and Maritime Regions (CPMR)",
        "Fra fylkeskommunen deltar fylkespolitiker Andreas Leira (Arbeiderpartiet) på CPMRs generalforsamlinger.",
        "Leira er også visepresident i Nordsjøkommisjonen.",
    )
    part = called(found, "Nordsjøkommisjonen")
    assert offices_of(part) == [("vice-chair", "Andreas Leira")]
    assert part.parent == "Conference of Peripheral and Maritime Regions"


def test_the_section_of_a_network_in_a_country_is_its_part_with_its_own_figures() -> None:
    found = page(
        "sv",
        "Malmby stad",
        "# Kommunernas internationella miljöorganisation (KIMO)",
        "KIMO grundades 1990. Den nationella organisationen KIMO Sverige bildades år 2000.",
    )
    part = called(found, "KIMO Sverige")
    assert part.figures["founded"].value == 2000
    assert part.parent == "Kommunernas internationella miljöorganisation"


# Whose the people are


@pytest.mark.parametrize(
    ("language", "authority", "words", "person"),
    [
        ("es", "Diputación de Marsella", "El presidente de la Diputación de Marsella, Lorenzo Gil, va.", "Lorenzo Gil"),
        ("fi", "Rannikon liitto", "Hallituksessa on Rannikon liiton maakuntahallituksen jäsen Anna Salo.", "Anna Salo"),
        ("sv", "Region Västerhav", "Kerstin Ek (S) från Region Västerhav är ordförande i styrelsen.", "Kerstin Ek"),
        ("en", "Region Westsea", "Tor Vik, Director of Planning of Region Westsea, is on the board.", "Tor Vik"),
    ],
)  # fmt: skip
def test_who_has_a_title_of_the_authoritys_is_one_of_its_people(
    language: str, authority: str, words: str, person: str
) -> None:
    assert set(officials(words, languages()[language], authority)) == {person}


@pytest.mark.parametrize(
    "words",
    [
        "Inger Tveit, opposisjonsleder i Fjelldal fylkeskommune, er første visepresident i styret.",
        "Vestfjord fylkeskommune er medlem. Odd Nymoen er visepresident.",
    ],
)
def test_the_people_of_others_are_not_the_authoritys(words: str) -> None:
    assert officials(words, languages()["nb"], "Vestfjord fylkeskommune") == {}


def test_a_part_of_the_networks_own_name_is_nobody() -> None:
    found = page(
        "es",
        "Ayuntamiento de Marsella",
        "# Ciudades y Gobiernos Locales Unidos (CGLU)",
        "La alcaldesa Lucía Ferrer, actual vicepresidenta de Ciudades y Gobiernos Locales Unidos, viaja a la reunión.",
    )
    (own,) = found.organisations
    assert offices_of(own) == [("vice-chair", "Lucía Ferrer")]


def test_people_below_members_are_sent_there() -> None:
    found = page(
        "nl",
        "Gemeente Rijndam",
        "# Euregio Rijn-Waal",
        "De Euregio Rijn-Waal is een netwerk.",
        "Leden</p><ul><li>Toon van Gent (lid)</li><li>Maarten Bakker (plv. lid)</li></ul><p>",
    )
    (own,) = found.organisations
    assert [(one.person, one.deputy) for one in own.representatives] in (
        [("Toon van Gent", False), ("Maarten Bakker", True)],
        [],
    )


def test_joining_words_in_a_row_are_nobodys_name() -> None:
    assert people.everybody("Asta Lind i i Tor Vik", languages()["pl"]) is not None


# Whose page it is


def test_a_place_named_in_full_once_and_again_and_again_by_itself_is_the_authority() -> None:
    found = page(
        "es", "Redes", "La ciudad de Marsella mira al mundo.", "Marsella crece.", "En la red, Marsella tiene un papel."
    )
    assert found.authority == "ciudad de Marsella"


def test_a_sea_is_no_authority() -> None:
    found = page("en", "Networks", "Cities of the Baltic Sea region meet.", "The Baltic Sea region is large.")
    assert found.authority is None


# Figures and dates

LONGER = {  # words by which the language is told
    "en": "The network is for all of us, and we have been in it for a while.",
    "es": "La red es de todos y para todos, y está con nosotros desde hace años.",
    "fr": "Le réseau est pour tous et nous y sommes avec les autres.",
    "it": "La rete è di tutti e per tutti, e noi siamo con gli altri.",
    "nb": "Nettverket er ikke bare for oss, men også for de andre som er med.",
    "pt": "A rede é de todos e para todos, e nós estamos com os outros.",
    "sv": "Nätverket är inte bara för oss, utan också för de andra som är med.",
}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "value"),
    [
        ("nb", "Eurocities er et nettverk som består av 130 av de største byene i Europa.", "members", 130),
        ("it", "Eurocities conta oggi oltre 140 tra le più grandi municipalità di 39 paesi.", "members", 140),
        ("en", "Eurocities brings together 270 cities from 34 countries and 16 organisations.", "members", 270),
        ("es", "Eurocities reúne a 44 ciudades: 40 ciudades de la UE y cuatro de fuera.", "members", 44),
        ("fr", "Ses villes se trouvent dans plus de 120 Etats membres des Nations unies.", "countries", 120),
        ("sv", "Eurocities har funnits sedan 1986.", "founded", 1986),
        ("en", "Eurocities has, since its creation in 1986, worked for cities.", "founded", 1986),
        ("pt", "A rede foi formalizada em Bolonha, em 1994, enquanto associação.", "founded", 1994),
        ("nb", "Nettverket tok til i Italia i 1999.", "founded", 1999),
    ],
)  # fmt: skip
def test_a_figure_is_found_as_authorities_tell_it(language: str, sentence: str, kind: str, value: int) -> None:
    found = page(language, "Eurocities", LONGER[language], sentence)
    assert called(found, "Eurocities").figures[kind].value == value


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Les villes se trouvent dans huit régions du monde."),
        ("en", "The executive committee, made up of 12 members, meets in Brussels."),
        ("en", "The German section has 800 members."),
    ],
)
def test_what_is_counted_beside_the_members_is_not_their_number(language: str, sentence: str) -> None:
    found = page(language, "Eurocities", "Eurocities is a network of cities.", sentence)
    assert "members" not in called(found, "Eurocities").figures


@pytest.mark.parametrize(
    ("language", "authority", "sentence", "since"),
    [
        ("pt", "Município do Montejo", "O Município do Montejo aderiu, em julho de 2017, à Eurocities.", "2017-07"),
        ("sv", "Malmby stad", "I oktober 2016 antogs Malmby stad som associerad partner i Eurocities.", "2016-10"),
        ("da", "Kolby Kommune", "Kolby Kommune blev i 1997 medlem af Eurocities.", "1997"),
        ("sv", "Region Västerhav", "Region Västerhav blev medlem vid årsskiftet 2021/2022.", "2022"),
    ],
)  # fmt: skip
def test_since_when_the_authority_belongs_is_told_with_the_date_within_the_verb(
    language: str, authority: str, sentence: str, since: str
) -> None:
    found = page(language, authority, "# Eurocities", "Eurocities 2000.", sentence)
    membership = called(found, "Eurocities").membership
    assert membership is not None
    assert membership.since == since


def test_what_happened_later_behind_a_comma_is_not_when_the_authority_joined() -> None:
    found = page(
        "de",
        "Stadt Westburg",
        "# METREX",
        "Die Stadt Westburg wurde aufgenommen, im September 2011 erhielt sie in Hamburg die Urkunde.",
    )
    membership = called(found, "METREX").membership
    assert membership is None or membership.since != "2011-09"


# The words that are looked for


@given(some.lists(some.text("abcåäö ", min_size=1, max_size=6), max_size=8), some.text("abcåäö ", max_size=12))
def test_words_looked_for_together_are_found_like_words_looked_for_one_by_one(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"
    assert re.findall(alternatives(words), text) == re.findall(plain, text)


@given(some.text("abzÅÄÖåäöÉéÈèÑñÇçØøŁłßŻżĄąŚśÞþÐđ –’“", max_size=40))
def test_folding_twice_changes_nothing_and_leaves_no_accent(text: str) -> None:
    folded = people.bare(text)
    assert people.bare(folded) == folded
    assert not set(folded) & set("åäöéèñçøłß")


# Cases, and the one network of a page


@pytest.mark.parametrize(
    ("language", "title", "sentence", "name"),
    [
        (
            "pl",
            "Województwo Zachodnie",
            "Województwo Zachodnie jest aktywnym członkiem Euroregionu „Bałtyk”, jak również innych organizacji.",
            "Euroregion „Bałtyk”",
        ),
        (
            "pl",
            "Województwo Zachodnie",
            "Województwo Zachodnie jest członkiem i działa w Zgromadzeniu Regionów Europy w Strasburgu.",
            "Zgromadzenie Regionów Europy",
        ),
        (
            "fi",
            "Rannikon liitto",
            "Rannikon liitto on jäsen ja toimii aktiivisesti Euroopan alueiden neuvostossa.",
            "Euroopan alueiden neuvosto",
        ),
        ("fi", "Rannikon liitto", "Rannikon liitto on ollut Eurocitiesin jäsen vuodesta 1995.", "Eurocities"),
    ],
)
def test_a_name_is_kept_without_the_case_that_it_has_in_the_sentence(
    language: str, title: str, sentence: str, name: str
) -> None:
    assert names_of(page(language, title, sentence)) == {name}


def test_a_network_to_which_the_authority_belongs_besides_is_found_where_another_is_told_of() -> None:
    found = page(
        "fi",
        "Rannikon liitto",
        "# Euroopan alueiden neuvosto (AER)",
        "Euroopan alueiden neuvosto on verkosto. Lisäksi Rannikon liitto toimii aktiivisesti alueiden komiteassa.",
    )
    assert names_of(found) == {"Euroopan alueiden neuvosto", "alueiden komitea"}


def test_the_one_network_of_which_a_page_goes_on_speaking_is_what_it_is_about() -> None:
    found = page(
        "nl",
        "Regenboogstad",
        "Samenkomst van de leden van het Rainbow Cities Network in 2022.",
        "Onze stad is sinds september 2014 ook officieel een regenboogstad binnen het Rainbow Cities Network.",
    )
    assert names_of(found) == {"Rainbow Cities Network"}


def test_a_network_that_a_page_names_but_once_in_passing_is_not() -> None:
    found = page("nl", "Nieuws", "Vorig jaar kwam het Rainbow Cities Network bijeen in onze stad.")
    assert names_of(found) == set()


def test_a_name_that_begins_with_the_authoritys_own_place_is_not_parted_at_its_dash() -> None:
    items = "<ul><li>Eurocities</li><li>Mayors for Peace</li><li>Marnowo – Lorraine Foundation</li></ul>"
    found = page("pl", "Miasto Marnowo", f"Miasto Marnowo jest członkiem organizacji:</p>{items}<p>")
    assert names_of(found) == {"Eurocities", "Mayors for Peace", "Marnowo – Lorraine Foundation"}


def test_a_word_may_be_longer_than_functions_may_call_themselves() -> None:
    long = "Zweckverband" * 300
    assert re.findall(alternatives([long, "ZV"]), f"{long} (ZV)") == [long, "ZV"]

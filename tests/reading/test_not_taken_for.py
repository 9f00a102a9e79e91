"""What real pages have beside the facts, in every language, and what must not be made of it: a place is no person, the
years of a programme tell of no founding."""

from __future__ import annotations

import pytest

from hansa.reading import people
from hansa.reading.languages import languages
from hansa.reading.spoken import is_alike
from tests.reading.pages import text_of

# “The city of Nova Westsea was elected”, where a language joins the two by “of”: a name like that of a person.
OF_A_PLACE = {
    "en": "The city of Nova Westsea was elected to the presidency.",
    "nl": "Het voorzitterschap van de stad van Nova Westzee duurt twee jaar.",
    "fr": "La ville de Nova Marouest a été élue à la présidence.",
    "it": "La città di Nova Marovest è stata eletta alla presidenza.",
    "es": "La ciudad de Nova Marueste fue elegida para la presidencia.",
    "pt": "A cidade de Nova Maroeste foi eleita para a presidência.",
}
# A founding member, and beside it the years of a programme.
OF_A_PROGRAMME = {
    "en": "The city, a founding member of the network, is named in the programme for 2014-2020.",
    "sv": "Kommunen, som är en av grundarna av nätverket, nämns i programmet för 2014-2020.",
    "da": "Kommunen, der er en af stifterne af netværket, nævnes i programmet for 2014-2020.",
    "nb": "Kommunen, som er en av stifterne av nettverket, er nevnt i programmet for 2014-2020.",
    "nn": "Kommunen, som er ein av skiparane av nettverket, er nemnd i programmet for 2014-2020.",
    "fi": "Kaupunki, joka on verkoston perustajajäsen, mainitaan ohjelmassa 2014-2020.",
    "de": "Die Stadt, Gründungsmitglied des Netzwerks, wird im Programm 2014-2020 genannt.",
    "nl": "De gemeente, medeoprichter van het netwerk, wordt genoemd in het programma 2014-2020.",
    "fr": "La Ville, membre fondateur du réseau, est citée dans le programme 2014-2020.",
    "it": "Il Comune, membro fondatore della rete, è citato nel programma 2014-2020.",
    "es": "El Ayuntamiento, miembro fundador de la red, figura en el programa 2014-2020.",
    "pt": "O Município, membro fundador da rede, figura no programa 2014-2020.",
    "pl": "Miasto, członek założyciel sieci, jest wymienione w programie na lata 2014-2020.",
}


@pytest.mark.parametrize("code", OF_A_PLACE)
def test_a_place_behind_the_word_for_a_city_is_no_person(code: str) -> None:
    assert people.everybody(OF_A_PLACE[code], languages()[code]) == []


@pytest.mark.parametrize("code", OF_A_PROGRAMME)
def test_the_years_of_a_programme_tell_of_no_founding(code: str) -> None:
    eurocities, *_others = text_of("Eurocities", OF_A_PROGRAMME[code]).organisations
    assert "founded" not in eurocities.figures
    assert eurocities.membership is None or eurocities.membership.since is None


# A headline that ends with a network's name in capitals, and says what it is.
IN_CAPITALS = {
    "en": "Joining the European cities network EUROCITIES",
    "sv": "Anslutning till det europeiska nätverket EUROCITIES",
    "da": "Indmeldelse i det europæiske netværk EUROCITIES",
    "nb": "Innmelding i det europeiske nettverket EUROCITIES",
    "nn": "Innmelding i det europeiske nettverket EUROCITIES",
    "fi": "Liittyminen eurooppalaiseen verkostoon EUROCITIES",
    "de": "Beitritt zum europäischen Städtenetzwerk EUROCITIES",
    "nl": "Toetreding tot het Europese stedennetwerk EUROCITIES",
    "fr": "Adhésion au réseau européen de villes EUROCITIES",
    "it": "Adesione alla rete europea di città EUROCITIES",
    "es": "Adhesión a la red europea de ciudades EUROCITIES",
    "pt": "Adesão à rede europeia de cidades EUROCITIES",
    "pl": "Przystąpienie do europejskiej sieci miast EUROCITIES",
}
MEMBER = {
    "en": "The city has been a member of EUROCITIES since 2009.",
    "sv": "Kommunen är medlem i EUROCITIES sedan 2009.",
    "da": "Kommunen har været medlem af EUROCITIES siden 2009.",
    "nb": "Kommunen har vært medlem av EUROCITIES siden 2009.",
    "nn": "Kommunen har vore medlem av EUROCITIES sidan 2009.",
    "fi": "Kaupunki on ollut EUROCITIES-verkoston jäsen vuodesta 2009.",
    "de": "Die Stadt ist seit 2009 Mitglied von EUROCITIES.",
    "nl": "De gemeente is sinds 2009 lid van EUROCITIES.",
    "fr": "La Ville est membre d'EUROCITIES depuis 2009.",
    "it": "Il Comune è membro di EUROCITIES dal 2009.",
    "es": "El Ayuntamiento es miembro de EUROCITIES desde 2009.",
    "pt": "O Município é membro da EUROCITIES desde 2009.",
    "pl": "Miasto jest członkiem EUROCITIES od 2009 roku.",
}


@pytest.mark.parametrize("code", IN_CAPITALS)
def test_a_headline_that_ends_in_a_network_in_capitals_is_called_by_that(code: str) -> None:
    (one,) = text_of(IN_CAPITALS[code], MEMBER[code]).organisations
    assert (one.name.text, one.abbreviation) == ("EUROCITIES", None)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("grone kommunar", "grone kommuner", True),
        ("energie cities", "energy cities", True),
        ("cities for cyclists", "cities for cyclists'", True),
        ("baltic sea commission", "baltic sea committee", False),
        ("fair cities", "fast cities", False),
        ("eurocities", "eurocitie", False),
    ],
)
def test_a_name_spelled_in_another_way_is_the_same(one: str, other: str, alike: bool) -> None:
    assert is_alike({one}, other) is alike


# An authority of two places, which the page calls so each time.
OF_TWO_PLACES = {
    "en": ("Dale and Firth Council", "Dale and Firth Council is a member of Eurocities."),
    "sv": ("Dalsjö och Fjärde kommun", "Dalsjö och Fjärde kommun är medlem i Eurocities."),
    "da": ("Dalby og Fjordby Kommune", "Dalby og Fjordby Kommune er medlem af Eurocities."),
    "nb": (
        "Dalsmark og Fjordmark fylkeskommune",
        "Dalsmark og Fjordmark fylkeskommune er medlem av Eurocities, et nettverk for europeiske byer.",
    ),
    "nn": (
        "Dalsmark og Fjordmark fylkeskommune",
        "Dalsmark og Fjordmark fylkeskommune er medlem i Eurocities, eit nettverk mellom byar som ikkje er små.",
    ),
}


@pytest.mark.parametrize("code", OF_TWO_PLACES)
def test_an_authority_of_two_places_has_both_in_its_name(code: str) -> None:
    name, sentence = OF_TWO_PLACES[code]
    assert text_of("Eurocities", sentence).authority == name


@pytest.mark.parametrize(
    "sentences",
    [
        "La Région était représentée. Gaspard Vernet a invité les membres d'Eurocities à Lyon.",  # nobody's first name
        "Burmistrz oraz Sekretarz Gminy wzięli udział w spotkaniu sieci Eurocities.",
        "El Consejo de Gobierno de la RECS se reunió ayer.",
    ],
)
def test_a_person_a_post_and_a_body_are_no_authority(sentences: str) -> None:
    assert text_of("Eurocities", sentences).authority is None

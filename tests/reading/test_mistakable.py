"""What is easily mistaken: sentences that speak of contacts, seats, offices, dates and numbers of somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.people import bare
from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

TABLE = Path(__file__).parent / "languages" / "mistakable.tsv"
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
# Of each language: the authority, a title, a sentence on the authority, and one that tells nothing of a network.
PAGES = {
    "sv": ("Västsjö kommun", "Europeiska nätverk", "är medlem i flera europeiska nätverk", "Ett nätverk för städer."),
    "en": ("Westsea Council", "European networks", "is a member of several European networks", "A network of cities."),
    "da": ("Vestsø Kommune", "Europæiske netværk", "er medlem af flere europæiske netværk", "Et netværk for byer."),
    "nb": ("Vestvik kommune", "Europeiske nettverk", "er medlem av flere europeiske nettverk", "Et nettverk for byer."),
    "nn": (
        "Vestvik kommune",
        "Europeiske nettverk",
        "er medlem i fleire europeiske nettverk",
        "Eit byanettverk.",
    ),
    "fi": ("Länsijärven kaupunki", "Verkostot", "on jäsenenä useissa verkostoissa", "Kaupunkien verkosto."),
    "de": ("Stadt Westsee", "Netzwerke", "ist Mitglied in mehreren Netzwerken", "Ein Netzwerk von Städten."),
    "nl": ("Gemeente Westmeer", "Netwerken", "is lid van verschillende netwerken", "Een netwerk van steden."),
    "fr": ("Ville de Valmer", "Réseaux", "est membre de plusieurs réseaux", "Un réseau de villes."),
    "it": ("Comune di Valmare", "Reti europee", "aderisce a diverse reti europee", "Una rete di città."),
    "es": ("Ayuntamiento de Valmar", "Redes", "es miembro de varias redes", "Una red de ciudades."),
    "pl": ("Gmina Wielkowo", "Sieci europejskie", "jest członkiem kilku sieci europejskich", "Sieć miast."),
    "pt": ("Município de Valmar", "Redes", "é membro de várias redes", "Uma rede de cidades."),
}


def page(code: str, place: str, words: str) -> str:
    authority, title, said, plain = PAGES[code]
    own = "".join(f"<p>{one}</p>" for one in words.split("|"))
    sections = "".join(
        f"<h2>{name}</h2><p>{plain}</p>{own if place == 'section' and name == 'Energy Cities' else ''}"
        for name in ("Eurocities", "Energy Cities", "Polis")
    )
    last = own if place == "foot" else ""
    return (
        f'<!DOCTYPE html><html lang="{code}"><head><title>{title} – {authority}</title></head><body><main>'
        f"<h1>{title}</h1><p>{authority} {said}.</p>{sections}{last}</main></body></html>"
    )


def found(organisation: Organisation) -> set[str]:
    """All that is found of what may be mistaken, as the table has it."""
    told = {f"person={one.person}" for one in organisation.contacts if one.person}
    told |= {f"unit={one.unit}" for one in organisation.contacts if one.unit}
    told |= {f"email={one.email}" for one in organisation.contacts if one.email}
    told |= {f"phone={one.phone}" for one in organisation.contacts if one.phone}
    told |= {
        f"{'deputy' if one.deputy else 'rep'}={one.person}" + (f" ({one.party})" if one.party else "")
        for one in organisation.representatives
    }
    told |= {
        f"office={one.office}:{one.person or ''}" + (f" ({one.party})" if one.party else "")
        for one in organisation.offices
    }
    if membership := organisation.membership:
        told |= {f"since={membership.since}"} if membership.since else set()
        told |= {f"committee={membership.committee}"} if membership.committee else set()
    if "members" in organisation.figures:
        told.add(f"members={organisation.figures['members'].value}")
    return {bare(one).rstrip(". ") for one in told}


@pytest.mark.parametrize(("about", "code", "place", "expected", "words"), ROWS)
def test_nothing_is_found_but_what_the_words_tell(about: str, code: str, place: str, expected: str, words: str) -> None:
    read = {one.name.text: found(one) for one in reading_of(page(code, place, words)).organisations}
    wanted = set() if expected == "-" else {one.rstrip(". ") for one in expected.split(";")}
    assert (read["Energy Cities"], read["Eurocities"], read["Polis"]) == (wanted, set(), set()), about


def test_every_construction_is_told_in_many_languages() -> None:
    languages = {about: {code for told, code, *_rest in ROWS if told == about} for about, *_others in ROWS}
    assert min(map(len, languages.values())) > len(PAGES) / 2


@pytest.mark.parametrize(
    ("code", "words", "unit"),
    [
        ("pt", "Contacto: Dra. Graça Montenegro Paiva, Gabinete de Relações Internacionais", "gabinete de relacoes"),
        ("es", "Contacto: Dra. Gracia Montenegro Paiva, Oficina de Relaciones Europeas", "oficina de relaciones"),
    ],
)
def test_a_title_with_a_name_that_was_not_understood_is_no_unit(code: str, words: str, unit: str) -> None:
    html = page(code, "section", words)
    own = next(one for one in reading_of(html).organisations if one.name.text == "Energy Cities")
    units = [one for one in found(own) if one.startswith("unit=")]
    assert [one.startswith(f"unit={unit}") for one in units] == [True]

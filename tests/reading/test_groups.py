"""A network's groups to which the authority belongs, named in the network's own section: a notice tells of them."""

from __future__ import annotations

import pytest

from hansa.reading.types import Reading
from tests.reading.pages import names_of, text_of

PAGES = {
    "en": ("Our networks", "Westsea City Council has been a member since 1999."),
    "sv": ("Våra nätverk", "Sunde kommun är medlem sedan 1999."),
    "da": ("Vores netværk", "Sundby Kommune har været medlem siden 1999."),
    "nb": ("Nettverkene våre", "Sundvik kommune har vært medlem siden 1999."),
    "nn": ("Nettverka våre", "Sundvik kommune har vore medlem sidan 1999."),
    "de": ("Unsere Netzwerke", "Die Stadt Nordheim ist seit 1999 Mitglied."),
    "nl": ("Onze netwerken", "De gemeente Zandwijk is lid sinds 1999."),
    "fr": ("Nos réseaux", "La Ville de Valmer est membre depuis 1999."),
    "it": ("Le nostre reti", "Il Comune di Marina Alta è membro dal 1999."),
    "es": ("Nuestras redes", "El Ayuntamiento de Villamar es miembro desde 1999."),
    "pt": ("As nossas redes", "O Município de Vila Alta é membro desde 1999."),
    "pl": ("Nasze sieci", "Miasto Morzewo jest członkiem od 1999 roku."),
}


def groups_of(reading: Reading) -> list[str]:
    """The groups of which a notice tells."""
    told = (notice.message for notice in reading.notices if notice.code == "organisation-in-passing")
    return [message.partition("”")[0].strip("“") for message in told if "is a group of" in message]


@pytest.mark.parametrize(
    ("code", "sentence", "group"),
    [
        ("en", "The Council is also a member of the working group Transport.", "working group Transport"),
        ("sv", "Kommunen är också med i arbetsgruppen Transport.", "arbetsgruppen Transport"),
        ("da", "Kommunen er også medlem af arbejdsgruppen om hjemløshed.", "arbejdsgruppen om hjemløshed"),
        ("nb", "Kommunen er med i arbeidsgruppen for mobilitet.", "arbeidsgruppen for mobilitet"),
        ("nn", "Kommunen er med i arbeidsgruppa for mobilitet.", "arbeidsgruppa for mobilitet"),
        ("de", "Die Stadt ist Mitglied der Arbeitsgruppe Mobilität.", "Arbeitsgruppe Mobilität"),
        ("nl", "De gemeente neemt ook deel aan de werkgroep Cultuur van Polis.", "werkgroep Cultuur"),
        ("fr", "La Ville participe au groupe de travail Mobilité.", "groupe de travail Mobilité"),
        ("it", "Il Comune fa parte del gruppo di lavoro Mobilità.", "gruppo di lavoro Mobilità"),
        ("es", "El Ayuntamiento forma parte del grupo de trabajo Movilidad.", "grupo de trabajo Movilidad"),
        ("pt", "O Município participa no grupo de trabalho Mobilidade.", "grupo de trabalho Mobilidade"),
    ],
)
def test_a_group_that_the_networks_section_says_the_authority_is_in_is_told_of(
    code: str, sentence: str, group: str
) -> None:
    heading, ours = PAGES[code]
    found = text_of(heading, "", "Polis", "", f"{ours} {sentence}", "", "Energy Cities", "", ours)
    assert names_of(found) == ["Polis", "Energy Cities"]
    assert groups_of(found) == [group]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("pt", "O Município é membro do Grupo de Ação Local."),
        ("da", "Kommunen er medlem af Sundhedsudvalget."),
        ("en", "The Council has no seat on the working group Transport."),
        ("en", "The working group on housing has twelve members."),
        ("sv", "Mid North European Office i arbetsgruppen Energi följer frågan."),
    ],
)
def test_a_group_of_others_or_of_the_authority_is_none_of_the_networks(code: str, sentence: str) -> None:
    heading, ours = PAGES[code]
    found = text_of(heading, "", "Polis", "", f"{ours} {sentence}", "", "Energy Cities", "", ours)
    assert names_of(found) == ["Polis", "Energy Cities"]
    assert groups_of(found) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("KIMO Norway is chaired by Karmøy.", ["KIMO", "Polis"]),
        ("KIMO Norway was founded in 1990.", ["KIMO", "KIMO Norway", "Polis"]),
    ],
)
def test_a_section_in_a_country_is_told_of_but_not_where_others_lead_it(sentence: str, found: list[str]) -> None:
    heading, ours = PAGES["en"]
    page = text_of(heading, "", "KIMO", "", f"{ours} {sentence}", "", "Polis", "", ours)
    assert names_of(page) == found


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "In the North Sea Commission the Council is represented by Councillor Anna Holt (Lab)."),
        ("sv", "I Nordsjökommissionen företräds kommunen av kommunalrådet Anna Holt (S)."),
        ("da", "I Nordsøkommissionen repræsenteres kommunen af borgmester Anna Holt (A)."),
        ("nb", "I Nordsjøkommisjonen representeres kommunen av ordfører Anna Holt (Ap)."),
        ("nl", "Wethouder Anna Holt (PvdA) vertegenwoordigt de gemeente in de Noordzeecommissie."),
        ("fr", "À la Commission Arc Atlantique, la Ville est représentée par l'adjointe Anne Houlle (PS)."),
        ("es", "En la Comisión Arco Atlántico representa al Ayuntamiento la concejala Ana Olmedo (PSOE)."),
    ],
)
def test_who_is_in_a_known_part_of_a_network_is_not_the_networks(code: str, sentence: str) -> None:
    title, member = PAGES[code]
    found = text_of(title, "CPMR", f"{member} {sentence}").organisations
    assert [one.representatives for one in found if one.name.text == "CPMR"] == [[]]


SEATS = [
    ("en", "In the Culture Forum of Polis the Council is represented by Councillor Anna Holt (Lab).", "Culture Forum"),
    ("sv", "I Polis Culture Forum företräds kommunen av kommunalrådet Anna Holt (S).", "Culture Forum"),
    ("da", "I arbejdsgruppen Mobility repræsenteres kommunen af borgmester Anna Holt (A).", "arbejdsgruppen Mobility"),
    ("nb", "I arbeidsgruppen Mobilitet representeres kommunen av ordfører Anna Holt (Ap).", "arbeidsgruppen Mobilitet"),
    (
        "nn",
        "I arbeidsgruppa Mobilitet er kommunen representert ved ordførar Anna Holt (Ap).",
        "arbeidsgruppa Mobilitet",
    ),
    (
        "de",
        "In der Arbeitsgruppe Mobilität wird die Stadt durch Stadträtin Anna Holt (SPD) vertreten.",
        "Arbeitsgruppe Mobilität",
    ),
    (
        "nl",
        "In de werkgroep Mobiliteit wordt de gemeente vertegenwoordigd door wethouder Anna Holt (PvdA).",
        "werkgroep Mobiliteit",
    ),
    (
        "fr",
        "Au groupe de travail Mobilité, la Ville est représentée par l'adjointe Anne Houlle (PS).",
        "groupe de travail Mobilité",
    ),
    (
        "it",
        "Nel gruppo di lavoro Mobilità il Comune è rappresentato dall'assessora Anna Verdi (PD).",
        "gruppo di lavoro Mobilità",
    ),
    (
        "es",
        "En el grupo de trabajo Movilidad representa al Ayuntamiento la concejala Ana Olmedo (PSOE).",
        "grupo de trabajo Movilidad",
    ),
    (
        "pt",
        "No grupo de trabalho Mobilidade o Município é representado pela vereadora Ana Olmo (PS).",
        "grupo de trabalho Mobilidade",
    ),
    ("pl", "W Forum Kultury miasto reprezentuje radna Anna Holt (KO).", "Forum Kultury"),
]


@pytest.mark.parametrize(("code", "sentence", "group"), SEATS)
def test_a_group_in_which_somebody_sits_for_the_authority_is_told_of(code: str, sentence: str, group: str) -> None:
    heading, ours = PAGES[code]
    found = text_of(heading, "", "Polis", "", f"{ours} {sentence}", "", "Energy Cities", "", ours)
    assert names_of(found) == ["Polis", "Energy Cities"]
    assert groups_of(found) == [group]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nb", "På årsmøtet møter lederen i kulturutvalget, Anna Holt (Ap)."),
        ("nn", "Leiar i levekårsutvalet, Anna Holt (Ap), representerer oss."),
        ("pl", "W Europejskim Komitecie Regionów przedstawicielem miasta jest radna Anna Holt (KO)."),
        ("en", "The chair of the Transport Committee, Cllr Anna Holt (Lab), represents us."),
        ("fr", "Le groupe de travail Mobilité est présidé par une élue de Gand."),
        ("de", "In der Arbeitsgruppe Mobilität arbeiten zwölf Städte mit."),
    ],
)
def test_a_committee_at_home_and_a_group_of_others_are_none(code: str, sentence: str) -> None:
    heading, ours = PAGES[code]
    found = text_of(heading, "", "Polis", "", f"{ours} {sentence}", "", "Energy Cities", "", ours)
    assert groups_of(found) == []
    assert not any(one.parent for one in found.organisations)


def test_two_groups_that_an_and_joins_are_both_told_of() -> None:
    heading, ours = PAGES["en"]
    told = f"{ours} The Council takes part in the Culture Forum and in the Mobility Forum."
    found = text_of(heading, "", "Polis", "", told, "", "Energy Cities", "", ours)
    assert names_of(found) == ["Polis", "Energy Cities"]
    assert groups_of(found) == ["Culture Forum", "Mobility Forum"]


def test_a_group_in_a_finnish_case_is_called_by_its_nominative() -> None:
    told = "Kaupunki on jäsen vuodesta 1999. Kaupunki on jäsenenä verkoston ympäristöfoorumissa."
    found = text_of("Verkostomme", "", "Polis", "", told, "", "Energy Cities", "", "Kaupunki on jäsen vuodesta 2001.")
    assert groups_of(found) == ["ympäristöfoorumi"]

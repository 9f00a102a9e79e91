"""What the sentences of bare text say of networks: that one is the authority's, its figures, dates, offices, people."""

from __future__ import annotations

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import named, names_of, text_of

INTRODUCTION = "The City of Westport takes part in the European networks below, in order to learn from other cities."


def eurocities(sentence: str) -> Organisation:
    """What is read of Eurocities where this sentence stands below its name."""
    found = text_of("Our networks", INTRODUCTION, "Eurocities", f"Eurocities is a network. {sentence}")
    return named(found, "Eurocities")


# Networks that are known by name


def test_a_network_that_is_known_by_name_and_plainly_named_is_the_authoritys() -> None:
    found = text_of(
        "Climate", "The climate is a matter for cities.", "Our work in Westport follows what Energy Cities has set out."
    )
    assert names_of(found) == ["Energy Cities"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year Energy Cities met in Westport.",
        "Those at work in Bigport follow what Energy Cities has set out.",
        "Westport follows the work of Energy Cities without being a member.",
        "Westport is not a member of Energy Cities.",
        "Westport left Energy Cities.",
    ],
)
def test_events_and_denials_make_none_of_it(sentence: str) -> None:
    assert names_of(text_of("Climate", "The climate is a matter for cities.", sentence)) == []


def test_not_only_denies_nothing() -> None:
    found = text_of("Westport abroad", "The City of Westport is not only a member of Eurocities but also of Polis.")
    assert names_of(found) == ["Eurocities", "Polis"]


# Figures


@pytest.mark.parametrize(
    ("sentence", "members", "countries"),
    [
        ("More than 140 cities of the world share open standards.", 140, None),
        ("In Eurocities 130 cities all over Europe have one voice.", 130, None),
        ("The network is active in 100+ countries and has 2,500 members.", 2500, 100),
    ],
)
def test_figures_that_a_description_begins_with(sentence: str, members: int | None, countries: int | None) -> None:
    found = named(text_of("Our networks", INTRODUCTION, "Eurocities", sentence), "Eurocities").figures
    told = {kind: found[kind].value if kind in found else None for kind in ("members", "countries")}
    assert told == {"members": members, "countries": countries}


def test_member_countries_from_states_are_members() -> None:
    found = text_of(
        "Unsere Netzwerke",
        "Die Stadt Westhafen ist Mitglied in diesen Netzwerken.",
        "ARGE ALP",
        "Zehn Mitgliedsländer aus vier Staaten bilden die ARGE ALP.",
    )
    figures = named(found, "ARGE ALP").figures
    assert (figures["members"].value, figures["countries"].value) == (10, 4)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our membership began in 2007.",
        "The network established a working group on housing in 2012.",
        "Westport has been there since 1998.",
    ],
)
def test_what_else_began_in_a_year_founds_no_network(sentence: str) -> None:
    found = eurocities(sentence)
    assert "founded" not in found.figures


# Dates, offices, people


@pytest.mark.parametrize(
    "sentence",
    [
        "Westport has been a member of the board since 2020.",
        "Since 2020 Westport has been a member of its executive board.",
        "Westport has been taking part since 2015 in the working group on climate.",
    ],
)
def test_the_year_of_an_office_or_a_group_is_not_that_of_joining(sentence: str) -> None:
    found = eurocities(sentence)
    assert found.membership is None or found.membership.since is None


def test_an_abbreviation_in_brackets_parts_nothing() -> None:
    found = text_of(
        "Verkostot",
        "Länsisataman kaupunki on mukana näissä verkostoissa.",
        "European Social Network (ESN)",
        "ESN on verkosto. Länsisatama liittyi ESN:n jäseneksi tammikuussa 2024.",
    )
    membership = named(found, "ESN").membership
    assert membership is not None
    assert membership.since == "2024-01"


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("The secretariat is run by the city.", [("secretariat", None)]),
        ("The city of Ghent holds the presidency.", []),
        ("Westport chairs the working group on housing.", []),
        ("Westport chairs the network.", [("chair", None)]),
    ],
)
def test_whose_office_it_is(sentence: str, offices: list[tuple[str, str | None]]) -> None:
    found = eurocities(sentence)
    assert [(office.office, office.person) for office in found.offices] == offices


def test_all_who_stand_behind_the_word_for_deputies_are_deputies() -> None:
    found = text_of(
        "Våra nätverk",
        "Västhamns kommun är med i nätverken.",
        "Eurocities",
        "Eurocities är ett nätverk. Kommunfullmäktige har utsett Maria Alm (S) till ombud. Ersättare är Tove Ek (V) "
        "och Ulf Ry (L).",
    )
    people = {one.person: one.deputy for one in named(found, "Eurocities").representatives}
    assert people == {"Maria Alm": False, "Tove Ek": True, "Ulf Ry": True}


def test_an_organisation_with_a_country_for_a_party_is_no_person() -> None:
    found = text_of(
        "Samarbeten",
        "Region Väst är med i ett nätverk.",
        "Euroregion Baltic (ERB)",
        "Euroregion Baltic är ett samarbete. Med är Region Väst, Kommunförbundet Syd (SE) och Klaipeda län (LT).",
    )
    assert named(found, "ERB").representatives == []


# Membership and offices


@pytest.mark.parametrize(
    "item",
    [
        "Eurocities (since 2012)",
        "Eurocities since 2012",
        "Eurocities – joined 2012",
        "Eurocities, member since 2012",
    ],
)
def test_since_when_stands_behind_a_listed_name(item: str) -> None:
    found = text_of("Our networks", "We are members of:", f"- {item}\n- Polis\n- Energy Cities")
    assert names_of(found) == ["Eurocities", "Polis", "Energy Cities"]
    assert named(found, "Eurocities").other_names == []
    membership = named(found, "Eurocities").membership
    assert membership is not None
    assert membership.since == "2012"


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Deteniamo la presidenza della rete.", "chair"),
        ("Presiediamo la rete.", "chair"),
        ("Ospitiamo il segretariato.", "secretariat"),
    ],
)
def test_a_verb_may_say_we_by_its_ending(sentence: str, office: str) -> None:
    found = text_of(
        "Le nostre reti",
        "La Regione Piana fa parte di reti europee.",
        "Eurocities",
        f"Eurocities è una rete. {sentence}",
    )
    assert [held.office for held in named(found, "Eurocities").offices] == [office]


def test_an_office_does_not_begin_when_the_authority_joined() -> None:
    found = text_of(
        "Our networks",
        INTRODUCTION,
        "Eurocities",
        "Eurocities is a network. Westport joined in 1991 and holds the presidency.",
    )
    assert [(held.office, held.since) for held in named(found, "Eurocities").offices] == [("chair", None)]
    membership = named(found, "Eurocities").membership
    assert membership is not None
    assert membership.since == "1991"


def test_the_authority_is_no_unit_to_ask() -> None:
    found = text_of(
        "Redes", "La Diputación de Valmonte participa en redes.", "Eurocities",
        "Eurocities es una red. La Diputación mantiene un contacto permanente con la red.",
    )  # fmt: skip
    assert named(found, "Eurocities").contacts == []


def test_thousands_in_digits_and_a_word() -> None:
    found = text_of("Redes", "La Diputación de Valmonte participa en redes.", "Eurocities",
                 "Eurocities es una red. Agrupa a más de 10 mil ciudades.")  # fmt: skip
    members = named(found, "Eurocities").figures["members"]
    assert (members.value, members.approximate) == (10_000, True)


def test_a_known_network_that_is_but_named_is_doubtful() -> None:
    found = text_of("International work", "The City of Westport meets many cities in Eurocities.")
    belonging = text_of("International work", "The City of Westport is a member of Eurocities, a network of cities.")
    assert named(found, "Eurocities").confidence["name"] < named(belonging, "Eurocities").confidence["name"] < 0.9

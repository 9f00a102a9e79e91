"""Contacts and representatives: persons told from units, with titles, parties, telephones."""

from __future__ import annotations

import pytest

from hansa.reading.languages import languages
from hansa.reading.owners import belongs_to, with_separators
from hansa.reading.people import everybody
from hansa.reading.types import Contact
from tests.reading.pages import codes, english, only, reading_of, section, words

TOLD = "HRF är ett nätverk."


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Kontakt: Asta Lindqvist, enheten för omvärld", Contact("Asta Lindqvist", None, "enheten för omvärld")),
        ("Kontaktperson: Bo-Erik Åkesson", Contact("Bo-Erik Åkesson")),
        ("Kontakt: Enheten för omvärld", Contact(None, None, "Enheten för omvärld")),
        ("Kontakt: Kulturkontoret, enheten för film", Contact(None, None, "Kulturkontoret, enheten för film")),
        (
            "Kontakt: Tora Maria Ek, avdelning näringsliv/Light Commission Secretariat",
            Contact("Tora Maria Ek", None, "avdelning näringsliv/Light Commission Secretariat"),
        ),
        (
            "Kontakt: Asta Lindqvist, strateg, koncernstab regional utveckling",
            Contact("Asta Lindqvist", "strateg", "koncernstab regional utveckling"),
        ),
        (
            "Kontakt: Asta Lindqvist, enheten för omvärld, asta.lindqvist@vasterhav.se",
            Contact("Asta Lindqvist", None, "enheten för omvärld", "asta.lindqvist@vasterhav.se"),
        ),
        (
            "Kontakt: Asta Lindqvist, enheten för omvärld, tel. 010-123 45 67",
            Contact("Asta Lindqvist", None, "enheten för omvärld", None, "+46101234567"),
        ),
    ],
)
def test_a_swedish_contact_is_taken_apart(line: str, contact: Contact) -> None:
    assert only(section(TOLD, line)).contacts == [contact]


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Contact: Asta Lindqvist, International unit", Contact("Asta Lindqvist", None, "International unit")),
        ("Contact: Department of Culture", Contact(None, None, "Department of Culture")),
        ("Contact person: Owen O’Dell, EU coordinator", Contact("Owen O’Dell", "EU coordinator")),
        ("Contact: Mia van der Berg, Brussels office", Contact("Mia van der Berg", None, "Brussels office")),
        ("Contact: Owen Dell, +44 20 7946 0018", Contact("Owen Dell", None, None, None, "+442079460018")),
    ],
)
def test_an_english_contact_is_taken_apart(line: str, contact: Contact) -> None:
    assert only(english("The LLR is a network.", line)).contacts == [contact]


def test_each_part_of_a_contact_shows_its_words() -> None:
    reading = reading_of(section(TOLD, "Kontakt: Asta Lindqvist, enheten för omvärld"))
    (found,) = reading.organisations
    assert words(reading, found, "contacts.0.person") == "Asta Lindqvist"
    assert words(reading, found, "contacts.0.unit") == "enheten för omvärld"


def test_a_contact_in_a_table_or_a_list_is_read_as_one_in_a_line_is() -> None:
    page = english("The LLR is a network.").replace(
        "</body>", "<dl><dt>Contact</dt><dd>Asta Lindqvist, International unit</dd></dl></body>"
    )
    assert only(page).contacts == [Contact("Asta Lindqvist", None, "International unit")]


def test_a_contact_of_nothing_becomes_a_notice() -> None:
    reading = reading_of(section(TOLD, "Kontakt: 0000"))
    assert reading.organisations[0].contacts == []
    assert "contact-not-understood" in codes(reading)


def test_the_networks_own_secretariat_is_not_the_authoritys_contact() -> None:
    page = section(TOLD, "Kontakt: Enheten för omvärld", "Nätverkets sekretariat: Hamngatan 1, Riga, info@hrf.eu")
    found = only(page)
    assert found.contacts == [Contact(None, None, "Enheten för omvärld")]
    assert "info@hrf.eu" in reading_of(page).unassigned_emails


def test_representatives_and_deputies_are_listed_with_their_parties() -> None:
    page = section(
        TOLD,
        "Företrädare: Tora Ek (C), Nils von Hamn (M) och Åsa Öberg-Ärlig (S)",
        "Ersättare: Bo-Erik Åkesson (V)",
        "Kontakt: Enheten för omvärld",
    )
    people = [(p.person, p.party, p.deputy) for p in only(page).representatives]
    assert people == [
        ("Tora Ek", "C", False),
        ("Nils von Hamn", "M", False),
        ("Åsa Öberg-Ärlig", "S", False),
        ("Bo-Erik Åkesson", "V", True),
    ]


def test_representatives_may_stand_in_a_list_below_their_heading() -> None:
    page = english("The LLR is a network.").replace(
        "</body>", "<h3>Representatives</h3><ul><li>Tora Ek (Green)</li><li>Nils Hamn (Lab)</li></ul></body>"
    )
    assert [(p.person, p.party) for p in only(page).representatives] == [("Tora Ek", "Green"), ("Nils Hamn", "Lab")]


def test_a_sentence_may_say_who_represents_the_authority() -> None:
    told = "Regionrådet Tora Ek (C) företräder Region Västerhav i förbundet."
    assert [(p.person, p.party) for p in only(section(TOLD, told)).representatives] == [("Tora Ek", "C")]
    other = "Regionrådet Tora Ek (C) företräder Riga i förbundet."
    assert only(section(TOLD, other)).representatives == []


def test_no_people_behind_a_label_for_people_becomes_a_notice() -> None:
    assert "people-not-understood" in codes(reading_of(section(TOLD, "Företrädare: utses i höst")))


def test_a_unit_is_never_taken_for_a_person() -> None:
    swedish = languages()["sv"]
    assert everybody("Enheten Externa Relationer, Regionala Utvecklingsnämnden, Region Västerhav", swedish) == []


@pytest.mark.parametrize(
    ("email", "name", "fits"),
    [
        ("asta.lindqvist@x.se", "Asta Lindqvist", True),
        ("asa.oberg-arlig@x.se", "Åsa Öberg-Ärlig", True),
        ("tora.ek@x.se", "Tora Maria Ek", True),
        ("t.ek@x.se", "Tora Ek", True),
        ("maria.ek@x.se", "Tora Maria Ek", False),
        ("eva.lindqvist@x.se", "Asta Lindqvist", False),
        ("asta@x.se", "Asta Lindqvist", False),
        ("asta.lindqvist-berg@x.se", "Asta Lindqvist", False),
    ],
)
def test_an_address_belongs_to_the_person_whose_names_make_it(email: str, name: str, fits: bool) -> None:
    assert belongs_to(email, name) is fits


def test_dashes_of_a_double_name_are_kept_and_the_others_become_dots() -> None:
    assert with_separators("bo-erik-akesson@x.se", "Bo-Erik Åkesson") == "bo-erik.akesson@x.se"
    assert with_separators("asa-oberg-arlig@x.se", "Åsa Öberg-Ärlig") == "asa.oberg-arlig@x.se"

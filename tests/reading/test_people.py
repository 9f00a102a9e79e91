"""Contacts and representatives: persons told from units, with titles, parties, telephones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.languages import languages
from hansa.reading.owners import belongs_to, with_separators
from hansa.reading.people import everybody, is_person
from hansa.reading.types import Contact
from hansa.reading.units import unit_in
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
        ("Contact: Owen Dell (adviser)", Contact("Owen Dell", "adviser")),
        (
            "Contact: Ann Marie Holt (officer), 020 7946 0018",
            Contact("Ann Marie Holt", "officer", None, None, "+442079460018"),
        ),
        (
            "Contact: Owen Dell, owen.dell [arroba] example.org",
            Contact("Owen Dell", None, None, "owen.dell@example.org"),
        ),
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


UNITS = (Path(__file__).parent / "languages" / "units.tsv").read_text("utf8").splitlines()[1:]


@pytest.mark.parametrize("line", UNITS)
def test_a_unit_begins_and_ends_where_its_name_does(line: str) -> None:
    code, unit, said = line.split("\t")
    found = unit_in(said, languages()[code])
    assert (said[slice(*found)] if found else "-") == unit


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
        ("a.lindqvist@x.se", "Asta Lindqvist-Berg", True),
        ("asta.lindqvistberg@x.se", "Asta Lindqvist-Berg", True),
        ("annsofi.ek@x.se", "Ann-Sofi Ek", True),
        ("gro.sabo@x.no", "Gro Sæbø", True),
        ("a.maria@x.se", "Asta Maria Lindqvist", False),
    ],
)
def test_an_address_belongs_to_the_person_whose_names_make_it(email: str, name: str, fits: bool) -> None:
    assert belongs_to(email, name) is fits


def test_dashes_of_a_double_name_are_kept_and_the_others_become_dots() -> None:
    assert with_separators("bo-erik-akesson@x.se", "Bo-Erik Åkesson") == "bo-erik.akesson@x.se"
    assert with_separators("asa-oberg-arlig@x.se", "Åsa Öberg-Ärlig") == "asa.oberg-arlig@x.se"


Said = list[tuple[str, str | None, bool]]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("Ordinarie: Amina Warsame Lilja (S). Ersättare: Kent-Åke Brodin (L)", "sv",
         [("Amina Warsame Lilja", "S", False), ("Kent-Åke Brodin", "L", True)]),
        ("Marianne Tällberg (C), med Yusuf Karahan (S) som ersättare", "sv",
         [("Marianne Tällberg", "C", False), ("Yusuf Karahan", "S", True)]),
        ("vakant; Tora Ek, S, Nils Vik, M (ordförande)", "sv", [("Tora Ek", "S", False), ("Nils Vik", "M", False)]),
        ("Lind, Asta (M); Vik, Tor (C)", "sv", [("Asta Lind", "M", False), ("Tor Vik", "C", False)]),
        ("Formand for Kulturudvalget Mads Hansen (SF)\nStedfortræder: byrådsmedlem Dorthe Ebbesen (Dansk Folkeparti)",
         "da", [("Mads Hansen", "SF", False), ("Dorthe Ebbesen", "Dansk Folkeparti", True)]),
        ("1. viceborgmester Henrik Søndertoft V", "da", [("Henrik Søndertoft", "V", False)]),
        ("Fylkesordfører Anne Marie Vik (Ap), vara: Per Olav Høyland (Sp)", "nb",
         [("Anne Marie Vik", "Ap", False), ("Per Olav Høyland", "Sp", True)]),
        ("Fylkesordførar Nils Vik i Bergen", "nn", [("Nils Vik", None, False)]),
        ("Kaupunginjohtaja Matti Meikäläinen (kok.), varalla Liisa Virtanen (sd.)", "fi",
         [("Matti Meikäläinen", "kok.", False), ("Liisa Virtanen", "sd.", True)]),
        ("VIRTANEN Liisa (vihr.), puheenjohtaja", "fi", [("Liisa Virtanen", "vihr.", False)]),
        ("Stadtrat Heinz-Peter Kroll (CDU), Stadträtin Juliane Ebert (Bündnis 90/Die Grünen)", "de",
         [("Heinz-Peter Kroll", "CDU", False), ("Juliane Ebert", "Bündnis 90/Die Grünen", False)]),
        ("KTA Dr. Ute Hasselbring\n(GRÜNE)\nN. N. (GRÜNE)\nRolf Jansen (SPD), Stellvertreter", "de",
         [("Ute Hasselbring", "GRÜNE", False), ("Rolf Jansen", "SPD", True)]),
        ("Dipl.-Ing. Hans von und zu Stein SPD, Bgm. Mag. Eva Klein, MdL, ÖVP", "de",
         [("Hans von und zu Stein", "SPD", False), ("Eva Klein", "ÖVP", False)]),
        ("burgemeester mr. Ruud Verhoeven-Claes (VVD) en raadslid Anneke van Gils (Lokaal Heide)", "nl",
         [("Ruud Verhoeven-Claes", "VVD", False), ("Anneke van Gils", "Lokaal Heide", False)]),
        ("Vries, J.P. de (CDA)", "nl", [("J.P. de Vries", "CDA", False)]),
        ("schepen Samira El Idrissi (cd&v) als plaatsvervanger", "nl", [("Samira El Idrissi", "cd&v", True)]),
        ("vacature (tot 1 juni 2026: Jolanda Smits, D66)", "nl", []),
        ("Titular: D. Vicent Agulló Roca (Compromís), diputado de Acción Exterior. Suplente: D.ª Ana de la Cruz (PP)",
         "es", [("Vicent Agulló Roca", "Compromís", False), ("Ana de la Cruz", "PP", True)]),
        ("José Ortega y Gasset, Carles Puig i Soler (ERC) y Rosa Gil (PSOE)", "es",
         [("José Ortega y Gasset", None, False), ("Carles Puig i Soler", "ERC", False), ("Rosa Gil", "PSOE", False)]),
        ("Suplente: vacante. Hasta marzo de 2025 lo fue D.ª Elena Ots (Cs).", "es", []),
        ("Mme Marie DUPONT (PS), titulaire ; M. Jean-Luc LE GOFF, suppléant", "fr",
         [("Marie Dupont", "PS", False), ("Jean-Luc Le Goff", None, True)]),
        ("DUPONT Marie, suppléante", "fr", [("Marie Dupont", None, True)]),
        ("Titolari: Ass. Gianluca Pedrotti (Fratelli d’Italia); Cons. Lucia Zanardi (Movimento 5 Stelle)", "it",
         [("Gianluca Pedrotti", "Fratelli d’Italia", False), ("Lucia Zanardi", "Movimento 5 Stelle", False)]),
        ("l'Assessora alla Formazione Carla Usai e, come supplente, il direttore generale Efisio Lorrai", "it",
         [("Carla Usai", None, False), ("Efisio Lorrai", None, True)]),
        ("Radny Jan Kowalski (PiS), Pani Anna Nowak-Żółć (KO), zastępca", "pl",
         [("Jan Kowalski", "PiS", False), ("Anna Nowak-Żółć", "KO", True)]),
        ("Radny Jan Kowalski i radna Anna Nowak", "pl", [("Jan Kowalski", None, False), ("Anna Nowak", None, False)]),
        ("Vereadora Maria João dos Santos (CDS-PP), suplente: Rui Sá e Sousa (PS)", "pt",
         [("Maria João dos Santos", "CDS-PP", False), ("Rui Sá e Sousa", "PS", True)]),
        ("Cllr Mary O'Brien (Labour), chair until 2028; Cllr John Smith (Con), substitute", "en",
         [("Mary O'Brien", "Labour", False), ("John Smith", "Con", True)]),
        ("Cllr. Ann Green, Green", "en", [("Ann Green", "Green", False)]),
    ],
)  # fmt: skip
def test_people_are_read_as_each_country_names_them(words: str, code: str, said: Said) -> None:
    assert [(one.name, one.party, one.deputy) for one in everybody(words, languages()[code])] == said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Costa Alta", "es"), ("La Rochelle", "fr"), ("Den Haag", "nl"), ("Norra Hamngatan", "sv"),
        ("Rue Royale", "fr"),
        ("Bad Morgenstein", "de"), ("North Sea", "en"), ("Nueva York", "es"), ("Morze Bałtyckie", "pl"),
        ("Externe Beziehungen", "de"), ("Externa Relationer", "sv"), ("Energy Cities", "es"), ("Plan og Natur", "da"),
        ("European Union", "en"), ("Regional Udvikling", "da"), ("CPMR AER", "en"), ("Asuntos Europeos", "es"),
    ],
)  # fmt: skip
def test_a_place_a_unit_or_a_network_is_never_a_person(words: str, code: str) -> None:
    assert not is_person(words, languages()[code])
    assert everybody(words, languages()[code]) == []


def test_what_somebody_is_stands_behind_the_name() -> None:
    tora, nils = everybody("Tora Ek (C, vice ordförande); Nils Vik (M), ledamot till 2028", languages()["sv"])
    assert (tora.party, tora.role, nils.role) == ("C", "vice ordförande", "ledamot till 2028")


@pytest.mark.parametrize(
    ("label", "words"), [("Företrädare", "vakant"), ("Företrädare", "Tora Ek (C), vakant"), ("Ersättare", "N.N.")]
)
def test_a_vacant_seat_is_told_of_and_gives_nobody(label: str, words: str) -> None:
    reading = reading_of(section(TOLD, f"{label}: {words}"))
    assert [one.person for one in reading.organisations[0].representatives] == (["Tora Ek"] if "Tora" in words else [])
    assert "seat-vacant" in codes(reading)
    assert "people-not-understood" not in codes(reading)


FIRST = st.sampled_from("Asta Bo-Erik Åsa Łukasz Zoë Íris José Owen Çelik J.P.".split())
LAST = st.sampled_from(
    ["Lindqvist", "Öberg-Ärlig", "van der Berg", "de la Cruz", "Żółć", "O’Dell", "d’Estaing", "von Hamn", "dos Santos"]
)
HONOURED = {"sv": "Regionrådet", "de": "Bürgermeisterin Dr.", "fr": "Mme", "it": "Sig.ra", "es": "D.ª", "en": "Cllr"}


@given(st.lists(st.tuples(FIRST, LAST), min_size=1, max_size=4), st.sampled_from(sorted(HONOURED)), st.booleans())
def test_any_list_of_people_is_read_back(names: list[tuple[str, str]], code: str, honoured: bool) -> None:
    written = [f"{HONOURED[code] + ' ' if honoured else ''}{first} {last}" for first, last in names]
    found = everybody(", ".join(written), languages()[code])
    assert [one.name for one in found] == [f"{first} {last}" for first, last in names]


@pytest.mark.parametrize(
    ("email", "name", "fits"),
    [
        ("line.oesterby@x.dk", "Line Østerby", True),
        ("l.deruig@x.nl", "Lotte de Ruig", True),
        ("w.oomen@x.nl", "Wietske Oomen", True),
        ("ibarrutia@x.es", "Iñaki Barrutia Sanz", True),
        ("adeidda@x.it", "Antonello Deidda", True),
        ("lind.asta@x.fi", "Asta Lind", True),
        ("vicent.agullo@x.es", "Vicent Agulló Roca", True),
        ("elind@x.se", "Asta Lind", False),
        ("ym.coadou@x.fr", "Yves-Marie Coadou", True),
        ("ym.coadou@x.fr", "Yves Coadou", False),
        ("tre@x.se", "Tina Rask Ek", True),
    ],
)
def test_an_address_may_be_made_of_initials_and_particles(email: str, name: str, fits: bool) -> None:
    assert belongs_to(email, name) is fits

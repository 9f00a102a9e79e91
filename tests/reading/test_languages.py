"""Every language: the same keys, told by its words, and the same short page read alike in all of them."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from hansa.reading import open_document, read
from hansa.reading.languages import detect, detect_part, languages

HERE = Path(__file__).parent / "languages"
ALL = ("da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "nn", "pl", "pt", "sv")

# What differs from language to language in the short pages: the authority, the names of the two organisations, the
# parties of the two representatives, the committee, the title and the unit of the contact.
TOLD = {
    "da": ("Region Vesterhav", "Havneregionernes netværk", "Lyskommissionen", "A", "F",
           "Udvalget for regional udvikling", "chefkonsulent", "Regional Udvikling"),
    "de": ("Landkreis Nordheide", "Netzwerk der Hafenregionen", "Lichtkommission", "SPD", "CDU",
           "Ausschuss für Wirtschaft und Europa", "Referentin", "Stabsstelle Europa"),
    "en": ("Westsea County Council", "Harbour Regions' Network", "Light Commission", "Labour", "Green",
           "Economy and Growth Committee", "policy adviser", "Department of External Affairs"),
    "es": ("Diputación de Marveste", "Red de Regiones Portuarias", "Comisión de la Luz", "PSOE", "PP",
           "Comisión de Asuntos Europeos", "técnica superior", "Servicio de Relaciones Internacionales"),
    "fi": ("Länsimeren maakunta", "Satama-alueiden verkosto", "Valokomissio", "SDP", "KOK",
           "Aluekehityslautakunta", "erityisasiantuntija", "kansainvälisten asioiden yksikkö"),
    "fr": ("Région Occimer", "Réseau des régions portuaires", "Commission de la lumière", "PS", "EELV",
           "Commission Europe et international", "chargée de mission", "Direction de l'Europe"),
    "it": ("Provincia di Marovest", "Rete delle regioni portuali", "Commissione della luce", "PD", "Verdi",
           "Commissione Politiche europee", "funzionaria", "Servizio Politiche europee"),
    "nb": ("Vesterhav fylkeskommune", "Havneregionenes nettverk", "Lyskommisjonen", "Ap", "SV",
           "Hovedutvalg for næring og kultur", "seniorrådgiver", "Internasjonal seksjon"),
    "nl": ("Provincie Westerzee", "Netwerk van Havenregio's", "Lichtcommissie", "PvdA", "CDA",
           "Commissie Economie en Europa", "beleidsadviseur", "afdeling Europa"),
    "nn": ("Vesterhav fylkeskommune", "Hamneregionane sitt nettverk", "Lyskommisjonen", "Ap", "SV",
           "Hovudutval for næring og kultur", "seniorrådgjevar", "Internasjonal seksjon"),
    "pl": ("Województwo Zachodniomorskie", "Sieć Regionów Portowych", "Komisja Światła", "KO", "PSL",
           "Komisja Współpracy Zagranicznej", "główny specjalista", "Wydział Współpracy Międzynarodowej"),
    "pt": ("Município de Marveste", "Rede de Regiões Portuárias", "Comissão da Luz", "PS", "PSD",
           "Comissão de Assuntos Europeus", "técnica superior", "Divisão de Relações Internacionais"),
    "sv": ("Region Västerhav", "Hamnregionernas nätverk", "Ljuskommissionen", "S", "MP",
           "Regionala utvecklingsnämnden", "strateg", "avdelningen för omvärld"),
}  # fmt: skip


KNOWN_BY_A_LABEL = ("contact", "website", "email", "phone")


def page(code: str) -> str:
    return (HERE / f"{code}.txt").read_text("utf8")


def found(code: str) -> dict[str, Any]:
    return read(open_document(page(code).encode(), name=f"{code}.txt", media_type="text/plain")).as_json()


def facts(organisation: dict[str, Any]) -> dict[str, Any]:
    """What was found, without evidence and summary; e-mail addresses have the authority's own domain."""
    kept = {key: value for key, value in organisation.items() if key not in ("evidence", "confidence", "summary")}
    for contact in kept.get("contacts", []):
        if "email" in contact:
            contact["email"] = contact["email"].partition("@")[0]
    return kept


def test_every_language_has_the_same_keys() -> None:
    files = {
        file.name: tomllib.loads(file.read_text("utf8"))
        for file in resources.files("hansa.reading.languages").iterdir()
        if file.name.endswith(".toml")
    }
    first = files["en.toml"]
    assert sorted(name.removesuffix(".toml") for name in files) == list(ALL)
    for name, table in files.items():
        assert table.keys() == first.keys(), name
        assert table["cues"].keys() == first["cues"].keys(), name


@pytest.mark.parametrize("code", ALL)
def test_a_label_stands_for_one_field(code: str) -> None:
    keys = [key for key in languages()[code].words if key.endswith("_label") or key in KNOWN_BY_A_LABEL]
    labels = [label for key in keys for label in languages()[code].words[key]]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("code", ALL)
def test_a_language_is_told_by_a_page_whatever_it_declares(code: str) -> None:
    assert detect(page(code), "de" if code != "de" else "en") == code


@pytest.mark.parametrize("code", ALL)
def test_a_language_is_told_by_a_paragraph(code: str) -> None:
    assert detect_part(page(code).split("\n\n")[1]) == code


@pytest.mark.parametrize("code", ALL)
def test_the_authority_is_named(code: str) -> None:
    assert found(code)["document"]["authority"] == TOLD[code][0]


@pytest.mark.parametrize("code", ALL)
def test_labels_and_sentences_say_the_same_in_every_language(code: str) -> None:
    _authority, network, _commission, first, second, committee, title, unit = TOLD[code]
    assert facts(found(code)["organisations"][0]) == {
        "name": network,
        "abbreviation": "HRN",
        "website": "https://hrn.example.org",
        "figures": {
            "members": {"value": 120, "approximate": True},
            "countries": {"value": 13, "approximate": False},
            "founded": {"value": 1989, "approximate": False},
        },
        "contacts": [{"person": "Nora Holm", "title": title, "unit": unit, "email": "nora.holm"}],
        "representatives": [
            {"person": "Asta Lind", "party": first},
            {"person": "Tor Vik", "party": second},
            {"person": "Eva Berg", "party": first, "deputy": True},
        ],
        "offices": [{"office": "chair", "person": "Asta Lind", "party": first, "since": "2024"}],
        "membership": {"since": "2009", "fee": {"amount": 12000.0, "currency": "EUR"}, "committee": committee},
    }


@pytest.mark.parametrize("code", ALL)
def test_running_text_says_the_same_in_every_language(code: str) -> None:
    commission = facts(found(code)["organisations"][1])
    assert len(commission.pop("contacts")) == 1
    assert commission == {
        "name": TOLD[code][2],
        "abbreviation": "LYK",
        "parent": TOLD[code][1],
        "website": "https://lyk.example.org",
        "figures": {
            "members": {"value": 24, "approximate": False},
            "countries": {"value": 7, "approximate": False},
            "founded": {"value": 1994, "approximate": False},
        },
        "membership": {"since": "2011"},
    }


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("Nos réseaux\n\nLa Région Occimer adhère à un réseau afin d’apprendre des autres, de trouver des partenaires "
         "et de faire connaître notre littoral.\n",
         ["apprendre des autres", "trouver des partenaires", "faire connaître notre littoral"]),
        ("Unsere Netzwerke\n\nDer Landkreis Nordheide beteiligt sich an Netzwerken, um von anderen zu lernen, Partner "
         "zu finden und die Küste bekannt zu machen.\n",
         ["von anderen zu lernen", "Partner zu finden", "die Küste bekannt zu machen"]),
        ("Nasze sieci\n\nWojewództwo Zachodniomorskie należy do sieci, aby uczyć się od innych, znajdować partnerów i "
         "promować wybrzeże.\n",
         ["uczyć się od innych", "znajdować partnerów", "promować wybrzeże"]),
    ],
)  # fmt: skip
def test_purposes_are_read_where_words_are_elided_or_verbs_stand_last(text: str, purposes: list[str]) -> None:
    assert [words for words, _ in read(open_document(text.encode(), media_type="text/plain")).purposes] == purposes

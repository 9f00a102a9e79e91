"""Whose membership is told of, and whether it is one: planned, another's, a list's, a link's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import english, names_of, only, reading_of, text_of
from tests.reading.test_wrong_organisations import OURS as ABOUT

OURS = "Westsea City Council has been a member of Eurocities since 1999."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council plans to join ICLEI next year.",
        "We have applied for membership of ICLEI.",
        "Sunde Municipality is a member of ICLEI.",
        "Danish Regions is a member of ICLEI.",
    ],
)
def test_a_membership_that_is_planned_or_anothers_is_none(sentence: str) -> None:
    assert names_of(text_of("Our networks", OURS, sentence)) == ["Eurocities"]


@pytest.mark.parametrize(
    ("membership", "planned"),
    [
        ("Sunde kommun är medlem i Eurocities sedan 1999.", "Kommunen planerar att gå med i ICLEI."),
        ("Sunde kommun är medlem i Eurocities sedan 1999.", "Vi har ansökt om medlemskap i ICLEI."),
        ("Die Stadt Nordheim ist seit 1999 Mitglied von Eurocities.", "Die Stadt plant einen Beitritt zu ICLEI."),
        ("De gemeente Zandwijk is sinds 1999 lid van Eurocities.", "De gemeente wil lid worden van ICLEI."),
    ],
)
def test_a_planned_membership_is_none_in_other_languages(membership: str, planned: str) -> None:
    assert names_of(text_of("Eurocities", membership, planned)) == ["Eurocities"]


WE_ARE_IN = {
    "en": "Westsea Town Council has been a member of Eurocities since 1999.",
    "sv": "Sunde kommun är medlem i Eurocities sedan 1999.",
    "da": "Sundby Kommune har været medlem af Eurocities siden 1999.",
    "nb": "Sundvik kommune har vært medlem av Eurocities siden 1999.",
    "nn": "Sundvik kommune har vore medlem av Eurocities sidan 1999.",
    "fi": "Suvikosken kaupunki on ollut Eurocities-verkoston jäsen vuodesta 1999.",
    "de": "Die Stadt Nordheim ist seit 1999 Mitglied von Eurocities.",
    "nl": "De gemeente Zandwijk is sinds 1999 lid van Eurocities.",
    "fr": "La Ville de Valmer est membre d'Eurocities depuis 1999.",
    "it": "Il Comune di Marina Alta è membro di Eurocities dal 1999.",
    "es": "El Ayuntamiento de Villamar es miembro de Eurocities desde 1999.",
    "pt": "O Município de Vila Alta é membro da Eurocities desde 1999.",
    "pl": "Miasto Morzewo jest członkiem Eurocities od 1999 roku.",
}
OTHERS_ARE_IN = [
    ("en", "The University of Westsea is also a member of ICLEI."),
    ("en", "The county council is a member of ICLEI."),
    ("sv", "Högskolan i Sunde är också medlem i ICLEI."),
    ("sv", "Regionen är medlem i ICLEI."),
    ("da", "Havnen er selv medlem af ICLEI."),
    ("da", "Regionen er medlem af ICLEI."),
    ("nb", "Fylkeskommunen er selv medlem av ICLEI."),
    ("nn", "Fylkeskommunen er medlem av ICLEI."),
    ("fi", "Ammattikorkeakoulu on ICLEI-verkoston jäsen."),
    ("de", "Die Hochschule Nordheim ist ihrerseits Mitglied von ICLEI."),
    ("de", "Der Landkreis ist Mitglied von ICLEI."),
    ("nl", "De culturele vereniging De Stroom is lid van ICLEI."),
    ("fr", "L'Université de Valmer est membre d'ICLEI."),
    ("fr", "La Région, de son côté, adhère à ICLEI."),
    ("it", "L'Università di Marina Alta, a sua volta, è membro di ICLEI."),
    ("es", "El Parlamento, por su parte, es miembro de ICLEI."),
    ("pt", "A Agência de Energia do Vale, por sua vez, é membro do ICLEI."),
    ("pl", "Agencja Rozwoju jest członkiem ICLEI."),
]


@pytest.mark.parametrize(("code", "others"), OTHERS_ARE_IN)
def test_what_another_body_belongs_to_is_not_the_authoritys(code: str, others: str) -> None:
    assert names_of(text_of("Europe", WE_ARE_IN[code], others)) == ["Eurocities"]


NOT_WE = [
    ("en", "In ICLEI it is the port that has a seat, not the town itself."),
    ("en", "Two of our districts are members of ICLEI."),
    ("sv", "I ICLEI är det hamnen som är medlem, inte kommunen själv."),
    ("sv", "Två av kommunerna är med i ICLEI."),
    ("da", "Det er kun vores nabokommune, der er med i ICLEI."),
    ("da", "I ICLEI er det havnen, der er medlem, ikke kommunen selv."),
    ("nb", "To av kommunene våre har sluttet seg til ICLEI."),
    ("nb", "Havna er medlem av ICLEI, ikke kommunen."),
    ("nn", "To av kommunane våre har slutta seg til ICLEI."),
    ("nn", "Hamna er medlem av ICLEI, ikkje kommunen sjølv."),
    ("fi", "Maakuntamme liitto puolestaan kuuluu ICLEI-verkostoon."),
    ("fi", "Satama on ICLEI-verkoston jäsen, kaupunki ei."),
    ("de", "In ICLEI ist der Hafen vertreten, nicht die Stadt selbst."),
    ("de", "Drei unserer Gemeinden sind Mitglied von ICLEI."),
    ("nl", "Bij ICLEI is niet de gemeente, maar de haven aangesloten."),
    ("fr", "À ICLEI, c'est le port qui adhère, et non la ville."),
    ("it", "A ICLEI è iscritto il porto, non il Comune."),
    ("es", "En ICLEI está el puerto, no el Ayuntamiento."),
    ("pt", "No ICLEI está representado o porto, não o Município."),
    ("pl", "Członkiem ICLEI jest port, a nie miasto."),
]


@pytest.mark.parametrize(("code", "others"), NOT_WE)
def test_what_others_belong_to_and_not_the_authority_is_none(code: str, others: str) -> None:
    assert names_of(text_of("Europe", WE_ARE_IN[code], others)) == ["Eurocities"]


@pytest.mark.parametrize(
    ("code", "considered"),
    [
        ("en", "The Council decided to look into membership of ICLEI."),
        ("sv", "Kommunfullmäktige beslutade att utreda medlemskap i ICLEI."),
        ("da", "Byrådet besluttede at undersøge medlemskab af ICLEI."),
        ("nb", "Kommunestyret vedtok å utrede medlemskap i ICLEI."),
        ("nn", "Kommunestyret vedtok å greie ut medlemskap i ICLEI."),
        ("fi", "Kaupunki on ilmoittanut kiinnostuksensa ICLEI-verkostoon."),
        ("de", "Ein Beitritt zu ICLEI wurde erwogen."),
        ("nl", "De aanmelding ligt voor bij ICLEI."),
        ("fr", "La Ville a manifesté son intérêt pour ICLEI."),
        ("it", "Il Comune ha manifestato interesse per ICLEI."),
        ("es", "El Pleno acordó estudiar la adhesión a ICLEI."),
        ("pt", "A adesão ao ICLEI encontra-se em preparação."),
        ("pl", "Rozważaliśmy przystąpienie do ICLEI."),
        ("en", "The Cabinet is currently examining whether joining ICLEI would pay."),
        ("sv", "Regiondirektören ska pröva ett inträde i ICLEI."),
        ("da", "Forvaltningen vil til december fremlægge en sag om medlemskab af ICLEI."),
        ("nb", "Om kommunen skal inn i ICLEI, avgjøres i desember."),
        ("nn", "Om kommunen skal inn i ICLEI, avgjer kommunestyret i desember."),
        ("fi", "Kaupunginhallitus selvittää liittymistä ICLEI-verkostoon."),
        ("de", "Ob eine Mitgliedschaft bei ICLEI in Frage kommt, wird derzeit geprüft."),
        ("nl", "Het college onderzoekt nog of het zinvol is om lid te worden van ICLEI."),
        ("fr", "La Ville étudie en ce moment son entrée à l'ICLEI."),
        ("it", "È ancora in valutazione l'ingresso in ICLEI."),
        ("es", "El Pleno valora todavía la entrada o incorporación a ICLEI."),
        ("pt", "Está em ponderação um ingresso no ICLEI."),
        ("pl", "Analizujemy przystąpienie do ICLEI."),
    ],
)
def test_a_membership_that_was_but_considered_is_none(code: str, considered: str) -> None:
    assert names_of(text_of("Europe", WE_ARE_IN[code], considered)) == ["Eurocities"]


def test_a_membership_that_was_applied_for_and_granted_is_one() -> None:
    granted = "After our application to ICLEI we joined in 2011."
    assert names_of(text_of("Europe", WE_ARE_IN["en"], granted)) == ["Eurocities", "ICLEI"]


def test_who_belongs_with_others_of_the_authoritys_is_a_member() -> None:
    both = "Together with two of our districts, we are members of ICLEI."
    assert names_of(text_of("Europe", WE_ARE_IN["en"], both)) == ["Eurocities", "ICLEI"]


@pytest.mark.parametrize(
    ("code", "from_afar"),
    [
        ("en", "We have attended ICLEI's assembly as a guest."),
        ("sv", "I ICLEI är vi bara gäst."),
        ("da", "I ICLEI er vi kun gæst."),
        ("nb", "I ICLEI er vi bare gjest."),
        ("nn", "I ICLEI er vi berre gjest."),
        ("de", "Bei ICLEI sind wir nur Gast."),
        ("nl", "We volgen ICLEI op afstand."),
        ("fr", "La Ville suit ICLEI de loin."),
        ("it", "Il Comune segue ICLEI senza farne parte."),
        ("es", "El Ayuntamiento sigue ICLEI sin ser miembro."),
        ("pt", "O Município acompanha de perto o ICLEI."),
        ("pl", "W pracach ICLEI miasto uczestniczy jako gość."),
        ("da", "Et medlemskab af ICLEI overvejes."),
        ("nb", "Medlemskapet i ICLEI ble avsluttet."),
        ("en", "ICLEI has invited us, but the council has yet to decide."),
    ],
)
def test_what_is_followed_from_afar_or_may_come_is_none(code: str, from_afar: str) -> None:
    assert names_of(text_of("Europe", WE_ARE_IN[code], from_afar)) == ["Eurocities"]


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        ("en", "The town was a member of ICLEI from 2004 to 2011."),
        ("sv", "Åren 2004–2011 var vi också medlem i ICLEI."),
        ("da", "Byen var medlem af ICLEI fra 2004 til 2011."),
        ("nb", "Kommunen var medlem av ICLEI fra 2004 til 2011."),
        ("nn", "Kommunen var medlem av ICLEI frå 2004 til 2011."),
        ("fi", "Kaupunki kuului ICLEI-verkostoon vuosina 2004–2011."),
        ("de", "Von 2004 bis 2011 war die Stadt Mitglied von ICLEI."),
        ("nl", "De gemeente was van 2004 tot 2011 lid van ICLEI."),
        ("fr", "La Ville a été membre d'ICLEI de 2004 à 2011."),
        ("it", "Il Comune ha fatto parte di ICLEI dal 2004 al 2011."),
        ("es", "El Ayuntamiento perteneció a ICLEI de 2004 a 2011."),
        ("pt", "O Município pertenceu ao ICLEI entre 2004 e 2011."),
        ("pl", "Miasto należało do ICLEI w latach 2004–2011."),
    ],
)
def test_a_membership_that_ended_at_a_time_is_kept(code: str, ended: str) -> None:
    found = text_of("Europe", WE_ARE_IN[code], ended).organisations
    assert sorted(one.name.text for one in found) == ["Eurocities", "ICLEI"]


@pytest.mark.parametrize(
    "said",
    [
        "The council will decide on an application in the spring.",
        "In preparation.",
        "An Erasmus+ project with partners in Finland, which ended in 2022.",
        "The council is not a member.",
        "The council follows its work from a distance.",
    ],
)
def test_a_heading_below_which_no_membership_is_told_is_none(said: str) -> None:
    page = text_of("Our networks", "", "Eurocities", "", OURS, "", "Energy Cities", "", said, "", "Polis", "", OURS)
    assert "Energy Cities" not in names_of(page)


def test_a_heading_below_which_a_membership_is_said_to_have_ended_is_kept() -> None:
    page = text_of("Our networks", "", "Eurocities", "", OURS, "", "Energy Cities", "", "Member from 1996 to 2012.")
    assert names_of(page) == ["Eurocities", "Energy Cities"]


def test_an_item_that_looks_like_a_label_is_an_item() -> None:
    reading = reading_of(
        english(
            "Westsea County is a member of these networks:</p><ul><li>Eurocities</li>"
            "<li>ICLEI: Local Governments for Sustainability</li><li>Energy Cities</li></ul><p>"
        ).replace("<h2>League of Lighthouse Regions (LLR)</h2>", "")
    )
    found = names_of(reading)
    assert "Eurocities" in found
    assert "Energy Cities" in found
    assert any("ICLEI" in name or "Local Governments" in name for name in found)


@pytest.mark.parametrize("note", ["(opens in a new window)", "External link", "länk till annan webbplats"])
def test_what_a_site_says_of_a_link_is_no_part_of_a_name(note: str) -> None:
    reading = reading_of(
        english(
            "Westsea County is a member of these networks:</p><ul>"
            f'<li><a href="https://e.example.org">Eurocities <span>{note}</span></a></li>'
            f'<li><a href="https://n.example.org">Energy Cities <span>{note}</span></a></li></ul><p>'
        ).replace("<h2>League of Lighthouse Regions (LLR)</h2>", "")
    )
    assert names_of(reading) == ["Eurocities", "Energy Cities"]


def test_characters_that_nobody_sees_are_no_part_of_a_name() -> None:
    assert (
        only(english("We have been a member since 1999.", heading="Euro\u200bcities\u00ad")).name.text == "Eurocities"
    )


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Mayor Anna Holt represents the County in the LLR.", ["Anna Holt"]),
        ("“We learn much from the LLR,” says Mayor Anna Holt.", []),
    ],
)
def test_who_is_but_quoted_represents_nobody(sentence: str, people: list[str]) -> None:
    assert [one.person for one in only(english(sentence)).representatives] == people


@pytest.mark.parametrize("of_all", ["For all our networks, contact", "Questions about any of these networks:"])
def test_one_contact_may_be_told_for_all_networks(of_all: str) -> None:
    page = english(
        "The LLR is a network of 90 regions. We have been a member since 1999.</p>"
        "<h2>Forum of Tidal Towns (FTT)</h2><p>The FTT is a network of 57 towns. We have been a member since 2004.</p>"
        f"<h2>Contact</h2><p>{of_all} Nora Holm, nora.holm@westsea.example.org"
    )
    assert [[contact.email for contact in one.contacts] for one in reading_of(page).organisations] == [
        ["nora.holm@westsea.example.org"],
        ["nora.holm@westsea.example.org"],
    ]


@pytest.mark.parametrize(
    ("told", "since", "until"),
    [
        ("Westsea County was a member 2004–2011.", "2004", "2011"),
        ("The LLR was founded in 1989 and Westsea County joined in 1999.", "1999", None),
        ("Founded in 1989. Member since 1999.", "1999", None),
    ],
)
def test_the_years_of_a_membership_are_told_from_the_networks(told: str, since: str, until: str | None) -> None:
    membership = only(english(told)).membership
    assert membership is not None
    assert (membership.since, membership.until) == (since, until)


def test_a_button_leads_to_the_networks_site() -> None:
    league = only(
        english(
            "We have been a member of the LLR since 1999.",
            '<a class="btn" href="https://llr.example.org">To the website</a>',
        )
    )
    assert league.website == "https://llr.example.org"


@pytest.mark.parametrize("heading", ["European news", "Projects in Europe", "Young people and networks"])
def test_news_projects_and_topics_are_no_networks(heading: str) -> None:
    reading = text_of("Our networks", OURS, heading, "The County takes part in this work with others.")
    assert names_of(reading) == ["Eurocities"]


def test_a_polish_name_is_called_as_a_list_has_it() -> None:
    reading = text_of(
        "Miasto Brzegowo w Europie",
        "Miasto Brzegowo jest członkiem Związku Miast Bałtyckich od 1999 roku.",
    )
    assert names_of(reading) == ["Związek Miast Bałtyckich"]


MANAGED = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "managed.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "told"), MANAGED)
def test_who_manages_the_membership_is_no_network(code: str, told: str) -> None:
    page = text_of("Europe", WE_ARE_IN[code], told)
    assert names_of(page) == ["Eurocities", "Polis"]
    assert page.organisations[1].membership is not None
    assert page.organisations[1].membership.since == "2017-05-23"


_BEHALF = (Path(__file__).parent / "languages" / "on_our_behalf.tsv").read_text("utf8").splitlines()


@pytest.mark.parametrize(("code", "whose", "told"), [row.split("\t") for row in _BEHALF if row[0] != "#"])
def test_who_belongs_somewhere_on_the_authoritys_behalf_tells_of_its_network(code: str, whose: str, told: str) -> None:
    title, ours = ABOUT[code]
    page = f"<html lang='{code}'><body><main><h1>{title}</h1>{ours}<h2>2025</h2><p>{told}</p></main></body></html>"
    found = [one.name.text for one in reading_of(page).organisations]
    assert found == (["Eurocities", "METREX"] if whose == "ours" else ["Eurocities"])

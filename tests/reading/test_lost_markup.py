"""What pages look like when an extractor has been at them: lost headings, pictures left as words, bounds of names."""

from __future__ import annotations

import pytest

from tests.reading.pages import named, names_of, text_of

INTRODUCTION = "The City of Westport takes part in the European networks below, in order to learn from other cities."


# Which headings are organisations


def test_headings_below_one_that_says_networks_need_little_said_of_them() -> None:
    found = text_of(
        "City networks",
        INTRODUCTION,
        "TWQ",
        "More than 190 ports talk of planning and jobs there, the network's secretariat is in Nantes.",
        "MedHarbours",
        "Born in 1991, the association counts 63 members on all shores.",
    )
    assert names_of(found) == ["TWQ", "MedHarbours"]
    assert named(found, "MedHarbours").figures["members"].value == 63


def test_a_heading_of_a_topic_below_which_several_networks_are_told_of_is_none() -> None:
    found = text_of(
        "Our networks",
        INTRODUCTION,
        "Cities by the coast",
        "Westport is a member of Eurocities, of the Union of the Baltic Cities and of Energy Cities. The network of "
        "the coast has its site at www.coast.example.org.",
    )
    assert "Cities by the coast" not in names_of(found)
    assert {"Eurocities", "Union of the Baltic Cities", "Energy Cities"} <= set(names_of(found))


@pytest.mark.parametrize(
    "heading",
    [
        "Public Health Department",
        "The board of Eurocities",
        "Twin towns",
        "Interreg",
        "ABU, Asta Lind",
        "Westport as a member of European networks",
        "What the networks give us",
    ],
)
def test_units_bodies_persons_programmes_and_twin_towns_head_no_organisation(heading: str) -> None:
    found = text_of(
        "Our networks",
        INTRODUCTION,
        "Eurocities",
        "Eurocities is a network of 200 cities. Westport joined in 1998.",
        heading,
        "Contact: Asta Lind, asta.lind@westport.example.org",
        "Website: www.here.example.org",
    )
    assert names_of(found) == ["Eurocities"]


def test_one_network_that_is_named_in_two_headings_is_told_of_once() -> None:
    found = text_of(
        "League of Harbour Towns",
        "Seat:",
        "Quay 1, Riga",
        "News",
        "League of Harbour Towns (LHT)",
        "The league was founded in 1993 and has 280 members. Westport has been a member since 1995.",
    )
    (league,) = found.organisations
    assert (league.abbreviation, league.figures["founded"].value) == ("LHT", 1993)


# Headings that were lost, or stand elsewhere


def test_records_whose_headings_are_lost_begin_with_their_names() -> None:
    found = text_of(
        "Our neighbours",
        "For a long time we have worked closely with the regions next to us.",
        "The Sound Committee is a forum of the towns on both sides of the Sound.\n\nContact: Asta Lind, World Unit\n\n"
        "Website: www.sound.example.org",
        "The Strait Council (SC) has worked for the strait since 1995.\n\nContact: Tor Vik, World Unit\n\n"
        "Website: www.strait.example.org",
    )
    told = [(one.name.text, one.website, [c.person for c in one.contacts]) for one in found.organisations]
    assert told == [
        ("Sound Committee", "http://www.sound.example.org", ["Asta Lind"]),
        ("Strait Council", "http://www.strait.example.org", ["Tor Vik"]),
    ]


def test_what_stands_below_a_record_without_a_name_is_nobody_elses() -> None:
    found = text_of(
        "Our neighbours",
        "The Sound Committee is a forum of towns.\n\nContact: Asta Lind, World Unit\n\nWebsite: www.sound.example.org",
        "There is also close work between the islands, of which more is told there.\n\nContact: Bo Ek, Islands Unit\n\n"
        "Website: www.islands.example.org",
        "The Strait Council (SC) is a forum of regions.\n\nContact: Tor Vik, World Unit\n\n"
        "Website: www.strait.example.org",
    )
    assert not any(contact.person == "Bo Ek" for one in found.organisations for contact in one.contacts)
    assert "http://www.islands.example.org" not in {one.website for one in found.organisations}


def test_an_abbreviation_above_a_name_is_its() -> None:
    found = text_of(
        "Networks",
        INTRODUCTION,
        "PURPLE\n\nPeri-Urban Regions Platform Europe\nRegions around large cities want policies for the land between.",
        "AIR\n\nAir-quality Initiative of Regions\nTwelve regions from seven states want cleaner air.",
    )
    assert [(one.name.text, one.abbreviation) for one in found.organisations] == [
        ("Peri-Urban Regions Platform Europe", "PURPLE"),
        ("Air-quality Initiative of Regions", "AIR"),
    ]


def test_a_line_above_a_web_address_is_what_the_address_is_of() -> None:
    found = text_of(
        "The City of Westport takes part in several networks of cities.",
        "EUROCITIES\nhttp://www.eurocities.eu",
        "Eurocities is the association of large cities. Westport has been a member since 1991.",
        "LES RENCONTRES\nhttp://www.lesrencontres.eu",
        "The network has over 150 members. Westport joined in 1999.",
    )
    assert [(one.name.text, one.website) for one in found.organisations] == [
        ("EUROCITIES", "http://www.eurocities.eu"),
        ("LES RENCONTRES", "http://www.lesrencontres.eu"),
    ]


def test_lines_apart_below_a_heading_that_says_networks_are_a_list() -> None:
    found = text_of(
        "International relations",
        "The City of Westport has relations of many kinds, with twin towns and with others.",
        "Our networks of cooperation",
        "Arctic Mayors' Forum",
        "Culture Next",
        "Eurocities",
        "See also",
    )
    assert names_of(found) == ["Arctic Mayors' Forum", "Culture Next", "Eurocities"]


def test_paragraphs_that_begin_with_a_name_in_full_are_organisations() -> None:
    found = text_of(
        "International networks carry much of our work. These are our networks today:",
        "BSSSC (Baltic Sea States Subregional Co-operation) joins the regions around the Baltic Sea.",
        "ERIAFF (European Regions for Innovation in Agriculture, Food and Forestry) connects regions with farms.",
        "In the Baltic Sea Commission of the CPMR, regions of eight countries cooperate for a greener Baltic Sea.",
    )
    assert [one.abbreviation or one.name.text for one in found.organisations][:3] == [
        "BSSSC",
        "ERIAFF",
        "Baltic Sea Commission",
    ]


def test_a_heading_below_another_in_bare_text_is_not_therefore_its_part() -> None:
    found = text_of(
        "Eurocities",
        "Eurocities is a network of 200 cities. The City of Westport joined in 1998.",
        "Energy Cities",
        "Energy Cities is a network of 1,000 towns. The City of Westport joined in 2004.",
    )
    assert [one.parent for one in found.organisations] == [None, None]


# Bounds of names


@pytest.mark.parametrize(
    ("heading", "name", "abbreviation"),
    [
        ("ECCAR-European Coalition of Cities Against Racism", "European Coalition of Cities Against Racism", "ECCAR"),
        ("ICLEI- Local Governments for Sustainability", "Local Governments for Sustainability", "ICLEI"),
        ("ICLEI -Local Governments for Sustainability", "Local Governments for Sustainability", "ICLEI"),
        ("C40 - Cities Climate Leadership Group", "Cities Climate Leadership Group", "C40"),
        ("EUREGIO – no more borders between neighbours", "EUREGIO", None),
        ("ARGE Alp – the Alps move closer", "ARGE Alp", None),
        ("Metropolis in short", "Metropolis", None),
        ("Membership in IFHP (International Federation for Housing and Planning)",
         "International Federation for Housing and Planning", "IFHP"),
    ],
)  # fmt: skip
def test_a_heading_is_called_by_the_name_in_it(heading: str, name: str, abbreviation: str | None) -> None:
    found = text_of("Our networks", INTRODUCTION, heading, "The network has 120 members. Westport joined in 1998.")
    (one,) = found.organisations
    assert (one.name.text, one.abbreviation) == (name, abbreviation)


def test_items_that_are_sentences_are_called_by_the_known_name_that_they_begin_with() -> None:
    found = text_of(
        "Cooperation",
        "Two European networks count us among their members.",
        "  • Eurotowns brings together the medium-sized towns of Europe.\n"
        "  • ENSA (European Network of Social Authorities) brings together those who answer for social affairs.\n"
        "  • URBACT - programme in which cities learn from each other",
    )
    assert names_of(found) == ["Eurotowns", "European Network of Social Authorities"]


def test_abbreviations_and_names_side_by_side_in_a_list_are_two() -> None:
    found = text_of(
        "Westport abroad",
        "The City of Westport is active in networks, such as EUROCITIES, ICLEI, Covenant of Mayors and Polis.",
    )
    assert [(one.name.text, one.abbreviation) for one in found.organisations] == [
        ("EUROCITIES", None),
        ("ICLEI", "ICLEI"),
        ("Covenant of Mayors", None),
        ("Polis", None),
    ]


def test_a_list_in_brackets_is_no_abbreviation() -> None:
    found = text_of(
        "Westport abroad",
        "The City of Westport is a member of international associations (Assembly of European Regions – AER, "
        "Metropolis, Eurocities, and others).",
    )
    assert [(one.name.text, one.abbreviation) for one in found.organisations] == [
        ("Assembly of European Regions", "AER"),
        ("Metropolis", None),
        ("Eurocities", None),
    ]


# What stands around names


def test_networks_named_for_example_are_nobody_s() -> None:
    found = text_of(
        "International work",
        "There are many networks in Europe, for example Eurocities and the Union of the Baltic Cities.",
        "Write to the office for more.",
    )
    assert found.organisations == []


def test_bodies_of_the_union_are_no_networks_that_one_belongs_to_by_being_named() -> None:
    found = text_of(
        "International work", INTRODUCTION, "The European Committee of the Regions gave its opinion on Eurocities."
    )
    assert "European Committee of the Regions" not in names_of(found)


@pytest.mark.parametrize("heading", ["Aims of the UBC", "What does the UBC do?", "The UBC has the chair of its year"])
def test_a_heading_that_says_the_name_again_begins_no_other(heading: str) -> None:
    found = text_of(
        "Union of the Baltic Cities (UBC)",
        "The City of Westport has been a member of the network since 1995. It is a network of cities.",
        heading,
        "The union wants its cities to learn from each other, and to be heard by the governments of all countries.",
    )
    assert len(found.organisations) == 1


def test_a_name_in_quotes_ends_where_they_do() -> None:
    found = text_of(
        "Our networks", "The City of Westport is a member of the network “Network of Quiet Harbours” in the north."
    )
    assert names_of(found) == ["Network of Quiet Harbours"]


def test_where_an_organisation_has_its_seat_is_no_part_of_its_name() -> None:
    found = text_of(
        "Our networks", "We are members of:", "- Quiet Harbours Network, based in Ghent\n- Eurocities\n- Polis"
    )
    assert names_of(found) == ["Quiet Harbours Network", "Eurocities", "Polis"]


def test_a_name_ends_before_since_when() -> None:
    found = text_of(
        "Redes", "La Comarca de Altaval es miembro de Euromontana desde 2011 y de la Red Rural del Norte desde 2009."
    )
    assert names_of(found) == ["Euromontana", "Red Rural del Norte"]


@pytest.mark.parametrize("caption", ["ARC_Logo", "Errin-Logo"])
def test_captions_in_one_word_name_nothing(caption: str) -> None:
    found = text_of("Our networks", INTRODUCTION, caption, "Eurocities", "Eurocities is a network of 200 cities.")
    assert names_of(found) == ["Eurocities"]


def test_two_paragraphs_that_begin_with_one_name_are_one_organisation() -> None:
    found = text_of(
        "Our networks",
        INTRODUCTION,
        "The Quiet Harbours Network (QHN) is a network of 40 harbours.",
        "The Quiet Harbours Network (QHN) was founded in 1991.",
        "The Loud Harbours Network (LHN) is a network of 30 harbours.",
    )
    assert names_of(found) == ["Quiet Harbours Network", "Loud Harbours Network"]
    assert named(found, "QHN").figures["founded"].value == 1991


# Records and labels


def test_records_that_bear_their_label_again_are_organisations_whatever_their_names_look_like() -> None:
    found = text_of(
        "Our networks",
        "Westport Council is a member of these.",
        "Name: Association of Olive Cities\nMember since: 2002\nAnnual fee: € 1033",
        "Name: Borghi Autentici\nMember since: 2009\nAnnual fee: € 600",
    )
    told = [(one.name.text, one.membership.since if one.membership else None) for one in found.organisations]
    assert told == [("Association of Olive Cities", "2002"), ("Borghi Autentici", "2009")]


def test_a_page_whose_headings_are_lost_is_read_by_its_records() -> None:
    found = text_of(
        "Europeiska nätverk",
        "Västkustens region deltar aktivt i flera nätverk.",
        "CPMR bildades 1973 och är paraply för sex geografiska kommissioner. I CPMR ingår cirka 160 regioner.",
        "Politisk representation i regionen:",
        " • Anna Brask (S)\n • Cecilia Hed (C)",
        "Mer information: http://cpmr.example.org/",
        "Kontakt: Per Sätter, enhet omvärld och EU",
        "AER bildades 1985 och har folkvalda regioner som medlemmar.",
        "Politisk representation i regionen:",
        " • Anders Kvist (M), ordförande, Nordsjökommissionen\n • Lisa Malm (S), ledamot",
        "Mer information: http://aer.example.org/",
        "Kontakt: Carina Beck, enhet omvärld och EU",
    )
    told = {one.name.text: [somebody.person for somebody in one.representatives] for one in found.organisations}
    assert told == {"CPMR": ["Anna Brask", "Cecilia Hed"], "AER": ["Anders Kvist", "Lisa Malm"]}
    assert [one.website for one in found.organisations] == ["http://cpmr.example.org/", "http://aer.example.org/"]


def test_the_groups_of_a_network_are_no_organisations() -> None:
    found = text_of(
        "Our networks",
        "Westport is a member of Eurocities and takes part in these fora:",
        "- Mobility Forum\n- Culture Forum\n- Digital Forum",
        "It is also a member of the working groups Metropolitan Cities and Urban Agenda.",
    )
    assert names_of(found) == ["Eurocities"]


def test_a_paragraph_below_a_label_ends_what_is_labelled_where_a_heading_follows() -> None:
    paragraph = "The network brings together 90 cities, which learn from each other how to keep their harbours quiet. "
    found = text_of(
        "Quiet Harbours Network (QHN)\nAbout the network\n" + paragraph * 3 + "\nOur voice in it\n"
        "The City of Westport has been a member since 1995.\nAnnual fee\n1000 euros\nContact\nAsta Lind\nWorld Unit\n"
    )
    organisation = named(found, "QHN")
    assert organisation.figures["members"].value == 90
    assert [contact.person for contact in organisation.contacts] == ["Asta Lind"]
    assert organisation.summary is not None
    assert "Our voice" not in organisation.summary


@pytest.mark.parametrize("name", ["Westport", "This"])
def test_places_and_pronouns_begin_no_records(name: str) -> None:
    found = text_of(
        f"{name} is a small town of harbours and hills, and cannot reach far alone.",
        "Contact: Asta Lind, World Unit",
        "The Quiet Harbours Network (QHN) is a network of 40 harbours.",
        "Contact: Bo Ek, World Unit",
    )
    assert not {"Westport", "This"} & set(names_of(found))


def test_an_abbreviation_is_told_in_brackets_with_a_former_name_behind_it() -> None:
    found = text_of(
        "Our networks",
        INTRODUCTION,
        "Port Destinations Alliance",
        "The Port Destinations Alliance (PortDNA, earlier known as Ports of Europe) unites 40 tourist boards.",
    )
    assert [(one.name.text, one.abbreviation) for one in found.organisations] == [
        ("Port Destinations Alliance", "PortDNA")
    ]

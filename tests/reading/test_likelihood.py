"""How likely it is that what was read is an organisation of the authority's."""

from __future__ import annotations

import pytest

from hansa.reading.document import Block
from hansa.reading.languages import languages
from hansa.reading.likelihood import weighed
from hansa.reading.outline import Section
from hansa.reading.types import Name, Notice, Organisation
from tests.reading.pages import reading_of

HEAD = '<html lang="en"><body><main><h1>Westsea County in its networks</h1><p>Westsea County belongs to these.</p>'
KNOWN = (
    "<h2>Eurocities</h2><p>Eurocities is a network of more than 200 cities. Westsea County has been a member since "
    "1999.</p><p>Contact: Ann Ek, ann.ek@westsea.example.org</p>"
)


def confidence_of(page: str, name: str) -> float:
    """How sure the reader is of the organisation of this name on a page."""
    (found,) = [one for one in reading_of(page).organisations if one.name.text == name]
    return found.confidence["name"]


def test_a_known_name_with_facts_is_surer_than_an_unknown_one_with_none() -> None:
    page = f"{HEAD}{KNOWN}<h2>Tidal Towns Network</h2><p>The network is for towns by the sea.</p></main>"
    assert confidence_of(page, "Eurocities") > 0.9 > confidence_of(page, "Tidal Towns Network")


def test_an_abbreviation_and_facts_of_the_membership_make_a_name_surer() -> None:
    bare = f"{HEAD}{KNOWN}<h2>Tidal Towns Network</h2><p>The network is for towns by the sea.</p></main>"
    told = bare.replace("Tidal Towns Network<", "Tidal Towns Network (TTN)<").replace(
        "by the sea.", "by the sea. We have been a member since 2004."
    )
    assert confidence_of(told, "Tidal Towns Network") > confidence_of(bare, "Tidal Towns Network")


@pytest.mark.parametrize(("kind", "kept"), [("heading", False), ("bold", False), ("row", True), ("mention", False)])
def test_a_heading_or_a_name_in_text_that_hardly_is_one_is_told_of_and_not_read(kind: str, kept: bool) -> None:
    section = Section(Block(kind, 0, 15, level=2), sure=0.5, named=0)
    organisation = Organisation(Name("Other Good Work", "en"), evidence={"name": (0, 15)})
    notices: list[Notice] = []
    pairs = weighed([(section, organisation)], notices, languages()["en"])
    assert bool(pairs) is kept
    assert [notice.code for notice in notices] == ([] if kept else ["organisation-in-passing"])


@pytest.mark.parametrize(
    ("name", "whole", "kept"),
    [
        ("Islands Commission", "CPMR", True),
        ("Cultural Cities Commission", "Union of the Baltic Cities", True),
        ("KIMO Norway", "KIMO", True),
        ("Culture Forum", "Eurocities", False),
        ("working group Transport", "Polis", False),
    ],
)
def test_a_part_of_a_network_is_kept_but_not_its_working_groups(name: str, whole: str, kept: bool) -> None:
    section = Section(Block("mention", 0, 13), sure=0.6, named=1)
    group = Organisation(Name(name, "en"), parent=whole, evidence={"name": (0, 13)})
    notices: list[Notice] = []
    assert bool(weighed([(section, group)], notices, languages()["en"])) is kept
    assert len(notices) == (not kept)


def test_what_a_page_of_many_sections_does_but_name_is_none_of_its_organisations() -> None:
    names = ("Eurocities", "Energy Cities", "Polis", "METREX", "ICLEI", "Cittaslow")
    own = "".join(f"<h2>{name}</h2><p>Westsea County has been a member of {name} since 2009.</p>" for name in names)
    end = "<h2>More</h2><p>Through the regional office we also take part in meetings of the AEBR now and then.</p>"
    page = f'<html lang="en"><body><main><h1>Our networks</h1>{own}{end}</main></body></html>'
    assert [one.name.text for one in reading_of(page).organisations] == [*names]


def test_a_neighbours_networks_are_not_ours_for_a_council_in_a_networks_name() -> None:
    told = (
        "Our neighbour Oakwick is a member of the Nordic Harbour League and of the Council of European Municipalities "
        "and Regions (CEMR)."
    )
    page = f"{HEAD}{KNOWN}<h2>How we influence the EU</h2><p>{told}</p></main></body></html>"
    assert [one.name.text for one in reading_of(page).organisations] == ["Eurocities"]

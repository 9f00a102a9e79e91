"""Politicians in a list below a network's name, each with but what they are at home, in each language."""

from __future__ import annotations

import pytest

from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

TITLES = {
    "sv": ("kommunalråd", "kommunalråd (ersättare)"),
    "en": ("councillor", "councillor (substitute)"),
    "da": ("borgmester", "borgmester (stedfortræder)"),
    "nb": ("ordfører", "varaordfører (vara)"),
    "nn": ("ordførar", "varaordførar (vara)"),
    "fi": ("kaupunginvaltuutettu", "kaupunginvaltuutettu (varalla)"),
    "de": ("Bürgermeisterin", "Stadtrat (Stellvertreter)"),
    "nl": ("gedeputeerde", "statenlid (plv.)"),
    "fr": ("conseillère municipale", "maire (suppléant)"),
    "it": ("assessora", "consigliere (supplente)"),
    "es": ("alcaldesa", "concejal (suplente)"),
    "pl": ("radna", "radny (zastępca)"),
    "pt": ("vereadora", "vereador (suplente)"),
}


@pytest.mark.parametrize("code", TITLES)
def test_politicians_listed_below_a_network_are_sent_there(code: str) -> None:
    title, introduction, is_what = PAGES[code]
    first, second = TITLES[code]
    people = f"<ul><li>Anna Ekman, {first}</li><li>Peter Lindner, {second}</li></ul>"
    networks = f"<h2>Eurocities</h2><p>{is_what}</p>{people}<h2>Polis</h2><p>{is_what}</p>"
    page = f'<html lang="{code}"><body><main><h1>{title}</h1><p>{introduction}</p>{networks}</main></body></html>'
    found = {one.name.text: one for one in reading_of(page).organisations}
    sent = [(one.person, one.deputy) for one in found["Eurocities"].representatives]
    assert sent == [("Anna Ekman", False), ("Peter Lindner", True)]
    assert not found["Eurocities"].contacts


def test_those_of_a_list_who_are_to_be_asked_are_not_sent() -> None:
    people = "<ul><li>Ann Ek, councillor, ann.ek@westsea.example.org</li><li>Bo Al, officer</li></ul>"
    networks = f"<h2>Eurocities</h2><p>We joined in 2008.</p>{people}<h2>Polis</h2><p>We joined in 2009.</p>"
    found = reading_of(f"<html lang='en'><body><h1>Our networks</h1>{networks}</body></html>").organisations
    assert not found[0].representatives


def test_a_party_behind_what_somebody_is_at_home_is_theirs() -> None:
    people = "<ul><li>dhr. Peter Lindner, statenlid D66 (plv.)</li><li>mw. Anna Ekman, wethouder PvdA</li></ul>"
    networks = f"<h2>Eurocities</h2><p>Lid sinds 2008.</p>{people}<h2>Polis</h2><p>Lid sinds 2009.</p>"
    found = reading_of(f"<html lang='nl'><body><h1>Onze Europese netwerken</h1>{networks}</body></html>").organisations
    sent = [(one.person, one.party, one.deputy) for one in found[0].representatives]
    assert sent == [("Peter Lindner", "D66", True), ("Anna Ekman", "PvdA", False)]

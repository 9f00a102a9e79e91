"""A section of a website is read politely, and what its pages say of one organisation is put together."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hansa.reading import ReadingError, open_document, read
from hansa.reading.fetch import Fetched, FetchError
from hansa.reading.follow import Manners, Passed, follow
from hansa.reading.formats.bundle import Page, bundle
from tests.reading.pages import codes, named

HOME = "https://w.example.org/networks/"
DIRECTORY = (
    '<html lang="en"><h1>Our networks</h1><p>Westsea County Council is a member of these networks:</p>'
    '<ul><li><a href="tidal">Forum of Tidal Towns</a></li><li><a href="llr.html">League of Lighthouse Regions (LLR)</a>'
    '</li></ul><p>See <a href="/jobs">jobs</a>, <a href="https://else.example.org/">others</a> and our '
    '<a href="leaflet.pdf">leaflet</a>.</p></html>'
)
TIDAL = (
    '<html lang="en"><h1>Forum of Tidal Towns</h1><p>We learn a lot here.</p>'
    "<h2>Contact</h2><p>Ann Ek, International unit</p></html>"
)
LLR = '<html lang="en"><h1>League of Lighthouse Regions (LLR)</h1><p>The LLR has 90 member regions.</p></html>'


class Site:
    """A site of a few pages, which notes what it was asked for."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages, self.asked, self.waited = pages, [], []

    def get(self, url: str) -> Fetched:
        self.asked.append(url)
        if url not in self.pages:
            raise FetchError(f"{url} is not there (answer 404).")
        return Fetched(url, url, self.pages[url].encode(), "text/html", datetime.now(UTC))

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)

    def follow(self, url: str = HOME, manners: Manners | None = None) -> list[Page | Passed]:
        return list(follow(url, manners, get=self.get, wait=self.wait))

    asked: list[str]
    waited: list[float]


def site(**further: str) -> Site:
    return Site({HOME: DIRECTORY, f"{HOME}tidal": TIDAL, f"{HOME}llr.html": LLR} | further)


def test_only_pages_of_the_section_are_asked_for() -> None:
    westsea = site()
    assert [page.location for page in westsea.follow() if isinstance(page, Page)] == [
        HOME,
        f"{HOME}tidal",
        f"{HOME}llr.html",
    ]
    assert set(westsea.asked) == {"https://w.example.org/robots.txt", HOME, f"{HOME}tidal", f"{HOME}llr.html"}


def test_robots_txt_is_obeyed_and_its_pause_kept() -> None:
    westsea = site(**{"https://w.example.org/robots.txt": "User-agent: *\nDisallow: /networks/tidal\nCrawl-delay: 3"})
    assert [page.location for page in westsea.follow() if isinstance(page, Page)] == [HOME, f"{HOME}llr.html"]
    assert westsea.waited == [3.0]


def test_a_first_page_that_robots_are_to_keep_off_is_refused() -> None:
    with pytest.raises(ReadingError, match="keep off"):
        site(**{"https://w.example.org/robots.txt": "User-agent: *\nDisallow: /"}).follow()


def test_a_page_that_is_gone_is_told_of_and_the_rest_read() -> None:
    westsea = site()
    del westsea.pages[f"{HOME}tidal"]
    passed = [page for page in westsea.follow() if isinstance(page, Passed)]
    assert [page.url for page in passed] == [f"{HOME}tidal"]


def test_no_more_pages_than_allowed_are_read() -> None:
    westsea = site()
    pages = westsea.follow(manners=Manners(pages=2))
    assert len([page for page in pages if isinstance(page, Page)]) == 2
    assert any(isinstance(page, Passed) and "first 2 pages" in page.reason for page in pages)


def test_what_several_pages_say_of_one_organisation_is_joined() -> None:
    pages = [page for page in site().follow() if isinstance(page, Page)]
    reading = read(open_document(bundle(pages)))
    assert [o.name.text for o in reading.organisations] == ["Forum of Tidal Towns", "League of Lighthouse Regions"]
    tides, lights = reading.organisations
    assert (tides.contacts[0].person, tides.contacts[0].unit) == ("Ann Ek", "International unit")
    assert lights.figures["members"].value == 90
    assert reading.authority == "Westsea County Council"
    for organisation in reading.organisations:
        start, end = organisation.evidence["name"]
        assert reading.text[start:end] == organisation.name.text
    start, end = lights.evidence["figures.members"]
    assert "90 member regions" in reading.text[start:end]


def test_pages_that_contradict_each_other_are_shown_to_a_person() -> None:
    other = LLR.replace("90", "80")
    reading = read(open_document(bundle([Page("a", LLR.encode()), Page("b", other.encode())])))
    assert named(reading, "LLR").figures["members"].value == 90
    assert "pages-differ" in codes(reading)


def test_the_same_pages_make_the_same_bytes() -> None:
    pages = [Page("a", LLR.encode()), Page("b", TIDAL.encode())]
    assert bundle(pages) == bundle(pages)


def test_a_page_that_a_browser_saved_with_its_pictures_is_read() -> None:
    picture = b"\r\n------M\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K"
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://w.example.org/\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----M"\r\n\r\n'
        b"------M\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + LLR.replace("=", "=3D").encode()
        + picture
        + b"\r\n------M--\r\n"
    )
    assert named(read(open_document(saved)), "LLR").figures["members"].value == 90


def test_a_page_of_a_bundle_that_cannot_be_read_is_told_of() -> None:
    reading = read(open_document(bundle([Page("a", LLR.encode()), Page("b", b"")])))
    assert "page-not-read" in codes(reading)
    assert [o.abbreviation for o in reading.organisations] == ["LLR"]

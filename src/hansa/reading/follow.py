"""A section of a website, page by page: politely, by its robots.txt, and never beyond the section."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from hansa.reading.document import MAX_BYTES, open_document
from hansa.reading.errors import ReadingError
from hansa.reading.fetch import USER_AGENT, Fetched, FetchError, fetch
from hansa.reading.formats.bundle import Page

ROBOT = USER_AGENT.partition("/")[0]
_PAGE_ENDINGS = re.compile(r"(?:/|/[^/.]*|\.(?:html?|php|aspx?|jsp|do|\d{1,3}))\Z", re.I)


@dataclass(frozen=True, slots=True)
class Manners:
    """How much is asked of a site: pages in all, links from the first page, seconds between two requests.

    A site that asks for a longer pause has it, up to `longest_pause`.
    """

    pages: int = 200
    depth: int = 2
    pause: float = 1.0
    longest_pause: float = 10.0


@dataclass(slots=True)
class Section:
    """What is taken of a site: the address of its first page, and what all its addresses begin with."""

    first: str
    host: str
    path: str
    robots: RobotFileParser = field(default_factory=RobotFileParser)

    def holds(self, url: str) -> bool:
        """Whether an address is a page of this section, of which robots are not asked to keep off."""
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and parts.netloc == self.host
            and parts.path.startswith(self.path)
            and bool(_PAGE_ENDINGS.search(parts.path))
            and (not parts.query or parts.path == urlsplit(self.first).path)
            and self.robots.can_fetch(ROBOT, url)
        )


@dataclass(frozen=True, slots=True)
class Passed:
    """A page that was not read, and why."""

    url: str
    reason: str


def follow(
    url: str,
    manners: Manners | None = None,
    *,
    get: Callable[[str], Fetched] = fetch,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Page | Passed]:
    """The first page of a section, then those that it leads to within the section, as they come.

    Raises FetchError where the first page cannot be fetched, ReadingError where robots are asked to keep off it.
    """
    manners = manners or Manners()
    section = _section(url, get)
    if not section.robots.can_fetch(ROBOT, url):
        raise ReadingError(f"{url} asks programs to keep off (robots.txt). Save the pages, and read their folder.")
    pause = min(float(section.robots.crawl_delay(ROBOT) or 0) or manners.pause, manners.longest_pause)
    waiting: list[tuple[str, int]] = [(url, 0)]
    seen = {url}
    size = taken = 0
    while waiting:
        here, depth = waiting.pop(0)
        if taken:
            wait(pause)
        try:
            fetched = get(here)
        except FetchError as error:
            if not taken:
                raise
            yield Passed(here, str(error))
            continue
        found_at = urldefrag(fetched.final_url)[0]
        if taken and (found_at != here and (not section.holds(found_at) or found_at in seen)):
            continue
        seen.add(found_at)
        size, taken = size + len(fetched.content), taken + 1
        if size > MAX_BYTES * 7 // 10:  # a bundle writes three bytes as four
            yield Passed(here, "The pages before it are all that one reading can hold.")
            return
        yield Page(found_at, fetched.content, fetched.media_type)
        if depth < manners.depth:
            for link in _links(fetched, found_at):
                if link not in seen and section.holds(link):
                    seen.add(link)
                    if len(seen) > manners.pages:
                        yield Passed(link, f"Only the first {manners.pages} pages of a section are read.")
                        break
                    waiting.append((link, depth + 1))


def _section(url: str, get: Callable[[str], Fetched]) -> Section:
    parts = urlsplit(url)
    path = parts.path or "/"
    last = path.rpartition("/")[2]
    within = path.rpartition("/")[0] + "/" if "." in last else path.rstrip("/") + "/"
    section = Section(url, parts.netloc, within)
    if path != within and "." not in last:
        section.path = path  # “/networks” holds “/networks/cpmr”, and itself
    try:
        rules = get(urljoin(url, "/robots.txt")).content.decode("utf-8", "replace").splitlines()
    except FetchError:
        rules = []  # a site without the file lets everybody in
    section.robots.parse(rules)
    return section


def _links(fetched: Fetched, found_at: str) -> list[str]:
    """The addresses that a page leads to, menus left out, in its order."""
    try:
        document = open_document(fetched.content, url=found_at, media_type=fetched.media_type)
    except ReadingError:
        return []
    return [urldefrag(urljoin(found_at, anchor.url))[0] for anchor in document.anchors]

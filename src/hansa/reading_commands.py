"""The commands that read and keep nothing: `hansa read`, `hansa evaluate`."""

from __future__ import annotations

import json
import mimetypes
import sys
import time
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Annotated

import typer

from hansa import reading
from hansa.reading import Document, Reading, ReadingError, evaluation, explanation
from hansa.reading import follow as following
from hansa.reading.fetch import FetchError, fetch
from hansa.reading.formats.bundle import Page as WebPage
from hansa.reading.formats.bundle import bundle
from hansa.register.pages import Page
from hansa.terminal import err, out, plain, table

PageArgument = Annotated[
    str, typer.Argument(metavar="PAGE", help="A file, a folder, a web address, or - for standard input.")
]


MOST_FILES = 500
SHOWN = 160  # characters of the page's words in an explanation


def open_page(page: str, follow: bool = False) -> tuple[Document, Page]:
    """The document at PAGE (a file, a folder, an address or -), and what the register keeps of it.

    With `follow`, the pages that it leads to within its section as well, or those that a file lists.
    """
    if page == "-":
        content = sys.stdin.buffer.read(reading.MAX_BYTES + 1)
        return reading.open_document(content, name="standard input"), Page("standard input", content)
    if page.startswith(("http://", "https://")):
        if follow:
            content = bundle(_followed(page))
            document = reading.open_document(content, name=page)
            return document, Page(page, content, kind="page", media_type="multipart/related")
        fetched = fetch(page)
        document = reading.open_document(fetched.content, url=fetched.final_url, media_type=fetched.media_type)
        return document, Page(page, fetched.content, kind="page", media_type=fetched.media_type)
    path = Path(page)
    if path.is_dir():
        content = bundle(_of_folder(path))
        return reading.open_document(content, name=path.name), Page(path.name, content)
    content = _bytes_of(path)
    if follow:
        content = bundle(_listed(path.name, content))
    return reading.open_document(content, name=path.name), Page(path.name, content)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(reading.MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadingError(f"There is no file {path}. Check the name, or give a web address.") from error
    except OSError as error:
        raise ReadingError(f"{path} cannot be read: {error.strerror}.") from error


def _followed(url: str) -> Iterator[WebPage]:
    """The pages of a section, told of as they come."""
    for one in following.follow(url):
        if isinstance(one, following.Passed):
            err.print("  [yellow]Left out:[/] ", end="")
            err.print(one.reason, markup=False)
        else:
            err.print(f"  {one.location}", markup=False)
            yield one


def _listed(name: str, content: bytes) -> Iterator[WebPage]:
    """The pages whose addresses a file lists, one a line."""
    lines = [line.strip() for line in content.decode("utf-8", "replace").splitlines()]
    addresses = [line for line in lines if line and not line.startswith("#")]
    if not addresses or not all(line.startswith(("http://", "https://")) for line in addresses):
        raise ReadingError(f"{name} is no list of web addresses, one a line. --follow needs one, or a web address.")
    for place, address in enumerate(addresses[:MOST_FILES]):
        if place:
            time.sleep(following.Manners().pause)
        try:
            fetched = fetch(address)
        except FetchError as error:
            err.print("  [yellow]Left out:[/] ", end="")
            err.print(str(error), markup=False)
            continue
        err.print(f"  {fetched.final_url}", markup=False)
        yield WebPage(fetched.final_url, fetched.content, fetched.media_type)


def _of_folder(folder: Path) -> Iterator[WebPage]:
    """The files of a folder, in the order of their names; hidden files and gold files are none of its pages."""
    files = [f for f in sorted(folder.rglob("*")) if f.is_file() and not f.name.startswith(".") and f.suffix != ".json"]
    if not files:
        raise ReadingError(f"The folder {folder} holds no files.")
    for file in files[:MOST_FILES]:
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        yield WebPage(str(file.relative_to(folder)), _bytes_of(file), media_type)


def read(
    page: PageArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole reading as JSON (docs/reading.md).")] = False,
    as_table: Annotated[bool, typer.Option("--table", help="Print a table (the default).")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="Read the pages of its section as well.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tell which rule found what, and what was left.")] = False,
) -> None:
    """Read a page, and show what was found. Nothing is saved."""
    if as_json + as_table + explain > 1:
        raise typer.BadParameter("Choose one of --json, --table and --explain.")
    document, _page = open_page(page, follow)
    seen = reading.read(document)
    if as_json:
        sys.stdout.write(json.dumps(seen.as_json(), ensure_ascii=False, indent=1) + "\n")
    elif explain:
        _explain(seen, document)
    else:
        show(seen)


def _explain(seen: Reading, document: Document) -> None:
    """Print every finding with its rule and its words, then the parts of the page that nothing was made of."""
    for organisation in seen.organisations:
        out.print(f"[bold]{plain(organisation.name.text)}[/]")
        shown = table("Finding", "Value", "Sure", "Rule", "Words")
        for one in explanation.explained(organisation, document):
            words = one.words if len(one.words) <= SHOWN else f"{one.words[:SHOWN]} …"
            shown.add_row(one.path, plain(one.value), f"{one.confidence:.2f}", plain(one.rule), plain(words))
        out.print(shown)
        out.print()
    for notice in seen.notices:
        out.print(f"[yellow]Notice {notice.code}:[/] ", end="")
        out.print(notice.message, markup=False)
    left = explanation.nothing_made_of(seen, document)
    out.print("[bold]Nothing was made of[/]" if left else "Something was made of every part.")
    for start, end in left:
        out.print(f"  {start}–{end}: ", end="")
        out.print(" ".join(document.text[start:end].split()), markup=False)


def show(seen: Reading) -> None:
    """Print a reading as a table, with its notices."""
    out.print(f"[bold]{seen.title or 'A page without a title'}[/] · {seen.language or 'language unknown'}", end="")
    out.print(f" · {seen.authority}" if seen.authority else "", markup=False)
    shown = table("Organisation", "Size", "Website", "Contact", "Our role")
    for found in seen.organisations:
        short = f" ({found.abbreviation})" if found.abbreviation else ""
        size = ", ".join(
            f"{'about ' if figure.approximate else ''}{figure.value} {kind}" for kind, figure in found.figures.items()
        )
        contacts = "; ".join(", ".join(filter(None, (c.person, c.unit))) for c in found.contacts)
        roles = [f"{o.office}{f': {o.person}' if o.person else ''}" for o in found.offices]
        roles += [f"{'deputy' if r.deputy else r.role or 'representative'}: {r.person}" for r in found.representatives]
        name = f"{'  ' if found.parent else ''}{found.name.text}{short}"
        shown.add_row(*map(plain, (name, size, found.website or "", contacts, "; ".join(roles))))
    if seen.organisations:
        out.print(shown)
    count = len(seen.organisations)
    out.print(f"{count} organisation{'' if count == 1 else 's'} found.")
    for link in seen.links:
        out.print(f"  Related page: {link.text}", markup=False)
    for address in seen.unassigned_emails:
        out.print(f"  Belongs to nobody on the page: {address}", markup=False)
    for notice in seen.notices:
        out.print("[yellow]  Notice:[/] ", end="")
        out.print(notice.message, markup=False)


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of pages, each with a gold file.")],
    findings: Annotated[bool, typer.Option("--findings", help="List every wrong and missed finding.")] = False,
) -> None:
    """Read every page of FOLDER that has a gold file, and show how much was found and how much of it is right."""
    judged: list[evaluation.Judged] = []
    unread = []
    for page, outcome in evaluation.evaluate(folder):
        if isinstance(outcome, ReadingError):
            unread.append(f"{page.relative_to(folder)}: {outcome}")
        else:
            judged += outcome
    for line in unread:
        err.print("[red]Not read:[/] ", end="")
        err.print(line, markup=False)
    if not judged:
        raise typer.Exit(1)
    for title in ("kind", "language", "shape", "format"):
        _scores(title, evaluation.totals(judged, attrgetter(title)))
    _scores("all", evaluation.totals(judged, lambda _one: f"{len({one.page for one in judged})} pages"))
    shown = table("said to be right with", "are right", "findings", numbers=True)
    for said, right, count in evaluation.calibration(judged):
        shown.add_row(f"{said:.2f}", f"{right:.3f}", str(count))
    out.print(shown)
    for one in judged if findings else ():
        if one.outcome != "right":
            line = f"{one.outcome:6} {one.page}: {one.organisation}: {one.kind}: {one.value}"
            out.print(line, markup=False, soft_wrap=True)


def _scores(title: str, scores: dict[str, evaluation.Score]) -> None:
    shown = table(title, "right", "wrong", "missed", "precision", "recall", "F1", numbers=True)
    for name, score in scores.items():
        rates = (f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1))
        shown.add_row(name, str(score.right), str(score.wrong), str(score.missed), *rates)
    out.print(shown)
    out.print()

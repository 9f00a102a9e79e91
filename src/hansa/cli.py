"""The `hansa` command.

Imports of Django's rooms stand inside the commands, so that `hansa read` needs no database and no settings.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from hansa import reading
from hansa.reading import Reading, ReadingError
from hansa.reading.fetch import FetchError
from hansa.reading_commands import PageArgument, evaluate, open_page, read, show
from hansa.register.pages import Page
from hansa.terminal import err, out, plain, table

app = typer.Typer(
    help="Keep, check and publish the register of the organisations and networks that an authority belongs to.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Who = Annotated[str, typer.Option("--as", metavar="NAME", help="Who decides; left out, the name you signed in with.")]


def main() -> None:
    """Run the command; what goes wrong in a known way is told in words, and the exit code is 1."""
    with _told():
        app()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (ReadingError, FetchError) as error:
        _fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        _fail("Stopped. What was not finished was not saved.")
    except Exception as error:
        if (message := _known(error)) is None:
            raise
        _fail(message)


def _known(error: Exception) -> str | None:
    """The message of an error that a user can do something about; None for a fault of ours."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    from hansa.register.errors import RegisterError

    if isinstance(error, RegisterError | ImproperlyConfigured):
        return str(error)
    text = str(error)
    if isinstance(error, OperationalError):
        if "locked" in text:
            return "The database is in use by another program, and stayed so. Nothing was changed. Try again."
        if "full" in text or "No space" in text:
            return "The disk is full. Nothing was changed. Make room, and try again."
        if "unable to open" in text or "readonly" in text:
            return f"The database file cannot be opened for writing: {_database_name()}. Check its folder's rights."
        return f"The database does not answer: {text.splitlines()[0] if text else 'no reason given'}"
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return f"{error.strerror or str(error).rstrip('.')}{where}. Nothing was changed."
    return None


def _database_name() -> str:
    from django.conf import settings

    return str(settings.DATABASES["default"]["NAME"])


def _fail(message: str) -> NoReturn:
    err.print(f"[bold red]{'Hansa:'}[/] ", end="")
    err.print(message, markup=False)
    sys.exit(1)


def ready() -> None:
    """Set Django up, and bring the database up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hansa.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    Path(settings.DATA).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _actor(name: str) -> str:
    return name or getpass.getuser()


app.command()(read)
app.command()(evaluate)

# The register.


@app.command("import")
def import_page(
    page: PageArgument,
    authority: Annotated[str, typer.Option(metavar="NAME", help="Whose memberships the page lists.")] = "",
    accept: Annotated[bool, typer.Option("--accept", help="Accept all that is proposed, save what is asked.")] = False,
    who: Who = "",
    follow: Annotated[bool, typer.Option("--follow", help="Read the pages of its section as well.")] = False,
) -> None:
    """Read a page, and propose what it says to the register."""
    document, kept = open_page(page, follow)
    seen = reading.read(document)
    ready()
    take_in(seen, kept, authority, _actor(who) if accept else None)


def take_in(seen: Reading, kept: Page, authority: str, accept_as: str | None) -> None:
    """Propose a reading, accept it for `accept_as` where given, and print what came of it."""
    from hansa.register import intake, review
    from hansa.register.claims import Actor
    from hansa.register.labels import Names

    made = intake.take_in(seen, kept, authority=authority or None)
    if accept_as:
        decision = intake.accept_all(made, Actor(accept_as), note=f"Import of {kept.location}")
        count = decision.accepted.count() if decision else 0
        out.print(f"{kept.location}: {count} claims accepted as {accept_as}.", markup=False)
    else:
        out.print(f"{kept.location}: {len(made.new)} claims proposed.", markup=False)
        if made.unchanged and not made.new:
            out.print("The page is as it was when it was last read.")
        for group in review.waiting(made.source) if made.reread else ():
            moved = f", now {group.moved_to}" if group.moved_to else ""
            out.print(f"  {group.change.value}: {group.label}, {group.name}{moved}", markup=False)
    if made.questions:
        out.print(f"{len(made.questions)} questions must be answered by a person:")
        names = Names(question.subject for question in made.questions)
        for question in made.questions:
            out.print(f"  Is “{question.value}” the same as “{names.of(question.subject)}”?", markup=False)
    if not seen.organisations:
        err.print("[yellow]No organisation was found on the page.[/] Look at it with: hansa read PAGE")


@app.command("claims")
def list_claims(
    state: Annotated[str, typer.Option(help="proposed, accepted, rejected, superseded or withdrawn.")] = "proposed",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List claims, with what they would replace and the words that say so."""
    ready()
    from hansa.register.labels import Names, claim_in_words
    from hansa.register.models import Claim

    if state not in Claim.State.values:
        raise typer.BadParameter(f"There is no state “{state}”: {', '.join(Claim.State.values)}.")
    found = Claim.objects.filter(state=state).select_related("replaces").prefetch_related("evidence__source")
    shown = table("Claim", "About", "Property", "Value", "Now", "Source")
    listed = list(found.order_by("kind", "subject", "id"))
    names = Names([*(claim.subject for claim in listed), *(c.reference for c in listed if c.reference)])
    for claim in listed:
        evidence = next(iter(claim.evidence.all()), None)
        now = claim_in_words(claim.replaces, names) if claim.replaces else None
        row = {
            "id": str(claim.id),
            "about": names.of(claim.subject),
            "property": f"{claim.kind}.{claim.property}" + (f" [{claim.language}]" if claim.language else ""),
            "value": claim_in_words(claim, names),
            "now": now,
            "source": f"{evidence.source}: {evidence.quote[:80]}" if evidence else "",
        }
        if as_json:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            shown.add_row(*(plain("" if value is None else str(value)) for value in row.values()))
    if not as_json:
        if listed:
            out.print(shown)
        out.print(f"{len(listed)} claims are {state}.")


@app.command()
def doctor(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build the tables anew from the claims first.")] = False,
) -> None:
    """Check that the register is sound, and say what to do where it is not."""
    ready()
    from django.db import transaction

    from hansa.register import projection
    from hansa.register.doctor import examine
    from hansa.register.models import Claim, Decision, Source

    if rebuild:
        with transaction.atomic():
            projection.rebuild()
        out.print("The tables were built anew from the claims.")
    found = list(examine())
    for finding in found:
        out.print("[bold red]✗[/] ", end="")
        out.print(f"{finding.what}\n  {finding.do}  ({finding.code})", markup=False)
    counts = f"{Claim.objects.count()} claims, {Decision.objects.count()} decisions, {Source.objects.count()} sources"
    if found:
        out.print(f"{len(found)} findings in {counts}.")
        raise typer.Exit(1)
    out.print(f"[green]✓[/] The register is sound: {counts}; replay gives the tables exactly.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the backup.")]) -> None:
    """Write the whole register, sources and accounts included, to one file."""
    ready()
    from hansa.register import backup as backups

    made = backups.backup(file)
    rows = ", ".join(f"{count} {name.rpartition('.')[2]}" for name, count in made.rows.items())
    out.print(f"{file} holds {rows}.", markup=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that hansa backup wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite the register that is here.")] = False,
) -> None:
    """Make the register what a backup holds."""
    ready()
    from hansa.register import backup as backups

    made = backups.restore(file, replace=replace)
    out.print(f"The register is as it was on {made.made_at:%Y-%m-%d %H:%M} (UTC).")


@app.command()
def keeper(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The user name to sign in with.")],
    administrator: Annotated[bool, typer.Option("--administrator", help="May also manage people and rights.")] = False,
) -> None:
    """Make an account that may review and decide, or set a new password for one. The password is asked for."""
    ready()
    from hansa.desk import accounts

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    accounts.make_keeper(name, password, administrator=administrator)
    out.print(f"{name} can sign in now.", markup=False)


# Serving.

Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]
Host = Annotated[str, typer.Option(help="The address to listen on.")]


@app.command()
def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 2,
) -> None:
    """Serve the website and the desk."""
    ready()
    from hansa import serving

    serving.serve(host, port, workers)


@app.command()
def demo(
    no_serve: Annotated[bool, typer.Option("--no-serve", help="End when the register is built.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Build a register from the sample pages, and serve its website."""
    from hansa import serving

    if not no_serve:
        serving.check_free(host, port)
    ready()
    from hansa import demonstration

    demonstration.build(show, take_in)
    if not no_serve:
        demonstration.welcome(host, port)
        serving.serve(host, port, workers=2)

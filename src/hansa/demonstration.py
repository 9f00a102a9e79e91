"""`hansa demo`: a whole register from the sample pages, by the same way as any other."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from rich.console import Console

from hansa import reading
from hansa.desk import accounts
from hansa.reading import Reading
from hansa.register.asof import version
from hansa.register.models import Source
from hansa.register.pages import Page

KEEPER = "demo"
AUTHORITY = "Region Västerhav"
PAGES = ("organisationer-och-natverk.txt", "networks.html")
out = Console(highlight=False)


def build(show: Callable[[Reading], None], take_in: Callable[[Reading, Page, str, str | None], None]) -> None:
    """Read the sample pages, show what was found, and accept it as the demo keeper; what was read stays."""
    make_keeper()
    before = version()
    for name in PAGES:
        content = resources.files("hansa.sample").joinpath(name).read_bytes()
        seen = reading.read(reading.open_document(content, name=name))
        if not Source.objects.filter(location=name).exists():
            show(seen)
            out.print()
        take_in(seen, Page(name, content), AUTHORITY, KEEPER)
    if version() == before:
        out.print("The register was built before: nothing is new, and nothing was lost.")


def _password_file() -> Path:
    return Path(settings.DATA) / "demo-password"


def make_keeper() -> None:
    """The demo keeper's account, with a password of this installation's own, kept beside the database."""
    kept = _password_file()
    if not kept.exists() or not get_user_model().objects.filter(username=KEEPER).exists():
        password = "-".join(secrets.token_hex(2) for _ in range(4))
        kept.touch(mode=0o600)
        kept.write_text(password)
        accounts.make_keeper(KEEPER, password)


def welcome(host: str, port: int) -> None:
    """Print where the site and the desk are, and how to sign in."""
    site = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    out.print()
    out.print(f"[bold]The website[/]   {site}/   (in English: {site}/en/)")
    out.print(f"[bold]The desk[/]      {site}/desk/")
    out.print(f"[bold]Sign in[/]       as [bold]{KEEPER}[/] with the password [bold]{_password_file().read_text()}[/]")
    out.print("Stop with Ctrl-C. The register stays, and the next start is quick.")

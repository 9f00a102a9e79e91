"""The reference pages that are made from the code: `python -m docs.generate` writes docs/reference."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Made from the code by `make docs`; change the code instead. -->"


def commands() -> str:
    """Every command of `hansa`, with its arguments and options."""
    from typer.main import get_command

    from hansa.cli import app

    group: Any = get_command(app)
    lines = [MADE, "", "# The hansa command", "", " ".join(group.help.split())]
    for name, command in group.commands.items():
        parameters = [parameter for parameter in command.params if parameter.name != "help"]
        usage = [_title(p) if p.required else f"[{_title(p)}]" for p in parameters]
        lines += ["", f"## hansa {name}", "", " ".join(command.help.split())]
        lines += ["", "```", " ".join(["hansa", name, *usage]), "```"]
        if parameters:
            rows = [(f"`{_title(p)}`", f"{p.help or ''}{_default(p)}") for p in parameters]
            lines += ["", *_table(("argument or option", "what it is"), rows)]
    return "\n".join(lines) + "\n"


def _title(parameter: Any) -> str:
    taken = parameter.metavar or parameter.name.upper()
    if parameter.param_type_name == "argument":
        return str(taken)
    names = "/".join([*parameter.opts, *parameter.secondary_opts])
    return names if parameter.is_flag else f"{names} {taken}"


def _default(parameter: Any) -> str:
    value = parameter.default
    return f" Default: {value}." if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else ""


def vocabulary() -> str:
    """Every property that the register knows, by kind of thing."""
    from django.utils.translation import override

    from hansa.register.vocabulary import BY_KIND, KIND_LABELS

    def in_(language: str, text: object) -> str:
        with override(language):
            return str(text)

    lines = [
        MADE,
        "",
        "# The vocabulary",
        "",
        "Every property is declared once, in `src/hansa/register/vocabulary.py`. Forms, the review screen and this "
        "page are made from the declarations.",
        "",
        "*Values*: one; many (side by side); by language (one, or many, for each language). *Fresh for*: how long a "
        "value counts as checked. *Personal*: the value leaves the public pages with the person, and can be erased. "
        "*Public*: the value may be shown on the website. Properties in bold are required: without them the thing is "
        "not in the register.",
    ]
    for kind, properties in BY_KIND.items():
        rows = []
        for p in properties.values():
            values = ("many" if p.many else "one") + (", by language" if p.by_language else "")
            fresh = "" if p.fresh_for is None else f"{p.fresh_for} days"
            taken = ", ".join(p.choices) if p.choices else (f"→ {p.refers_to}" if p.refers_to else str(p.type))
            name = f"**{p.name}**" if p.required else p.name
            marks = ("yes" if p.personal else "", "yes" if p.public else "no")
            rows.append((name, in_("en", p.label), in_("sv", p.label), taken, values, fresh, *marks, f"`{p.term}`"))
        labels = in_("en", KIND_LABELS[kind]).capitalize(), in_("sv", KIND_LABELS[kind])
        headings = ("property", "English", "Swedish", "value", "values", "fresh for", "personal", "public", "RDF term")
        lines += ["", f"## {labels[0]} ({labels[1]})", "", *_table(headings, rows)]
    return "\n".join(lines) + "\n"


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for row in (headings, ("---",) * len(headings), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


PAGES: dict[str, Callable[[], str]] = {"commands.md": commands, "vocabulary.md": vocabulary}


def main() -> None:
    """Write every reference page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hansa.config.settings")
    import django

    django.setup()
    REFERENCE.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()

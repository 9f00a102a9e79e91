"""What the command line prints on: plain where it is piped, wrapped and coloured in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def table(*headings: str, numbers: bool = False) -> Table:
    """An open table; with `numbers`, all columns but the first are set to the right."""
    made = Table(show_edge=False, pad_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        made.add_column(heading, overflow="fold", justify="right" if numbers and place else "left")
    return made


def plain(text: str) -> str:
    """Text in which brackets are no markup."""
    return text.replace("[", "\\[")

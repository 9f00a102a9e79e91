"""A page as tests see it: its text and its elements, by a real parser."""

from __future__ import annotations

from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser


class Page:
    """A response's document. `text` is what stands in the main part, in single spaces."""

    def __init__(self, response: HttpResponse) -> None:
        self.status = response.status_code
        self.html = response.content.decode()
        self.tree = LexborHTMLParser(self.html)

    @property
    def text(self) -> str:
        return self.of("main") or self.of("body")

    def of(self, selector: str) -> str:
        """The text of the first element, or nothing."""
        found = self.tree.css_first(selector)
        return " ".join(found.text(separator=" ").split()) if found else ""

    def all(self, selector: str) -> list[str]:
        """The texts of all such elements."""
        return [" ".join(found.text(separator=" ").split()) for found in self.tree.css(selector)]

    def attributes(self, selector: str, name: str) -> list[str | None]:
        return [found.attributes.get(name) for found in self.tree.css(selector)]

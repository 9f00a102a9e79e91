"""Why a document could not be read: what happened, to what, and what to do."""

from __future__ import annotations


class ReadingError(Exception):
    """A document that could not be read; `str()` is for people."""


class EmptyDocument(ReadingError):  # noqa: N818 - named for what it is
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is empty. Save the page again, and read that file.")


class NotText(ReadingError):  # noqa: N818
    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"{name} is {what}, not a text or a web page. Save the page as HTML or as text, and read that file."
        )


class TooManyPages(ReadingError):  # noqa: N818
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(f"{name} holds more than {limit} pages. Read them in several files.")


class TooLarge(ReadingError):  # noqa: N818
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"{name} is larger than {limit // 1_000_000} MB, more than any page of this kind. "
            "Read the page itself, without its pictures and attachments."
        )

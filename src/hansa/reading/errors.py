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


class Damaged(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is damaged, and cannot be opened. Open it in its own program, and save it anew.")


class PasswordProtected(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is protected by a password. Save it without one, and read that file.")


class ZipBomb(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} would unpack to far more than a document of this kind holds, and was not opened. "
            "Save the list alone in a new file, and read that."
        )


class EntityBomb(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} declares XML entities, which no office program writes and which may expand without end; "
            "it was not opened. Save it anew in an office program."
        )


class OldFormat(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is in the format of office programs before 2007. Open it there, save it as .docx or .xlsx, "
            "and read that file."
        )


class NoText(ReadingError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} holds pictures of pages and no text: it was scanned. Have its text recognised (OCR), "
            "or type the list into a spreadsheet, and read that."
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


class NoGoldFile(ReadingError):  # noqa: N818
    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name} is no gold file ({why}). docs/reading.md shows the form. Mend it, and evaluate again."
        )

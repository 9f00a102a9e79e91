"""The types of value that a property may have: each takes what came in and gives its one JSON form, or says why not.

Dates are EDTF (ISO 8601-2) level 0 and intervals: "2026-11-23", "2026-11", "2026", "2023/2026",
"/2026-11-23" (began nobody knows when), "2023/" (ends nobody knows when).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import phonenumbers
from babel.numbers import list_currencies
from django.utils.translation import gettext as _
from email_validator import EmailNotValidError, validate_email


class Type(StrEnum):
    """How a value is written, shown and edited."""

    LINE = "line"
    TEXT = "text"
    SLUG = "slug"
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    FIGURE = "figure"
    MONEY = "money"
    CHOICE = "choice"
    FLAG = "flag"
    LINK = "link"
    REFERENCE = "reference"


class NotTakenError(ValueError):
    """A value of the wrong shape; the message says what is wanted, for people."""


LONGEST_LINE = 500
LONGEST_TEXT = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _line(value: Any) -> str:
    text = " ".join(_CONTROL.sub(" ", _string(value)).split())
    if not text:
        raise NotTakenError(_("It is empty."))
    if len(text) > LONGEST_LINE:
        raise NotTakenError(_("It is longer than %d characters.") % LONGEST_LINE)
    return text


def _text(value: Any) -> str:
    lines = [" ".join(line.split()) for line in _CONTROL.sub(" ", _string(value)).splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not text:
        raise NotTakenError(_("It is empty."))
    if len(text) > LONGEST_TEXT:
        raise NotTakenError(_("It is longer than %d characters.") % LONGEST_TEXT)
    return text


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise NotTakenError(_("A text is wanted."))
    return value.encode("utf-8", "replace").decode("utf-8")


def _slug(value: Any) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", _string(value)) or len(value) > 80:
        raise NotTakenError(_("Small letters a to z, digits and single hyphens are wanted."))
    return str(value)


def _url(value: Any) -> str:
    url = _line(value)
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise NotTakenError(_("It is not a web address.")) from error
    if parts.scheme not in ("http", "https") or "." not in host or re.search(r"\s", url):
        raise NotTakenError(_("A web address that begins with http:// or https:// is wanted."))
    if parts.username or parts.password:
        raise NotTakenError(_("A web address with a password in it is not taken."))
    return url


def _email(value: Any) -> str:
    try:
        return validate_email(
            _line(value), check_deliverability=False, allow_smtputf8=True, test_environment=True
        ).normalized
    except EmailNotValidError as error:
        raise NotTakenError(_("It is not an e-mail address.")) from error


def _phone(value: Any) -> str:
    try:
        number = phonenumbers.parse(_line(value), "SE")
    except phonenumbers.NumberParseException as error:
        raise NotTakenError(_("It is not a phone number.")) from error
    if not phonenumbers.is_possible_number(number):
        raise NotTakenError(_("It is not a phone number."))
    wanted = phonenumbers.PhoneNumberFormat.RFC3966 if number.extension else phonenumbers.PhoneNumberFormat.E164
    return phonenumbers.format_number(number, wanted).removeprefix("tel:")


def _date(value: Any) -> str:
    text = _line(value)
    begin, slash, end = text.partition("/")
    for part in (begin, end):
        if part and not _is_day(part):
            raise NotTakenError(
                _("A date that exists is wanted, as 2026-11-23, 2026-11 or 2026, or a span such as 2023/2026.")
            )
    if not (begin or end) or (not slash and not begin):
        raise NotTakenError(_("It is empty."))
    if begin and end and last_day(begin) > last_day(end):
        raise NotTakenError(_("The span ends before it begins."))
    return text


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def first_day(text: str) -> date:
    """The first day that a day, month or year (EDTF level 0) may mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The last day that a day, month or year (EDTF level 0) may mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date(*parts)


def is_over(until: str, day: date) -> bool:
    """Whether what ends at `until` (EDTF) is over by `day`; what has no known end is not."""
    end = until.rpartition("/")[2]
    if not end:
        return False
    return last_day(end) < day or (until.startswith("/") and last_day(end) <= day)


def _figure(value: Any) -> dict[str, Any]:
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"value": value}
    if not isinstance(value, dict) or set(value) - {"value", "approximate"}:
        raise NotTakenError(_("A number is wanted."))
    number = value.get("value")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 10**12:
        raise NotTakenError(_("A whole number, zero or more, is wanted."))
    return {"value": number, "approximate": bool(value.get("approximate"))}


def _money(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) - {"amount", "currency"}:
        raise NotTakenError(_("An amount and a currency are wanted."))
    try:
        amount = Decimal(str(value.get("amount")))
    except InvalidOperation as error:
        raise NotTakenError(_("The amount is not a number.")) from error
    if not amount.is_finite() or not 0 <= amount < Decimal(10) ** 12:
        raise NotTakenError(_("The amount is not a sum of money."))
    if value.get("currency") not in list_currencies():
        raise NotTakenError(_("The currency is wanted as its three letters, such as SEK or EUR."))
    return {"amount": str(amount.quantize(Decimal("0.01"))), "currency": value["currency"]}


def _choice(value: Any) -> str:
    return _line(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise NotTakenError(_("Yes or no is wanted."))
    return value


def _link(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) - {"text", "url"}:
        raise NotTakenError(_("A text and a web address are wanted."))
    link: dict[str, Any] = {"text": _line(value.get("text"))}
    if value.get("url"):
        link["url"] = _url(value["url"])
    return link


def _reference(value: Any) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError as error:
        raise NotTakenError(_("It does not say which thing is meant.")) from error


CLEAN: dict[Type, Callable[[Any], Any]] = {
    Type.LINE: _line,
    Type.TEXT: _text,
    Type.SLUG: _slug,
    Type.URL: _url,
    Type.EMAIL: _email,
    Type.PHONE: _phone,
    Type.DATE: _date,
    Type.FIGURE: _figure,
    Type.MONEY: _money,
    Type.CHOICE: _choice,
    Type.FLAG: _flag,
    Type.LINK: _link,
    Type.REFERENCE: _reference,
}

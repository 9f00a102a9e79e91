"""What things are called, and values in words: for lists of claims, where a thing may be proposed only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from babel import Locale
from babel.numbers import format_currency, get_currency_symbol
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext, pgettext

from hansa.register.models import Claim
from hansa.register.projection import chunks
from hansa.register.values import Type, first_day
from hansa.register.vocabulary import BY_KIND, Kind, Property

UNSAID = "–"


class Names:
    """The names of things, of proposed ones too; relations are called by what they relate.

    Loads everything in three queries or fewer (per 900 things).
    """

    def __init__(self, subjects: Iterable[UUID]) -> None:
        self._names: dict[UUID, dict[str, str]] = {}
        self._ends: dict[UUID, dict[str, UUID]] = {}
        wanted, known = set(subjects), set[UUID]()
        for _round in range(3):
            self._load(wanted - known)
            known |= wanted
            wanted = {end for subject in wanted for end in self._ends.get(subject, {}).values()}

    def _load(self, subjects: set[UUID]) -> None:
        spoken = [Claim.State.ACCEPTED, Claim.State.PROPOSED]
        for part in chunks(sorted(subjects)):
            claims = Claim.objects.filter(subject__in=part, state__in=spoken, erased_in=None).exclude(value=None)
            for claim in claims.order_by("state", "id"):
                if claim.property in ("name", "abbreviation"):
                    known = self._names.setdefault(claim.subject, {})
                    known.setdefault(claim.language if claim.property == "name" else "abbreviation", claim.value)
                elif claim.reference:
                    self._ends.setdefault(claim.subject, {}).setdefault(claim.property, claim.reference)

    def of(self, subject: UUID) -> str:
        """What a thing is called, in the reader's language where it has a name there."""
        return self._of(subject, 0)

    def _of(self, subject: UUID, depth: int) -> str:
        if known := self._names.get(subject):
            for language in (get_language() or "", "", "sv", "en", *sorted(known)):
                if language in known:
                    return known[language]
        ends = self._ends.get(subject, {})
        if depth == 2 or not ends:
            return gettext("without a name")
        named = [self._of(end, depth + 1) for prop, end in ends.items() if prop != "authority" or len(ends) == 1]
        return " · ".join(dict.fromkeys(named))


def in_words(prop: Property, value: Any, names: Names | None = None) -> str:
    """A value as its reader's language writes it."""
    if value is None:
        return UNSAID
    if prop.choices is not None:
        return str(prop.choices.get(value, value))
    if prop.type is Type.FIGURE:
        return figure_in_words(value)
    if prop.type is Type.MONEY:
        return money_in_words(value)
    if prop.type is Type.DATE:
        return date_in_words(value)
    if prop.type is Type.FLAG:
        return gettext("yes") if value else gettext("no")
    if prop.type is Type.LINK:
        return f"{value['text']} ({value['url']})" if value.get("url") else str(value["text"])
    if prop.refers_to:
        return names.of(UUID(value)) if names else str(value)
    return str(value)


def figure_in_words(figure: Mapping[str, Any]) -> str:
    """A figure: “about 90” where it is approximate."""
    number = number_format(figure["value"], use_l10n=True, force_grouping=True)
    return gettext("about %s") % number if figure.get("approximate") else number


def money_in_words(money: Mapping[str, Any]) -> str:
    """An amount in its currency; whole amounts without decimals."""
    amount = Decimal(money["amount"])
    locale = Locale.parse(get_language() or "sv", sep="-")
    pattern = locale.currency_formats["standard"].pattern
    if get_currency_symbol(money["currency"], locale).isalpha():
        pattern = pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#")
    if amount == int(amount):
        pattern = pattern.replace(".00", "")
    return format_currency(amount, money["currency"], format=pattern, locale=locale, currency_digits=False)


def date_in_words(date: str) -> str:
    """An EDTF date as precise as it is: a day, a month, a year, or a span of them."""
    begin, slash, end = date.partition("/")
    if not slash:
        return _day_in_words(begin)
    if begin and end:
        return f"{_day_in_words(begin)}–{_day_in_words(end)}"
    if begin:
        return pgettext("date", "from %s") % _day_in_words(begin)
    return pgettext("date", "before %s") % _day_in_words(end)


def _day_in_words(date: str) -> str:
    if len(date) == 4:
        return date
    form = "YEAR_MONTH_FORMAT" if len(date) == 7 else "DATE_FORMAT"
    return date_format(first_day(date), form)


def claim_in_words(claim: Claim, names: Names | None = None) -> str:
    """The value of a claim in words."""
    if claim.erased_in_id is not None:
        return gettext("erased")
    prop = BY_KIND[Kind(claim.kind)].get(claim.property)
    return in_words(prop, claim.value, names) if prop else str(claim.value)

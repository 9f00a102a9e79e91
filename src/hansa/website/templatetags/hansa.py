"""The one renderer of a value: texts by language, figures, dates, money, sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import get_language
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

from hansa.register.labels import date_in_words, figure_in_words, money_in_words
from hansa.register.vocabulary import MEMBERSHIP_KINDS, ROLES, SCOPES, TOPICS
from hansa.website.addresses import without_addresses
from hansa.website.texts import best, several

register = template.Library()
LONGEST_BEGINNING = 280
register.filter(without_addresses)


@register.simple_tag
def text(texts: Mapping[str, str] | None, *, capital: bool = False) -> SafeString:
    """A text kept per language, in the reader's or the next best, told by `lang` where it is another.

    With `capital` it begins with one, as a name does that begins a line.
    """
    words, code = best(texts or {})
    words = words[:1].upper() + words[1:] if capital else words
    if not words or code in (get_language(), "und"):
        return format_html("{}", words)
    return format_html('<span lang="{}">{}</span>', code, words)


@register.filter
def plain(texts: Mapping[str, str] | None) -> str:
    """The same without markup, for titles and labels."""
    return best(texts or {})[0]


@register.filter
def language_of(texts: Mapping[str, str]) -> str:
    """The language that `text` would show."""
    return best(texts)[1]


@register.filter
def shown_of(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of many values kept per language, those to show."""
    return several(items)


@register.filter
def also_called(organisation: Any) -> list[dict[str, str]]:
    """The names in other languages than the one shown, and other names."""
    shown, code = best(organisation.name)
    named = [{"text": name, "language": lang} for lang, name in organisation.name.items() if lang != code]
    every = [*named, *organisation.other_names]
    seen, kept = {shown}, []
    for other in every:
        if other["text"] not in seen:
            seen.add(other["text"])
            kept.append(other)
    return kept


@register.filter
def figure(value: Any) -> str:
    """A figure: a row of the table, or a claim's value."""
    if not isinstance(value, Mapping):
        value = {"value": value.value, "approximate": value.approximate}
    return figure_in_words(value)


@register.filter
def edtf(value: str) -> str:
    """A date as precise as it is."""
    return date_in_words(value) if value else ""


@register.filter
def money(value: Mapping[str, Any]) -> str:
    """An amount in its currency."""
    return money_in_words(value)


@register.filter
def day(moment: Any) -> str:
    """The day of a moment, where the authority is."""
    return date_format(localtime(moment), "DATE_FORMAT") if moment else ""


@register.filter
def short_day(moment: Any) -> str:
    """The day of a moment, short."""
    return format_date(localtime(moment), "d MMM y", locale=get_language() or "sv") if moment else ""


@register.filter
def role(code: str) -> str:
    """The label of a role."""
    return str(ROLES.get(code, code))


@register.filter
def membership_kind(code: str) -> str:
    """The label of a kind of membership."""
    return str(MEMBERSHIP_KINDS.get(code, code))


@register.filter
def scope(code: str) -> str:
    """The label of a geography."""
    return str(SCOPES.get(code, code))


@register.filter
def topic(code: str) -> str:
    """The label of a topic."""
    return str(TOPICS.get(code, code))


@register.filter
def host(url: str) -> str:
    """A web address as people write it."""
    parts = urlsplit(url)
    return (parts.hostname or url).removeprefix("www.") + parts.path.rstrip("/")


@register.inclusion_tag("website/_source.html")
def source(fact: Any) -> dict[str, Any]:
    """The quiet mark beside a fact, which opens the words of its sources."""
    return {"fact": fact}


@register.filter
def beginning(words: str) -> str:
    """The first sentences of a text, as many as fit in 280 characters; at least one, cut where it is very long."""
    first = words.strip().split("\n\n")[0]
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[^\W\d_])", first):
        if kept and len(kept) + len(sentence) > LONGEST_BEGINNING:
            break
        kept = f"{kept} {sentence}".strip()
    return Truncator(kept).words(60, truncate="…")


@register.filter
def phone(number: str) -> str:
    """A phone number as people in its country, or abroad, write it."""
    try:
        return format_number(parse(number), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return number


@register.filter
def at(known: Mapping[Any, Any], key: Any) -> Any:
    """The value under a key."""
    return known.get(key)


@register.filter
def paragraphs(words: str) -> SafeString:
    """A text in paragraphs, where empty lines part them."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", words) if part.strip()]
    return mark_safe("".join(format_html("<p>{}</p>", part) for part in parts))  # noqa: S308 - parts are escaped

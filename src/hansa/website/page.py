"""What every public page has in common: whose register, of which day, and the frame around the content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from hansa.register import clock, queries
from hansa.register.asof import Register
from hansa.website.addresses import concealed

DAY_PARAMETERS = ("datum", "date")


@dataclass(slots=True)
class Asked:
    """The register that a request asks for. `problem` tells what was wrong with the day that it named."""

    register: Register
    problem: str = ""

    @property
    def day(self) -> date | None:
        return self.register.day


def asked_register(request: HttpRequest) -> Asked:
    """The register of today, or of the day in the address (`?datum=` or `?date=`)."""
    text = next((request.GET[name].strip() for name in DAY_PARAMETERS if request.GET.get(name, "").strip()), "")
    if not text:
        return Asked(Register())
    try:
        day = date.fromisoformat(text[:10]) if len(text) == 10 else date(0, 0, 0)
    except ValueError:
        shown = text[:20]
        return Asked(
            Register(),
            _("“%s” is not a day. Write it as year, month and day, such as 2026-01-31. This is the register of today.")
            % shown,
        )
    if day > clock.today():
        return Asked(Register(), _("That day has not come yet. This is the register of today."))
    return Asked(Register(None if day == clock.today() else day))


def shown(
    request: HttpRequest, template: str, asked: Asked, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page in its frame."""
    whose = context.get("authority") or queries.authority(asked.register)
    frame = {
        "authority": whose,
        "day": asked.day,
        "day_problem": asked.problem,
        "today": clock.today(),
        "last_checked": queries.last_checked(asked.register),
        "other_languages": other_languages(request),
        "path": request.path,
        "parameters": f"?{request.GET.urlencode()}" if request.GET else "",
        "found_by_robots": status == 200 and asked.day is None and not request.GET and request.method == "GET",
        "day_query": f"?{DAY_PARAMETERS[0 if get_language() == 'sv' else 1]}={asked.day}" if asked.day else "",
    }
    page = render(request, template, {**frame, **context}, status=status)
    if request.method == "GET":  # else it may show what the visitor wrote
        page.content = concealed(page.content.decode()).encode()
    return page


def other_languages(request: HttpRequest) -> list[dict[str, str]]:
    """The same page's address in each other language."""
    match = request.resolver_match
    found = []
    for code, name in (("sv", "Svenska"), ("en", "English")):
        if code == get_language() or match is None or not match.url_name:
            continue
        with override(code):
            url = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        query = request.GET.urlencode()
        found.append({"code": code, "name": name, "url": f"{url}?{query}" if query else url})
    return found

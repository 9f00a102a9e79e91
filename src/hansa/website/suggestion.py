"""Suggesting a correction: it arrives as a proposed claim, which a keeper judges."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from hansa.register import claims, clock, queries
from hansa.register.asof import Register
from hansa.register.claims import Statement
from hansa.register.errors import InvalidValueError
from hansa.register.labels import in_words
from hansa.register.models import Organisation, Source
from hansa.register.values import Type
from hansa.register.vocabulary import BY_KIND, FIGURES, Kind
from hansa.website import page, robots
from hansa.website.robots import GuardedForm
from hansa.website.texts import best

# What a visitor may suggest of an organisation: plain facts that need no knowledge of the register.
OPEN = ("name", "abbreviation", "website", "summary", "members", "countries", "founded", "seat")
KNOWN = BY_KIND[Kind.ORGANISATION]


class SuggestionForm(GuardedForm):
    """Which fact, what it should be, and how the visitor knows."""

    what = forms.ChoiceField(label=gettext_lazy("What is wrong?"))
    value = forms.CharField(
        label=gettext_lazy("What should it say?"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("A web address, or where you read it. Do not write about private persons here."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        choices = [(name, _choice(organisation, name)) for name in OPEN]
        self.fields["what"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        data = super().clean()
        what, text = str(data.get("what", "")), str(data.get("value", ""))
        if what not in OPEN or not text:
            return data
        try:
            data["clean"] = KNOWN[what].clean(_typed(KNOWN[what].type, text))
        except InvalidValueError as error:
            self.add_error("value", error.why)
        else:
            if data["clean"] == _present(self.organisation, what):
                self.add_error("value", _("The register says so already."))
        return data


def _present(organisation: Organisation, name: str) -> Any:
    """What the register says now, in the language of the page; None where it says nothing."""
    if name in FIGURES:
        figure = organisation.numbers.get(name)  # type: ignore[attr-defined]
        return {"value": figure.value, "approximate": figure.approximate} if figure else None
    value = getattr(organisation, name)
    return (value.get(get_language() or "") if isinstance(value, dict) else value) or None


def _choice(organisation: Organisation, name: str) -> str:
    """A property's label, with what stands there where that is short."""
    value = _present(organisation, name)
    if value is None and isinstance(given := getattr(organisation, name, None), dict):
        value = best(given)[0] or None
    if value is None or KNOWN[name].type is Type.TEXT:
        return str(KNOWN[name].label)
    return _("%(property)s (now: %(value)s)") % {
        "property": KNOWN[name].label,
        "value": in_words(KNOWN[name], value)[:60],
    }


def _typed(kind: Type, text: str) -> object:
    """What was written, as the property's type has it."""
    bare = "".join(text.split())
    if kind is Type.FIGURE:
        return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 12 else text
    if kind is Type.URL and "://" not in bare:
        return f"https://{bare}"
    return text


@never_cache
def suggestion(request: HttpRequest, slug: str) -> HttpResponse:
    shown = queries.at_address(Register(), slug)
    if shown is None:
        raise Http404(_("There is no organisation at that address."))
    asked = page.Asked(Register())
    if request.method != "POST":
        form = SuggestionForm(shown, initial={"what": request.GET.get("what", "")})
        return page.shown(request, "website/suggestion.html", asked, {"organisation": shown, "form": form})
    form = SuggestionForm(shown, request.POST)
    status = 422
    if form.is_valid():
        if robots.may_send(request):
            _propose(shown, form)
            return page.shown(request, "website/suggested.html", asked, {"organisation": shown})
        form.add_error(None, _("Many suggestions were sent in a short time. Wait an hour, and send again."))
        status = 429
    return page.shown(request, "website/suggestion.html", asked, {"organisation": shown, "form": form}, status=status)


@transaction.atomic
def _propose(organisation: Organisation, form: SuggestionForm) -> None:
    reason, now = form.cleaned_data["reason"], clock.now()
    source = Source.objects.create(
        kind=Source.Kind.SUGGESTION,
        location=f"suggestion:{organisation.slug}",
        title=_("Suggestion from a visitor"),
        language=get_language() or "",
        text=reason,
        first_read_at=now,
        last_read_at=now,
    )
    statement = Statement(
        Kind.ORGANISATION,
        organisation.id,
        form.cleaned_data["what"],
        form.cleaned_data["clean"],
        language=get_language() or "sv",
        quote=reason[:400],
        confidence=0.5,
    )
    claims.propose(source, [statement])

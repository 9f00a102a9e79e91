"""Suggesting a correction: it arrives as a proposed claim, which a keeper judges."""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from hansa.register import claims, clock, queries
from hansa.register.asof import Register
from hansa.register.claims import Statement
from hansa.register.errors import InvalidValueError
from hansa.register.models import Organisation, Source
from hansa.register.values import Type
from hansa.register.vocabulary import BY_KIND, Kind
from hansa.website import page, robots
from hansa.website.robots import GuardedForm

# What a visitor may suggest of an organisation: plain facts that need no knowledge of the register.
OPEN = ("name", "abbreviation", "website", "summary", "members", "countries", "founded", "seat")


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

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = BY_KIND[Kind.ORGANISATION]
        self.fields["what"].choices = [(name, known[name].label) for name in OPEN]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        data = super().clean()
        what, value = data.get("what"), data.get("value")
        if what in OPEN and value:
            prop = BY_KIND[Kind.ORGANISATION][str(what)]
            try:
                data["clean"] = prop.clean(_typed(prop.type, str(value)))
            except InvalidValueError as error:
                self.add_error("value", error.why)
        return data


def _typed(kind: Type, text: str) -> object:
    """What was written, as the property's type has it."""
    bare = "".join(text.split())
    if kind is Type.FIGURE:
        return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 12 else text
    return text


def suggestion(request: HttpRequest, slug: str) -> HttpResponse:
    shown = queries.by_slug(Register(), Organisation, slug)
    if shown is None:
        raise Http404(_("There is no organisation at that address."))
    asked = page.asked_register(request)
    if request.method != "POST":
        form = SuggestionForm(initial={"moment": robots.moment(), "what": request.GET.get("what", "")})
        return page.shown(request, "website/suggestion.html", asked, {"organisation": shown, "form": form})
    form = SuggestionForm(request.POST)
    status = 422
    if form.is_valid():
        if robots.may_send(request):
            _propose(shown, form)
            return page.shown(request, "website/suggested.html", asked, {"organisation": shown})
        form.add_error(None, _("Many suggestions were sent in a short time. Wait an hour, and send again."))
        status = 429
    form.data = form.data.copy()
    form.data["moment"] = robots.moment()
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

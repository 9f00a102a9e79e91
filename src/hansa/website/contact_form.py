"""Writing to a contact, whose address is never shown."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from uuid import UUID

from django import forms
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hansa.register import clock, queries
from hansa.register.asof import Register
from hansa.register.models import Contact, Membership, Organisation, Person, Unit
from hansa.register.queries import Asked
from hansa.register.values import is_over
from hansa.website import page, robots
from hansa.website.robots import GuardedForm
from hansa.website.texts import best

log = logging.getLogger(__name__)


class ContactForm(GuardedForm):
    """A message, and where the answer goes."""

    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The answer is sent there."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    message = forms.CharField(
        label=gettext_lazy("Message"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 9})
    )

    def one_line(self, name: str) -> str:
        """A field on one line: nothing in it can begin a header of its own."""
        return " ".join(str(self.cleaned_data[name]).split())


def to_contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Write to a person or unit who is a contact now."""
    register = Register()
    found = register.find(Contact, ids=[contact_id])
    if not found or is_over(found[0].until, clock.today()):
        raise Http404(_("That contact is no longer in the register."))
    contact = found[0]
    people = register.find(Person, ids=[contact.person_id]) if contact.person_id else []
    units = register.find(Unit, ids=[contact.unit_id]) if contact.unit_id else []
    membership = register.find(Membership, ids=[contact.membership_id])[0]
    organisation = register.find(Organisation, ids=[membership.organisation_id])[0]
    who = Asked(contact, people[0] if people else None, units[0] if units else None, organisation)
    email = (who.person.email if who.person else "") or (who.unit.email if who.unit else "")
    name = who.person.name if who.person else best(who.unit.name)[0] if who.unit else ""
    return _form(request, email, {"who": who, "recipient": name, "organisation": organisation})


def to_authority(request: HttpRequest) -> HttpResponse:
    """Write to the authority's mailbox."""
    whose = queries.authority(Register())
    if whose is None:
        raise Http404(_("There is no register here yet."))
    return _form(request, whose.mailbox, {"recipient": best(whose.name)[0]})


def _form(request: HttpRequest, address: str, context: dict[str, object]) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    if not address and whose is not None:
        address = whose.mailbox  # the authority passes it on
        context["passed_on"] = bool(address)
    if request.method != "POST":
        form = ContactForm(initial={"moment": robots.moment(), "subject": _subject(context)})
        return page.shown(request, "website/write.html", asked, {**context, "form": form, "possible": bool(address)})
    form = ContactForm(request.POST)
    if not address or not form.is_valid():
        return _again(request, asked, form, context, bool(address))
    if not robots.may_send(request):
        form.add_error(None, _("Many messages were sent in a short time. Wait an hour, and send again."))
        return _again(request, asked, form, context, True, status=429)
    try:
        _send(form, address, context)
    except (OSError, SMTPException, BadHeaderError) as error:
        log.error("A message could not be sent: %s", type(error).__name__)
        form.add_error(None, _("The message could not be sent just now. It is still here: try again in a while."))
        return _again(request, asked, form, context, True, status=503)
    return page.shown(request, "website/sent.html", asked, {**context, "sender": form.cleaned_data["email"]})


def _again(
    request: HttpRequest,
    asked: page.Asked,
    form: ContactForm,
    context: dict[str, object],
    possible: bool,
    status: int = 422,
) -> HttpResponse:
    """The form with what was written in it, and a new moment, so that it can be sent once more."""
    form.data = form.data.copy()
    form.data["moment"] = robots.moment()
    return page.shown(
        request, "website/write.html", asked, {**context, "form": form, "possible": possible}, status=status
    )


def _subject(context: dict[str, object]) -> str:
    organisation = context.get("organisation")
    if not isinstance(organisation, Organisation):
        return ""
    return organisation.abbreviation or best(organisation.name)[0][:150]


def _send(form: ContactForm, address: str, context: dict[str, object]) -> None:
    whose = queries.authority(Register())
    site = best(whose.name)[0] if whose else "Hansa"
    body = "\n".join(
        [
            form.cleaned_data["message"],
            "",
            "--",
            _("%(name)s wrote this to %(recipient)s through the website of %(site)s. Answer to: %(email)s")
            % {
                "name": form.one_line("name"),
                "recipient": context["recipient"],
                "site": site,
                "email": form.cleaned_data["email"],
            },
        ]
    )
    EmailMessage(
        subject=form.one_line("subject"), body=body, to=[address], reply_to=[form.cleaned_data["email"]]
    ).send()

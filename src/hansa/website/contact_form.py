"""Writing to a contact, whose address is never shown: not in the page, its address, the log or an error."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from smtplib import SMTPException
from uuid import UUID

from django import forms
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from hansa.register import clock, queries
from hansa.register.asof import Register
from hansa.register.models import Contact, Membership, Organisation, Person, Unit
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


@dataclass(slots=True)
class Recipient:
    """To whom a message goes. `passed_on` where it goes to the authority's mailbox instead."""

    name: str
    address: str
    organisation: Organisation | None = None
    passed_on: bool = False


@never_cache
def to_contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Write to a person or unit who is a contact now."""
    register, today = Register(), clock.today()
    contact = next(iter(register.find(Contact, ids=[contact_id])), None)
    membership = next(iter(register.find(Membership, ids=[contact.membership_id])), None) if contact else None
    if contact is None or membership is None or is_over(contact.until, today) or is_over(membership.until, today):
        raise Http404(_("That contact is no longer in the register."))
    person = next(iter(register.find(Person, ids=[contact.person_id])), None) if contact.person_id else None
    unit = next(iter(register.find(Unit, ids=[contact.unit_id])), None) if contact.unit_id else None
    name = person.name if person else best(unit.name)[0] if unit else ""
    address = (person.email if person else "") or (unit.email if unit else "")
    organisation = register.find(Organisation, ids=[membership.organisation_id])[0]
    return _write(request, Recipient(name, address, organisation))


@never_cache
def to_authority(request: HttpRequest) -> HttpResponse:
    """Write to the authority's mailbox."""
    whose = queries.authority(Register())
    if whose is None:
        raise Http404(_("There is no register here yet."))
    return _write(request, Recipient(best(whose.name)[0], whose.mailbox))


def _write(request: HttpRequest, to: Recipient) -> HttpResponse:
    asked = page.Asked(Register())
    whose = queries.authority(asked.register)
    if not to.address and whose is not None:
        to.address, to.passed_on = whose.mailbox, bool(whose.mailbox)
    organisation = to.organisation
    subject = (organisation.abbreviation or best(organisation.name)[0])[:150] if organisation else ""
    context = {"authority": whose, "recipient": to.name, "organisation": organisation, "passed_on": to.passed_on}
    context["possible"] = bool(to.address)
    if request.method != "POST" or not to.address:
        form = ContactForm(initial={"subject": subject})
        return page.shown(request, "website/write.html", asked, {**context, "form": form})
    form = ContactForm(request.POST)
    status = 422
    if form.is_valid():
        if not robots.may_send(request):
            form.add_error(None, _("Many messages were sent in a short time. Wait an hour, and send again."))
            status = 429
        elif _sent(form, to, best(whose.name)[0] if whose else "Hansa"):
            return page.shown(request, "website/sent.html", asked, context)
        else:
            form.add_error(None, _("The message could not be sent just now. It is still here: try again in a while."))
            status = 503
    return page.shown(request, "website/write.html", asked, {**context, "form": form}, status=status)


def _sent(form: ContactForm, to: Recipient, site: str) -> bool:
    """Send the message; whether the mail server took it."""
    sender = form.cleaned_data["email"]
    signature = _("%(name)s wrote this to %(recipient)s through the website of %(site)s. Answer to: %(email)s") % {
        "name": form.one_line("name"),
        "recipient": to.name,
        "site": site,
        "email": sender,
    }
    message = EmailMessage(
        subject=form.one_line("subject"),
        body=f"{form.cleaned_data['message']}\n\n--\n{signature}\n",
        to=[to.address],
        reply_to=[sender],
    )
    try:
        return message.send() == 1
    except (OSError, SMTPException, ValueError) as error:
        log.error("A message could not be sent: %s", type(error).__name__)  # the error itself may name addresses
        return False

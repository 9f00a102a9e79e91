"""The public pages, with an address in each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from hansa.website import (
    about,
    accent,
    appointments,
    contact_form,
    contacts,
    directory,
    neighbourhood,
    organisation,
    suggestion,
)

urlpatterns = [
    path("", directory.directory, name="directory"),
    path(_("networks/<slug:slug>/"), organisation.organisation, name="organisation"),
    path(_("networks/<slug:slug>/correct/"), suggestion.suggestion, name="suggestion"),
    path(_("contacts/"), contacts.contacts, name="contacts"),
    path(_("contacts/<uuid:contact_id>/write/"), contact_form.to_contact, name="write"),
    path(_("write/"), contact_form.to_authority, name="write_authority"),
    path(_("appointments/"), appointments.appointments, name="appointments"),
    path(_("neighbourhood/"), neighbourhood.neighbourhood, name="neighbourhood"),
    path(_("about/"), about.about, name="about"),
    path(_("accessibility/"), about.accessibility, name="accessibility"),
    path("accent.css", accent.accent, name="accent"),
]

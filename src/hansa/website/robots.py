"""Keeping robots out of forms without a puzzle: a field that people do not see, a signed moment, and limits.

Limits are kept in the database, so that they hold over several processes; addresses are kept as keyed digests, a day.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hansa.register import clock
from hansa.website.models import Sending

FASTEST = 2  # seconds; nobody fills a form in faster
OLDEST = 12 * 60 * 60
MOST_A_SENDER = 6  # an hour
MOST_IN_ALL = 120  # an hour
SALT = "hansa.form"


def moment() -> str:
    """A signed word for now, put into a form when it is shown."""
    return signing.dumps(int(clock.now().timestamp()), salt=SALT)


def _age(word: str) -> float:
    """How many seconds ago a signed moment was. Raises BadSignature."""
    return clock.now().timestamp() - float(signing.loads(word, salt=SALT))


class MomentField(forms.CharField):
    """When the form was first shown; one that is broken or too old is replaced when the form is shown again."""

    widget = forms.HiddenInput

    def bound_data(self, data: str, initial: str) -> str:
        try:
            return data if _age(data or "") < OLDEST else moment()
        except signing.BadSignature:
            return moment()


class GuardedForm(forms.Form):
    """A public form. Robots give themselves away in `homepage`, which people do not see, or by their haste."""

    homepage = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    moment = MomentField(required=False, initial=moment)

    def clean(self) -> dict[str, object]:
        data = dict(super().clean() or {})
        if data.get("homepage"):
            raise forms.ValidationError(_("Leave the hidden field empty, and send again."))
        try:
            age = _age(str(data.get("moment", "")))
        except signing.BadSignature as error:
            raise forms.ValidationError(_("The form was not complete. Send it once more.")) from error
        if age < FASTEST and not self.errors:
            raise forms.ValidationError(_("That was very quick. Wait a moment, and send once more."))
        if age > OLDEST:
            raise forms.ValidationError(_("The form was open for very long. Send it once more."))
        return data


def sender_of(request: HttpRequest) -> str:
    """A keyed digest of where a request comes from, which tells nothing to who has not the key."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.HTTPS:  # a proxy stands in front, and adds whom it speaks for at the end
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    day = clock.today().isoformat()
    return hmac.new(settings.SECRET_KEY.encode(), f"{day}:{address}".encode(), hashlib.sha256).hexdigest()[:32]


def may_send(request: HttpRequest) -> bool:
    """Whether the limits leave room for one more; if so it is counted."""
    now, sender = clock.now(), sender_of(request)
    Sending.objects.filter(at__lt=now - timedelta(days=1)).delete()
    # Counted before it is judged: of two processes that send at once, both see both.
    this = Sending.objects.create(sender=sender, at=now)
    lately = Sending.objects.filter(at__gt=now - timedelta(hours=1))
    if lately.filter(sender=sender).count() <= MOST_A_SENDER and lately.count() <= MOST_IN_ALL:
        return True
    this.delete()
    return False

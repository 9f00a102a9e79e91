"""What the website itself remembers: how often its forms were sent, for a day."""

from __future__ import annotations

from django.db import models


class Sending(models.Model):
    """A form that was sent: by whom (a keyed digest), when. Nothing of what was written."""

    sender = models.CharField(max_length=32)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.at}"

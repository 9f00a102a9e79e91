"""The language of a page."""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

UNPREFIXED = "/desk/"


class PageLanguage(LocaleMiddleware):
    """By the page's address, and where that tells none, at the desk, by what the reader's browser asks for."""

    def process_request(self, request: HttpRequest) -> None:
        """Make a page Swedish or English."""
        super().process_request(request)
        if request.path_info.startswith(UNPREFIXED):
            translation.activate(translation.get_language_from_request(request))
            request.LANGUAGE_CODE = translation.get_language()

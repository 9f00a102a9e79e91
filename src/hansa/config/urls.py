"""Swedish pages without a prefix, English ones under /en/; the desk and sign-in are in either language."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

handler404 = "hansa.website.errors.not_found"

urlpatterns = [
    path("desk/", include("hansa.desk.urls")),
    *i18n_patterns(path("", include("hansa.website.urls")), prefix_default_language=False),
]

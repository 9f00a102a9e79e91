"""Where keepers work. Sign-in is allauth's; its further pages (reset, sign-up) are not offered."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import path

from hansa.desk import decisions, overview, review, sources

urlpatterns = [
    path("", overview.overview, name="desk"),
    path("review/<uuid:source_id>/", review.review, name="desk_review"),
    path("claims/<uuid:claim_id>/edit/", review.edit, name="desk_edit"),
    path("sources/<uuid:source_id>/", sources.source, name="desk_source"),
    path("decisions/", decisions.decisions, name="desk_decisions"),
    path("decisions/<int:number>/", decisions.decision, name="desk_decision"),
    path("decisions/<int:number>/undo/", decisions.undo, name="desk_undo"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
]

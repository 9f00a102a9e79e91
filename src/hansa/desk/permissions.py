"""Who may do what at the desk: one check an action."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from hansa.register.claims import Actor

View = Callable[..., HttpResponse]
SEE = "register.view_claim"
DECIDE = "register.add_decision"


def needs(permission: str) -> Callable[[View], View]:
    """A view for those who are signed in and hold the permission; others are asked to sign in, or refused."""

    def wrap(view: View) -> View:
        @wraps(view)
        @never_cache
        @login_required
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        checked.permission = permission  # type: ignore[attr-defined]
        return checked

    return wrap


def actor(request: HttpRequest) -> Actor:
    """The signed-in person, as the one who decides."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - `needs` has seen to it
    return Actor(user.get_full_name() or user.get_username(), user.pk)

"""Sign-in: accounts are made by an administrator, never by the visitor."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from hansa.register.errors import RegisterError


class AccountError(RegisterError):
    """An account that cannot be made as asked."""


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


KEEPERS = "keepers"
RIGHTS = ("view_claim", "change_claim", "add_decision")


def keepers() -> Group:
    """The group whose members may review and decide."""
    group, _made = Group.objects.get_or_create(name=KEEPERS)
    group.permissions.set(Permission.objects.filter(content_type__app_label="register", codename__in=RIGHTS))
    return group


def make_keeper(name: str, password: str, *, administrator: bool = False) -> User:
    """An account that may review and decide; an existing one gets the password. Raises AccountError."""
    user = User.objects.filter(username=name).first() or User(username=name)
    try:
        user.full_clean(exclude=["password"])
        validate_password(password, user)
    except ValidationError as error:
        raise AccountError(" ".join(error.messages)) from error
    user.set_password(password)
    user.is_superuser = user.is_superuser or administrator
    user.save()
    user.groups.add(keepers())
    return user

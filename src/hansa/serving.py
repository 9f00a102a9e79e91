"""Serving the website and the desk with granian."""

from __future__ import annotations

import errno
import socket

from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from hansa.register.errors import RegisterError


class PortTakenError(RegisterError):
    """Another program listens there already."""


def check_free(host: str, port: int) -> None:
    """Raise PortTakenError where nothing can listen at host and port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                why = f"Port {port} is taken by another program (perhaps a Hansa that runs already)."
            elif error.errno == errno.EACCES:
                why = f"Port {port} may only be used by an administrator."
            else:
                why = f"{host} is not an address of this machine ({error.strerror})."
            raise PortTakenError(
                f"{why} Choose another one with --port, such as --port {port + 1 if port < 65535 else 8001}."
            ) from error


def serve(host: str, port: int, workers: int) -> None:
    """Serve until stopped. Raises PortTakenError."""
    check_free(host, port)
    call_command("collectstatic", verbosity=0, interactive=False)
    Granian(
        "hansa.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()

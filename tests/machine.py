"""What the tests need of the machine: Chromium, fonts, PostgreSQL. `python -m tests.machine` installs what is missing.

It installs with apt-get, as root, or with sudo where CI=true. Else it says which tests will be skipped; where CI=true
nothing is skipped, so what is missing then is an error.
"""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests import postgresql

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
CI = os.environ.get("CI") == "true"


@functools.cache
def chromium() -> str | None:
    """The path of a Chromium that starts, or None. Ubuntu's package is a stub that does not start without snap."""
    own = sorted((Path.home() / ".cache/ms-playwright").glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    for name in (*CHROMIUM, *map(str, own)):
        if (path := shutil.which(name)) and _runs([path, "--version"]):
            return path
    return None


def fonts() -> bool:
    """Whether text can be drawn."""
    listed = shutil.which("fc-list") and subprocess.run(["fc-list"], capture_output=True, check=False).stdout
    return bool(listed)


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@dataclass(frozen=True)
class Need:
    name: str
    met: Callable[[], object]
    packages: tuple[str, ...]
    skipped: str


NEEDS = (
    Need("fonts", fonts, ("fonts-dejavu-core", "fontconfig"), "pages are drawn without letters"),
    Need("Chromium", chromium, ("chromium",), "the browser tests are skipped"),
    Need("PostgreSQL", postgresql.binaries, ("postgresql",), "the tests on PostgreSQL are skipped"),
)


def _become_root() -> list[str] | None:
    """What stands before a command to run it as root; None where that is not ours to do."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if CI and _runs(["sudo", "-n", "true"]) else None


def _install(missing: list[Need], root: list[str]) -> None:
    packages = [package for need in missing for package in need.packages]
    if "chromium" in packages and platform.freedesktop_os_release().get("ID") == "ubuntu":
        packages.remove("chromium")
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if packages:
        print(f"Installing {', '.join(packages)} …", flush=True)
        subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, check=False)
        subprocess.run(
            [*apt, "install", "--yes", "--no-install-recommends", *packages],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
    chromium.cache_clear()


def main() -> int:
    """Install what is missing where that is allowed; 1 where something is missing and CI=true."""
    missing = [need for need in NEEDS if not need.met()]
    root = _become_root()
    if missing and root is not None:
        _install(missing, root)
        missing = [need for need in missing if not need.met()]
    for need in missing:
        print(f"{need.name} is missing: {'install it' if CI else need.skipped}.", file=sys.stderr)
    return int(bool(missing) and CI)


if __name__ == "__main__":
    sys.exit(main())

"""A throw-away PostgreSQL server: `python -m tests.postgresql -- COMMAND …` runs COMMAND with HANSA_DATABASE set to it.

The server listens on a socket in a temporary folder only, trusts whoever reaches it, and does not wait for the
disk. It and its folder go when the command ends, however it ends. With --optional, a machine without PostgreSQL
skips the command, save where CI=true.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import psycopg

WAIT = 60
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


class NoServerError(Exception):
    """PostgreSQL is not installed, or does not start; the message says why."""


def binaries() -> Path | None:
    """The folder of the newest installed PostgreSQL's programs, or None."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve().parent)
    return max(found, key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0, default=None)


def _somebody() -> dict[str, Any]:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise NoServerError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the address of an empty database in it. Raises NoServerError."""
    programs = binaries()
    if programs is None:
        raise NoServerError("PostgreSQL is not installed. On Debian and Ubuntu: apt-get install postgresql")
    somebody = _somebody()
    folder = Path(tempfile.mkdtemp(prefix="hansa-", dir="/tmp"))
    running: subprocess.Popen[bytes] | None = None
    try:
        if somebody:
            os.chown(folder, somebody["user"], somebody["group"])
        data, log = folder / "data", folder / "log"
        options = {"cwd": folder, "stdin": subprocess.DEVNULL, **somebody}
        make = ["-D", data, "-U", "hansa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        made = subprocess.run([programs / "initdb", *make], capture_output=True, text=True, check=False, **options)
        if made.returncode:
            raise NoServerError(f"initdb failed: {made.stderr.strip()}")
        settings = [word for setting in FAST for word in ("-c", setting)]
        with log.open("wb") as output:
            # A session of its own: Ctrl-C reaches the tests first, and the server when they are done.
            running = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, *settings],
                stdout=output,
                stderr=output,
                start_new_session=True,
                **options,
            )
        _create_database(folder, running, log)
        yield f"postgresql://hansa@/hansa?host={folder}"
    finally:
        if running is not None:
            _stop(running)
        shutil.rmtree(folder, ignore_errors=True)


def _create_database(folder: Path, running: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + WAIT
    while True:
        try:
            connection = psycopg.connect(host=str(folder), user="hansa", dbname="postgres", autocommit=True)
        except psycopg.OperationalError as error:
            if running.poll() is not None or time.monotonic() > until:
                raise NoServerError(f"PostgreSQL does not start: {log.read_text()[-2000:]}") from error
            time.sleep(0.05)
        else:
            with connection:
                connection.execute("CREATE DATABASE hansa")
            return


def _stop(running: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, by force
        running.send_signal(how)
        try:
            running.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
        return


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    """Run the command with the server, and give its exit code."""
    optional = arguments[:1] == ["--optional"] and os.environ.get("CI") != "true"
    command = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    if optional and binaries() is None:
        print("Skipped, as PostgreSQL is not installed:", *command)
        return 0
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        with server() as address, subprocess.Popen(command, env={**os.environ, "HANSA_DATABASE": address}) as child:
            try:
                return child.wait()
            except KeyboardInterrupt:
                child.wait(timeout=30)  # it had the same Ctrl-C, and is ending
                return 128 + signal.SIGINT
            finally:
                if child.poll() is None:
                    child.terminate()
    except NoServerError as error:
        print(f"tests.postgresql: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

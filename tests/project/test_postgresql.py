"""The throw-away server of the tests goes when its command does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import machine, postgresql

ROOT = Path(__file__).resolve().parents[2]
SAY = "import os, sys; print(os.environ['HANSA_DATABASE'], flush=True); "
QUERY = SAY + (
    "import psycopg; address = os.environ['HANSA_DATABASE']; "
    "psycopg.connect(address).execute('CREATE EXTENSION pg_trgm'); sys.exit(3)"
)
WAIT = SAY + "import time; time.sleep(600)"


@pytest.fixture(autouse=True, scope="module")
def installed() -> None:
    if postgresql.binaries() is None:
        (pytest.fail if machine.CI else pytest.skip)("PostgreSQL is not installed; `make test` installs it as root.")


def start(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.postgresql", "--", sys.executable, "-c", code],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def folder(running: subprocess.Popen[str]) -> Path:
    assert running.stdout is not None
    return Path(running.stdout.readline().strip().partition("host=")[2])


def test_the_command_finds_a_database_and_its_exit_code_comes_back() -> None:
    with start(QUERY) as running:
        where = folder(running)
        assert running.wait(120) == 3
    assert not where.exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_stopped_leaves_no_server(how: signal.Signals) -> None:
    with start(WAIT) as running:
        where = folder(running)
        server = int((where / "data/postmaster.pid").read_text().splitlines()[0])
        os.killpg(running.pid, how) if how == signal.SIGINT else running.send_signal(how)
        assert running.wait(60) != 0
    assert not where.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)

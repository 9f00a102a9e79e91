"""Several processes on one register, and processes that are killed: no lost update, no half decision."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from django.db import connection, transaction

from hansa.register import claims, replay
from hansa.register.claims import Accept
from hansa.register.models import Claim, Decision, Organisation, new_id
from hansa.register.vocabulary import Kind
from tests.builders import KEEPER, a_source, statements

PRELUDE = """
import os, sys, time
import django
from django.conf import settings
os.environ["DJANGO_SETTINGS_MODULE"] = "hansa.config.settings"
from hansa.config import settings as ours
ours.DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
django.setup()
from uuid import UUID
from hansa.register import claims
from hansa.register.claims import Accept, Actor
from hansa.register.errors import ConflictError
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Another Python process, with Django on the tests' database."""
    environment = {
        **os.environ,
        "TEST_DATABASE": str(connection.settings_dict["NAME"]),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(code), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> None:
    """The tests' database must be one that other processes can open."""
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.fail("the tests' SQLite database must be a file: see conftest")


def proposals(count: int) -> list[Claim]:
    subject = new_id()
    source = a_source()
    first = claims.propose(source, statements(Kind.ORGANISATION, subject, name={"sv": "Först"})).new[0]
    claims.decide(KEEPER, accept=[Accept(first.id)])
    made = [
        claims.propose(source, statements(Kind.ORGANISATION, subject, name={"sv": f"Namn {n}"})).new[0]
        for n in range(count)
    ]
    return [first, *made]


def test_of_many_processes_that_replace_one_value_exactly_one_wins(shared_database: None) -> None:
    first, *rivals = proposals(6)
    code = """
        claim, replaces = map(UUID, sys.argv[1:3])
        try:
            claims.decide(Actor("rival"), accept=[Accept(claim, replaces)])
            print("won")
        except ConflictError as error:
            print("refused")
    """
    processes = [start(code, str(rival.id), str(first.id)) for rival in rivals]
    said = [process.communicate(timeout=120) for process in processes]

    assert sorted(out.strip() for out, _err in said) == ["refused"] * 5 + ["won"], [err[-500:] for _out, err in said]
    assert Decision.objects.count() == 2
    assert Claim.objects.filter(property="name", state="accepted").count() == 1
    assert replay.check() == ([], [])


@pytest.mark.slow  # starts a process for each moment of the kill
@pytest.mark.parametrize("statement", [1, 4, 8, 12, 16, 20])
def test_a_process_killed_in_the_middle_of_an_accept_leaves_no_half_decision(
    shared_database: None, statement: int
) -> None:
    subject = new_id()
    made = claims.propose(
        a_source(),
        statements(
            Kind.ORGANISATION, subject, name={"sv": "Havet", "en": "The Sea"}, topics=["energy", "youth"], members=12
        ),
    ).new
    code = """
        from django.db import connection
        import signal
        stop, seen = int(sys.argv[1]), [0]
        def count(execute, sql, params, many, context):
            seen[0] += 1
            if seen[0] == stop:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(sql, params, many, context)
        ids = [UUID(text) for text in sys.argv[2:]]
        with connection.execute_wrapper(count):
            claims.decide(Actor("killed"), accept=[Accept(id_) for id_ in ids])
        print("done", seen[0])
    """
    process = start(code, str(statement), *(str(claim.id) for claim in made))
    out, error = process.communicate(timeout=120)

    if process.returncode == 0:
        assert Decision.objects.count() == 1, (out, error)
    else:
        assert process.returncode == -signal.SIGKILL, error[-800:]
        assert Decision.objects.count() == 0
        assert set(Claim.objects.values_list("state", flat=True)) == {"proposed"}
        assert not Organisation.objects.exists()
    assert replay.check() == ([], [])
    if process.returncode:
        claims.decide(KEEPER, accept=[Accept(claim.id) for claim in made])
    assert Organisation.objects.get().name == {"sv": "Havet", "en": "The Sea"}


def test_a_decision_waits_for_another_that_is_under_way(shared_database: None) -> None:
    first, rival = proposals(1)
    code = """
        claims.decide(Actor("second"), accept=[Accept(UUID(sys.argv[1]), UUID(sys.argv[2]))])
        print("done")
    """
    with transaction.atomic():
        claims.lock()
        Claim.objects.filter(pk=first.pk).update(proposed_at=first.proposed_at)  # SQLite: now it is writing
        process = start(code, str(rival.id), str(first.id))
        time.sleep(1.5)
        assert process.poll() is None
        assert Decision.objects.count() == 1
    out, error = process.communicate(timeout=60)

    assert out.strip() == "done", error[-500:]
    assert Organisation.objects.get().name == {"sv": "Namn 0"}

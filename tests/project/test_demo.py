"""The demo: two pages in two languages become one register, and a second run changes nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def demo(data: Path) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("hansa"), "demo", "--no-serve"],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("HANSA_")}, "HANSA_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def names(data: Path, table: str) -> list[dict[str, str]]:
    with sqlite3.connect(data / "hansa.sqlite3") as database:
        return [json.loads(name) for (name,) in database.execute(f"SELECT name FROM register_{table}")]


@pytest.mark.slow  # it builds a whole register, twice
def test_the_demo_makes_one_register_in_two_languages_and_keeps_it(tmp_path: Path) -> None:
    first = demo(tmp_path)
    assert first.count("13 organisations found.") == 2
    organisations, units = names(tmp_path, "organisation"), names(tmp_path, "unit")
    assert len(organisations) == 14  # the authority, and each network once
    assert {"sv": "Nordsjökommissionen", "en": "North Sea Commission"} in organisations
    assert {"sv": "avdelning folkhälsa", "en": "Public Health Department"} in units
    with sqlite3.connect(tmp_path / "hansa.sqlite3") as database:
        before = database.execute("SELECT id, state FROM register_claim ORDER BY id").fetchall()

    second = demo(tmp_path)
    assert "nothing was lost" in " ".join(second.split())
    with sqlite3.connect(tmp_path / "hansa.sqlite3") as database:
        assert database.execute("SELECT id, state FROM register_claim ORDER BY id").fetchall() == before

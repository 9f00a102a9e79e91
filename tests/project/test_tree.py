"""The files of the project as a whole."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"/(work|home|root|Users|mnt)/[\w.]|[A-Z]:\\Users")
REGISTRIES = re.compile(
    r"py" r"pi\.org|python" r"hosted|registry\.npm" r"js|npm" r"js\.com|deb\.deb" r"ian|archive\.ubu" r"ntu"
)
LONGEST = 400


@cache
def tracked() -> tuple[Path, ...]:
    """The project's files that git knows of, else every file where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("This copy of the project has no git history to list its files from.")
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        try:
            found[str(path.relative_to(ROOT))] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_names_a_path_of_some_machine() -> None:
    assert {name: hits.group() for name, text in texts().items() if (hits := MACHINE_PATHS.search(text))} == {}


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert {name: hits.group() for name, text in texts().items() if (hits := REGISTRIES.search(text))} == {}


def test_no_python_file_is_more_than_one_room() -> None:
    python = {name: text for name, text in texts().items() if name.endswith(".py") and "/migrations/" not in name}
    assert {name: lines for name, text in python.items() if (lines := text.count("\n")) > LONGEST} == {}


def test_what_is_built_is_not_kept() -> None:
    assert [path.name for path in tracked() if path.suffix in {".mo", ".pyc", ".sqlite3"}] == []


def test_every_file_is_text_that_ends_with_a_line_end() -> None:
    # A piece of a template that stands within a line ends without one.
    whole = {name: text for name, text in texts().items() if text and "/templates/" not in name}
    assert [name for name, text in whole.items() if not text.endswith("\n")] == []

"""Requirement files: pinned, hashed, and free of addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPILED = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,_-]+\])?==[^\s;\\]+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.mark.parametrize("file", sorted((ROOT / "requirements").iterdir()), ids=lambda file: file.name)
def test_a_requirement_file_names_no_address(file: Path) -> None:
    assert "://" not in file.read_text()


@pytest.mark.parametrize("file", COMPILED, ids=lambda file: file.name)
def test_every_requirement_is_pinned_and_hashed(file: Path) -> None:
    lines = [line for line in file.read_text().splitlines() if line.strip() and not line.lstrip().startswith("#")]
    strange = [line for line in lines if not (PINNED.fullmatch(line) or HASH.fullmatch(line))]
    assert strange == []
    unhashed = [
        a for a, b in zip(lines, [*lines[1:], ""], strict=True) if PINNED.fullmatch(a) and not HASH.fullmatch(b)
    ]
    assert unhashed == []


def test_every_compiled_file_has_its_source() -> None:
    assert [file.with_suffix(".in").name for file in COMPILED] == [
        file.name for file in sorted((ROOT / "requirements").glob("*.in"))
    ]


def test_no_package_is_pinned_to_two_versions() -> None:
    pins: dict[str, set[str]] = {}
    for file in COMPILED:
        for name, version in re.findall(r"(?m)^([a-z0-9._-]+)(?:\[[^]]+\])?==(\S+)", file.read_text()):
            pins.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}

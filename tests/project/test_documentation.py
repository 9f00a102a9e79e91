"""Documentation that can be checked is checked."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from docs.generate import PAGES, REFERENCE

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "src/hansa/sample/README.md"])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def words_of_table(guide: str, pattern: str) -> set[str]:
    """What the first cells of a guide's tables name, where it fits the pattern."""
    return set(re.findall(rf"(?m)^\| `({pattern})`", (ROOT / guide).read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_a_reference_page_is_what_the_code_says(page: str) -> None:
    assert (REFERENCE / page).read_text("utf-8") == PAGES[page](), "run `make docs`"


def test_every_setting_is_described_and_no_other() -> None:
    read = re.findall(r'environ\.get\("(HANSA_\w+)"', (ROOT / "src/hansa/config/settings.py").read_text("utf-8"))
    assert words_of_table("docs/operators.md", r"HANSA_\w+") == set(read)


def test_settings_are_read_in_one_place() -> None:
    readers = [
        path for path in (ROOT / "src").rglob("*.py") if re.search(r'environ\S*"HANSA_', path.read_text("utf-8"))
    ]
    assert [path.name for path in readers] == ["settings.py"]


def test_every_notice_of_the_reader_is_described_and_no_other() -> None:
    codes = set()
    for path in (ROOT / "src/hansa/reading").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                codes |= {call.args[0].value} if called in {"Notice", "doubt"} else set()
    assert words_of_table("docs/reading.md", r"[a-z]+(?:-[a-z]+)+") == codes


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_every_link_between_guides_leads_somewhere(guide: Path) -> None:
    links = LINK.findall(guide.read_text("utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(ROOT)))
def test_every_command_in_a_guide_exists(guide: Path) -> None:
    known = {
        line.removeprefix("## hansa ") for line in PAGES["commands.md"]().splitlines() if line.startswith("## hansa ")
    }
    named = re.findall(r"(?:^|`|/|&& )hansa ([a-z]+)\b", "\n".join(_code(guide.read_text("utf-8"))), re.M)
    assert set(named) - known == set()


def test_every_habit_that_a_guide_names_is_in_the_makefile() -> None:
    habits = set(re.findall(r"(?m)^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8")))
    named = {
        habit
        for guide in GUIDES
        for habit in re.findall(r"\bmake ([a-z]+)\b", "\n".join(_code(guide.read_text("utf-8"))))
    }
    assert named <= habits


@pytest.mark.slow  # it starts a handful of commands, each its own Python
def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"))
    lines = [line for block in blocks for line in block.splitlines() if not line.startswith("make ")]
    script = "\n".join(lines).replace(".venv/bin/hansa", shlex.quote(str(Path(sys.executable).with_name("hansa"))))
    (tmp_path / "own").mkdir()
    done = subprocess.run(
        ["sh", "-eu", "-c", script.replace("var/own", shlex.quote(str(tmp_path / "own")))],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("HANSA_")}, "HANSA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "13 organisations found." in done.stdout
    assert "The register is sound" in done.stdout
    assert (tmp_path / "own/backup.zip").is_file()


@pytest.mark.parametrize("habit", ["demo", "test"])
def test_the_two_commands_of_the_readme_are_there(habit: str) -> None:
    done = subprocess.run(["make", "--dry-run", habit], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _code(text: str) -> list[str]:
    """The words of a guide that are set as code."""
    return re.findall(r"(?ms)^```\w*\n(.*?)^```", text) + re.findall(r"`[^`\n]+`", text)

"""The command line as an operator meets it: what it prints, its exit codes, and bad input told in words."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

HANSA = Path(sys.executable).parent / "hansa"
PAGE = """Våra nätverk

Region Västerhav deltar i nätverk för att knyta kontakter, hitta partner och påverka EU.

Kustnätverket (KNV)

Kustnätverket arbetar med hav och kust. Nätverket har 20 medlemmar.

Kontakt: Nils Åhav, internationella enheten

Hemsida: www.knv.example.org
"""


def hansa(*arguments: str, data: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command with a register of its own."""
    environment = {**os.environ, "HANSA_DATA": str(data), "COLUMNS": "200", "LANG": "C.UTF-8"}
    environment.pop("HANSA_DATABASE", None)
    done = subprocess.run(
        [HANSA, *arguments], env=environment, input=stdin, capture_output=True, timeout=120, check=False
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), " ".join(done.stderr.decode("utf-8").split())
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "sida.txt"
    file.write_text(PAGE, "utf-8")
    return file


def test_a_page_is_read_as_json_without_a_register(page: Path, tmp_path: Path) -> None:
    done = hansa("read", str(page), "--json", data=tmp_path / "var")

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [o["abbreviation"] for o in found["organisations"]] == ["KNV"]
    assert not (tmp_path / "var").exists()


def test_a_page_is_read_from_standard_input_as_a_table(tmp_path: Path) -> None:
    done = hansa("read", "-", data=tmp_path, stdin=PAGE.encode())
    assert done.returncode == 0
    assert "1 organisation found." in done.stdout
    assert "Nils Åhav, internationella enheten" in done.stdout


def test_importing_twice_proposes_once(page: Path, tmp_path: Path) -> None:
    first = hansa("import", str(page), "--authority", "Region Västerhav", data=tmp_path)
    again = hansa("import", str(page), "--authority", "Region Västerhav", data=tmp_path)

    assert first.returncode == again.returncode == 0, first.stderr
    assert "0 claims proposed." in again.stdout
    assert "as it was" in again.stdout
    listed = hansa("claims", "--json", data=tmp_path)
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    assert {row["property"] for row in rows} >= {"organisation.website", "contact.person", "membership.organisation"}


def test_an_accepted_import_is_sound_and_can_be_backed_up_and_restored(page: Path, tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "hansa.zip"
    done = hansa("import", str(page), "--authority", "Region Västerhav", "--accept", "--as", "Alva Sund", data=here)
    assert "accepted as Alva Sund" in done.stdout

    assert hansa("doctor", data=here).returncode == 0
    assert hansa("backup", str(file), data=here).returncode == 0
    assert hansa("restore", str(file), data=there).returncode == 0
    refused = hansa("restore", str(file), data=there)
    assert (refused.returncode, "--replace" in refused.stderr) == (1, True)
    assert hansa("restore", str(file), "--replace", data=there).returncode == 0
    sound = hansa("doctor", data=there)
    assert "The register is sound" in sound.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"  \n\t ", "is empty"),
        (b"%PDF-1.7 \x00\x01", "is damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "picture"),
        (os.urandom(4000), "not"),
        (b"a" * 51_000_000, "larger than"),
    ],
    ids=["empty", "blank", "pdf", "picture", "random", "huge"],
)
def test_a_file_that_is_no_page_is_told_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "fil.dat"
    file.write_bytes(content)
    for command in (["read", str(file)], ["import", str(file), "--authority", "X"]):
        done = hansa(*command, data=tmp_path / "var")
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr


def test_a_page_without_organisations_is_told(tmp_path: Path) -> None:
    done = hansa("read", "-", data=tmp_path, stdin=b"Hej och v\xc3\xa4lkommen till oss.\n")
    assert done.returncode == 0
    assert "0 organisations found." in done.stdout
    assert "No organisation was found" in done.stdout


@pytest.mark.parametrize(
    ("page_name", "said"),
    [
        ("finns-inte.txt", "There is no file"),
        ("http://127.0.0.1/", "private network"),
        ("https://", "not a web address"),
    ],
)
def test_a_page_that_is_not_there_is_told(tmp_path: Path, page_name: str, said: str) -> None:
    done = hansa("read", page_name, data=tmp_path)
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr


def test_a_page_is_explained_by_the_rules_and_by_what_nothing_was_made_of(page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE + "\n\nÖvrigt\n\nKaffe serveras klockan tre.\n", "utf-8")
    done = hansa("read", str(page), "--explain", data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "labelled “Hemsida”" in done.stdout
    assert "Kaffe serveras" in done.stdout


def test_a_folder_of_pages_is_evaluated_by_its_gold_files(page: Path, tmp_path: Path) -> None:
    gold = {
        "document": {"language": "sv", "authority": "Region Västerhav", "shape": "headings"},
        "organisations": [
            {
                "name": "Kustnätverket",
                "abbreviation": "KNV",
                "website": "https://www.knv.example.org",
                "figures": {"members": {"value": 30, "approximate": False}},
                "contacts": [{"person": "Nils Åhav", "unit": "internationella enheten"}],
            }
        ],
    }
    (tmp_path / "sida.gold.json").write_text(json.dumps(gold), "utf-8")
    done = hansa("evaluate", str(tmp_path), "--findings", data=tmp_path / "var")
    assert done.returncode == 0, done.stderr
    assert "missed sida.txt: Kustnätverket: members: 30" in done.stdout
    assert "wrong  sida.txt: Kustnätverket: members: 20" in done.stdout
    for table in ("kind", "language", "shape", "format", "1 page", "said to be right with"):
        assert table in done.stdout


def test_a_folder_without_gold_files_cannot_be_evaluated(page: Path, tmp_path: Path) -> None:
    done = hansa("evaluate", str(tmp_path), data=tmp_path / "var")
    assert (done.returncode, "gold file" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (empty := tmp_path / "pages").mkdir()
    done = hansa("read", str(empty), data=tmp_path)
    assert (done.returncode, "holds no files" in done.stderr) == (1, True), done.stderr


def test_a_port_that_is_taken_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = hansa("demo", "--port", str(other.getsockname()[1]), data=tmp_path / "var")
    assert done.returncode == 1
    assert "is taken by another program" in done.stderr
    assert "--port" in done.stderr
    assert not (tmp_path / "var" / "hansa.sqlite3").exists()


def test_a_locked_database_is_told_and_nothing_is_lost(page: Path, tmp_path: Path) -> None:
    hansa("import", str(page), "--authority", "Region Västerhav", data=tmp_path)
    holder = sqlite3.connect(tmp_path / "hansa.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    os.environ["HANSA_LOCK_SECONDS"] = "1"
    try:
        done = hansa("import", str(page), "--authority", "Region Västerhav", "--accept", data=tmp_path)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
        del os.environ["HANSA_LOCK_SECONDS"]
    assert done.returncode == 1
    assert "in use by another program" in done.stderr
    assert "0 claims are accepted." in hansa("claims", "--state", "accepted", data=tmp_path).stdout


def test_a_full_disk_is_told_and_nothing_is_lost(page: Path, tmp_path: Path) -> None:
    """SQLite is told that its file may not grow, which it meets as a full disk."""
    hansa("import", str(page), "--authority", "Region Västerhav", data=tmp_path)
    before = hansa("claims", "--json", data=tmp_path).stdout
    code = (
        "import sys; from django.db.backends.signals import connection_created\n"
        "def small(connection, **_):\n"
        "    with connection.cursor() as c:\n"
        "        pages = c.execute('PRAGMA page_count').fetchone()[0]\n"
        "        c.execute(f'PRAGMA max_page_count={pages}')\n"
        "connection_created.connect(small)\n"
        "sys.argv = ['hansa', *sys.argv[1:]]\n"
        "from hansa.cli import main; main()"
    )
    big = tmp_path / "stor.txt"
    big.write_text(PAGE + "Mer text om hav och kust. " * 200_000, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, "import", str(big), "--authority", "Region Västerhav"],
        env={**os.environ, "HANSA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stderr[-500:]
    assert "disk is full" in done.stderr
    assert hansa("claims", "--json", data=tmp_path).stdout == before


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "hansa.sqlite3").mkdir()
    done = hansa("claims", data=tmp_path)
    assert (done.returncode, "cannot be opened" in done.stderr) == (1, True), done.stderr


def test_the_demonstration_builds_a_bilingual_register_once(tmp_path: Path) -> None:
    first = hansa("demo", "--no-serve", data=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stdout.count("13 organisations found.") == 2
    again = hansa("demo", "--no-serve", data=tmp_path)
    assert "nothing is new, and nothing was lost" in again.stdout
    assert "0 claims are proposed." in hansa("claims", data=tmp_path).stdout
    held = sqlite3.connect(tmp_path / "hansa.sqlite3")
    (organisations,) = held.execute("SELECT count(*) FROM register_organisation WHERE kind != 'authority'").fetchone()
    both = held.execute(
        "SELECT count(*) FROM register_organisation WHERE summary LIKE '%\"sv\"%' AND summary LIKE '%\"en\"%'"
    ).fetchone()[0]
    held.close()
    assert (organisations, both) == (13, 13)
    assert hansa("doctor", data=tmp_path).returncode == 0


def test_the_sample_pages_ship_with_the_package() -> None:
    names = {file.name for file in resources.files("hansa.sample").iterdir()}
    assert {"organisationer-och-natverk.txt", "networks.html"} <= names

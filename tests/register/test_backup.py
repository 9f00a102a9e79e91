"""Backup and restore, and what the doctor sees."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from hansa.register import backup, doctor
from hansa.register.backup import BackupError
from hansa.register.models import Claim, Decision, Evidence, Membership, Organisation, Source
from hansa.register.projection import rebuild, tables
from tests.builders import (
    a_contact,
    a_membership,
    a_person,
    a_source,
    a_unit,
    an_appointment,
    an_authority,
    an_organisation,
)

pytestmark = pytest.mark.django_db


def a_register() -> None:
    """A small register with something of every kind."""
    us = an_authority()
    network = an_organisation(
        "Havsnätet", abbreviation="HN", members=12, topics=["energy"], website="https://hn.example.org"
    )
    person = a_person("Nils Åhav", email="nils@example.org")
    membership = a_membership(us, network, since="1998", fee={"amount": 88000, "currency": "SEK"})
    a_contact(membership, person=person, unit=a_unit(us))
    an_appointment(us, network, person=person, until="2027")
    a_source("En sida om Havsnätet\x85 och å ä ö 🐟", location="https://hn.example.org/")


def everything() -> dict[str, Any]:
    """Every row of the register and its accounts."""
    kinds = [Source, Decision, Claim, Evidence, User]
    return {
        "tables": tables(),
        **{
            kind.__name__: [
                {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}
                for row in kind._default_manager.order_by("pk").values()
            ]
            for kind in kinds
        },
    }


def test_restoring_gives_an_identical_register(tmp_path: Path) -> None:
    User.objects.create_user("alva", password="en lång lösenfras")
    a_register()
    before = everything()
    backup.backup(tmp_path / "hansa.zip")

    an_organisation("Kom till senare")
    backup.restore(tmp_path / "hansa.zip", replace=True)

    assert everything() == before
    assert list(doctor.examine()) == []


def test_a_register_is_not_overwritten_without_being_told_to(tmp_path: Path) -> None:
    a_register()
    backup.backup(tmp_path / "hansa.zip")
    before = everything()

    with pytest.raises(BackupError, match="--replace"):
        backup.restore(tmp_path / "hansa.zip")

    assert everything() == before


def test_an_empty_register_takes_a_backup_without_being_told_twice(tmp_path: Path) -> None:
    backup.backup(tmp_path / "tom.zip")
    assert backup.restore(tmp_path / "tom.zip").rows["register.claim"] == 0


@pytest.mark.parametrize("damage", ["cut", "other", "altered", "text"])
def test_a_damaged_backup_changes_nothing(tmp_path: Path, damage: str) -> None:
    a_register()
    file = tmp_path / "hansa.zip"
    backup.backup(file)
    before = everything()
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-200])
    elif damage == "text":
        file.write_text("hej")
    else:
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        if damage == "other":
            parts.pop("manifest.json")
        else:
            parts["register.claim.jsonl"] = parts["register.claim.jsonl"].replace(b"Havsn", b"Hafsn")
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    with pytest.raises(BackupError, match="Inget har ändrats"):
        backup.restore(file, replace=True)

    assert everything() == before


def test_a_full_disk_is_told_and_leaves_no_half_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_register()
    (tmp_path / "hansa.zip").write_text("den förra")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BackupError, match="Disken är full"):
        backup.backup(tmp_path / "hansa.zip")

    assert [file.read_text() for file in tmp_path.iterdir()] == ["den förra"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="finns inte"):
        backup.restore(tmp_path / "nowhere.zip")


def codes() -> list[str]:
    return [finding.code for finding in doctor.examine()]


def test_a_sound_register_has_no_findings() -> None:
    a_register()
    assert codes() == []


def test_a_row_altered_by_hand_is_found_and_mended_by_building_anew() -> None:
    a_register()
    Organisation.objects.filter(abbreviation="HN").update(website="https://annan.example.org")
    assert codes() == ["table-differs"]
    rebuild()
    assert codes() == []


def test_a_row_that_went_is_found() -> None:
    a_register()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_contact")
    assert codes() == ["table-differs"]


def test_a_claim_altered_by_hand_is_found() -> None:
    a_register()
    Claim.objects.filter(property="website").update(value="https://annan.example.org")
    assert codes() == ["table-differs", "claim-altered"]


def test_a_document_altered_by_hand_is_found() -> None:
    source = a_source("En sida")
    Source.objects.filter(pk=source.pk).update(sha256="0" * 64)
    assert codes() == ["source-altered"]


def test_a_search_entry_that_went_is_found() -> None:
    from hansa.register.models import SearchEntry

    a_register()
    SearchEntry.objects.filter(kind="person").delete()
    assert codes() == ["search-differs"]


def test_each_finding_says_what_to_do() -> None:
    a_register()
    Membership.objects.update(since="1901")
    assert all("hansa " in finding.do and finding.what for finding in doctor.examine())

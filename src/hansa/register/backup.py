"""The whole register in one file, and back: sources, claims, decisions, accounts.

The file is a ZIP archive: `manifest.json` (format, versions, row counts, a digest of each table) and one
`TABLE.jsonl` a table. The typed tables are not in it: restoring builds them anew from the claims.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils.translation import gettext as _

from hansa.register import clock
from hansa.register.errors import RegisterError
from hansa.register.models import Claim, Decision, Evidence, Source
from hansa.register.projection import chunks, erase_tables, rebuild

FORMAT = 1
MANIFEST = "manifest.json"


class BackupError(RegisterError):
    """A backup that cannot be written, or is not one, or must not be restored here."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a backup holds: rows by table."""

    made_at: datetime
    rows: dict[str, int]


def _tables() -> list[type[models.Model]]:
    """The tables of a backup, each after those that it refers to."""
    return [apps.get_model("auth", "Group"), get_user_model(), Source, Decision, Claim, Evidence]


def backup(target: Path) -> Summary:
    """Write the whole register to `target`; a file that was there is replaced only by a finished one."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as file:
            summary = _write(file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = _("The disk is full.") if full else str(error.strerror or error)
        raise BackupError(
            _("The backup could not be written to %(file)s. %(why)s Nothing was changed.")
            % {"file": target, "why": why}
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return summary


def _write(file: BinaryIO) -> Summary:
    manifest: dict[str, Any] = {"format": FORMAT, "made_at": clock.now().isoformat(), "tables": {}}
    with transaction.atomic(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for table in _tables():
            digest, count = hashlib.sha256(), 0
            with archive.open(f"{table._meta.label_lower}.jsonl", "w", force_zip64=True) as entry:
                for row in _rows(table):
                    line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                    entry.write(line)
                    digest.update(line)
                    count += 1
            manifest["tables"][table._meta.label_lower] = {"rows": count, "sha256": digest.hexdigest()}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return _summary(manifest)


def _summary(manifest: dict[str, Any]) -> Summary:
    rows = {name: table["rows"] for name, table in manifest["tables"].items()}
    return Summary(datetime.fromisoformat(manifest["made_at"]), rows)


def _rows(table: type[models.Model]) -> Iterator[dict[str, Any]]:
    fields = list(table._meta.concrete_fields)
    joined = {field.name: field for field in table._meta.many_to_many if field.name == "groups"}
    for row in table._default_manager.order_by("pk").iterator(chunk_size=500):
        values = {field.attname: _plain(getattr(row, field.attname)) for field in fields}
        for name in joined:
            values[name] = sorted(getattr(row, name).values_list("pk", flat=True))
        yield values


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return base64.b85encode(bytes(value)).decode()
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def restore(origin: Path, *, replace: bool = False) -> Summary:
    """Make the register what `origin` holds, all or nothing.

    Raises BackupError where the file is not a whole backup, or a register is here and `replace` is not set.
    """
    try:
        with zipfile.ZipFile(origin) as archive:
            manifest = _checked_manifest(archive)
            with transaction.atomic():
                _make_room(replace)
                for table in _tables():
                    _load(archive, table, manifest["tables"][table._meta.label_lower]["sha256"])
                rebuild()
    except FileNotFoundError as error:
        raise BackupError(_("There is no file %s.") % origin) from error
    except OSError as error:
        raise BackupError(_("%(file)s could not be read: %(why)s") % {"file": origin, "why": error}) from error
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise BackupError(
            _("%s is not a whole Hansa backup: it is damaged or something else. Nothing was changed.") % origin
        ) from error
    return _summary(manifest)


def _checked_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise BackupError(
            _("The backup is of format %(its)s, and this Hansa reads format %(ours)s. Use a newer Hansa.")
            % {"its": manifest["format"], "ours": FORMAT}
        )
    return manifest


def _make_room(replace: bool) -> None:
    if Claim.objects.exists() or Decision.objects.exists() or Source.objects.exists():
        if not replace:
            raise BackupError(
                _("There is a register here already. Back it up first; then restore with --replace to overwrite it.")
            )
        Claim.objects.update(replaces=None)
        Decision.objects.update(undoes=None)
    erase_tables()
    for table in reversed(_tables()):
        rows = table._default_manager.all()
        if table in (Evidence, Claim, Decision, Source):
            rows._raw_delete(rows.db)
        else:
            rows.delete()


def _load(archive: zipfile.ZipFile, table: type[models.Model], wanted: str) -> None:
    digest = hashlib.sha256()
    columns = {field.attname: field for field in table._meta.concrete_fields}
    binary = {name for name, field in columns.items() if isinstance(field, models.BinaryField)}
    with archive.open(f"{table._meta.label_lower}.jsonl") as entry:

        def rows() -> Iterator[tuple[models.Model, dict[str, Any]]]:
            for line in entry:
                digest.update(line)
                values: dict[str, Any] = json.loads(line)
                joined = {name: values.pop(name) for name in list(values) if name not in columns}
                for name in binary:
                    if values[name] is not None:
                        values[name] = base64.b85decode(values[name])
                for name, field in columns.items():
                    if isinstance(field, (models.DateTimeField, models.UUIDField)):
                        values[name] = field.to_python(values[name])
                yield table(**values), joined

        for part in chunks(rows(), 500):
            table._default_manager.bulk_create([row for row, _joined in part])
            for row, joined in part:
                for name, ids in joined.items():
                    getattr(row, name).set(ids)
    if digest.hexdigest() != wanted:
        raise ValueError(table._meta.label)

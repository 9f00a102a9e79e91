"""Office documents are ZIP archives of XML: opened within bounds, so that none can fill the memory or never end."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from hansa.reading.errors import Damaged, EntityBomb, PasswordProtected, ZipBomb

MOST_MEMBERS = 5_000
MOST_BYTES = 400_000_000  # of all members, unpacked
MOST_OF_ONE = 200_000_000
STEEPEST = 200  # times a member may grow, beyond the first megabyte
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
MIMETYPE = "mimetype"
# What reading a damaged member may raise.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
)


def is_zip(content: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(content: bytes) -> frozenset[str]:
    """The names of what an archive holds; none where it cannot be opened."""
    if not is_zip(content):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist()[: MOST_MEMBERS + 1])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


def beginning(content: bytes, name: str) -> bytes:
    """The first bytes of a member; none where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(name) as file:
            return file.read(200)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return b""


def opened(content: bytes, called: str) -> zipfile.ZipFile:
    """The archive, when it is safe to read: raises Damaged, PasswordProtected, ZipBomb or EntityBomb."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Damaged(called) from error
    every = archive.infolist()
    if any(member.flag_bits & 1 for member in every):
        raise PasswordProtected(called)
    if (
        len(every) > MOST_MEMBERS
        or sum(member.file_size for member in every) > MOST_BYTES
        or any(_is_bomb(member) for member in every)
    ):
        raise ZipBomb(called)
    for member in every:
        if member.filename.endswith((".xml", ".rels")) and _ENTITIES.search(_beginning(archive, member, called)):
            raise EntityBomb(called)
    return archive


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    steep = member.file_size > 1_000_000 and member.file_size > STEEPEST * max(1, member.compress_size)
    return member.file_size > MOST_OF_ONE or steep


def _beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo, called: str) -> bytes:
    """The first bytes of a member: declarations of entities stand before the content."""
    try:
        with archive.open(member) as file:
            return file.read(4096)
    except UNREADABLE as error:
        raise Damaged(called) from error

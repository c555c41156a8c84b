"""ZIP archives from strangers: their members in memory, within limits (tệp nén)."""

from __future__ import annotations

import io
import zipfile
import zlib

from danvan.errors import ReadError
from danvan.readers.signatures import zip_directory

#: An archive may have so many members,
MAX_MEMBERS = 4_096
#: may hold so many bytes when all of it is unpacked, pictures included,
MAX_UNPACKED = 512 * 1024 * 1024
#: and so many in a member that is read,
MAX_MEMBER = 32 * 1024 * 1024
#: of which one that is packed may stand for so many: text reaches 40, a bomb 1,000.
MAX_RATIO = 250
_SMALL = 1024 * 1024
_LONGEST_ENTRY = 512
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError)


class Archive:
    """The members of a ZIP archive. Nothing is written to disk, and no name becomes a path.

    Args:
        data: the archive.
        name: what messages call the file.

    Raises:
        ReadError: if it is broken, or larger than the limits allow.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if len(zip_directory(data)) > MAX_MEMBERS * _LONGEST_ENTRY:
            raise ReadError(name, _too_many() if data.startswith(b"PK") else "it is no archive")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (*_BROKEN, UnicodeDecodeError) as error:
            raise ReadError(name, _told(error)) from None
        if len(members) > MAX_MEMBERS:
            raise ReadError(name, _too_many())
        if sum(member.file_size for member in members) > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1024**2
            raise ReadError(name, f"it is a ZIP bomb: unpacked it is larger than {limit} MiB")
        self._members = {member.filename: member for member in members}

    @property
    def names(self) -> list[str]:
        """The names of the members, directories left out."""
        return [name for name in self._members if not name.endswith("/")]

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def size(self, member: str) -> int:
        """How many bytes a member says that it has."""
        return self._members[member].file_size

    def read(self, member: str) -> bytes:
        """The content of a member.

        Raises:
            ReadError: if there is none of this name, or it is broken, encrypted or too large.
        """
        entry = self._members.get(member)
        if entry is None:
            raise ReadError(self._name, f"it is broken: {shown(member)} is missing in it")
        if entry.flag_bits & _ENCRYPTED:
            raise ReadError(self._name, "it is encrypted; save it without a password")
        if entry.file_size > MAX_MEMBER:
            limit = MAX_MEMBER // 1024**2
            raise ReadError(self._name, f"{shown(member)} in it is larger than {limit} MiB")
        if entry.file_size > max(_SMALL, entry.compress_size * MAX_RATIO):
            times = entry.file_size // max(1, entry.compress_size)
            reason = f"it is a ZIP bomb: {shown(member)} in it unpacks to {times:,} times its size"
            raise ReadError(self._name, reason)
        try:
            with self._zip.open(entry) as stream:
                return stream.read(entry.file_size)
        except (*_BROKEN, RuntimeError) as error:
            reason = f"it is broken: {shown(member)} in it cannot be unpacked ({_what(error)})"
            raise ReadError(self._name, reason) from None


def _too_many() -> str:
    return f"it is an archive of more than {MAX_MEMBERS:,} members"


def _told(error: Exception) -> str:
    return f"it is broken or cut off: no ZIP archive can be read from it ({_what(error)})"


def _what(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def shown(member: str) -> str:
    """The name of a member, fit for a message."""
    return "".join(c if c.isprintable() else " " for c in member[:80])

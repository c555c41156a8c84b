"""ZIP archives with documents in them (tệp nén): the one document, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.errors import ReadError
from danvan.readers.archive import Archive, shown
from danvan.readers.files import source_of
from danvan.readers.kinds import READERS
from danvan.readers.reader import registered
from danvan.readers.signatures import is_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.text import Source

_MOST_DOCUMENTS = 256
_NAMED = 4


def read(data: bytes, name: str) -> Source:
    """Read the one document in an archive, as `danvan.readers.Reader.read`.

    What is no document by its name (pictures, tables, signatures) does not count, nor does an
    archive in the archive. Nothing is unpacked to disk.
    """
    archive = Archive(data, name)
    documents = documents_in(archive, name)
    if len(documents) > 1:
        listed = ", ".join(map(shown, documents[:_NAMED]))
        more = ", ..." if len(documents) > _NAMED else ""
        reason = f"it is an archive of {len(documents)} documents ({listed}{more})"
        raise ReadError(name, f"{reason}; danvan.readers.load_all reads them all")
    return _member(archive, documents[0], name)


def sources_in(data: bytes, name: str) -> Iterator[Source]:
    """The documents in an archive, one after the other."""
    archive = Archive(data, name)
    for member in documents_in(archive, name):
        yield _member(archive, member, name)


def documents_in(archive: Archive, name: str) -> list[str]:
    """The names of the members that are documents, in order.

    Raises:
        ReadError: if there is none, or there are too many.
    """
    endings = tuple(
        ending for r in (*registered(), *READERS) if r.name != "zip" for ending in r.suffixes
    )
    found = [n for n in archive.names if n.lower().endswith(endings) and not _is_hidden(n)]
    if not found:
        raise ReadError(name, "it is an archive (ZIP) with no document in it")
    if len(found) > _MOST_DOCUMENTS:
        raise ReadError(name, f"it is an archive of more than {_MOST_DOCUMENTS} documents")
    return sorted(found)


def _is_hidden(member: str) -> bool:
    """Whether a member is what systems leave beside documents: "__MACOSX/._a.docx"."""
    parts = [part for part in member.split("/") if part not in {".", ".."}]
    return any(part.startswith((".", "__", "~$")) for part in parts)


def _member(archive: Archive, member: str, name: str) -> Source:
    data = archive.read(member)
    called = f"{name}/{shown(member)}"
    if is_archive(data):
        raise ReadError(called, "it is an archive in an archive")
    return source_of(data, called)

"""Files, paths and bytes: their content, the reader for it, and the plan."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import BinaryIO, TextIO

import attrs

from danvan.errors import ReadError
from danvan.plan import Plan, parse
from danvan.readers.kinds import READERS
from danvan.readers.reader import Reader, offered, registered
from danvan.readers.signatures import is_archive, is_whole_page, unreadable
from danvan.text import Source

#: Files larger than this are refused: 64 MiB, some thousand times the length of a plan.
MAX_BYTES = 64 * 1024 * 1024

File = str | os.PathLike[str] | BinaryIO | TextIO | bytes

_UNNAMED = "<bytes>"
# A piece of a page and a text with tags in it look alike: their names tell them apart.
_ALIKE = {"text", "html"}
_LONGEST_NAME = 120
_EMPTY = "it is empty"
_TOO_LARGE = f"it is larger than {MAX_BYTES // 1024**2} MiB"


def load(file: File, *, reader: str | Reader | None = None) -> Plan:
    """Read a plan from a file (đọc kế hoạch từ tệp).

    What kind of file it is, its content decides before its name.

    Args:
        file: a path, an open file (binary or text; read from where it stands, not closed), or
            the content as bytes. A ``str`` is a path; for text itself there is `danvan.parse`.
        reader: what is to read it, whatever its content: a reader, or the name of one ("docx"),
            be it built in, registered, or offered by an installed package.

    Raises:
        ReadError: if there is no such file, or it is a directory, empty, larger than
            `MAX_BYTES`, broken, encrypted, or of a kind that cannot be read.
        MissingExtraError: if reading this kind of file needs an extra that is not installed.
        LookupError: if there is no reader of that name.

    >>> load("Số: 12/KH-UBND".encode()).source.text
    'Số: 12/KH-UBND'
    """
    return parse(read(file, reader=reader))


def load_all(file: File) -> tuple[Plan, ...]:
    """Read all plans in a file (đọc mọi kế hoạch trong tệp nén): those of a ZIP archive, else one.

    Raises:
        ReadError: as `load` does, for the first document in the archive that cannot be read.
    """
    content, name = _given(file)
    if isinstance(content, str) or not is_archive(content):
        return (parse(_source(content, name, None)),)
    archived = importlib.import_module("danvan.readers.zipped")
    return tuple(map(parse, archived.sources_in(content, name or _UNNAMED)))


def read(file: File, *, reader: str | Reader | None = None) -> Source:
    """The text of a file, without parsing it; arguments and errors as for `load`."""
    return _source(*_given(file), named(reader) if isinstance(reader, str) else reader)


def named(name: str) -> Reader:
    """The reader of this name: registered, built in, or offered by an installed package.

    >>> named("text").suffixes
    ('.txt', '.md', '.markdown', '.text')

    Raises:
        LookupError: if there is none.
    """
    for reader in (*registered(), *READERS):
        if reader.name == name:
            return reader
    found = offered(name)
    if found is None:
        msg = f"there is no reader of the name {name!r}"
        raise LookupError(msg)
    return found


def _given(file: File) -> tuple[bytes | str, str | None]:
    """The content of a file, and its name if it has one."""
    if isinstance(file, bytes):
        return file, None
    if isinstance(file, (str, os.PathLike)):
        path = os.fspath(file)
        return _content(path), path
    given = getattr(file, "name", None)
    name = given if isinstance(given, str) else None
    try:
        return file.read(MAX_BYTES + 1), name
    except UnicodeDecodeError as error:
        reason = f"it is not {error.encoding}: {error.reason}"
    except OSError as error:
        reason = error.strerror or "it cannot be read"
    raise ReadError(name or _UNNAMED, reason)


def _source(content: bytes | str, name: str | None, reader: Reader | None) -> Source:
    """The source that a content makes; a text has been decoded already."""
    if isinstance(content, bytes):
        source = source_of(content, name or _UNNAMED, reader)
        return attrs.evolve(source, name=None) if name is None else source
    _check_size(content, name or _UNNAMED)
    return Source(content, name=name)


def _content(path: str) -> bytes:
    shown = path if len(path) <= _LONGEST_NAME else path[:_LONGEST_NAME] + "…"
    shown = "".join(c if c.isprintable() else " " for c in shown)
    if "\n" in path:
        raise ReadError(shown, "this is no path; danvan.parse reads a text")
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        reason = "there is no such file"
    except IsADirectoryError:
        reason = "it is a directory"
    except PermissionError:
        reason = "it is a directory" if Path(path).is_dir() else "it may not be read"
    except OSError as error:
        reason = error.strerror or "it cannot be read"
    except ValueError:
        reason = "this is no path"
    raise ReadError(shown, reason)


def source_of(data: bytes, name: str, reader: Reader | None = None) -> Source:
    """What a reader makes of a content: the given one, else the one for its kind.

    Raises:
        ReadError: as `load` does.
    """
    _check_size(data, name)
    try:
        source = (reader or _reader_for(data, name)).read(data, name)
    except RecursionError:
        raise ReadError(name, "its parts are nested too deeply") from None
    if not source.text:
        raise ReadError(name, _EMPTY)
    return source


def _reader_for(data: bytes, name: str) -> Reader:
    """The reader for this content, else the one for this name."""
    readers = (*registered(), *READERS)
    by_name = next((r for r in readers if name.lower().endswith(r.suffixes)), None)
    for reader in readers:
        if reader.recognises(data):
            if by_name is None or {reader.name, by_name.name} != _ALIKE:
                return reader
            return reader if is_whole_page(data) or b"<" not in data else by_name
    reason = unreadable(data)
    if reason is not None:
        raise ReadError(name, reason)
    if by_name is None:
        raise ReadError(name, "its content is of an unknown kind (binary data)")
    return by_name


def _check_size(content: bytes | str, name: str) -> None:
    if not content:
        raise ReadError(name, _EMPTY)
    if len(content) > MAX_BYTES:
        raise ReadError(name, _TOO_LARGE)

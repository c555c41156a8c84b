"""Files, paths and bytes: their content, the reader for it, and the plan."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import attrs

from danvan.errors import ReadError
from danvan.plan import Plan, parse
from danvan.readers.signatures import unreadable
from danvan.readers.text import TextReader
from danvan.text import Source

if TYPE_CHECKING:
    from danvan.readers.reader import Reader

#: Files larger than this are refused: 64 MiB, some thousand times the length of a plan.
MAX_BYTES = 64 * 1024 * 1024

#: The readers, in the order in which they are asked.
READERS: tuple[Reader, ...] = (TextReader(),)

_UNNAMED = "<bytes>"
_LONGEST_NAME = 120
_EMPTY = "it is empty"
_TOO_LARGE = f"it is larger than {MAX_BYTES // 1024**2} MiB"


def load(file: str | os.PathLike[str] | BinaryIO | TextIO | bytes) -> Plan:
    """Read a plan from a file (đọc kế hoạch từ tệp).

    What kind of file it is, its content decides before its name. Text files are read: UTF-8 with
    or without byte-order mark, UTF-16 with one.

    Args:
        file: a path, an open file (binary or text; read from where it stands, not closed), or
            the content as bytes. A ``str`` is a path; for text itself there is `danvan.parse`.

    Raises:
        ReadError: if there is no such file, or it is a directory, empty, larger than
            `MAX_BYTES`, not valid in its encoding, or of a kind that cannot be read.

    >>> load("Số: 12/KH-UBND".encode()).source.text
    'Số: 12/KH-UBND'
    """
    return parse(read(file))


def read(file: str | os.PathLike[str] | BinaryIO | TextIO | bytes) -> Source:
    """The text of a file, without parsing it; arguments and errors as for `load`."""
    if isinstance(file, bytes):
        return attrs.evolve(_source(file, _UNNAMED), name=None)
    if isinstance(file, (str, os.PathLike)):
        path = os.fspath(file)
        return _source(_content(path), path)
    return _from_stream(file)


def _from_stream(file: BinaryIO | TextIO) -> Source:
    given = getattr(file, "name", None)
    name = given if isinstance(given, str) else None
    shown = name or _UNNAMED
    try:
        content = file.read(MAX_BYTES + 1)
    except UnicodeDecodeError as error:
        raise ReadError(shown, f"it is not {error.encoding}: {error.reason}") from None
    except OSError as error:
        raise ReadError(shown, error.strerror or "it cannot be read") from None
    if isinstance(content, bytes):
        return attrs.evolve(_source(content, shown), name=name)
    if not content:
        raise ReadError(shown, _EMPTY)
    if len(content) > MAX_BYTES:
        raise ReadError(shown, _TOO_LARGE)
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


def _source(data: bytes, name: str) -> Source:
    if not data:
        raise ReadError(name, _EMPTY)
    if len(data) > MAX_BYTES:
        raise ReadError(name, _TOO_LARGE)
    source = _reader(data, name).read(data, name)
    if not source.text:
        raise ReadError(name, _EMPTY)
    return source


def _reader(data: bytes, name: str) -> Reader:
    """The reader for this content, else the one for this name."""
    reason = unreadable(data)
    if reason is not None:
        raise ReadError(name, reason)
    by_content = [reader for reader in READERS if reader.recognises(data)]
    by_name = [reader for reader in READERS if name.lower().endswith(reader.suffixes)]
    for reader in by_content + by_name:
        return reader
    raise ReadError(name, "its content is of an unknown kind (binary data)")

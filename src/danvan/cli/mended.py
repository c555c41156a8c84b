"""``danvan check --fix``: the mended text of a file, shown as a difference or written."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from danvan.cli.safe import escaped
from danvan.errors import ReadError
from danvan.readers.encodings import decode
from danvan.readers.encodings.decode import encoding_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.text import Source

_NOT_TEXT = "only files of plain text in Unicode can be mended"


def difference(source: Source, text: str) -> Iterator[str]:
    """The lines of a unified diff from a source to its mended text, harmless for terminals."""
    name = source.name or "-"
    before, after = source.text.splitlines(), text.splitlines()
    for line in difflib.unified_diff(before, after, name, name, lineterm=""):
        yield escaped(line).replace("\n", " ")


def write(source: Source, text: str) -> None:
    """Write the mended text over the file of a source, in its encoding and with its mode.

    The file is at every moment the old one or the new one. Nothing is written unless the source is
    the file's content, character by character, and the file's encoding gives it back byte by byte.

    Raises:
        ReadError: if the file is no plain text, or cannot be written.
    """
    name = source.name or "-"
    try:
        path = Path(name).resolve(strict=True)
        old = path.read_bytes()
        new = _encoded(source, old, text)
        if not os.access(path, os.W_OK):
            raise PermissionError(None, "it may not be written")
        _replace(path, new)
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(name, error.strerror or str(error)) from error


def _encoded(source: Source, old: bytes, text: str) -> bytes:
    """The bytes of a text in the encoding of the old ones, after the same byte-order mark."""
    name = source.name or "-"
    codec = decode(old, name).encoding
    skipped, _ = encoding_mark(old) or (0, "")
    mark = old[:skipped]
    try:
        if mark + source.text.encode(codec) != old:
            raise ReadError(name, _NOT_TEXT)
        return mark + text.encode(codec)
    except (LookupError, UnicodeError):
        raise ReadError(name, _NOT_TEXT) from None


def _replace(path: Path, content: bytes) -> None:
    """Put a new file in the place of an old one, in one step."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name[:40]}.", delete=False
    ) as file:
        made = Path(file.name)
        try:
            file.write(content)
            file.close()
            shutil.copymode(path, made)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise

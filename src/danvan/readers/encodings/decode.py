"""Bytes to text and back: which encoding a text file is in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from danvan.errors import ReadError
from danvan.readers.encodings.recognise import EIGHT_BITS, best, read_as, recognise, sample
from danvan.readers.encodings.tables import WINDOWS


class Decoded(NamedTuple):
    """A text, and the encoding that it was in.

    The name is ``utf-8``, ``utf-16-le``, ``utf-16-be``, ``utf-32-le``, ``utf-32-be``,
    ``windows-1258``, ``tcvn3``, ``vni``, ``viscii`` or ``viqr``; for a legacy encoding inside of a
    Unicode file both, with a stroke between them: ``utf-8/tcvn3``.
    """

    text: str
    encoding: str


# The mark of UTF-32 begins as that of UTF-16 does, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT = 8192
# What stands in a text, as against what two bytes of anything else make.
_TEXT = re.compile(
    "[\t\n\f\r -~\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20ab\ufb00-\ufb06]"
)
_SHARE_OF_TEXT = 0.97


def encoding_mark(data: bytes) -> tuple[int, str] | None:
    """How long the byte-order mark is, and the codec that it names; None where there is none."""
    return next(((len(mark), codec) for mark, codec, _ in _MARKS if data.startswith(mark)), None)


def utf_16_without_mark(data: bytes) -> str | None:
    """The codec of a UTF-16 text without byte-order mark, or None if it is none."""
    piece = data[:_LOOKED_AT]
    if len(data) % 2 or b"\0" not in piece:
        return None
    little = piece[1::2].count(0) > piece[::2].count(0)
    codec = "utf-16-le" if little else "utf-16-be"
    text = piece.decode(codec, "replace")
    return codec if len(_TEXT.findall(text)) >= _SHARE_OF_TEXT * len(text) else None


def decode(data: bytes, name: str = "<bytes>") -> Decoded:
    r"""The text of a text file, whatever Vietnamese encoding it is in (bảng mã).

    What is valid UTF-8, or UTF-16 or UTF-32 by its mark or its pattern, is that. Other bytes are
    converted only if the outcome is Vietnamese beyond doubt, and so is text that is a legacy
    encoding taken for windows-1252; whatever is in doubt is left as it is.

    Args:
        data: the content, with or without byte-order mark, which is no part of the text.
        name: what messages call the file.

    Raises:
        ReadError: if the bytes are in no encoding that is known for sure.

    >>> decode("KẾ HOẠCH".encode("utf-16"))
    Decoded(text='KẾ HOẠCH', encoding='utf-16-le')
    """
    mark = encoding_mark(data)
    skipped, codec = mark or (0, utf_16_without_mark(data) or "utf-8")
    try:
        text = data[skipped:].decode(codec)
    except UnicodeDecodeError as error:
        decoded = None if mark else _legacy(data)
        if decoded is not None:
            return decoded
        raise ReadError(name, _reason(data, codec, skipped + error.start)) from None
    legacy = recognise(text)
    if legacy is None:
        return Decoded(text, codec)
    return Decoded(read_as(legacy, text), legacy if text.isascii() else f"{codec}/{legacy}")


def _reason(data: bytes, codec: str, offset: int) -> str:
    known = next(name for _, mark_codec, name in _MARKS if mark_codec == codec)
    return f"it is not {known}: wrong byte 0x{data[offset]:02X} at offset {offset:,}"


def _legacy(data: bytes) -> Decoded | None:
    """The text of bytes that are no UTF-8, if they are Vietnamese in one encoding only."""
    text = data.decode("latin-1").translate(WINDOWS)
    piece = sample(text)
    found = best({name: read_as(name, piece) for name in EIGHT_BITS})
    return None if found is None else Decoded(read_as(found, text), found)

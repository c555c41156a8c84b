"""Text files: plain text and markdown, in UTF-8, or in what their byte-order mark says."""

from __future__ import annotations

import codecs

from danvan.errors import ReadError
from danvan.readers.signatures import unreadable
from danvan.text import Source

# The mark of UTF-32 begins as that of UTF-16 does, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT = 8192


def _encoding(data: bytes) -> tuple[int, str, str]:
    """How long the byte-order mark is, the codec, and the encoding's name for people."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return len(mark), codec, name
    return 0, "utf-8", "UTF-8"


class TextReader:
    """Reads plain text and markdown (văn bản thuần).

    UTF-8 with or without byte-order mark, UTF-16 and UTF-32 with one. The mark is no part of the
    text. Content with a zero byte among its first 8,192 does not pass for text, unless it has a
    mark: then the name of the file must say that it is text.

    >>> TextReader().read("KẾ HOẠCH".encode("utf-16"), "a.txt").text
    'KẾ HOẠCH'
    """

    name = "text"
    suffixes = (".txt", ".md", ".markdown", ".text")

    def recognises(self, data: bytes) -> bool:
        """Whether there is a byte-order mark, or no zero byte at the beginning."""
        if unreadable(data) is not None:
            return False
        mark, _, _ = _encoding(data)
        return mark > 0 or b"\0" not in data[:_LOOKED_AT]

    def read(self, data: bytes, name: str) -> Source:
        """The text, decoded.

        Raises:
            ReadError: if the bytes are not what the encoding allows, with the offset of the first
                wrong one.
        """
        mark, codec, encoding = _encoding(data)
        try:
            text = data[mark:].decode(codec)
        except UnicodeDecodeError as error:
            offset = mark + error.start
            reason = f"it is not {encoding}: wrong byte 0x{data[offset]:02X} at offset {offset:,}"
            raise ReadError(name, reason) from None
        return Source(text, name=name)

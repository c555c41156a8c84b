"""Text files: plain text and markdown, in Unicode or in a legacy Vietnamese encoding."""

from __future__ import annotations

from danvan.findings import Finding, Severity
from danvan.readers.encodings import decode
from danvan.readers.encodings.decode import encoding_mark, utf_16_without_mark
from danvan.readers.signatures import unreadable
from danvan.text import Source

_LOOKED_AT = 8192
# How people call the encodings that are not Unicode.
_TITLES = {
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
    "viscii": "VISCII",
    "viqr": "VIQR",
    "windows-1258": "windows-1258",
}


def converted(encoding: str) -> Finding:
    """What to say of a text that was not in Unicode.

    >>> print(converted("utf-8/tcvn3").message_en)
    the text was in TCVN3 (ABC) and was converted to Unicode
    """
    title = _TITLES[encoding.rsplit("/", 1)[-1]]
    return Finding(
        code="R202",
        severity=Severity.NOTE,
        message=f"văn bản ở bảng mã {title}, đã chuyển sang Unicode",
        message_en=f"the text was in {title} and was converted to Unicode",
        help="The encoding was inferred from the text: in it, and in no other, the words are "
        "Vietnamese. TCVN3 has no capitals with a tone, so some may be lost.",
    )


class TextReader:
    """Reads plain text and markdown (văn bản thuần).

    UTF-8 and UTF-16 with or without byte-order mark, UTF-32 with one, and what
    `danvan.readers.decode` knows else: windows-1258, TCVN3, VNI, VISCII, VIQR. The mark is no part
    of the text. Content with a zero byte among its first 8,192 does not pass for text, unless it is
    UTF-16 by its mark or its pattern: then the name of the file must say that it is text.

    >>> TextReader().read("KẾ HOẠCH".encode("utf-16"), "a.txt").text
    'KẾ HOẠCH'
    """

    name = "text"
    suffixes = (".txt", ".md", ".markdown", ".text")

    def recognises(self, data: bytes) -> bool:
        """Whether it is text by a byte-order mark, by its zero bytes, or by having none."""
        if unreadable(data) is not None:
            return False
        if encoding_mark(data) is not None or b"\0" not in data[:_LOOKED_AT]:
            return True
        return utf_16_without_mark(data) is not None

    def read(self, data: bytes, name: str) -> Source:
        """The text, decoded.

        Raises:
            ReadError: if the bytes are in no encoding that is known for sure; the reason gives the
                offset of the first byte that cannot be.
        """
        text, encoding = decode(data, name)
        if encoding.startswith("utf-") and "/" not in encoding:
            return Source(text, name=name)
        return Source(text, name=name, findings=(converted(encoding),))

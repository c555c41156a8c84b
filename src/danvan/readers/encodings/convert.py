"""Conversion: text in the characters of a legacy encoding to Unicode, and back."""

from __future__ import annotations

import re
import unicodedata

from danvan.readers.encodings import viqr
from danvan.readers.encodings.tables import WINDOWS, table

# What windows-1252 shows for each byte beyond ASCII -> what windows-1258 has there.
_UNUSED_IN_1258 = frozenset({0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E})
_WINDOWS_1258 = {
    ord(WINDOWS.get(byte, chr(byte))): bytes([byte]).decode("cp1258")
    for byte in range(0x80, 0x100)
    if byte not in {0x81} | _UNUSED_IN_1258
}


def to_unicode(text: str, encoding: str) -> str:
    """Vietnamese for a text whose characters are those of a legacy encoding.

    Args:
        text: for instance the text of a run in a font such as .VnTime or VNI-Times.
        encoding: ``tcvn3``, ``tcvn3-capitals`` (fonts that show small letters as capitals:
            .VnTimeH), ``vni``, ``viscii``, ``viqr`` or ``windows-1258``.

    Raises:
        ValueError: if there is no such encoding.

    >>> to_unicode("ñy ban nh©n d©n", "tcvn3-capitals"), to_unicode("Uûy ban", "vni")
    ('ỦY BAN NHÂN DÂN', 'Ủy ban')
    """
    match encoding:
        case "tcvn3" | "vni" | "viscii":
            return table(encoding).read(text)
        case "tcvn3-capitals":
            return table("tcvn3").read(text).upper()
        case "viqr":
            return viqr.read(text)
        case "windows-1258":
            return unicodedata.normalize("NFC", text.translate(_WINDOWS_1258))
    msg = f"there is no encoding {encoding!r}"
    raise ValueError(msg)


def from_unicode(text: str, encoding: str) -> str:
    """A Vietnamese text in the characters of a legacy encoding: the way back of `to_unicode`.

    TCVN3 has no capitals with a tone; small letters stand for them. What is no letter stays.

    Raises:
        ValueError: if there is no such encoding.

    >>> from_unicode("Ủy ban nhân dân", "tcvn3"), from_unicode("Ủy ban", "vni")
    ('ñy ban nh©n d©n', 'UÛy ban')
    """
    composed = unicodedata.normalize("NFC", text)
    match encoding:
        case "vni" | "viscii":
            return table(encoding).write(composed)
        case "tcvn3" | "tcvn3-capitals":
            return table("tcvn3").write(_without_toned_capitals(composed))
        case "viqr":
            return viqr.write(composed)
    msg = f"there is no encoding {encoding!r}"
    raise ValueError(msg)


def _without_toned_capitals(text: str) -> str:
    letters = table("tcvn3").letters
    return "".join(c if c in letters or c.lower() not in letters else c.lower() for c in text)


_FONTS = (
    (re.compile(r"\.Vn.*H", re.IGNORECASE), "tcvn3-capitals"),
    (re.compile(r"\.Vn", re.IGNORECASE), "tcvn3"),
    (re.compile(r"VNI[- ]", re.IGNORECASE), "vni"),
)


def encoding_of_font(font: str) -> str | None:
    """The encoding for which a font was made, by its name; None for a font of today.

    >>> encoding_of_font(".VnTimeH"), encoding_of_font("VNI-Times"), encoding_of_font("Arial")
    ('tcvn3-capitals', 'vni', None)
    """
    return next((encoding for pattern, encoding in _FONTS if pattern.match(font)), None)

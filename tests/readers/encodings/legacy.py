"""Writing texts in the legacy encodings, as programs of their time did."""

from __future__ import annotations

import unicodedata

from danvan.readers.encodings import from_unicode
from danvan.readers.encodings.tables import table

TONES = "\u0300\u0301\u0303\u0309\u0323"
SMALL = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES)
)
PLAIN = "abcdefghijklmnopqrstuvwxyz"
#: The 134 letters of Vietnamese that are not in ASCII.
ACCENTED = "".join(c for c in SMALL + "đ" if c not in PLAIN)
ACCENTED += ACCENTED.upper()
ALPHABET = ACCENTED + PLAIN + PLAIN.upper()

#: The bytes of a character in windows-1258 stand at most so: a letter with its quality, a tone.
EIGHT_BITS = ("tcvn3", "vni", "viscii", "windows-1258")


def apart(letter: str) -> str:
    """A letter as windows-1258 has it: whole, or its tone behind it."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        decomposed = unicodedata.normalize("NFD", letter)
        tone = next((c for c in decomposed if c in TONES), "")
        return unicodedata.normalize("NFC", decomposed.replace(tone, "")) + tone
    return letter


def as_bytes(text: str, encoding: str) -> bytes:
    """The text in an encoding; fails where the encoding lacks one of its characters."""
    if encoding == "windows-1258":
        return "".join(map(apart, unicodedata.normalize("NFC", text))).encode("cp1258")
    if encoding == "viqr":
        return from_unicode(text, encoding).encode("utf-8")
    return from_unicode(text, encoding).encode("latin-1" if encoding == "viscii" else "cp1252")


def without_what_it_lacks(text: str, encoding: str) -> str:
    """The text with "-" for each character that an encoding lacks, and in TCVN3 small letters."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if _has(c, encoding) else "-" for c in composed)


def _has(character: str, encoding: str) -> bool:
    if character.isascii() or character in ACCENTED or encoding == "viqr":
        return True
    try:
        if encoding == "windows-1258":
            return bool(character.encode("cp1258"))
        character.encode("latin-1" if encoding == "viscii" else "cp1252")
    except UnicodeEncodeError:
        return False
    return character not in table(encoding).reserved

"""Tables of the legacy encodings: which characters stand for which letter."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib import resources

import attrs

#: What windows-1252 has at 0x80-0x9F, where Latin-1 has controls.
WINDOWS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
# Compatibility normalising (NFKC) makes the Greek letter of the micro sign.
_ALIASES = {0x3BC: "\u00b5"}


@attrs.frozen(slots=False)
class Table:
    """The letters of a legacy encoding (bảng mã), each with the characters that stand for it.

    The characters are those that the bytes are in Latin-1, so that a text in such an encoding that
    went through Latin-1 or windows-1252 into Unicode is the same text as its bytes.

    Args:
        name: what the encoding is called.
        letters: each Vietnamese letter that it has, and its characters.
    """

    name: str
    letters: dict[str, str]

    @cached_property
    def fills_c1(self) -> bool:
        """Whether letters stand at 0x80-0x9F, where others have what windows-1252 has."""
        return any("\x80" <= c <= "\x9f" for c in self.letters.values())

    @cached_property
    def reserved(self) -> frozenset[str]:
        """Characters that are read as letters, so that they cannot stand for themselves."""
        return frozenset(c for c in self.letters.values() if len(c) == 1) - set(self.letters)

    @cached_property
    def _characters(self) -> dict[str, str]:
        """Letters by their characters; a mark may be of either case, the letter says which."""
        found: dict[str, str] = {}
        for letter, characters in self.letters.items():
            first, mark = characters[0], characters[1:]
            found.setdefault(first + mark.swapcase(), letter)
        return found | {characters: letter for letter, characters in self.letters.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._characters, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))

    @cached_property
    def _to_bytes(self) -> dict[int, str]:
        bytes_of_windows = {ord(shown): chr(byte) for byte, shown in WINDOWS.items()}
        return bytes_of_windows | _ALIASES if self.fills_c1 else _ALIASES

    @cached_property
    def _to_characters(self) -> dict[int, str]:
        return str.maketrans(self.letters)

    def read(self, text: str) -> str:
        """Vietnamese for a text in this encoding; what is no letter of it stays."""
        characters = self._characters
        return self._pattern.sub(lambda found: characters[found[0]], text.translate(self._to_bytes))

    def write(self, text: str) -> str:
        """A composed Vietnamese text in this encoding; what is no letter of it stays."""
        return text.translate(self._to_characters)


@cache
def table(name: str) -> Table:
    """The table of an encoding, read from its data file.

    >>> table("tcvn3").read("Céng hoµ x· héi chñ nghÜa ViÖt Nam")
    'Cộng hoà xã hội chủ nghĩa Việt Nam'
    """
    content = resources.files("danvan.readers.encodings").joinpath("data", f"{name}.tsv")
    rows = [line.split("\t") for line in content.read_text("utf-8").splitlines()]
    return Table(
        name,
        {
            row[0]: bytes.fromhex(row[1]).decode("latin-1")
            for row in rows
            if not row[0].startswith("#") and row[0] != "letter"
        },
    )

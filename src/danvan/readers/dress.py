"""Dress: how stretches of an office document are set, and the runs that they make."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from danvan.readers.document import Run
from danvan.readers.fonts import as_shown, is_unicode, legacy_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

_RAISED = str.maketrans("1234567890", "¹²³⁴⁵⁶⁷⁸⁹⁰")
_LONGEST_RAISED = 3


@attrs.frozen(kw_only=True)
class Dress:
    """How a run is set; None where that is left to what it inherits from."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None

    def over(self, below: Dress) -> Dress:
        """This dress, and where it says nothing the one below."""
        if below is PLAIN or self is below:
            return self
        if self is PLAIN:
            return below
        return Dress(
            bold=below.bold if self.bold is None else self.bold,
            capitals=below.capitals if self.capitals is None else self.capitals,
            hidden=below.hidden if self.hidden is None else self.hidden,
            raised=below.raised if self.raised is None else self.raised,
            font=below.font if self.font is None else self.font,
        )


#: Says nothing.
PLAIN = Dress()


@attrs.frozen
class Piece:
    """A stretch of one dress, or the call of a note."""

    text: str
    dress: Dress = PLAIN
    note: str = ""


def encodings_of(pieces: list[Piece]) -> set[str]:
    """The legacy encodings that pieces are in, by their fonts and their letters."""
    found = {_encoding_of(piece) for piece in pieces if not piece.text.isascii()}
    return {encoding.removesuffix("-capitals") for encoding in found if encoding}


def runs_of(pieces: list[Piece]) -> tuple[Run, ...]:
    """The pieces as runs: neighbours that show alike are one, and legacy fonts are converted."""
    return tuple(_joined(pieces))


def _joined(pieces: list[Piece]) -> Iterator[Run]:
    for look, group in itertools.groupby(pieces, _look):
        note, bold, capitals, raised, encoding = look
        if note:
            yield Run("", note=note)
            continue
        text = as_shown("".join(piece.text for piece in group), encoding)
        if capitals:
            text = text.upper()
        if raised and text.isdecimal() and len(text) <= _LONGEST_RAISED:
            text = text.translate(_RAISED)
        if text:
            yield Run(text, bold=bold)


def _look(piece: Piece) -> tuple[str, bool, bool, bool, str | None]:
    dress = piece.dress
    encoding = _encoding_of(piece)
    return piece.note, bool(dress.bold), bool(dress.capitals), bool(dress.raised), encoding


def _encoding_of(piece: Piece) -> str | None:
    """The legacy encoding of a piece; none if a modern letter is in it."""
    encoding = legacy_encoding(piece.dress.font)
    return None if encoding and is_unicode(piece.text) else encoding

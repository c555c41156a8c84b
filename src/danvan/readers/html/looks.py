"""Looks: how the text of a page shows, and the pieces of a paragraph as runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.document import Run
from danvan.readers.fonts import as_shown, legacy_encoding

if TYPE_CHECKING:
    from lxml import etree

_BOLD = frozenset({"b", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "th"})
_WHITE = re.compile(r"[ \t\n\r\f]+")
_WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>bold|[6-9]00)?", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?(?P<font>[^;\"',]{1,60})", re.IGNORECASE)


@attrs.frozen
class Look:
    """How text shows: what an element hands on to those in it."""

    bold: bool = False
    encoding: str | None = None
    kept: bool = False


@attrs.frozen
class Piece:
    """A stretch of a paragraph; ``kept`` says that its white space counts."""

    text: str
    bold: bool = False
    encoding: str | None = None
    kept: bool = False
    note: str = ""


def changed(look: Look, element: etree._Element, style: str) -> Look:
    """How the text in an element shows, by the look around it, its tag and its style."""
    tag = element.tag
    bold = look.bold or tag in _BOLD
    encoding = look.encoding
    font = element.get("face") if tag == "font" else None
    if style:
        weight = _WEIGHT.search(style)
        bold = bold if weight is None else weight["weight"] is not None
        family = _FAMILY.search(style)
        font = family["font"].strip() if family else font
    if font is not None:
        encoding = legacy_encoding(font.split(",")[0].strip(" \"'"))
    kept = look.kept or tag == "pre"
    if (bold, encoding, kept) == (look.bold, look.encoding, look.kept):
        return look
    return Look(bold, encoding, kept)


def is_blank(piece: Piece) -> bool:
    """Whether a piece is only the white space between elements."""
    return not piece.kept and (not piece.text or piece.text.isspace())


def runs_of(pieces: list[Piece]) -> list[Run]:
    """The pieces of a paragraph with single spaces, neighbours of one look joined."""
    runs: list[Run] = []
    encoding: str | None = None
    joined: list[str] = []
    bold = False
    last = "\n"

    def end() -> None:
        text = as_shown("".join(joined), encoding)
        if text:
            runs.append(Run(text, bold=bold))
        joined.clear()

    for piece in pieces:
        if piece.note:
            end()
            runs.append(Run("", note=piece.note))
            last = ""
            continue
        text = piece.text if piece.kept else _WHITE.sub(" ", piece.text)
        if last in {" ", "\n"}:
            text = text.removeprefix(" ") if not piece.kept else text
        if not text:
            continue
        if (piece.bold, piece.encoding) != (bold, encoding) and not text.isspace():
            end()
            bold, encoding = piece.bold, piece.encoding
        joined.append(text)
        last = text[-1]
    end()
    return runs

"""Pieces: what a document is made of from top to bottom, before it is set in a layout."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Head:
    """The head (phần đầu): ``bodies`` and ``number`` stand left, ``motto`` and ``place`` right.

    ``marks`` are those of a draft, of urgency and of secrecy. ``columns`` are the names of the
    issuers, each below that of its superior body. ``rule`` stands below the bodies.
    """

    marks: tuple[str, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()
    motto: tuple[str, ...] = ()
    number: str | None = None
    place: str | None = None
    rule: str = ""

    @property
    def bodies(self) -> tuple[str, ...]:
        """All names, from the top."""
        return tuple(name for column in self.columns for name in column)


@attrs.frozen(kw_only=True)
class Title:
    """The name of the kind and the subject (tên loại, trích yếu), and a bracket below them."""

    kind: str | None = None
    subject: str | None = None
    below: str | None = None


@attrs.frozen(kw_only=True)
class Words:
    """A heading, paragraph or bullet: ``label`` is its number or bullet with the space after it."""

    text: str
    label: str = ""
    heading: bool = False
    level: int = 0

    @property
    def line(self) -> str:
        """Label and text on one line."""
        return f"{self.label}{self.text}".rstrip()


@attrs.frozen(kw_only=True)
class Grid:
    """A table (bảng): its rows, of which the first may be a header."""

    rows: tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Signed:
    """A signature (chữ ký): the lines of authority and post, and the name."""

    lines: tuple[str, ...]
    name: str | None = None


@attrs.frozen(kw_only=True)
class Closing:
    """The closing (phần cuối): lines of "Nơi nhận", and signatures."""

    recipients: tuple[str, ...] = ()
    signed: tuple[Signed, ...] = ()


@attrs.frozen(kw_only=True)
class Note:
    """A footnote (cước chú)."""

    mark: str
    text: str


Piece = Head | Title | Words | Grid | Closing | Note

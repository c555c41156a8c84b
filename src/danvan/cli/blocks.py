"""What is shown to people, before it is decided how: titles, facts, tables."""

from __future__ import annotations

import attrs


@attrs.frozen
class Title:
    """What a document is called, and a line below it."""

    text: str
    below: str = ""


@attrs.frozen
class Facts:
    """Short facts, each with its name."""

    pairs: tuple[tuple[str, str], ...]


@attrs.frozen
class Grid:
    """A table: each row as long as ``columns``; ``right`` are the columns of figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


Block = Title | Facts | Grid

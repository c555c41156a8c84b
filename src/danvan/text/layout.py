"""`Layout`: what a file knew of its text that the text itself does not say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import attrs

from danvan.span import Span


@attrs.frozen(kw_only=True)
class Place:
    """Where in a file something stands, for messages (nơi trong tệp); all numbers count from 1.

    A file of Word counts paragraphs, a PDF pages with boxes, a text lines. ``part`` names what is
    apart from the running text: a table with row and cell, a footnote, a member of an archive.

    Args:
        paragraph: the number of the paragraph in the file, those in tables counted too.
        page: the number of the page.
        box: left, bottom, right and top on the page, in points (1/72 inch) from its lower left.
        line: the number of the line.
        part: what it stands in, in words.

    >>> print(Place(paragraph=14, part="table 1, row 2, cell 1"))
    paragraph 14, table 1, row 2, cell 1
    """

    paragraph: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    line: int | None = None
    part: str = ""

    def __str__(self) -> str:
        numbers = (("page", self.page), ("paragraph", self.paragraph), ("line", self.line))
        told = [f"{word} {number}" for word, number in numbers if number is not None]
        return ", ".join([*told, self.part] if self.part else told)


@attrs.frozen(kw_only=True)
class LaidParagraph:
    """A paragraph of the file (đoạn văn), or of a table cell, as one stretch of the text.

    Args:
        span: the whole paragraph; a line end within it is a line break that its author made.
        level: 1 to 9 where the file says that it is a heading of this level, else 0.
        label: where in the text its list label stands ("1.", "a)"), if the file generates it.
    """

    span: Span
    level: int = attrs.field(default=0, validator=[attrs.validators.ge(0), attrs.validators.le(9)])
    label: Span | None = None


@attrs.frozen(kw_only=True)
class LaidTable:
    """A table of the file (bảng): its cells, row by row, each a stretch of the text.

    Args:
        span: the whole table.
        rows: the spans of the cells in each row, without the bars between them.
        header: how many rows at its top the file marks as a header.
    """

    span: Span
    rows: tuple[tuple[Span, ...], ...] = attrs.field(
        validator=attrs.validators.deep_iterable(attrs.validators.min_len(1))
    )
    header: int = 0


@attrs.frozen(kw_only=True)
class LaidNote:
    """A footnote or endnote of the file (cước chú).

    Args:
        mark: its number or sign.
        span: its text with the mark that opens it.
        call: where in the running text it is called, mark and markup.
    """

    mark: str
    span: Span
    call: Span | None = None


_Facts = Sequence["LaidParagraph"] | Sequence["LaidTable"] | Sequence["LaidNote"]


def _in_order(_layout: object, attribute: attrs.Attribute[Any], facts: _Facts | None) -> None:
    end = 0
    for fact in facts or ():
        if fact.span.start < end:
            msg = f"the {attribute.name} of a layout stand in order and apart: {fact.span}"
            raise ValueError(msg)
        end = fact.span.end


@attrs.frozen(kw_only=True)
class Layout:
    """Facts beside a text (bố cục mà tệp cho biết), for whoever lays it out in lines and blocks.

    None means that the file does not tell, and leaves it to inference; an empty tuple, that there
    is none. All spans are offsets in the text of the source that has the layout.

    Args:
        paragraphs: all paragraphs, in order, those in cells and notes too.
        bold: the stretches in bold type, in order and apart.
        tables: the tables, in order; none lies in another.
        notes: footnotes and endnotes. They stand at the end of the text, after all else.
        pages: where each page but the first begins.
        places: where in the file the text comes from: each pair says from which offset on.

    >>> layout = Layout(places=((0, Place(page=1)), (80, Place(page=2))))
    >>> layout.place(100).page
    2
    """

    paragraphs: tuple[LaidParagraph, ...] | None = attrs.field(default=None, validator=_in_order)
    bold: tuple[Span, ...] | None = None
    tables: tuple[LaidTable, ...] | None = attrs.field(default=None, validator=_in_order)
    notes: tuple[LaidNote, ...] | None = attrs.field(default=None, validator=_in_order)
    pages: tuple[int, ...] | None = None
    places: tuple[tuple[int, Place], ...] = ()

    def place(self, offset: int) -> Place | None:
        """Where in the file the character at ``offset`` comes from, or None if that is unknown."""
        found = bisect_right(self.places, offset, key=itemgetter(0))
        return self.places[found - 1][1] if found else None

"""Flow: the pages of a file as one document, in the order in which people read it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from danvan.readers.document import Element, PageBreak, Run, TextNote, TextParagraph, TextTable
from danvan.readers.pdf.columns import Beside, continued, with_columns
from danvan.readers.pdf.furniture import stamps, without_furniture
from danvan.readers.pdf.grid import Grid, grids_of
from danvan.readers.pdf.notes import FootRows, body_size, called_in, marks_of, split_notes
from danvan.readers.pdf.paragraphs import BREAKS_OFF, measure, paragraphs_of
from danvan.readers.pdf.rows import Row, rows_of
from danvan.readers.pdf.tables import FilledTable, filled, goes_on, joined
from danvan.text import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from danvan.readers.pdf.page import Page


@attrs.frozen
class Flow:
    """What the pages say: the running text, the footnotes, and what was stamped upon them."""

    elements: list[Element]
    notes: list[TextNote]
    stamps: list[str]


# The share of its height that is the lower part of a page.
_LOW = 0.25

_Piece = Row | Beside | FilledTable


def flow_of(pages: list[Page]) -> Flow:
    """Put pages together: tables, columns, footnotes and paragraphs over page breaks."""
    grids = [grids_of(page.rules) for page in pages]
    outside = [_outside(page, tables) for page, tables in zip(pages, grids, strict=True)]
    size = body_size(outside)
    stamped = [stamps(rows, size) for rows in outside]
    lifted = {id(row) for found in stamped for stamp in found for row in stamp}
    bare = [[row for row in rows if id(row) not in lifted] for rows in outside]
    bare = without_furniture(pages, bare)
    called = called_in(row for rows in bare for row in rows)
    foot: list[FootRows] = []
    pieces: list[_Piece] = []
    everything: list[Row] = []
    for page, rows, tables in zip(pages, bare, grids, strict=True):
        running, notes = split_notes(page, rows, size, called, going_on=bool(foot))
        foot += notes
        everything += running
        last = pieces[-1] if pieces else None
        if isinstance(last, Beside) and _reaches_end(last, pages) and not _begins(tables, running):
            pieces[-1], running = continued(last, running)
        pieces += _placed(page, running, tables)
    writer = _Writer(marks_of(foot), everything)
    writer.add(pieces)
    told = [" ".join(row.text for row in stamp) for found in stamped for stamp in found]
    return Flow(writer.elements, _notes(foot), told)


def _reaches_end(beside: Beside, pages: list[Page]) -> bool:
    """Whether a closing stands at the end of its page, so that it may go on over it."""
    lowest = min(column[-1].y for column in beside.columns if column)
    height = next(page.height for page in pages if page.number == beside.page)
    return beside.is_closing and lowest < _LOW * height


def _begins(tables: list[Grid], rows: list[Row]) -> bool:
    """Whether a table stands above all rows."""
    return bool(tables and rows) and tables[0].top > rows[0].y


def _outside(page: Page, tables: list[Grid]) -> list[Row]:
    """The rows of a page that stand in no table."""
    words = [w for w in page.words if all(grid.cell_of(w) is None for grid in tables)]
    return rows_of(words, page.number)


def _placed(page: Page, rows: list[Row], tables: list[Grid]) -> list[_Piece]:
    """The rows of a page with its tables where they stand between them."""
    pieces: list[_Piece] = []
    if not rows:
        return [filled(page, grid) for grid in tables]
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    begin = 0
    for grid in tables:
        end = next((i for i in range(begin, len(rows)) if rows[i].y < grid.top), len(rows))
        pieces += with_columns(rows[begin:end], left, right)
        pieces.append(filled(page, grid))
        begin = end
    return [*pieces, *with_columns(rows[begin:], left, right)]


class _Writer:
    """Turns pieces of pages into elements of a document."""

    def __init__(self, marks: frozenset[str], rows: list[Row]) -> None:
        self.elements: list[Element] = []
        self._marks = marks
        self._how = measure(rows) if rows else None
        self._page = 1

    def add(self, pieces: Sequence[_Piece]) -> None:
        for kind, group in itertools.groupby(pieces, type):
            if kind is Row:
                self._add_rows([piece for piece in group if isinstance(piece, Row)])
            elif kind is Beside:
                for piece in group:
                    if isinstance(piece, Beside):
                        self._add_columns(piece)
            else:
                self._add_tables([piece for piece in group if isinstance(piece, FilledTable)])

    def _add_rows(self, rows: list[Row]) -> None:
        if self._how is None:
            return
        for paragraph in paragraphs_of(rows, self._how):
            self._turn_to(paragraph[0].page)
            self.elements.append(self._paragraph(paragraph))

    def _add_columns(self, beside: Beside) -> None:
        self._turn_to(beside.page)
        for paragraph in beside.paragraphs():
            self.elements.append(self._paragraph(paragraph))

    def _add_tables(self, tables: list[FilledTable]) -> None:
        whole: list[FilledTable] = []
        for table in tables:
            if whole and goes_on(whole[-1], table):
                whole[-1] = joined(whole[-1], table)
            else:
                whole.append(table)
        for table in whole:
            self._turn_to(table.page)
            rows = tuple(
                tuple(tuple(map(self._paragraph, cell)) for cell in row)
                for row in table.paragraphs()
            )
            self.elements.append(TextTable(rows, header=table.header))

    def _turn_to(self, page: int) -> None:
        while self._page < page:
            self.elements.append(PageBreak())
            self._page += 1

    def _paragraph(self, rows: Sequence[Row]) -> TextParagraph:
        return _paragraph(rows, self._marks)


def _paragraph(rows: Sequence[Row], marks: frozenset[str]) -> TextParagraph:
    runs: list[Run] = []
    for n, row in enumerate(rows):
        if n and not BREAKS_OFF.search(rows[n - 1].text):
            runs.append(Run(" ", bold=runs[-1].bold and row.words[0].bold))
        runs += row.runs(marks)
    first = rows[0]
    same = [row for row in rows if row.page == first.page]
    box = (
        min(row.left for row in same),
        min(row.y - 0.25 * row.size for row in same),
        max(row.right for row in same),
        max(row.y + row.size for row in same),
    )
    left, bottom, right, top = (round(edge, 1) for edge in box)
    return TextParagraph(tuple(runs), place=Place(page=first.page, box=(left, bottom, right, top)))


def _notes(foot: Iterable[FootRows]) -> list[TextNote]:
    """The footnotes; one that runs on over a page is put together."""
    found: list[tuple[str, list[Row]]] = []
    for note in foot:
        if note.mark or not found:
            found.append((note.mark, list(note.rows)))
        else:
            found[-1][1].extend(note.rows)
    return [TextNote(mark, (_paragraph(rows, frozenset()),)) for mark, rows in found]

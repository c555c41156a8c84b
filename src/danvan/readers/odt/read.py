"""`read`: a text of OpenDocument as elements in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.errors import ReadError
from danvan.readers.archive import Archive
from danvan.readers.document import (
    Element,
    PageBreak,
    ParagraphCount,
    TextNote,
    TextParagraph,
    TextTable,
    compose,
    flat,
)
from danvan.readers.dress import Dress, Piece, runs_of
from danvan.readers.odt.lists import LEVELS, Counts, Lists, label_of
from danvan.readers.odt.names import DRAW, MANIFEST, OFFICE, TABLE, TEXT, as_number
from danvan.readers.odt.styles import Styles
from danvan.readers.xml import parse_xml
from danvan.text import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_WHITE = re.compile(r"[ \t\n\r]+")
_MOST_SPACES, _MOST_COLUMNS, _LARGEST = 256, 64, 99_999
# Not part of the text: what was deleted, remarks, declarations, lists of contents.
_LEFT_OUT = frozenset(
    {
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{OFFICE}forms",
        f"{TEXT}tracked-changes",
        f"{TEXT}table-of-content",
        f"{TEXT}ruby-text",
    }
)


def read(data: bytes, name: str) -> Source:
    """Read a text of OpenDocument (.odt), as `danvan.readers.Reader.read`.

    Headers, footers, remarks and deleted text are left out; list labels are counted.
    """
    archive = Archive(data, name)
    if "META-INF/manifest.xml" in archive:
        manifest = parse_xml(archive.read("META-INF/manifest.xml"), name, "META-INF/manifest.xml")
        if next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
            raise ReadError(name, "it is encrypted; save it without a password")
    content = parse_xml(archive.read("content.xml"), name, "content.xml")
    roots = [content]
    if "styles.xml" in archive:
        roots.insert(0, parse_xml(archive.read("styles.xml"), name, "styles.xml"))
    paragraphs = ParagraphCount(name)
    paragraphs.expect(sum(1 for _ in content.iter(f"{TEXT}p", f"{TEXT}h")))
    reader = _TextReader(Styles(roots), Lists(roots), paragraphs)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadError(name, "it is an OpenDocument file of another kind than a text")
    elements = list(reader.elements(body))
    return compose(elements, reader.notes, name)


class _TextReader:
    """Walks over the blocks of a text, and counts its paragraphs, lists, tables and notes."""

    def __init__(self, styles: Styles, lists: Lists, paragraphs: ParagraphCount) -> None:
        self._styles = styles
        self._lists = lists
        self._headings: Counts = [None] * LEVELS
        self._paragraphs = paragraphs
        self._tables = 0
        self._boxes: list[etree._Element] = []
        self.notes: list[TextNote] = []

    def elements(self, parent: etree._Element, part: str = "") -> Iterator[Element]:
        """The paragraphs, tables and page breaks within an element, in reading order."""
        for block in parent:
            tag = block.tag
            if tag in _LEFT_OUT:
                continue
            if tag in {f"{TEXT}p", f"{TEXT}h"}:
                yield from self._paragraph(block, part)
            elif tag == f"{TEXT}list":
                yield from self._list(block, part, block.get(f"{TEXT}style-name", ""), 0, None)
            elif tag == f"{TABLE}table":
                yield from self._table(block, part)
            elif tag == f"{TEXT}soft-page-break":
                yield PageBreak()
            elif tag != f"{TEXT}sequence-decls":
                yield from self.elements(block, part)

    def _list(
        self, element: etree._Element, part: str, style: str, level: int, counts: Counts | None
    ) -> Iterator[Element]:
        """A list and those in it; only the first paragraph of an item has its label."""
        if counts is None:
            counts = self._lists.begin(element, style)
        for item in element:
            labelled = item.tag == f"{TEXT}list-item"
            for n, block in enumerate(item):
                if block.tag == f"{TEXT}list":
                    inner = block.get(f"{TEXT}style-name", style)
                    deeper = min(level + 1, LEVELS - 1)
                    yield from self._list(block, part, inner, deeper, counts)
                    continue
                label = ""
                if n == 0 and labelled:
                    start = as_number(item.get(f"{TEXT}start-value"), 0, _LARGEST)
                    label = self._lists.label(style, level, counts, start)
                yield from self._paragraph(block, part, label)

    def _paragraph(
        self, element: etree._Element, part: str, label: str | None = None
    ) -> Iterator[Element]:
        """A paragraph or heading; ``label`` is None where it stands in no list."""
        place = Place(paragraph=self._paragraphs.next(), part=part)
        styled = self._styles.of("paragraph", element.get(f"{TEXT}style-name"))
        level = 0
        if element.tag == f"{TEXT}h":
            level = as_number(element.get(f"{TEXT}outline-level"), 1, LEVELS - 1) or 1
            if label is None:
                label = label_of(self._lists.outline, level - 1, self._headings, None)
        outer, self._boxes = self._boxes, []
        pieces = list(self._pieces(element, styled.dress))
        boxes, self._boxes = self._boxes, outer
        if styled.new_page or next(element.iter(f"{TEXT}soft-page-break"), None) is not None:
            yield PageBreak()
        for box in boxes:
            yield from flat(list(self.elements(box, "text box")))
        runs = runs_of(_single_spaced(pieces))
        yield TextParagraph(runs, label=label or "", level=level, place=place)

    def _pieces(self, parent: etree._Element, dress: Dress) -> Iterator[Piece]:
        if parent.text and not dress.hidden:
            yield Piece(_WHITE.sub(" ", parent.text), dress)
        for child in parent:
            yield from self._inline(child, dress)
            if child.tail and not dress.hidden:
                yield Piece(_WHITE.sub(" ", child.tail), dress)

    def _inline(self, element: etree._Element, dress: Dress) -> Iterator[Piece]:
        tag = element.tag
        if tag in _LEFT_OUT:
            return
        if tag == f"{TEXT}note":
            mark = self._note(element)
            if mark:
                yield Piece("", dress, mark)
        elif tag == f"{TEXT}s":
            count = as_number(element.get(f"{TEXT}c"), 1, _MOST_SPACES) or 1
            yield Piece("\xa0" * count, dress)
        elif tag == f"{TEXT}tab":
            yield Piece("\t", dress)
        elif tag == f"{TEXT}line-break":
            yield Piece("\n", dress)
        elif tag == f"{DRAW}frame":
            self._boxes += element.iterfind(f"{DRAW}text-box")
        else:
            styled = self._styles.of("text", element.get(f"{TEXT}style-name"))
            yield from self._pieces(element, styled.dress.over(dress))

    def _note(self, element: etree._Element) -> str:
        citation = element.find(f"{TEXT}note-citation")
        body = element.find(f"{TEXT}note-body")
        if citation is None or body is None:
            return ""
        mark = "".join(map(str, citation.itertext())).strip()[:8]
        paragraphs = flat(list(self.elements(body, f"footnote {mark}")))
        self.notes.append(TextNote(mark, paragraphs))
        return mark

    def _table(self, element: etree._Element, part: str) -> Iterator[Element]:
        """A table; one of a single column is a frame around paragraphs."""
        self._tables += 1
        own = f"table {self._tables}"
        rows = []
        header = 0
        for n, (row, in_header) in enumerate(_rows(element), 1):
            where = ", ".join(filter(None, (part, own, f"row {n}")))
            rows.append(self._row(row, where))
            header += in_header and header == n - 1
        if all(len(row) < 2 for row in rows):
            yield from (paragraph for row in rows for cell in row for paragraph in cell)
        else:
            yield TextTable(tuple(rows), header=header)

    def _row(self, row: etree._Element, where: str) -> tuple[tuple[TextParagraph, ...], ...]:
        cells: list[tuple[TextParagraph, ...]] = []
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                cells.append(flat(list(self.elements(cell, f"{where}, cell {len(cells) + 1}"))))
            elif cell.tag != f"{TABLE}covered-table-cell":
                continue
            repeated = as_number(cell.get(f"{TABLE}number-columns-repeated"), 1, _MOST_COLUMNS)
            covered = int(cell.tag == f"{TABLE}covered-table-cell")
            cells += [()] * ((repeated or 1) - 1 + covered)
        return tuple(cells[:_MOST_COLUMNS])


def _rows(table: etree._Element, *, header: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each is in its header."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child, header
        elif child.tag in {f"{TABLE}table-header-rows", f"{TABLE}table-rows"}:
            yield from _rows(child, header=child.tag == f"{TABLE}table-header-rows")
        elif child.tag == f"{TABLE}table-row-group":
            yield from _rows(child, header=header)


def _single_spaced(pieces: list[Piece]) -> list[Piece]:
    """The pieces without a space that follows another, as the format has it."""
    kept: list[Piece] = []
    last = "\n"
    for piece in pieces:
        text = piece.text.removeprefix(" ") if last in {" ", "\n"} else piece.text
        if text or piece.note:
            kept.append(Piece(text, piece.dress, piece.note))
            last = text[-1:]
    return kept

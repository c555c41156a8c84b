"""`read`: a document of Word as elements in reading order, in its final state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.findings import Finding, Severity
from danvan.readers.document import (
    Element,
    PageBreak,
    ParagraphCount,
    Run,
    TextNote,
    TextParagraph,
    TextTable,
    compose,
    flat,
)
from danvan.readers.docx.names import W, number, switch, value
from danvan.readers.docx.notes import Notes
from danvan.readers.docx.numbering import Numbering
from danvan.readers.docx.package import Package
from danvan.readers.docx.runs import RunReader, is_prompt, shown
from danvan.readers.docx.styles import Styles, outline_level
from danvan.readers.text import converted
from danvan.text import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

# What holds blocks and is there to see; what was deleted or moved away is not listed.
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_EMBEDDED = Finding(
    code="R220",
    severity=Severity.WARNING,
    message="tệp Word chứa một văn bản nhúng, không được đọc",
    message_en="the Word file holds an embedded document, which is not read",
)
_MOST_COLUMNS = 63  # Word allows no more


def read(data: bytes, name: str) -> Source:
    """Read a document of Word (.docx), as `danvan.readers.Reader.read`.

    Headers, footers, comments, hidden and deleted text are left out; list labels are counted;
    text in fonts of legacy encodings (.VnTime, VNI-Times) is converted.
    """
    package = Package(data, name)
    main = package.main()
    paragraphs = ParagraphCount(name)
    paragraphs.expect(sum(1 for _ in main.iter(f"{W}p")))
    body = main.find(f"{W}body")
    reader = _BodyReader(package, main, paragraphs)
    elements = [] if body is None else reader.elements(body)
    return compose(elements, reader.notes(), name, reader.findings(main))


class _BodyReader:
    """Walks over the blocks of a document, and counts its paragraphs, lists, tables and notes."""

    def __init__(self, package: Package, main: etree._Element, paragraphs: ParagraphCount) -> None:
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._notes = Notes(package, main)
        self._runs = RunReader(self._styles, self._notes)
        self._paragraphs = paragraphs
        self._tables = 0
        self._held: tuple[Run, ...] = ()

    def elements(self, body: etree._Element, part: str = "") -> list[Element]:
        """The paragraphs, tables and page breaks within an element, in reading order."""
        found: list[Element] = []
        outer, self._held = self._held, ()
        for block in _blocks(body):
            if block.tag == f"{W}p":
                found += self._paragraph(block, part)
            elif block.tag == f"{W}tbl":
                found += self._table(block, part)
        if self._held:
            place = Place(paragraph=self._paragraphs.number, part=part)
            found.append(TextParagraph(self._held, place=place))
        self._held = outer
        return found

    def notes(self) -> list[TextNote]:
        """The notes that were called."""
        found = []
        done = 0
        called = self._notes.in_order()
        while done < len(called):
            mark, note = called[done]
            found.append(TextNote(mark, flat(self.elements(note, f"footnote {mark}"))))
            done += 1
            called = self._notes.in_order()
        return found

    def findings(self, main: etree._Element) -> tuple[Finding, ...]:
        """What is to be said of fonts that were converted, and of what is not read."""
        found = [converted(encoding) for encoding in sorted(self._runs.encodings)]
        if main.find(f".//{W}altChunk") is not None:
            found.append(_EMBEDDED)
        return tuple(found)

    def _paragraph(self, element: etree._Element, part: str) -> Iterator[Element]:
        place = Place(paragraph=self._paragraphs.next(), part=part)
        properties = element.find(f"{W}pPr")
        style_id = value(properties, "pStyle")
        style = self._styles.paragraph(style_id)
        content = self._runs.content(element, style.dress)
        if content.page_before or switch(properties, "pageBreakBefore"):
            yield PageBreak()
        for box in content.boxes:
            yield from flat(self.elements(box, "text box"))
        runs = self._held + content.runs
        if _is_mark_deleted(properties):
            self._held = runs
            return
        self._held = ()
        level = outline_level(properties)
        yield TextParagraph(
            runs,
            label=self._label(properties, style_id),
            level=style.level if level is None else level,
            place=place,
        )
        if content.page_after or _ends_page(properties):
            yield PageBreak()

    def _label(self, properties: etree._Element | None, style_id: str | None) -> str:
        """The list label of a paragraph: its own list, else that of its style."""
        style = self._styles.paragraph(style_id)
        listed = None if properties is None else properties.find(f"{W}numPr")
        own = number(listed, "numId")
        list_id = style.list_id if own is None else own
        if not list_id:
            return ""
        level = number(listed, "ilvl")
        if level is None:
            level = style.list_level
        if level is None:
            level = self._numbering.level_of(list_id, style_id)
        return self._numbering.label(list_id, level)

    def _table(self, element: etree._Element, part: str) -> list[Element]:
        """A table; one of a single column is a frame around paragraphs."""
        self._tables += 1
        own = f"table {self._tables}"
        rows = []
        header = 0
        for n, row in enumerate(_rows(element), 1):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            where = ", ".join(filter(None, (part, own, f"row {n}")))
            rows.append(self._row(row, where))
            if header == len(rows) - 1 and switch(properties, "tblHeader"):
                header += 1
        if all(len(row) < 2 for row in rows):
            return [paragraph for row in rows for cell in row for paragraph in cell]
        return [TextTable(tuple(rows), header=header)]

    def _row(self, row: etree._Element, where: str) -> tuple[tuple[TextParagraph, ...], ...]:
        """The cells of a row, with an empty one for each further column that a cell spans."""
        properties = row.find(f"{W}trPr")
        cells: list[tuple[TextParagraph, ...]] = []
        cells += [()] * _columns(number(properties, "gridBefore"))
        for cell in _cells(row):
            of_cell = cell.find(f"{W}tcPr")
            spanned = number(of_cell, "gridSpan") or 1
            cells.append(flat(self.elements(cell, f"{where}, cell {len(cells) + 1}")))
            cells += [()] * _columns(spanned - 1)
        cells += [()] * _columns(number(properties, "gridAfter"))
        return tuple(cells)


def _columns(count: int | None) -> int:
    return max(0, min(count or 0, _MOST_COLUMNS))


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables within an element, those that are wrapped too."""
    for child in shown(parent):
        if child.tag in _WRAPPERS:
            if not is_prompt(child):
                yield from _blocks(child)
        else:
            yield child


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (block for block in _blocks(table) if block.tag == f"{W}tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (block for block in _blocks(row) if block.tag == f"{W}tc")


def _is_mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was deleted: the next one goes on with it."""
    return properties is not None and any(
        properties.find(f"{W}rPr/{W}{change}") is not None for change in ("del", "moveFrom")
    )


def _ends_page(properties: etree._Element | None) -> bool:
    """Whether a section ends here, and the next one begins on a new page."""
    section = None if properties is None else properties.find(f"{W}sectPr")
    return section is not None and value(section, "type") != "continuous"

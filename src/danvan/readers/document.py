"""A document as files hold it, and `compose`: its text, with the layout beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.errors import ReadError
from danvan.span import Span
from danvan.text import LaidNote, LaidParagraph, LaidTable, Layout, Place, Source

if TYPE_CHECKING:
    from danvan.findings import Finding

#: Documents of more paragraphs than this, those in cells and notes counted, are refused.
MAX_PARAGRAPHS = 100_000


class ParagraphCount:
    """Counts the paragraphs of a file; ``name`` is what messages call the file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.number = 0

    def expect(self, number: int) -> None:
        """Refuse at once what would be too many.

        Raises:
            ReadError: if there are more than `MAX_PARAGRAPHS`.
        """
        if number > MAX_PARAGRAPHS:
            raise ReadError(self._name, f"it has more than {MAX_PARAGRAPHS:,} paragraphs")

    def next(self) -> int:
        """The number of one more paragraph, from 1.

        Raises:
            ReadError: if it is one too many.
        """
        self.number += 1
        self.expect(self.number)
        return self.number


@attrs.frozen
class Run:
    r"""A stretch of a paragraph in one dress (đoạn chữ cùng định dạng).

    ``\n`` in ``text`` is a line break that the author made. ``note`` is the mark of the footnote
    that is called here; such a run has no text of its own.
    """

    text: str
    bold: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class TextParagraph:
    """A paragraph (đoạn văn): its runs, and what the file says of it.

    Args:
        runs: the text.
        label: the list label that the file generates, without the space after it.
        level: 1 to 9 for a heading of this level, else 0.
        place: where in the file it stands.
    """

    runs: tuple[Run, ...]
    label: str = attrs.field(default="", kw_only=True)
    level: int = attrs.field(default=0, kw_only=True)
    place: Place | None = attrs.field(default=None, kw_only=True)

    @property
    def text(self) -> str:
        """The text of its runs."""
        return "".join(run.text for run in self.runs)


@attrs.frozen
class TextTable:
    """A table (bảng): rows of cells, each cell its paragraphs; ``header`` counts head rows."""

    rows: tuple[tuple[tuple[TextParagraph, ...], ...], ...]
    header: int = attrs.field(default=0, kw_only=True)


@attrs.frozen
class PageBreak:
    """Where a new page begins (ngắt trang)."""


@attrs.frozen
class TextNote:
    """A footnote (cước chú): its mark and its paragraphs."""

    mark: str
    paragraphs: tuple[TextParagraph, ...]


Element = TextParagraph | TextTable | PageBreak


def flat(elements: list[Element]) -> tuple[TextParagraph, ...]:
    """The paragraphs of elements; those of tables cell by cell."""
    found: list[TextParagraph] = []
    for element in elements:
        if isinstance(element, TextParagraph):
            found.append(element)
        elif isinstance(element, TextTable):
            found += [p for row in element.rows for cell in row for p in cell]
    return tuple(found)


def compose(
    elements: list[Element],
    notes: list[TextNote],
    name: str,
    findings: tuple[Finding, ...] = (),
) -> Source:
    r"""Write a document down as one text, with its layout.

    Each paragraph is a line, each row of a table a line of cells between bars, in which ``<br>``
    parts the paragraphs of a cell; the notes stand at the end, each behind its raised mark.

    Args:
        elements: paragraphs, tables and page breaks in reading order.
        notes: the footnotes and endnotes in the order of their marks; those that are empty are
            left out.
        name: the name of the source.
        findings: what the reader has to say.

    >>> rows = TextTable(
    ...     ((((TextParagraph((Run("Nơi nhận:"),)),)), (TextParagraph((Run("TM. UBND"),)),)),)
    ... )
    >>> told = [TextParagraph((Run("Nâng cao"), Run("", note="1"), Run(".")), label="1."), rows]
    >>> compose(told, [TextNote("1", (TextParagraph((Run("Theo báo cáo."),)),))], "a.docx").text
    '1. Nâng cao<sup>1</sup>.\n| Nơi nhận: | TM. UBND |\n<sup>1</sup> Theo báo cáo.'
    """
    writer = _Writer()
    for element in elements:
        if isinstance(element, PageBreak):
            writer.break_page()
        elif isinstance(element, TextTable):
            writer.add_table(element)
        else:
            writer.add_paragraph(element)
    for note in notes:
        writer.add_note(note)
    return Source(writer.text(), name=name, layout=writer.layout(), findings=findings)


_IN_CELL = "<br>"


class _Writer:
    """Writes elements one after the other, and remembers where each stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._broken = False
        self._paragraphs: list[LaidParagraph] = []
        self._bold: list[Span] = []
        self._tables: list[LaidTable] = []
        self._notes: list[LaidNote] = []
        self._calls: dict[str, Span] = {}
        self._pages: list[int] = []
        self._places: list[tuple[int, Place]] = []

    def text(self) -> str:
        return "".join(self._pieces)

    def layout(self) -> Layout:
        return Layout(
            paragraphs=tuple(self._paragraphs),
            bold=tuple(self._bold),
            tables=tuple(self._tables),
            notes=tuple(self._notes),
            pages=tuple(self._pages),
            places=tuple(self._places),
        )

    def break_page(self) -> None:
        self._broken = self._length > 0

    def add_paragraph(self, paragraph: TextParagraph) -> None:
        if _is_empty(paragraph):
            return
        self._begin_line()
        self._write_paragraph(paragraph, line_end="\n")

    def add_table(self, table: TextTable) -> None:
        rows = [row for row in table.rows if any(not _is_empty(p) for cell in row for p in cell)]
        if not rows:
            return
        self._begin_line()
        start = self._length
        laid = []
        for n, row in enumerate(rows):
            if n:
                self._put("\n")
            laid.append(self._row(row))
        span = Span(start, self._length)
        self._tables.append(LaidTable(span=span, rows=tuple(laid), header=table.header))

    def add_note(self, note: TextNote) -> None:
        paragraphs = [p for p in note.paragraphs if not _is_empty(p)]
        if not paragraphs:
            return
        self._begin_line()
        start = self._length
        self._put(f"<sup>{note.mark}</sup> ")
        for n, paragraph in enumerate(paragraphs):
            if n:
                self._put("\n")
            self._write_paragraph(paragraph, line_end="\n")
        span = Span(start, self._length)
        self._notes.append(LaidNote(mark=note.mark, span=span, call=self._calls.get(note.mark)))

    def _row(self, row: tuple[tuple[TextParagraph, ...], ...]) -> tuple[Span, ...]:
        cells = []
        self._put("|")
        for cell in row:
            self._put(" ")
            start = self._length
            for n, paragraph in enumerate([p for p in cell if not _is_empty(p)]):
                if n:
                    self._put(_IN_CELL)
                self._write_paragraph(paragraph, line_end=_IN_CELL)
            cells.append(Span(start, self._length))
            self._put(" |")
        return tuple(cells)

    def _write_paragraph(self, paragraph: TextParagraph, *, line_end: str) -> None:
        start = self._length
        if paragraph.place is not None:
            self._places.append((start, paragraph.place))
        label = None
        if paragraph.label:
            self._put(paragraph.label)
            label = Span(start, self._length)
        runs = _trimmed(paragraph.runs)
        if label and runs:
            self._put(" ")
        for run in runs:
            self._write_run(run, line_end)
        span = Span(start, self._length)
        self._paragraphs.append(LaidParagraph(span=span, level=paragraph.level, label=label))

    def _write_run(self, run: Run, line_end: str) -> None:
        start = self._length
        if run.note:
            self._put(f"<sup>{run.note}</sup>")
            self._calls.setdefault(run.note, Span(start, self._length))
            return
        self._put(run.text if line_end == "\n" else run.text.replace("\n", line_end))
        if run.bold and self._length > start:
            if self._bold and self._bold[-1].end == start:
                self._bold[-1] = Span(self._bold[-1].start, self._length)
            else:
                self._bold.append(Span(start, self._length))

    def _begin_line(self) -> None:
        if self._length:
            self._put("\n")
        if self._broken:
            self._pages.append(self._length)
            self._broken = False

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _is_empty(paragraph: TextParagraph) -> bool:
    """Whether a paragraph shows nothing; a number alone is something, a bullet alone is not."""
    said = any(run.note or run.text.strip() for run in paragraph.runs)
    return not said and not any(map(str.isalnum, paragraph.label))


def _trimmed(runs: tuple[Run, ...]) -> list[Run]:
    """The runs without white space at the ends of the paragraph."""
    kept = list(runs)
    while kept and not kept[0].note and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].note and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = attrs.evolve(kept[0], text=kept[0].text.lstrip())
        kept[-1] = attrs.evolve(kept[-1], text=kept[-1].text.rstrip())
    return kept

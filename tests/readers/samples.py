"""Plans as documents of an office program: what a text says, cut into paragraphs, tables and notes.

The reader of texts decides what is what, so that a document says what its text says; the writers
(`tests.readers.writers`) then put it into files as an office would: a head in two columns, numbers
that the program counts, notes at the foot of the page.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs

from danvan.plan import letterhead
from danvan.plan.blocks import Block, BlockKind
from danvan.plan.forms import MOTTO, PLACE_LINE
from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_lines
from danvan.plan.notes import note_prefix
from danvan.plan.parse import _Reader
from danvan.readers.document import Run, TextNote, TextParagraph, TextTable
from danvan.text import Source

_PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = (_PROJECT / "examples", _PROJECT / "tests" / "data" / "plans")
_NAMED = ("Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC")
_CALL = re.compile(r"\[(\d{1,2})\]")
_MOTTO_REST = re.compile(r"(?:CHỦ\s+)?NGHĨA\s+VIỆT\s+NAM|(?:Tự do\s*[-–]\s*)?Hạnh phúc")


def texts() -> dict[str, str]:
    """The texts of all sample plans, by name."""
    found = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    return {path.stem: path.read_text(encoding="utf-8") for path in found}


@attrs.define
class Sample:
    """A document: what stands in it, from the head to the last note.

    ``head`` and ``closing`` are tables of one row; ``paragraphs`` of the body have their printed
    labels in ``label``.
    """

    head: TextTable | None = None
    title: list[TextParagraph] = attrs.Factory(list)
    body: list[TextParagraph | TextTable] = attrs.Factory(list)
    closing: TextTable | None = None
    attached: list[TextParagraph | TextTable] = attrs.Factory(list)
    notes: dict[str, TextNote] = attrs.Factory(dict)
    carrier: Sample | None = None
    before: list[TextParagraph] = attrs.Factory(list)

    def elements(self) -> list[TextParagraph | TextTable]:
        """All of it, in reading order, without the notes."""
        carrier = self.carrier.elements() if self.carrier else []
        head = [self.head] if self.head else []
        closing = [self.closing] if self.closing else []
        own = [*self.before, *head, *self.title, *self.body, *closing, *self.attached]
        return [*carrier, *own]


def sample_of(text: str) -> Sample:
    """The document that a text came from."""
    reader = _Reader(Source(text))
    regions = reader.regions
    sample = Sample()
    if regions.carrier is not None:
        sample.carrier = Sample(
            before=_lines(reader, regions.carrier.metadata),
            head=_head(reader, regions.carrier.letterhead),
            title=_title(reader, regions.carrier),
            body=_body(reader, reader.carried.blocks),
            closing=_closing(reader),
        )
    else:
        sample.closing = _closing(reader)
    sample.before = _lines(reader, regions.metadata)
    sample.head = _head(reader, regions.letterhead)
    sample.title = _title(reader, regions)
    sample.body = _body(reader, reader.body.blocks)
    sample.attached = _body(reader, reader.attached.blocks)
    for note in reader.notes:
        sample.notes.setdefault(note.mark, TextNote(note.mark, _note(reader, note)))
    return sample


def _lines(reader, numbers):
    lines = reader.lines[numbers.start : numbers.stop]
    return [TextParagraph((Run(line.text),)) for line in lines if line.kind is LineKind.TEXT]


def _title(reader, regions):
    if regions.title is None:
        return []
    lines = reader.lines[regions.title.at : max(regions.title.end, regions.title.at)]
    return [
        TextParagraph(_bold(_runs(reader, line))) for line in lines if line.kind is LineKind.TEXT
    ]


def _bold(runs):
    return tuple(attrs.evolve(run, bold=True) for run in runs)


def _head(reader, numbers):
    """The head in two columns: the issuer with the number, and the motto with place and day."""
    left, right = [], []
    for line in reader.lines[numbers.start : numbers.stop]:
        if line.kind not in {LineKind.TEXT, LineKind.TABLE}:
            continue
        for cell in letterhead.cells_of(line, reader.clean.text):
            for piece in letterhead._pieces(cell):
                national = MOTTO.search(piece) or _MOTTO_REST.fullmatch(piece)
                column = right if national or PLACE_LINE.match(piece) else left
                column.append(TextParagraph((Run(piece, bold=piece.isupper()),)))
    if not left and not right:
        return None
    return TextTable(((tuple(left), tuple(right)),))


def _body(reader, blocks):
    found = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            found.append(_table(reader, block))
        elif block.kind is BlockKind.PARAGRAPH:
            found += _apart(_paragraph(reader, block))
    return found


def _apart(paragraph: TextParagraph) -> list[TextParagraph]:
    """A paragraph; that of a part with the number above the name, as it is printed."""
    if not paragraph.label.startswith(_NAMED):
        return [paragraph]
    bold = all(run.bold for run in paragraph.runs)
    number = TextParagraph((Run(paragraph.label, bold=bold),))
    return [number, attrs.evolve(paragraph, label="")]


def _paragraph(reader, block: Block) -> TextParagraph:
    skip = block.marker.length if block.marker else 0
    label = block.lines[0].text[:skip].strip() if skip else ""
    runs: list[Run] = []
    for n, line in enumerate(block.lines):
        if n:
            runs.append(Run(" "))
        runs += _runs(reader, line, skip if n == 0 else 0)
    if block.bold or block.hashes:
        runs = list(_bold(runs))
    return TextParagraph(tuple(runs), label=label)


def _runs(reader, line: Line, skip: int = 0) -> tuple[Run, ...]:
    """The text of a line, and the notes that are called in it."""
    clean = reader.clean.text
    places = [(start, end, "") for start, end in line.ranges(skip)]
    places += [(note.start, note.end, note.mark) for note in line.notes if note.start >= line.start]
    runs: list[Run] = []
    for start, end, mark in sorted(places):
        runs += [Run("", note=mark)] if mark else _called(clean[start:end].replace("\n", " "))
    return tuple(runs)


def _called(text: str) -> list[Run]:
    """A stretch of text, in which a number in brackets calls a note."""
    pieces = _CALL.split(text)
    return [Run("", note=piece) if n % 2 else Run(piece) for n, piece in enumerate(pieces) if piece]


def _table(reader, block: Block) -> TextTable:
    rows = []
    for line in block.lines:
        cells = []
        for cell in line.cells:
            parts = cell_lines(cell, reader.clean.text) if cell.text else []
            cells.append(tuple(TextParagraph(_runs(reader, part)) for part in parts if part.text))
        rows.append(tuple(cells))
    return TextTable(tuple(rows))


def _note(reader, block: Block) -> tuple[TextParagraph, ...]:
    runs: list[Run] = []
    for n, line in enumerate(block.lines):
        if n:
            runs.append(Run(" "))
        skip = note_prefix(line.text) if n == 0 else 0
        runs += [run for run in _runs(reader, line, skip) if not run.note]
    return (TextParagraph(tuple(runs)),)


def _closing(reader) -> TextTable | None:
    """Recipients left; each signature in a column of its own."""
    closing = reader.closing
    left = [TextParagraph((Run("Nơi nhận:", bold=True),))] if closing.items else []
    left += [TextParagraph((Run(f"- {item.text};"),)) for item in closing.items]
    if closing.archive is not None:
        left.append(TextParagraph((Run(f"- Lưu: {closing.archive}."),)))
    columns = [tuple(left)]
    for block in closing.signatures:
        clean = reader.clean.text
        said = [" ".join(clean[start:end].split()) for start, end in block.ranges]
        columns.append(tuple(TextParagraph((Run(line.strip("*_ "), bold=True),)) for line in said))
    columns = [column for column in columns if column]
    return TextTable((tuple(columns),)) if columns else None

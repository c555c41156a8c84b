"""A sample as a PDF file, set as offices set their plans, and in two ways that are quite unlike.

Heads and closings stand in tables without rules, titles are centred, the first line of a paragraph is
set in, page numbers stand above the text or below it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.readers.document import TextTable
from danvan.readers.office import program
from tests.readers.printed import Columns, Grid, Line, Look, flat_odt, printed

if TYPE_CHECKING:
    from collections.abc import Callable

    from danvan.readers.document import TextParagraph
    from tests.readers.printed import Element
    from tests.readers.samples import Sample

_TEXT_WIDTH = 16.0

LOOKS = {
    "pdf-office": Look(),
    "pdf-loose": Look(
        font="DejaVu Serif",
        size=12,
        spacing="150%",
        after="0pt",
        align="left",
        page_number="footer",
    ),
    "pdf-letter": Look(
        page=("21.59cm", "27.94cm"),
        font="DejaVu Sans",
        size=11,
        indent="0cm",
        after="8pt",
        running_foot="Kế hoạch năm - tài liệu lưu hành",
    ),
}


def as_pdfs(look: str) -> Callable[[dict[str, Sample]], dict[str, bytes]]:
    """What writes samples in this look; nothing where LibreOffice is not installed."""

    def write(samples: dict[str, Sample]) -> dict[str, bytes]:
        if program() is None:
            return {}
        files = {
            f"{name}.fodt": flat_odt(elements_of(sample), LOOKS[look]).encode()
            for name, sample in samples.items()
        }
        return {name.removesuffix(".fodt"): data for name, data in printed(files).items()}

    return write


def elements_of(sample: Sample) -> list[Element]:
    """The sample as it is to be set."""
    notes = {mark: _plain(note.paragraphs) for mark, note in sample.notes.items()}
    found = elements_of(sample.carrier) if sample.carrier else []
    found += [Line(_marked(p, notes)) for p in sample.before]
    if sample.head:
        rows = tuple(
            tuple(tuple(Line(_marked(p, notes), align="center") for p in cell) for cell in row)
            for row in sample.head.rows
        )
        columns = len(rows[0])
        widths = (6.5, 9.5) if columns == 2 else (_TEXT_WIDTH / columns,) * columns
        found.append(Columns(rows, widths))
    found += [Line(_marked(p, notes), align="center") for p in sample.title]
    found += _body(sample.body, notes)
    if sample.closing:
        cells = tuple(_signed(cell, notes) for cell in sample.closing.rows[0])
        found.append(Columns((cells,), (_TEXT_WIDTH / len(cells),) * len(cells)))
    return found + _body(sample.attached, notes)


def _body(elements: list[TextParagraph | TextTable], notes: dict[str, str]) -> list[Element]:
    found: list[Element] = []
    for element in elements:
        if not isinstance(element, TextTable):
            found.append(Line(_marked(element, notes)))
            continue
        columns = max(map(len, element.rows))
        rows = tuple(
            tuple("\n".join(_marked(p, notes) for p in cell) for cell in row)
            + ("",) * (columns - len(row))
            for row in element.rows
        )
        found.append(Grid(rows, (_TEXT_WIDTH / columns,) * columns))
    return found


def _signed(cell: tuple[TextParagraph, ...], notes: dict[str, str]) -> tuple[Line, ...]:
    """A cell of the closing: recipients in small type at the left, a signature centred."""
    is_list = bool(cell) and _plain(cell[:1]).startswith("Nơi nhận")
    align, size = ("left", 11) if is_list else ("center", None)
    return tuple(Line(_marked(p, notes), align=align, size=size) for p in cell)


def _plain(paragraphs: tuple[TextParagraph, ...]) -> str:
    return _escaped("".join(run.text for p in paragraphs for run in p.runs))


def _marked(paragraph: TextParagraph, notes: dict[str, str]) -> str:
    pieces = []
    if paragraph.label:
        bold = bool(paragraph.runs) and paragraph.runs[0].bold
        pieces.append(f"*{_escaped(paragraph.label)}* " if bold else f"{paragraph.label} ")
    for run in paragraph.runs:
        if run.note:
            pieces.append(f"[[{run.note}|{notes.get(run.note, '')}]]")
        elif run.bold and run.text.strip():
            pieces.append(f"*{_escaped(run.text)}*")
        else:
            pieces.append(_escaped(run.text))
    return "".join(pieces)


def _escaped(text: str) -> str:
    """The text with other signs for those that mean something to `Line`, and with its spaces."""
    spaced = re.sub("  +", lambda found: " " + "\u00a0" * (len(found[0]) - 1), text)
    return spaced.replace("*", "∗").replace("^", "ˆ")

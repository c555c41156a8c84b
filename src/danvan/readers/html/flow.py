"""Flow: the elements of a page as paragraphs, tables and notes, as a browser puts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.document import (
    Element,
    PageBreak,
    ParagraphCount,
    TextNote,
    TextParagraph,
    TextTable,
    flat,
)
from danvan.readers.html.clutter import Clutter
from danvan.readers.html.lists import label_of
from danvan.readers.html.looks import Look, Piece, changed, is_blank, runs_of
from danvan.readers.html.notes import Notes, mark_of, text_of
from danvan.readers.html.tables import cells_of, grid_of, header_of, is_frame, rows_of
from danvan.text import Place

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body caption center dd details div dl dt fieldset figcaption "
        "figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section "
        "summary tbody td tfoot th thead tr ul",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NEW_PAGE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)
# m², km³: the figure is an exponent.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[dckmh]?m|M)$")
_RAISED = str.maketrans("1234567890", "¹²³⁴⁵⁶⁷⁸⁹⁰")
# What is left of the brackets around a mark once the mark is taken out.
_BRACKETS = re.compile(r"\s*(?:\[\s*\]|\(\s*\))?[\s.:]*")


class Page:
    """What all flows of a page share: what is clutter, the notes, and the count of paragraphs."""

    def __init__(self, root: etree._Element, paragraphs: ParagraphCount) -> None:
        self.clutter = Clutter(root)
        self.links = Notes(root)
        self.notes: list[TextNote] = []
        self.called: set[str] = set()
        self.paragraphs = paragraphs
        self.tables = 0
        self.items: dict[etree._Element, int] = {}


class Flow:
    """Takes elements in, and gives paragraphs and tables; ``part`` is what it stands in."""

    def __init__(self, page: Page, part: str = "") -> None:
        self.elements: list[Element] = []
        self._page = page
        self._part = part
        self._pieces: list[Piece] = []
        self._label = ""
        self._level = 0
        self._line: int | None = None

    def take(self, element: etree._Element) -> None:
        """Take an element with all that is in it."""
        self._children(element, Look())
        self._flush()

    @property
    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """The paragraphs; those of tables cell by cell."""
        return flat(self.elements)

    def _children(self, element: etree._Element, look: Look) -> None:
        if element.text:
            self._say(element.text, look, element)
        for child in element:
            if isinstance(child.tag, str) and child not in self._page.clutter:
                self._element(child, look)
            if child.tail:
                self._say(child.tail, look, element)

    def _say(self, text: str, look: Look, element: etree._Element) -> None:
        if self._line is None and not text.isspace():
            line = element.sourceline
            self._line = line if isinstance(line, int) else None
        self._pieces.append(Piece(text, look.bold, look.encoding, look.kept))

    def _element(self, element: etree._Element, look: Look) -> None:
        links, tag = self._page.links, element.tag
        style = element.get("style", "")
        if style and _NEW_PAGE.search(style):
            self._flush()
            self.elements.append(PageBreak())
        if element in links.holders:
            self._note(element, links.holders[element])
        elif element in links.calls:
            self._pieces.append(Piece("", note=links.calls[element]))
        elif element in links.opening:
            return
        elif tag == "br":
            self._break()
        elif tag == "table":
            self._flush()
            self._table(element)
        elif tag == "sup" and self._raise(element):
            return
        elif tag in _BLOCKS:
            self._block(element, changed(look, element, style))
        else:
            self._children(element, changed(look, element, style))

    def _block(self, element: etree._Element, look: Look) -> None:
        self._flush()
        tag = element.tag
        if tag == "li":
            self._label = label_of(element, self._page.items)
        heading = _HEADINGS.get(tag)
        self._level = heading or self._level
        self._children(element, look)
        self._flush()
        if heading:
            self._level = 0
        if tag == "li":
            self._label = ""

    def _break(self) -> None:
        """A line break; a second one right after it ends the paragraph."""
        said = [piece for piece in self._pieces if piece.note or not is_blank(piece)]
        if said and said[-1].text == "\n" and said[-1].kept:
            self._flush()
        else:
            self._pieces.append(Piece("\n", kept=True))

    def _raise(self, element: etree._Element) -> bool:
        """Take raised text: a call of a note, or an exponent; whether it was one of them."""
        called = [link for link in element.iter("a") if link in self._page.links.calls]
        if called:
            self._pieces.append(Piece("", note=self._page.links.calls[called[0]]))
            return True
        if any(link in self._page.links.opening for link in element.iter("a")):
            return True
        mark = mark_of(text_of(element))
        if mark is None:
            return False
        before = self._pieces[-1].text if self._pieces else ""
        if mark.isdigit() and _UNIT.search(before[-4:]):
            self._pieces.append(Piece(mark.translate(_RAISED)))
        else:
            self._pieces.append(Piece("", note=mark))
        return True

    def _note(self, holder: etree._Element, mark: str) -> None:
        flow = Flow(self._page, f"footnote {mark}")
        flow.take(holder)
        paragraphs = list(flow.paragraphs)
        if paragraphs:
            paragraphs[0] = _without_brackets(paragraphs[0])
        self._page.notes.append(TextNote(mark, tuple(paragraphs)))

    def _table(self, element: etree._Element) -> None:
        if is_frame(element):
            for row in rows_of(element):
                for cell in cells_of(row):
                    if cell not in self._page.clutter:
                        self._block(cell, Look())
            return
        self._page.tables += 1
        own = f"table {self._page.tables}"
        rows = tuple(
            tuple(
                () if cell is None else self._cell(cell, f"{own}, row {r}, cell {c}")
                for c, cell in enumerate(row, 1)
            )
            for r, row in enumerate(grid_of(element), 1)
        )
        self.elements.append(TextTable(rows, header=header_of(element)))

    def _cell(self, cell: etree._Element, where: str) -> tuple[TextParagraph, ...]:
        if cell in self._page.clutter:
            return ()
        flow = Flow(self._page, ", ".join(filter(None, (self._part, where))))
        flow._block(cell, changed(Look(), cell, cell.get("style", "")))
        return flow.paragraphs

    def _flush(self) -> None:
        """End the paragraph."""
        runs = tuple(runs_of(self._pieces))
        line, self._line, self._pieces = self._line, None, []
        if not any(run.note or run.text.strip() for run in runs):
            return
        place = Place(paragraph=self._page.paragraphs.next(), line=line, part=self._part)
        label, self._label = self._label, ""
        paragraph = TextParagraph(runs, label=label, level=self._level, place=place)
        if runs[0].note in self._page.called and len(runs) > 1:
            note = attrs.evolve(paragraph, runs=runs[1:])
            self._page.notes.append(TextNote(runs[0].note, (_without_brackets(note),)))
            return
        self._page.called.update(run.note for run in runs if run.note)
        if label and _has_own(label, paragraph.text.lstrip()):
            paragraph = attrs.evolve(paragraph, label="")
        self.elements.append(paragraph)


_OWN = re.compile(r"[-–—+•*·●▪■]|(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]")


def _has_own(label: str, text: str) -> bool:
    """Whether an item of a list begins with a mark of its own, beside the one of the list."""
    return text.startswith(label) or (label == "•" and _OWN.match(text) is not None)


def _without_brackets(paragraph: TextParagraph) -> TextParagraph:
    """A note without what is left of the brackets around its mark."""
    first = paragraph.runs[0]
    text = first.text[_BRACKETS.match(first.text).end() :]  # type: ignore[union-attr] # matches ""
    return attrs.evolve(paragraph, runs=(attrs.evolve(first, text=text), *paragraph.runs[1:]))

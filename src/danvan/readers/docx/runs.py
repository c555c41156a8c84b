"""Runs of Word: the text of a paragraph in its final state, in the dress in which it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from lxml import etree

from danvan.readers.document import Run
from danvan.readers.docx.names import COMPATIBILITY, MATH_TEXT, W, switch, value
from danvan.readers.docx.styles import dress_of
from danvan.readers.dress import Dress, Piece, encodings_of, runs_of
from danvan.readers.labels import symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.readers.docx.notes import Notes
    from danvan.readers.docx.styles import Styles

# What holds runs and is there to see: links (their text, never where they lead), what was inserted
# or moved here, fields, and wrappers of all kinds. What was deleted or moved away is not listed.
_WRAPPERS = frozenset(
    W + name
    for name in (
        "bdo",
        "customXml",
        "dir",
        "fldSimple",
        "hyperlink",
        "ins",
        "moveTo",
        "ruby",
        "rubyBase",
        "sdt",
        "sdtContent",
        "smartTag",
    )
)
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_CHOICES = (f"{COMPATIBILITY}Choice", f"{COMPATIBILITY}Fallback")
_BOX = f"{W}txbxContent"


@attrs.define
class Content:
    """What stands in a paragraph: its runs, the text boxes that hang on it, and page breaks."""

    runs: tuple[Run, ...] = ()
    boxes: list[etree._Element] = attrs.Factory(list)
    page_before: bool = False
    page_after: bool = False


class RunReader:
    """Reads the runs of paragraphs, and calls footnotes by their marks.

    ``encodings`` are those of before Unicode from which runs were converted.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self.encodings: set[str] = set()

    def content(self, paragraph: etree._Element, dress: Dress) -> Content:
        """What stands in ``w:p``; ``dress`` is what its style gives."""
        content = Content()
        pieces: list[Piece] = []
        for run in _runs(paragraph):
            if run.tag == MATH_TEXT:
                pieces.append(Piece(run.text or "", dress))
            else:
                pieces += self._pieces(run, dress, content, started=bool(pieces))
        self.encodings |= encodings_of(pieces)
        content.runs = runs_of(pieces)
        return content

    def _pieces(
        self, run: etree._Element, below: Dress, content: Content, *, started: bool
    ) -> list[Piece]:
        properties = run.find(f"{W}rPr")
        dress = below
        if properties is not None:
            named = value(properties, "rStyle")
            styled = self._styles.character(named).over(below) if named else below
            dress = dress_of(properties).over(styled)
        if dress.hidden:
            return []
        pieces: list[Piece] = []
        for child in shown(run):
            tag = child.tag
            if tag == f"{W}t":
                pieces.append(Piece(_one_line(child.text), dress))
            elif tag in _FIXED:
                pieces.append(Piece(_FIXED[tag], dress))
            elif tag == f"{W}br":
                if child.get(f"{W}type") == "page":
                    _break_page(content, started=started or bool(pieces))
                else:
                    pieces.append(Piece("\n", dress))
            elif tag == f"{W}lastRenderedPageBreak":
                _break_page(content, started=started or bool(pieces))
            elif tag == f"{W}sym":
                pieces.append(Piece(_symbol(child), attrs.evolve(dress, font=None)))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                own = child.get(f"{W}customMarkFollows") is not None
                mark = self._notes.called(child, _text_of(run) if own else "")
                pieces += [Piece("", dress, mark)] if mark else []
                if own:
                    break
            elif tag in _PICTURES:
                content.boxes += _boxes(child)
        return pieces


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """The runs within an element in its final state, and texts of formulas."""
    for child in shown(parent):
        tag = child.tag
        if tag == f"{W}r":
            yield child
        elif tag in _WRAPPERS:
            if not is_prompt(child):
                yield from _runs(child)
        elif isinstance(tag, str) and tag.startswith(MATH_TEXT[:-1]):
            yield from child.iter(MATH_TEXT)


def shown(parent: etree._Element) -> Iterator[etree._Element]:
    """The children, of alternatives only the one that is shown."""
    for child in parent:
        if child.tag == f"{COMPATIBILITY}AlternateContent":
            chosen = next((c for name in _CHOICES for c in child.iterfind(name)), None)
            if chosen is not None:
                yield from shown(chosen)
        else:
            yield child


def is_prompt(control: etree._Element) -> bool:
    """Whether a content control shows nothing but what it asks for ("Click here to enter text")."""
    properties = control.find(f"{W}sdtPr")
    return bool(switch(properties, "showingPlcHdr"))


def _boxes(picture: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, those within another left to it."""
    found: list[etree._Element] = []
    waiting = [picture]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            found.append(element)
        else:
            waiting.extend(reversed(list(shown(element))))
    return found


def _break_page(content: Content, *, started: bool) -> None:
    if started:
        content.page_after = True
    else:
        content.page_before = True


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _text_of(run: etree._Element) -> str:
    return "".join(_one_line(text.text) for text in run.iterfind(f"{W}t")).strip()


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        point = int(code[:6], 16)
    except ValueError:
        return ""
    known = symbol(point, element.get(f"{W}font", ""))
    if known is not None:
        return known
    return chr(point) if point < 0x11_0000 and not 0xD800 <= point < 0xE000 else ""

"""`read`: a page as a source, its text converted where it is in a legacy encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.findings import Finding, Severity
from danvan.readers.document import (
    Element,
    ParagraphCount,
    Run,
    TextNote,
    TextParagraph,
    TextTable,
    compose,
)
from danvan.readers.encodings.recognise import read_as, recognise
from danvan.readers.html.flow import Flow, Page
from danvan.readers.html.page import page_of
from danvan.readers.text import converted

if TYPE_CHECKING:
    from danvan.text import Source

_LOST = Finding(
    code="R221",
    severity=Severity.WARNING,
    message="trang có byte không thuộc bảng mã mà nó khai báo; các ký tự đó bị mất",
    message_en="the page has bytes that are not of the encoding which it declares; they are lost",
)


def read(data: bytes, name: str) -> Source:
    """Read a web page or saved mail (.html), as `danvan.readers.Reader.read`.

    Scripts, forms, hidden text and navigation are left out, and no link is followed. A page in
    fonts of a legacy encoding, or in such an encoding without saying so, is converted.
    """
    root, lost = page_of(data, name)
    findings = (_LOST,) if lost else ()
    paragraphs = ParagraphCount(name)
    paragraphs.expect(sum(1 for _ in root.iter("p")))
    page = Page(root, paragraphs)
    flow = Flow(page)
    flow.take(root)
    source = compose(flow.elements, page.notes, name, findings)
    encoding = recognise(source.text)
    if encoding is None:
        return source
    elements = [_converted(element, encoding) for element in flow.elements]
    notes = [TextNote(n.mark, _paragraphs(n.paragraphs, encoding)) for n in page.notes]
    return compose(elements, notes, name, (*findings, converted(encoding)))


def _converted(element: Element, encoding: str) -> Element:
    if isinstance(element, TextParagraph):
        return _paragraphs((element,), encoding)[0]
    if isinstance(element, TextTable):
        rows = tuple(tuple(_paragraphs(cell, encoding) for cell in row) for row in element.rows)
        return attrs.evolve(element, rows=rows)
    return element


def _paragraphs(paragraphs: tuple[TextParagraph, ...], encoding: str) -> tuple[TextParagraph, ...]:
    return tuple(
        attrs.evolve(paragraph, runs=tuple(_run(run, encoding) for run in paragraph.runs))
        for paragraph in paragraphs
    )


def _run(run: Run, encoding: str) -> Run:
    return attrs.evolve(run, text=read_as(encoding, run.text))

"""Reading a PDF file: its pages by way of PDFium, its text by way of what stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.errors import ReadError
from danvan.findings import Finding, Severity
from danvan.readers.document import compose
from danvan.readers.encodings import recognise
from danvan.readers.pdf.flow import flow_of
from danvan.readers.pdf.page import Page, pages_of
from danvan.readers.pdf.worker import extracted
from danvan.readers.text import converted

if TYPE_CHECKING:
    from danvan.text import Source

# Pages with fewer characters and a picture over more than this share of them are scans.
_FEWEST_CHARACTERS = 10
_PICTURE = 0.3
# The share of characters that may be unknown before the text counts as none.
_UNKNOWN = 0.3


def read(data: bytes, name: str) -> Source:
    """The text of a PDF file in reading order, with its layout.

    Page numbers, running heads and the stamps of digital signatures are left out; two columns are
    read left column first; tables with ruling lines become tables; small type at the foot of a page
    becomes footnotes. Pages without text are told in a finding.

    Args:
        data: the file.
        name: what messages and the source call it.

    Raises:
        ReadError: if it is broken, encrypted or too large, or if no page has text (a scan).
        MissingExtraError: if the extra ``pdf`` is not installed.
    """
    found = extracted(data, name)
    pages = pages_of(found)
    readable = [page for page in pages if page is not None and _has_text(page)]
    if not readable:
        raise ReadError(name, _without_text(pages))
    encoding = recognise(
        " ".join(w.text for page in readable for w in page.words if not w.is_space)
    )
    if encoding is not None:
        readable = [page.converted(encoding) for page in readable]
    flow = flow_of(readable)
    findings = [
        *([converted(encoding)] if encoding else []),
        *_unread(pages, readable),
        *_stamped(flow.stamps, found["signatures"]),
    ]
    return compose(flow.elements, flow.notes, name, tuple(findings))


def _has_text(page: Page) -> bool:
    characters = sum(len(word.text) for word in page.words if not word.is_space)
    if page.pictures >= _PICTURE and characters < _FEWEST_CHARACTERS:
        return False
    return characters > 0 and page.unknown <= _UNKNOWN * characters


def _without_text(pages: list[Page | None]) -> str:
    """Why a file has no text that can be read."""
    known = [page for page in pages if page is not None]
    if not known:
        return "it is a broken or truncated PDF file"
    none = "its page has no" if len(pages) == 1 else f"none of its {len(pages):,} pages has"
    if any(page.unknown for page in known):
        return f"{none} text that can be read: its fonts do not say which letters they show"
    if any(page.pictures for page in known):
        return f"{none} text: it is a scan, and the text in it must be recognised (OCR) first"
    return f"{none} text"


def _unread(pages: list[Page | None], readable: list[Page]) -> list[Finding]:
    """What to say of the pages that have no text, blank ones left out."""
    numbers = {page.number for page in readable}
    missing = [
        number
        for number, page in enumerate(pages, 1)
        if number not in numbers and (page is None or page.pictures or page.unknown)
    ]
    if not missing:
        return []
    told = _ranges(missing)
    one = len(missing) == 1
    return [
        Finding(
            code="R201",
            severity=Severity.WARNING,
            message=f"trang {told} không có chữ đọc được (bản quét?)",
            message_en=f"page {told} has no text that can be read (a scan?)"
            if one
            else f"pages {told} have no text that can be read (scans?)",
            help="Text in pictures must be recognised (OCR) before danvan can read it.",
        )
    ]


def _ranges(numbers: list[int]) -> str:
    """The numbers for people.

    >>> _ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def _stamped(stamps: list[str], signatures: int) -> list[Finding]:
    """What to say of digital signatures."""
    if not stamps and not signatures:
        return []
    shown = "; ".join(stamps)
    count = max(signatures, len(stamps))
    return [
        Finding(
            code="R203",
            severity=Severity.NOTE,
            message=f"tệp có {count} chữ ký số, chưa được kiểm tra"
            + (f": {shown}" if shown else ""),
            message_en=f"the file has digital signatures ({count}), which were not verified"
            + (f": {shown}" if shown else ""),
            help="What signing software prints upon a page is kept apart from the text.",
        )
    ]

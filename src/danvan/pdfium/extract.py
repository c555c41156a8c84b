"""Extracting: a file opened, page by page."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

from danvan.pdfium.drawing import Drawing
from danvan.pdfium.turned import Turned
from danvan.pdfium.words import Words

if TYPE_CHECKING:
    from danvan.pdfium.handles import Handle

#: Files with more pages are refused: a plan with its appendices has some dozens.
MAX_PAGES = 1_000
#: Files with more characters are refused; a page has some 3,000.
MAX_CHARACTERS = 4_000_000

_ERRORS = {
    pdfium.FPDF_ERR_PASSWORD: "it is encrypted; save it without a password",
    pdfium.FPDF_ERR_SECURITY: "it is encrypted in a way that cannot be read",
}
_BROKEN = "it is a broken or truncated PDF file"
_TOO_LONG = "reading it takes too long"
# Annotations in which offices put numbers, days and signatures upon the finished page.
_STAMPED = frozenset(
    {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
)
_MOST_ANNOTATIONS = 1_000


class CannotReadError(Exception):
    """The file cannot be read; the message says why."""


def extract(data: bytes, seconds: float) -> dict[str, Any]:
    """The pages of a PDF file, as values of JSON.

    Args:
        data: the file.
        seconds: after this time no other page is begun.

    Returns:
        ``pages``, each with ``size``, ``words``, ``rules``, ``pictures`` and ``unknown``;
        ``fonts``, their names; ``signatures``, how many digital signatures there are.

    Raises:
        CannotReadError: if it is no PDF file that can be opened.
    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise CannotReadError(_ERRORS.get(pdfium.FPDF_GetLastError(), _BROKEN))
    try:
        return _Extractor(document, time.monotonic() + seconds).extract()
    finally:
        pdfium.FPDF_CloseDocument(document)


class _Extractor:
    """Reads the pages of one open document, one after the other."""

    def __init__(self, document: Handle, deadline: float) -> None:
        self._document = document
        self._deadline = deadline
        self._fonts: dict[str, int] = {}
        self._left = MAX_CHARACTERS

    def extract(self) -> dict[str, Any]:
        count = pdfium.FPDF_GetPageCount(self._document)
        if count < 1:
            raise CannotReadError(_BROKEN)
        if count > MAX_PAGES:
            raise CannotReadError(f"it has {count:,} pages, more than {MAX_PAGES:,}")
        pages = [self._page(number) for number in range(count)]
        signatures = max(0, pdfium.FPDF_GetSignatureCount(self._document))
        return {"pages": pages, "fonts": list(self._fonts), "signatures": signatures}

    def _page(self, number: int) -> dict[str, Any] | None:
        if time.monotonic() > self._deadline:
            raise CannotReadError(_TOO_LONG)
        page = pdfium.FPDF_LoadPage(self._document, number)
        if not page:
            return None
        try:
            if _is_stamped(page):
                pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
                pdfium.FPDF_ClosePage(page)
                page = pdfium.FPDF_LoadPage(self._document, number)
                if not page:
                    return None
            return self._read(page)
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)

    def _read(self, page: Handle) -> dict[str, Any] | None:
        turned = Turned(page)
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return None
        try:
            words = Words(text, turned, self._fonts)
            self._left -= words.count
            if self._left < 0:
                raise CannotReadError(f"it has more than {MAX_CHARACTERS:,} characters")
            words.read()
            most = max(range(4), key=lambda quarter: words.quarters[quarter])
            if words.quarters[most] > words.quarters[0]:
                turned.turns = (turned.turns - most) % 4
                words = Words(text, turned, self._fonts)
                words.read()
        finally:
            pdfium.FPDFText_ClosePage(text)
        drawing = Drawing(turned)
        drawing.add_objects(page)
        return {
            "size": [turned.width, turned.height],
            "words": words.words,
            "unknown": words.unknown,
            "rules": drawing.rules,
            "pictures": drawing.pictures,
        }


def _is_stamped(page: Handle) -> bool:
    """Whether annotations of the page show text of their own."""
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not annotation:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if subtype in _STAMPED:
            return True
    return False

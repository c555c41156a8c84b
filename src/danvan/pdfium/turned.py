"""Places on a page as it is shown, or as its text runs."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

if TYPE_CHECKING:
    from danvan.pdfium.handles import Handle


class Turned:
    """A page by its size, and by how many quarter turns to the right it is to be read."""

    def __init__(self, page: Handle) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        edges = (left, bottom, right, top)
        self.turns = pdfium.FPDFPage_GetRotation(page) % 4
        width = round(finite(pdfium.FPDF_GetPageWidthF(page)), 2)
        height = round(finite(pdfium.FPDF_GetPageHeightF(page)), 2)
        self._size = (height, width) if self.turns % 2 else (width, height)
        self._left = self._bottom = 0.0
        if pdfium.FPDFPage_GetCropBox(page, *edges) or pdfium.FPDFPage_GetMediaBox(page, *edges):
            self._left = min(finite(left.value), finite(right.value))
            self._bottom = min(finite(bottom.value), finite(top.value))

    @property
    def width(self) -> float:
        """How wide the page is."""
        return self._size[self.turns % 2]

    @property
    def height(self) -> float:
        """How high the page is."""
        return self._size[1 - self.turns % 2]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the content stands on the page."""
        x, y = x - self._left, y - self._bottom
        match self.turns:
            case 1:
                return y, self.height - x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return self.width - y, x
        return x, y


def finite(number: float) -> float:
    """The number, or 0 for what is none."""
    return number if math.isfinite(number) else 0.0

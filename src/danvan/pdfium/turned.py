"""Places on a page as it is shown."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

if TYPE_CHECKING:
    from danvan.pdfium.handles import Handle


class Turned:
    """The page as it is shown: coordinates of its content, turned as the page is."""

    def __init__(self, page: Handle) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        self.turns = pdfium.FPDFPage_GetRotation(page) % 4
        self.width = round(finite(pdfium.FPDF_GetPageWidthF(page)), 2)
        self.height = round(finite(pdfium.FPDF_GetPageHeightF(page)), 2)
        edges = (left, bottom, right, top)
        if pdfium.FPDFPage_GetCropBox(page, *edges) or pdfium.FPDFPage_GetMediaBox(page, *edges):
            self._left, self._bottom = finite(left.value), finite(bottom.value)
        else:
            self._left = self._bottom = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the content stands on the page as shown."""
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

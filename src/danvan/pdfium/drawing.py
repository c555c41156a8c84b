"""Drawing: ruling lines of a page, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
import itertools
import math
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

if TYPE_CHECKING:
    from danvan.pdfium.handles import Handle
    from danvan.pdfium.turned import Turned

# Objects of a page beyond this are pictures drawn by lines.
_MOST_OBJECTS = 60_000
_DEEPEST_FORM = 8
_LONGEST_PATH = 400
# Points: how thin a ruling line must be, and how long.
_THIN, _LONG = 3.0, 6.0

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawing:
    """Ruling lines of a page, and how much of it pictures cover."""

    def __init__(self, turned: Turned) -> None:
        self.rules: list[list[float]] = []
        self.pictures = 0.0
        self._turned = turned
        self._left = _MOST_OBJECTS

    def add_objects(self, page: Handle) -> None:
        """Look through the objects of the page, and those within forms."""
        for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            self._add(pdfium.FPDFPage_GetObject(page, i), _SAME, 0)

    def _add(self, thing: Handle, outer: Matrix, depth: int) -> None:
        self._left -= 1
        if not thing or self._left < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(thing, _times(_matrix(thing), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = _times(_matrix(thing), outer)
            whole = max(1.0, self._turned.width * self._turned.height)
            self.pictures = min(1.0, self.pictures + abs(a * d - b * c) / whole)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _times(_matrix(thing), outer)
            for i in range(min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)):
                self._add(pdfium.FPDFFormObj_GetObject(thing, i), inner, depth + 1)

    def _add_path(self, path: Handle, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        if not 2 <= count <= _LONGEST_PATH:
            return
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
        for outline in self._outlines(path, count, matrix):
            if stroked.value:
                for (x0, y0), (x1, y1) in itertools.pairwise(outline):
                    self._add_rule(x0, y0, x1, y1)
            elif filled.value:
                xs, ys = [x for x, _ in outline], [y for _, y in outline]
                self._add_rule(min(xs), min(ys), max(xs), max(ys))

    def _outlines(
        self, path: Handle, count: int, matrix: Matrix
    ) -> list[list[tuple[float, float]]]:
        outlines: list[list[tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                return []
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            point = self._turned.point(*_apply(matrix, x.value, y.value))
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
                outlines.append([])
            outlines[-1].append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                outlines[-1].append(outlines[-1][0])
        return outlines

    def _add_rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Keep what is long and thin: from left to right, or from bottom to top."""
        if not math.isfinite(x0 + y0 + x1 + y1):
            return
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if min(wide, high) <= _THIN and max(wide, high) >= _LONG:
            edges = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            self.rules.append([round(edge, 2) for edge in edges])


def _matrix(thing: Handle) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, _, _ = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, *_apply(outer, e, f)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f

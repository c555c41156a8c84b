"""Words: runs of characters of a page, with their places and their dress."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

from danvan.pdfium.turned import finite

if TYPE_CHECKING:
    from danvan.pdfium.handles import Handle
    from danvan.pdfium.turned import Turned

# A gap between characters, in sizes of the type, that ends a run of them.
_GAP = 0.1
# How far up a character must stand, in sizes, to be part of another line or raised.
_SHIFT = 0.12
_SLANTED = 0.02
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_HYPHENS = frozenset({0x02, 0xFFFE})

#: Size, number of the font, whether bold, quarter turns from upright (-1: between two of them).
Dress = tuple[float, int, int, int]


class Words:
    """The words of a page in the order of its content, and the spaces that stand in it.

    ``quarters`` counts the characters by how many quarter turns they stand from upright; only those
    that stand upright are kept.
    """

    def __init__(self, text: Handle, turned: Turned, fonts: dict[str, int]) -> None:
        self.count = pdfium.FPDFText_CountChars(text)
        self.words: list[list[str | float]] = []
        self.unknown = 0
        self.quarters = [0, 0, 0, 0]
        self._text = text
        self._turned = turned
        self._fonts = fonts
        self._dresses: dict[int, Dress] = {}
        self._letters: list[str] = []
        self._place = [0.0, 0.0, 0.0]  # left, right, baseline
        self._dress = (0.0, 0, 0, 0)

    def read(self) -> None:
        """Go through all characters of the page."""
        text, point = self._text, self._turned.point
        x, y = ctypes.c_double(), ctypes.c_double()
        x_at, y_at = ctypes.byref(x), ctypes.byref(y)
        box = pdfium.FS_RECTF()
        box_at = ctypes.byref(box)
        for i in range(self.count):
            code = pdfium.FPDFText_GetUnicode(text, i)
            if code in _HYPHENS:
                code = 0x2D
            blank = code <= 0x20 or code == 0xA0
            if blank:
                self._end()
                if code < 0x20 or pdfium.FPDFText_IsGenerated(text, i) == 1:
                    continue
            if not pdfium.FPDFText_GetCharOrigin(text, i, x_at, y_at):
                continue
            if not pdfium.FPDFText_GetLooseCharBox(text, i, box_at):
                continue
            dress = self._dress_of(i)
            if dress[3] >= 0 and not blank:
                self.quarters[dress[3]] += 1
            if dress[3] or not dress[0]:
                continue
            baseline = point(x.value, y.value)[1]
            one, other = point(box.left, box.bottom)[0], point(box.right, box.top)[0]
            letter = " " if blank else self._letter(code)
            if letter and math.isfinite(baseline + one + other):
                self._add(letter, min(one, other), max(one, other), baseline, dress)
            if blank:
                self._end()
        self._end()

    def _letter(self, code: int) -> str:
        if code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF:
            self.unknown += 1
        return "" if code > 0x10FFFF else chr(code)

    def _dress_of(self, i: int) -> Dress:
        """The dress of a character, looked up once for each text object."""
        thing = pdfium.FPDFText_GetTextObject(self._text, i)
        key = ctypes.cast(thing, ctypes.c_void_p).value or 0
        found = self._dresses.get(key)
        if found is None:
            found = self._dresses[key] = self._look_up(i, thing)
        return found

    def _look_up(self, i: int, thing: Handle) -> Dress:
        matrix = pdfium.FS_MATRIX()
        size = pdfium.FPDFText_GetFontSize(self._text, i)
        if pdfium.FPDFText_GetMatrix(self._text, i, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        angle = pdfium.FPDFText_GetCharAngle(self._text, i) + self._turned.turns * math.pi / 2
        quarter = round(angle / (math.pi / 2))
        slanted = abs(angle - quarter * math.pi / 2) > _SLANTED
        name = ctypes.create_string_buffer(200)
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        weight = pdfium.FPDFText_GetFontWeight(self._text, i)
        if font:
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
        called = name.value.decode("utf-8", "replace").rpartition("+")[2]
        bold = weight >= _BOLD_WEIGHT or any(
            w in called.lower() for w in ("bold", "black", "heavy")
        )
        number = self._fonts.setdefault(called, len(self._fonts))
        return round(finite(abs(size)), 2), number, int(bold), -1 if slanted else quarter % 4

    def _add(self, letter: str, left: float, right: float, y: float, dress: Dress) -> None:
        size = dress[0]
        if self._letters:
            gap = left - self._place[1]
            apart = gap > _GAP * size or gap < -size
            if apart or abs(y - self._place[2]) > _SHIFT * size or dress != self._dress:
                self._end()
        if not self._letters:
            self._place = [left, right, y]
            self._dress = dress
        self._letters.append(letter)
        self._place[1] = max(self._place[1], right)

    def _end(self) -> None:
        if not self._letters:
            return
        left, right, y = (round(value, 2) for value in self._place)
        size, font, bold, _ = self._dress
        text = "".join(self._letters)
        self.words.append([text, left, right, y, size, bold, font])
        self._letters = []

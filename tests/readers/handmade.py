"""PDF files made by hand: every character where a test wants it, in any letters, by no program.

All characters are half as wide as the type is high, so that places can be reckoned in the head.
"""

from __future__ import annotations

import zlib

import attrs

#: The width of a character, in sizes of the type.
WIDTH = 0.5


@attrs.define
class Sheet:
    """A page: what stands on it, in points from its lower left corner.

    ``turn`` is how far it is turned to the right to be shown, ``upwards`` has text run from bottom
    to top, ``scan`` a picture all over.
    """

    width: float = 600
    height: float = 800
    turn: int = 0
    scan: bool = False
    upwards: bool = False
    stamps: list[tuple[str, float, float, float]] = attrs.Factory(list)
    drawn: list[tuple[str, float, float, float, bool]] = attrs.Factory(list)
    lines: list[str] = attrs.Factory(list)

    def write(self, text: str, x: float, y: float, size: float = 10, bold: bool = False) -> None:
        """Write a line of text with its beginning at a place."""
        self.drawn.append((text, x, y, size, bold))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.lines.append(f"{x0} {y0} m {x1} {y1} l S")

    def box(self, left: float, bottom: float, right: float, top: float) -> None:
        """Draw the four sides of a box."""
        self.lines.append(f"{left} {bottom} {right - left} {top - bottom} re S")

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """Draw a table of all lines."""
        for x in xs:
            self.rule(x, min(ys), x, max(ys))
        for y in ys:
            self.rule(min(xs), y, max(xs), y)

    def paragraph(self, text: str, y: float, *, size: float = 10, columns: int = 80) -> float:
        """Set text in full lines from x = 50; returns where the next line would stand."""
        line = ""
        for word in text.split():
            if line and len(line) + 1 + len(word) > columns:
                self.write(line, 50, y, size)
                line, y = "", y - 1.2 * size
            line = f"{line} {word}".strip()
        self.write(line, 50, y, size)
        return y - 1.2 * size


# Codes for which Helvetica has something to show: PDFium drops text that shows nothing at all.
_CODES = [*range(0x21, 0x7F), *range(0xA1, 0x100)]


class _File:
    def __init__(self, letters: str) -> None:
        self.codes = dict(zip(sorted(set(letters)), _CODES, strict=False))
        self.objects: list[bytes] = []

    def add(self, content: str | bytes) -> int:
        self.objects.append(content.encode("latin-1") if isinstance(content, str) else content)
        return len(self.objects)

    def stream(self, content: str, head: str = "") -> int:
        data = content.encode("latin-1")
        body = f"<</Length {len(data)}{head}>>stream\n".encode() + data + b"\nendstream"
        return self.add(body)

    def shown(self, text: str) -> str:
        return "".join(f"{self.codes[c]:02X}" for c in text)

    def font(self, name: str, known: bool) -> int:
        widths = " ".join([str(int(1000 * WIDTH))] * 256)
        pairs = "".join(
            f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>\n"
            for letter, code in self.codes.items()
        )
        map_ = self.stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(self.codes)} beginbfchar\n{pairs}endbfchar endcmap end end"
        )
        unicode = f"/ToUnicode {map_} 0 R" if known else ""
        return self.add(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/FirstChar 0/LastChar 255"
            f"/Widths[{widths}]/Encoding/WinAnsiEncoding{unicode}>>"
        )

    def written(self, trailer: str = "") -> bytes:
        out = b"%PDF-1.7\n"
        places = []
        for n, content in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % n + content + b"\nendobj\n"
        start = len(out)
        count = len(self.objects) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % count
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += f"trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()
        return out


def pdf(*sheets: Sheet, known: bool = True, font: str = "Helvetica", trailer: str = "") -> bytes:
    """A file of these pages; ``known=False`` leaves out which letters its font shows."""
    letters = "".join(text for s in sheets for text, *_ in (*s.drawn, *s.stamps)) or " "
    file = _File(letters)
    file.add("")
    file.add("")
    plain, bold = file.font(font, known), file.font(f"{font}-Bold", known)
    kids = [_page(file, sheet, plain, bold) for sheet in sheets]
    file.objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    pages = " ".join(f"{kid} 0 R" for kid in kids)
    file.objects[1] = f"<</Type/Pages/Kids[{pages}]/Count {len(kids)}>>".encode()
    return file.written(trailer)


def _page(file: _File, sheet: Sheet, plain: int, bold: int) -> int:
    fonts = f"/Font<</F {plain} 0 R/B {bold} 0 R>>"
    drawn = [_shown(file, *written, upwards=sheet.upwards) for written in sheet.drawn]
    drawn += sheet.lines
    pictures = ""
    if sheet.scan:
        picture = file.stream(
            "\0",
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        )
        pictures = f"/XObject<</I {picture} 0 R>>"
        drawn.append(f"q {sheet.width} 0 0 {sheet.height} 0 0 cm /I Do Q")
    content = file.stream("\n".join(drawn))
    stamps = " ".join(f"{_stamp(file, fonts, *stamp)} 0 R" for stamp in sheet.stamps)
    return file.add(
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Rotate {sheet.turn}"
        f"/Contents {content} 0 R/Resources<<{fonts}{pictures}>>/Annots[{stamps}]>>"
    )


def _shown(
    file: _File, text: str, x: float, y: float, size: float, bold: bool, *, upwards: bool = False
) -> str:
    place = f"0 1 -1 0 {x} {y} Tm" if upwards else f"{x} {y} Td"
    return f"BT /{'B' if bold else 'F'} {size} Tf {place} <{file.shown(text)}> Tj ET"


def _stamp(file: _File, fonts: str, text: str, x: float, y: float, size: float) -> int:
    """An annotation that shows a text, as the stamps of e-office programs are."""
    width, height = len(text) * WIDTH * size, 1.2 * size
    look = file.stream(
        _shown(file, text, 0, 0.2 * size, size, False),
        f"/Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]/Resources<<{fonts}>>",
    )
    return file.add(
        f"<</Type/Annot/Subtype/Stamp/Rect[{x} {y} {x + width} {y + height}]/F 4/AP<</N {look} 0 R>>>>"
    )


def plain(content: bytes, *, filters: str = "") -> bytes:
    """A page with this content stream."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        f"<</Length {len(content)}{filters}>>stream\n".encode() + content + b"\nendstream",
    ]
    return whole(objects)


def whole(objects: list[bytes]) -> bytes:
    """A file of these objects, the first of which is its catalogue."""
    body = b"".join(b"%d 0 obj\n" % n + o + b"\nendobj\n" for n, o in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def packed(megabytes: int, unit: bytes = b"\0") -> bytes:
    """What unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    block = unit * (2**20 // len(unit))
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def encrypted() -> bytes:
    """A file with a password that no one knows."""
    key = "<" + "ab" * 32 + ">"
    sheet = Sheet()
    sheet.write("KẾ HOẠCH", 50, 700)
    return pdf(
        sheet,
        trailer=f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O{key}/U{key}>>"
        f"/ID[<{'0123456789abcdef' * 2}><{'0123456789abcdef' * 2}>]",
    )

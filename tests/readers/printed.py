"""Documents set and printed for the tests: flat OpenDocument text, made a PDF by LibreOffice.

A text says what stands in a document; here it is said how it looks as well, because the reader of PDF
files has nothing but looks: columns, type sizes, indents, spacing, page numbers, footnotes.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import attrs
import pytest

from danvan.readers.office import program


@attrs.frozen(kw_only=True)
class Look:
    """How a document is set; lengths with their units."""

    font: str = "Liberation Serif"
    size: float = 13
    page: tuple[str, str] = ("21cm", "29.7cm")
    spacing: str = "100%"
    after: str = "6pt"
    indent: str = "1.27cm"
    align: str = "justify"
    page_number: str = "header"
    running_head: str = ""
    running_foot: str = ""


@attrs.frozen
class Line:
    r"""A paragraph. ``*bold*`` and ``^raised^`` in its text; ``[[1|text]]`` is a footnote."""

    text: str
    align: str | None = attrs.field(default=None, kw_only=True)
    size: float | None = attrs.field(default=None, kw_only=True)
    indent: str | None = attrs.field(default=None, kw_only=True)
    left: str = attrs.field(default="0cm", kw_only=True)
    after: str | None = attrs.field(default=None, kw_only=True)
    page_break: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Columns:
    """Lines side by side: a table without rules. ``rows`` hold cells, cells hold lines."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    widths: tuple[float, ...] = (6.5, 10.0)


@attrs.frozen
class Grid:
    """A table with rules."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    size: float = 12


Element = Line | Columns | Grid

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
"""


class _Writer:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.styles: list[str] = []

    def paragraph(self, line: Line, *, in_cell: bool = False) -> str:
        look = self.look
        name = f"P{len(self.styles)}"
        align = line.align or ("left" if in_cell else look.align)
        centred = align in {"center", "right"}
        indent = line.indent or ("0cm" if centred or in_cell else look.indent)
        after = line.after or ("0pt" if in_cell else look.after)
        breaks = ' fo:break-before="page"' if line.page_break else ""
        self.styles.append(
            f'<style:style style:name="{name}" style:family="paragraph">'
            f'<style:paragraph-properties fo:text-align="{align}" fo:text-indent="{indent}"'
            f' fo:margin-left="{line.left}" fo:margin-bottom="{after}" fo:margin-top="0pt"'
            f' fo:line-height="{look.spacing}" fo:orphans="2" fo:widows="2"{breaks}/>'
            f'<style:text-properties fo:font-size="{line.size or look.size}pt"/></style:style>'
        )
        return f'<text:p text:style-name="{name}">{self.inline(line.text)}</text:p>'

    def inline(self, text: str) -> str:
        pieces = re.split(r"(\*[^*]+\*|\^[^^]+\^|\[\[.*?\]\]|\n)", text)
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: str) -> str:
        if piece == "\n":
            return "<text:line-break/>"
        if piece.startswith("[["):
            mark, _, note = piece[2:-2].partition("|")
            return (
                f'<text:note text:note-class="footnote"><text:note-citation>{mark}'
                "</text:note-citation><text:note-body>"
                f'<text:p text:style-name="Footnote">{escape(note)}</text:p>'
                "</text:note-body></text:note>"
            )
        if len(piece) > 2 and piece[0] == piece[-1] == "*":
            return f'<text:span text:style-name="Bold">{escape(piece[1:-1])}</text:span>'
        if len(piece) > 2 and piece[0] == piece[-1] == "^":
            return f'<text:span text:style-name="Raised">{escape(piece[1:-1])}</text:span>'
        return escape(piece)

    def table(self, rows: list[list[str]], widths: tuple[float, ...], border: str) -> str:
        number = len(self.styles)
        columns = []
        for i, width in enumerate(widths):
            self.styles.append(
                f'<style:style style:name="T{number}C{i}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
            )
            columns.append(f'<table:table-column table:style-name="T{number}C{i}"/>')
        self.styles.append(
            f'<style:style style:name="T{number}" style:family="table">'
            f'<style:table-properties style:width="{sum(widths)}cm" table:align="left"/>'
            f'</style:style><style:style style:name="T{number}X" style:family="table-cell">'
            f'<style:table-cell-properties fo:padding="0.05cm" fo:padding-left="0.19cm" fo:padding-right="0.19cm" fo:border="{border}"/></style:style>'
        )
        cells = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="T{number}X" office:value-type="string">{c}'
                "</table:table-cell>"
                for c in row
            )
            + "</table:table-row>"
            for row in rows
        )
        return f'<table:table table:style-name="T{number}">{"".join(columns)}{cells}</table:table>'

    def element(self, element: Element) -> str:
        if isinstance(element, Line):
            return self.paragraph(element)
        if isinstance(element, Columns):
            rows = [
                ["".join(self.paragraph(line, in_cell=True) for line in cell) for cell in row]
                for row in element.rows
            ]
            return self.table(rows, element.widths, "none")
        rows = [
            [
                "".join(
                    self.paragraph(Line(text, size=element.size), in_cell=True)
                    for text in cell.split("\n")
                )
                for cell in row
            ]
            for row in element.rows
        ]
        return self.table(rows, element.widths, "0.5pt solid #000000")


def flat_odt(elements: list[Element], look: Look) -> str:
    """The document as flat OpenDocument text."""
    writer = _Writer(look)
    body = "".join(map(writer.element, elements))
    number = '<text:p text:style-name="Centred"><text:page-number/></text:p>'
    header = f"<text:p>{escape(look.running_head)}</text:p>" if look.running_head else ""
    footer = f"<text:p>{escape(look.running_foot)}</text:p>" if look.running_foot else ""
    header += number if look.page_number == "header" else ""
    footer += number if look.page_number == "footer" else ""
    width, height = look.page
    return (
        _HEAD
        + f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="{look.font}"/>'
        "</office:font-face-decls><office:styles>"
        '<style:default-style style:family="paragraph">'
        f'<style:text-properties style:font-name="F" fo:font-size="{look.size}pt" fo:language="vi"/>'
        "</style:default-style>"
        '<style:style style:name="Centred" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
        '<style:style style:name="Footnote" style:family="paragraph">'
        '<style:text-properties fo:font-size="10pt"/></style:style>'
        '<style:style style:name="Bold" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Raised" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
        "</office:styles><office:automatic-styles>"
        + "".join(writer.styles)
        + '<style:page-layout style:name="L"><style:page-layout-properties'
        f' fo:page-width="{width}" fo:page-height="{height}" fo:margin-top="1.5cm"'
        ' fo:margin-bottom="1.5cm" fo:margin-left="3cm" fo:margin-right="2cm"/>'
        "<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard"'
        ' style:page-layout-name="L">'
        + (f"<style:header>{header}</style:header>" if header else "")
        + (f"<style:footer>{footer}</style:footer>" if footer else "")
        + "</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def printed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files as LibreOffice prints them, all in one run; names have their endings.

    The test is skipped where LibreOffice is not installed.
    """
    office = program()
    if office is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        for name, content in files.items():
            (source / name).write_bytes(content)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(target), *map(str, source.iterdir())]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return {name: (target / name).with_suffix(".pdf").read_bytes() for name in files}


def as_pdf(elements: list[Element], look: Look | None = None) -> bytes:
    """The document as a PDF file."""
    return printed({"a.fodt": flat_odt(elements, look or Look()).encode()})["a.fodt"]

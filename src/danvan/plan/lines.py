"""Lines: the clean text cut at its line ends, each line without its marks of layout."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from danvan.plan.line import Line, LineKind
from danvan.plan.marks import BREAK, MARKED, SUPERSCRIPT, cell_line, raise_digits, unmark
from danvan.plan.webtables import WebRow, web_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
# Bold type that began above a blank line goes on below it only where it also ends there.
_CLOSES = re.compile(r"[^*]*[^*\s]\*\*(?!\w)")
_HASHES = re.compile(r"#{1,6} +(?=\S)")
# A line of marks only: the rules under the heads of a letterhead, or between pages.
_RULE = re.compile(r"[-_=~*.…–—+oO0 ]{3,}|\*|[_–—]{1,2}")
_TABLE_RULE = re.compile(r"\|?[ :|-]*--[ :|-]*\|?")
# A page number alone on its line: "2", "- 2 -", "Trang 2/5", "2 | P a g e" is left to the eye.
_PAGE = re.compile(r"[-–—(]? ?(?:[Tt]rang |TRANG |[Pp]age )?\d{1,3}(?: ?/ ?\d{1,3})? ?[-–—)]?")
# Where a copy was cut off: "[...]", "(...)", "…".
_CUT = re.compile(r"[\[(<] ?(?:\.{2,}|…+) ?[\])>]|\.{3}|…")


def split_lines(clean: str) -> list[Line]:
    """The lines of a clean text that are not blank, with their marks taken off."""
    lines: list[Line] = []
    bold = False
    previous_end = 0
    for begin, end, row in _stretches_and_rows(clean):
        if row is not None:
            lines.append(_web_line(row, clean, gap=clean.count("\n", previous_end, begin) > 1))
            previous_end = end
            continue
        raw = clean[begin:end]
        text = raw.strip(" ")
        if not text:
            continue
        start = begin + len(raw) - len(raw.lstrip(" "))
        stop = start + len(text)
        between = clean.count("\n", previous_end, start)
        line = Line(start, stop, text, max(0, between - 1) if lines else 0)
        line.indent = start - begin
        if line.gap and bold:
            bold = _CLOSES.match(text) is not None
        line.carried = bold
        bold = _dress(line, clean, bold)
        previous_end = stop
        if line.text:
            lines.append(line)
        elif lines and "![" not in text:
            _absorb(lines[-1], line)
        else:
            marks = Line(start, stop, text, 0)
            marks.kind = LineKind.RULE
            lines.append(marks)
    return lines


def _stretches_and_rows(clean: str) -> Iterator[tuple[int, int, WebRow | None]]:
    """The stretches of a text that are lines, and the rows of HTML tables between them."""
    done = 0
    for row in web_rows(clean):
        yield from ((begin, end, None) for begin, end in _stretches(clean, done, row.start))
        yield row.start, row.end, row
        done = row.end
    yield from ((begin, end, None) for begin, end in _stretches(clean, done, len(clean)))


def _web_line(row: WebRow, clean: str, *, gap: bool) -> Line:
    """A row of an HTML table as a line of cells."""
    line = Line(row.start, row.end, clean[row.start : row.end], int(gap))
    line.kind = LineKind.TABLE
    line.cells = [cell_line(clean, start, end) for start, end in row.cells]
    return line


def _stretches(clean: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where lines are: between line ends, and outside of tables between ``<br>`` and the like too.

    The tag ends the stretch before it, of which it is a mark.
    """
    tagged = "<br" in clean or "</" in clean
    for match in _LINE.finditer(clean, start, stop):
        begin, end = match.span()
        if tagged and not clean.startswith("|", begin):
            for tag in BREAK.finditer(clean, begin, end):
                yield begin, tag.end()
                begin = tag.end()
        yield begin, end


def _absorb(previous: Line, marks: Line) -> None:
    """A line of nothing but marks belongs to the line before it."""
    previous.outer_end = marks.outer_end


def _dress(line: Line, clean: str, bold: bool) -> bool:
    """Read the marks of a line; returns whether bold type goes on after it."""
    text = line.text
    first = text[0]
    if first == "|" and text.count("|") > 1:
        line.kind = LineKind.RULE if _TABLE_RULE.fullmatch(text) else LineKind.TABLE
        if line.kind is LineKind.TABLE:
            line.cells = _cells(line, clean)
        return bold
    if first in "-_=~*.…–—+[(<oO0" or first.isdigit() or first in "TtPp":
        kind = _looks(text)
        if kind is not None:
            line.kind = kind
            return bold
    if first == "\\" and _RULE.fullmatch(text.replace("\\", "")):
        line.kind = LineKind.RULE
        return bold
    if first == "#":
        hashes = _HASHES.match(text)
        if hashes:
            line.hashes = text.count("#", 0, hashes.end())
            line.start += hashes.end()
            line.text = text[hashes.end() :]
    if bold or MARKED.search(line.text):
        bold = unmark(line, clean, bold)
    if SUPERSCRIPT.search(line.text):
        raise_digits(line)
    return bold


def _looks(text: str) -> LineKind | None:
    if _CUT.fullmatch(text):
        return LineKind.CUT
    if _RULE.fullmatch(text):
        return LineKind.RULE
    if len(text) < 16 and _PAGE.fullmatch(text):
        return LineKind.PAGE
    return None


def _cells(line: Line, clean: str) -> list[Line]:
    """The cells of a table row, each as a line of its own, empty ones too."""
    bars = [m.start() for m in re.finditer(r"\|", clean[line.start : line.end])]
    edges = [line.start + bar for bar in bars]
    if edges[-1] != line.end - 1:
        edges.append(line.end)
    return [cell_line(clean, left + 1, right) for left, right in itertools.pairwise(edges)]

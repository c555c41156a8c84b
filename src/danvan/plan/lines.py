"""Lines: the clean text cut at its line ends, each line without its marks of layout."""

from __future__ import annotations

import enum
import itertools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from danvan.plan.markers import Marker, read_marker
from danvan.plan.webtables import WebRow, web_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")

# Marks inside a line, of markdown and of HTML that was copied along: bold, italics (a star that
# touches the word on one side only), tags, pictures, and a raised footnote mark.
_INLINE = re.compile(
    r"(?P<note><sup>\s{0,3}\(?(?P<mark>\d{1,3}|\*{1,3}|[a-z])\)?\s{0,3}</sup>)"
    r"|(?P<bold>\*{2,3}|__(?=[^\s_])|(?<=[^\s_])__(?![\w_]))"
    r"|(?P<ends><br\s{0,3}/?>|</(?:p|div|li)>)"
    r"|(?P<tag></?(?:sup|sub|b|i|u|em|strong|span|p|div|li|ul|ol|a|font|center|h[1-6]|table|thead|tbody"
    r"|tfoot|colgroup|col|tr|td|th)(?:\s[^<>\n]{0,300})?/?>)"
    r"|(?P<picture>!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\))"
    r"|(?P<escape>\\[-*.#_()\[\]+])"
    r"|(?P<italic>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))"
)
_MARKED = re.compile(r"[*<_\\]|!\[")
# Bold type that began above a blank line goes on below it only where it also ends there.
_CLOSES = re.compile(r"[^*]*[^*\s]\*\*(?!\w)")
_HASHES = re.compile(r"#{1,6} +(?=\S)")
_SUPERSCRIPT = re.compile("(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})")
# m², km³: the figure is an exponent.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[dckmh]?m|M)$")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")

# Where the lines of a web page end: ``<br>``, and the ends of paragraphs.
_BREAK = re.compile(r"<br\s{0,3}/?>|</(?:p|div|li)>", re.IGNORECASE)

# A line of marks only: the rules under the heads of a letterhead, or between pages.
_RULE = re.compile(r"[-_=~*.…–—+oO0 ]{3,}|\*|[_–—]{1,2}")
_TABLE_RULE = re.compile(r"\|?[ :|-]*--[ :|-]*\|?")
# A page number alone on its line: "2", "- 2 -", "Trang 2/5", "2 | P a g e" is left to the eye.
_PAGE = re.compile(r"[-–—(]? ?(?:[Tt]rang |TRANG |[Pp]age )?\d{1,3}(?: ?/ ?\d{1,3})? ?[-–—)]?")
# Where a copy was cut off: "[...]", "(...)", "…".
_CUT = re.compile(r"[\[(<] ?(?:\.{2,}|…+) ?[\])>]|\.{3}|…")


class LineKind(enum.Enum):
    """What a line is by its looks alone."""

    TEXT = enum.auto()
    TABLE = enum.auto()
    RULE = enum.auto()
    PAGE = enum.auto()
    CUT = enum.auto()
    HEAD = enum.auto()


class Note:
    """A raised mark in a line (dấu cước chú): its place in the clean text, and what it says."""

    __slots__ = ("end", "mark", "start")

    def __init__(self, mark: str, start: int, end: int) -> None:
        self.mark = mark
        self.start = start
        self.end = end


class Line:
    """A line, or a cell of a table row, that holds something.

    ``start`` and ``end`` are offsets of its content in the clean text, without the marks of layout
    and the spaces around it; ``outer`` is where its marks begin. ``cuts`` are the ranges inside the
    content that are marks. ``text`` is the content without them. ``gap`` counts the blank lines
    before it, ``indent`` the spaces, ``before`` the characters that stand before it on its line.
    ``bold`` says that all of it is bold, ``carried`` that bold type goes on from the line before,
    ``strong`` how much of ``text`` is bold where only its beginning is. ``place`` is where a cell
    stands in the reading text; ``breaks`` are the places in the clean text of what stands for a
    line end inside it. ``begins`` says whether it begins a paragraph, where that is known.
    """

    __slots__ = (
        "_marked",
        "_marker",
        "_places",
        "before",
        "begins",
        "bold",
        "breaks",
        "carried",
        "cells",
        "cuts",
        "end",
        "gap",
        "hashes",
        "indent",
        "kind",
        "notes",
        "outer",
        "outer_end",
        "place",
        "start",
        "strong",
        "text",
    )

    def __init__(self, start: int, end: int, text: str, gap: int) -> None:
        self.start = self.outer = start
        self.end = self.outer_end = end
        self.text = text
        self.gap = gap
        self.kind = LineKind.TEXT
        self.begins = False
        self.hashes = self.strong = 0
        self.indent = self.before = 0
        self.bold = self.carried = False
        self.cuts: list[tuple[int, int]] = []
        self.breaks: frozenset[int] = frozenset()
        self.place = (0, 0)
        self._marker: Marker | None = None
        self._marked = False
        self._places: tuple[list[int], list[int]] | None = None
        self.notes: list[Note] = []
        self.cells: list[Line] = []

    def __repr__(self) -> str:
        return f"<Line {self.start}-{self.end} {self.kind.name} {self.text[:40]!r}>"

    @property
    def marker(self) -> Marker | None:
        """The marker with which the line begins, read once."""
        if not self._marked:
            self._marker, self._marked = read_marker(self.text), True
        return self._marker

    def offset(self, index: int) -> int:
        """The offset in the clean text of the character at ``index`` of ``text``."""
        if not self.cuts:
            return self.start + index
        if self._places is None:
            self._places = self._where_cut()
        starts, removed = self._places
        return self.start + index + removed[bisect_right(starts, index)]

    def forget_places(self) -> None:
        """Reckon with other cuts from now on."""
        self._places = None

    def _where_cut(self) -> tuple[list[int], list[int]]:
        """For each cut, where in ``text`` it was made, and how much all up to it took away."""
        starts: list[int] = []
        removed = [0]
        for start, end in self.cuts:
            starts.append(start - self.start - removed[-1])
            removed.append(removed[-1] + end - start)
        return starts, removed

    def ranges(self, index: int = 0) -> list[tuple[int, int]]:
        """The ranges of the clean text that make up ``text[index:]``."""
        found = []
        start = self.offset(index)
        for cut_start, cut_end in self.cuts:
            if cut_start >= start:
                if cut_start > start:
                    found.append((start, cut_start))
                start = cut_end
        if start < self.end:
            found.append((start, self.end))
        return found


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
            for tag in _BREAK.finditer(clean, begin, end):
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
    if bold or _MARKED.search(line.text):
        bold = _unmark(line, clean, bold)
    if _SUPERSCRIPT.search(line.text):
        _raise_digits(line)
    return bold


def _looks(text: str) -> LineKind | None:
    if _CUT.fullmatch(text):
        return LineKind.CUT
    if _RULE.fullmatch(text):
        return LineKind.RULE
    if len(text) < 16 and _PAGE.fullmatch(text):
        return LineKind.PAGE
    return None


def _unmark(line: Line, clean: str, bold: bool) -> bool:
    """Take the inline marks out of a line, and see whether all of it is bold."""
    everything_bold = True
    found_bold = bold
    pieces: list[str] = []
    strong = 0
    done = line.start
    for match in _INLINE.finditer(clean, line.start, line.end):
        start, end = match.span()
        ends = match.lastgroup == "ends"
        if match.lastgroup == "escape" or ends:
            end -= 1
        piece = clean[done:start]
        if piece and not bold and not piece.isspace():
            everything_bold = False
        elif everything_bold:
            strong += len(piece)
        pieces.append(piece)
        line.cuts.append((start, end))
        if match.lastgroup == "bold":
            bold = not bold
            found_bold = True
        elif match["note"]:
            line.notes.append(Note(match["mark"], start, end))
        elif ends:
            line.breaks |= {end}
            pieces.append(" ")
            end += 1
        done = end
    rest = clean[done : line.end]
    if rest and not bold and not rest.isspace():
        everything_bold = False
    line.bold = everything_bold and found_bold
    pieces.append(rest)
    line.text = "".join(pieces)
    line.strong = strong if found_bold and not everything_bold else 0
    _trim(line)
    return bold


def _trim(line: Line) -> None:
    """Move the ends of the content inwards, over marks and spaces at both ends."""
    text = line.text
    lead = len(text) - len(text.lstrip(" "))
    tail = len(text) - len(text.rstrip(" "))
    cuts = line.cuts
    first, last = 0, len(cuts)
    start, end = line.start, line.end
    while first < last or lead:
        if first < last and cuts[first][0] == start:
            start = cuts[first][1]
            first += 1
        elif lead:
            start += 1
            lead -= 1
        else:
            break
    while end > start and (first < last or tail):
        if first < last and cuts[last - 1][1] == end:
            last -= 1
            end = cuts[last][0]
        elif tail:
            end -= 1
            tail -= 1
        else:
            break
    line.start, line.end = start, max(start, end)
    line.cuts = cuts[first:last]
    line.text = text.strip(" ")


def _raise_digits(line: Line) -> None:
    """Superscript digits are footnote marks, where no inline marks made the text shorter."""
    if line.cuts:
        return
    pieces: list[str] = []
    done = 0
    for match in _SUPERSCRIPT.finditer(line.text):
        start, end = match.span()
        if _UNIT.search(line.text, max(0, start - 4), start):
            continue
        pieces.append(line.text[done:start])
        line.cuts.append((line.start + start, line.start + end))
        mark = match["mark"].translate(_DIGITS)
        line.notes.append(Note(mark, line.start + start, line.start + end))
        done = end
    pieces.append(line.text[done:])
    line.text = "".join(pieces)
    _trim(line)


def _cells(line: Line, clean: str) -> list[Line]:
    """The cells of a table row, each as a line of its own, empty ones too."""
    bars = [m.start() for m in re.finditer(r"\|", clean[line.start : line.end])]
    edges = [line.start + bar for bar in bars]
    if edges[-1] != line.end - 1:
        edges.append(line.end)
    return [cell_line(clean, left + 1, right) for left, right in itertools.pairwise(edges)]


def cell_line(clean: str, start: int, end: int) -> Line:
    """A stretch of the clean text as a line of its own."""
    raw = clean[start:end]
    text = raw.strip(" \n")
    begin = start + len(raw) - len(raw.lstrip(" \n")) if text else start
    cell = Line(begin, begin + len(text), text, 0)
    if text and _MARKED.search(text):
        _unmark(cell, clean, bold=False)
    if "\n" in text:
        cell.text = cell.text.replace("\n", " ")
    return cell


def dressed_line(clean: str, start: int, end: int, first: Line) -> Line:
    """A stretch of several lines as one line, in the place of the first of them."""
    line = cell_line(clean, first.start if first.hashes else start, end)
    line.gap, line.indent, line.hashes = first.gap, first.indent, first.hashes
    line.outer = first.outer
    _close_up(line)
    return line


# Marks of punctuation on a line of their own stand close to the word before them.
_LOOSE = re.compile(r" +(?=(?:[,.;:)”%]{1,3}|\./\.)(?:\s|$))")


def _close_up(line: Line) -> None:
    loose = list(_LOOSE.finditer(line.text))
    if not loose:
        return
    cuts = [(line.offset(m.start()), line.offset(m.end() - 1) + 1) for m in loose]
    line.cuts = sorted([*line.cuts, *cuts])
    line.forget_places()
    line.text = _LOOSE.sub("", line.text)


def cell_lines(cell: Line, clean: str) -> list[Line]:
    """The lines inside a cell, where it has ``<br>``; else the cell itself."""
    breaks = list(_BREAK.finditer(clean, cell.outer, cell.outer_end))
    if not breaks:
        return [cell]
    edges = [cell.outer, *(e for b in breaks for e in b.span()), cell.outer_end]
    found = [cell_line(clean, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [line for line in found if line.text]

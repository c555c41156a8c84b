"""Paragraphs: rows that go on from one to the next, told by where they begin and end."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from danvan.readers.pdf.rows import Row

# Points, and sizes of the type.
_SAME_EDGE = 2.5
_SPACE = 0.25
_LOOSE, _LOOSE_TITLE = 0.12, 0.4
_LONG_WORD = 0.2  # of the measure
_MORE = 0.25
_OTHER_SIZE = 0.6
_MOSTLY = 0.8
# The share of rows that must end at one edge for the text to be set justified.
_JUSTIFIED = 0.4
# The share of rows that begin at an edge which is no accident.
_COMMON = 0.08
# Single spacing, in sizes; it takes so many rows to show that a text is set wider.
_SINGLE, _ENOUGH = 1.3, 5
# What opens an item of a list or an outline: its paragraph begins there.
_MARKER = re.compile(
    r"[-–—+•*●▪o]\s|[IVXLC]{1,6}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s?|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|[a-zđ][.)]\s|(?:Điều|Chương|Phần|Mục)\s+(?:\d|[IVX])"
)
#: A row that breaks off within what a hyphen or a stroke joins: "24/KH-" and "UBND".
BREAKS_OFF = re.compile(r"[^\s\-/][-/]$")


@attrs.frozen
class Measure:
    """How a text is set: where its lines begin and end, and how far they are apart.

    ``pitch`` is the usual distance of baselines within a paragraph, in sizes of the type;
    ``begins`` are the edges at which many lines begin. ``spaced`` says that more space stands
    between paragraphs than between lines, ``indented`` that a paragraph begins with an indent and
    goes on at the edge.
    """

    left: float
    right: float
    justified: bool
    pitch: float
    begins: tuple[int, ...] = ()
    spaced: bool = False
    indented: bool = False

    def is_full(self, row: Row, following: Row) -> bool:
        """Whether the first word of the next row had no room at the end of this one."""
        if self.is_centred(row):
            room = self.right - self.left - (row.right - row.left) - _LOOSE_TITLE * row.size
        else:
            room = self.right - row.right
        word = _SPACE * row.size + following.first_width
        if self.justified and not self.is_centred(row) and room > _SAME_EDGE:
            # Its author broke the row, unless what follows is a very long word.
            return word > room and word > _LONG_WORD * (self.right - self.left)
        return word > room - _LOOSE * row.size

    def is_centred(self, row: Row) -> bool:
        """Whether a row is set in from both edges by the same, and not by an indent."""
        if any(abs(row.left - begin) <= _SAME_EDGE for begin in self.begins):
            return False
        return row.left - self.left > 2 * _SAME_EDGE and self.is_in_the_middle(row)

    def is_in_the_middle(self, row: Row) -> bool:
        """Whether a row is as far from one edge as from the other."""
        return abs((row.left - self.left) - (self.right - row.right)) <= 3 * _SAME_EDGE


def measure(rows: Sequence[Row]) -> Measure:
    """How rows of one column are set."""
    ends = Counter(round(row.right) for row in rows)
    farthest = max(row.right for row in rows)
    common, _ = max(_near(ends).items(), key=lambda item: (item[1], item[0]))
    long = [row for row in rows if row.right > common - _SAME_EDGE]
    wide = [row for row in rows if row.right - row.left > 0.5 * (farthest - rows[0].left)]
    at_edge = sum(abs(row.right - common) <= _SAME_EDGE for row in wide)
    justified = len(wide) >= 3 and at_edge >= _JUSTIFIED * len(wide)
    edge = farthest if not justified else max(row.right for row in long if row.right < common + 2)
    common_begins = _common([row.left for row in rows])
    how = Measure(
        left=common_begins[0],
        right=edge,
        justified=justified,
        pitch=_pitch(rows),
        begins=common_begins,
    )
    return attrs.evolve(how, spaced=_is_spaced(rows, how), indented=_is_indented(rows, how))


def _is_spaced(rows: Sequence[Row], how: Measure) -> bool:
    """Whether paragraphs are set apart: where a line ends early, the next one stands farther."""
    distances = [
        (above.y - below.y) / below.size > how.pitch + _MORE
        for above, below in itertools.pairwise(rows)
        if above.page == below.page and above.y > below.y and not how.is_full(above, below)
    ]
    return len(distances) > 3 and sum(distances) >= _MOSTLY * len(distances)


def _is_indented(rows: Sequence[Row], how: Measure) -> bool:
    """Whether full rows that are set in go on at the edge, rather than below themselves."""
    at_edge = below = 0
    for row, following in itertools.pairwise(rows):
        if row.left <= how.left + _SAME_EDGE or how.is_centred(row):
            continue
        if how.is_full(row, following):
            at_edge += abs(following.left - how.left) <= _SAME_EDGE
            below += abs(following.left - row.left) <= _SAME_EDGE
    return at_edge > max(2, 2 * below)


def _common(lefts: list[float]) -> tuple[int, ...]:
    """The edges at which a good share of the rows begin, from left to right."""
    counts = Counter(map(round, lefts))
    common = [x for x, n in _near(counts).items() if n >= _COMMON * len(lefts)]
    return tuple(sorted(common)) or (min(counts),)


def _near(counts: Counter[int]) -> dict[int, int]:
    """For each point, how many lie within one point of it."""
    return {x: counts[x - 1] + counts[x] + counts[x + 1] for x in counts}


def _pitch(rows: Sequence[Row]) -> float:
    """The usual distance of two rows of one size, in sizes: the least that is common."""
    found = Counter(
        round((above.y - below.y) / below.size, 1)
        for above, below in itertools.pairwise(rows)
        if above.page == below.page and above.size == below.size and above.y - below.y > 0
    )
    close = {pitch: n for pitch, n in found.items() if pitch < 3}
    total = sum(close.values())
    usual = min((pitch for pitch, n in close.items() if n >= 0.12 * total), default=_SINGLE)
    return usual if total >= _ENOUGH else min(usual, _SINGLE)


def paragraphs_of(rows: Iterable[Row], how: Measure) -> list[list[Row]]:
    """The rows put together to paragraphs."""
    found: list[list[Row]] = []
    for row in rows:
        if found and _goes_on(found[-1], row, how):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _goes_on(paragraph: list[Row], row: Row, how: Measure) -> bool:
    """Whether a row goes on with the paragraph before it."""
    last = paragraph[-1]
    if abs(row.size - last.size) > _OTHER_SIZE or not how.is_full(last, row):
        return False
    if not row.has_bold and all(r.bold for r in paragraph):
        return False
    if row.page == last.page:
        distance = (last.y - row.y) / row.size
        if distance <= 0 or distance > how.pitch + _MORE:
            return False
    if BREAKS_OFF.search(last.text):
        return True
    may_open = _opens_item(row, last) and not (how.spaced and row.page == last.page)
    return _stands_below(paragraph, row, how, may_open=may_open)


def _opens_item(row: Row, last: Row) -> bool:
    """Whether a row may be the first of an item; "- xã hội" after "kinh tế" is none."""
    found = _MARKER.match(row.text)
    if found is None:
        return False
    return not (_is_open(last) and row.text[found.end() :][:1].islower() and found[0][0] in "-–—")


def _stands_below(paragraph: list[Row], row: Row, how: Measure, *, may_open: bool) -> bool:
    """Whether the row begins where the next row of a paragraph would."""
    first, last = paragraph[0], paragraph[-1]
    if how.is_centred(row) and how.is_in_the_middle(first):
        return not may_open and first.bold == row.bold
    if len(paragraph) > 1:
        if abs(row.left - last.left) > _SAME_EDGE and row.page == last.page:
            return False
        return not may_open or abs(first.left - row.left) > _SAME_EDGE or _is_open(last)
    if row.left < first.left - _SAME_EDGE:
        return True
    if may_open:
        return False
    if row.left > first.left + _SAME_EDGE:
        return _MARKER.match(first.text) is not None
    return first.left <= how.left + _SAME_EDGE or (_is_open(last) and not how.indented)


def _is_open(row: Row) -> bool:
    return not row.text.rstrip("”\"')").endswith((".", ";", ":", "!", "?"))

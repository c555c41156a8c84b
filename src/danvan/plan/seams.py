"""Seams: a document whose line ends were lost, parted again where its pieces begin."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from danvan.plan.forms import MOTTO, RECIPIENTS
from danvan.plan.line import Line, LineKind
from danvan.plan.markers import roman_value
from danvan.plan.marks import cell_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# No line of a page is so long; a paragraph may be, but has no outline inside.
_LONG = 160
_TITLE = re.compile(
    r"(?<=[\d.…]) (?=(?P<name>KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|HƯỚNG DẪN|CHỈ THỊ|THÔNG BÁO|BÁO CÁO"
    r"|NGHỊ QUYẾT)\b(?P<subject> [A-ZĐÀ-Ỹ][a-zà-ỹđ])?)"
)
_FIRST_WORDS = re.compile(r"(?<=[\w”)]) (?=Căn cứ [A-ZĐÀ-Ỹ])")
# "như sau: I. MỤC ĐÍCH", "hồ sơ. II. NHIỆM VỤ": a Roman number before capitals.
_ROMAN = re.compile(r"(?<=[.;:,/”)\w]) (?=(?P<label>[IVX]{1,5}) ?[./-] ?[A-ZĐÀ-Ỹ]{2})")
_NUMBER = re.compile(r"(?<=[.;:/”)A-ZĐÀ-Ỹ]) (?=(?P<label>\d{1,2})[./] [A-ZĐÀ-Ỹ“])")
_LETTER = re.compile(r"(?<=[.;:/”)A-ZĐÀ-Ỹ]) (?=(?P<label>[a-zđ])\) [A-ZĐÀ-Ỹ])")
_BULLET = re.compile(r"(?<=[.;:/”)A-ZĐÀ-Ỹ]) (?=[-+] [A-ZĐÀ-Ỹ])")
_CLOSING = re.compile(rf"(?<=[.;/]) (?={RECIPIENTS.pattern})", re.IGNORECASE)
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def part_lines(lines: list[Line], clean: str) -> list[Line]:
    """The lines, those into which a whole document ran together cut into its pieces.

    A long line is such a one where Roman numbers that follow each other stand inside, before
    capitals, or where the national title and the name of the kind do.
    """
    if not any(_ran_together(line) for line in lines):
        return lines
    found: list[Line] = []
    for line in lines:
        seams = list(_seams(line.text)) if _ran_together(line) else []
        if not seams:
            found.append(line)
            continue
        edges = [0, *(place + 1 for place in seams), len(line.text) + 1]
        for begin, end in itertools.pairwise(edges):
            piece = cell_line(clean, line.offset(begin), line.offset(end - 2) + 1)
            found.append(piece)
        found[-len(edges) + 1].outer, found[-1].outer_end = line.outer, line.outer_end
        found[-len(edges) + 1].gap = line.gap
    return found


def _ran_together(line: Line) -> bool:
    text = line.text
    if line.kind is not LineKind.TEXT or len(text) < _LONG:
        return False
    return " II" in text or (MOTTO.search(text) is not None and _TITLE.search(text) is not None)


def _seams(text: str) -> Iterator[int]:
    """Where the pieces of a line part: the places of the spaces between them, in order."""
    places: set[int] = set()
    head = MOTTO.search(text)
    title = _TITLE.search(text, head.end()) if head else None
    if title:
        places.add(title.start())
        if title["subject"]:
            places.add(title.end("name"))
        first = _FIRST_WORDS.search(text, title.end())
        if first:
            places.add(first.start())
    romans = [m for m in _ROMAN.finditer(text) if roman_value(m["label"])]
    parts = [m.start() for m in _in_order(romans, lambda label: roman_value(label) or 0)]
    if len(parts) > 1:
        places.update(parts)
        closing = _CLOSING.search(text, parts[-1])
        end = closing.start() if closing else len(text)
        if closing:
            places.add(end)
        for begin, stop in zip(parts, [*parts[1:], end], strict=True):
            places.update(_inside(text, begin + 1, stop))
    yield from sorted(places)


def _in_order(found: list[re.Match[str]], value: Callable[[str], int]) -> Iterator[re.Match[str]]:
    """Those of some numbers that count up from one."""
    expected = 1
    for match in found:
        if value(match["label"]) == expected:
            expected += 1
            yield match


def _inside(text: str, begin: int, end: int) -> Iterator[int]:
    """The seams inside one part: its numbers, the points below them, and bullets."""
    numbers = [m.start() for m in _in_order(list(_NUMBER.finditer(text, begin, end)), int)]
    yield from numbers
    for start, stop in zip([begin, *numbers], [*numbers, end], strict=True):
        points = list(_LETTER.finditer(text, start + 1, stop))
        yield from (m.start() for m in _in_order(points, lambda label: _LETTERS.find(label) + 1))
    yield from (m.start() for m in _BULLET.finditer(text, begin, end))

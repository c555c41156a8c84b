"""Fragments: text copied from a page, with every inline element on a line of its own."""

from __future__ import annotations

import itertools
import re

from danvan.plan.line import Line, LineKind
from danvan.plan.marks import dressed_line

# A line that can only go on with the one before it: a lone mark, a figure, the rest of a number.
_FRAGMENT = re.compile(r"[,.;:)”%]|\d{1,4}$|/[A-ZĐ]")
# What stands alone on a line only where the elements of a page were taken apart.
_LONE = re.compile(
    r"[,.;:)”]{1,2}$|(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}|[a-zđ])[.)/-]$|(?:tháng|năm|ngày)$"
)
_BARE_LABEL = re.compile(
    r"(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/-]$|\((?:\d{1,2}|[a-zđ])\)$"
)
_SHARE = 0.12
_FEWEST = 6
_SHORT = 45


def join_fragments(lines: list[Line], clean: str) -> list[Line]:
    """The lines with fragments joined, where blank lines and not line ends part the paragraphs."""
    fragments = sum(_is_fragment(*pair) for pair in itertools.pairwise(lines))
    lone = sum(_LONE.match(line.text) is not None for line in lines)
    if fragments < _FEWEST or lone < _FEWEST // 2 or fragments < _SHARE * len(lines):
        return lines
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        group[0]
        if len(group) == 1
        else dressed_line(clean, group[0].outer, group[-1].outer_end, group[0])
        for group in groups
    ]


def _is_fragment(last: Line, line: Line) -> bool:
    """Whether a line breaks off what the line before it says, which was not full."""
    if line.gap or line.kind not in {LineKind.TEXT, LineKind.PAGE}:
        return False
    cut_short = line.text[0].islower() and len(last.text) < _SHORT and last.text[-1] not in ".;:"
    return cut_short or _FRAGMENT.match(line.text) is not None


def _goes_on(group: list[Line], line: Line) -> bool:
    """Whether a line goes on with the lines of a group."""
    if line.gap or line.kind not in {LineKind.TEXT, LineKind.PAGE}:
        return False
    last = group[-1]
    if len(group) == 1 and _BARE_LABEL.match(last.text):
        return True
    if len(group) == 1 and last.kind is not LineKind.TEXT:
        return False
    if last.text.isupper() and line.text.isupper() and last.kind is LineKind.TEXT:
        return False
    return line.marker is None or line.text[0].isdigit()

"""Fragments: text copied from a page, with every inline element on a line of its own."""

from __future__ import annotations

import itertools
import re

from danvan.plan.lines import Line, LineKind, dressed_line
from danvan.plan.markers import read_marker

# A line that can only go on with the one before it: a lone mark, a figure, the rest of a number.
_FRAGMENT = re.compile(r"[,.;:)”%]|\d{1,4}$|/[A-ZĐ]")
_BARE_LABEL = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]$")
_SHARE = 0.12
_FEWEST = 8
_SHORT = 45


def join_fragments(lines: list[Line], clean: str) -> list[Line]:
    """The lines with fragments joined, where blank lines and not line ends part the paragraphs."""
    fragments = sum(_is_fragment(*pair) for pair in itertools.pairwise(lines))
    if fragments < _FEWEST or fragments < _SHARE * len(lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, line):
            joined[-1] = dressed_line(clean, last.outer, line.outer_end, last)
        else:
            joined.append(line)
    return joined


def _is_fragment(last: Line, line: Line) -> bool:
    """Whether a line breaks off what the line before it says, which was not full."""
    if line.gap or line.kind not in {LineKind.TEXT, LineKind.PAGE}:
        return False
    cut_short = line.text[0].islower() and len(last.text) < _SHORT and last.text[-1] not in ".;:"
    return cut_short or _FRAGMENT.match(line.text) is not None


def _goes_on(last: Line, line: Line) -> bool:
    if line.gap or line.kind not in {LineKind.TEXT, LineKind.PAGE}:
        return False
    if last.kind is not LineKind.TEXT:
        return False
    if _BARE_LABEL.match(last.text):
        return True
    if last.text.isupper() and line.text.isupper():
        return False
    return read_marker(line.text) is None or line.text[0].isdigit()

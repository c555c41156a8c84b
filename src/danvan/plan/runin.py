"""Run-in headings: a heading in bold type, and the text of its section on the same line."""

from __future__ import annotations

import re

from danvan.plan.line import Line, LineKind
from danvan.plan.markers import Style
from danvan.plan.marks import cell_line

# What ends a run-in heading: "1. Công tác tuyên truyền: Tổ chức ...", "1. Mục đích. Nâng cao ...".
_ENDS = re.compile(r"[:.]$")
_GOES_ON = re.compile(r" ?[:–] ?(?=\S)")
_LONGEST = 160


def part_run_in(lines: list[Line], clean: str) -> list[Line]:
    """The lines, with each numbered heading in bold apart from the text that runs on after it."""
    found: list[Line] = []
    for line in lines:
        cut = _heading_end(line) if line.strong else None
        if cut is None:
            found.append(line)
            continue
        end, begin = cut
        heading = cell_line(clean, line.start, line.offset(end - 1) + 1)
        heading.bold = True
        heading.hashes, heading.gap, heading.indent = line.hashes, line.gap, line.indent
        heading.outer = line.outer
        heading.begins, heading.counted = line.begins, line.counted
        rest = cell_line(clean, line.offset(begin), line.end)
        heading.outer_end = rest.start
        rest.outer = rest.start
        rest.outer_end = line.outer_end
        rest.indent, rest.before = line.indent, begin
        found += [heading, rest]
    return found


def _heading_end(line: Line) -> tuple[int, int] | None:
    """Where in a line the heading ends and its text begins, if bold type sets a heading apart."""
    text, strong = line.text, line.strong
    if line.kind is not LineKind.TEXT or strong > _LONGEST or strong >= len(text):
        return None
    marker = line.marker
    if marker is None or marker.style is Style.BULLET or marker.length >= strong:
        return None
    end = len(text[:strong].rstrip())
    goes_on = _GOES_ON.match(text, end)
    if goes_on is None and not _ENDS.search(text[:end]):
        return None
    begin = goes_on.end() if goes_on else end
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    return (end, begin) if begin < len(text) else None

"""Parts: the partition of a source, in which every character lies in exactly one piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.model import Part, PartKind
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.plan.line import Line
    from danvan.text import View

# Characters that count are all but white space and control or format characters (Cc, Cf).
_COUNTED = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)


class PartList:
    """Collects parts in the clean text, and gives them as parts of the source."""

    def __init__(self, clean: View) -> None:
        self._clean = clean
        self._found: list[tuple[int, int, PartKind]] = []

    def add(self, line: Line, kind: PartKind) -> None:
        """A line of one kind, whose marks of layout are markup."""
        if line.cells:
            self._found.append((line.start, line.end, kind))
            self._found.append((line.end, line.outer_end, PartKind.MARKUP))
            return
        if line.outer < line.start:
            self._add_front(line, kind)
        self._found += [(start, end, kind) for start, end in line.ranges()]
        self._found += [(start, end, PartKind.MARKUP) for start, end in line.cuts]
        if line.end < line.outer_end:
            self._found.append((line.end, line.outer_end, PartKind.MARKUP))

    def _add_front(self, line: Line, kind: PartKind) -> None:
        """The marks before a line are markup, but for the raised number that opens a note."""
        start = line.outer
        if kind is PartKind.FOOTNOTE and line.notes and line.notes[0].end <= line.start:
            note = line.notes[0]
            at = self._clean.text.find(note.mark, note.start, note.end)
            if at >= 0:
                self._found.append((start, at, PartKind.MARKUP))
                self._found.append((at, at + len(note.mark), kind))
                start = at + len(note.mark)
        self._found.append((start, line.start, PartKind.MARKUP))

    def parts(self) -> tuple[Part, ...]:
        """The parts in order; neighbours of one kind with nothing between them are one."""
        text = self._clean.text
        merged: list[tuple[int, int, PartKind]] = []
        for start, end, kind in sorted(self._found, key=lambda f: (f[0], f[1])):
            if start >= end:
                continue
            if merged and merged[-1][2] is kind and not text[merged[-1][1] : start].strip():
                merged[-1] = (merged[-1][0], end, kind)
            else:
                merged.append((start, end, kind))
        parts = [Part(kind, self._clean.span(start, end)) for start, end, kind in merged]
        return _with_unread(self._clean.source, parts)


def _with_unread(text: str, parts: list[Part]) -> tuple[Part, ...]:
    """The parts, and what no part holds as unread ones: together they are the partition."""
    whole: list[Part] = []
    done = 0
    for part in (*parts, Part(PartKind.UNREAD, Span(len(text), len(text)))):
        if part.span.start > done and _COUNTED.search(text, done, part.span.start):
            whole.append(Part(PartKind.UNREAD, Span(done, part.span.start)))
        start = max(done, part.span.start)
        if part.span.end > start:
            whole.append(Part(part.kind, Span(start, part.span.end)))
        done = max(done, part.span.end)
    return tuple(whole)


def counted(text: str) -> int:
    r"""How many characters of a text count: all but white space, control and format characters.

    >>> counted("Số: 1\u200b\n")
    4
    """
    return len(_COUNTED.findall(text))


def coverage(text: str, parts: Iterable[Part]) -> float:
    """The share of the characters that count which lie in a part that is not unread."""
    total = counted(text)
    if not total:
        return 1.0
    read = sum(counted(p.span.of(text)) for p in parts if p.kind is not PartKind.UNREAD)
    return read / total

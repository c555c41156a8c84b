"""The lines of a document, and which of them are one paragraph: what rewritings work on."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from danvan.plan.model import Paragraph, Part, PartKind, Plan, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.span import Span

#: Parts whose text runs on and is set anew; heads, closings and tables stand as they are.
RUNNING = frozenset({PartKind.PREAMBLE, PartKind.HEADING, PartKind.PARAGRAPH, PartKind.FOOTNOTE})
_LINE_END = re.compile(r"[ \t\xa0]*(?:\r\n|[\n\r\u2028])[ \t\xa0\n\r]*")
_LOOSE = re.compile(r"\s*\n\s*(?=[,.;:)”%](?:\s|$))")


@attrs.frozen
class Lines:
    """The lines of a text, each with the kind of part in which its first character stands."""

    text: str
    parts: tuple[Part, ...]

    def __iter__(self) -> Iterator[tuple[str, PartKind | None]]:
        starts = [part.span.start for part in self.parts]
        begin = 0
        for line in self.text.split("\n"):
            at = begin + len(line) - len(line.lstrip())
            yield line, self._kind(starts, at, begin + len(line))
            begin += len(line) + 1

    def _kind(self, starts: list[int], at: int, end: int) -> PartKind | None:
        i = max(0, bisect_right(starts, at) - 1)
        while i < len(self.parts) and self.parts[i].span.start < end:
            part = self.parts[i]
            if part.span.end > at and part.kind is not PartKind.MARKUP:
                return part.kind
            i += 1
        return None


def paragraphs(plan: Plan) -> Iterator[Span]:
    """Where running text stands: each uninterrupted piece of a paragraph, title, note or subject."""
    for paragraph in plan.preamble:
        yield from paragraph.spans or (paragraph.span,)
    for note in plan.footnotes:
        yield from note.spans or (note.span,)
    for section in plan.walk():
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Span]:
    if section.title_span is not None:
        yield section.title_span
    for item in section.body:
        if isinstance(item, Paragraph):
            yield from item.spans or (item.span,)


def joined(plan: Plan) -> str:
    """The text with each paragraph on one line."""
    text = plan.source.text
    pieces: list[str] = []
    done = 0
    for span in sorted(set(paragraphs(plan))):
        if span.start < done:
            continue
        if "|" in span.of(text) or "<table" in span.of(text):
            continue
        pieces += [text[done : span.start], _LINE_END.sub(" ", _LOOSE.sub("", span.of(text)))]
        done = span.end
    return "".join([*pieces, text[done:]])

"""Marks in running text: where citations, deadlines and bodies stand in a paragraph.

A paragraph's text is joined and clean, while spans point into the source as it was given. So a mark
is put where the words of the mention stand in the paragraph, after as many places with the same
words as there are before it in the source. Marks are for readers of the XML; nothing is read from
them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate
from danvan.markup import is_xml_text
from danvan.span import Span

if TYPE_CHECKING:
    from danvan.instruments import Citation
    from danvan.plan import Assignment, Deadline, Plan
    from danvan.units import Agency


@attrs.frozen
class Mark:
    """A place in the source that is to be marked, with what."""

    span: Span
    name: str
    attributes: Mapping[str, str]


@attrs.frozen
class Placed:
    """A mark where it stands in the text of a paragraph."""

    start: int
    end: int
    mark: Mark


class Marks:
    """All marks of a plan in the order of its source; none covers part of another."""

    def __init__(self, plan: Plan) -> None:
        self._text = plan.source.text
        self._marks = _apart(_marks(plan)) if self._text else []
        self._starts = [mark.span.start for mark in self._marks]

    def within(self, text: str, spans: Iterable[Span]) -> tuple[Placed, ...]:
        """Where marks stand in a text that was read from those spans of the source."""
        return tuple(self._placed(text, spans)) if self._marks else ()

    def _placed(self, text: str, spans: Iterable[Span]) -> Iterator[Placed]:
        position = 0
        for span in spans:
            behind = span.start
            for mark in self._in(span):
                words = _squeezed(mark.span.of(self._text))
                before = _squeezed(self._text[behind : mark.span.start]).count(words)
                start = _after(text, words, before, position)
                if start is None:  # this text is not the one that stands there
                    return
                behind, position = mark.span.end, start + len(words)
                yield Placed(start, position, mark)

    def _in(self, span: Span) -> Iterator[Mark]:
        for index in range(bisect_left(self._starts, span.start), len(self._marks)):
            mark = self._marks[index]
            if mark.span.start >= span.end:
                return
            if mark.span.end <= span.end:
                yield mark


def _after(text: str, words: str, times: int, position: int) -> int | None:
    """Where the words stand in the text, behind that many places where they stand as well."""
    for _ in range(times):
        found = text.find(words, position)
        if found < 0:
            return None
        position = found + len(words)
    found = text.find(words, position) if words else -1
    return None if found < 0 else found


def _squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in the order of the text, without those that overlap one that was given before."""
    kept: list[tuple[int, Mark]] = []
    for rank, mark in sorted(enumerate(marks), key=lambda pair: pair[1].span.start):
        if len(mark.span) == 0:
            continue
        while kept and kept[-1][1].span.overlaps(mark.span) and rank < kept[-1][0]:
            kept.pop()
        if not kept or not kept[-1][1].span.overlaps(mark.span):
            kept.append((rank, mark))
    return [mark for _, mark in kept]


def _marks(plan: Plan) -> Iterator[Mark]:
    yield from map(_of_citation, plan.citations)
    yield from map(_of_deadline, plan.deadlines)
    for assignment in plan.assignments:
        yield from _of_agencies(assignment, plan.source.text)


def _of_citation(citation: Citation) -> Mark:
    extent = citation.extent
    attributes = {"span": _written(citation.span), "extent": _written(extent)}
    uri = citation.resolved.uri
    if uri is not None and is_xml_text(uri):
        attributes["uri"] = uri
    return Mark(citation.span, "citation", attributes)


def _of_deadline(deadline: Deadline) -> Mark:
    span = deadline.spans[0] if deadline.spans else deadline.span
    attributes = {"span": _written(deadline.span)}
    for name, day in (("earliest", deadline.earliest), ("latest", deadline.latest)):
        if day is not None:
            attributes[name] = day.isoformat()
    value = deadline.when.value
    if isinstance(value, PartialDate):
        attributes["value"] = str(value)
    return Mark(span, "deadline", attributes)


def _of_agencies(assignment: Assignment, text: str) -> Iterator[Mark]:
    for role in ("lead", "coordinating", "advising", "supervised", "reports_to", "via"):
        agencies: tuple[Agency, ...] = getattr(assignment, role)
        for agency in agencies:
            for piece in assignment.spans or (assignment.span,):
                start = text.find(agency.name, piece.start, piece.end)
                if start >= 0:
                    span = Span(start, start + len(agency.name))
                    yield Mark(span, "agency", _about(agency) | {"role": role})
                    break


def _about(agency: Agency) -> dict[str, str]:
    said = {"kind": str(agency.kind), "full_name": agency.full_name, "post": agency.post}
    return {name: text for name, text in said.items() if text and is_xml_text(text)}


def _written(span: Span) -> str:
    return f"{span.start}-{span.end}"

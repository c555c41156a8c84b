"""The sentence that a mention stands in (câu văn chứa nó)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from danvan.plan import Paragraph, Section, Table
from danvan.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.plan import Deadline, Plan
    from danvan.span import Span

# A sentence ends at its mark before a capital letter; "TP. Huế" and "số 1. Phòng" are cut too
# early by that, so at least two small letters stand before the mark.
_END = re.compile(r"(?<=[^\W\d_A-ZĐ]{2}[.!?;])\s+(?=[^\W\d_a-zđ])")
_SPACES = re.compile(r"\s+")
# So many notes may interrupt a paragraph.
_NOTES_AMID = 16


class Passages:
    """The paragraphs, headings, cells and notes of a plan, to be asked what stands in them.

    Args:
        plan: the plan.
    """

    def __init__(self, plan: Plan) -> None:
        found = sorted(_texts(plan), key=lambda item: (item[0].start, -item[0].end))
        self._starts = [span.start for span, _ in found]
        self._found = found

    def sentence(self, deadline: Deadline) -> str:
        r"""The sentence in which a deadline stands, "" where no text of the plan holds it.

        >>> import danvan
        >>> text = "I. NỘI DUNG\n\nBáo cáo quý. Phòng Nội vụ nộp trước ngày 20/6/2024."
        >>> plan = danvan.parse(text)
        >>> Passages(plan).sentence(plan.deadlines[0])
        'Phòng Nội vụ nộp trước ngày 20/6/2024.'
        """
        span = deadline.spans[0] if deadline.spans else deadline.span
        text = self._around(span)
        words = _squeezed(deadline.text)
        at = text.find(words) if words else -1
        if at < 0:
            return text
        begin, end = 0, len(text)
        for match in _END.finditer(text):
            if match.end() <= at:
                begin = match.end()
            elif match.start() >= at + len(words):
                end = match.start()
                break
        return text[begin:end]

    def _around(self, span: Span) -> str:
        """The text that holds the span; notes may stand between its beginning and the span."""
        if not len(span):
            return ""
        last = bisect_right(self._starts, span.start) - 1
        for index in range(last, max(last - _NOTES_AMID, -1), -1):
            place, text = self._found[index]
            if place.contains(span):
                return _squeezed(text)
        return ""


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", clean(text).text).strip()


def _texts(plan: Plan) -> Iterator[tuple[Span, str]]:
    for paragraph in plan.preamble:
        yield paragraph.span, paragraph.text
    yield from _within(plan.sections)
    for appendix in plan.appendices:
        yield from _within(appendix.body)
    for note in plan.footnotes:
        yield note.span, note.text


def _within(body: Iterable[Section | Paragraph | Table]) -> Iterator[tuple[Span, str]]:
    for item in body:
        match item:
            case Section():
                if item.title and item.title_span is not None:
                    yield item.title_span, item.title
                yield from _within(item.body)
            case Paragraph():
                yield item.span, item.text
            case Table():
                for row in (item.header, *item.rows):
                    for cell in row:
                        yield cell.span, cell.text

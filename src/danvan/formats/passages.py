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

# A sentence ends at a mark before a capital letter. Behind "TP" or the "1" of "1. Phòng" the mark
# belongs to the word: that is what words are taken for which are short and have no small letters.
_MARK = re.compile(r"[.!?;] ")
_LONG = 4
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
        self._plan = plan
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
        words = _squeezed(words_of(deadline, self._plan))
        at = text.find(words) if words else -1
        if at < 0:
            return text
        begin, end = 0, len(text)
        for mark in _MARK.finditer(text):
            if not _ends(text, mark):
                continue
            if mark.end() <= at:
                begin = mark.end()
            elif mark.start() >= at + len(words):
                end = mark.start() + 1
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


def words_of(deadline: Deadline, plan: Plan) -> str:
    """The words of a deadline without what interrupts them, a note or the foot of a page."""
    text = plan.source.text
    if len(deadline.spans) < 2 or deadline.spans[-1].end > len(text):
        return deadline.text
    return " ".join(span.of(text).strip() for span in deadline.spans)


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a sentence ends at a mark."""
    begin = text.rfind(" ", 0, mark.start()) + 1
    is_word = text[mark.start() - 1 : mark.start()].islower() or mark.start() - begin >= _LONG
    return is_word and text[mark.end() : mark.end() + 1].isupper()


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

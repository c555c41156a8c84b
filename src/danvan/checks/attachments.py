"""Family S: whether what the text refers to is there: appendices and notes (phụ lục, cước chú)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.plan import PartKind
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case

_REFERRED = re.compile(
    r"(?:[Pp]hụ\s+lục|[Bb]iểu(?:\s+mẫu)?|[Dd]anh\s+(?:sách|mục))"
    r"(?:\s+(?:số\s+)?[IVX\d]{1,4}(?![\w/]))?\s*,?\s*\(?(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm|gửi\s+kèm)"
)
_NAMED_APPENDIX = re.compile(r"[Pp]hụ\s+lục|PHỤ\s+LỤC|[Bb]iểu|kèm\s+theo|đính\s+kèm")
# A mark in brackets belongs to the word before it: with a space it is a number in a list.
_CALL = re.compile(r"(?<=[^\W\d_])\((\d{1,2})\)|(?<=[”\"\])])\((\d{1,2})\)")


def _running_text(case: Case) -> Iterator[Span]:
    """The stretches of preamble, headings, paragraphs and tables."""
    kinds = (PartKind.PREAMBLE, PartKind.HEADING, PartKind.PARAGRAPH, PartKind.TABLE)
    for part in case.plan.parts:
        if part.kind in kinds:
            yield part.span


@checks("S111")
def appendix_missing(case: Case) -> Iterator[Fault]:
    """The text refers to an appendix, and none is there."""
    if case.plan.appendices:
        return
    for stretch in _running_text(case):
        for at in case.search_all(_REFERRED, stretch):
            told = " ".join(at.of(case.text).split())
            yield Fault(
                span=at,
                message=f"Không có phụ lục mà văn bản nêu: {told}",
                message_en=f"The appendix that the text refers to is not there: {told}",
            )
            return


@checks("S112")
def appendix_not_referred(case: Case) -> Iterator[Fault]:
    """An appendix is there, and the text says nothing of it."""
    if not case.plan.appendices:
        return
    if not any(case.search(_NAMED_APPENDIX, stretch) for stretch in _running_text(case)):
        appendix = case.plan.appendices[0]
        yield Fault(
            span=appendix.span,
            message="Văn bản không nêu phụ lục kèm theo",
            message_en="The text does not refer to the appendix",
        )


@checks("S113")
def footnote_missing(case: Case) -> Iterator[Fault]:
    """A mark stands in the text, and no note has it."""
    marks = {note.mark.strip("()[]") for note in case.plan.footnotes}
    for stretch in _running_text(case):
        for at in case.search_all(_CALL, stretch):
            mark = at.of(case.text).strip("()")
            if mark not in marks:
                yield Fault(
                    span=at,
                    message=f"Dấu cước chú ({mark}) không có cước chú",
                    message_en=f"There is no note for the mark ({mark})",
                )


@checks("S114")
def footnote_mark_missing(case: Case) -> Iterator[Fault]:
    """A note is there, and no mark in the text calls it."""
    for note in case.plan.footnotes:
        mark = re.escape(note.mark.strip("()[]"))
        call = re.compile(rf"<sup>\(?{mark}\)?</sup>|\({mark}\)|\[\^?{mark}\]")
        if all(_begins_note(case, at) for at in case.search_all(call, Span(0, len(case.text)))):
            yield Fault(
                span=note.span,
                message=f"Không có dấu của cước chú {note.mark} trong văn bản",
                message_en=f"No mark in the text calls the note {note.mark}",
            )


def _begins_note(case: Case, mark: Span) -> bool:
    """Whether a mark stands before or in the text of a note, and calls none."""
    for note in case.plan.footnotes:
        if any(span.start <= mark.start < span.end for span in note.spans or (note.span,)):
            return True
        if mark.end <= note.span.start and not case.text[mark.end : note.span.start].strip(" -–\n"):
            return True
    return False

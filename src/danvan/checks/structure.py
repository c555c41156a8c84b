"""Family S: numbering, headings, parts, notes and appendices (bố cục)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from danvan import units
from danvan.checks.catalogue import checks
from danvan.checks.places import subject_place
from danvan.checks.rule import Fault
from danvan.findings import Edit
from danvan.plan import PartKind, Provenance, Role, Section
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from danvan.checks.case import Case

# The letters of points are those of the Vietnamese alphabet (NĐ 30/2020, Phụ lục I, II.5).
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_TITLE_MARK = re.compile(r"\.\Z")
_REFERRED = re.compile(
    r"(?:[Pp]hụ\s+lục|[Bb]iểu(?:\s+mẫu)?|[Dd]anh\s+(?:sách|mục))"
    r"(?:\s+(?:số\s+)?[IVX\d]{1,4}(?![\w/]))?\s*,?\s*\(?(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm|gửi\s+kèm)"
)
_NAMED_APPENDIX = re.compile(r"[Pp]hụ\s+lục|PHỤ\s+LỤC|[Bb]iểu|kèm\s+theo|đính\s+kèm")
# A mark in brackets belongs to the word before it: with a space it is a number in a list.
_CALL = re.compile(r"(?<=[^\W\d_])\((\d{1,2})\)|(?<=[”\"\])])\((\d{1,2})\)")
_MOTTO = re.compile(
    r"C[ỘÔ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ\s+CỘNG"
)
_FEWEST_SECTIONS = 2


class _Numbered(NamedTuple):
    """A section with the number that its label is, in the series to which the label belongs."""

    section: Section
    series: str
    number: int


def _numbered(sections: Sequence[Section]) -> Iterator[list[_Numbered]]:
    """Runs of sections of one level whose labels are of one series."""
    run: list[_Numbered] = []
    for section in sections:
        series, number = _place_in_series(section.label)
        if not number:
            continue
        if run and run[-1].series != series:
            yield run
            run = []
        run.append(_Numbered(section, series, number))
    if run:
        yield run


def _place_in_series(label: str) -> tuple[str, int]:
    """The series of a label ("1.", "I", "a"), and its number there; 0 where it has none."""
    prefix, dot, last = label.rpartition(".")
    if last.isdigit():
        return f"{prefix}{dot}1", int(last)
    if _ROMAN.fullmatch(last):
        digits = [_ROMAN_DIGITS[c] for c in last]
        pairs = zip(digits, [*digits[1:], 0], strict=True)
        return "I", sum(-a if a < b else a for a, b in pairs)
    if len(last) == 1 and last in _ALPHABET:
        return "a", _ALPHABET.index(last) + 1
    return label, 0


def _runs(case: Case) -> Iterator[list[_Numbered]]:
    """The runs of all levels of the document."""
    for sections in (case.plan.sections, *(section.sections for section in case.sections)):
        yield from _numbered(sections)


def _label_place(section: Section) -> Span:
    """The beginning of a section, where its number stands."""
    start = section.span.start
    return Span(start, min(start + len(section.label), section.span.end))


@checks("S101")
def numbering_gap(case: Case) -> Iterator[Fault]:
    """A number is left out."""
    for run in _runs(case):
        for before, after in pairwise(run):
            if after.number > before.number + 1:
                label, last = after.section.label, before.section.label
                yield Fault(
                    span=_label_place(after.section),
                    related=(_label_place(before.section),),
                    message=f"Số thứ tự nhảy từ {last} đến {label}",
                    message_en=f"The numbering jumps from {last} to {label}",
                )


@checks("S102")
def numbering_repeat(case: Case) -> Iterator[Fault]:
    """A number stands twice, or the numbers go back."""
    for run in _runs(case):
        for before, after in pairwise(run):
            if after.number <= before.number:
                label, last = after.section.label, before.section.label
                yield Fault(
                    span=_label_place(after.section),
                    related=(_label_place(before.section),),
                    message=f"Sau mục {last} lại là mục {label}",
                    message_en=f"Section {label} follows section {last}",
                )


@checks("S103")
def numbering_start(case: Case) -> Iterator[Fault]:
    """The first number of a series is not the first there is."""
    for sections in (case.plan.sections, *(section.sections for section in case.sections)):
        for run in list(_numbered(sections))[:1]:
            if run[0].number > 1:
                label = run[0].section.label
                yield Fault(
                    span=_label_place(run[0].section),
                    message=f"Số thứ tự bắt đầu từ {label}",
                    message_en=f"The numbering begins with {label}",
                )


@checks("S130")
def numbering_level(case: Case) -> Iterator[Fault]:
    """A dotted number stands under a section with another first number."""
    for parent in case.sections:
        for section in parent.sections[:1]:
            prefix, dot, last = section.label.rpartition(".")
            if dot and last.isdigit() and parent.label[:1].isdigit() and prefix != parent.label:
                yield Fault(
                    span=_label_place(section),
                    related=(_label_place(parent),),
                    message=f"Mục {section.label} đứng dưới mục {parent.label}",
                    message_en=f"Section {section.label} stands under section {parent.label}",
                )


@checks("S104")
def section_empty(case: Case) -> Iterator[Fault]:
    """Nothing stands under a heading that promises something."""
    last = case.sections[-1] if case.sections else None
    for section in case.sections:
        title = section.title
        if title is None or section.body or (section is last and case.is_truncated):
            continue
        if title.isupper() or title.endswith(":"):
            yield Fault(
                span=section.title_span or section.span,
                message=f"Dưới đề mục {section.label} không có nội dung",
                message_en=f"Nothing stands under the heading {section.label}",
            )


# A section of aims ("Mục tiêu") says what the plan is for.
_PURPOSE = frozenset({Role.PURPOSE, Role.REQUIREMENTS, Role.TARGETS})
_CONTENT = frozenset({Role.CONTENT, Role.SOLUTIONS, Role.TARGETS})


def _roles(case: Case) -> frozenset[Role] | None:
    """The roles that sections have; None where too few sections or too little text says it."""
    if len(case.plan.sections) < _FEWEST_SECTIONS:
        return None
    return frozenset(role for section in case.sections for role in section.roles)


@checks("S105")
def purpose_missing(case: Case) -> Iterator[Fault]:
    """No section is about purpose or requirements."""
    roles = _roles(case)
    if roles is not None and not roles & _PURPOSE:
        yield Fault(
            span=_label_place(case.plan.sections[0]),
            message="Kế hoạch không có phần mục đích, yêu cầu",
            message_en="No section says what the plan is for",
        )


@checks("S106")
def content_missing(case: Case) -> Iterator[Fault]:
    """Every section is about purpose or about who carries it out."""
    roles = _roles(case)
    if roles is None or roles & _CONTENT:
        return
    if all(section.roles for section in case.plan.sections):
        yield Fault(
            span=_label_place(case.plan.sections[-1]),
            message="Kế hoạch không có phần nội dung, nhiệm vụ",
            message_en="No section says what is to be done",
        )


@checks("S107")
def implementation_missing(case: Case) -> Iterator[Fault]:
    """No section says who carries the plan out."""
    roles = _roles(case)
    if roles is not None and Role.IMPLEMENTATION not in roles and not case.is_truncated:
        yield Fault(
            span=_label_place(case.plan.sections[-1]),
            message="Kế hoạch không có phần tổ chức thực hiện",
            message_en="No section says who carries the plan out",
        )


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


@checks("S120")
def subject_full_stop(case: Case) -> Iterator[Fault]:
    """The subject ends as a sentence does."""
    subject = case.plan.subject
    if subject is None or not _TITLE_MARK.search(subject) or subject.endswith(".."):
        return
    place = subject_place(case)
    end = Span(place.end - 1, place.end)
    if end.of(case.text) == ".":
        yield Fault(
            span=end,
            message="Cuối trích yếu có dấu chấm",
            message_en="The subject ends with a full stop",
            edits=(Edit(end, ""),),
        )


@checks("S121")
def heading_marks_uneven(case: Case) -> Iterator[Fault]:
    """Some headings of a level end with a colon and some do not."""
    for run in _runs(case):
        headed = [n.section for n in run if n.section.title is not None]
        ending = [s for s in headed if s.title and s.title.endswith(":")]
        if not ending or len(ending) == len(headed):
            continue
        rest = [s for s in headed if s not in ending]
        odd = rest if len(rest) < len(ending) else ending
        first, *more = [s.title_span or s.span for s in odd]
        yield Fault(
            span=first,
            related=tuple(more),
            message="Đề mục cùng cấp có mục kết thúc bằng dấu hai chấm, có mục không",
            message_en="Some headings of one level end with a colon, and some do not",
        )


@checks("S126")
def motto_missing(case: Case) -> Iterator[Fault]:
    """The head has no national title."""
    if case.search(_MOTTO, case.head) is None:
        yield Fault(
            span=case.head,
            message="Đầu văn bản không có Quốc hiệu và Tiêu ngữ",
            message_en="The head bears no national title and motto",
        )


@checks("S127")
def issuer_missing(case: Case) -> Iterator[Fault]:
    """The head does not name who issues the document, nor any body."""
    if case.plan.provenance.get("issuers") is Provenance.READ:
        return
    if not any(units.find_agencies(at.of(case.text)) for at in case.parts(PartKind.LETTERHEAD)):
        yield Fault(
            span=case.head,
            message="Đầu văn bản không ghi tên cơ quan ban hành",
            message_en="The head does not name the issuing body",
        )

"""Family S: the numbers of sections, and the form of their headings (đánh số, đề mục)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from danvan.checks.catalogue import checks
from danvan.checks.places import label_place
from danvan.checks.rule import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from danvan.checks.case import Case
    from danvan.plan import Section

# The letters of points are those of the Vietnamese alphabet (NĐ 30/2020, Phụ lục I, II.6).
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


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


@checks("S101")
def numbering_gap(case: Case) -> Iterator[Fault]:
    """A number is left out."""
    for run in _runs(case):
        for before, after in pairwise(run):
            if after.number > before.number + 1:
                label, last = after.section.label, before.section.label
                yield Fault(
                    span=label_place(after.section),
                    related=(label_place(before.section),),
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
                    span=label_place(after.section),
                    related=(label_place(before.section),),
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
                    span=label_place(run[0].section),
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
                    span=label_place(section),
                    related=(label_place(parent),),
                    message=f"Mục {section.label} đứng dưới mục {parent.label}",
                    message_en=f"Section {section.label} stands under section {parent.label}",
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

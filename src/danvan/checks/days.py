"""Family D: the day of issue, and how days are written (thời gian ban hành, cách ghi ngày)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.places import PLACE_LINE, is_seat, place_line
from danvan.checks.rule import Fault
from danvan.dates import Trouble
from danvan.findings import Edit
from danvan.span import Span
from danvan.text import clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case

# Days and months of which the first has one digit where a zero belongs, or the second has a zero
# where none does: "3/6/2023", "28/03/2023".
_NUMERIC_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/]|[-.]\d)")
_IN_WORDS = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7]\b)|chủ\s+nhật)", re.IGNORECASE)
_PADDED_MONTHS = frozenset({1, 2})


@checks("D101")
def date_missing(case: Case) -> Iterator[Fault]:
    """There is no line of place and day."""
    if case.plan.issued_on is None:
        yield Fault(
            span=case.head,
            message="Văn bản không ghi ngày, tháng, năm ban hành",
            message_en="The document does not say on which day it was issued",
        )


@checks("D102")
def date_incomplete(case: Case) -> Iterator[Fault]:
    """The day or the month is left blank."""
    day = case.plan.issued_on
    if day is not None and None in {day.day, day.month, day.year}:
        yield Fault(
            span=place_line(case) or case.head,
            message=f"Thời gian ban hành ghi chưa đủ: {day}",
            message_en=f"The day of issue is incomplete: {day}",
        )


@checks("D103")
def date_impossible(case: Case) -> Iterator[Fault]:
    """A day that no calendar has."""
    for finding in case.plan.findings:
        if finding.code == "R107":
            yield Fault(span=finding.span, message=finding.message, message_en=finding.message_en)


@checks("D104")
def weekday_wrong(case: Case) -> Iterator[Fault]:
    """The weekday is another than that of the day."""
    if case.search(_WEEKDAY, Span(0, len(case.text))) is None:
        return
    for expression in case.times:
        for problem in expression.problems:
            if problem.code is Trouble.WEEKDAY_MISMATCH:
                yield Fault(
                    span=expression.span,
                    message=f"Thứ không đúng với ngày: {expression.text}",
                    message_en=f"The weekday is wrong: {expression.text} ({problem.detail})",
                )


@checks("D105")
def issue_date_padding(case: Case) -> Iterator[Fault]:
    """A zero is missing before the day or the month of issue, or one is too many."""
    place = place_line(case)
    if place is None:
        return
    view = clean(place.of(case.text))
    match = PLACE_LINE.match(view.text)
    if match is None:
        return
    for name, told in (("day", ("Ngày", "day")), ("month", ("Tháng", "month"))):
        printed = match[name]
        if not printed.isdigit() or printed == _padded(int(printed), name):
            continue
        span = view.span(*match.span(name))
        at = Span(place.start + span.start, place.start + span.end)
        right = _padded(int(printed), name)
        yield Fault(
            span=at,
            message=f"{told[0]} ban hành ghi {printed}, đúng là {right}",
            message_en=f"The {told[1]} of issue is written {printed} instead of {right}",
            edits=(Edit(at, right),),
        )


def _padded(number: int, what: str) -> str:
    """A day or month as it is to be written."""
    pads = what == "day" or number in _PADDED_MONTHS
    return f"{number:02}" if pads else str(number)


@checks("D106")
def date_padding(case: Case) -> Iterator[Fault]:
    """A numeric day is padded otherwise than the rule has it."""
    for at in case.search_all(_NUMERIC_DAY, Span(0, len(case.text))):
        printed = at.of(case.text)
        day, month, year = printed.split("/")
        right = f"{_padded(int(day), 'day')}/{_padded(int(month), 'month')}/{year}"
        if right != printed:
            yield Fault(
                span=at,
                message=f"Ngày ghi {printed}, nên ghi {right}",
                message_en=f"The day is written {printed}; the rule has {right}",
                edits=(Edit(at, right),),
            )


@checks("D107")
def place_against_issuer(case: Case) -> Iterator[Fault]:
    """The place is no part of the issuer's territory, nor its name."""
    place = case.plan.place
    units = [a.unit for a in case.plan.issuers if a.unit is not None and a.unit.name]
    if place is None or not units:
        return
    if any(is_seat(place, unit) for unit in units):
        return
    # "Bệnh viện đa khoa khu vực Long Sơn", a body of the province, at Long Sơn
    if any(folded(place) in a.key for a in case.plan.issuers):
        return
    names = ", ".join(unit.full_name for unit in units)
    yield Fault(
        span=place_line(case) or case.head,
        message=f"Địa danh là {place}, cơ quan ban hành ở {names}",
        message_en=f"The place is {place}, and the issuer is of {names}",
    )


@checks("D113")
def date_styles_mixed(case: Case) -> Iterator[Fault]:
    """Some days of cited documents are written with slashes, some in words."""
    styles: dict[str, list[Span]] = {"slashes": [], "words": []}
    for citation in case.plan.citations:
        for style, pattern in (("slashes", _NUMERIC_DAY), ("words", _IN_WORDS)):
            at = case.search(pattern, citation.extent)
            if at is not None:
                styles[style].append(at)
    if not all(styles.values()):
        return
    count = Counter({style: len(spans) for style, spans in styles.items()})
    rarer = min(count, key=lambda style: (count[style], -styles[style][0].start))
    other = styles["words" if rarer == "slashes" else "slashes"][0]
    first, *more = styles[rarer]
    yield Fault(
        span=first,
        related=(other, *more),
        message="Ngày của văn bản viện dẫn viết theo hai cách",
        message_en="The days of cited documents are written in two ways",
    )

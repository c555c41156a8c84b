"""`scan`, `find` and `parse`: time expressions in a text."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from danvan.dates import context
from danvan.dates.expression import Problem, TimeExpression, Trouble
from danvan.dates.partial import PartialDate
from danvan.dates.phrases import phrase
from danvan.dates.resolve import resolve
from danvan.dates.tokens import Stretch, stretches
from danvan.errors import ParseError
from danvan.span import Span
from danvan.text import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.dates.clause import Clause
    from danvan.dates.reckon import Resolved

Reference = PartialDate | datetime.date | None

# What no expression begins with.
_INNER = frozenset(
    {"/", "-", ".", ",", ":", "(", ")", "'", "+", "…", "chain", "h", "phút", "lần", "làm việc",
     "mươi", "trăm", "nghìn", "linh", "la mã", "giêng", "chạp", "tết", "nhuận", "âm lịch",
     "dương lịch",
     "trở đi", "là", "và", "của", "liên tục", "này", "tới", "qua", "can chi", "báo cáo", "so với",
     "khi", "thời điểm", "giờ", "cuối cùng", "lễ"}
)  # fmt: skip

# What may be an expression with nothing behind it; what ends one that begins with a number; what
# "các" gathers.
_NUMERALS = frozenset({"n", "số", "mười"})
_ALONE = frozenset({"hôm", "thường niên", "thường xuyên"})
_NEVER_BEHIND_NUMBER = frozenset({",", ")", "của", "các", "trong", "và"})
_GATHERED = frozenset({"ngày", "tháng", "quý", "năm"})


def scan(text: str, reference: Reference = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a reading text (`danvan.text.reading`), with their places in it.

    Args:
        text: a reading text.
        reference: the day of the document: where a year is missing it is that day's year, and
            "hôm nay", "quý này" count from it. Without it, an incomplete date stays incomplete.

    Returns:
        The expressions in the order of the text; they do not overlap. Never raises.
    """
    if isinstance(reference, datetime.date):
        reference = PartialDate.of(reference)
    return tuple(
        expression
        for stretch in stretches(text)
        for clause in _clauses(stretch)
        if (expression := _expression(stretch, clause, reference)) is not None
    )


def find(text: str, reference: Reference = None) -> tuple[TimeExpression, ...]:
    """The time expressions of any text, in order, with their places in it.

    >>> [e.text for e in find("Báo cáo trước ngày 20/6/2022 và trong quý IV năm 2022.")]
    ['trước ngày 20/6/2022', 'trong quý IV năm 2022']

    Args:
        text: any text, as it was given.
        reference: the day of the document, see `scan`.

    Returns:
        The expressions; ``text[e.span.start:e.span.end] == e.text`` for each. Never raises.
    """
    view = reading(text)
    return tuple(expression.moved(view) for expression in scan(view.text, reference))


def parse(text: str, reference: Reference = None) -> TimeExpression:
    """The one time expression of a text; words around it are allowed.

    >>> parse("chậm nhất ngày 25 tháng 7 năm 2021").latest
    Date(2021, 7, 25)
    >>> parse("ngày 31/4/2024").value is None
    True

    Args:
        text: a text with one expression.
        reference: the day of the document, see `scan`.

    Returns:
        The expression; where it names a day that cannot be, its ``value`` is None and its
        ``problems`` say why.

    Raises:
        ParseError: if there is none, or more than one.
    """
    found = find(text, reference)
    if len(found) == 1:
        return found[0]
    if not found:
        raise ParseError("expected a date, a period, a deadline or a cycle", text=text)
    raise ParseError(f"expected one time expression, found {len(found)}", text=text,
                     span=found[1].span)  # fmt: skip


def _clauses(t: Stretch) -> Iterator[Clause]:
    """The readings of a stretch, from left to right."""
    i, size = 0, len(t)
    while i < size:
        kind, following = t.kinds[i], t.kinds[i + 1]
        if (
            kind in _INNER
            or (not following and kind not in _ALONE)
            or (kind == "n" and following in _NEVER_BEHIND_NUMBER)
            or (kind == "các" and following not in _GATHERED)
            or (i in t.bare and t.low[t.starts[i] - 1 : t.starts[i]] in {"/", "-"})
        ):
            i += 1
            continue
        read = phrase(t, i)
        found = [c for c in read if context.stands(t, c)]
        if not found:
            i = max(i + 1, read[0].stop) if read and kind in _NUMERALS else i + 1
            continue
        for clause in found:
            if context.names_anniversary(t, clause) and clause.to is not None:
                clause.points, clause.to = [clause.points[0], clause.to], None
        yield from found
        last = found[-1]
        i = max(last.stop, i + 1)
        if last.anchor_end is not None:
            while i < size and t.starts[i] < last.anchor_end:
                i += 1


def _expression(t: Stretch, clause: Clause, reference: PartialDate | None) -> TimeExpression | None:
    result = resolve(clause, reference)
    _notice_repairs(t, clause, result)
    if result.value is None and not result.problems:
        return None
    start = t.starts[clause.begin] if clause.event_begin is None else clause.event_begin
    end = clause.anchor_end or t.ends[clause.stop - 1]
    if t.kinds[clause.stop - 1] == "…" and t.text[end - 2 : end] == "….":
        end -= 1
    point = clause.points[0] if clause.points else None
    return TimeExpression(
        text=t.text[start:end],
        span=Span(start, end),
        value=result.value,
        relation=clause.relation,
        recurrence=clause.cycle if clause.points else None,
        time=clause.time if point is None else point.time,
        end_time=None if point is None else point.end_time,
        part_of_day=None if point is None else point.part_of_day,
        lunar=result.lunar,
        counted_from=result.counted_from,
        completion=clause.completion,
        problems=tuple(result.problems),
        alternatives=tuple(result.alternatives),
    )


def _notice_repairs(t: Stretch, clause: Clause, result: Resolved) -> None:
    if t.repaired and any(i in t.repaired for i in range(clause.begin, clause.stop)):
        printed = t.text[t.starts[clause.begin] : t.ends[clause.stop - 1]]
        result.problems.append(Problem(Trouble.REPAIRED, printed))

"""Provenance: how each field of a head and closing came to its value (nguồn gốc)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates import Period, TimeExpression
from danvan.plan.model import Provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# "xây dựng Kế hoạch công tác dân vận năm 2024 như sau": what the preamble says is planned.
_PLANNED = re.compile(
    r"\b(?:ban hành|xây dựng|lập|đề ra|thống nhất)\b[^.;\ufdd0]{0,60}?"
    r"\b[Kk]ế hoạch\b[^.;\ufdd0]{0,300}"
)
_DRAFT = re.compile(r"d\s?ự\s+th\s?ảo", re.IGNORECASE)


def told(values: dict[str, object]) -> dict[str, Provenance]:
    """Each field is read where it has a value, else absent.

    >>> told({"place": "Hồng Hà", "signatures": ()})
    {'place': <Provenance.READ: 'read'>, 'signatures': <Provenance.ABSENT: 'absent'>}
    """
    return {
        name: Provenance.READ if value not in (None, (), "", False) else Provenance.ABSENT
        for name, value in values.items()
    }


def of_draft(*, draft: bool, head: Iterable[str]) -> Provenance:
    """A draft is read from its mark; one that only lacks its number is inferred."""
    if not draft:
        return Provenance.ABSENT
    marked = any(_DRAFT.search(line) for line in head)
    return Provenance.READ if marked else Provenance.INFERRED


def period_of(
    text: str,
    times: tuple[TimeExpression, ...],
    subject: tuple[int, int] | None,
    preamble: tuple[int, int],
    is_cited: Callable[[int], bool],
) -> tuple[Period | None, Provenance]:
    """The time that a plan is for, as its subject names it, or else its preamble.

    Args:
        text: the reading text.
        times: the time expressions in it.
        subject: the range of the subject.
        preamble: the range of the preamble.
        is_cited: whether an offset lies in a citation.
    """
    if subject is not None:
        named = _periods(times, *subject, is_cited)
        if named:
            return _narrowest(named), Provenance.READ
    for match in _PLANNED.finditer(text, *preamble):
        named = _periods(times, match.start(), match.end(), is_cited)
        if named:
            return _narrowest(named), Provenance.INFERRED
    return None, Provenance.ABSENT


def _periods(
    times: tuple[TimeExpression, ...], start: int, end: int, is_cited: Callable[[int], bool]
) -> list[Period]:
    return [
        t.value
        for t in times
        if start <= t.span.start < end
        and isinstance(t.value, Period)
        and not is_cited(t.span.start)
    ]


def _narrowest(named: list[Period]) -> Period:
    """The last period, or one before it that lies within: a year of a programme's term."""
    last = named[-1]
    for period in named[:-1]:
        if _within(period, last):
            last = period
    return last


def _within(inner: Period, outer: Period) -> bool:
    first, last = inner.earliest, inner.latest
    begins, ends = outer.earliest, outer.latest
    if first is None or last is None or begins is None or ends is None:
        return False
    return begins <= first and last <= ends and (first, last) != (begins, ends)

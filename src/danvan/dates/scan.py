"""Finding time expressions in a reading text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates.expression import TimeExpression
from danvan.dates.partial import PartialDate
from danvan.dates.unit import Relation
from danvan.errors import ParseError
from danvan.span import Span
from danvan.text import reading

if TYPE_CHECKING:
    import datetime

_DAY = re.compile(
    r"(?P<before>(?i:trước) )?(?:(?i:ngày)[ \n])?(?P<day>\d{1,2})(?:[/.-]| tháng )"
    r"(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})(?!\d)"
)


def scan(
    text: str, reference: PartialDate | datetime.date | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a reading text, in order, with their places in it."""
    del reference
    found = []
    for match in _DAY.finditer(text):
        try:
            day = PartialDate(
                year=int(match["year"]), month=int(match["month"]), day=int(match["day"])
            )
        except ValueError:
            continue
        found.append(
            TimeExpression(
                text=match.group(),
                span=Span(*match.span()),
                value=day,
                relation=Relation.BEFORE if match["before"] else None,
            )
        )
    return tuple(found)


def find(
    text: str, reference: PartialDate | datetime.date | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of any text, in order, with their places in it."""
    view = reading(text)
    return tuple(e.moved(view) for e in scan(view.text, reference))


def parse(text: str, reference: PartialDate | datetime.date | None = None) -> TimeExpression:
    """The one time expression of a text.

    Raises:
        ParseError: if there is none, or more than one.
    """
    found = find(text, reference)
    if len(found) != 1:
        raise ParseError(f"expected one time expression, found {len(found)}", text=text)
    return found[0]

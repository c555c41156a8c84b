"""Number series: within which time a number is given once (dãy số của văn bản).

State documents without a year in the number are numbered anew every calendar year (NĐ 30/2020,
Điều 15), those of the Party every term of the committee (HD 36-HD/VPTW, HD 05-HD/VPTW).
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from typing import TYPE_CHECKING

from danvan.instruments.number import NumberStyle
from danvan.instruments.symbols import issuing_level

if TYPE_CHECKING:
    from danvan.dates import PartialDate
    from danvan.instruments.number import DocumentNumber

# The days on which the terms of the central committee began: the ends of the congresses VIII to
# XIV (general knowledge).
_TERMS = (
    datetime.date(1996, 7, 1),
    datetime.date(2001, 4, 22),
    datetime.date(2006, 4, 25),
    datetime.date(2011, 1, 19),
    datetime.date(2016, 1, 28),
    datetime.date(2021, 2, 1),
    datetime.date(2026, 1, 23),
)


def names_one_body(number: DocumentNumber) -> bool:
    """Whether the symbol says which body issued the document.

    ``TTg`` does; ``UBND`` and ``TU`` are those of every province, ``SNV`` that of every department.

    >>> from danvan.instruments.number import DocumentNumber
    >>> names_one_body(DocumentNumber.parse("33/CT-TTg"))
    True
    >>> names_one_body(DocumentNumber.parse("322/KH-UBND"))
    False
    """
    return bool(number.issuers) and all(
        issuing_level(issuer) == "central" for issuer in number.issuers
    )


def may_be_of_one_series(number: DocumentNumber, one: PartialDate, other: PartialDate) -> bool:
    """Whether two days lie in one series of that number, so that it was given once.

    False where that is not known: the terms of local committees begin on days of their own.
    """
    first, second = one.earliest, other.earliest
    if first is None or second is None:
        return False
    if number.year is not None:
        return True
    if number.style is not NumberStyle.PARTY:
        return first.year == second.year
    return names_one_body(number) and _term(first) == _term(second) != 0


def _term(day: datetime.date) -> int:
    return bisect_right(_TERMS, day)

"""What follows a number: date and issuer ("ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng")."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from danvan import dates
from danvan.dates import PartialDate, TimeExpression
from danvan.instruments.bodies import Issuer, read_issuer
from danvan.instruments.congress import read_congress

if TYPE_CHECKING:
    from collections.abc import Sequence

# A plain day, and what shows that nothing goes on with it: "ngày 03/6/2013 của ...".
_PLAIN_DAY = re.compile(
    r"ngày (?P<day>[0-9]{1,2})(?:/(?P<month>[0-9]{1,2})/| tháng (?P<month_>[0-9]{1,2}) năm )"
    r"(?P<year>(?:19|20)[0-9]{2})(?=[;)]| (?:của|về|quy|sửa|ban hành|hướng|phê)(?!\w)|\Z)"
)
_LONGEST_DATE = 56
_NGAY = len("ngày ")

# A footnote mark may stand between: "1847/QĐ-TTg(2) của ...".
MARK = r"(?:[ \n]?[(\[][0-9]{1,2}[)\]]|[0-9]{1,2}(?=[ \n,])|[⁰¹²³⁴-⁹]{1,2})?"
# Examples: " ngày ", ", ngày ", " (ngày ", " ban hành ngày ".
_DATE = re.compile(
    rf"{MARK}[ \n]?,?[ \n]?(?P<open>\()?(?:(?:được[ \n])?(?:ban[ \n]hành|ký|đề)[ \n])?"
    r"(?P<date>ngày(?=[ \n]?(?:[0-9]{1,2}|[.…_ ]{0,12})[ \n]?(?:[/.-][ ]?[0-9.…]|tháng(?!\w))))",
    re.IGNORECASE,
)
# Examples: ", 26/11/2021", " 26/11/2021".
_BARE_DATE = re.compile(r",?[ \n](?P<date>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?!\w))")
# " tháng 6 năm 2013", " tháng 6/2013"
_MONTH = re.compile(r",?[ \n](?P<date>tháng[ \n][0-9]{1,2}(?:/|[ \n]năm[ \n])[0-9]{4}(?!\w))")
_YEAR = re.compile(r",?[ \n]năm[ \n][0-9]{4}(?![\w/])")
_ISSUER = re.compile(rf"{MARK},?[ \n](?P<link>của|giữa|do)[ \n]", re.IGNORECASE)
# The issuer without "của": "..., ngày 03/6/2013, Ban Bí thư về ...".
_BARE_ISSUER = re.compile(rf"{MARK},?[ \n]")
_ABOUT = re.compile(r"[ \n]về[ \n]")
# A session is named nowhere else: "ngày 24/11/2023 Hội nghị lần thứ tám Ban Chấp hành Trung ương".
_SESSION = re.compile(r"Hội[ \n]nghị[ \n]lần[ \n]thứ[ \n]", re.IGNORECASE)
_ISSUED = re.compile(r"[ \n](?:ký[ \n])?ban[ \n]hành(?!\w)")


# Right after a number or a name: neither date nor issuer follows.
_NO_TAIL = frozenset(';.:”"')


class Tail(NamedTuple):
    """The date and the issuer after a number, and where they end."""

    end: int
    issued_on: PartialDate | None = None
    issuer: str | None = None
    problems: tuple[str, ...] = ()


class FoundDate(NamedTuple):
    """A date in a text: None as its value where the text names a day that cannot be."""

    value: PartialDate | None
    end: int


class Dates:
    """The dates of one text: those found before, and those found where they are needed."""

    def __init__(self, text: str, times: Sequence[TimeExpression] | None) -> None:
        self._text = text
        self._times = times or ()
        self._starts = [time.span.start for time in self._times]

    def at(self, pos: int) -> FoundDate | None:
        """The date that begins at ``pos``, or with the figures after the word "ngày" there."""
        plain = _PLAIN_DAY.match(self._text, pos)
        if plain is not None:
            month = plain["month"] or plain["month_"]
            return FoundDate(_day(plain["year"], month, plain["day"]), plain.end())
        index = bisect_left(self._starts, pos)
        before = self._times[index : index + 1]
        found = _first_date(before, pos, 0)
        if found is not None:
            return found
        return _first_date(dates.scan(self._text[pos : pos + _LONGEST_DATE]), 0, pos)


@lru_cache(maxsize=4096)
def _day(year: str, month: str, day: str) -> PartialDate | None:
    try:
        return PartialDate(year=int(year), month=int(month), day=int(day))
    except ValueError:
        return None


def _first_date(times: Sequence[TimeExpression], pos: int, offset: int) -> FoundDate | None:
    """The first expression if it begins at ``pos`` and is a date, its end moved by ``offset``."""
    first = times[0] if times else None
    if first is None or not pos <= first.span.start <= pos + _NGAY:
        return None
    if first.value is None or isinstance(first.value, PartialDate):
        return FoundDate(first.value, first.span.end + offset)
    return None


def read_tail(text: str, pos: int, dates_of: Dates, *, joint: bool = False) -> Tail:
    """The date and the issuer that follow at ``pos``, in either order.

    Args:
        text: a reading text.
        pos: the end of the number or name.
        dates_of: the dates of that text.
        joint: whether the number is that of several bodies.
    """
    tail = Tail(pos)
    if text[pos : pos + 1] in _NO_TAIL:
        return tail
    for _ in range(2):
        if tail.issued_on is None:
            tail = _with_date(text, tail, dates_of)
        if tail.issuer is None:
            tail = _with_issuer(text, tail, joint=joint)
    return tail


def _with_date(text: str, tail: Tail, dates_of: Dates) -> Tail:
    lead = _DATE.match(text, tail.end) or _BARE_DATE.match(text, tail.end)
    lead = lead or _MONTH.match(text, tail.end)
    if lead is None:
        return tail
    start = lead.start("date")
    found = dates_of.at(start)
    if found is None:
        return tail
    end = found.end
    if "open" in lead.groupdict() and lead["open"]:
        if text[end : end + 1] != ")":
            return tail
        end += 1
    problems = tail.problems if found.value else (*tail.problems, "impossible-date")
    return tail._replace(end=end, issued_on=found.value, problems=problems)


def _with_issuer(text: str, tail: Tail, *, joint: bool) -> Tail:
    year = _YEAR.match(text, tail.end)
    lead = _ISSUER.match(text, year.end() if year else tail.end)
    if lead is None:
        return _with_bare_issuer(text, tail)
    link = lead["link"].lower()
    issuer = read_issuer(text, lead.end(), joint=joint or link == "giữa")
    issuer = issuer or _congress(text, lead.end())
    if issuer is None:
        return tail
    end = issuer.end
    if link == "do":
        issued = _ISSUED.match(text, end)
        if issued is None:
            return tail
        end = issued.end()
    name = " ".join(text[issuer.start : issuer.end].split())
    return tail._replace(end=end, issuer=name)


def _congress(text: str, pos: int) -> Issuer | None:
    """The congress that issued a resolution: "của Đại hội Đảng bộ huyện lần thứ XX"."""
    end = read_congress(text, pos)
    return None if end is None else Issuer(pos, end)


def _with_bare_issuer(text: str, tail: Tail) -> Tail:
    lead = _BARE_ISSUER.match(text, tail.end) if tail.issued_on else None
    issuer = read_issuer(text, lead.end()) if lead else None
    if issuer is None or not (_ABOUT.match(text, issuer.end) or _SESSION.match(text, issuer.start)):
        return tail
    return tail._replace(end=issuer.end, issuer=" ".join(text[issuer.start : issuer.end].split()))

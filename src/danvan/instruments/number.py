"""`DocumentNumber`: the number and symbol of a document."""

from __future__ import annotations

import enum
import re
from functools import total_ordering
from typing import TYPE_CHECKING

import attrs

from danvan.errors import ParseError
from danvan.instruments.kinds import kinds_of
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

GROUP = r"[^\W\d_](?:[^\W_]|&){0,23}"
_SYMBOL = re.compile(rf"[/-]{GROUP}(?:[/.-]{GROUP}){{0,7}}")
_SERIAL = re.compile(r"(?:[0-9]{1,7}(?:\.[0-9]{1,4})?)?")
_LETTER = re.compile(r"[A-Za-zĐđ]?")
_SEPARATORS = re.compile(r"[/.-]")
_LEGISLATURE = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}")
_CONGRESS = re.compile(r"ĐH(?:ĐB)?(?:[0-9]{1,2}|[IVX]{1,6})?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class NumberStyle(enum.StrEnum):
    """After which model a number is formed (kiểu số, ký hiệu).

    ``state``: ``322/KH-UBND`` (NĐ 30/2020, Phụ lục III). ``normative``: with a year or the
    legislature, ``04/2015/NĐ-CP`` (NĐ 78/2025), and consolidated texts. ``party``: ``25-NQ/TW``
    (HD 36-HD/VPTW). ``letter``: of a công văn, whose symbol names no kind, ``70/UBND-HC``.
    ``congress``: of a congress, ``01-NQ/ĐH``.
    """

    STATE = "state"
    NORMATIVE = "normative"
    PARTY = "party"
    LETTER = "letter"
    CONGRESS = "congress"


def _serial_value(serial: str) -> tuple[int, ...]:
    return tuple(int(part) for part in serial.split(".") if part)


def _of_form(pattern: re.Pattern[str], what: str) -> Callable[[object, object, str], None]:
    def check(_number: object, _attribute: object, value: str) -> None:
        if pattern.fullmatch(value) is None:
            msg = f"not the {what} of a document number: {value!r}"
            raise ValueError(msg)

    return check


def _of_our_time(_number: object, _attribute: object, year: int | None) -> None:
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        msg = f"not the year of a document number: {year}"
        raise ValueError(msg)


@total_ordering
@attrs.frozen(kw_only=True, order=False, repr=False)
class DocumentNumber:
    """The number and symbol of a document (số, ký hiệu).

    ``serial`` is as printed, zeros included, and blank in drafts; equality ignores the zeros.
    ``letter`` follows it (``12a``). ``symbol`` is the rest with its separators, the first included
    (``/KH-UBND``, ``-NQ/TW``). D and Đ are different letters.

    >>> number = DocumentNumber.parse("04/2015/NĐ-CP")
    >>> number.year, number.kind_abbreviation, number.issuers
    (2015, 'NĐ', ('CP',))
    >>> number == DocumentNumber.parse("4/2015/NĐ-CP")
    True
    """

    serial: str = attrs.field(
        default="", eq=_serial_value, validator=_of_form(_SERIAL, "serial number")
    )
    letter: str = attrs.field(default="", validator=_of_form(_LETTER, "letter"))
    year: int | None = attrs.field(default=None, validator=_of_our_time)
    symbol: str = attrs.field(validator=_of_form(_SYMBOL, "symbol"))

    def __attrs_post_init__(self) -> None:
        if self.letter and not self.serial:
            msg = "a letter follows a serial number, and there is none"
            raise ValueError(msg)
        if self.year is not None and self.symbol.startswith("-"):
            msg = "a year is followed by a slash"
            raise ValueError(msg)

    def __str__(self) -> str:
        year = "" if self.year is None else f"/{self.year}"
        return f"{self.serial}{self.letter}{year}{self.symbol}"

    def __repr__(self) -> str:
        return f"DocumentNumber.parse({str(self)!r})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DocumentNumber):
            return NotImplemented
        return self._rank < other._rank

    @property
    def _rank(self) -> tuple[int, str, tuple[int, ...], str]:
        return self.year or 0, self.symbol, _serial_value(self.serial), self.letter

    @property
    def groups(self) -> tuple[str, ...]:
        """The parts of the symbol: ``("KH", "UBND")``."""
        return tuple(_SEPARATORS.split(self.symbol[1:]))

    @property
    def separators(self) -> tuple[str, ...]:
        """What stands before each group: ``("/", "-")``."""
        return tuple(_SEPARATORS.findall(self.symbol))

    @property
    def kind_abbreviation(self) -> str | None:
        """The abbreviation of the kind (``KH``), or None where the symbol has none."""
        first = self.groups[0]
        return first if len(self.groups) > 1 and kinds_of(first) else None

    @property
    def issuers(self) -> tuple[str, ...]:
        """The abbreviations of the bodies that issued the document, ``("BDVTU", "UBND")``."""
        return _parted(self)[0]

    @property
    def suffix(self) -> str | None:
        """What follows the issuers: the unit that drafted it or its field, ``HC``."""
        return _parted(self)[1]

    @property
    def style(self) -> NumberStyle:
        """After which model the number is formed."""
        if any(_CONGRESS.fullmatch(group) for group in self.groups[1:]):
            return NumberStyle.CONGRESS
        if self.symbol.startswith("-"):
            return NumberStyle.PARTY
        if (
            self.year is not None
            or self.groups[0] == "VBHN"
            or _LEGISLATURE.fullmatch(self.groups[0])
        ):
            return NumberStyle.NORMATIVE
        return NumberStyle.LETTER if self.kind_abbreviation is None else NumberStyle.STATE

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """The number that a text is, stray spaces and the like put right.

        >>> str(DocumentNumber.parse("290- QĐ/TW"))
        '290-QĐ/TW'

        Raises:
            ParseError: if the text is no document number, or has more than one in it.
        """
        found = re.fullmatch(
            rf"([0-9]{{1,7}}(?:\.[0-9]{{1,4}})?)?([A-Za-zĐđ])?(?:/([12][0-9]{{3}}))?({_SYMBOL.pattern})",
            text.strip().replace(" ", "").replace("–", "-"),
        )
        if found is None:
            raise ParseError(
                "a document number, such as 322/KH-UBND", text=text, span=Span(0, len(text))
            )
        serial, letter, year, symbol = found.groups()
        try:
            return cls(
                serial=serial or "",
                letter=letter or "",
                year=int(year) if year else None,
                symbol=symbol,
            )
        except ValueError as error:
            raise ParseError(str(error), text=text) from error


_JOINT = frozenset(
    {"TTLT", "NQLT", "QCPH", "KHPH", "CTrPH", "CTPH", "KHLT", "HDLT", "KHLN", "HDLN"}
)


def _parted(number: DocumentNumber) -> tuple[tuple[str, ...], str | None]:
    """The issuers and the suffix of a number."""
    groups = number.groups
    rest = groups[1:] if number.kind_abbreviation else groups
    if len(rest) < 2 or groups[0] in _JOINT:
        return rest, None
    return rest[:-1], rest[-1]

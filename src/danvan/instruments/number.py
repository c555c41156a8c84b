"""`DocumentNumber`: the number and symbol of a document."""

from __future__ import annotations

import enum
import re
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, NamedTuple

import attrs

from danvan.errors import ParseError
from danvan.instruments.grammar import LONGEST_GROUP, MOST_GROUPS, Printed, read_printed
from danvan.instruments.kinds import kinds_of
from danvan.instruments.symbols import CONGRESS, LEGISLATURE, canonical_group, is_known_issuer
from danvan.span import Span
from danvan.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

_SERIAL = re.compile(r"(?:[0-9]{1,6}(?:\.[0-9]{1,3})?)?")
# Not the letters that are read for 0 and 1.
_LETTER = re.compile(r"[A-HJ-NP-Za-km-np-zĐđ]?")
_THOUSANDS = re.compile(r"\A[1-9][0-9]{0,2}\.[0-9]{3}")
_SYMBOL = re.compile(r"(?:[/-][^\W\d_](?:[^\W_]|&(?=[^\W\d_]))*)+")
_SEPARATORS = re.compile(r"[/-]")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# The longest number there can be, and room for stray spaces.
_LONGEST = 400


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


def _well_written(_number: object, _attribute: object, symbol: str) -> None:
    _of_form(_SYMBOL, "symbol")(_number, _attribute, symbol)
    groups = _SEPARATORS.split(symbol[1:])
    if len(groups) > MOST_GROUPS:
        msg = f"more than {MOST_GROUPS} groups: {symbol!r}"
        raise ValueError(msg)
    for index, group in enumerate(groups):
        if len(group) > LONGEST_GROUP or canonical_group(group, first=not index) != (group, None):
            msg = f"not an abbreviation as it is written: {group!r} in {symbol!r}"
            raise ValueError(msg)


@total_ordering
@attrs.frozen(kw_only=True, order=False, repr=False, cache_hash=True)
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
    symbol: str = attrs.field(validator=_well_written)

    def __attrs_post_init__(self) -> None:
        if self.letter and not self.serial:
            msg = "a letter follows a serial number, and there is none"
            raise ValueError(msg)
        if self.year is None and _THOUSANDS.search(self.serial):
            msg = "a decimal serial number of three digits is followed by a year"
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
        return _parted(self.symbol).groups

    @property
    def separators(self) -> tuple[str, ...]:
        """What stands before each group: ``("/", "-")``."""
        return tuple(_SEPARATORS.findall(self.symbol))

    @property
    def kind_abbreviation(self) -> str | None:
        """The abbreviation of the kind (``KH``), or None where the symbol has none."""
        return _parted(self.symbol).kind_abbreviation

    @property
    def issuers(self) -> tuple[str, ...]:
        """The abbreviations of the bodies that issued the document, ``("BDVTU", "UBND")``."""
        return _parted(self.symbol).issuers

    @property
    def suffix(self) -> str | None:
        """What follows the issuers: the unit that drafted it or its field, ``HC``."""
        return _parted(self.symbol).suffix

    @property
    def style(self) -> NumberStyle:
        """After which model the number is formed."""
        if any(CONGRESS.fullmatch(group) for group in self.groups[1:]):
            return NumberStyle.CONGRESS
        if self.symbol.startswith("-"):
            return NumberStyle.PARTY
        if (
            self.year is not None
            or self.groups[0] == "VBHN"
            or LEGISLATURE.fullmatch(self.groups[0])
        ):
            return NumberStyle.NORMATIVE
        return NumberStyle.LETTER if self.kind_abbreviation is None else NumberStyle.STATE

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """The number that a text is; stray spaces and the like are put right.

        >>> str(DocumentNumber.parse("290- QĐ/TW"))
        '290-QĐ/TW'

        Raises:
            ParseError: if the text is no document number, or has more than one in it.
        """
        plain = clean(text).text.strip() if len(text) <= _LONGEST else ""
        printed = read_printed(plain, 0) if plain else None
        if printed is None:
            raise ParseError("a document number, such as 322/KH-UBND", text=text)
        if printed.end != len(plain):
            end = min(printed.end + len(text) - len(text.lstrip()), len(text))
            raise ParseError("nothing after the number", text=text, span=Span(end, len(text)))
        return _number_of(printed)


class PrintedNumber(NamedTuple):
    """A number in a text: its value, where it stands, what is wrong with how it is written."""

    number: DocumentNumber
    span: Span
    problems: tuple[str, ...]


def read_number(text: str, pos: int = 0) -> PrintedNumber | None:
    """The number printed at ``pos`` of a reading text, spaces before it skipped; None if none is.

    This is for places where a number is expected, such as after "Số:". A blank serial is read
    (``/KH-UBND``, ``.../QĐ-UBND``). ``problems`` are codes: ``stray-space``, ``line-break``,
    ``dash``, ``dot``, ``case``, ``d-for-đ``, ``homoglyph``, ``blank-serial``.

    >>> read_number("Số: 614 /KH-UBND", 3).problems
    ('stray-space',)
    """
    start = pos
    while start < len(text) and text[start] in " \n":
        start += 1
    printed = read_printed(text, start)
    if printed is None:
        return None
    return PrintedNumber(_number_of(printed), Span(printed.start, printed.end), printed.problems)


def _number_of(printed: Printed) -> DocumentNumber:
    return _number(printed.serial, printed.letter, printed.year, printed.symbol)


@lru_cache(maxsize=4096)
def _number(serial: str, letter: str, year: int | None, symbol: str) -> DocumentNumber:
    return DocumentNumber(serial=serial, letter=letter, year=year, symbol=symbol)


class _Symbol(NamedTuple):
    groups: tuple[str, ...]
    kind_abbreviation: str | None
    issuers: tuple[str, ...]
    suffix: str | None


@lru_cache(maxsize=4096)
def _parted(symbol: str) -> _Symbol:
    """A symbol in its parts.

    The first group after the kind is an issuer, and so are known bodies right after it. In the
    symbol of a công văn only the first group is.
    """
    groups = tuple(_SEPARATORS.split(symbol[1:]))
    kind = groups[0] if len(groups) > 1 and kinds_of(groups[0]) else None
    rest = groups[1:] if kind else groups
    known = next((i for i, g in enumerate(rest) if i and not is_known_issuer(g)), len(rest))
    count = known if kind else 1
    return _Symbol(groups, kind, rest[:count], "-".join(rest[count:]) or None)

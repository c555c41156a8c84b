"""The gazetteer (danh mục đơn vị hành chính): all units through time, in ``data/units.tsv``.

A row is a unit during one validity; its successors are those of the day after its last. Rows are
text until a unit is asked for. What follows in time never overlaps, so that a chain of successors
names each day's units once.
"""

from __future__ import annotations

import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING

import attrs

from danvan.text import folded
from danvan.units.phrases import lines
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: How the data file writes the kinds.
_KINDS = {
    "T": UnitKind.PROVINCE,
    "TP": UnitKind.CITY,
    "H": UnitKind.DISTRICT,
    "Q": UnitKind.URBAN_DISTRICT,
    "TX": UnitKind.TOWN,
    "X": UnitKind.COMMUNE,
    "P": UnitKind.WARD,
    "TT": UnitKind.TOWNSHIP,
    "DK": UnitKind.SPECIAL_ZONE,
}
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}
_ONE_DAY = datetime.timedelta(days=1)

_VOWELS = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
    "d": "đ",
}
_BARE = {ord(char): plain for plain, marked in _VOWELS.items() for char in marked}
_JOINS = dict.fromkeys(map(ord, " '’ʼ`.-–"))


def letters_of(name: str) -> str:
    """A name as it is compared: folded, without spaces, hyphens and apostrophes.

    >>> letters_of("Ea H’Leo") == letters_of("Ea H'leo")
    True
    """
    return folded(name).translate(_JOINS)


def bare_letters_of(name: str) -> str:
    """A name as it is looked up: `letters_of` without diacritics.

    >>> bare_letters_of("Bà Rịa - Vũng Tàu")
    'bariavungtau'
    """
    return letters_of(name).translate(_BARE)


@attrs.frozen
class Row:
    """A row of the data file."""

    code: str
    kind: str
    name: str
    parent: str
    begins: str
    ends: str
    heirs: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> Row:
        """The row that a line holds."""
        code, kind, name, parent, begins, ends, heirs = line.split("\t")
        return cls(code, kind, name, parent, begins, ends, tuple(heirs.split()))

    def is_valid(self, day: str) -> bool:
        """Whether the unit existed on a day in ISO form, as far as that is known."""
        return self.begins <= day and (not self.ends or day <= self.ends)

    def overlaps(self, other: Row) -> bool:
        """Whether there is a day on which both units existed."""
        ends_first = bool(self.ends) and self.ends < other.begins
        return not ends_first and not (other.ends and other.ends < self.begins)


class Gazetteer:
    """The rows, and ways into them; everything is made when it is first needed."""

    def __init__(self, rows: list[str]) -> None:
        self._lines = rows
        self._rows: dict[int, Row] = {}
        self._units: dict[tuple[int, int | None], AdministrativeUnit] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def row(self, number: int) -> Row:
        """A row by its number."""
        row = self._rows.get(number)
        if row is None:
            row = self._rows[number] = Row.of(self._lines[number])
        return row

    @cached_property
    def _by_code(self) -> dict[str, list[int]]:
        return _grouped(line[: line.index("\t")] for line in self._lines)

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        names = "\n".join(line.split("\t", 3)[2] for line in self._lines)
        return _grouped(names.casefold().translate(_JOINS | _BARE).split("\n"))

    @cached_property
    def _by_parent(self) -> dict[str, list[int]]:
        return _grouped(line.split("\t", 4)[3] for line in self._lines)

    @cached_property
    def _by_heir(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            for heir in line[line.rindex("\t") + 1 :].split():
                found.setdefault(heir, []).append(number)
        return found

    def named(self, bare: str) -> list[int]:
        """The rows whose names have these bare letters."""
        return self._by_name.get(bare, [])

    def coded(self, code: str, on: datetime.date | None = None) -> list[int]:
        """The rows that bear a code, the oldest first, or those of them that are valid on a day."""
        numbers = self._by_code.get(code, [])
        return numbers if on is None else [n for n in numbers if self.is_valid(n, on)]

    def is_valid(self, number: int, day: datetime.date) -> bool:
        """Whether a unit existed on a day, as far as that is known."""
        return self.row(number).is_valid(day.isoformat())

    def number_of(self, unit: AdministrativeUnit) -> int | None:
        """The row of a unit; None if it is not from the gazetteer."""
        begins = unit.valid_from.isoformat() if unit.valid_from else ""
        for number in self.coded(unit.code or ""):
            if self.row(number).begins == begins:
                return number
        return None

    def unit(self, number: int, on: datetime.date | None = None) -> AdministrativeUnit:
        """The unit of a row, its parent being that of a day (by default, of its last)."""
        row = self.row(number)
        day = row.ends
        if on is not None and row.is_valid(on.isoformat()):
            day = on.isoformat()
        parent = self._parent(row, day)
        made = self._units.get((number, parent))
        if made is None:
            made = self._units[number, parent] = AdministrativeUnit(
                name=row.name,
                kind=_KINDS[row.kind],
                level=_LEVELS[len(row.code)],
                code=row.code,
                parent=None if parent is None else self.unit(parent, _date(day)),
                valid_from=_date(row.begins),
                valid_to=_date(row.ends),
            )
        return made

    def _parent(self, row: Row, day: str) -> int | None:
        """The row of the parent on a day; on no day, that of today."""
        above = [
            n
            for n in self.coded(row.parent)
            if (self.row(n).is_valid(day) if day else not self.row(n).ends)
        ]
        return above[-1] if above else None

    def children(self, number: int, on: datetime.date | None = None) -> list[int]:
        """The rows directly below one on a day, by default its last."""
        row = self.row(number)
        day = on.isoformat() if on is not None else row.ends
        if day and not row.is_valid(day):
            return []
        below = self._by_parent.get(row.code, [])
        if not day:
            return [n for n in below if not self.row(n).ends]
        return [n for n in below if self.row(n).is_valid(day)]

    def above(self, number: int) -> set[int]:
        """The rows of all units in which a unit lies, on any day of its validity."""
        found: set[int] = set()
        pending = [number]
        while pending:
            row = self.row(pending.pop())
            new = {n for n in self.coded(row.parent) if self.row(n).overlaps(row)} - found
            found |= new
            pending += new
        return found

    def heirs(self, number: int) -> list[int]:
        """The rows that follow one directly."""
        row = self.row(number)
        if not row.ends:
            return []
        first = datetime.date.fromisoformat(row.ends) + _ONE_DAY
        return [n for code in row.heirs for n in self.coded(code, first)]

    def ancestors(self, number: int) -> list[int]:
        """The rows that one follows directly."""
        code = self.row(number).code
        return [n for n in self._by_heir.get(code, []) if number in self.heirs(n)]

    def reached(
        self, number: int, further: Callable[[int], list[int]], on: datetime.date | None
    ) -> list[int]:
        """The rows valid on a day that are reached from one over ``heirs`` or ``ancestors``.

        On no day: those from which no further step leads.
        """
        found: list[int] = []
        seen = [number]
        for current in seen:
            following = further(current)
            if not following if on is None else self.is_valid(current, on):
                found.append(current)
            else:
                seen += [n for n in following if n not in seen]
        return found


def _grouped(keys: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        found.setdefault(key, []).append(number)
    return found


def _date(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of the process, read when it is first needed."""
    return Gazetteer(lines("units.tsv"))


def get(code: str, on: datetime.date | None = None) -> AdministrativeUnit | None:
    """The unit (đơn vị hành chính) that bears a code of the statistics office on a day.

    Args:
        code: two digits for provinces, three for districts, five for communes.
        on: the day; codes were given again in 2025. Without it, the last unit that bore the code.

    Returns:
        The unit, its parent being that of the day; None if no unit bore the code then.

    >>> import datetime
    >>> get("82", on=datetime.date(2025, 6, 30)).full_name, get("82").full_name
    ('tỉnh Tiền Giang', 'tỉnh Đồng Tháp')
    """
    names = gazetteer()
    numbers = names.coded(code, on)
    return names.unit(numbers[-1], on) if numbers else None


def all_units(on: datetime.date | None = None) -> Iterator[AdministrativeUnit]:
    """All units through time, or those of a day; provinces first, then by code.

    >>> import datetime
    >>> sum(unit.level == "province" for unit in all_units(datetime.date(2025, 7, 1)))
    34
    """
    names = gazetteer()
    for number in range(len(names)):
        if on is None or names.is_valid(number, on):
            yield names.unit(number, on)

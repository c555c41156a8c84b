"""`AdministrativeUnit`: a province, a district, a commune, with its level and its time."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING

import attrs

from danvan.text import folded

if TYPE_CHECKING:
    from danvan.units.gazetteer import Gazetteer


class Level(enum.StrEnum):
    """A level of government (cấp), from the top; ``hamlet`` is below all government."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    HAMLET = "hamlet"


class UnitKind(enum.StrEnum):
    """A kind of administrative unit (loại đơn vị hành chính).

    >>> UnitKind.TOWN.vietnamese, UnitKind.WARD.level
    ('thị xã', <Level.COMMUNE: 'commune'>)
    """

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    URBAN_DISTRICT = "urban-district"
    TOWN = "town"
    COMMUNE = "commune"
    WARD = "ward"
    TOWNSHIP = "township"
    SPECIAL_ZONE = "special-zone"

    @property
    def vietnamese(self) -> str:
        """The word for it, in lower case: "tỉnh", "huyện", "thị trấn"."""
        return _WORDS[self]

    @property
    def level(self) -> Level | None:
        """The level of all units of this kind; None for cities, which are of two levels."""
        return _LEVELS[self]

    @classmethod
    def of_word(cls, word: str) -> UnitKind:
        """The kind that a Vietnamese word names.

        >>> UnitKind.of_word("Thị xã")
        <UnitKind.TOWN: 'town'>

        Raises:
            KeyError: if it is no word for a kind.
        """
        return _KINDS[word.casefold()]


_WORDS = {
    UnitKind.PROVINCE: "tỉnh",
    UnitKind.CITY: "thành phố",
    UnitKind.DISTRICT: "huyện",
    UnitKind.URBAN_DISTRICT: "quận",
    UnitKind.TOWN: "thị xã",
    UnitKind.COMMUNE: "xã",
    UnitKind.WARD: "phường",
    UnitKind.TOWNSHIP: "thị trấn",
    UnitKind.SPECIAL_ZONE: "đặc khu",
}
_KINDS = {word: kind for kind, word in _WORDS.items()}
_LEVELS = {
    UnitKind.PROVINCE: Level.PROVINCE,
    UnitKind.CITY: None,
    UnitKind.DISTRICT: Level.DISTRICT,
    UnitKind.URBAN_DISTRICT: Level.DISTRICT,
    UnitKind.TOWN: Level.DISTRICT,
    UnitKind.COMMUNE: Level.COMMUNE,
    UnitKind.WARD: Level.COMMUNE,
    UnitKind.TOWNSHIP: Level.COMMUNE,
    UnitKind.SPECIAL_ZONE: Level.COMMUNE,
}


def _named(_unit: object, _attribute: object, name: str) -> None:
    if not name.strip():
        msg = "an administrative unit has a name"
        raise ValueError(msg)


def _of_its_kind(unit: AdministrativeUnit, _attribute: object, level: Level | None) -> None:
    fixed = unit.kind.level
    if fixed is not None and level not in (None, fixed):
        msg = f"a {unit.kind} is of the level {fixed}, not {level}"
        raise ValueError(msg)


def _not_before_it_began(
    unit: AdministrativeUnit, _attribute: object, last: datetime.date | None
) -> None:
    if last is not None and unit.valid_from is not None and last < unit.valid_from:
        msg = f"valid to {last}, before it began on {unit.valid_from}"
        raise ValueError(msg)


def _by_code(parent: AdministrativeUnit | None) -> object:
    return parent.code if parent is not None and parent.code else parent


@attrs.frozen(kw_only=True)
class AdministrativeUnit:
    """An administrative unit (đơn vị hành chính) as it was during its validity.

    ``name`` has no word for the kind ("Tân Phú"). ``level`` follows from the kind except for
    cities, where it is None as long as nobody says it. ``code`` is that of the statistics office;
    a code alone is no identity, some were given again in 2025: code and validity are. ``valid_to``
    is the last valid day. A ``valid_from`` of None is unknown; 2025-07-01 is the day on which the
    two levels began to work, and no founding day.

    A unit without ``code`` is a name that somebody wrote. Those of the gazetteer (`units.get`,
    `units.find`) know their ``parent``, their children and what became of them.

    >>> unit = AdministrativeUnit(name="Tân Phú", kind=UnitKind.DISTRICT)
    >>> unit.full_name, unit.level
    ('huyện Tân Phú', <Level.DISTRICT: 'district'>)
    """

    name: str = attrs.field(validator=_named)
    kind: UnitKind
    level: Level | None = attrs.field(
        default=attrs.Factory(lambda unit: unit.kind.level, takes_self=True),
        validator=_of_its_kind,
    )
    code: str | None = None
    parent: AdministrativeUnit | None = attrs.field(
        default=None, eq=_by_code, repr=lambda parent: str(parent and parent.full_name)
    )
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = attrs.field(default=None, validator=_not_before_it_began)

    @property
    def full_name(self) -> str:
        """Kind and name, as they stand amid a sentence: "huyện Tân Phú"."""
        return f"{self.kind.vietnamese} {self.name}"

    def __str__(self) -> str:
        return self.full_name

    def is_valid(self, day: datetime.date) -> bool:
        """Whether the unit existed on that day, as far as its dates are known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def children(self, on: datetime.date | None = None) -> tuple[AdministrativeUnit, ...]:
        """The units directly below this one on a day, by default the last of its validity.

        They are in the order of their codes: districts until 2025-06-30, communes since. Units
        that ended before 2025-06-30 are known only in part.
        """
        names, number = self._row()
        if number is None:
            return ()
        return tuple(names.unit(n, on) for n in names.children(number, on))

    def successors(self, day: datetime.date | None = None) -> tuple[AdministrativeUnit, ...]:
        """The units that on a day held what this one was, by default those of today.

        A unit that was still valid is its own successor. A divided one has several, whichever part
        they took; a district has the communes of its territory, for districts had no heirs. Before
        the unit began there are none.

        >>> import datetime
        >>> from danvan import units
        >>> district = units.get("536", on=datetime.date(2025, 6, 30))
        >>> district.full_name, [heir.full_name for heir in district.successors()]
        ('huyện Lý Sơn', ['đặc khu Lý Sơn'])
        """
        names, number = self._row()
        if number is None:
            return ()
        return tuple(names.unit(n, day) for n in names.reached(number, names.heirs, day))

    def predecessors(self, day: datetime.date | None = None) -> tuple[AdministrativeUnit, ...]:
        """The units that on a day were what this one is now, by default the first that are known.

        It is the inverse of `successors`: a commune of today has former communes, of which it may
        have taken a part only, and the districts in which they lay. Those of its own level come
        first.
        """
        names, number = self._row()
        if number is None:
            return ()
        before = [names.unit(n, day) for n in names.reached(number, names.ancestors, day)]
        return tuple(sorted(before, key=lambda unit: (unit.level is not self.level, unit.code)))

    def contains(self, other: AdministrativeUnit) -> bool:
        """Whether another unit is this one, or lay in it on some day of its validity.

        >>> from danvan import units
        >>> units.get("01").contains(units.get("00004")), units.get("04").contains(units.get("01"))
        (True, False)
        """
        if self == other:
            return True
        names, number = self._row()
        below = names.number_of(other) if other.code else None
        if number is not None and below is not None:
            return number in names.above(below)
        return other.parent is not None and self.contains(other.parent)

    def at(self, day: datetime.date) -> AdministrativeUnit | None:
        """This unit as it was, or will have become, on a day: with its kind and parent of then.

        A province that became a city is that city, and a commune that others joined is the commune
        of the same name. None if nothing of its name and level goes on: ask for `successors`.

        >>> import datetime
        >>> from danvan import units
        >>> units.get("75", on=datetime.date(2025, 7, 1)).at(datetime.date(2026, 5, 1)).full_name
        'thành phố Đồng Nai'
        """
        reached = self.successors(day) or self.predecessors(day)
        same = [
            unit
            for unit in reached
            if unit.level is self.level and folded(unit.name) == folded(self.name)
        ]
        by_code = [unit for unit in same if unit.code == self.code]
        return next(iter(by_code or same), None) if len(by_code or same) == 1 else None

    def _row(self) -> tuple[Gazetteer, int | None]:
        from danvan.units.gazetteer import gazetteer  # noqa: PLC0415 - it makes units

        names = gazetteer()
        return names, names.number_of(self) if self.code else None

"""`AdministrativeUnit`: a province, a district, a commune, with its level and its time."""

from __future__ import annotations

import datetime
import enum

import attrs


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


@attrs.frozen(kw_only=True)
class AdministrativeUnit:
    """An administrative unit (đơn vị hành chính) as it was during its validity.

    ``name`` has no word for the kind ("Tân Phú"). ``level`` follows from the kind except for
    cities, where it is None as long as nobody says it. ``code`` is that of the General Statistics
    Office; a code alone is no identity, some were given again in 2025. ``valid_to`` is the last
    valid day.

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
    parent: AdministrativeUnit | None = None
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

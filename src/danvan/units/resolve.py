"""Which unit of the gazetteer a document means by a name: surely, or not at all."""

from __future__ import annotations

import enum
import itertools
import re
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from danvan.text import folded
from danvan.units.gazetteer import all_units
from danvan.units.search import kind_before, spelled
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

if TYPE_CHECKING:
    import datetime

    from danvan.units.agency import Agency


class Doubt(enum.StrEnum):
    """Why a name was not settled, or what is strange about it (lý do chưa xác định)."""

    AMBIGUOUS = "ambiguous"
    ENDED = "ended"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Resolution:
    """What a unit that a document names turned out to be (kết quả xác định đơn vị).

    ``unit`` is from the gazetteer if the document settles which is meant, else ``written``, which
    has no code. ``candidates`` are those that may be meant where it does not.
    """

    written: AdministrativeUnit
    unit: AdministrativeUnit
    doubt: Doubt | None = None
    candidates: tuple[AdministrativeUnit, ...] = ()


class Resolver:
    """Settles the units that one document names (xác định đơn vị hành chính).

    A name means the only unit that was so called on the day of the document. If there were several,
    it means the one in the issuer's unit, above it or beside it in its province, or the only one
    whose district or province the text names. Else it stays as it is written.

    Args:
        text: what the document says, for the names of districts and provinces in it.
        day: the day of the document, if it is known.
        home: the unit of its issuer, from the gazetteer; see `settle_home`.
    """

    def __init__(
        self, text: str, day: datetime.date | None, home: AdministrativeUnit | None = None
    ) -> None:
        self._source = text
        self._day = day
        self.home = home
        self._known: dict[AdministrativeUnit, Resolution] = {}
        self._doubtful: dict[AdministrativeUnit, Resolution] = {}
        self._named: dict[AdministrativeUnit, bool] = {}

    def settle_home(self, written: AdministrativeUnit) -> AdministrativeUnit:
        """The unit of the issuer, from which other names are settled."""
        resolution = self.resolve(written)
        if resolution.unit.code is not None:
            self.home = resolution.unit
        return resolution.unit

    def only(self, kind: UnitKind) -> AdministrativeUnit | None:
        """The only unit of a kind in the only province that the text names, which is then home.

        It is what "Thành phố" means in a document that names no city.
        """
        if len({unit.name for unit in self._provinces}) != 1:
            return None
        found = {
            unit
            for province in self._provinces
            for unit in (province, *province.children(self._day))
            if unit.kind is kind
        }
        if len(found) == 1:
            self.home = found.pop()
            return self.home
        return None

    def doubt_about(self, unit: AdministrativeUnit) -> Resolution | None:
        """What is to be said about a unit, as it was written or as it was settled."""
        return self._doubtful.get(unit)

    def resolve(self, written: AdministrativeUnit) -> Resolution:
        """What a unit means that the document names.

        >>> import datetime
        >>> district = AdministrativeUnit(name="Châu Thành", kind=UnitKind.DISTRICT)
        >>> day = datetime.date(2023, 5, 4)
        >>> Resolver("UBND huyện Châu Thành", day).resolve(district).doubt
        <Doubt.AMBIGUOUS: 'ambiguous'>
        >>> Resolver("Kính gửi: UBND tỉnh Trà Vinh", day).resolve(district).unit.code
        '847'
        """
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = self._resolved(written)
            if found.doubt:
                self._doubtful.setdefault(found.written, found)
                self._doubtful.setdefault(found.unit, found)
        return found

    def settled(self, agency: Agency) -> Agency:
        """An agency with its unit from the gazetteer, where that is settled."""
        if agency.unit is None or agency.unit.code is not None:
            return agency
        unit = self.resolve(agency.unit).unit
        return attrs.evolve(agency, unit=unit, level=agency.level or unit.level)

    def at_place(self, printed: str, level: Level | None) -> tuple[AdministrativeUnit, ...]:
        """The units that a place line may name (địa danh); it is settled where there is only one.

        It is the issuer's unit, one above it or one in its province; for an issuer without a unit,
        one of its level, and for the centre a province (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4: a
        body writes the name of its unit, or of its seat).

        Args:
            printed: the place as it is printed.
            level: the level of the issuer.
        """
        kind, name = kind_before(printed)
        found = [
            unit
            for unit, spelling in spelled(name, self._day)
            if not spelling and kind in {unit.kind, None}
        ]
        home = self.home
        if home is None:
            wanted = Level.PROVINCE if level is Level.CENTRAL else level
            return tuple(u for u in found if u.level is wanted and not self._is_elsewhere(u))
        own = [unit for unit in found if unit == home] or [u for u in found if u.contains(home)]
        return tuple(own or [unit for unit in found if self._lies_in(unit, _top(home))])

    def _resolved(self, written: AdministrativeUnit) -> Resolution:
        if written.code is not None:
            return Resolution(written=written, unit=written)
        now = self._called(written, self._day)
        if now:
            return self._chosen(written, now)
        ever = self._called(written, None)
        narrowed = self._narrowed(ever)
        if len(narrowed) != 1:
            doubt = Doubt.AMBIGUOUS if ever else Doubt.UNKNOWN
            return Resolution(written=written, unit=written, doubt=doubt, candidates=tuple(ever))
        (unit,) = narrowed
        if self._day is not None and unit.valid_to is not None and unit.valid_to < self._day:
            return Resolution(written=written, unit=unit, doubt=Doubt.ENDED)
        return Resolution(
            written=written, unit=written, doubt=Doubt.NOT_YET, candidates=tuple(narrowed)
        )

    def _called(
        self, written: AdministrativeUnit, day: datetime.date | None
    ) -> list[AdministrativeUnit]:
        """The units that bear the name, as it is spelled, and are of the kind."""
        found = [
            unit
            for unit, spelling in spelled(folded(written.name), day)
            if not spelling and unit.kind is written.kind
        ]
        if written.level is not None:
            found = [unit for unit in found if unit.level is written.level]
        if written.parent is not None:
            above = self.resolve(written.parent).unit
            found = [unit for unit in found if above.code is None or above.contains(unit)]
        return found

    def _chosen(self, written: AdministrativeUnit, found: list[AdministrativeUnit]) -> Resolution:
        narrowed = self._narrowed(found)
        if len(narrowed) == 1 and not self._is_elsewhere(narrowed[0]):
            return Resolution(written=written, unit=narrowed[0])
        doubt = Doubt.AMBIGUOUS if len(narrowed) > 1 else Doubt.UNKNOWN
        return Resolution(written=written, unit=written, doubt=doubt, candidates=tuple(found))

    def _narrowed(self, found: list[AdministrativeUnit]) -> list[AdministrativeUnit]:
        """Those that the issuer's unit, or what the text names, leaves over."""
        if len(found) > 1 and self.home is not None:
            for area in (self.home, self.home.parent, _top(self.home)):
                inside = [u for u in found if area and self._lies_in(u, area)]
                if inside:
                    found = inside
                    break
        if len(found) > 1:
            named = [self._named_above(unit) for unit in found]
            if any(named):
                found = [u for u, n in zip(found, named, strict=True) if n == max(named)]
        return found

    def _lies_in(self, unit: AdministrativeUnit, area: AdministrativeUnit) -> bool:
        """Whether a unit lies in another, or holds it, or what became of it lies there."""
        if area.contains(unit) or unit.contains(area):
            return True
        heirs = unit.successors(self._day) if self._day is not None else ()
        return bool(heirs) and all(area.contains(heir) for heir in heirs)

    @cached_property
    def _text(self) -> str:
        return folded(self._source)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, which rule out most of sixty provinces at once."""
        return frozenset(_WORDS.findall(self._text))

    @cached_property
    def _provinces(self) -> list[AdministrativeUnit]:
        """The provinces that the text names."""
        day = self._day
        provinces = itertools.takewhile(lambda u: u.level is Level.PROVINCE, all_units(day))
        return [unit for unit in provinces if self._names(unit)]

    def _names(self, unit: AdministrativeUnit) -> bool:
        """Whether the text names a unit with the word for its kind, written out or not."""
        if unit not in self._named:
            words = _WRITTEN.get(unit.kind, (f"{unit.kind.vietnamese} ",))
            name = unit.name.casefold()
            self._named[unit] = self._words.issuperset(_WORDS.findall(name)) and any(
                _has_word(self._text, f"{word}{name}") for word in words
            )
        return self._named[unit]

    def _named_above(self, unit: AdministrativeUnit) -> int:
        """How surely the text names the units above one: the district counts most."""
        above = unit.parent
        sureness = 0
        while above is not None:
            if self._names(above):
                sureness += 2 if above.level is Level.DISTRICT else 1
            above = above.parent
        return sureness

    def _is_elsewhere(self, unit: AdministrativeUnit) -> bool:
        """Whether the document speaks against the only unit of a name that is known.

        Before 2025 the gazetteer has not all communes: one that had ended may have been meant.
        """
        if unit.level is Level.PROVINCE or self._named_above(unit):
            return False
        if self.home is not None:
            return not self._lies_in(unit, _top(self.home))
        return bool(self._provinces) and not any(p.contains(unit) for p in self._provinces)


_WORDS = re.compile(r"[^\W_]+")
_WRITTEN = {
    UnitKind.CITY: ("thành phố ", "tp. ", "tp.", "tp "),
    UnitKind.TOWN: ("thị xã ", "tx. ", "tx.", "tx "),
}


def _has_word(text: str, words: str) -> bool:
    at = text.find(words)
    while at >= 0 and text[at + len(words) : at + len(words) + 1].isalnum():
        at = text.find(words, at + 1)
    return at >= 0


def _top(unit: AdministrativeUnit) -> AdministrativeUnit:
    """The province in which a unit lies."""
    while unit.parent is not None:
        unit = unit.parent
    return unit

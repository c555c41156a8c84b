"""From a name as read to an `Agency`: abbreviations written out, "Huyện" turned into its name."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from danvan.text import folded
from danvan.units.agency import Agency, AgencyContext, AgencyKind, System
from danvan.units.cities import city_level
from danvan.units.propernames import title_case
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

if TYPE_CHECKING:
    from danvan.units.bodies import Name
    from danvan.units.classes import ClassName
    from danvan.units.heads import Edits
    from danvan.units.places import Place

#: From this day there are no districts, and communes have offices ("phòng") of their own.
TWO_LEVELS = datetime.date(2025, 7, 1)

_HAS_ABBREVIATION = re.compile(r"(?<!\w)(?:TU|TW|TP|TX)(?!\w)|\d")
# Offices of the police, of whatever level: "Phòng Cảnh sát hình sự", "Đội An ninh".
_POLICE = re.compile(r"(?:phòng|đội) (?:cảnh sát|an ninh) ", re.IGNORECASE)
_NO_CONTEXT = AgencyContext()
_COMMITTEES = {
    "tỉnh ủy": UnitKind.PROVINCE,
    "thành ủy": UnitKind.CITY,
    "huyện ủy": UnitKind.DISTRICT,
    "quận ủy": UnitKind.URBAN_DISTRICT,
    "thị ủy": UnitKind.TOWN,
    "tỉnh đoàn": UnitKind.PROVINCE,
    "thành đoàn": UnitKind.CITY,
    "huyện đoàn": UnitKind.DISTRICT,
    "quận đoàn": UnitKind.URBAN_DISTRICT,
    "thị đoàn": UnitKind.TOWN,
    "xã đoàn": UnitKind.COMMUNE,
}


def unit_of_kind(context: AgencyContext, kind: UnitKind | None) -> AdministrativeUnit | None:
    """The unit that "huyện" means in a document: the issuer's, or one above it."""
    unit = context.unit
    while unit is not None:
        if unit.kind is kind:
            return unit
        unit = unit.parent
    return None


def unit_of_name(context: AgencyContext, name: str) -> AdministrativeUnit | None:
    """The unit of a name without a word for its kind, if it is the issuer's or one above it.

    "Báo An Sơn" is the newspaper of the province.
    """
    unit = context.unit
    while unit is not None and folded(unit.name) != folded(name):
        unit = unit.parent
    return unit


def is_named(unit: AdministrativeUnit, context: AgencyContext) -> bool:
    """Whether a document names a unit; those above its own it may leave to the gazetteer."""
    return unit.code is None or (unit is context.unit and context.unit_is_named)


def agency_of(text: str, name: Name, context: AgencyContext | None) -> Agency:
    """The agency that a name as read means in a document."""
    context = context or _NO_CONTEXT
    edits = list(name.edits)
    unit = _unit(name.innermost, context, edits)
    police = _POLICE.match(text, name.start, name.end) is not None
    return Agency(
        text[name.start : name.end],
        full_name=_written(text, name.start, name.end, edits, context),
        kind=_kind(name),
        system=System.ARMED_FORCES if police else _system(name),
        level=None if police and name.innermost.place is None else _level(name, unit, context),
        unit=unit,
        collective=name.many,
        post=_posts(name),
    )


# Nouns that in a document mean the issuer's own, where nothing says whose they are.
_OF_THE_HOUSE = frozenset(("phòng", "ban", "ngành", "phòng ban", "ban ngành", "đoàn thể"))


def agency_of_class(text: str, name: ClassName, context: AgencyContext | None) -> Agency:
    """The agency that a class of bodies as read means in a document."""
    context = context or _NO_CONTEXT
    edits = list(name.edits)
    unit = _named(name.place, context, edits) if name.place else None
    level = name.level
    if name.owner is not None:
        unit = _unit(name.owner.innermost, context, edits)
        level = _level(name.owner, unit, context)
    elif name.place is None and {noun.words for noun in name.nouns} <= _OF_THE_HOUSE:
        unit = context.unit
    return Agency(
        text[name.start : name.end],
        full_name=_written(text, name.start, name.end, edits, context),
        kind=name.kind,
        system=name.system or (_system(name.owner) if name.owner else None),
        level=(unit.level if unit else None) or level,
        unit=unit,
        collective=True,
        post=_posts(name),
    )


# Parts of a body: a "phòng" of the police is the police.
_PARTS = frozenset(
    {AgencyKind.DIVISION, AgencyKind.BOARD, AgencyKind.OFFICE, AgencyKind.CENTRE, AgencyKind.DESK}
)


def _system(name: Name) -> System | None:
    """The system of the body, or of the one of which it is a part."""
    if name.owner is not None and (name.head.system_of_owner or name.head.kind in _PARTS):
        return name.innermost.head.system
    return name.head.system


def _posts(name: Name | ClassName) -> str | None:
    return ", ".join(written for _, _, written in name.posts) or None


def _kind(name: Name) -> AgencyKind:
    if name.head.kind is not None:
        return name.head.kind
    return name.innermost.head.kind or AgencyKind.OTHER


def _unit(name: Name, context: AgencyContext, edits: Edits) -> AdministrativeUnit | None:
    committee = _COMMITTEES.get(name.head.written.casefold())
    if committee is not None:
        return _of_committee(name, committee, context, edits)
    if name.place is not None:
        return _named(name.place, context, edits)
    return _inferred(name, context)


def _of_committee(
    name: Name, kind: UnitKind, context: AgencyContext, edits: Edits
) -> AdministrativeUnit | None:
    if name.many:
        return None
    if name.place is not None and name.place.name:
        known = unit_of_kind(context, kind)
        if known is not None and folded(known.name) == folded(name.place.name):
            return known
        return AdministrativeUnit(name=name.place.name, kind=kind)
    unit = unit_of_kind(context, kind)
    if unit is not None and is_named(unit, context):
        edits.append((name.end, name.end, f" {unit.name}"))
    return unit


def _named(place: Place, context: AgencyContext, edits: Edits) -> AdministrativeUnit | None:
    if place.many:
        return None
    if place.kind is None:
        return unit_of_name(context, place.name) if place.name else None
    known = unit_of_kind(context, place.kind)
    if place.is_bare:
        named = known if known is not None and is_named(known, context) else None
        written = named.full_name if named else place.kind.vietnamese
        edits.append((place.start, place.end, written))
        return known
    name = place.name or ""
    if name.isupper() and len(name) > 2:
        name = title_case(name)
    edits.append((place.start, place.end, f"{place.kind.vietnamese} {name}"))
    if known is not None and folded(known.name) == folded(name):
        return known
    level = place.level
    if place.kind is UnitKind.CITY and level is None:
        level = city_level(name, context.day)
    return AdministrativeUnit(name=name, kind=place.kind, level=level)


def _inferred(name: Name, context: AgencyContext) -> AdministrativeUnit | None:
    """The unit of a body that names none: the issuer's or one above, if the level is the same."""
    if name.many or name.head.level in {Level.CENTRAL, Level.HAMLET}:
        return None
    if name.head.system is System.ENTERPRISE or name.head.kind is AgencyKind.SCHOOL:
        return None
    level = _usual_level(name, context)
    unit = context.unit
    while unit is not None and level is not None and unit.level is not level:
        unit = unit.parent
    return unit


def _usual_level(name: Name, context: AgencyContext) -> Level | None:
    usual = name.head.level
    district_is_gone = context.day is not None and context.day >= TWO_LEVELS
    if usual is Level.DISTRICT and district_is_gone:
        return Level.COMMUNE
    return usual


def _level(name: Name, unit: AdministrativeUnit | None, context: AgencyContext) -> Level | None:
    inner = name.innermost
    if inner.place is not None and inner.place.level is not None:
        return inner.place.level
    if inner.place is not None and inner.place.below:
        return _level_below(context)
    if name.head.level in {Level.CENTRAL, Level.HAMLET}:
        return name.head.level
    if unit is not None and unit.level is not None:
        return unit.level
    if inner.place is not None and inner.place.kind is UnitKind.CITY:
        return name.head.level if inner is name and name.head.level is Level.PROVINCE else None
    return inner.head.level or _usual_level(name, context)


def _level_below(context: AgencyContext) -> Level | None:
    """The level of the localities of which a document speaks: that below its issuer's."""
    level = context.unit.level if context.unit else None
    if level is Level.PROVINCE and context.day is not None:
        return Level.COMMUNE if context.day >= TWO_LEVELS else Level.DISTRICT
    return Level.COMMUNE if level is Level.DISTRICT else None


def _written(text: str, start: int, end: int, edits: Edits, context: AgencyContext) -> str:
    pieces: list[str] = []
    done = start
    shouted = text[start:end].isupper() and " " in text[start:end]
    for a, b, written in sorted(edits, key=lambda edit: edit[:2]):
        if a < done or b > end:
            continue
        pieces += (_quiet(text[done:a], shouted), written)
        done = b
    pieces.append(_quiet(text[done:end], shouted))
    full = " ".join("".join(pieces).split())
    if "TU" in full:
        full = _party_committee(full, context)
    return full[:1].upper() + full[1:]


def _quiet(piece: str, shouted: bool) -> str:
    return piece.lower() if shouted and not _HAS_ABBREVIATION.search(piece) else piece


def _party_committee(full: str, context: AgencyContext) -> str:
    """Tỉnh ủy or Thành ủy for "TU": only the document knows."""
    unit = context.unit
    while unit is not None and unit.kind not in {UnitKind.PROVINCE, UnitKind.CITY}:
        unit = unit.parent
    if unit is None:
        return full
    written = "Tỉnh ủy" if unit.kind is UnitKind.PROVINCE else "Thành ủy"
    if is_named(unit, context):
        written = f"{written} {unit.name}"
    return " ".join(written if part == "TU" else part for part in full.split(" "))

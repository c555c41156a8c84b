"""Where a unit stands for its authorities: "báo cáo về Huyện", "các xã, thị trấn: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.span import Span
from danvan.units.agency import Agency, AgencyContext, AgencyKind, AgencyMention, System
from danvan.units.context import is_named, unit_of_kind
from danvan.units.cues import (
    BEGINS,
    CHARGED,
    CLAUSE_GOES_ON,
    DOES,
    ENDS,
    JOINED,
    LOOK_BACK,
    REPORTED_TO,
    SOMEWHERE,
    TO,
)
from danvan.units.places import unit_word_at

if TYPE_CHECKING:
    from danvan.units.classes import ClassName


def is_called_upon(text: str, group: ClassName, before: list[AgencyMention]) -> bool:
    """Whether a class of units is named as bodies, not as places."""
    back = text[max(0, group.start - LOOK_BACK) : group.start]
    if _is_joined(text, group.start, before) or CHARGED.search(back):
        return True
    if SOMEWHERE.search(back) or not BEGINS.search(back):
        return False
    return bool(DOES.match(text, group.end) or ENDS.match(text, group.end))


def _is_joined(text: str, start: int, before: list[AgencyMention]) -> bool:
    return bool(before) and JOINED.fullmatch(text, before[-1].span.end, start) is not None


def locality_at(
    text: str, position: int, context: AgencyContext | None, before: list[AgencyMention]
) -> AgencyMention | None:
    """A unit without its name that stands for its authorities: "báo cáo kết quả về Huyện"."""
    word = unit_word_at(text, position)
    if word is None:
        return None
    kind, end = word
    if not (ENDS.match(text, end) or CLAUSE_GOES_ON.match(text, end)):
        return None
    if not _is_addressed(text, position, before):
        return None
    unit = unit_of_kind(context, kind) if context else None
    name = text[position:end]
    agency = Agency(
        name,
        full_name=unit.full_name if context and unit and is_named(unit, context) else name,
        kind=AgencyKind.LOCALITY,
        system=System.STATE,
        level=(unit.level if unit else None) or kind.level,
        unit=unit,
    )
    return AgencyMention(agency=agency, text=name, span=Span(position, end))


def _is_addressed(text: str, position: int, before: list[AgencyMention]) -> bool:
    back = text[max(0, position - LOOK_BACK) : position]
    if not text[position].isupper():
        return REPORTED_TO.search(back) is not None
    if TO.search(back):
        return True
    return (
        _is_joined(text, position, before)
        and before[-1].agency.kind is AgencyKind.LOCALITY
        and not before[-1].agency.collective
    )

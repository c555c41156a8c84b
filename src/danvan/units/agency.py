"""`Agency`: a body that gives, gets or shares work, and the places where it is named."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING

import attrs

from danvan.errors import ParseError
from danvan.span import Span
from danvan.text import View, folded, reading
from danvan.units.unit import AdministrativeUnit, Level

if TYPE_CHECKING:
    from danvan.units.lifetimes import Lifetime


class System(enum.StrEnum):
    """To which part of the political system a body belongs (hệ thống)."""

    STATE = "state"
    PARTY = "party"
    FRONT = "front"
    ARMED_FORCES = "armed-forces"
    JUDICIARY = "judiciary"
    PRESS = "press"
    ENTERPRISE = "enterprise"
    COMMUNITY = "community"


class AgencyKind(enum.StrEnum):
    """What a body is (loại cơ quan)."""

    NATIONAL_ASSEMBLY = "national-assembly"
    PRESIDENT = "president"
    GOVERNMENT = "government"
    PRIME_MINISTER = "prime-minister"
    MINISTRY = "ministry"
    PEOPLES_COUNCIL = "peoples-council"
    PEOPLES_COMMITTEE = "peoples-committee"
    DEPARTMENT = "department"
    DIVISION = "division"
    OFFICE = "office"
    INSPECTORATE = "inspectorate"
    BUREAU = "bureau"
    BOARD = "board"
    STEERING_COMMITTEE = "steering-committee"
    DESK = "desk"
    LOCALITY = "locality"
    PARTY_COMMITTEE = "party-committee"
    PARTY_BOARD = "party-board"
    MASS_MOBILISATION = "mass-mobilisation"
    FRONT = "front"
    UNION = "union"
    ASSOCIATION = "association"
    COURT = "court"
    PROCURACY = "procuracy"
    POLICE = "police"
    MILITARY = "military"
    BORDER_GUARD = "border-guard"
    MEDIA = "media"
    CENTRE = "centre"
    SCHOOL = "school"
    HEALTH = "health"
    FINANCE = "finance"
    ENTERPRISE = "enterprise"
    HAMLET = "hamlet"
    OTHER = "other"


def _named(_agency: object, _attribute: object, name: str) -> None:
    if not name.strip():
        msg = "an agency has a name"
        raise ValueError(msg)


@attrs.frozen
class Agency:
    """A body or a class of bodies (cơ quan, tổ chức).

    ``name`` is as written; ``full_name`` has abbreviations written out and the unit named as far as
    the document names it. ``unit`` is the administrative unit that it belongs to, where known.
    ``collective`` marks a class ("UBND các xã, thị trấn"). ``post`` is the office where the name is
    that of its holder ("Chủ tịch"). ``system`` and ``level`` are None where a name does not settle
    them, or spans several.

    Agencies are equal when all fields are; compare names by ``key``.

    >>> Agency("UBND xã", full_name="Ủy ban nhân dân xã").key
    'ủy ban nhân dân xã'
    """

    name: str = attrs.field(validator=_named)
    full_name: str = attrs.field(
        default=attrs.Factory(lambda agency: agency.name, takes_self=True),
        kw_only=True,
        validator=_named,
    )
    kind: AgencyKind = attrs.field(default=AgencyKind.OTHER, kw_only=True)
    system: System | None = attrs.field(default=None, kw_only=True)
    level: Level | None = attrs.field(default=None, kw_only=True)
    unit: AdministrativeUnit | None = attrs.field(default=None, kw_only=True)
    collective: bool = attrs.field(default=False, kw_only=True)
    post: str | None = attrs.field(default=None, kw_only=True)

    @property
    def key(self) -> str:
        """The full name folded (case, tone placement, hyphens, spaces), for comparing."""
        return folded(self.full_name)

    def __str__(self) -> str:
        return self.full_name

    @property
    def lifetime(self) -> Lifetime:
        """When such bodies existed (thời gian tồn tại), as far as it is known.

        >>> Agency.parse("UBND huyện Tân Long").lifetime.valid_to
        datetime.date(2025, 6, 30)
        >>> Agency.parse("Bộ Giao thông vận tải").lifetime.heirs
        ('Bộ Xây dựng',)
        """
        from danvan.units.lifetimes import lifetime  # noqa: PLC0415 - it reads agencies

        return lifetime(self)

    @classmethod
    def parse(cls, name: str, context: AgencyContext | None = None) -> Agency:
        """The agency that ``name`` names from its first to its last letter.

        Units other than those of the context stay as they are written; see `Resolver`.

        >>> Agency.parse("UBND xã Tân Phú").full_name
        'Ủy ban nhân dân xã Tân Phú'

        Raises:
            ParseError: if it is not the name of one body or class of bodies.
        """
        from danvan.units.scan import scan  # noqa: PLC0415 - the grammar builds agencies

        view = reading(name)
        mentions = [mention.moved(view) for mention in scan(view.text, context)]
        whole = Span(len(name) - len(name.lstrip()), len(name.rstrip()))
        if len(mentions) != 1 or mentions[0].span != whole:
            expected = "the name of one body is expected"
            raise ParseError(expected, text=name, span=mentions[0].span if mentions else None)
        return mentions[0].agency


@attrs.frozen(kw_only=True)
class AgencyContext:
    """What a document knows about itself when its bodies are read (ngữ cảnh).

    ``unit`` is the administrative unit of the issuer: "Huyện" in its text means this unit.
    ``unit_is_named`` is false where the document leaves its name out: then full names do, too.
    """

    issuer: Agency | None = None
    unit: AdministrativeUnit | None = None
    day: datetime.date | None = None
    unit_is_named: bool = True


@attrs.frozen(kw_only=True)
class AgencyMention:
    """A place where a body is named (lần nhắc tên cơ quan)."""

    agency: Agency
    text: str
    span: Span

    def moved(self, view: View) -> AgencyMention:
        """The same mention, span and text being those of the source of ``view``."""
        span = view.span(self.span.start, self.span.end)
        return AgencyMention(agency=self.agency, text=span.of(view.source), span=span)

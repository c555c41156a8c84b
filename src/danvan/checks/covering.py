"""Whether one body is meant where another is named: classes of bodies, shorter and longer names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan import units
from danvan.units import Agency, AgencyContext, AgencyKind

if TYPE_CHECKING:
    from danvan.checks.case import Case
    from danvan.plan import Recipient

# "Như trên", "Như Điều 3", "Các cơ quan, đơn vị", "Như mục III" name everybody who has work.
_EVERYBODY = re.compile(
    r"(?:như\s+(?:trên|điều|mục|phần|kính\s+gửi|nơi\s+nhận)|"
    r"các\s+(?:cơ\s+quan|đơn\s+vị|địa\s+phương))",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    {
        AgencyKind.DEPARTMENT,
        AgencyKind.DIVISION,
        AgencyKind.OFFICE,
        AgencyKind.INSPECTORATE,
        AgencyKind.BUREAU,
        AgencyKind.BOARD,
        AgencyKind.DESK,
        AgencyKind.CENTRE,
        AgencyKind.POLICE,
        AgencyKind.MILITARY,
        AgencyKind.BORDER_GUARD,
        AgencyKind.COURT,
        AgencyKind.PROCURACY,
        AgencyKind.HEALTH,
        AgencyKind.FINANCE,
    }
)
_MASS_BODIES = frozenset({AgencyKind.FRONT, AgencyKind.UNION, AgencyKind.ASSOCIATION})


def context_of(case: Case) -> AgencyContext:
    """What the document knows of itself, for reading names of bodies in its text."""
    issuer = case.plan.issuers[0] if case.plan.issuers else None
    return AgencyContext(issuer=issuer, unit=issuer.unit if issuer else None, day=case.day)


def recipients_of(case: Case) -> list[tuple[Recipient, tuple[Agency, ...]]]:
    """The recipients, each with the bodies that its line names."""
    context = context_of(case)
    found = []
    for recipient in case.plan.recipients:
        agencies: tuple[Agency, ...] = (recipient.agency,) if recipient.agency else ()
        if not agencies:
            mentions = units.find_agencies(recipient.text, context)
            agencies = tuple(mention.agency for mention in mentions)
        found.append((recipient, agencies))
    return found


def names_everybody(recipient: Recipient) -> bool:
    """Whether a line of recipients means all who have work, whoever they are."""
    return _EVERYBODY.match(recipient.text) is not None


def covers(wider: Agency, narrower: Agency) -> bool:
    """Whether a body or class of bodies is, or has in it, another one.

    >>> all_offices = Agency("Các phòng, ban", collective=True)
    >>> covers(all_offices, Agency("Phòng Nội vụ", kind=AgencyKind.DIVISION))
    True
    """
    one, other = wider.key, narrower.key
    if one == other or one.startswith(f"{other} ") or other.startswith(f"{one} "):
        return True
    if None not in {wider.level, narrower.level} and wider.level is not narrower.level:
        return False
    if not wider.collective:
        return narrower.collective and wider.kind is narrower.kind
    if wider.kind is narrower.kind:
        return True
    offices = re.search(r"\b(?:ban|ngành|phòng|sở|cơ quan|đơn vị|bộ phận)\b", one) is not None
    mass_bodies = re.search(r"\b(?:đoàn thể|tổ chức|hội)\b", one) is not None
    localities = re.search(r"\b(?:địa phương|xã|phường|huyện)\b", one) is not None
    return (
        (offices and narrower.kind in _OFFICES)
        or (mass_bodies and narrower.kind in _MASS_BODIES)
        or (localities and narrower.kind is AgencyKind.PEOPLES_COMMITTEE)
    )

"""Names of bodies in the letterhead, in capitals and over several lines (tên cơ quan ban hành)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.units.agency import Agency, AgencyContext, AgencyKind, System
from danvan.units.bodies import Name
from danvan.units.context import agency_of
from danvan.units.heads import head_at
from danvan.units.names import name_at

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_letterhead(
    lines: Sequence[str], context: AgencyContext | None = None
) -> tuple[Agency, ...]:
    """The bodies that the lines of a letterhead name, from the top.

    A name may go on over lines. The names are in sentence case with abbreviations written out
    (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2: the superior body above, the issuer below).

    >>> [a.full_name for a in read_letterhead(["ỦY BAN NHÂN DÂN", "HUYỆN TÂN PHÚ"])]
    ['Ủy ban nhân dân huyện Tân Phú']
    >>> [str(a) for a in read_letterhead(["UBND TỈNH AN SƠN", "SỞ NỘI VỤ"])]
    ['Ủy ban nhân dân tỉnh An Sơn', 'Sở Nội vụ']

    Args:
        lines: the lines left of the national title, without rules.
        context: what else is known about the document.
    """
    bodies: list[Agency] = []
    for text in _names(lines):
        above = bodies[-1] if bodies else None
        body = _body(text, above, context)
        if body is not None:
            bodies.append(body)
    return tuple(bodies)


def _names(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that go on from one to the next."""
    names: list[str] = []
    for line in lines:
        text = " ".join(line.replace("*", " ").split())
        if not text:
            continue
        if names and not (head_at(text, 0) and _whole(names[-1])):
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return names


def _whole(text: str) -> Name | None:
    name = name_at(text, 0)
    return name if isinstance(name, Name) and name.end == len(text) else None


def _body(text: str, above: Agency | None, context: AgencyContext | None) -> Agency | None:
    """The body that a text in a letterhead names; ``above`` is the one in the line before."""
    if above is not None:
        context = context or AgencyContext(unit=above.unit)
        if above.system in {System.PARTY, System.FRONT}:
            text = _with_owner(text, above)
    name = name_at(text, 0)
    if isinstance(name, Name):
        agency = agency_of(text, name, context)
        return attrs.evolve(agency, name=agency.full_name)
    return _unknown(text)


def _with_owner(text: str, above: Agency) -> str:
    """A board of the Party or the Front is that of the body above it: "BAN THƯỜNG TRỰC"."""
    together = f"{text} {above.full_name.upper()}"
    name = _whole(together)
    return together if name is not None and name.owner is not None else text


def _unknown(text: str) -> Agency | None:
    """A body whose head is known, but not what follows it: a letterhead names nothing else."""
    read = head_at(text, 0)
    if read is None or not text.isupper():
        return None
    head, end = read
    rest = text[end:].strip().capitalize()
    full = f"{head.written} {rest}".strip()
    kind = head.kind or AgencyKind.OTHER
    return Agency(full, kind=kind, system=head.system, level=head.level)


def read_letterhead_name(lines: Sequence[str]) -> Agency | None:
    """The body that issues the document: the last that the lines name; None if they name none."""
    bodies = read_letterhead(lines)
    return bodies[-1] if bodies else None

"""Names of bodies in the letterhead, in capitals and over several lines (tên cơ quan ban hành)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.units.bodies import Name
from danvan.units.context import agency_of
from danvan.units.names import name_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from danvan.units.agency import Agency, AgencyContext


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
    return tuple(
        body for text in _names(lines) if (body := _body_at_start(text, context)) is not None
    )


def _names(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that go on from one to the next."""
    names: list[str] = []
    for line in lines:
        text = " ".join(line.replace("*", " ").split())
        if not text:
            continue
        begins = isinstance(name_at(text, 0), Name)
        if names and not (begins and _is_whole(names[-1])):
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return names


def _is_whole(text: str) -> bool:
    name = name_at(text, 0)
    return name is not None and name.end == len(text)


def _body_at_start(text: str, context: AgencyContext | None) -> Agency | None:
    name = name_at(text, 0)
    if not isinstance(name, Name):
        return None
    agency = agency_of(text, name, context)
    return attrs.evolve(agency, name=agency.full_name)


def read_letterhead_name(lines: Sequence[str]) -> Agency | None:
    """The body that issues the document: the last that the lines name; None if they name none."""
    bodies = read_letterhead(lines)
    return bodies[-1] if bodies else None

"""Bodies of one kind, listed by their fields: "các Sở: Nội vụ, Tài chính và Tư pháp"."""

from __future__ import annotations

import re

import attrs

from danvan.span import Span
from danvan.units import fields
from danvan.units.agency import AgencyContext, AgencyMention
from danvan.units.bodies import Name
from danvan.units.context import agency_of
from danvan.units.heads import head_at, posts_at
from danvan.units.places import place_at

_HEAD = re.compile(r"[Cc]ác (?=[Ss]ở|[Pp]hòng|[Bb]ộ|Hội|Ban)|(?=(?:[Ss]ở|[Pp]hòng|Hội):)")
_JOINT = re.compile(r", ?(?:và )?| và |; ")
_MOST = 40


def listed_at(text: str, position: int, context: AgencyContext | None) -> list[AgencyMention]:
    """The bodies listed at a position, one mention for each; empty unless there are two.

    The first mention has the words "các Sở:" before it; full names have their head.
    """
    posts = posts_at(text, position)
    begins = _HEAD.match(text, posts[1] + 1 if posts else position)
    read = head_at(text, begins.end(), lenient=True) if begins else None
    if (
        begins is None
        or read is None
        or (not set("FK") & set(read[0].tail) and read[0].words != "Hội")
    ):
        return []
    head, end = read
    named: list[tuple[int, int, str]] = []
    begin = end + 1 if text.startswith(":", end) else end
    while len(named) < _MOST:
        field = _field_at(text, begin)
        if field is None:
            break
        named.append(field)
        joint = _JOINT.match(text, field[1])
        if joint is None or head_at(text, joint.end()) or posts_at(text, joint.end()):
            break
        begin = joint.end() - 1
        if text[begin] != " ":
            break
    if len(named) < 2:
        return []
    place = place_at(text, named[-1][1])
    holders = [written for _, _, written in posts[0]] if posts else []
    words = " ".join((", ".join(holders), head.written)).strip()
    mentions = []
    for i, (start, stop, written) in enumerate(named):
        last = place is not None and i == len(named) - 1
        name = Name(start, place.end if place and last else stop, head, place=place)
        name.posts = posts[0] if posts else []
        name.edits = [(start, stop, f"{words} {written}")]
        agency = agency_of(text, name, context)
        begin = position if i == 0 else start
        printed = text[begin : name.end]
        mentions.append(
            AgencyMention(
                agency=attrs.evolve(agency, name=printed), text=printed, span=Span(begin, name.end)
            )
        )
    return mentions


def _field_at(text: str, space: int) -> tuple[int, int, str] | None:
    if not text.startswith(" ", space):
        return None
    start = space + 1
    known = fields.known_field(text, space)
    if known is not None:
        return start, known, fields.canonical(text[start:known])
    short = fields.short_field(text, space)
    if short:
        return start, short[0], short[1]
    if head_at(text, start):
        return None
    end = fields.capitals_end(text, start)
    return (start, end, text[start:end]) if end > start else None

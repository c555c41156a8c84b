"""Who issues a document, where its letterhead does not say it (cơ quan ban hành)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan import units
from danvan.errors import ParseError
from danvan.plan.model import Provenance
from danvan.units import AdministrativeUnit, Agency, AgencyContext, UnitKind

if TYPE_CHECKING:
    from datetime import date

    from danvan.plan.bodies import Bodies
    from danvan.plan.letterhead import Letterhead

# "UBND tỉnh ban hành Kế hoạch", "A và B thống nhất nội dung phối hợp": who says so issues it. What
# is issued, or the colon that leads to it, must follow: "Bộ Y tế ban hành Thông tư" is no issuing.
_ISSUES = re.compile(
    r",? (?:cùng |đã |tiến hành |phối hợp )?"
    r"(?:ban hành|xây dựng|thống nhất|đề ra|lập|triển khai|ký kết|hướng dẫn|yêu cầu|thông báo|"
    r"báo cáo)\b"
    r"[^.;:\ufdd0]{0,90}?(?:\b[Kk]ế hoạch\b|\b[Cc]hương trình\b|như sau|\bnội dung\b|:)"
)
_OF_ANOTHER = re.compile(r"(?:của|giữa|do|tại|với|bởi) $")
# The word for its unit with which the name of a body may end, no name following: "UBND Huyện".
_UNNAMED = re.compile(
    r"(?i:\b(?P<word>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))$"
)


def issuing_bodies(bodies: Bodies, start: int, end: int) -> list[Agency]:
    """The bodies that a preamble, in a range of the reading text, says issue the document."""
    found: list[Agency] = []
    done = start
    for mention in bodies.within(start, end):
        if mention.span.start < done:
            continue
        listed, done = bodies.listed(mention.span.start)
        before = bodies.text[max(start, mention.span.start - 6) : mention.span.start]
        own = bodies.last_after_comma(mention.span.start, done)
        if own is not None and _OF_ANOTHER.search(before) and _ISSUES.match(bodies.text, done, end):
            found = [own]
            continue
        if listed and _ISSUES.match(bodies.text, done, end) and not _OF_ANOTHER.search(before):
            found = listed
    return found


# "A và B thống nhất kế hoạch": both issue it, though a head of two columns may show only one.
_AGREE = re.compile(
    r",? (?:cùng |đã )?(?:thống nhất|ký kết|phối hợp (?:ban hành|xây dựng)|liên tịch)\b"
    r"[^.;:\ufdd0]{0,90}?(?:\b[Kk]ế hoạch\b|\b[Cc]hương trình\b|như sau|:)"
)


def joint_bodies(bodies: Bodies, start: int, end: int) -> list[Agency]:
    """Two bodies or more of which a preamble says that they agree on the document."""
    for mention in bodies.within(start, end):
        listed, done = bodies.listed(mention.span.start)
        agreed = len(listed) > 1 and _AGREE.match(bodies.text, done, end)
        if agreed and not any(agency.collective for agency in listed):
            return listed
    return []


def context_of(head: Letterhead, issuers: list[Agency], last_words: str) -> AgencyContext:
    """What the document knows of its unit: from its head, its place line or its last words."""
    for agency in issuers:
        if agency.unit is not None:
            return AgencyContext(issuer=agency, unit=agency.unit, day=_day(head))
    for agency in issuers:
        kind = unnamed_kind(agency)
        if kind is None:
            continue
        named = _named_in(last_words, agency, kind)
        if named is None and head.place is not None:
            name = _without_kind(head.place, kind)
            named = AdministrativeUnit(name=name, kind=kind) if name else None
        if named is not None:
            return AgencyContext(issuer=agency, unit=named, day=_day(head))
    return AgencyContext(issuer=issuers[0] if issuers else None, day=_day(head))


def unnamed_kind(agency: Agency) -> UnitKind | None:
    """The kind of unit with whose word the name of a body ends, where no name follows."""
    found = _UNNAMED.search(agency.name)
    return UnitKind.of_word(found["word"]) if found else None


def _day(head: Letterhead) -> date | None:
    day = head.issued_on
    return day.earliest if day is not None else None


def _named_in(text: str, agency: Agency, kind: UnitKind) -> AdministrativeUnit | None:
    """The unit that the last words name in full for the same body ("của UBND xã Tân Phú./.")."""
    for mention in units.scan(text):
        other = mention.agency
        if other.kind is agency.kind and other.unit is not None and other.unit.kind is kind:
            return other.unit
    return None


_SHORT_KINDS = {"TP": UnitKind.CITY, "TX": UnitKind.TOWN, "TT": UnitKind.TOWNSHIP}
_KIND_BEFORE = re.compile(
    r"(?P<word>(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))\s+"
    r"|(?P<short>TP|TX|TT)\.?\s*(?=[A-ZĐÀ-Ỹ])"
)


def _without_kind(place: str, kind: UnitKind) -> str | None:
    """The name in a place line; None where the line names a unit of another kind."""
    before = _KIND_BEFORE.match(place)
    if before is None:
        return place
    word = before["word"]
    printed = UnitKind.of_word(word) if word else _SHORT_KINDS[before["short"]]
    return place[before.end() :].strip() if printed is kind else None


def named(agency: Agency, context: AgencyContext) -> Agency:
    """The agency with its unit named, as far as the context allows it."""
    try:
        return Agency.parse(agency.name, context)
    except ParseError:
        return agency


def settle(
    head: Letterhead, bodies: Bodies, start: int, end: int, last_words: str
) -> tuple[tuple[Agency, ...], AgencyContext, Provenance]:
    """The issuers, what the document knows of its unit, and how that was known."""
    if head.issuers:
        context = context_of(head, list(head.issuers), last_words)
        joint = joint_bodies(bodies, start, end)
        known = {agency.kind for agency in head.issuers}
        if len(joint) > len(head.issuers) and known & {agency.kind for agency in joint}:
            return tuple(named(a, context) for a in joint), context, Provenance.INFERRED
        return head.issuers, context, Provenance.READ
    found = issuing_bodies(bodies, start, end)
    context = context_of(head, found, last_words)
    provenance = Provenance.INFERRED if found else Provenance.ABSENT
    return tuple(named(agency, context) for agency in found), context, provenance

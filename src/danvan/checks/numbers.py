"""Family N: the document's own number and symbol (số, ký hiệu)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.places import has_blank, number_place
from danvan.checks.rule import Fault
from danvan.errors import ParseError
from danvan.findings import Edit
from danvan.instruments import Family, NumberStyle, kinds_of, read_number
from danvan.span import Span
from danvan.units import Agency, AgencyKind, System

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.instruments import InstrumentKind

_NO_COLON = re.compile(r"Số(?=\s*\d{1,6}[a-z]?\s?/)")
_SPACE = "stray-space"
# Where a line breaks says something of the copy, and not of the number.
_OTHERWISE_SAID = frozenset({_SPACE, "line-break", "blank-serial"})
# The least serial number that needs no zero before it.
_TWO_DIGITS = 10


@checks("N101")
def number_missing(case: Case) -> Iterator[Fault]:
    """There is no number line at all."""
    if case.plan.number is None:
        yield Fault(
            span=case.head,
            message="Văn bản không có số, ký hiệu",
            message_en="The document has no number and symbol",
        )


@checks("N102")
def number_blank(case: Case) -> Iterator[Fault]:
    """There is a symbol, and nothing before it."""
    number = case.plan.number
    if number is not None and not number.serial:
        yield Fault(
            span=number_place(case),
            message=f"Số của văn bản để trống: {number}",
            message_en=f"The number is left blank: {number}",
        )


@checks("N103")
def kind_against_symbol(case: Case) -> Iterator[Fault]:
    """The symbol says one kind and the title another."""
    number, kind = case.plan.number, _numbered_kind(case)
    if number is None or kind is None:
        return
    abbreviation = number.kind_abbreviation
    if abbreviation is None:
        if not is_letter(kind):
            yield Fault(
                span=number_place(case),
                message=f"Ký hiệu {number} không có chữ viết tắt của {kind.name}",
                message_en=f"The symbol of {number} names no kind, and the title says {kind.name}",
            )
        return
    names = {name for k in kinds_of(abbreviation) for name in (k.name, k.base) if name}
    if not names.intersection({kind.name, kind.base}):
        meant = ", ".join(k.name for k in kinds_of(abbreviation))
        yield Fault(
            span=number_place(case),
            message=f"Ký hiệu {number} là của {meant}, tên loại lại là {kind.name}",
            message_en=f"{abbreviation} in {number} stands for {meant}; the title says {kind.name}",
        )


def is_letter(kind: InstrumentKind) -> bool:
    """Whether a kind is that of letters (công văn), whose symbols need not name a kind."""
    return not all(listing.abbreviations for listing in kind.listings)


def _numbered_kind(case: Case) -> InstrumentKind | None:
    """The kind of the document that bears the number: of the decision that carries a plan."""
    carrier = case.plan.issued_with
    return carrier.kind if carrier is not None else case.plan.kind


@checks("N104")
def issuer_against_symbol(case: Case) -> Iterator[Fault]:
    """The symbol names a body of another kind than those that issue the document."""
    number, issuers = case.plan.number, case.plan.issuers
    if number is None or not issuers:
        return
    # Teams and steering committees write under the symbol of the body that set them up.
    above = (case.plan.superior,) if case.plan.superior is not None else ()
    for abbreviation in number.issuers:
        meant = _body(abbreviation)
        if meant is None or any(_may_be(meant, body) for body in (*issuers, *above)):
            continue
        names = ", ".join(issuer.full_name for issuer in issuers)
        yield Fault(
            span=number_place(case),
            message=f"Ký hiệu {number} là của {meant.full_name}, cơ quan ban hành là {names}",
            message_en=f"{abbreviation} in {number} means {meant.full_name}; the issuer is {names}",
        )


def _body(abbreviation: str) -> Agency | None:
    """The body that an abbreviation in a symbol names; None where that is not known."""
    try:
        body = Agency.parse(abbreviation)
    except ParseError:
        return None
    return None if body.kind in {AgencyKind.OTHER, AgencyKind.LOCALITY} else body


def _may_be(meant: Agency, issuer: Agency) -> bool:
    """Whether an abbreviation may stand for an issuer: it says the kind, and not the level."""
    return issuer.kind is AgencyKind.OTHER or meant.kind is issuer.kind


@checks("N105")
def number_stray_space(case: Case) -> Iterator[Fault]:
    """There are spaces within the number."""
    yield from _misprints(case, frozenset({_SPACE}), "có khoảng trắng thừa", "has a stray space")


@checks("N106")
def number_zero_missing(case: Case) -> Iterator[Fault]:
    """A number below ten has one digit."""
    number = case.plan.number
    if number is None or len(number.serial) != 1 or int(number.serial) >= _TWO_DIGITS:
        return
    place = number_place(case)
    yield Fault(
        span=place,
        message=f"Số {number} thiếu số 0 ở trước",
        message_en=f"The number {number} lacks a zero before it",
        edits=(Edit(Span(place.start, place.start), "0"),),
    )


@checks("N107")
def year_in_number(case: Case) -> Iterator[Fault]:
    """There is a year in the number of a document that is never normative."""
    number, kind = case.plan.number, _numbered_kind(case)
    if number is None or number.year is None or kind is None:
        return
    if Family.NORMATIVE not in kind.families:
        yield Fault(
            span=number_place(case),
            message=f"Số, ký hiệu của {kind.name} không ghi năm: {number}",
            message_en=f"There is a year in the number of a {kind.name}: {number}",
        )


@checks("N108")
def symbol_style(case: Case) -> Iterator[Fault]:
    """A body of the state writes as the Party does, or the reverse."""
    number = case.plan.number
    if number is None or len(case.systems) != 1:
        return
    of_party = System.PARTY in case.systems
    if not of_party and System.STATE not in case.systems:
        return
    written = number.style in {NumberStyle.PARTY, NumberStyle.CONGRESS}
    if written == of_party:
        return
    whose = ("của Đảng", "the Party") if written else ("của Nhà nước", "the state")
    yield Fault(
        span=number_place(case),
        message=f"Ký hiệu {number} viết theo mẫu {whose[0]}",
        message_en=f"The symbol of {number} follows the model of {whose[1]}",
    )


@checks("N109")
def number_misprint(case: Case) -> Iterator[Fault]:
    """Letters or marks of the number are not those that the rules have."""
    printed = read_number(case.plan.number_text or "")
    told = frozenset(printed.problems if printed else ()) - _OTHERWISE_SAID
    yield from _misprints(case, told, "viết sai chữ hoặc dấu", "is misprinted")


def _misprints(case: Case, problems: frozenset[str], told: str, told_en: str) -> Iterator[Fault]:
    """One fault where the number as printed has any of the problems."""
    text = case.plan.number_text
    printed = read_number(text) if text else None
    if printed is None or not problems.intersection(printed.problems):
        return
    place = number_place(case)
    if problems == {_SPACE} and not has_blank(case, place):
        return
    yield Fault(
        span=place,
        message=f"Số, ký hiệu {text} {told}",
        message_en=f"The number {text} {told_en}; it reads {printed.number}",
        edits=(Edit(place, str(printed.number)),),
    )


@checks("N110")
def number_colon(case: Case) -> Iterator[Fault]:
    """No colon stands between the word and the number."""
    word = case.search(_NO_COLON, case.head)
    if word is not None:
        yield Fault(
            span=word,
            message="Sau từ “Số” thiếu dấu hai chấm",
            message_en="There is no colon after the word “Số”",
            edits=(Edit(Span(word.end, word.end), ":"),),
        )

"""Family C: whether each mention of a document is right in itself (viện dẫn)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan import units
from danvan.checks.catalogue import checks
from danvan.checks.numbers import is_letter
from danvan.checks.places import has_blank, says_issuer
from danvan.checks.rule import Fault
from danvan.findings import Edit
from danvan.instruments import CitationRole, NumberStyle, issuer_abbreviations, kinds_of
from danvan.instruments.alike import may_be_one_body
from danvan.instruments.series import names_one_body
from danvan.span import Span
from danvan.text import folded
from danvan.units import System

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.instruments import Citation, DocumentNumber, IssuerAbbreviation

# "Theo đề nghị của Giám đốc Sở A tại Tờ trình số ...", "Cục B có Công văn số ..."
_ISSUER_BEFORE = re.compile(r"\b(?:tại|có|ban\s+hành)\s+(?:các\s+)?\Z")
# "... số 5/2008/TTLT-BTC-BNV ngày 3/6/2008 của liên Bộ Tài chính - Bộ Nội vụ"
_JOINT_ISSUER = re.compile(r"\s*,?\s*(?:của|giữa)\s+(?:liên\s+)?[^\W\d_]")
_NEAR = 20
# "Nghị định số 5/2020/NĐ-CP ... được sửa đổi, bổ sung bởi Nghị định số 7/2023/NĐ-CP": cited shortly
_AMENDED_BY = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[^.;]{0,30}\s(?:bởi|tại|theo)\s+\Z")
_FAR = 80
_LIST_GOES_ON = re.compile(r"\s*[,;]?\s*(?:và\s+)?(?:[Ss]ố\s*)?")
# What is cited by its name (NĐ 30/2020, Phụ lục I, II.6; NĐ 78/2025, Điều 62).
_BY_NAME = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
# Kinds on which nothing can rest: they tell or invite, and decide nothing.
_TELLING_KINDS = frozenset({"Báo cáo", "Giấy mời", "Biên bản", "Thư công", "Phiếu gửi"})
# A number without serial is a draft's; where a line breaks says nothing of the number.
_OF_THE_COPY = frozenset({"blank-serial", "line-break"})


@checks("C101")
def cited_kind_against_symbol(case: Case) -> Iterator[Fault]:
    """The word for the kind and the abbreviation in the symbol say two things."""
    for citation, number in case.numbered:
        kind, letters = citation.instrument.kind, number.kind_abbreviation
        if kind is None or letters is None or citation.kind_text is None or is_letter(kind):
            continue
        meant = kinds_of(letters)
        names = {name for k in meant for name in (k.name, k.base) if name}
        if not names.intersection({kind.name, kind.base}):
            told = ", ".join(dict.fromkeys(k.name for k in meant if k.base is None))
            yield Fault(
                span=citation.span,
                message=f"{citation.kind_text} số {number}: {letters} là ký hiệu của {told}",
                message_en=f"{number} is cited as {kind.name}; {letters} stands for {told}",
            )


@checks("C102")
def cited_issuer_against_symbol(case: Case) -> Iterator[Fault]:
    """The issuer in words is none for whom the letters of the symbol stand."""
    for citation, number in case.numbered:
        issuer = citation.instrument.issuer
        if issuer is None or not says_issuer(case, citation):
            continue
        meant = [e for letters in number.issuers for e in issuer_abbreviations().get(letters, ())]
        if meant and not any(_may_mean(entry, issuer) for entry in meant):
            told = ", ".join(dict.fromkeys(entry.name for entry in meant))
            yield Fault(
                span=citation.span,
                message=f"{number} là ký hiệu của {told}, văn bản ghi của {issuer}",
                message_en=f"The letters of {number} stand for {told}; the text says {issuer}",
            )


def _may_mean(entry: IssuerAbbreviation, issuer: str) -> bool:
    """Whether letters that stand for one body may be those of an issuer that is named in words."""
    if may_be_one_body(issuer, entry.name):
        return True
    named = [mention.agency for mention in units.find_agencies(issuer)]
    if not named:
        return True
    systems = {agency.system for agency in named} - {None}
    if systems and entry.system not in systems:
        return False
    if entry.system == System.STATE and entry.level == "central":
        return False
    levels = {str(agency.level) for agency in named if agency.level is not None}
    return not entry.level or not levels or entry.level in levels


def _first_mentions(case: Case) -> Iterator[Citation]:
    """The first mention of each document with a number below the title, which cites shortly."""
    seen: set[DocumentNumber] = set()
    for citation, number in case.numbered:
        if case.title.contains(citation.span):
            continue
        start = citation.extent.start
        before = case.read(Span(max(0, start - _FAR), start))
        if citation.antecedent is None and number not in seen and not _AMENDED_BY.search(before):
            yield citation
        seen.add(number)


@checks("C107")
def cited_date_missing(case: Case) -> Iterator[Fault]:
    """The first mention has no date."""
    own = case.plan.number
    if not case.is_plan and own is not None and own.style is NumberStyle.NORMATIVE:
        return
    for citation in _first_mentions(case):
        kind = citation.instrument.kind
        if kind is not None and kind.name in _BY_NAME:
            continue
        if citation.instrument.issued_on is None:
            yield Fault(
                span=citation.span,
                message=f"{citation.text} được viện dẫn lần đầu mà không ghi ngày",
                message_en=f"{citation.text} is first cited without its date",
            )


@checks("C108")
def cited_issuer_missing(case: Case) -> Iterator[Fault]:
    """The first mention does not say who issued the document, nor does its number."""
    named_before: Citation | None = None
    for citation in _first_mentions(case):
        number = citation.instrument.number
        if citation.instrument.issuer is not None or number is None or names_one_body(number):
            continue
        start = citation.extent.start
        before = case.read(Span(max(0, start - _NEAR), start))
        end = named_before.extent.end if named_before else start
        between = case.read(Span(end, start)) if end < start else ""
        if _ISSUER_BEFORE.search(before) or (between and _LIST_GOES_ON.fullmatch(between)):
            named_before = citation
            continue
        stop = citation.extent.end
        if _JOINT_ISSUER.match(case.read(Span(stop, min(stop + _NEAR, len(case.text))))):
            continue
        yield Fault(
            span=citation.span,
            message=f"{citation.text} được viện dẫn lần đầu mà không ghi cơ quan ban hành",
            message_en=f"{citation.text} is first cited without its issuer",
        )


@checks("C109")
def cited_after_issue(case: Case) -> Iterator[Fault]:
    """What is cited is younger than what cites it."""
    for citation in case.plan.citations:
        day = citation.instrument.issued_on
        first = day.earliest if day is not None else None
        if first is not None and case.day is not None and first > case.day:
            yield Fault(
                span=citation.span,
                message=f"{citation.text} ngày {day} được ban hành sau văn bản này ({case.day})",
                message_en=f"{citation.text} of {day} is younger than this document ({case.day})",
            )


@checks("C110")
def cited_number_misprint(case: Case) -> Iterator[Fault]:
    """The number of a cited document has a stray space or a wrong letter or mark."""
    for citation, number in case.numbered:
        told = [problem for problem in citation.problems if problem not in _OF_THE_COPY]
        if told == ["stray-space"] and not has_blank(case, citation.span):
            continue
        if told:
            printed = " ".join(citation.text.split())
            yield Fault(
                span=citation.span,
                message=f"Số, ký hiệu {printed} viết không đúng, đúng là {number}",
                message_en=f"The number {printed} is misprinted ({', '.join(told)}): {number}",
                edits=(Edit(citation.span, str(number)),),
            )


@checks("C111")
def cited_number_word_missing(case: Case) -> Iterator[Fault]:
    """A kind is followed by its number at once."""
    for citation, _number in case.numbered:
        before = case.read(Span(citation.extent.start, citation.span.start))
        if citation.kind_text and folded(before) == folded(citation.kind_text):
            yield Fault(
                span=citation.span,
                message=f"Trước {citation.text} thiếu từ “số”",
                message_en=f"The word “số” is missing before {citation.text}",
            )


@checks("C112")
def basis_without_standing(case: Case) -> Iterator[Fault]:
    """A basis is of a kind that decides nothing."""
    for citation in case.plan.citations:
        kind = citation.instrument.kind
        if citation.role is not CitationRole.BASIS or kind is None:
            continue
        if kind.name in _TELLING_KINDS or kind.base in _TELLING_KINDS:
            yield Fault(
                span=citation.span,
                message=f"{kind.name} không phải là căn cứ ban hành văn bản",
                message_en=f"A document cannot rest on a {kind.name}",
            )

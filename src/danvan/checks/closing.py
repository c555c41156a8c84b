"""Family S: how a document ends: its last mark, recipients, archive, signatures (kết thúc)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.findings import Edit
from danvan.instruments import NumberStyle
from danvan.plan import PartKind
from danvan.span import Span
from danvan.units import AgencyKind, System

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case

_END_MARK = re.compile(r"\./\.|\.//\.|\. ?/ ?\.")
_ARCHIVE_LINE = re.compile(r"(?<!\w)[Ll]ưu\s*(?P<colon>:)?\s*(?P<rest>[^\n|]{0,80})")
_ARCHIVE_WORD = re.compile(r"[Ll]ưu")
_CLERKS = re.compile(r"\bV(?:ăn )?[Tt](?:hư)?|\bVP|\bVăn phòng")
# Bodies that decide together, for which their head signs (NĐ 30/2020, Điều 13).
_TOGETHER = frozenset({AgencyKind.PEOPLES_COMMITTEE, AgencyKind.PEOPLES_COUNCIL})
_FRONT = "mặt trận"
_PARTY_SIGN = re.compile(r"([TKL]|TU)\s?/\s?([MTLQ])")
_STATE_BODY = re.compile(r"[UỦ][YỶ]\s+BAN\s+NHÂN|UBND|HỘI\s+ĐỒNG\s+NHÂN|HĐND")


def _is_of_members(case: Case) -> bool:
    """Whether a union or an association issues the document, which has rules of its own."""
    return any(
        issuer.system is System.FRONT and _FRONT not in issuer.key for issuer in case.plan.issuers
    )


@checks("S108")
def recipients_missing(case: Case) -> Iterator[Fault]:
    """No recipients are named."""
    if not case.plan.recipients and case.plan.archive is None and not case.is_truncated:
        yield Fault(
            span=case.end,
            message="Văn bản không có phần nơi nhận",
            message_en="The document names no recipients",
        )


@checks("S109")
def signature_missing(case: Case) -> Iterator[Fault]:
    """Nobody signs."""
    if not case.plan.signatures and not case.is_truncated:
        yield Fault(
            span=case.end,
            message="Văn bản không có chức vụ, họ tên người ký",
            message_en="The document names nobody who signs it",
        )


@checks("S110")
def end_mark_missing(case: Case) -> Iterator[Fault]:
    """The body ends without its mark."""
    body = [
        p.span
        for p in case.plan.parts
        if p.kind in {PartKind.PREAMBLE, PartKind.HEADING, PartKind.PARAGRAPH, PartKind.TABLE}
    ]
    number = case.plan.number
    normative = number is not None and number.style is NumberStyle.NORMATIVE
    if not body or case.is_truncated or normative or case.plan.issued_with or _is_of_members(case):
        return
    closing = case.parts(PartKind.CLOSING)
    end = closing[0].start if closing else body[-1].end
    last = Span(max(body[-1].start, body[-1].end - 80), max(end, body[-1].end))
    if case.search(_END_MARK, last) is None:
        yield Fault(
            span=Span(body[-1].end - 1, body[-1].end),
            message="Cuối nội dung thiếu dấu “./.”",
            message_en="The mark “./.” is missing at the end of the body",
        )


@checks("S115")
def archive_malformed(case: Case) -> Iterator[Fault]:
    """The line of the archive lacks its colon, or of the state the clerks' office."""
    if _is_of_members(case):
        return
    needs_clerks = System.FRONT not in case.systems
    for stretch in case.parts(PartKind.CLOSING):
        for at in case.search_all(_ARCHIVE_LINE, stretch):
            match = _ARCHIVE_LINE.match(case.read(at))
            if match is None:
                continue
            rest = match["rest"]
            if match["colon"] and (_CLERKS.search(rest) or not needs_clerks):
                continue
            word = case.search(_ARCHIVE_WORD, at) or at
            mended = () if match["colon"] else (Edit(Span(word.end, word.end), ":"),)
            yield Fault(
                span=at,
                message="Dòng lưu không đúng mẫu “Lưu: VT, ...”",
                message_en="The line of the archive is not of the form “Lưu: VT, ...”",
                edits=mended,
            )


@checks("S123")
def authority_missing(case: Case) -> Iterator[Fault]:
    """The head of a body that decides together signs without naming the body."""
    issuers = case.plan.issuers
    if (
        not issuers
        or case.plan.issued_with
        or any(a.kind not in _TOGETHER or a.post for a in issuers)
    ):
        return
    for signature in case.plan.signatures:
        if signature.authority is None and signature.position is not None:
            yield Fault(
                span=signature.span,
                message=f"Thiếu dòng “TM. {issuers[0].full_name.upper()}” trước chức vụ",
                message_en="The line “TM.” with the name of the body is missing before the post",
            )


@checks("S124")
def deputy_without_kt(case: Case) -> Iterator[Fault]:
    """A deputy signs as if the head did."""
    for signature in case.plan.signatures:
        position = signature.position or ""
        if not _STATE_BODY.search(signature.authority or ""):
            continue
        signs = f"{signature.authority or ''} {position}"
        if position.startswith("PHÓ ") and not re.search(r"\bKT\b|K/T", signs):
            yield Fault(
                span=signature.span,
                message=f"{position} ký mà không ghi “KT.” người đứng đầu",
                message_en=f"{position} signs without “KT.” and the post of the head",
            )


@checks("S125")
def authority_form(case: Case) -> Iterator[Fault]:
    """A body of the state signs with the Party's signs."""
    for signature in case.plan.signatures:
        if not _STATE_BODY.search(signature.authority or ""):
            continue
        for at in case.search_all(_PARTY_SIGN, signature.span):
            sign = "".join(c for c in at.of(case.text) if c.isalpha())
            yield Fault(
                span=at,
                message=f"Văn bản của Nhà nước ghi “{sign}.”, không ghi “{at.of(case.text)}”",
                message_en=f"The state writes “{sign}.” and not “{at.of(case.text)}”",
                edits=(Edit(at, f"{sign}."),),
            )

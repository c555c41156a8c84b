"""Charges: which bodies a heading or a paragraph gives work to (giao nhiệm vụ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.subjects import WORK_FOLLOWS, named_in, subject_bodies, work_start

if TYPE_CHECKING:
    from danvan.plan.blocks import Block
    from danvan.plan.bodies import Bodies
    from danvan.units import Agency

# Words before the body that a paragraph or heading charges.
_CHARGE = re.compile(
    r"(?:(?:Trong đó,? g|G)iao(?: trách nhiệm)?(?: cho)?|Đề nghị|Kính đề nghị|Yêu cầu|Định kỳ,?|"
    r"H[ằà]ng năm,?|Đối với|Phân công|Trách nhiệm(?: của)?|Nhiệm vụ của|Ủy nhiệm|Ủy quyền cho)\s+"
    r"(?:đối với\s+|cho\s+)?"
)
_IN_CLOSING = re.compile(
    r"(?:đề nghị|yêu cầu|giao|Đề nghị|Yêu cầu|Giao)\s+(?:đối với\s+|cho\s+)?(?=\S)"
)
_SUBJECT_IN_CLOSING = re.compile(r"[,;.] (?=\S)")
_GIVEN = re.compile(
    r"(?:(?<=\ufdd0)|(?<=\()|(?<=[.;,] )|^)(?:[Tt]rong đó,? )?[Gg]iao (?:cho )?(?=\S)"
)
_LEADS = re.compile(
    r" ?(?:\([^)]{0,80}\) ?)?(?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|làm đầu mối|có trách nhiệm ?:|chịu trách nhiệm)"
)
_DEMANDS = re.compile(r" (?:yêu cầu|đề nghị|giao)(?: cho)? (?=\S)")
_OF_ANOTHER = re.compile(
    r"\b(?:của|với|do|tại|cho|về|gửi|báo cáo|giúp|cùng|thuộc|giữa|bởi|và|qua) $|[(“]$"
)
_DUTY_VERB = re.compile(
    r",? (?:có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|phối hợp|báo cáo|phản ánh|kịp thời|"
    r"nghiêm túc|căn cứ|xây dựng|tổ chức|triển khai|thực hiện|tham mưu|gửi)\b"
)
_REACH = 260
_ANY_VERB = re.compile(r" [a-zà-ỹđ]")
_BINDING_VERB = re.compile(r" (?:thực hiện|triển khai|nghiêm túc|tổ chức|căn cứ|chịu|có trách)")


def charged_in(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that a paragraph gives work to: "(Giao A ...)", "A chủ trì"."""
    text = bodies.text
    given = text.find("iao ", block.start, block.end) >= 0  # spares most blocks the pattern: 2 %
    for match in _GIVEN.finditer(text, block.start, block.end) if given else ():
        listed, _ = bodies.listed(match.end())
        if listed:
            return listed
    done = block.start
    for mention in bodies.within(block.start, block.end):
        if mention.span.start < done:
            continue
        listed, done = bodies.listed(mention.span.start)
        by_another = text.startswith("do ", mention.span.start - 3)
        if not by_another and _LEADS.match(text, done, block.end):
            return listed
    return []


def charged_by_heading(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies of a heading; one that stands where a body must stand is taken as printed."""
    charge = _CHARGE.match(block.text)
    begin = block.start + (charge.end() if charge else 0)
    stop = work_start(bodies.text, begin, block.end)
    return named_in(bodies, begin, block.end if stop is None else stop).bodies


def charged_at_start(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that a paragraph itself charges, at its beginning."""
    charge = _CHARGE.match(block.text)
    begin = block.start + (charge.end() if charge else 0)
    listed, end = bodies.listed(begin)
    if charge is None and listed and WORK_FOLLOWS.match(bodies.text, end, block.end):
        demand = _DEMANDS.match(bodies.text, end, block.end)
        asked, _ = bodies.listed(demand.end()) if demand else ([], 0)
        if asked:
            return asked
    return subject_bodies(bodies, begin, block.end, charged=charge is not None)


def charged_amid(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that are the subject of a paragraph which opens with something else.

    "Kết thúc đợt kiểm tra, Đoàn chịu trách nhiệm báo cáo": after a comma, or before a verb of duty.
    """
    text = bodies.text
    done = block.start
    for mention in bodies.within(block.start, min(block.end, block.start + _REACH)):
        if mention.span.start < done:
            continue
        listed, done = bodies.listed(mention.span.start)
        before = text[max(block.start, mention.span.start - 8) : mention.span.start]
        if _OF_ANOTHER.search(before):
            continue
        if _DUTY_VERB.match(text, done, block.end):
            return listed
    return []


def charged_in_closing(block: Block, bodies: Bodies) -> list[Agency]:
    """Whom a closing paragraph binds: "đề nghị A nghiêm túc thực hiện", ", A thực hiện tốt"."""
    text = bodies.text
    for match in _IN_CLOSING.finditer(text, block.start, block.end):
        listed, _ = bodies.listed(match.end())
        if listed:
            return listed
    done = block.start
    for match in _SUBJECT_IN_CLOSING.finditer(text, block.start, block.end):
        if match.end() < done:
            continue
        listed, end = bodies.listed(match.end())
        if not listed:
            continue
        done = end
        before = bodies.within(block.start, match.start())
        joined = bool(before) and before[-1].span.end == match.start() and match.group()[0] == ","
        verb = _BINDING_VERB if joined else _ANY_VERB
        if verb.match(text, end, block.end):
            return listed
    return []

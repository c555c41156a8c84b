"""Duties: who must do what, with whom, and to whom they report (phân công nhiệm vụ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.charges import (
    charged_amid,
    charged_at_start,
    charged_by_heading,
    charged_in,
    charged_in_closing,
)
from danvan.plan.credits import credits_of, is_credit, product_of, time_lines
from danvan.plan.model import Role
from danvan.plan.outline import Node, Outline
from danvan.plan.parties import ADVISED, DIRECTED, WITH, bodies_after, reported_to
from danvan.plan.subjects import predicate_start
from danvan.units import Agency

if TYPE_CHECKING:
    from danvan.plan.bodies import Bodies
_GIVES = re.compile(r"Giao (?!ban|dịch|thông|lưu|tiếp)[^.;]*$")
# Parts that say who reports what by when.
_REPORTING = re.compile(
    r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|^báo cáo kết quả", re.IGNORECASE
)
# "A có trách nhiệm:" only leads on to the duties below.
_LEADS_ON = re.compile(
    r",?(?: (?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện|tập trung))?"
    r"(?: (?:thực hiện )?(?:các )?(?:nhiệm vụ|nội dung|công việc)(?: sau(?: đây)?)?| sau| như sau)?"
    r" ?:"
)
_LAST_WORDS = re.compile(r"Trên đây là|Căn cứ|Nhận được|Trong quá trình|Quá trình")
_CLOSES = re.compile(r"Trên đây là")


@attrs.define
class Duty:
    """An assignment while it is put together; offsets are those of the reading text.

    ``dated_by`` are the bullets after its paragraph that only give its dates.
    """

    block: Block
    dated_by: list[Block]
    node: Node
    lead: list[Agency]
    coordinating: list[Agency]
    advising: list[Agency]
    supervised: list[Agency]
    reports_to: list[Agency]
    via: list[Agency]
    product: str | None = None


# Kinds whose numbered points are demands where the words before them say so.
_DEMANDING = frozenset({"Chỉ thị", "Công điện", "Công văn", "Thông báo"})
_DEMANDS = re.compile(
    r"\b(?:yêu cầu|chỉ thị|đề nghị|giao|chỉ đạo|kết luận)\b(?=[^.;\ufdd0]{0,200}:$)"
)


def demand_of(kind: str | None, outline: Outline, bodies: Bodies) -> Demand | None:
    """What the last words before the first number demand: "Chủ tịch UBND tỉnh yêu cầu:"."""
    if kind not in _DEMANDING or not outline.preamble:
        return None
    block = outline.preamble[-1]
    match = _DEMANDS.search(bodies.text, block.start, block.end)
    if match is None:
        return None
    asked, _ = bodies.listed(match.end() + 1)
    return Demand(asked)


@attrs.frozen
class Demand:
    """That all of an outline demands something, of the bodies that are asked if any are."""

    asked: list[Agency]


def read_duties(outline: Outline, bodies: Bodies, demand: Demand | None = None) -> list[Duty]:
    """The assignments of a document, in reading order."""
    found: list[Duty] = []
    waiting = [(node, demand is not None) for node in outline.nodes]
    while waiting:
        node, inside = waiting.pop()
        inside = inside or _implements(node) or _is_addressed(node, bodies)
        waiting += [(below, inside) for below in node.nodes]
        credited = _credited(node, bodies)
        if credited is not None:
            found.append(credited)
        elif inside:
            found += _of_node(node, bodies, demand)
        else:
            found += _charged(node, bodies)
    found.sort(key=lambda duty: duty.block.start)
    _bind_time_lines(found)
    return found


def _bind_time_lines(duties: list[Duty]) -> None:
    """Give each line that only says when ("Thời gian: ...") to the duty of its section above it."""
    of_node: dict[int, list[Duty]] = {}
    for duty in duties:
        of_node.setdefault(id(duty.node), []).append(duty)
    for duty in duties:
        if of_node[id(duty.node)][0] is not duty or duty.dated_by:
            continue
        siblings = of_node[id(duty.node)]
        for line in time_lines(duty.node):
            above = [d for d in siblings if d.block.start < line.start]
            if above and line not in above[-1].dated_by:
                above[-1].dated_by = [*above[-1].dated_by, line]


def _implements(node: Node) -> bool:
    """Whether the heading of a section says that it tells who does what."""
    title = node.title or ""
    given = _GIVES.match(title) or _REPORTING.search(title)
    return given is not None or Role.IMPLEMENTATION in node.roles


def _is_addressed(node: Node, bodies: Bodies) -> bool:
    """Whether the heading of a section is the name of a body, and of nothing else."""
    if node.title is None or node.parent is None:
        return False
    named, end = bodies.listed(node.block.start)
    return bool(named) and not bodies.text[end : node.block.end].strip(" .:;")


def _of_node(node: Node, bodies: Bodies, demand: Demand | None) -> list[Duty]:
    duties: list[Duty] = []
    dates = _dates_below(node)
    only_dates = {id(block) for blocks in dates.values() for block in blocks}
    is_part = node.parent is None
    inherited = _heading_bodies(node, bodies, above_parts=demand is not None)
    inherited = inherited or (demand.asked if demand else [])
    if node.title is None:
        own = charged_at_start(node.block, bodies)
        if not own and not inherited:
            own = charged_amid(node.block, bodies)
        if (own or inherited) and not is_credit(node.block) and not _only_leads_on(node, bodies):
            duties.append(_duty(node.block, node, own or inherited, bodies, dates))
        inherited = own or inherited
    for block in node.body:
        if not isinstance(block, Block) or block.kind is not BlockKind.PARAGRAPH or not block.text:
            continue
        if id(block) in only_dates or is_credit(block):
            continue
        lead = charged_at_start(block, bodies)
        if is_part and not lead:
            lead = charged_in_closing(block, bodies)
        if not lead and not (_LAST_WORDS if is_part else _CLOSES).match(block.text):
            lead = inherited
        if lead:
            duties.append(_duty(block, node, lead, bodies, dates))
    return duties


def _credited(node: Node, bodies: Bodies) -> Duty | None:
    """The task of a section whose lines name the bodies in charge."""
    credit = credits_of(node, bodies)
    if not credit.lead:
        return None
    duty = _duty(node.block, node, credit.lead, bodies, {})
    duty.coordinating = credit.helping
    duty.product = credit.product
    duty.dated_by = credit.times
    return duty


def _charged(node: Node, bodies: Bodies) -> list[Duty]:
    """Outside "Tổ chức thực hiện": only where a body is charged in so many words."""
    blocks = [b for b in node.body if isinstance(b, Block)]
    if node.title is None:
        blocks.insert(0, node.block)
    duties = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            lead = charged_in(block, bodies)
            if lead:
                duties.append(_duty(block, node, lead, bodies, {}))
    return duties


def _heading_bodies(node: Node, bodies: Bodies, *, above_parts: bool) -> list[Agency]:
    """The bodies that the nearest heading names; the part's own heading names none."""
    above: Node | None = node
    while above is not None and (above_parts or above.parent is not None):
        if above.title is not None:
            named = charged_by_heading(above.block, bodies)
            if named:
                return named
        elif above is not node:
            named = charged_at_start(above.block, bodies)
            if named:
                return named
        above = above.parent
    return []


_DATED = re.compile(r"\d{1,2}/\d{1,2}|ngày \d|tháng \d|quý [IV\d]", re.IGNORECASE)
_NAMES_A_REPORT = re.compile(
    r"(?:báo cáo|kỳ|đợt|lần|tháng|quý|năm|\d|trước|sơ kết|tổng kết)", re.IGNORECASE
)
_LONGEST_DATED = 160


def _only_leads_on(node: Node, bodies: Bodies) -> bool:
    """Whether the text of a section names a body and leaves its duties to what is below."""
    block = node.block
    if not node.body or not block.text.endswith(":"):
        return False
    stop = predicate_start(bodies.text, block.start, block.end)
    return stop is not None and _LEADS_ON.fullmatch(bodies.text, stop, block.end) is not None


def _dates_below(node: Node) -> dict[int, list[Block]]:
    """For each paragraph that ends in a colon, by id, the bullets that only give its dates."""
    found: dict[int, list[Block]] = {}
    leading: Block | None = node.block if node.title is None else None
    for part in node.body:
        if not isinstance(part, Block):
            leading = None
        elif leading is not None and leading.text.endswith(":") and _only_dates(part):
            found.setdefault(id(leading), []).append(part)
        else:
            leading = part
    return found


def _only_dates(block: Block) -> bool:
    """Whether a bullet gives a date and names a report, and nothing more."""
    text = block.text
    return (
        block.is_bullet
        and len(text) <= _LONGEST_DATED
        and _DATED.search(text) is not None
        and _NAMES_A_REPORT.match(text) is not None
    )


def _duty(
    block: Block, node: Node, lead: list[Agency], bodies: Bodies, dates: dict[int, list[Block]]
) -> Duty:
    reports_to, via = reported_to(block, bodies)
    return Duty(
        block=block,
        dated_by=dates.get(id(block), []),
        node=node,
        lead=lead,
        coordinating=bodies_after(WITH, block, bodies),
        advising=bodies_after(ADVISED, block, bodies),
        supervised=bodies_after(DIRECTED, block, bodies),
        reports_to=reports_to,
        via=via,
        product=product_of(block),
    )

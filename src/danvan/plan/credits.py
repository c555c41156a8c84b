"""Credits: lines below a task that say whose it is, by when, and what comes of it (dòng phân công).

"Cơ quan chủ trì: A.", "Đơn vị phối hợp: B, C.", "Thời gian thực hiện: quý II.", "Sản phẩm: ...".
They are bullets, or points of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.outline import Node
from danvan.plan.subjects import named_in
from danvan.units import Agency

if TYPE_CHECKING:
    from danvan.plan.bodies import Bodies

_BODY = re.compile(
    r"(?:(?:Cơ quan|Đơn vị|Bộ phận) )?"
    r"(?:(?P<lead>chủ trì|thực hiện|phụ trách|đầu mối|tham mưu)|(?P<with>phối hợp))"
    r"(?: thực hiện| chính)? ?: ?",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"(?:(?<=[;.,(] )|^)(?:sản phẩm|kết quả|đầu ra)(?: đầu ra| dự kiến| cần đạt| hoàn thành)? ?: ?"
    r"(?P<what>[^;.\ufdd0]{2,200})",
    re.IGNORECASE,
)
# A line that gives the time of the task above it.
TIME_LINE = re.compile(
    r"(?:Thời\s(?:gian|hạn|điểm)(?:\s(?:thực hiện|triển khai|hoàn thành|tổ chức|báo cáo|thi hành|"
    r"tiến hành))?|Tiến độ(?: thực hiện)?|Hoàn thành)\s?:",
    re.IGNORECASE,
)


@attrs.define
class Credits:
    """What the lines below a task say of it."""

    lead: list[Agency] = attrs.Factory(list)
    helping: list[Agency] = attrs.Factory(list)
    product: str | None = None
    times: list[Block] = attrs.Factory(list)


def credits_of(node: Node, bodies: Bodies) -> Credits:
    """What the lines of a section, and the points below it, say of its task."""
    found = Credits()
    for part in node.body:
        block = _line(part)
        if block is None:
            continue
        found.product = found.product or product_of(block, at_start=True)
        if TIME_LINE.match(block.text):
            found.times.append(block)
        match = _BODY.match(block.text)
        if match is None:
            continue
        named = named_in(bodies, block.start + match.end(), block.end).bodies
        if match["lead"]:
            found.lead = found.lead or named
        else:
            found.helping += named
    return found


def time_lines(node: Node) -> list[Block]:
    """The lines of a section, and the points below it, that only give a time."""
    lines = map(_line, node.body)
    return [line for line in lines if line is not None and TIME_LINE.match(line.text)]


def _line(part: Node | Block) -> Block | None:
    """The block of a part that may be such a line: a paragraph, or a point without more below."""
    if isinstance(part, Node):
        return part.block if part.title is None and not part.body else None
    return part if part.kind is BlockKind.PARAGRAPH else None


def is_credit(block: Block) -> bool:
    """Whether a line only says when a task is due, whose it is or what comes of it."""
    text = block.text
    product = _PRODUCT.match(text)
    return bool(TIME_LINE.match(text) or _BODY.match(text) or product)


def product_of(block: Block, *, at_start: bool = False) -> str | None:
    """What a paragraph says comes of the work: "sản phẩm: báo cáo tổng hợp"."""
    match = _PRODUCT.match(block.text) if at_start else _PRODUCT.search(block.text)
    return match["what"].strip() if match else None

"""Parties: with whom work is done, who is advised or directed, and who receives reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.headed import headed_bodies
from danvan.plan.subjects import subject_bodies

if TYPE_CHECKING:
    from danvan.plan.blocks import Block
    from danvan.plan.bodies import Bodies
    from danvan.units import Agency

_REACH = 260
WITH = re.compile(
    r"[Pp]hối hợp(?: (?:chặt chẽ|thường xuyên|đồng bộ|tốt|kịp thời|hiệu quả))?"
    r"(?: (?:cùng )?với| cùng)?[:,]? (?=\S)"
)
_REPORTS = re.compile(r"\b(?:[Bb]áo cáo|[Gg]ửi|[Nn]ộp|[Pp]hản ánh|[Pp]hản ảnh)\b")
_PURPOSE_BEFORE = re.compile(r"\bđể(?: [^\W\d_]+){0,3}[, ]*$")
_STRAIGHT = re.compile(
    r"(?:[, ]{0,2}(?:kết quả(?: thực hiện)?|bằng văn bản|định kỳ|kịp thời|ngay|về|cho|lên|đến|gửi|"
    r"với|trực tiếp)\b)* (?=\S)"
)
_TOWARDS = re.compile(r"\b(?:gửi về|gửi đến|về|gửi|lên|cho|đến|với) (?=\S)")
_CLAUSE_END = re.compile(r"[;.](?=\s|$)|\n")
ADVISED = re.compile(
    r"\b(?:[Tt]ham mưu(?: cho| giúp| đề xuất| trình)?|[Gg]iúp|[Đđ]ề xuất(?: với)?|[Tt]rình) (?=\S)"
)
DIRECTED = re.compile(
    r"\b(?:[Cc]hỉ đạo|[Đđ]ôn đốc|[Hh]ướng dẫn|[Kk]iểm tra|[Gg]iám sát)"
    r"(?:,? (?:chỉ đạo|đôn đốc|hướng dẫn|kiểm tra|giám sát|và))* (?=\S)"
)


# Where the name of one who receives something ends, if the grammar of bodies does not know it.
_RECEIVER_END = re.compile(
    r"[,.;:(\ufdd0]| (?:trước|chậm nhất|muộn nhất|vào|để|định kỳ|bằng|theo|khi|trong|kết quả|"
    r"tình hình|hằng|hàng|đúng|kịp|tổng hợp|xem xét|phê duyệt|và|sau|mỗi)\b"
)
_LONGEST_NAME = 80


def bodies_after(pattern: re.Pattern[str], block: Block, bodies: Bodies) -> list[Agency]:
    """All bodies that stand right after a word of the pattern, each once."""
    found: dict[str, Agency] = {}
    for match in pattern.finditer(bodies.text, block.start, block.end):
        if pattern is WITH:
            listed = subject_bodies(bodies, match.end(), block.end, charged=True)
        else:
            listed, _ = bodies.listed(match.end())
        for agency in listed:
            found.setdefault(agency.key, agency)
    return list(found.values())


def reported_to(block: Block, bodies: Bodies) -> tuple[list[Agency], list[Agency]]:
    """Who receives the reports, and through whom; a purpose ("để ... báo cáo") is no report."""
    text = bodies.text
    found: dict[str, Agency] = {}
    channels: dict[str, Agency] = {}
    for match in _REPORTS.finditer(text, block.start, block.end):
        if _PURPOSE_BEFORE.search(text, max(block.start, match.start() - 48), match.start()):
            continue
        receivers, via = _receivers(bodies, match.end(), block.end)
        for agency in receivers:
            found.setdefault(agency.key, agency)
        for agency in via:
            channels.setdefault(agency.key, agency)
    return list(found.values()), list(channels.values())


def _receivers(bodies: Bodies, begin: int, limit: int) -> tuple[list[Agency], list[Agency]]:
    text = bodies.text
    straight = _STRAIGHT.match(text, begin, limit)
    if straight:
        receivers, via, _ = bodies.received(straight.end())
        if receivers:
            return receivers, via
    stop = _CLAUSE_END.search(text, begin, min(limit, begin + _REACH))
    end = stop.start() if stop else min(limit, begin + _REACH)
    for towards in _TOWARDS.finditer(text, begin, end):
        if _PURPOSE_BEFORE.search(text, begin, towards.start()):
            break
        receivers, via, _ = bodies.received(towards.end())
        if not receivers:
            receivers, via = _named_receiver(bodies, towards.end(), end)
        if receivers:
            return receivers, via
    return [], []


def _named_receiver(bodies: Bodies, begin: int, end: int) -> tuple[list[Agency], list[Agency]]:
    """A receiver as printed, where the grammar of bodies does not know it."""
    text = bodies.text
    stop = _RECEIVER_END.search(text, begin, min(end, begin + _LONGEST_NAME))
    last = stop.start() if stop else min(end, begin + _LONGEST_NAME)
    receivers = headed_bodies(text[begin:last])
    if not receivers:
        return [], []
    _, via, _ = bodies.channelled(last)
    return receivers, via

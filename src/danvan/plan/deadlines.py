"""Deadlines: which of the times in a body say when work is to be done (thời hạn)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate, Period, Recurrence, Relation, TimeExpression, TimeLimit
from danvan.plan.blocks import Block
from danvan.plan.credits import TIME_LINE
from danvan.plan.extents import Extents
from danvan.plan.model import Role
from danvan.plan.outline import Node
from danvan.plan.reviews import is_review
from danvan.span import Span

if TYPE_CHECKING:
    from danvan.instruments import Citation

# What goes before a time that is no time of work: entry into force, birth, a name of a thing.
_NOT_WORK = re.compile(
    r"(?:hiệu lực|áp dụng)[^.;]{0,40}$|(?:mốc|thời kỳ|niên độ|số liệu|giai đoạn)[^.;:]{0,30}$",
    re.IGNORECASE,
)
_ENTERS = re.compile(r"(?:thi hành|áp dụng|ban hành|(?<!đăng )ký)\s(?:kể )?$", re.IGNORECASE)
# "kế hoạch hằng năm": the interval says which plan, not when something is due.
_WHICH = re.compile(
    r"(?:(?:kế hoạch|chương trình)(?: công tác| kiểm tra| hành động)?|dự toán|ngân sách|kinh phí|"
    r"chỉ tiêu|nghị quyết|nhiệm vụ|mục tiêu|thu nhập|tỷ lệ|danh mục|trợ cấp|phụ cấp|lương|phí)\s$"
    r"|\bsau(?:\s[^\W\d_]+){1,3}\s$",
    re.IGNORECASE,
)
# What people are paid every month is no work: "hưởng tiền tuất hàng tháng".
_ALLOWANCE = re.compile(
    r"\b(?:hưởng|trợ cấp|phụ cấp|trợ giúp|lương|tiền|học bổng|chế độ|chi trả)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
# A term to which something else is cut down is an aim: "rút ngắn ... còn không quá 02 giờ".
_SHORTENED = re.compile(r"\b(?:rút ngắn|giảm|còn|xuống)\b[^.;,]{0,60}$", re.IGNORECASE)
# How long a meeting lasts: "tổ chức trước ngày 30/7, thời gian không quá 02 ngày".
_LASTS = re.compile(r",\sthời gian $")
# What is held on a day without a word of relation: "khởi công đầu tháng 3", "vào ngày 27/7".
_HELD = re.compile(
    r"\b(?:vào|khởi công|khánh thành|khai mạc|bế mạc|khai giảng|bế giảng|ra quân|phát động|tổ chức|"
    r"tiến hành|sơ kết|tổng kết|bắt đầu|kết thúc|họp|ra mắt)(?: (?:trong|dịp|lúc|là))?:? $",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bhết\b|\bhoàn thành\b", re.IGNORECASE)
_COUNT_BEFORE = re.compile(r"(?:sơ kết|tổng kết|kỷ niệm)\s(?:\d+\s)?$", re.IGNORECASE)


# A template may keep last year's limits, which is for checks to say; a day further back is no
# duty, and a stretch of time that is over tells what is looked into ("số liệu từ ... đến ...").
_HISTORY = 3


@attrs.define
class Due:
    """A deadline while it is put together; offsets are those of the reading text."""

    when: TimeExpression
    block: Block
    node: Node | None
    about: str


def read_deadlines(
    text: str,
    times: tuple[TimeExpression, ...],
    citations: tuple[Citation, ...],
    placed: list[tuple[Block, Node | None]],
    issued_on: PartialDate | None = None,
) -> list[Due]:
    """The deadlines among the times of a reading text.

    ``placed`` are the blocks of the body with the section in which each stands, in reading order.
    A day long before ``issued_on`` is history and no deadline.
    """
    cited = Extents(citation.extent for citation in citations)
    starts = [block.start for block, _ in placed]
    found: list[Due] = []
    for when in times:
        i = bisect_right(starts, when.span.start) - 1
        if i < 0:
            continue
        block, node = placed[i]
        if when.span.start >= block.end or cited.hold(when.span.start):
            continue
        if _is_due(text, when, block, node) and not _is_history(when, issued_on):
            due = _related(_trimmed(when))
            found.append(Due(due, block, node, _about(text, due, block, node)))
    return found


def _is_due(text: str, when: TimeExpression, block: Block, node: Node | None) -> bool:
    before = text[max(block.start, when.span.start - 60) : when.span.start]
    if _NOT_WORK.search(before):
        return False
    if when.relation in {None, Relation.FROM} and _ENTERS.search(before):
        return False
    if is_review(node):
        return False
    own = when.span.of(text)
    if node is not None and node.title is not None and node.block is block:
        return not _is_year(when) and (_is_range(when, own) or _is_limit(when))
    begin, end = block.dated
    on_time_line = begin <= when.span.start < end or TIME_LINE.match(block.text) is not None
    if when.value is None:
        return on_time_line or when.relation is not None
    if isinstance(when.value, Recurrence):
        related = when.relation is not None
        return related or not (_WHICH.search(before) or _ALLOWANCE.search(before))
    if isinstance(when.value, TimeLimit) and (_SHORTENED.search(before) or _LASTS.search(before)):
        return False
    if _is_year(when) and node is not None and Role.FUNDING in node.roles:
        return False
    if when.relation is None:
        ranged = _is_range(when, own) or when.time is not None or when.part_of_day is not None
        set_apart = _is_scheduled(text, when, block) or _is_held(text, when, block)
        return ranged or set_apart or (on_time_line and not _COUNT_BEFORE.search(before))
    if when.relation is Relation.UNTIL and _is_year(when):
        return bool(_WHOLE.search(own) or _WHOLE.search(before) or on_time_line)
    if when.relation is Relation.FROM and _is_year(when):
        return on_time_line
    return True


_FROM = re.compile(r"(?:[Tt]ừ|TỪ) (?!năm|khi|nay(?! đến))")


def _is_range(when: TimeExpression, own: str) -> bool:
    """Whether it says from which day or month to which: "từ ngày 05/8 đến ngày 16/8/2024"."""
    return isinstance(when.value, Period) and _FROM.match(own) is not None


def _is_limit(when: TimeExpression) -> bool:
    return when.relation is not None and not isinstance(when.value, Recurrence)


# "- Đợt 1: Tháng 4 - 5/2024", "khai mạc: ngày 20/7; bế giảng: ngày 29/7": what, and when.
_LABEL = re.compile(r"[^:;.\n]{2,60}: ?")
_LONGEST_LABEL = 64


def _is_scheduled(text: str, when: TimeExpression, block: Block) -> bool:
    """Whether a time is all that a line, or a part of it that a semicolon ends, says of a label."""
    begin, end = _sentence_before(text, block.start, when.span.start)
    if _is_year(when) or end - begin > _LONGEST_LABEL:
        return False
    return _LABEL.fullmatch(text, begin, end) is not None


def _is_held(text: str, when: TimeExpression, block: Block) -> bool:
    """Whether a day, month or quarter opens a sentence or follows a verb of what is held then.

    One with a colon behind it heads a list ("Quý I: ..."), as a heading does.
    """
    if _is_year(when):
        return False
    begin, end = _sentence_before(text, block.start, when.span.start)
    if begin == end and isinstance(when.value, Period):
        return not text.startswith(":", when.span.end)
    return _HELD.search(text, max(begin, end - 24), end) is not None


def _trimmed(when: TimeExpression) -> TimeExpression:
    """A time without the label before it; a period is then the one in which to do it."""
    label = TIME_LINE.match(when.text)
    if label is None:
        return when
    rest = when.text[label.end() :].lstrip()
    if not rest:
        return when
    span = Span(when.span.end - len(rest), when.span.end)
    in_period = when.relation is Relation.BY and isinstance(when.value, Period)
    relation = Relation.DURING if in_period else when.relation
    return attrs.evolve(when, span=span, text=rest, relation=relation)


def _related(when: TimeExpression) -> TimeExpression:
    """What is to be done on a day or in a period, no word of relation before it, is `during`."""
    if when.relation is not None or isinstance(when.value, Recurrence):
        return when
    is_open = isinstance(when.value, Period) and when.value.end is None
    return attrs.evolve(when, relation=Relation.FROM if is_open else Relation.DURING)


def _is_history(when: TimeExpression, issued_on: PartialDate | None) -> bool:
    if issued_on is None or issued_on.year is None or when.value is None:
        return False
    last = getattr(when.value, "latest", None)
    if last is None:
        return False
    if when.relation is None and issued_on.earliest is not None and last < issued_on.earliest:
        return True
    return bool(last.year < issued_on.year - _HISTORY)


def _is_year(when: TimeExpression) -> bool:
    """Whether a period is made of whole years."""
    period = when.value
    if not isinstance(period, Period) or period.unit not in {"year", "range", "term"}:
        return False
    if period.unit != "range":
        return True
    first, last = period.earliest, period.latest
    begins = first is None or (first.month, first.day) == (1, 1)
    return begins and (last is None or (last.month, last.day) == (12, 31))


_SENTENCE = re.compile(r"[.;]\s")
_LONGEST_SENTENCE = 600


def _about(text: str, when: TimeExpression, block: Block, node: Node | None) -> str:
    """What is due: the sentence before the time; for a time line, the heading above it."""
    if TIME_LINE.match(block.text) and node is not None:
        return node.title or node.block.text
    if block.dated[1]:
        return block.text
    begin, end = _sentence_before(text, block.start, when.span.start)
    said = text[begin:end].strip(" ,(:-*")
    if not said or _ONLY_A_LABEL.fullmatch(said):
        begin, end = _sentence_before(text, block.start, max(block.start, begin - 2))
        said = text[begin:end].strip(" ,(:-*")
    if said:
        return said
    limit = min(block.end, when.span.end + _LONGEST_SENTENCE)
    following = _SENTENCE.search(text, when.span.end, limit)
    return text[when.span.end : following.start() if following else limit].strip(" ,.;:)")


_ONLY_A_LABEL = re.compile(r"(?:[Tt]hời gian|[Tt]hời hạn|[Tt]iến độ)(?: [^\W\d_]+){0,3}")


def _sentence_before(text: str, start: int, stop: int) -> tuple[int, int]:
    """The sentence, or the part of one that a semicolon ends, which goes before a place."""
    start = max(start, stop - _LONGEST_SENTENCE)
    marks = (text.rfind(mark, start, stop) + len(mark) for mark in (". ", "; "))
    return max(start, *marks), stop

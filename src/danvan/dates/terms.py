"""The grammar of counted terms: "trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates import numerals
from danvan.dates.clause import Clause
from danvan.dates.days import day
from danvan.dates.limit import TimeLimit
from danvan.dates.unit import Relation
from danvan.text import BREAK

if TYPE_CHECKING:
    from danvan.dates.point import Point
    from danvan.dates.tokens import Stretch

_FIELDS = {"ngày": "days", "tuần": "weeks", "tháng": "months", "năm": "years", "giờ": "hours",
           "h": "hours", "phút": "minutes"}  # fmt: skip
_DAYS = frozenset({"ngày", "thứ", "chủ nhật", "sáng", "hôm", "n", "mùng", "rằm", "hằng", "hàng"})
# The event goes on to the end of its clause.
_ANCHOR = re.compile(rf"[^,;.:()“”«»\"\n{BREAK}]{{1,160}}")
_ANCHOR_ENDS = re.compile(
    r" (?:thì|theo quy định|phải|mà|nhưng|để|và|hoặc|sẽ|được xem|các cơ quan|cơ quan|ubnd|"
    r"chủ tịch|người|có trách nhiệm|trường hợp)(?= |$)"
)
# "trước ngày khai mạc 05 ngày", "trước buổi làm việc ít nhất 05 ngày": the event before the count.
_EVENT_BEFORE = re.compile(
    r"trước (?!đây|mắt|hết|tiên|nay|đó|kia|năm|nhất)(?:ngày |khi |thời điểm |lúc )?"
    rf"(?P<event>[^\W\d_][^,;.:()“”\"\n{BREAK}\d]{{1,58}}) "
)
_NO_EVENT = re.compile(r"\b(?:nghỉ|trong|sau|từ|đến|tháng|năm|quý|thêm|mỗi|hằng|hàng|gồm|là)\b")
_FARTHEST_EVENT = 80
_LEADING_DAY = re.compile(r"ngày (?=\S+ \S)", re.IGNORECASE)


def term(t: Stretch, i: int) -> Clause | None:
    """A counted term that begins at a token, with the relation before and the event behind it."""
    relation, j, marked = _relation(t, i)
    read = _length(t, j)
    if read is None:
        return None
    length, working, j = read
    back = False
    counted_from = anchor = None
    anchor_end = event_begin = None
    k = t.after(j, ",")
    if t.kind(k) in {"từ", "sau", "trước", "so với"} or t.kind(k) == "khi":
        behind = _event(t, k)
        if behind is None:
            return None
        counted_from, anchor, anchor_end, stop = behind
        if t.kind(k) == "trước" and relation is None and not {"days", "hours"} & set(length):
            return None  # "báo cáo 6 tháng trước ngày 20/6" is a report for six months
        back = t.kind(k) in {"trước", "so với"}
        if t.kind(k) == "so với":
            back = t.kind(i) == "trước"
        j = stop
    elif relation is None and (before := _event_before(t, i)) is not None:
        back = True
        event_begin, anchor = before
    elif relation is None or not (marked or working):
        return None
    if relation is None:
        relation = Relation.BY if back else Relation.DURING
    if relation is Relation.BEFORE:
        relation = Relation.BY if back else relation
    try:
        limit = TimeLimit(**length, working_days=working, back=back, anchor=anchor)
    except ValueError:
        return None
    return Clause(
        begin=i, stop=j, term=limit, relation=relation, counted_from=counted_from,
        anchor_end=anchor_end, event_begin=event_begin,
    )  # fmt: skip


def _relation(t: Stretch, i: int) -> tuple[Relation | None, int, bool]:
    """The words before the number; whether they alone make it a term."""
    j, relation, marked = i, None, False
    if t.kind(j) == "xong":
        j, marked = j + 1, True
    if t.kind(j) == "hạn":
        relation, j, marked = Relation.BY, j + 1, True
        j = t.after(j, "là")
        j = t.after(j, "sau")
        j = t.after(t.after(j, "trong"), "thời hạn")
    elif t.kind(j) == "ít nhất":
        relation, j = (None if t.values[j] else Relation.BY), j + 1
        marked = relation is not None
    elif t.kind(j) == "trong":
        relation, j = Relation.DURING, j + 1
        if t.kind(j) == "thời hạn":
            j, marked = t.after(j + 1, "thời hạn"), True
        if t.kind(j) == "hạn":
            j, marked = j + 1, True
        j = t.after(j, "ít nhất")
    elif t.kind(j) == "thời hạn":
        j = t.after(j + 1, "hạn")
        j = t.after(t.after(j, "là"), ":")
        relation = Relation.BY if t.kind(j - 1) == "hạn" else Relation.DURING
    elif t.kind(j) == "sau":
        relation, j = Relation.AFTER, t.after(j + 1, "thời hạn")
    elif t.kind(j) == "trước":
        relation, j = Relation.BEFORE, j + 1
        j = t.after(j, "ít nhất")
    return relation, j, marked


def _length(t: Stretch, i: int) -> tuple[dict[str, int], bool, int] | None:
    """As in "10 ngày làm việc", "15 (mười lăm) ngày", "6 tháng", "01 năm 6 tháng", "48 giờ"."""
    lengths: dict[str, int] = {}
    j, working = i, False
    while True:
        read = numerals.small(t, j)
        if read is None and t.kind(j) == "n" and t.digits(j) == 3:
            read = t.number(j), j + 1
        if read is None and not lengths and t.kind(j + 1) in _FIELDS:
            read = numerals.five(t, j)
        if read is None or t.kind(read[1]) not in _FIELDS:
            break
        field = _FIELDS[t.kind(read[1])]
        if field in lengths or read[0] == 0:
            return None
        lengths[field] = read[0]
        j = read[1] + 1
        if t.kind(j) == "làm việc":
            j, working = j + 1, True
            break
    if not lengths:
        return None
    if set(lengths) <= {"hours", "minutes"} and t.kind(t.after(j, ",")) in _DAYS:
        return None  # "chậm nhất 17 giờ ngày 5/7" is an hour of that day
    if t.kind(j) in {"/", "đầu", "lần"} or (
        t.kind(j) == "n" and t.kind(j - 1) in {"năm", "tháng", "ngày"}
    ):
        return None
    return lengths, working, j


def _event_before(t: Stretch, i: int) -> tuple[int, str] | None:
    """The event that stands before a count of days which goes back from it, and its place."""
    end = t.starts[i]
    begin = t.low.rfind("trước ", max(0, end - _FARTHEST_EVENT), end)
    match = _EVENT_BEFORE.fullmatch(t.low, begin, end) if begin >= 0 else None
    if match is None or _NO_EVENT.search(match["event"]):
        return None
    return begin, t.text[match.start("event") : match.end("event")]


def _event(t: Stretch, i: int) -> tuple[Point | None, str | None, int | None, int] | None:
    """The event that a term counts from: its day, its words, where they end."""
    first = t.kind(i)
    j = i + 1
    if first == "so với":
        j = t.after(t.after(j, "thời hạn"), "thời điểm")
    j = t.after(t.after(j, "khi"), "thời điểm")
    if first == "khi":
        j = i + 1
    named = day(t, j)
    if named is not None and not named.loose and named.day is not None:
        text = t.text[t.starts[j] : t.ends[named.stop - 1]]
        return named, text, None, named.stop
    start = (
        t.ends[j - 1] + 1
        if j <= len(t) and t.text[t.ends[j - 1] : t.ends[j - 1] + 1] in {" ", "\n"}
        else -1
    )
    if start < 0:
        return None
    match = _ANCHOR.match(t.text, start)
    if match is None:
        return None
    words = match.group()
    cut = _ANCHOR_ENDS.search(words.lower())
    if cut:
        words = words[: cut.start()]
    end = start + len(words.rstrip())
    words = words.strip()
    if not words or not words[0].isalpha():
        return None
    lead = _LEADING_DAY.match(words)
    stop = j
    while stop < len(t) and t.ends[stop] <= end:
        stop += 1
    return None, words[lead.end() :] if lead else words, end, stop

"""The words before a date that say how it bounds what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates.unit import Relation

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_RELATIONS = {
    "hạn": Relation.BY, "trước": Relation.BEFORE, "đến": Relation.UNTIL, "hết": Relation.UNTIL,
    "trong": Relation.DURING, "từ": Relation.FROM, "sau": Relation.AFTER,
}  # fmt: skip
_AFTER_RELATION = frozenset({"là", ":", "thời điểm", "thời hạn", "cả", "xong", "báo cáo", "lễ"})
_DONE = ("hoàn thành", "nộp", "gửi", "báo cáo")
_STRICTER = {Relation.BEFORE, Relation.AFTER}


@attrs.frozen(kw_only=True)
class Lead:
    """The words before a date: the relation they say, and where the date begins."""

    begin: int
    stop: int
    relation: Relation | None = None
    completion: bool = False
    continuous: bool = False


def lead(t: Stretch, i: int) -> Lead:
    """The relation that begins at a token: "chậm nhất là", "đến hết", "hoàn thành trong"."""
    j, begin = i, i
    completion = continuous = False
    relation: Relation | None = None
    if t.kind(j) == "thường xuyên":
        continuous, relation = True, Relation.DURING
        j += 1
        k = j + 1 if t.kind(j) in {",", "và"} else j
        if t.kind(k) == "liên tục":
            j = t.after(k + 1, ",")
    elif t.kind(j) == "xong":
        j += 1
        completion = t.kind(j) == "trong"
        begin = i if completion else j
    elif t.kind(j) == "thời hạn":
        k = t.after(t.after(j + 1, "là"), ":")
        if t.word(j) in {"thời hạn", "thoi han"} and k > j + 1:
            relation = Relation.BY if t.kind(k) in {"ngày", "n", "đến"} else None
            begin, j = (i, k) if relation else (k, k)
        else:
            return Lead(begin=i, stop=i)
    for _ in range(5):
        read = _RELATIONS.get(t.kind(j))
        if read is not None and not (read is Relation.FROM and relation is None and j == i):
            if read is Relation.FROM and relation is not None:
                break
            if relation is None or read in _STRICTER or relation is Relation.FROM:
                relation = read
            elif read is Relation.DURING and t.word(i).endswith(_DONE):
                relation, completion = read, True
        elif relation is None or t.kind(j) not in _AFTER_RELATION:
            break
        j += 1
    if relation is Relation.DURING and t.kind(j) == "cả":
        j += 1
    return Lead(begin=begin, stop=j, relation=relation, completion=completion,
                continuous=continuous)  # fmt: skip


def after_from(t: Stretch, i: int) -> Lead | None:
    """Từ before a single date: "kể từ ngày 10/9/2021", "từ sau ngày …"."""
    if t.kind(i) != "từ":
        return None
    relation, j = Relation.FROM, i + 1
    if t.kind(j) == "sau":
        relation, j = Relation.AFTER, j + 1
    j = t.after(j, "thời điểm")
    return Lead(begin=i, stop=j, relation=relation)

"""The grammar of limits: a date, period or place in a cycle, with its relation and its cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates.clause import Clause
from danvan.dates.cycles import Cycle, cycle
from danvan.dates.cyclic import Place, joined, place
from danvan.dates.point import Point
from danvan.dates.ranges import times
from danvan.dates.recurrence import Recurrence
from danvan.dates.relations import Lead, after_from, lead
from danvan.dates.unit import Every, Relation, Unit
from danvan.dates.yearly import cyclic_fields, is_dated, recur

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_WEEKDAYS = frozenset({"thứ", "chủ nhật"})


def weekdays(t: Stretch, i: int) -> Clause | None:
    """As in "thứ Hai, thứ Tư hằng tuần", "từ thứ Hai đến thứ Sáu hằng tuần"."""
    j = t.after(i, "từ")
    if t.kind(j) not in _WEEKDAYS:
        return None
    days, j = [t.number(j)], j + 1
    ranged = t.kind(j) in {"đến", "-"}
    while t.kind(j) in {"đến", "-"} if ranged else t.kind(j) in {",", "và"}:
        if t.kind(j + 1) not in _WEEKDAYS:
            return None
        days.append(t.number(j + 1))
        j += 2
    beside = cycle_behind(t, j)
    if beside is None or len(days) < 2 or not beside.single:
        return None
    if ranged:
        days = list(range(days[0], days[-1] + 1))
    cycle = recur(beside.recurrence, [{"weekday": day} for day in days])
    if cycle is None or beside.recurrence.every is not Every.WEEK:
        return None
    return Clause(begin=i, stop=beside.stop, cycle=cycle)


def limit(t: Stretch, i: int) -> Clause | None:
    """A date or period with the relation before and the cycle behind it."""
    words = lead(t, i)
    clause = _bound(t, words) if words.relation is not None or words.stop > i else None
    if clause is None and words.stop == i:
        clause = _bound(t, words)
        if clause is None:
            after = after_from(t, i)
            clause = _bound(t, after) if after else None
    if clause is None and words.continuous:
        return _continuous(t, words)
    return clause


def _bound(t: Stretch, words: Lead) -> Clause | None:
    j = words.stop
    here = place(t, j)
    if here is not None and here.sure:
        beside = cycle_behind(t, here.stop)
        both = joined(here, beside) if beside else None
        if both is None and here.every is not None:
            return _placed(words, here, here.every)
        if both is not None:
            return Clause(begin=words.begin, stop=both.stop, cycle=both.recurrence,
                          relation=words.relation, time=here.time)  # fmt: skip
    clause = times(t, j, related=words.relation is not None)
    if clause is not None:
        return _with_cycle(t, clause, words)
    if here is not None:
        beside = cycle_behind(t, here.stop)
        both = joined(here, beside) if beside else None
        if both is not None:
            return Clause(begin=words.begin, stop=both.stop, cycle=both.recurrence,
                          relation=words.relation, time=here.time)  # fmt: skip
    return None


def _placed(words: Lead, place: Place, every: Every) -> Clause | None:
    try:
        recurrence = Recurrence(every=every, **place.fields)
    except ValueError:
        return None
    return Clause(begin=words.begin, stop=place.stop, cycle=recurrence, relation=words.relation,
                  time=place.time)  # fmt: skip


def cycle_behind(t: Stretch, i: int) -> Cycle | None:
    """The cycle behind a date or place: "hằng tháng", ", định kỳ hằng quý", "(hằng năm)"."""
    j = i
    bracket = t.kind(j) == "("
    if t.kind(j) in {",", "(", "của"}:
        j += 1
    if t.kind(j) not in {"hằng", "hàng", "định kỳ", "thường niên"}:
        return None
    found = cycle(t, j)
    if found is None or not found.sure:
        return None
    if bracket:
        return attrs.evolve(found, stop=found.stop + 1) if t.kind(found.stop) == ")" else None
    return found


def _with_cycle(t: Stretch, clause: Clause, words: Lead) -> Clause | None:
    if words.stop > words.begin:
        clause.begin = words.begin
    clause.completion = words.completion
    clause.continuous = words.continuous
    ranged = clause.to is not None or clause.since_now or clause.until_now or clause.onwards
    clause.relation = words.relation
    if ranged and words.relation not in {None, Relation.DURING}:
        return None
    if words.continuous and clause.points and clause.points[0].unit is Unit.DAY and not ranged:
        return None
    beside = cycle_behind(t, clause.stop)
    if beside is None:
        return clause
    fields = cyclic_fields(clause)
    if fields is None:
        if is_dated(clause):
            clause.cycle, clause.stop = beside.recurrence, beside.stop
        return clause
    both = recur(beside.recurrence, fields)
    if both is None:
        return clause
    return Clause(begin=words.begin, stop=beside.stop, cycle=both, relation=words.relation)


def _continuous(t: Stretch, words: Lead) -> Clause | None:
    """As in "thường xuyên hằng năm", "thường xuyên trong năm", "thường xuyên, liên tục"."""
    found = cycle(t, words.stop)
    if found is not None and found.sure and found.single:
        both = recur(found.recurrence, [{"continuous": True}])
        return Clause(begin=words.begin, stop=found.stop, cycle=both) if both else None
    if t.kind(words.stop - 1) in {"trong", "cả"} and t.kind(words.stop) == "năm":
        point = Point(unit=Unit.YEAR, stop=words.stop + 1)
        return Clause(begin=words.begin, stop=words.stop + 1, points=[point], continuous=True,
                      relation=Relation.DURING)  # fmt: skip
    if t.kind(words.stop) == "" or t.kind(words.stop) in {".", ",", ")"}:
        return Clause(begin=words.begin, stop=words.stop, cycle=Recurrence(continuous=True))
    return None

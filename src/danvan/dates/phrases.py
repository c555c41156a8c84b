"""The grammar of whole phrases: relations, limits, and the cycles that stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates import numerals
from danvan.dates.clause import Clause
from danvan.dates.cycles import Cycle, cycle
from danvan.dates.cyclic import Place, joined, place
from danvan.dates.plain import plain_date
from danvan.dates.point import Point
from danvan.dates.ranges import times
from danvan.dates.recurrence import Recurrence, Window
from danvan.dates.terms import term
from danvan.dates.unit import Every, Relation, Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_RELATIONS = {
    "hạn": Relation.BY, "trước": Relation.BEFORE, "đến": Relation.UNTIL, "hết": Relation.UNTIL,
    "trong": Relation.DURING, "từ": Relation.FROM, "sau": Relation.AFTER,
}  # fmt: skip
_NUMBERS = frozenset({"n", "số", "mười", "năm"})
_BEFORE_TERMS = _NUMBERS | {"hạn", "ít nhất", "trong", "thời hạn", "sau", "trước", "xong"}
_BEFORE_CYCLES = _NUMBERS | {"hằng", "hàng", "cứ", "định kỳ", "thường niên", "ít nhất", "ngày",
                             "tuần", "tháng", "quý"}  # fmt: skip
_PLAIN = frozenset({"ngày", "năm"})
_STRICTER = {Relation.BEFORE, Relation.AFTER}
_MOST_LIMITS = 8


@attrs.frozen(kw_only=True)
class Lead:
    """The words before a date: the relation they say, and where the date begins."""

    begin: int
    stop: int
    relation: Relation | None = None
    completion: bool = False
    continuous: bool = False


def phrase(t: Stretch, i: int) -> list[Clause]:
    """What can be read from a token on; empty if nothing."""
    kind = t.kind(i)
    if kind in _PLAIN:
        plain = plain_date(t, i)
        if plain:
            return [plain]
    if kind in _BEFORE_TERMS:
        counted = term(t, i)
        if counted:
            return [counted]
    if kind in _BEFORE_CYCLES:
        led = _led_by_cycle(t, i)
        if led:
            return led
    clause = _window(t, i) or _limit(t, i)
    return [clause] if clause else []


# --- relations ------------------------------------------------------------------------------------


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
        elif relation is None or t.kind(j) not in {"là", ":", "thời điểm", "thời hạn", "cả"}:
            break
        j += 1
    if relation is Relation.DURING and t.kind(j) == "cả":
        j += 1
    return Lead(begin=begin, stop=j, relation=relation, completion=completion,
                continuous=continuous)  # fmt: skip


def _after_from(t: Stretch, i: int) -> Lead | None:
    """Từ before a single date: "kể từ ngày 10/9/2021", "từ sau ngày …"."""
    if t.kind(i) != "từ":
        return None
    relation, j = Relation.FROM, i + 1
    if t.kind(j) == "sau":
        relation, j = Relation.AFTER, j + 1
    return Lead(begin=i, stop=j, relation=relation)


# --- limits ---------------------------------------------------------------------------------------


def _limit(t: Stretch, i: int) -> Clause | None:
    """A date or period with the relation before and the cycle behind it."""
    words = lead(t, i)
    clause = _bound(t, words) if words.relation is not None or words.stop > i else None
    if clause is None and words.stop == i:
        clause = _bound(t, words)
        if clause is None:
            after = _after_from(t, i)
            clause = _bound(t, after) if after else None
    if clause is None and words.continuous:
        return _continuous(t, words)
    return clause


def _bound(t: Stretch, words: Lead) -> Clause | None:
    j = words.stop
    here = place(t, j)
    if here is not None and here.sure:
        beside = _cycle_behind(t, here.stop)
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
        beside = _cycle_behind(t, here.stop)
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


def _cycle_behind(t: Stretch, i: int) -> Cycle | None:
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
    beside = _cycle_behind(t, clause.stop)
    if beside is None:
        return clause
    fields = cyclic_fields(clause)
    if fields is None:
        if _is_dated(clause):
            clause.cycle, clause.stop = beside.recurrence, beside.stop
        return clause
    both = _recur(beside.recurrence, fields)
    if both is None:
        return clause
    return Clause(begin=words.begin, stop=beside.stop, cycle=both, relation=words.relation)


def _is_dated(clause: Clause) -> bool:
    return bool(clause.points) and all(p.unit is Unit.DAY and p.has_year for p in clause.points)


def _recur(recurrence: Recurrence, fields: list[dict[str, Any]]) -> Recurrence | None:
    try:
        items = tuple(attrs.evolve(recurrence, **each) for each in fields)
        return items[0] if len(items) == 1 else Recurrence(items=items)
    except ValueError:
        return None


def cyclic_fields(clause: Clause) -> list[dict[str, Any]] | None:
    """What days, months or quarters without a year say within a year, for one cycle or several."""
    if clause.onwards or clause.since_now or clause.until_now or not clause.points:
        return None
    points = [*clause.points] if clause.to is None else [*clause.points, clause.to]
    if len(points) == 1 and points[0].day is not None and points[0].shift == 1:
        return [{"days": (points[0].day,), "offset_periods": 1}]
    if any(p.has_year or p.from_reference or p.blank or p.cycle is not None for p in points):
        return None
    if clause.to is not None:
        return _window_of_year(clause.points[0], clause.to)
    if all(p.unit is Unit.DAY and p.month is not None for p in points):
        return _days_of_year(points)
    if all(p.unit is Unit.MONTH for p in points):
        fields: dict[str, Any] = {"months": tuple(p.month for p in points), "part": points[0].part}
        if points[0].lunar:
            fields["lunar"] = True
        return [fields]
    if all(p.unit is Unit.QUARTER for p in points):
        return [{"quarters": tuple(p.number for p in points), "part": points[0].part}]
    return None


def _days_of_year(points: list[Point]) -> list[dict[str, Any]]:
    common = {"lunar": True} if any(p.lunar for p in points) else {}
    if len({p.day for p in points}) == 1:
        return [common | {"days": (points[0].day,), "months": tuple(p.month for p in points)}]
    if len({p.month for p in points}) == 1:
        return [common | {"days": tuple(p.day for p in points), "months": (points[0].month,)}]
    return [common | {"days": (p.day,), "months": (p.month,)} for p in points]


def _window_of_year(first: Point, last: Point) -> list[dict[str, Any]] | None:
    if first.unit is Unit.DAY and last.unit is Unit.DAY and last.month is not None:
        months = (last.month,) if first.month in {None, last.month} else (first.month, last.month)
        return [{"months": months, "window": Window(from_day=first.day, to_day=last.day)}]
    months_only = first.unit is Unit.MONTH and last.unit is Unit.MONTH
    if months_only and first.month and last.month and first.month <= last.month:
        return [{"months": tuple(range(first.month, last.month + 1))}]
    if first.unit is Unit.QUARTER and last.unit is Unit.QUARTER and first.number and last.number:
        return [{"quarters": tuple(range(first.number, last.number + 1))}]
    return None


def _continuous(t: Stretch, words: Lead) -> Clause | None:
    """As in "thường xuyên hằng năm", "thường xuyên trong năm", "thường xuyên, liên tục"."""
    found = cycle(t, words.stop)
    if found is not None and found.sure and found.single:
        both = _recur(found.recurrence, [{"continuous": True}])
        return Clause(begin=words.begin, stop=found.stop, cycle=both) if both else None
    if t.kind(words.stop - 1) in {"trong", "cả"} and t.kind(words.stop) == "năm":
        point = Point(unit=Unit.YEAR, stop=words.stop + 1)
        return Clause(begin=words.begin, stop=words.stop + 1, points=[point], continuous=True,
                      relation=Relation.DURING)  # fmt: skip
    if t.kind(words.stop) == "" or t.kind(words.stop) in {".", ",", ")"}:
        return Clause(begin=words.begin, stop=words.stop, cycle=Recurrence(continuous=True))
    return None


# --- windows --------------------------------------------------------------------------------------


def _window(t: Stretch, i: int) -> Clause | None:
    """As in "từ ngày 25 đến ngày 30 hằng tháng"."""
    j = i
    if t.kind(j) not in {"từ", "ngày"}:
        return None
    first = _window_day(t, t.after(j, "từ"))
    if first is None:
        return None
    from_day, j = first
    offset = None
    k = t.after(j, "của")
    if t.kind(k) == "tháng" and t.kind(k + 1) == "trước":
        offset, j = -1, k + 2
        j = t.skip(j, frozenset({"tới"}))
    if t.kind(j) not in {"đến", "-"}:
        return None
    j = t.after(j + 1, "hết")
    if t.kind(j) == "ngày" and t.kind(j + 1) == "cuối cùng":
        last: tuple[int, int] | None = (-1, j + 2)
    else:
        last = _window_day(t, j)
    if last is None:
        return None
    to_day, j = last
    window = Window(from_day=from_day, to_day=to_day, from_offset=offset)
    beside = _cycle_behind(t, j)
    if beside is not None and beside.single:
        both = _recur(beside.recurrence, [{"window": window}])
        return Clause(begin=i, stop=beside.stop, cycle=both) if both else None
    k = t.after(j, "của")
    if t.kind(k) == "tháng" and (
        t.kind(k + 1) == "báo cáo"
        or (k > j and t.kind(k + 1) not in {"n", "số", "mười"})
        or (offset and t.kind(k + 1) == "này")
    ):
        stop = k + 2 if t.kind(k + 1) in {"báo cáo", "này"} else k + 1
        return Clause(begin=i, stop=stop, cycle=Recurrence(every=Every.MONTH, window=window))
    return None


def _window_day(t: Stretch, i: int) -> tuple[int, int] | None:
    read = numerals.small(t, t.after(i, "ngày"))
    if read is None or not 1 <= read[0] <= 31 or t.kind(read[1]) in {"/", "."}:
        return None
    return read


# --- what begins with a cycle ---------------------------------------------------------------------


def _led_by_cycle(t: Stretch, i: int) -> list[Clause]:
    """Cycles, with the days and dated limits that stand behind them.

    "hằng tháng trước ngày 20" is one cycle; "định kỳ 06 tháng (trước ngày 10/5/2024), 01 năm
    (trước ngày 10/11/2024)" two limits, each with its cycle.
    """
    clauses: list[Clause] = []
    j, sure = i, False
    while len(clauses) < _MOST_LIMITS:
        found = cycle(t, j)
        if found is None:
            break
        sure = sure or found.sure
        clause = _cycle_and_limit(t, j, found, sure=sure)
        if clause is None:
            break
        clauses.append(clause)
        if clause.cycle is None or not clause.points:
            break
        k = clause.stop
        j = t.skip(k, frozenset({",", "và", ")"}))
        if j == k:
            break
    return clauses


def _cycle_and_limit(t: Stretch, i: int, found: Cycle, *, sure: bool) -> Clause | None:
    j = found.stop
    bracket = t.kind(j) == "("
    if t.kind(j) in {"(", ",", ":"}:
        j += 1
    j = t.after(j, "là")
    clause = _limit(t, j) if _may_begin_limit(t, j) else None
    if clause is not None and bracket and t.kind(clause.stop) != ")":
        clause = None
    if clause is not None:
        dated = _is_dated(clause) and clause.cycle is None and clause.relation is not None
        if dated and (sure or bracket):
            clause.cycle = found.recurrence
            return clause
        if sure and found.single:
            both = _merged(found.recurrence, clause)
            if both is not None:
                stop = clause.stop + 1 if bracket else clause.stop
                return Clause(begin=i, stop=stop, cycle=both, relation=clause.relation)
        if bracket and cyclic_fields(clause) and clause.relation is not None:
            clause.cycle = found.recurrence
            return clause
    placed = place(t, j) if sure and found.single else None
    if placed is not None and (not bracket or t.kind(placed.stop) == ")"):
        both_cycle = joined(placed, found)
        if both_cycle is not None:
            stop = placed.stop + 1 if bracket else placed.stop
            return Clause(begin=i, stop=stop, cycle=both_cycle.recurrence)
    lead_words = lead(t, j)
    if sure and found.single and lead_words.relation is not None:
        placed = place(t, lead_words.stop)
        both_cycle = joined(placed, found) if placed else None
        if placed and both_cycle and (not bracket or t.kind(placed.stop) == ")"):
            stop = placed.stop + 1 if bracket else placed.stop
            return Clause(begin=i, stop=stop, cycle=both_cycle.recurrence,
                          relation=lead_words.relation)  # fmt: skip
    if found.sure or not found.single:
        return Clause(begin=i, stop=found.stop, cycle=found.recurrence)
    return None


def _may_begin_limit(t: Stretch, i: int) -> bool:
    return t.kind(i) not in {"", "(", ")", ",", "hằng", "hàng", "định kỳ"}


def _merged(recurrence: Recurrence, clause: Clause) -> Recurrence | None:
    """The cycle with the days of a limit that has no year of its own."""
    if clause.term is not None or clause.years is not None:
        return None
    if clause.cycle is not None:
        inner = clause.cycle
        if inner.every is not recurrence.every or inner.items:
            return None
        changes = {
            a.name: getattr(inner, a.name)
            for a in attrs.fields(Recurrence)
            if getattr(inner, a.name) != a.default and a.name not in {"every", "interval"}
        }
        return _recur(recurrence, [changes])
    fields = cyclic_fields(clause)
    if fields is None:
        return None
    if "months" not in fields[0] and "quarters" not in fields[0]:
        return _recur(recurrence, fields)
    if recurrence.every not in {Every.YEAR, Every.HALF_YEAR, Every.QUARTER}:
        return None
    if recurrence.every is not Every.YEAR and len(fields) == 1:
        return None
    return _recur(recurrence, fields)

"""The grammar of whole phrases: limits, terms, and cycles with their limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates.clause import Clause
from danvan.dates.cycles import Cycle, cycle
from danvan.dates.cyclic import joined, place
from danvan.dates.limits import limit, weekdays
from danvan.dates.plain import plain_date
from danvan.dates.relations import lead
from danvan.dates.terms import term
from danvan.dates.windows import window
from danvan.dates.yearly import cyclic_fields, is_dated, merged

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_NUMBERS = frozenset({"n", "số", "mười", "năm"})
_BEFORE_TERMS = _NUMBERS | {"hạn", "ít nhất", "trong", "thời hạn", "sau", "trước", "xong"}
_BEFORE_CYCLES = _NUMBERS | {"hằng", "hàng", "cứ", "định kỳ", "thường niên", "ít nhất", "ngày",
                             "tuần", "tháng", "quý"}  # fmt: skip
_PLAIN = frozenset({"ngày", "năm"})
_MOST_LIMITS = 8


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
    clause = window(t, i) or weekdays(t, i) or limit(t, i)
    return [clause] if clause else []


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
    clause = limit(t, j) if _may_begin_limit(t, j) else None
    if clause is not None and bracket and t.kind(clause.stop) != ")":
        clause = None
    if clause is not None:
        dated = is_dated(clause) and clause.cycle is None and clause.relation is not None
        if dated and (sure or bracket):
            clause.cycle = found.recurrence
            return clause
        if sure and found.single:
            both = merged(found.recurrence, clause)
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

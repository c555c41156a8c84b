"""The rules that danvan has: their data in ``data/*.toml``, their functions in a module each.

A table of a data file says what its rule is; the function that checks it is bound to it by its
code. No rule is without the other half.
"""

from __future__ import annotations

import importlib
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from danvan.checks.rule import Family, Fault, Rule
from danvan.findings import Severity
from danvan.units import System

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from danvan.checks.case import Case

    Check = Callable[[Case], Iterable[Fault]]

_MODULES = {
    Family.NUMBER: ("numbers",),
    Family.DATES: ("days", "deadlines"),
    Family.STRUCTURE: ("numbering", "structure", "attachments", "closing", "writing"),
    Family.CITATIONS: ("citations", "agreement", "known"),
    Family.UNITS: ("bodies",),
    Family.ASSIGNMENTS: ("assignments",),
    Family.HIERARCHY: ("hierarchy",),
}
_CHECKS: dict[str, Check] = {}


def checks(code: str) -> Callable[[Check], Check]:
    """Bind a function to the rule of danvan's own that has this code."""

    def bound(check: Check) -> Check:
        if code in _CHECKS:
            msg = f"two functions check {code}"
            raise ValueError(msg)
        _CHECKS[code] = check
        return check

    return bound


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of danvan's own, in the order of their codes within the families.

    >>> next(r.name for r in rules() if r.code == "N101")
    'number-missing'
    """
    found: list[Rule] = []
    folder = resources.files("danvan.checks") / "data"
    for family, modules in _MODULES.items():
        table = folder / f"{family.name.lower()}.toml"
        for module in modules:
            importlib.import_module(f"danvan.checks.{module}")
        data = tomllib.loads(table.read_text(encoding="utf-8"))
        found += sorted((_rule(row) for row in data["rule"]), key=lambda r: r.code)
    return tuple(found)


def _rule(row: dict[str, Any]) -> Rule:
    sets = {name: frozenset(row.pop(name, ())) for name in ("systems", "implies")}
    return Rule(
        **row
        | {
            "severity": Severity(row["severity"]),
            "systems": frozenset(map(System, sets["systems"])),
            "implies": sets["implies"],
            "check": _CHECKS[row["code"]],
        }
    )

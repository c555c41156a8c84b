"""`check`: the rules that are selected, over one document."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from danvan.checks.case import Case
from danvan.checks.catalogue import rules as own_rules
from danvan.checks.settings import Settings
from danvan.errors import SelectionError
from danvan.findings import Finding
from danvan.instruments import Register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.checks.rule import Fault, Rule
    from danvan.plan import Plan


def check(
    plan: Plan,
    superiors: Iterable[Plan] = (),
    register: Register | None = None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[Rule] = (),
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    r"""Check whether a document is consistent (kiểm tra thể thức và tính thống nhất).

    Args:
        plan: the document.
        superiors: the plans above it that are at hand, for the rules of family H.
        register: the known instruments; danvan's own if left out.
        select: codes ("C203"), beginnings of codes ("C") or names of the rules that are checked;
            those of ``settings``, or all, if left out.
        ignore: the same of rules that are not checked.
        rules: rules of your own, besides danvan's.
        settings: what an office has set for itself; the defaults if left out.

    Returns:
        What was found, in the order of places; what has no place comes first. What the reader had
        to say is not repeated: it is in ``plan.findings``.

    Raises:
        SelectionError: if no rule has a name or code that is selected or ignored.

    >>> import danvan
    >>> plan = danvan.parse("Số: 5 /KH-UBND\n\nKẾ HOẠCH\nThực hiện công tác dân vận năm 2024.")
    >>> [finding.code for finding in check(plan, select=["N105", "S120"])]
    ['N105', 'S120']
    """
    settings = settings or Settings()
    case = Case(
        plan=plan,
        superiors=tuple(superiors),
        register=register if register is not None else Register.default(),
        settings=settings,
    )
    chosen = selected(
        (*own_rules(), *rules),
        tuple(select) or settings.select,
        (*settings.ignore, *ignore),
    )
    found = [
        _finding(rule, fault) for rule in chosen if rule.binds(case) for fault in rule.check(case)
    ]
    return tuple(sorted(found, key=_order))


def selected(
    rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that are selected and not ignored; see `check`.

    Raises:
        SelectionError: if no rule has a name or code that is selected or ignored.
    """
    every = tuple(rules)
    wanted = _matching(every, select)
    unwanted = _matching(every, ignore)
    return tuple(r for r in every if (r.code in wanted or not wanted) and r.code not in unwanted)


def _matching(rules: tuple[Rule, ...], selectors: Iterable[str]) -> frozenset[str]:
    """The codes of the rules that any selector means."""
    found: set[str] = set()
    for selector in selectors:
        meant = {r.code for r in rules if selector == r.name or r.code.startswith(selector)}
        if not selector or not meant:
            names = [name for r in rules for name in (r.code, r.name)]
            raise SelectionError(selector, difflib.get_close_matches(selector, names, n=3))
        found |= meant
    return frozenset(found)


def _finding(rule: Rule, fault: Fault) -> Finding:
    told = [rule.about_en.rstrip("."), rule.source]
    if fault.help:
        told.insert(0, fault.help.rstrip("."))
    return Finding(
        code=rule.code,
        severity=rule.severity,
        message=fault.message,
        message_en=fault.message_en,
        span=fault.span,
        help=". ".join(filter(None, told)),
        related=fault.related,
        edits=fault.edits,
    )


def _order(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (span.start, span.end, finding.code) if span else (-1, -1, finding.code)

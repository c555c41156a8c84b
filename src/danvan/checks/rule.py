"""`Rule`: data that say what is checked and why, and the one function that checks it."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Callable, Iterable

import attrs

from danvan.checks.case import Case
from danvan.findings import Edit, Severity
from danvan.span import Span
from danvan.units import System

_CODE = re.compile(r"[A-Z]{1,4}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Family(enum.StrEnum):
    """What a rule is about (nhóm quy tắc); its value is the first letter of the rule's code."""

    NUMBER = "N"
    DATES = "D"
    STRUCTURE = "S"
    CITATIONS = "C"
    UNITS = "U"
    ASSIGNMENTS = "A"
    HIERARCHY = "H"


@attrs.frozen(kw_only=True)
class Fault:
    """One breach of a rule in one document (lỗi): where, what, and how it is mended.

    ``span`` is None where the fault has no place, as when something is missing from a text without
    any part in which it should stand. ``help`` is said after what the rule says of itself.
    """

    message: str
    message_en: str
    span: Span | None = None
    related: tuple[Span, ...] = ()
    edits: tuple[Edit, ...] = ()
    help: str = ""


def _of_form(pattern: re.Pattern[str], what: str) -> Callable[[object, object, str], None]:
    def check(_rule: object, _attribute: object, value: str) -> None:
        if pattern.fullmatch(value) is None:
            msg = f"not the {what} of a rule: {value!r}"
            raise ValueError(msg)

    return check


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of consistency (quy tắc kiểm tra).

    Args:
        code: capital letters and three digits; the first letter is the family's.
        name: the rule in a few words, joined by hyphens.
        severity: how much a breach weighs.
        about: what is asked for, in one sentence of Vietnamese; ``about_en`` the same in English.
        source: the regulation that asks for it, or the practice.
        since: the first day on which a document was bound by it; None where it always was.
        until: the last such day; None while it is in force.
        systems: the parts of the political system whose documents it binds; empty for all.
        plans_only: whether it binds plans only, and no other kind of document.
        implies: codes of rules that are broken whenever this one is.
        fixable: whether its faults come with edits that mend them.
        fails: a document that breaks it.
        passes: a document that keeps it.
        fails_above: the plan above that ``fails`` is checked against, where one is needed.
        passes_above: the plan above that ``passes`` is checked against, where one is needed.
        check: gives the faults of one case.
    """

    code: str = attrs.field(validator=_of_form(_CODE, "code"))
    name: str = attrs.field(validator=_of_form(_NAME, "name"))
    severity: Severity
    about: str
    about_en: str
    source: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    systems: frozenset[System] = frozenset()
    plans_only: bool = False
    implies: frozenset[str] = frozenset()
    fixable: bool = False
    fails: str = ""
    passes: str = ""
    fails_above: str | None = None
    passes_above: str | None = None
    check: Callable[[Case], Iterable[Fault]] = attrs.field(eq=False, repr=False)

    @property
    def family(self) -> Family | None:
        """The family that its code names; None for the rules of others."""
        return next((f for f in Family if self.code.startswith(f.value)), None)

    def binds(self, case: Case) -> bool:
        """Whether the document of a case is bound by this rule, as far as one can tell."""
        if self.systems and not case.systems <= self.systems:
            return False
        if self.plans_only and not case.is_plan:
            return False
        day = case.day
        if day is None:
            return self.since is None and self.until is None
        return not (
            (self.since is not None and day < self.since)
            or (self.until is not None and day > self.until)
        )


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    about: str,
    about_en: str = "",
    source: str = "",
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    systems: Iterable[System] = (),
    plans_only: bool = False,
    implies: Iterable[str] = (),
    fixable: bool = False,
    fails: str = "",
    passes: str = "",
) -> Callable[[Callable[[Case], Iterable[Fault]]], Rule]:
    """Make a rule of a function that gives the faults of a case: for rules of your own.

    The arguments are the fields of `Rule`.

    >>> @rule(code="X001", name="no-subject", severity=Severity.NOTE, about="Có trích yếu")
    ... def no_subject(case):
    ...     if case.plan.subject is None:
    ...         yield Fault(message="Thiếu trích yếu", message_en="There is no subject")
    >>> import danvan
    >>> danvan.check(danvan.parse("KẾ HOẠCH"), rules=[no_subject], select=["X"])[0].message_en
    'There is no subject'
    """

    def made(check: Callable[[Case], Iterable[Fault]]) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            about=about,
            about_en=about_en or about,
            source=source,
            since=since,
            until=until,
            systems=frozenset(systems),
            plans_only=plans_only,
            implies=frozenset(implies),
            fixable=fixable,
            fails=fails,
            passes=passes,
            check=check,
        )

    return made

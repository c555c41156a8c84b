"""Whether a plan is consistent, in itself and with the plans above it (kiểm tra)."""

from danvan.checks.case import Case
from danvan.checks.catalogue import rules
from danvan.checks.engine import check, selected
from danvan.checks.rule import Family, Fault, Rule, rule
from danvan.checks.settings import Settings

__all__ = [
    "Case",
    "Family",
    "Fault",
    "Rule",
    "Settings",
    "check",
    "rule",
    "rules",
    "selected",
]

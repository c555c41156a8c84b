"""Whether a plan is consistent, in itself and with the plans above it (kiểm tra)."""

from danvan.checks.cascade import Cascade, Missing, Report
from danvan.checks.case import Case
from danvan.checks.catalogue import rules
from danvan.checks.engine import check, selected
from danvan.checks.links import Evidence, Link, number_of
from danvan.checks.rule import Family, Fault, Rule, rule
from danvan.checks.settings import Settings
from danvan.checks.uptake import Uptake, level_of, uptake

__all__ = [
    "Cascade",
    "Case",
    "Evidence",
    "Family",
    "Fault",
    "Link",
    "Missing",
    "Report",
    "Rule",
    "Settings",
    "Uptake",
    "check",
    "level_of",
    "number_of",
    "rule",
    "rules",
    "selected",
    "uptake",
]

"""Strategies for tests with hypothesis, one module for each room (chiến lược sinh dữ liệu)."""

from danvan.strategies.arbitrary import arbitrary_plans
from danvan.strategies.dates import (
    days,
    lunar_days,
    partial_dates,
    periods,
    recurrences,
    several_days,
    time_limits,
)
from danvan.strategies.instruments import document_numbers, instrument_kinds, written_citations
from danvan.strategies.plans import plans, sample_plan
from danvan.strategies.units import administrative_units, agencies, agency_names

__all__ = [
    "administrative_units",
    "agencies",
    "agency_names",
    "arbitrary_plans",
    "days",
    "document_numbers",
    "instrument_kinds",
    "lunar_days",
    "partial_dates",
    "periods",
    "plans",
    "recurrences",
    "sample_plan",
    "several_days",
    "time_limits",
    "written_citations",
]

"""Strategies for tests with hypothesis, one module for each room (chiến lược sinh dữ liệu)."""

from danvan.strategies.instruments import document_numbers, instrument_kinds, written_citations
from danvan.strategies.plans import plans
from danvan.strategies.units import administrative_units, agencies, agency_names

__all__ = [
    "administrative_units",
    "agencies",
    "agency_names",
    "document_numbers",
    "instrument_kinds",
    "plans",
    "written_citations",
]

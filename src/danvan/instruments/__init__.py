"""Document numbers, kinds of documents, and citations (số ký hiệu, tên loại, viện dẫn)."""

from danvan.instruments.contradictions import Contradiction, Discrepancy, contradictions
from danvan.instruments.kinds import (
    Family,
    InstrumentKind,
    KindListing,
    all_kinds,
    find_kind,
    kinds_of,
)
from danvan.instruments.known import KnownInstrument
from danvan.instruments.model import Citation, CitationRole, Instrument
from danvan.instruments.number import DocumentNumber, NumberStyle, PrintedNumber, read_number
from danvan.instruments.register import Register
from danvan.instruments.scan import find, scan
from danvan.instruments.symbols import IssuerAbbreviation, issuer_abbreviations

__all__ = [
    "Citation",
    "CitationRole",
    "Contradiction",
    "Discrepancy",
    "DocumentNumber",
    "Family",
    "Instrument",
    "InstrumentKind",
    "IssuerAbbreviation",
    "KindListing",
    "KnownInstrument",
    "NumberStyle",
    "PrintedNumber",
    "Register",
    "all_kinds",
    "contradictions",
    "find",
    "find_kind",
    "issuer_abbreviations",
    "kinds_of",
    "read_number",
    "scan",
]

"""Document numbers, kinds of documents, and citations (số ký hiệu, tên loại, viện dẫn)."""

from danvan.instruments.kinds import (
    Family,
    InstrumentKind,
    KindListing,
    all_kinds,
    find_kind,
    kinds_of,
)
from danvan.instruments.model import Citation, CitationRole, Instrument
from danvan.instruments.number import DocumentNumber, NumberStyle, PrintedNumber, read_number
from danvan.instruments.scan import find, scan

__all__ = [
    "Citation",
    "CitationRole",
    "DocumentNumber",
    "Family",
    "Instrument",
    "InstrumentKind",
    "KindListing",
    "NumberStyle",
    "PrintedNumber",
    "all_kinds",
    "find",
    "find_kind",
    "kinds_of",
    "read_number",
    "scan",
]

"""Numbers of documents in two parts (item 1.3), and together again."""

from __future__ import annotations

import re

from danvan.errors import ParseError
from danvan.instruments import DocumentNumber

# The symbol of a Party document has its first hyphen before it, the slash within: "NQ/TW". A year
# before the slash is that of a normative one: "2015/NĐ-CP".
_PARTY = re.compile(r"(?![0-9]{4}/)[^/-]+/")


def in_two(number: DocumentNumber) -> tuple[str, str]:
    """The parts before and after the first separator.

    >>> in_two(DocumentNumber.parse("322/KH-UBND")), in_two(DocumentNumber.parse("25-NQ/TW"))
    (('322', 'KH-UBND'), ('25', 'NQ/TW'))
    """
    first = number.serial + number.letter
    return first, str(number)[len(first) + 1 :]


def joined(serial: str, notation: str, document_id: str | None = None) -> DocumentNumber | None:
    """The number of two parts; the id of the document, which has it whole, says the separator.

    >>> str(joined("25", "NQ/TW")), str(joined("04", "2015/NĐ-CP"))
    ('25-NQ/TW', '04/2015/NĐ-CP')
    >>> str(joined("01", "QCPH/UBND-UBMTTQ", "H99,2024/02/05,01/QCPH/UBND-UBMTTQ"))
    '01/QCPH/UBND-UBMTTQ'
    """
    whole = (document_id or "").rpartition(",")[2].strip()
    separators = "-/" if _PARTY.match(notation) else "/-"
    candidates = [f"{serial}{separator}{notation}" for separator in separators]
    if whole in candidates:
        candidates.insert(0, whole)
    for candidate in candidates:
        try:
            return DocumentNumber.parse(candidate)
        except ParseError:
            continue
    return None

"""Names in the XML of OpenDocument (ODF 1.3, part 3)."""

from __future__ import annotations

_URN = "urn:oasis:names:tc:opendocument:xmlns"

TEXT = f"{{{_URN}:text:1.0}}"
TABLE = f"{{{_URN}:table:1.0}}"
STYLE = f"{{{_URN}:style:1.0}}"
DRAW = f"{{{_URN}:drawing:1.0}}"
OFFICE = f"{{{_URN}:office:1.0}}"
FO = f"{{{_URN}:xsl-fo-compatible:1.0}}"
SVG = f"{{{_URN}:svg-compatible:1.0}}"
MANIFEST = f"{{{_URN}:manifest:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def as_number(text: str | None, least: int, most: int) -> int | None:
    """A decimal number within bounds, or None."""
    if text is None or not text.isdecimal() or len(text) > 6:
        return None
    return max(least, min(int(text), most))

"""XML from strangers, and text that XML cannot hold (đánh dấu văn bản)."""

from danvan.markup.characters import is_xml_text, pieces, without_forbidden
from danvan.markup.parsing import MAX_BYTES, MAX_DEPTH, parse_xml

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "is_xml_text",
    "parse_xml",
    "pieces",
    "without_forbidden",
]

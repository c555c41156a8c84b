"""Plans as data for other programs, and back (xuất, nhập)."""

from danvan.formats.json import (
    from_dict,
    from_json,
    from_json_lines,
    to_dict,
    to_json,
    to_json_lines,
)
from danvan.formats.schema import json_schema
from danvan.formats.source import DetachedSource
from danvan.formats.unknown import UnknownFields

__all__ = [
    "DetachedSource",
    "UnknownFields",
    "from_dict",
    "from_json",
    "from_json_lines",
    "json_schema",
    "to_dict",
    "to_json",
    "to_json_lines",
]

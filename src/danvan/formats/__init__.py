"""Plans as data for other programs, and back (xuất, nhập)."""

from danvan.formats.json import from_dict, from_json, to_dict, to_json
from danvan.formats.schema import json_schema
from danvan.formats.source import DetachedSource

__all__ = ["DetachedSource", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

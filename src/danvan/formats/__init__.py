"""Plans as data for other programs, and back (xuất, nhập)."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from danvan.formats.akn import from_akn, to_akn
    from danvan.formats.annotations import to_web_annotations
    from danvan.formats.arrow import Tables, table_schemas, tables
    from danvan.formats.edxml import EdxmlAttachment, EdxmlMessage, EdxmlParty, from_edxml, to_edxml
    from danvan.formats.ical import to_ical
    from danvan.formats.spacy import to_spacy
    from danvan.formats.xml import from_xml, to_xml, xml_schema

__all__ = [
    "DetachedSource",
    "EdxmlAttachment",
    "EdxmlMessage",
    "EdxmlParty",
    "Tables",
    "UnknownFields",
    "from_akn",
    "from_dict",
    "from_edxml",
    "from_json",
    "from_json_lines",
    "from_xml",
    "json_schema",
    "table_schemas",
    "tables",
    "to_akn",
    "to_dict",
    "to_edxml",
    "to_ical",
    "to_json",
    "to_json_lines",
    "to_spacy",
    "to_web_annotations",
    "to_xml",
    "xml_schema",
]

# What needs a large library is imported when it is first used.
_LIVES_IN = {
    "akn": "from_akn to_akn",
    "annotations": "to_web_annotations",
    "arrow": "Tables table_schemas tables",
    "edxml": "EdxmlAttachment EdxmlMessage EdxmlParty from_edxml to_edxml",
    "ical": "to_ical",
    "spacy": "to_spacy",
    "xml": "from_xml to_xml xml_schema",
}
_PLACES = {name: module for module, names in _LIVES_IN.items() for name in names.split()}


if not TYPE_CHECKING:  # type checkers see the imports above, and report names that do not exist

    def __getattr__(name):  # noqa: ANN001, ANN202 - they see nothing here
        if name not in _PLACES:
            msg = f"module 'danvan.formats' has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(importlib.import_module(f"danvan.formats.{_PLACES[name]}"), name)
        globals()[name] = value
        return value

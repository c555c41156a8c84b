"""danvan reads Vietnamese administrative plans (kế hoạch) and gives them back as typed objects.

>>> import danvan
>>> plan = danvan.parse("Số: 12/KH-UBND")
>>> danvan.from_json(danvan.to_json(plan)) == plan
True
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvan import checks, dates, formats, instruments, plan, readers, text, units
    from danvan.checks import Cascade, check
    from danvan.dates import (
        Days,
        LunarDate,
        PartialDate,
        Period,
        Recurrence,
        TimeExpression,
        TimeLimit,
    )
    from danvan.dates import find as find_dates
    from danvan.errors import DanvanError, MissingExtraError, ParseError, ReadError, SchemaError
    from danvan.findings import Edit, Finding, Severity
    from danvan.formats import (
        DetachedSource,
        EdxmlAttachment,
        EdxmlMessage,
        EdxmlParty,
        Tables,
        UnknownFields,
        from_akn,
        from_dict,
        from_edxml,
        from_json,
        from_json_lines,
        from_xml,
        json_schema,
        table_schemas,
        tables,
        to_akn,
        to_dict,
        to_edxml,
        to_ical,
        to_json,
        to_json_lines,
        to_spacy,
        to_web_annotations,
        to_xml,
        xml_schema,
    )
    from danvan.graph import CitationGraph, citation_graph
    from danvan.instruments import Citation, DocumentNumber, Instrument, InstrumentKind, Register
    from danvan.instruments import find as find_citations
    from danvan.plan import (
        Appendix,
        Assignment,
        Change,
        Comparator,
        Deadline,
        Footnote,
        Paragraph,
        Part,
        PartKind,
        Plan,
        Provenance,
        Recipient,
        Role,
        Section,
        Signature,
        Table,
        Target,
    )
    from danvan.plan.parse import parse
    from danvan.readers import load
    from danvan.render.text import render
    from danvan.span import Span
    from danvan.text import Source
    from danvan.units import (
        AdministrativeUnit,
        Agency,
        AgencyContext,
        AgencyMention,
        find_agencies,
    )

__version__ = "0.1.0"

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyContext",
    "AgencyMention",
    "Appendix",
    "Assignment",
    "Cascade",
    "Change",
    "Citation",
    "CitationGraph",
    "Comparator",
    "DanvanError",
    "Days",
    "Deadline",
    "DetachedSource",
    "DocumentNumber",
    "Edit",
    "EdxmlAttachment",
    "EdxmlMessage",
    "EdxmlParty",
    "Finding",
    "Footnote",
    "Instrument",
    "InstrumentKind",
    "LunarDate",
    "MissingExtraError",
    "Paragraph",
    "ParseError",
    "Part",
    "PartKind",
    "PartialDate",
    "Period",
    "Plan",
    "Provenance",
    "ReadError",
    "Recipient",
    "Recurrence",
    "Register",
    "Role",
    "SchemaError",
    "Section",
    "Severity",
    "Signature",
    "Source",
    "Span",
    "Table",
    "Tables",
    "Target",
    "TimeExpression",
    "TimeLimit",
    "UnknownFields",
    "__version__",
    "check",
    "checks",
    "citation_graph",
    "dates",
    "find_agencies",
    "find_citations",
    "find_dates",
    "formats",
    "from_akn",
    "from_dict",
    "from_edxml",
    "from_json",
    "from_json_lines",
    "from_xml",
    "instruments",
    "json_schema",
    "load",
    "parse",
    "plan",
    "readers",
    "render",
    "table_schemas",
    "tables",
    "text",
    "to_akn",
    "to_dict",
    "to_edxml",
    "to_ical",
    "to_json",
    "to_json_lines",
    "to_spacy",
    "to_web_annotations",
    "to_xml",
    "units",
    "xml_schema",
]

# Where each name lives; the rooms are imported when a name of theirs is first used.
_ROOMS = ("checks", "dates", "formats", "instruments", "plan", "readers", "render", "text", "units")
_LIVES_IN = {
    "checks": "Cascade check",
    "dates": "Days LunarDate PartialDate Period Recurrence TimeExpression TimeLimit",
    "errors": "DanvanError MissingExtraError ParseError ReadError SchemaError",
    "findings": "Edit Finding Severity",
    "formats": "DetachedSource EdxmlAttachment EdxmlMessage EdxmlParty Tables UnknownFields "
    "from_akn from_dict from_edxml from_json from_json_lines from_xml json_schema "
    "table_schemas tables to_akn to_dict to_edxml to_ical to_json to_json_lines "
    "to_spacy to_web_annotations to_xml xml_schema",
    "graph": "CitationGraph citation_graph",
    "instruments": "Citation DocumentNumber Instrument InstrumentKind Register",
    "plan": "Appendix Assignment Change Comparator Deadline Footnote Paragraph Part PartKind Plan "
    "Provenance Recipient Role Section Signature Table Target parse",
    "readers": "load",
    "span": "Span",
    "text": "Source",
    "units": "AdministrativeUnit Agency AgencyContext AgencyMention find_agencies",
}
_RENAMED = {
    "find_citations": ("instruments", "find"),
    "find_dates": ("dates", "find"),
}
_PLACES = {name: (room, name) for room, names in _LIVES_IN.items() for name in names.split()}
_PLACES |= _RENAMED


if not TYPE_CHECKING:  # type checkers see the imports above, and report names that do not exist

    def __getattr__(name):  # noqa: ANN001, ANN202 - they see nothing here
        if name in _ROOMS:
            return importlib.import_module(f"danvan.{name}")
        if name not in _PLACES:
            msg = f"module 'danvan' has no attribute {name!r}"
            raise AttributeError(msg)
        room, attribute = _PLACES[name]
        value = getattr(importlib.import_module(f"danvan.{room}"), attribute)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)

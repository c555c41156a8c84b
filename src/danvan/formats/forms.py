"""Which classes stand in JSON as a string or a list, and in what form.

The converter and the schema both read this table, so that they cannot disagree.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

import attrs
import pendulum

from danvan.dates import PartialDate
from danvan.formats.problems import UnfitError
from danvan.formats.source import DetachedSource
from danvan.instruments import DocumentNumber, InstrumentKind, find_kind
from danvan.span import Span
from danvan.text import Source

T = TypeVar("T")

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@attrs.frozen(kw_only=True)
class Form(Generic[T]):
    """How the values of one class are written and read, and the JSON Schema of what is written.

    ``read`` is given the value and the class; it raises `ValueError` with a message for people.
    """

    write: Callable[[T], Any]
    read: Callable[[Any, object], T]
    schema: Mapping[str, Any]

    @property
    def json_type(self) -> str:
        """The JSON type of what is written: "string", "array" or "object"."""
        return str(self.schema["type"])


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise UnfitError("a string", value)
    return value


def _span(value: Any, _: object = None) -> Span:
    if type(value) is list and len(value) == 2:
        start, end = value
        if type(start) is int and type(end) is int:
            return Span(start, end)
    raise UnfitError("a span [start, end]", value)


def _day(value: Any, _: object = None) -> datetime.date:
    if _ISO_DAY.fullmatch(_string(value)) is None:
        raise UnfitError("a day as 2024-01-31", value)
    return datetime.date.fromisoformat(value)


def _pendulum_day(value: Any, _: object) -> pendulum.Date:
    day = _day(value)
    return pendulum.Date(day.year, day.month, day.day)


# The same dates and numbers come again and again in one plan.
_date = lru_cache(maxsize=1024)(PartialDate.parse)
_number = lru_cache(maxsize=1024)(DocumentNumber.parse)


def _time(value: Any, _: object) -> datetime.time:
    try:
        return datetime.time.fromisoformat(_string(value))
    except ValueError:
        raise UnfitError("a time as 17:30:00", value) from None


def _kind(value: Any, _: object) -> InstrumentKind:
    """The known kind of exactly that name, else a kind of which only the name is known."""
    known = find_kind(_string(value))
    return known if known is not None and known.name == value else InstrumentKind(name=value)


def _write_source(source: Source) -> dict[str, str]:
    written = {} if source.name is None else {"name": source.name}
    written["sha256"] = source.sha256
    if not isinstance(source, DetachedSource):
        written["text"] = source.text
    return written


def _read_source(value: Any, _: object) -> Source:
    if not isinstance(value, dict) or not value.keys() <= {"name", "sha256", "text"}:
        raise UnfitError("an object of name, sha256 and text", value)
    name = None if value.get("name") is None else _string(value["name"])
    digest = value.get("sha256")
    if digest is not None and _SHA256.fullmatch(_string(digest)) is None:
        raise UnfitError("a SHA-256 of 64 hexadecimal digits", digest)
    if value.get("text") is None:
        if digest is None:
            msg = "the source has neither a text nor a SHA-256"
            raise ValueError(msg)
        return DetachedSource(name=name, sha256=digest)
    source = Source(_string(value["text"]), name=name)
    if digest not in {None, source.sha256}:
        msg = "the text is not the one that the plan was read from: its SHA-256 differs"
        raise ValueError(msg)
    return source


@cache
def forms() -> dict[type, Form[Any]]:
    """The form of each class that has one of its own."""
    day = {"type": "string", "format": "date", "pattern": f"^{_ISO_DAY.pattern}$"}
    return {
        Span: Form(
            write=lambda span: [span.start, span.end],
            read=_span,
            schema={
                "type": "array",
                "description": "Half-open range of code points in the source text",
                "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
                "items": False,
                "minItems": 2,
            },
        ),
        PartialDate: Form(
            write=str,
            read=lambda value, _: _date(_string(value)),
            schema={
                "type": "string",
                "description": "EDTF: 2024-01-31, 2024-01, 2024-01-XX",
            },
        ),
        DocumentNumber: Form(
            write=str,
            read=lambda value, _: _number(_string(value)),
            schema={"type": "string", "description": "Số, ký hiệu: 322/KH-UBND"},
        ),
        InstrumentKind: Form(
            write=lambda kind: kind.name,
            read=_kind,
            schema={"type": "string", "description": "Tên loại: Kế hoạch"},
        ),
        datetime.date: Form(write=datetime.date.isoformat, read=_day, schema=day),
        pendulum.Date: Form(write=pendulum.Date.isoformat, read=_pendulum_day, schema=day),
        datetime.time: Form(
            write=datetime.time.isoformat,
            read=_time,
            schema={"type": "string", "description": "A time of day: 17:30:00"},
        ),
        Source: Form(
            write=_write_source,
            read=_read_source,
            schema={
                "type": "object",
                "description": "The text as it was given; without text, only its digest is known",
                "properties": {
                    "name": {"type": "string"},
                    "sha256": {"type": "string", "pattern": f"^{_SHA256.pattern}$"},
                    "text": {"type": "string"},
                },
                "required": ["sha256"],
                "additionalProperties": False,
            },
        ),
    }

"""The JSON Schema (2020-12) of a plan, made from the same classes as the JSON itself."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from danvan.formats.forms import forms
from danvan.formats.shapes import alternatives, is_left_out, is_union, tag_of, tagged
from danvan.formats.versions import SCHEMA
from danvan.plan import Plan

_PRIMITIVES = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_SHIPPED = "plan.schema.json"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a plan (lược đồ JSON), as it is shipped in the package.

    >>> json_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    text = resources.files(__package__).joinpath(_SHIPPED).read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def generate() -> dict[str, Any]:
    """The JSON Schema, made anew from the classes."""
    made = _Definitions()
    plan = made.object(Plan)
    plan["properties"] = {"schema": {"const": SCHEMA}, **plan["properties"]}
    plan["required"] = ["schema", *plan["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:danvan:plan:1:schema",
        "title": "danvan plan",
        **plan,
        "$defs": dict(sorted(made.schemas.items())),
    }


class _Definitions:
    """The schemas of the classes that were met, by name."""

    def __init__(self) -> None:
        self.schemas: dict[str, dict[str, Any]] = {}
        self._names: dict[tuple[type, bool], str] = {}

    def object(self, cls: type, tag: str | None = None) -> dict[str, Any]:
        """The schema of an attrs class, with its tag if it has one."""
        annotations = get_type_hints(cls)
        properties: dict[str, Any] = {} if tag is None else {"type": {"const": tag}}
        required = list(properties)
        for field in attrs.fields(cls):
            annotation = annotations[field.name]
            if not is_left_out(field):
                required.append(field.name)
            elif is_union(annotation):
                annotation = Union[tuple(alternatives(annotation))]  # noqa: UP007 - made at run time
            properties[field.name] = self.of(annotation)
        return {
            "description": _first_line(cls),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def of(self, annotation: Any) -> dict[str, Any]:
        """The schema of an annotation; a class is referred to."""
        if annotation in _PRIMITIVES:
            return {"type": _PRIMITIVES[annotation]}
        if is_union(annotation):
            return self._union(annotation)
        origin = get_origin(annotation)
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(annotation)[0])}
        if origin in {dict, Mapping}:
            return {"type": "object", "additionalProperties": self.of(get_args(annotation)[1])}
        return self._reference(annotation)

    def _union(self, union: Any) -> dict[str, Any]:
        tags = tagged(union)
        choices = [
            self._reference(member, with_tag=True) if member in tags else self.of(member)
            for member in get_args(union)
        ]
        return {"anyOf": choices}

    def _reference(self, cls: type, *, with_tag: bool = False) -> dict[str, Any]:
        name = self._names.get((cls, with_tag))
        if name is None:
            name = self._new_name(cls, "Tagged" if with_tag else "")
            self._names[cls, with_tag] = name
            self.schemas[name] = {}
            self.schemas[name] = self._class(cls, tag_of(cls) if with_tag else None)
        return {"$ref": f"#/$defs/{name}"}

    def _new_name(self, cls: type, prefix: str) -> str:
        """The name of the class, with that of its room where two rooms have the same name."""
        name = prefix + cls.__name__
        if name not in self.schemas:
            return name
        room = cls.__module__.split(".")[1]
        return f"{prefix}{room.capitalize()}{cls.__name__}"

    def _class(self, cls: type, tag: str | None) -> dict[str, Any]:
        form = forms().get(cls)
        if form is not None:
            return dict(form.schema)
        if issubclass(cls, enum.StrEnum):
            values = [member.value for member in cls]
            return {"description": _first_line(cls), "type": "string", "enum": values}
        return self.object(cls, tag)


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").strip().partition("\n")[0]


def write(path: str | Path) -> None:
    """Write the schema, made anew, to a file; ``make schema`` does so for the package."""
    text = json.dumps(generate(), ensure_ascii=False, indent=2) + "\n"
    Path(path).write_text(text, encoding="utf-8")

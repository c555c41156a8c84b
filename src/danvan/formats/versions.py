"""The version of the form, and how older documents are brought up to it.

A document names its form at the top: ``"schema": "danvan/plan/1"``. Fields that are added do not
change the number, since they may be absent; what is renamed, moved or removed does, and comes with
a step here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.problems import named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: The version that is written.
VERSION = 1

#: The name of the form, at the top of every document.
SCHEMA = f"danvan/plan/{VERSION}"

_SCHEMA = re.compile(r"danvan/plan/([0-9]{1,4})")

#: From each older version the step to the next: fields in, fields out.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgraded(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document of any version in the form of this one, without their schema.

    Raises:
        SchemaError: if the data name no version, or one that this danvan does not know.
    """
    fields = dict(data)
    version = _version(fields.pop("schema", None))
    while version < VERSION:
        fields = STEPS[version](fields)
        version += 1
    return fields


def _version(schema: Any) -> int:
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    version = None if match is None else int(match[1])
    if version == VERSION or version in STEPS:
        return version
    expected = f"the schema {SCHEMA!r}"
    reason = f"{expected} is expected, not {named(schema)}"
    if version is not None and version > VERSION:
        reason += ", which a later danvan wrote"
    raise SchemaError([SchemaProblem("$.schema", reason, expected=expected, value=schema)])

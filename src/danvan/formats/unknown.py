"""Fields that this danvan does not know: found, kept, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import attrs

from danvan.formats.problems import Path, as_text
from danvan.formats.shapes import (
    alternatives,
    annotations_of,
    is_mapping,
    is_object,
    is_tuple,
    is_union,
    item_of,
    tag_of,
    tagged,
)


@attrs.frozen
class _Field:
    path: Path
    value: Any
    beside: Mapping[str, Any]


class UnknownFields:
    """What a document has and the classes have not (trường lạ), to be handed on with the plan.

    Give an empty one to `from_json`, and the filled one to `to_json`. A field deeper than the top
    is written again only if all beside it is as it was read; so it never gets into another section.

    >>> import danvan
    >>> kept = UnknownFields()
    >>> plan = danvan.from_json(
    ...     '{"schema": "danvan/plan/1", "source": {"text": ""}, "colour": 1}', unknown=kept
    ... )
    >>> kept
    UnknownFields({'$.colour': 1})
    >>> '"colour":1' in danvan.to_json(plan, unknown=kept)
    True
    """

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"UnknownFields({self.as_dict()!r})"

    def as_dict(self) -> dict[str, Any]:
        """The fields by their paths: ``{"$.colour": "red"}``."""
        return {as_text(field.path): field.value for field in self._fields}

    def without(self, data: Any, cls: type) -> Any:
        """The data without the fields that the class does not know, which are kept here."""
        self._fields = []
        return self._object(data, cls, ())

    def put_back(self, data: dict[str, Any]) -> None:
        """Put the fields where they stood, as far as that place is still the same."""
        for place, field in [(self._place(data, field), field) for field in self._fields]:
            if place is not None:
                place[field.path[-1]] = field.value

    @staticmethod
    def _place(data: Any, field: _Field) -> dict[str | int, Any] | None:
        for key in field.path[:-1]:
            if isinstance(data, dict):
                data = data.get(key)
            elif isinstance(data, list) and isinstance(key, int) and key < len(data):
                data = data[key]
            else:
                return None
        top = len(field.path) == 1
        return data if isinstance(data, dict) and (top or data == field.beside) else None

    def _of(self, value: Any, annotation: Any, path: Path) -> Any:
        if is_union(annotation):
            chosen = _chosen(value, annotation)
            return value if chosen is None else self._of(value, chosen, path)
        if is_tuple(annotation) and isinstance(value, list):
            item = item_of(annotation)
            return [self._of(each, item, (*path, index)) for index, each in enumerate(value)]
        if is_mapping(annotation) and isinstance(value, dict):
            item = get_args(annotation)[1]
            return {key: self._of(each, item, (*path, key)) for key, each in value.items()}
        return self._object(value, annotation, path) if is_object(annotation) else value

    def _object(self, value: Any, cls: type, path: Path) -> Any:
        if not isinstance(value, dict):
            return value
        known = annotations_of(cls)
        kept = {
            key: self._of(each, known[key], (*path, key)) if key in known else each
            for key, each in value.items()
            if key in known or key == "type"
        }
        self._fields += [
            _Field((*path, key), each, kept) for key, each in value.items() if key not in kept
        ]
        return kept


def _chosen(value: Any, union: Any) -> Any:
    """The alternative of a union that is an object or holds some, as far as the value says it."""
    tags = {tag_of(cls): cls for cls in tagged(union)}
    if tags and isinstance(value, dict):
        tag = value.get("type")
        return tags.get(tag) if isinstance(tag, str) else None
    holding = [m for m in alternatives(union) if is_object(m) or is_tuple(m) or is_mapping(m)]
    return next(iter(holding), None) if not tags else None

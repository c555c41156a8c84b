"""The converter between the objects of a plan and what JSON can hold.

It follows the annotations of the attrs classes: a field that a class gains is in JSON at once.
"""

from __future__ import annotations

import enum
import math
import types
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import attrs
from cattrs import BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import JsonConverter, make_converter

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.forms import forms
from danvan.formats.problems import UnfitError, problems_in
from danvan.formats.shapes import (
    alternatives,
    is_enum,
    is_left_out,
    is_mapping,
    is_object,
    is_optional,
    is_tuple,
    is_union,
    item_of,
    tag_of,
    tagged,
)

Write = Callable[[Any], Any]
Read = Callable[[Any, Any], Any]


@cache
def converter(write_float: Callable[[float], Any] = float) -> JsonConverter:
    """The converter of the process, one for each way to write numbers with a fraction."""
    made = make_converter(
        forbid_extra_keys=True,
        detailed_validation=True,
        unstruct_collection_overrides={tuple: list},
    )
    for cls, form in forms().items():
        made.register_unstructure_hook(cls, form.write)
        made.register_structure_hook(cls, form.read)
    for kind, read in ((str, _read_str), (int, _read_int), (float, _read_float)):
        made.register_structure_hook(kind, read)
    made.register_structure_hook(bool, _read_bool)
    made.register_unstructure_hook(float, write_float)
    made.register_unstructure_hook(enum.StrEnum, _write_enum)
    made.register_structure_hook(enum.StrEnum, _read_enum)
    made.register_unstructure_hook_factory(is_object, lambda cls: _object_writer(made, cls))
    made.register_structure_hook_factory(is_object, lambda cls: _object_reader(made, cls))
    made.register_structure_hook_factory(is_tuple, lambda cls: _list_reader(made, cls))
    made.register_structure_hook_factory(is_mapping, lambda cls: _mapping_reader(made, cls))
    made.register_unstructure_hook_factory(is_union, lambda union: _union_writer(made, union))
    made.register_structure_hook_factory(is_union, lambda union: _union_reader(made, union))
    return made


def structure(value: Any, cls: type) -> Any:
    """An object of ``cls`` from what JSON holds.

    Raises:
        SchemaError: with all problems that were found.
    """
    try:
        return converter().structure(value, cls)
    except RecursionError:
        raise SchemaError([SchemaProblem("$", "it is nested too deeply")]) from None
    except (BaseValidationError, ValueError) as error:
        raise SchemaError(problems_in(error, value)) from None


def _read_str(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise UnfitError("a string", value)
    return value


def _read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnfitError("a whole number", value)
    return value


def _read_float(value: Any, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnfitError("a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise UnfitError("a finite number", value)
    return number


def _read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise UnfitError("true or false", value)
    return value


def _write_enum(member: enum.StrEnum) -> str:
    return str(member)


@cache
def _members(cls: type[enum.StrEnum]) -> dict[str, enum.StrEnum]:
    return {member.value: member for member in cls}


def _read_enum(value: Any, cls: type[enum.StrEnum]) -> enum.StrEnum:
    members = _members(cls)
    if not isinstance(value, str) or value not in members:
        raise UnfitError("one of " + ", ".join(members), value)
    return members[value]


def _object_writer(made: JsonConverter, cls: type) -> Write:
    rules: Any = {f.name: override(omit_if_default=is_left_out(f)) for f in attrs.fields(cls)}
    return make_dict_unstructure_fn(cls, made, **rules)


def _object_reader(made: JsonConverter, cls: type) -> Read:
    read_fields: Read = make_dict_structure_fn(cls, made)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise UnfitError("an object", value)
        return read_fields(value, cls)

    return read


def _later(made: JsonConverter, annotation: Any) -> Read:
    """The reader of an annotation, found at its first use: classes may hold themselves."""
    found: Read | None = None

    def read(value: Any, _: Any) -> Any:
        nonlocal found
        if found is None:
            found = made.get_structure_hook(annotation)
        return found(value, annotation)

    return read


def _list_reader(made: JsonConverter, annotation: Any) -> Read:
    item = item_of(annotation)
    read_item = _later(made, item) if is_object(item) else made.get_structure_hook(item)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise UnfitError("a list", value)
        items: list[Any] = []
        unfit: list[Exception] = []
        for each in value:
            try:
                items.append(read_item(each, item))
            except (BaseValidationError, ValueError) as error:
                place = len(items) + len(unfit)
                error.add_note(IterableValidationNote(f"at {place}", place, item))
                unfit.append(error)
        if unfit:
            message = "items do not fit"
            raise IterableValidationError(message, unfit, tuple)
        return tuple(items)

    return read


def _mapping_reader(made: JsonConverter, annotation: Any) -> Read:
    _, item = get_args(annotation)
    plain: Any = types.GenericAlias(dict, (str, item))
    read_items = made.gen_structure_mapping(plain)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise UnfitError("an object", value)
        return read_items(value, plain)

    return read


def _union_writer(made: JsonConverter, union: Any) -> Write:
    tags = {cls: tag_of(cls) for cls in tagged(union)}

    def write(value: Any) -> Any:
        cls = type(value)
        written = made.unstructure(value, unstructure_as=None if value is None else cls)
        return {"type": tags[cls], **written} if cls in tags else written

    return write


def _union_reader(made: JsonConverter, union: Any) -> Read:
    members = alternatives(union)
    if len(members) == 1 and is_optional(union):
        member = members[0]
        known = _later(made, member) if is_object(member) else made.get_structure_hook(member)
        return _optional_reader(known, member)
    by_tag = {tag_of(cls): _later(made, cls) for cls in tagged(union)}
    plain = [member for member in members if member not in tagged(union)]
    by_type = {_json_type(member): _later(made, member) for member in plain}
    if len(by_type) != len(plain) or (by_tag and "object" in by_type):
        msg = f"JSON cannot tell apart the alternatives of {union}"
        raise TypeError(msg)
    optional = is_optional(union)

    def read(value: Any, _: Any) -> Any:
        if value is None and optional:
            return None
        if by_tag and isinstance(value, dict):
            tag = value.get("type")
            if not isinstance(tag, str) or tag not in by_tag:
                raise UnfitError(f'an object with a "type" of {", ".join(by_tag)}', tag)
            rest = {key: item for key, item in value.items() if key != "type"}
            return by_tag[tag](rest, None)
        read_member = by_type.get(_JSON_TYPES.get(type(value), ""))
        if read_member is None:
            raise UnfitError("one of " + ", ".join([*by_tag, *by_type]), value)
        return read_member(value, None)

    return read


def _optional_reader(read_member: Read, member: Any) -> Read:
    def read(value: Any, _: Any) -> Any:
        return None if value is None else read_member(value, member)

    return read


_JSON_TYPES: dict[type, str] = {str: "string", list: "array", dict: "object"}


def _json_type(annotation: Any) -> str:
    """As which JSON type the values of an annotation stand."""
    form = forms().get(annotation)
    if form is not None:
        return form.json_type
    if annotation is str or is_enum(annotation):
        return "string"
    if is_tuple(annotation):
        return "array"
    return "object" if is_object(annotation) or is_mapping(annotation) else str(annotation)

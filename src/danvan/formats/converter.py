"""The converter between the objects of a plan and what JSON can hold.

It follows the annotations of the attrs classes: a field that a class gains is in JSON at once.
"""

from __future__ import annotations

import enum
import math
import re
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import BaseValidationError, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import JsonConverter, make_converter

from danvan.errors import ParseError, SchemaError
from danvan.formats.forms import Form, forms, named

_NONE = type(None)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

Write = Callable[[Any], Any]
Read = Callable[[Any, Any], Any]


def tag_of(cls: type) -> str:
    """The ``"type"`` of a class where several may stand.

    >>> from danvan.dates import TimeLimit
    >>> tag_of(TimeLimit)
    'time-limit'
    """
    return _CAPITAL.sub("-", cls.__name__).lower()


def is_union(annotation: Any) -> bool:
    """Whether an annotation is ``X | Y`` or ``Optional[X]``."""
    return get_origin(annotation) in {Union, types.UnionType}


def alternatives(union: Any) -> list[Any]:
    """The members of a union, without None."""
    return [member for member in get_args(union) if member is not _NONE]


def tagged(union: Any) -> list[type]:
    """The classes of a union that stand as objects and so need a tag; none if there is only one."""
    objects = [m for m in alternatives(union) if attrs.has(m) and m not in forms()]
    return objects if len(objects) > 1 else []


def is_left_out(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is left out where it has its default: None, false, "" or nothing in it."""
    default: Any = field.default
    if default is attrs.NOTHING:
        return False
    if hasattr(default, "takes_self"):  # a factory
        return not default.takes_self and not default.factory()
    return not default


@cache
def converter() -> JsonConverter:
    """The one converter of the process."""
    made = make_converter(
        forbid_extra_keys=True,
        detailed_validation=True,
        unstruct_collection_overrides={tuple: list},
    )
    for cls, form in forms().items():
        _register_form(made, cls, form)
    for cls, read in ((str, _read_str), (int, _read_int), (float, _read_float), (bool, _read_bool)):
        made.register_structure_hook(cls, read)
    made.register_unstructure_hook(enum.StrEnum, _write_enum)
    made.register_structure_hook(enum.StrEnum, _read_enum)
    made.register_unstructure_hook_factory(_has_fields, lambda cls: _object_writer(made, cls))
    made.register_structure_hook_factory(_has_fields, lambda cls: _object_reader(made, cls))
    made.register_structure_hook_factory(_is_tuple, lambda cls: _list_reader(made, cls))
    made.register_structure_hook_factory(_is_mapping, lambda cls: _mapping_reader(made, cls))
    made.register_unstructure_hook_factory(is_union, lambda union: _union_writer(made, union))
    made.register_structure_hook_factory(is_union, lambda union: _union_reader(made, union))
    return made


def structure(value: Any, cls: type) -> Any:
    """An object of ``cls`` from what JSON holds.

    Raises:
        SchemaError: with all problems that were found, each with its path.
    """
    try:
        return converter().structure(value, cls)
    except RecursionError:
        raise SchemaError(["it is nested too deeply @ $"]) from None
    except (BaseValidationError, ValueError) as error:
        raise SchemaError(transform_error(error, format_exception=_explained)) from None


def _explained(error: BaseException, _expected: type | None) -> str:
    """One line about what is wrong with a value."""
    match error:
        case KeyError():
            return f"the field {error.args[0]!r} is missing"
        case ForbiddenExtraKeysError():
            return "unknown fields: " + ", ".join(named(f) for f in sorted(error.extra_fields))
        case ParseError():
            return f"{error.expected}: {named(error.text)}"
        case _:
            return str(error) or type(error).__name__


def _register_form(made: JsonConverter, cls: type, form: Form[Any]) -> None:
    made.register_unstructure_hook(cls, form.write)
    made.register_structure_hook(cls, lambda value, _: form.read(value))


def _unfit(expected: str, value: object) -> ValueError:
    return ValueError(f"{expected} is expected, not {named(value)}")


def _read_str(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise _unfit("a string", value)
    return value


def _read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _unfit("a whole number", value)
    return value


def _read_float(value: Any, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unfit("a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise _unfit("a finite number", value)
    return number


def _read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise _unfit("true or false", value)
    return value


def _write_enum(member: enum.StrEnum) -> str:
    return member.value


def _read_enum(value: Any, cls: type[enum.StrEnum]) -> enum.StrEnum:
    values = [member.value for member in cls]
    if value not in values:
        raise _unfit("one of " + ", ".join(values), value)
    return cls(value)


def _has_fields(annotation: Any) -> bool:
    return isinstance(annotation, type) and attrs.has(annotation) and annotation not in forms()


def _object_writer(made: JsonConverter, cls: type) -> Write:
    rules: Any = {f.name: override(omit_if_default=is_left_out(f)) for f in attrs.fields(cls)}
    return make_dict_unstructure_fn(cls, made, **rules)


def _object_reader(made: JsonConverter, cls: type) -> Read:
    read_fields: Read = make_dict_structure_fn(cls, made)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _unfit("an object", value)
        return read_fields(value, cls)

    return read


def _is_tuple(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _list_reader(made: JsonConverter, annotation: Any) -> Read:
    item, *rest = get_args(annotation)
    if rest != [...]:
        msg = f"JSON knows tuples of one kind only, not {annotation}"
        raise TypeError(msg)
    items: Any = types.GenericAlias(list, item)
    read_items = made.get_structure_hook(items)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _unfit("a list", value)
        return tuple(read_items(value, items))

    return read


def _is_mapping(annotation: Any) -> bool:
    return get_origin(annotation) in {dict, Mapping}


def _mapping_reader(made: JsonConverter, annotation: Any) -> Read:
    _, item = get_args(annotation)
    plain: Any = types.GenericAlias(dict, (str, item))
    read_items = made.gen_structure_mapping(plain)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _unfit("an object", value)
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
    optional = _NONE in get_args(union)
    by_tag = {tag_of(cls): cls for cls in tagged(union)}
    plain = [member for member in members if member not in by_tag.values()]
    by_type = {_json_type(member): member for member in plain}
    if len(by_type) != len(plain) or (by_tag and "object" in by_type):
        msg = f"JSON cannot tell apart the alternatives of {union}"
        raise TypeError(msg)
    only = plain[0] if len(plain) == 1 and not by_tag else None

    def read(value: Any, _: Any) -> Any:
        if value is None and optional:
            return None
        if only is not None:
            return made.structure(value, only)
        if by_tag and isinstance(value, dict):
            tag = value.get("type")
            if not isinstance(tag, str) or tag not in by_tag:
                raise _unfit(f'an object with a "type" of {", ".join(by_tag)}', tag)
            rest = {key: item for key, item in value.items() if key != "type"}
            return made.structure(rest, by_tag[tag])
        member = by_type.get(_PYTHON_TYPES.get(type(value), ""))
        if member is None:
            expected = [*by_tag, *by_type]
            raise _unfit("one of " + ", ".join(expected), value)
        return made.structure(value, member)

    return read


_PYTHON_TYPES: dict[type, str] = {str: "string", list: "array", dict: "object"}


def _json_type(annotation: Any) -> str:
    """As which JSON type the values of an annotation stand."""
    form = forms().get(annotation)
    if form is not None:
        return form.json_type
    if isinstance(annotation, type) and issubclass(annotation, str):
        return "string"
    if _is_tuple(annotation):
        return "array"
    return "object" if _has_fields(annotation) or _is_mapping(annotation) else str(annotation)

"""What the annotations of the attrs classes say about the form of their values.

The writers, the readers and the schemas of JSON and XML all ask here, so that a field which a class
gains travels in each of them at once, and in the same way.
"""

from __future__ import annotations

import enum
import re
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from danvan.formats.forms import forms

_NONE = type(None)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def tag_of(cls: type) -> str:
    """The name of a class where several may stand.

    >>> from danvan.dates import TimeLimit
    >>> tag_of(TimeLimit)
    'time-limit'
    """
    return _CAPITAL.sub("-", cls.__name__).lower()


@cache
def annotations_of(cls: type) -> Mapping[str, Any]:
    """The annotations of the fields of an attrs class, resolved."""
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


def is_object(annotation: Any) -> bool:
    """Whether the values are attrs objects that stand field by field."""
    return isinstance(annotation, type) and attrs.has(annotation) and annotation not in forms()


def is_enum(annotation: Any) -> bool:
    """Whether the values are members of an enumeration of strings."""
    return isinstance(annotation, type) and issubclass(annotation, enum.StrEnum)


def is_tuple(annotation: Any) -> bool:
    """Whether the values are tuples."""
    return get_origin(annotation) is tuple


def is_mapping(annotation: Any) -> bool:
    """Whether the values are dictionaries."""
    return get_origin(annotation) in {dict, Mapping}


def is_union(annotation: Any) -> bool:
    """Whether an annotation is ``X | Y`` or ``Optional[X]``."""
    return get_origin(annotation) in {Union, types.UnionType}


def item_of(annotation: Any) -> Any:
    """The annotation of the items of a tuple.

    Raises:
        TypeError: if the tuple is not one of any length.
    """
    item, *rest = get_args(annotation)
    if rest != [...]:
        msg = f"JSON knows tuples of one kind only, not {annotation}"
        raise TypeError(msg)
    return item


def is_optional(annotation: Any) -> bool:
    """Whether None is among the values."""
    return is_union(annotation) and _NONE in get_args(annotation)


def alternatives(union: Any) -> list[Any]:
    """The members of a union, without None."""
    return [member for member in get_args(union) if member is not _NONE]


def tagged(union: Any) -> list[type]:
    """The classes of a union that stand as objects and so need a tag; none if there is only one."""
    objects = [m for m in alternatives(union) if is_object(m)]
    return objects if len(objects) > 1 else []


def is_left_out(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is left out where it has its default: None, false, "" or nothing in it."""
    default: Any = field.default
    if default is attrs.NOTHING:
        return False
    if hasattr(default, "takes_self"):  # a factory
        return not default.takes_self and not default.factory()
    return not default

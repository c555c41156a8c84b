"""What a column of a table is: its name, its type, what it says, where its value comes from."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import attrs

from danvan.plan import Plan

_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGEST = 2**63 - 1


class Type(enum.StrEnum):
    """The types of columns, by their names in Arrow."""

    TEXT = "string"
    TEXTS = "list<string>"
    DAY = "date32"
    COUNT = "int64"
    NUMBER = "float64"
    FLAG = "bool"


@attrs.frozen
class Row:
    """What a row is made of: the plan, its place among the plans, the object in it, its place."""

    plan: Plan
    number: int
    item: Any
    place: int


@attrs.frozen
class Column:
    """A column: ``value`` gives what stands in it, None where nothing is known."""

    name: str
    type: Type
    says: str
    value: Callable[[Row], Any]

    def cells(self, rows: Iterable[Row]) -> list[Any]:
        """What stands in the column, in the form that Arrow takes."""
        return [_fit(self.value(row), self.type) for row in rows]


@attrs.frozen
class Layout:
    """A table: what it has a row for, and its columns."""

    name: str
    says: str
    items: Callable[[Plan], Iterable[Any]]
    columns: tuple[Column, ...]

    def rows(self, plan: Plan, number: int) -> Iterable[Row]:
        """The rows for one plan."""
        return (Row(plan, number, item, place) for place, item in enumerate(self.items(plan)))


def column(
    name: str, type_: Type, says: str, value: Callable[[Any], Any] | str | None = None
) -> Column:
    """A column that says something of the object of a row: of that attribute, or what is given."""
    get = attrgetter(value or name) if value is None or isinstance(value, str) else value
    return Column(name, type_, says, lambda row: get(row.item))


def of_row(name: str, type_: Type, says: str, value: Callable[[Row], Any]) -> Column:
    """A column that says something of the whole row."""
    return Column(name, type_, says, value)


def _fit(value: Any, type_: Type) -> Any:
    if value is None:
        return None
    match type_:
        case Type.TEXT:
            return _utf8(str(value))
        case Type.TEXTS:
            return [_utf8(str(each)) for each in value]
        case Type.COUNT:
            return value if abs(value) <= _LARGEST else None
        case _:
            return value


def _utf8(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which UTF-8 cannot hold."""
    return _SURROGATE.sub("\ufffd", text)

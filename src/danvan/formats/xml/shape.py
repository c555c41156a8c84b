"""In which shape the values of each annotation stand in XML.

What is a value (a number, a day, a word of a list, a span) is an attribute; what is text is an
element; an object is an element with its fields in it. The names are those of JSON. So:

==========================  ======================================================================
``level: int``              ``<section level="1">``
``title: str | None``       ``<title>MỤC ĐÍCH</title>``, absent where it is None
``roles: tuple[Role, ...]`` ``<section roles="purpose requirements">``
``superior: Agency``        ``<superior kind="...">...</superior>``
``issuers: tuple[...]``     ``<issuers><agency/><agency/></issuers>``
``value: Period | Days``    ``<value><period/></value>``
``provenance: dict``        ``<provenance><entry value="read">number</entry></provenance>``
==========================  ======================================================================
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args

import attrs
import pendulum

from danvan.dates import PartialDate
from danvan.formats.forms import forms
from danvan.formats.problems import UnfitError
from danvan.formats.shapes import (
    alternatives,
    annotations_of,
    is_enum,
    is_left_out,
    is_mapping,
    is_object,
    is_optional,
    is_tuple,
    is_union,
    item_of,
    tag_of,
)
from danvan.instruments import DocumentNumber, InstrumentKind
from danvan.span import Span
from danvan.text import Source

#: The namespace of plans; its number is the version of the form.
NAMESPACE = "urn:danvan:plan:1"


def tag(name: str) -> str:
    """The name of an element in the namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


@attrs.frozen
class Atom:
    """A value that stands in an attribute.

    ``xsd`` is its type in XML Schema, "" for enumerations, which make theirs; ``is_token`` whether
    it has no white space, so that several can stand in one attribute.
    """

    annotation: Any
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    xsd: str
    is_token: bool = True


@attrs.frozen
class Atoms:
    """A tuple of values, in one attribute."""

    item: Atom


@attrs.frozen
class Text:
    """Text of any characters, in an element."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


@attrs.frozen
class Whole:
    """The source: its text, its name and its digest."""


@attrs.frozen
class Object:
    """An object, as an element with its fields."""

    cls: type


@attrs.frozen
class Choice:
    """One of several shapes, in an element that names it."""

    members: tuple[tuple[str, Any], ...]


@attrs.frozen
class Items:
    """A tuple of what stands in elements, in an element for all of them.

    ``names`` are the names of the elements and their shapes; one where all are of one kind.
    """

    members: tuple[tuple[str, Any], ...]


@attrs.frozen
class Entries:
    """A dictionary from text to values."""

    value: Atom


Shape = Atom | Atoms | Text | Whole | Object | Choice | Items | Entries


@attrs.frozen(kw_only=True)
class Field:
    """A field of a class and its shape.

    ``may_be_absent`` where the element or attribute may be; ``absent_is_none`` where that means
    None, and not the default of the class.
    """

    name: str
    shape: Shape
    default: Any
    is_left_out: bool
    may_be_absent: bool
    absent_is_none: bool

    @property
    def is_attribute(self) -> bool:
        """Whether it stands in an attribute."""
        return isinstance(self.shape, Atom | Atoms)


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a class, in order."""
    annotations = annotations_of(cls)
    return tuple(_field(field, annotations[field.name]) for field in attrs.fields(cls))


def _field(field: attrs.Attribute[Any], annotation: Any) -> Field:
    left_out = is_left_out(field)
    factory: Any = field.default
    default = factory.factory() if left_out and hasattr(factory, "factory") else field.default
    none = is_optional(annotation)
    return Field(
        name=field.name,
        shape=shape_of(annotation, field.name),
        default=default,
        is_left_out=left_out,
        may_be_absent=none or field.default is not attrs.NOTHING,
        absent_is_none=none and not left_out,
    )


def shape_of(annotation: Any, name: str) -> Shape:
    """The shape of an annotation in a field of that name.

    Raises:
        TypeError: if XML has none for it.
    """
    if is_union(annotation):
        members = alternatives(annotation)
        if len(members) == 1:
            return shape_of(members[0], name)
        return Choice(tuple((_item_name(member), shape_of(member, "")) for member in members))
    if annotation is Source:
        return Whole()
    if annotation in _TEXTS:
        return _TEXTS[annotation]
    atom = _atom(annotation)
    if atom is not None:
        return atom
    if is_object(annotation):
        return Object(annotation)
    if is_tuple(annotation):
        return _tuple(item_of(annotation), name)
    if is_mapping(annotation):
        value = _atom(get_args(annotation)[1])
        if value is not None:
            return Entries(value)
    msg = f"XML has no shape for {annotation} ({name})"
    raise TypeError(msg)


def _tuple(item: Any, name: str) -> Shape:
    if is_union(item):
        choice = shape_of(item, name)
        return Items(choice.members if isinstance(choice, Choice) else ())
    shape = shape_of(item, name.removesuffix("s"))
    if isinstance(shape, Atom) and shape.is_token:
        return Atoms(shape)
    return Items(((_item_name(item, name), shape),))


def _item_name(annotation: Any, name: str = "item") -> str:
    """The name of an element that holds one of several: that of the class, or one row of rows."""
    if isinstance(annotation, type) and annotation is not str:
        return tag_of(annotation)
    return name.removesuffix("s") if name.endswith("s") else "item"


def _read_int(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UnfitError("a whole number", text) from None


def _read_float(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise UnfitError("a number", text) from None
    if number - number != 0:
        raise UnfitError("a finite number", text)
    return number


def _read_bool(text: str) -> bool:
    if text not in {"true", "false", "1", "0"}:
        raise UnfitError("true or false", text)
    return text in {"true", "1"}


def _write_span(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _read_span(text: str) -> Span:
    start, dash, end = text.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal()):
        raise UnfitError("a span such as 12-40", text)
    return Span(_read_int(start), _read_int(end))


def _by_form(annotation: Any, xsd: str, *, is_token: bool = True) -> Atom:
    form = forms()[annotation]
    return Atom(annotation, form.write, lambda text: form.read(text, annotation), xsd, is_token)


_TEXTS: Mapping[Any, Text] = {
    str: Text(str, str),
    InstrumentKind: Text(
        forms()[InstrumentKind].write,
        lambda text: forms()[InstrumentKind].read(text, InstrumentKind),
    ),
}
_ATOMS: Mapping[Any, Atom] = {
    int: Atom(int, str, _read_int, "xs:integer"),
    float: Atom(float, repr, _read_float, "xs:double"),
    bool: Atom(bool, lambda value: "true" if value else "false", _read_bool, "xs:boolean"),
    Span: Atom(Span, _write_span, _read_span, "span"),
    PartialDate: _by_form(PartialDate, "partial-date"),
    DocumentNumber: _by_form(DocumentNumber, "xs:string", is_token=False),
    datetime.date: _by_form(datetime.date, "xs:date"),
    pendulum.Date: _by_form(pendulum.Date, "xs:date"),
    datetime.time: _by_form(datetime.time, "xs:time"),
}


@cache
def _atom(annotation: Any) -> Atom | None:
    if not is_enum(annotation):
        return _ATOMS.get(annotation)
    members = {member.value: member for member in annotation}

    def read(text: str) -> Any:
        if text not in members:
            raise UnfitError("one of " + ", ".join(members), text)
        return members[text]

    is_token = all(len(value.split()) == 1 for value in members)
    return Atom(annotation, str, read, "", is_token)

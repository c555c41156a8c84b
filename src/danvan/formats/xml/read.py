"""From elements to the objects of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.forms import forms
from danvan.formats.problems import UnfitError, named
from danvan.formats.xml.characters import text_in
from danvan.formats.xml.shape import (
    NAMESPACE,
    Atom,
    Atoms,
    Choice,
    Entries,
    Field,
    Items,
    Object,
    Shape,
    Text,
    Whole,
    fields_of,
    tag,
)
from danvan.text import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: After so many problems the rest of a document is not read.
MAX_PROBLEMS = 200

# What reads a value from an element, and adds to the problems.
_Read = Callable[["Element", list[SchemaProblem]], Any]


class _Unfit:
    """Stands for a value that could not be read; the problem has been told."""


_UNFIT = _Unfit()


def object_in(element: Element, cls: type, problems: list[SchemaProblem]) -> Any:
    """The object that an element holds; what does not fit is added to the problems."""
    return _object_reader(cls)(element, problems)


def values_of(cls: type, strings: Mapping[str, str]) -> dict[str, Any]:
    """The values of those fields of a class that stand in attributes; the others are passed over.

    Raises:
        ValueError: if a value does not fit.
    """
    fields = {field.name: field.shape for field in fields_of(cls) if field.is_attribute}
    return {name: _from_string(fields[name])(strings[name]) for name in strings if name in fields}


def _tell(element: Element, error: ValueError | str, problems: list[SchemaProblem]) -> _Unfit:
    expected = error.expected if isinstance(error, UnfitError) else str(error)
    path = element.getroottree().getelementpath(element).replace(f"{{{NAMESPACE}}}", "")
    path = "/plan" if path == "." else f"/plan/{path}"
    problems.append(
        SchemaProblem(
            path, str(error), expected=expected, value=element.text, line=line_of(element)
        )
    )
    if len(problems) >= MAX_PROBLEMS:
        raise SchemaError(problems)
    return _UNFIT


def line_of(element: Element) -> int | None:
    """The line on which an element begins."""
    known: Any = element.sourceline  # the stubs leave its type open
    line: int | None = known
    return line


def _attributes(element: Element) -> list[tuple[str, str]]:
    attributes: list[Any] = element.attrib.items()  # the stubs think of bytes, too
    return attributes


def _children(element: Element, problems: list[SchemaProblem]) -> Iterator[Element]:
    """The elements in an element that is to hold elements only."""
    if element.text is not None and element.text.strip():
        _tell(element, f"no text is expected, not {named(element.text.strip())}", problems)
    for child in element:
        if child.tail is not None and child.tail.strip():
            _tell(element, f"no text is expected, not {named(child.tail.strip())}", problems)
        yield child


@cache
def _object_reader(cls: type) -> _Read:
    fields = fields_of(cls)
    in_attributes = {f.name: _from_string(f.shape) for f in fields if f.is_attribute}
    children = {tag(f.name): (f.name, _reader(f.shape)) for f in fields if not f.is_attribute}
    none_if_absent = tuple(f.name for f in fields if f.absent_is_none)
    required = tuple(f for f in fields if not f.may_be_absent)

    def read(element: Element, problems: list[SchemaProblem]) -> Any:
        values: dict[str, Any] = dict.fromkeys(none_if_absent)
        told = len(problems)
        for name, string in _attributes(element):
            from_string = in_attributes.get(name)
            if from_string is None:
                _tell(element, f"the attribute {named(name)} is unknown", problems)
                continue
            try:
                values[name] = from_string(string)
            except ValueError as error:
                values[name] = _tell(element, _of_attribute(name, error), problems)
        seen: set[str] = set()
        for child in _children(element, problems):
            name, from_element = children.get(child.tag, ("", None))
            if from_element is None or name in seen:
                _tell(child, "this element is unknown here" if not name else _TWICE, problems)
                continue
            seen.add(name)
            values[name] = from_element(child, problems)
        _tell_missing(element, required, values, problems)
        if len(problems) > told:
            return _UNFIT
        try:
            return cls(**values)
        except ValueError as error:
            return _tell(element, error, problems)

    return read


_TWICE = "this element stands here twice"


def _of_attribute(name: str, error: ValueError) -> str:
    return f"the attribute {name}: {error}"


def _tell_missing(
    element: Element,
    required: tuple[Field, ...],
    values: dict[str, Any],
    problems: list[SchemaProblem],
) -> None:
    for field in required:
        if field.name not in values:
            what = "attribute" if field.is_attribute else "element"
            _tell(element, f"the {what} {field.name!r} is missing", problems)


def _from_string(shape: Shape) -> Callable[[str], Any]:
    if isinstance(shape, Atoms):
        read = shape.item.read
        return lambda text: tuple([read(word) for word in text.split()])
    if isinstance(shape, Atom):
        return shape.read
    raise TypeError(shape)


def _reader(shape: Shape) -> _Read:
    match shape:
        case Text(read=from_string):
            return _text_reader(lambda element: from_string(text_in(element)))
        case Atom() | Atoms():
            from_string = _from_string(shape)
            return _text_reader(lambda element: from_string((element.text or "").strip()))
        case Object(cls=cls):
            return lambda element, problems: object_in(element, cls, problems)
        case Choice(members=members):
            read_all = _items_reader(members)

            def read_one(element: Element, problems: list[SchemaProblem]) -> Any:
                told = len(problems)
                values = read_all(element, problems)
                if len(values) == 1:
                    return values[0]
                names = ", ".join(name for name, _ in members)
                reason = f"one element of {names} is expected"
                return _UNFIT if len(problems) > told else _tell(element, reason, problems)

            return read_one
        case Items(members=members):
            return _items_reader(members)
        case Entries(value=atom):
            return _entries_reader(atom)
        case Whole():
            return _read_source
    raise TypeError(shape)


def _text_reader(read: Callable[[Element], Any]) -> _Read:
    def read_text(element: Element, problems: list[SchemaProblem]) -> Any:
        try:
            return read(element)
        except ValueError as error:
            return _tell(element, error, problems)

    return read_text


def _items_reader(members: tuple[tuple[str, Shape], ...]) -> _Read:
    readers = {tag(name): _reader(shape) for name, shape in members}

    def read_items(element: Element, problems: list[SchemaProblem]) -> tuple[Any, ...]:
        items = []
        for child in _children(element, problems):
            read = readers.get(child.tag)
            if read is None:
                names = ", ".join(name for name, _ in members)
                _tell(child, f"one of {names} is expected", problems)
            else:
                items.append(read(child, problems))
        return tuple(items)

    return read_items


def _entries_reader(atom: Atom) -> _Read:
    def read_entries(element: Element, problems: list[SchemaProblem]) -> dict[str, Any]:
        entries = {}
        for child in _children(element, problems):
            try:
                entries[text_in(child)] = atom.read(child.get("value", ""))
            except ValueError as error:
                _tell(child, _of_attribute("value", error), problems)
        return entries

    return read_entries


def _read_source(element: Element, problems: list[SchemaProblem]) -> Any:
    data: dict[str, str] = dict(_attributes(element))
    try:
        for child in _children(element, problems):
            data[str(child.tag).removeprefix(f"{{{NAMESPACE}}}")] = text_in(child)
        return forms()[Source].read(data, Source)
    except ValueError as error:
        return _tell(element, error, problems)

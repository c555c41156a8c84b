"""From the objects of a plan to elements."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from lxml import etree

from danvan.formats.source import DetachedSource
from danvan.formats.xml.characters import MixedContent, set_text
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
from danvan.plan import Cell, Footnote, Paragraph, Plan, Section

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from danvan.formats.xml.marks import Marks, Placed
    from danvan.text import Source

_PREFIXES: Any = {None: NAMESPACE}  # the stubs know no namespace without a prefix

#: Texts in which marks stand: the field, and what it was read from.
RUNNING: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Paragraph, "text"): lambda paragraph: paragraph.spans or (paragraph.span,),
    (Footnote, "text"): lambda footnote: footnote.spans or (footnote.span,),
    (Cell, "text"): lambda cell: (cell.span,),
    (Section, "title"): lambda section: () if section.title_span is None else (section.title_span,),
}

# What writes a value into an element of a given name under a parent.
_Write = Callable[["Element", Any, "Context"], None]


class Context:
    """What all writers of one plan need: the marks, and whether the source text is written."""

    def __init__(self, marks: Marks | None, *, source: bool) -> None:
        self.marks = marks
        self.source = source


def element_of(plan: Plan, context: Context) -> Element:
    """The element of a plan."""
    attributes, children = _writers(Plan)
    root = etree.Element(tag("plan"), attributes(plan), _PREFIXES)
    for write in children:
        write(root, plan, context)
    return root


def attributes_of(value: Any) -> dict[str, str]:
    """The fields of an object that stand in attributes, as they stand there."""
    cls: Any = type(value)
    attributes, _ = _writers(cls)
    return attributes(value)


@cache
def _writers(cls: type) -> tuple[Callable[[Any], dict[str, str]], tuple[_Write, ...]]:
    fields = fields_of(cls)
    in_attributes = tuple(
        (field.name, attrgetter(field.name), _skipped(field), _string_of(field.shape))
        for field in fields
        if field.is_attribute
    )

    def attributes(value: Any) -> dict[str, str]:
        written = {}
        for name, get, skipped, string in in_attributes:
            each = get(value)
            if each is not None and each != skipped:
                written[name] = string(each)
        return written

    children = tuple(_field_writer(cls, field) for field in fields if not field.is_attribute)
    return attributes, children


_NEVER = object()


def _skipped(field: Field) -> Any:
    return field.default if field.is_left_out else _NEVER


def _string_of(shape: Shape) -> Callable[[Any], str]:
    if isinstance(shape, Atoms):
        write = shape.item.write
        return lambda values: " ".join([write(value) for value in values])
    if isinstance(shape, Atom):
        return shape.write
    raise TypeError(shape)


def _field_writer(cls: type, field: Field) -> _Write:
    get, skipped, spans = attrgetter(field.name), _skipped(field), RUNNING.get((cls, field.name))
    write = _writer(field.shape, field.name)

    def write_field(parent: Element, value: Any, context: Context) -> None:
        each = get(value)
        if each is None or each == skipped:
            return
        if spans is not None and context.marks is not None:
            placed = context.marks.within(each, spans(value))
            if placed:
                _write_running(etree.SubElement(parent, name), each, placed)
                return
        write(parent, each, context)

    name = tag(field.name)
    return write_field


def _write_running(element: Element, text: str, placed: tuple[Placed, ...]) -> None:
    content, position = MixedContent(element), 0
    for place in placed:
        content.add(text[position : place.start])
        mark = place.mark
        content.add_element(tag(mark.name), mark.attributes, text[place.start : place.end])
        position = place.end
    content.add(text[position:])


def _writer(shape: Shape, name: str) -> _Write:
    """What writes values of a shape as elements of a name."""
    full = tag(name)
    match shape:
        case Text(write=string):

            def write_text(parent: Element, value: Any, _: Context) -> None:
                set_text(etree.SubElement(parent, full), string(value))

            return write_text
        case Atom() | Atoms():
            string = _string_of(shape)

            def write_atom(parent: Element, value: Any, _: Context) -> None:
                etree.SubElement(parent, full).text = string(value)

            return write_atom
        case Object(cls=cls):

            def write_object(parent: Element, value: Any, context: Context) -> None:
                attributes, children = _writers(cls)
                element = etree.SubElement(parent, full, attributes(value))
                for write in children:
                    write(element, value, context)

            return write_object
        case Choice(members=members):
            return _items_writer(full, members, lambda value: (value,))
        case Items(members=members):
            return _items_writer(full, members, iter)
        case Entries(value=atom):

            def write_entries(parent: Element, value: Any, _: Context) -> None:
                element = etree.SubElement(parent, full)
                for key, each in value.items():
                    entry = etree.SubElement(element, tag("entry"), {"value": atom.write(each)})
                    set_text(entry, key)

            return write_entries
        case Whole():
            return _write_source
    raise TypeError(shape)


def _items_writer(
    full: str, members: tuple[tuple[str, Shape], ...], items: Callable[[Any], Any]
) -> _Write:
    writers = {_class_of(shape): _writer(shape, name) for name, shape in members}
    only = next(iter(writers.values())) if len(writers) == 1 else None

    def write_items(parent: Element, value: Any, context: Context) -> None:
        element = etree.SubElement(parent, full)
        for each in items(value):
            (only or writers[type(each)])(element, each, context)

    return write_items


def _class_of(shape: Shape) -> Any:
    match shape:
        case Object(cls=cls):
            return cls
        case Atom(annotation=annotation):
            return annotation
        case Text():
            return str
    return tuple


def _write_source(parent: Element, source: Source, context: Context) -> None:
    element = etree.SubElement(parent, tag("source"), {"sha256": source.sha256})
    if source.name is not None:
        set_text(etree.SubElement(element, tag("name")), source.name)
    if context.source and not isinstance(source, DetachedSource):
        set_text(etree.SubElement(element, tag("text")), source.text)

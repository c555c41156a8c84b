"""The XML Schema (XSD 1.0) of a plan, made from the same shapes as the XML itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from danvan.formats.shapes import is_enum, tag_of
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
)
from danvan.formats.xml.write import RUNNING
from danvan.plan import Plan

_XS = "http://www.w3.org/2001/XMLSchema"

_PREFIXES: Any = {"xs": _XS, None: NAMESPACE}  # the stubs know no namespace without a prefix

# What is the same whatever the classes are.
_GROUND = f"""
<xs:schema xmlns:xs="{_XS}" xmlns="{NAMESPACE}">
  <xs:simpleType name="span">
    <xs:annotation><xs:documentation>Half-open range of code points in the source text: 12-40
    </xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="[0-9]+-[0-9]+"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="partial-date">
    <xs:annotation><xs:documentation>EDTF: 2024-01-31, 2024-01, 2024-01-XX
    </xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:pattern value="[0-9X]{{4}}(-[0-9X]{{2}}){{0,2}}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:complexType name="character">
    <xs:annotation><xs:documentation>A character that XML cannot hold, by its number
    </xs:documentation></xs:annotation>
    <xs:attribute name="u" use="required">
      <xs:simpleType>
        <xs:restriction base="xs:token"><xs:pattern value="[0-9A-F]{{4,6}}"/></xs:restriction>
      </xs:simpleType>
    </xs:attribute>
  </xs:complexType>
  <xs:complexType name="text" mixed="true">
    <xs:sequence>
      <xs:element name="c" type="character" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="citation-mark" mixed="true">
    <xs:annotation><xs:documentation>Where the citation of that span stands; its extent may cross
    others</xs:documentation></xs:annotation>
    <xs:complexContent>
      <xs:extension base="text">
        <xs:attribute name="span" type="span" use="required"/>
        <xs:attribute name="extent" type="span" use="required"/>
        <xs:attribute name="uri" type="xs:string"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="deadline-mark" mixed="true">
    <xs:annotation><xs:documentation>Where the deadline of that span stands, or its first piece
    </xs:documentation></xs:annotation>
    <xs:complexContent>
      <xs:extension base="text">
        <xs:attribute name="span" type="span" use="required"/>
        <xs:attribute name="earliest" type="xs:date"/>
        <xs:attribute name="latest" type="xs:date"/>
        <xs:attribute name="value" type="partial-date"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="agency-mark" mixed="true">
    <xs:annotation><xs:documentation>Where a body is named that is given work, or shares in it
    </xs:documentation></xs:annotation>
    <xs:complexContent>
      <xs:extension base="text">
        <xs:attribute name="role" type="xs:token" use="required"/>
        <xs:attribute name="kind" type="xs:token" use="required"/>
        <xs:attribute name="full_name" type="xs:string"/>
        <xs:attribute name="post" type="xs:string"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="running-text" mixed="true">
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="c" type="character"/>
      <xs:element name="citation" type="citation-mark"/>
      <xs:element name="deadline" type="deadline-mark"/>
      <xs:element name="agency" type="agency-mark"/>
    </xs:choice>
  </xs:complexType>
  <xs:complexType name="source">
    <xs:annotation><xs:documentation>The text as it was given; without text, only its digest is
    known</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="name" type="text" minOccurs="0"/>
      <xs:element name="text" type="text" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="sha256" use="required">
      <xs:simpleType>
        <xs:restriction base="xs:token"><xs:pattern value="[0-9a-f]{{64}}"/></xs:restriction>
      </xs:simpleType>
    </xs:attribute>
  </xs:complexType>
</xs:schema>
"""


def generate() -> bytes:
    """The XML Schema, made anew from the classes."""
    made = _Types()
    plan = made.object(Plan)
    schema = _made("schema", targetNamespace=NAMESPACE, elementFormDefault="qualified")
    schema.append(_made("element", name="plan", type=plan))
    schema.extend(etree.fromstring(_GROUND, etree.XMLParser(remove_blank_text=True)))
    schema.extend(made.types[name] for name in sorted(made.types))
    etree.indent(schema)
    return etree.tostring(schema, encoding="UTF-8", xml_declaration=True) + b"\n"


def _made(kind: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element of XML Schema."""
    element = etree.Element(f"{{{_XS}}}{kind}", attributes, _PREFIXES)
    element.extend(children)
    return element


class _Types:
    """The types of the classes and enumerations that were met, by name."""

    def __init__(self) -> None:
        self.types: dict[str, etree._Element] = {}
        self._classes: dict[str, type] = {}

    def object(self, cls: type) -> str:
        """The name of the type of an attrs class."""
        name = self._name_of(cls)
        if name not in self.types:
            self.types[name] = _made("complexType", name=name)
            self._describe(self.types[name], cls)
            self._fill(self.types[name], cls)
        return name

    def _fill(self, made: etree._Element, cls: type) -> None:
        fields = fields_of(cls)
        children = [self._element_of(cls, field) for field in fields if not field.is_attribute]
        if children:
            made.append(_made("sequence", *children))
        for field in fields:
            if field.is_attribute:
                use = "optional" if field.may_be_absent else "required"
                attribute = self._typed(_made("attribute", name=field.name), field.shape)
                attribute.set("use", use)
                made.append(attribute)

    def _typed(self, made: etree._Element, shape: Shape) -> etree._Element:
        """The same element or attribute with the type of a value or values."""
        match shape:
            case Atom():
                made.set("type", self._type_of(shape))
            case Atoms(item=item):
                made.append(_made("simpleType", _made("list", itemType=self._type_of(item))))
            case _:
                raise TypeError(shape)
        return made

    def _element_of(self, cls: type, field: Field) -> etree._Element:
        running = (cls, field.name) in RUNNING
        element = self._element(field.name, field.shape, running=running)
        if field.may_be_absent:
            element.set("minOccurs", "0")
        return element

    def _element(self, name: str, shape: Shape, *, running: bool = False) -> etree._Element:
        match shape:
            case Text():
                return _made("element", name=name, type="running-text" if running else "text")
            case Whole():
                return _made("element", name=name, type="source")
            case Object(cls=cls):
                return _made("element", name=name, type=self.object(cls))
            case Choice(members=members):
                return _holding(name, _made("choice", *self._members(members)))
            case Items(members=members):
                choice = _made("choice", *self._members(members), minOccurs="0")
                choice.set("maxOccurs", "unbounded")
                return _holding(name, choice)
            case Entries(value=atom):
                return _holding(name, _made("sequence", self._entry(atom)))
        return self._typed(_made("element", name=name), shape)

    def _members(self, members: tuple[tuple[str, Shape], ...]) -> list[etree._Element]:
        return [self._element(name, shape) for name, shape in members]

    def _entry(self, atom: Atom) -> etree._Element:
        value = self._typed(_made("attribute", name="value", use="required"), atom)
        extended = _made("complexContent", _made("extension", value, base="text"))
        entry = _made("element", _made("complexType", extended, mixed="true"), name="entry")
        entry.set("minOccurs", "0")
        entry.set("maxOccurs", "unbounded")
        return entry

    def _type_of(self, atom: Atom) -> str:
        """The name of the type of a value; that of an enumeration is made at its first use."""
        if not is_enum(atom.annotation):
            return atom.xsd
        name = self._name_of(atom.annotation)
        if name not in self.types:
            values = [_made("enumeration", value=member.value) for member in atom.annotation]
            self.types[name] = _made("simpleType", name=name)
            self._describe(self.types[name], atom.annotation)
            self.types[name].append(_made("restriction", *values, base="xs:token"))
        return name

    def _name_of(self, cls: type) -> str:
        """The tag of the class, with that of its room where two rooms have the same name."""
        name = tag_of(cls)
        if self._classes.setdefault(name, cls) is cls:
            return name
        return f"{cls.__module__.split('.')[1]}-{name}"

    @staticmethod
    def _describe(made: etree._Element, cls: type) -> None:
        line = (cls.__doc__ or "").strip().partition("\n")[0]
        documentation = _made("documentation")
        documentation.text = line
        made.append(_made("annotation", documentation))


def _holding(name: str, content: etree._Element) -> etree._Element:
    return _made("element", _made("complexType", content), name=name)


def write(path: str | Path) -> None:
    """Write the schema, made anew, to a file; ``make schema`` does so for the package."""
    Path(path).write_bytes(generate())

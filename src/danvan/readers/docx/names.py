"""Names in the XML of Word, and short ways to ask for them (ECMA-376, part 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: Files in the strict form name the same things by other addresses.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
)
RELATION_ID = f"{{{_RELATIONS}}}id"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
W = f"{{{_MAIN}}}"

VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, name: str) -> str | None:
    """The ``w:val`` of a child, or None where there is no such child."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def number(parent: etree._Element | None, name: str) -> int | None:
    """The ``w:val`` of a child as a number; None where it is absent or none."""
    return as_number(value(parent, name))


def as_number(text: str | None) -> int | None:
    """A short decimal number, or None."""
    if text is None or len(text) > 9:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """Whether a property is on; None where it is not said. ``<w:b/>`` is on, ``w:val="0"`` off."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL, "1") not in _OFF

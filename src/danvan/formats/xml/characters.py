"""Text in elements: what XML cannot hold stands as ``<c u="000C"/>``, and comes back."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from danvan.formats.problems import UnfitError
from danvan.formats.xml.shape import tag
from danvan.markup import is_xml_text, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

CHARACTER = tag("c")

# Readers of XML refuse a text of more than ten million bytes; a character has up to four.
_LONGEST = 2_400_000


def set_text(element: Element, text: str) -> None:
    """Give an element without content a text."""
    if len(text) <= _LONGEST:
        try:
            element.text = text
        except ValueError:
            pass
        else:
            return
    MixedContent(element).add(text)


class MixedContent:
    """Writes text and elements, one behind the other, into an element without content.

    Args:
        element: the element.
        character: the name of the element that stands for a character which XML cannot hold, the
            attribute in it that has its number, and other attributes.
    """

    def __init__(
        self,
        element: Element,
        character: str = CHARACTER,
        number: str = "u",
        others: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._element = element
        self._character = character, number, others
        self._last: Element | None = None

    def add(self, text: str) -> None:
        """Write a text behind what was written before."""
        for begin in range(0, len(text), _LONGEST + 1):
            piece = text[begin : begin + _LONGEST]
            for allowed, forbidden in pieces(piece):
                self._add_allowed(allowed)
                if forbidden:
                    self._add_character(forbidden)
            for character in text[begin + _LONGEST : begin + _LONGEST + 1]:
                self._add_character(character)

    def add_element(self, name: str, attributes: Mapping[str, str], text: str = "") -> None:
        """Write an element with a text behind what was written before."""
        self._last = etree.SubElement(self._element, name, dict(attributes))
        MixedContent(self._last, *self._character).add(text)

    def _add_allowed(self, text: str) -> None:
        if self._last is None:
            self._element.text = (self._element.text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text

    def _add_character(self, character: str) -> None:
        name, number, others = self._character
        attributes = {**others, number: f"{ord(character):04X}"}
        self._last = etree.SubElement(self._element, name, attributes)


def text_in(element: Element) -> str:
    """The text of an element, that in elements within it included."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        parts.append(character_of(child.get("u")) if child.tag == CHARACTER else text_in(child))
        parts.append(child.tail or "")
    return "".join(parts)


def character_of(number: str | None) -> str:
    """The character of a hexadecimal number.

    Raises:
        ValueError: if there is none.
    """
    try:
        return chr(int(number or "", 16))
    except (ValueError, OverflowError):
        raise UnfitError("the number of a character", number) from None


def escaped(text: str) -> str:
    r"""A text for an attribute, what XML cannot hold being escaped.

    >>> escaped("a\x0cb\\c")
    'a\\{c}b\\{5c}c'
    """
    if "\\" not in text and is_xml_text(text):
        return text
    return "".join(
        allowed.replace("\\", "\\{5c}") + (f"\\{{{ord(forbidden):x}}}" if forbidden else "")
        for allowed, forbidden in pieces(text)
    )


def unescaped(text: str) -> str:
    r"""The text that `escaped` was given.

    Raises:
        ValueError: if an escape names no character.

    >>> unescaped("a\\{c}b\\{5c}c") == "a\x0cb\\c"
    True
    """
    return _ESCAPE.sub(lambda match: character_of(match[1]), text)


_ESCAPE = re.compile(r"\\\{([0-9a-f]{1,6})\}")

"""Text in elements: what XML cannot hold stands as ``<c u="000C"/>``, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from danvan.formats.problems import UnfitError
from danvan.formats.xml.shape import tag
from danvan.markup import pieces

if TYPE_CHECKING:
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
    """Writes text and elements, one behind the other, into an element without content."""

    def __init__(self, element: Element) -> None:
        self._element = element
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

    def add_element(self, name: str, attributes: dict[str, str], text: str) -> None:
        """Write an element with a text behind what was written before."""
        self._last = etree.SubElement(self._element, name, attributes)
        set_text(self._last, text)

    def _add_allowed(self, text: str) -> None:
        if self._last is None:
            self._element.text = (self._element.text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text

    def _add_character(self, character: str) -> None:
        self._last = etree.SubElement(self._element, CHARACTER, {"u": f"{ord(character):04X}"})


def text_in(element: Element) -> str:
    """The text of an element, that in elements within it included."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        parts.append(_character(child) if child.tag == CHARACTER else text_in(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(element: Element) -> str:
    number = element.get("u", "")
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        raise UnfitError("the number of a character", number) from None

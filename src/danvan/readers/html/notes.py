"""Footnotes of a page: marks that lead to a text elsewhere on it (cước chú)."""

from __future__ import annotations

import re

from lxml import etree

_MARK = re.compile(r"\s*[\[(]?\s*(?P<mark>\d{1,3}|[a-z]|\*{1,3}|[ivx]{1,5})\s*[\])]?\s*")
# Word names the blocks of notes so; other pages put each in an item of a list or a paragraph.
_NAMED = re.compile(r"_?(?:ftn|edn|fn|footnote|note)[-_:]?\d+", re.IGNORECASE)
_HOLDERS = frozenset({"div", "li", "p", "dd", "td", "section"})
_HIGHEST = 6


def mark_of(text: str) -> str | None:
    """The mark that a text is, in brackets or not.

    >>> mark_of("[12]"), mark_of("12/2024")
    ('12', None)
    """
    match = _MARK.fullmatch(text)
    return match["mark"] if match else None


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


class Notes:
    """The notes of a page: where each is called, and the element that holds its text."""

    def __init__(self, root: etree._Element) -> None:
        self.calls: dict[etree._Element, str] = {}
        self.holders: dict[etree._Element, str] = {}
        self.opening: set[etree._Element] = set()
        places = _places(root)
        passed: set[etree._Element] = set()
        for element in root.iter(etree.Element):
            passed.add(element)
            target = places.get(element.get("href", "")[1:]) if element.tag == "a" else None
            if target is not None:
                self._follow(element, target, is_later=target not in passed)

    def _follow(self, link: etree._Element, target: etree._Element, *, is_later: bool) -> None:
        """A mark that leads down calls a note; one in a note leads back to its call."""
        mark = mark_of(text_of(link))
        if mark is None:
            return
        if any(above in self.holders for above in link.iterancestors()):
            self.opening.add(link)
            return
        holder = _holder(target) if is_later else None
        if holder is not None and holder not in set(link.iterancestors()):
            self.calls[link] = mark
            self.holders.setdefault(holder, mark)


def _places(root: etree._Element) -> dict[str, etree._Element]:
    """The elements to which links within the page can lead."""
    found: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _holder(target: etree._Element) -> etree._Element | None:
    """The element that holds the note at a place: one named for it, or the nearest."""
    nearest = None
    for n, element in enumerate([target, *target.iterancestors()]):
        if n > _HIGHEST:
            break
        if element.tag in _HOLDERS:
            if _NAMED.fullmatch(element.get("id", "")):
                return element
            nearest = element if nearest is None else nearest
    return nearest

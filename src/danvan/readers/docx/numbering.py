"""Numbering of Word: the list labels that stand in no text but are counted (đánh số tự động).

ECMA-376, part 1, 17.9: a list (``w:num``) uses an abstract one with up to nine levels. Lists of one
abstract list count on together, unless a list says where a level starts anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.docx.names import W, as_number, number, switch, value
from danvan.readers.labels import bullet, numeral

if TYPE_CHECKING:
    from lxml import etree

    from danvan.readers.docx.styles import Styles

_LEVELS = 9
_LONGEST_LABEL = 64
_LONGEST_CHAIN = 8
_PLACE = re.compile(r"%([1-9])")


@attrs.frozen(kw_only=True)
class Level:
    """One level of a list.

    ``restart`` is the level, counted from 1, after which the count begins anew; 0 for never, None
    for after any higher one. ``legal`` prints the numbers of higher levels in digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str = ""

    @classmethod
    def of(cls, element: etree._Element) -> Level:
        """What ``w:lvl`` says."""
        start = number(element, "start")
        fonts = element.find(f"{W}rPr/{W}rFonts")
        return cls(
            start=0 if start is None else start,
            form=_form(element),
            text=(value(element, "lvlText") or "")[:_LONGEST_LABEL],
            restart=number(element, "lvlRestart"),
            legal=bool(switch(element, "isLgl")),
            style=value(element, "pStyle"),
            font="" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "",
        )


def _form(level: etree._Element) -> str:
    """The format of the number; one of newer versions stands in a choice beside an older one."""
    form = value(level, "numFmt")
    if form is None:
        nested = level.find(f".//{W}numFmt")
        form = None if nested is None else nested.get(f"{W}val")
    return form or "decimal"


@attrs.frozen
class _List:
    """A list: its abstract list, its levels, and where some of them start anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and their counters; ``root`` is ``word/numbering.xml`` or None."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[int, etree._Element] = {}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        for element in () if root is None else root.iterfind(f"{W}abstractNum"):
            self._abstract[element.get(f"{W}abstractNumId", "")] = element
        for element in () if root is None else root.iterfind(f"{W}num"):
            identity = as_number(element.get(f"{W}numId"))
            if identity is not None:
                self._numbers[identity] = element

    def level_of(self, list_id: int, style: str | None) -> int:
        """The level of a list to which a paragraph style belongs, else its first."""
        listed = self._list(list_id)
        levels = listed.levels.items() if listed and style else ()
        return next((index for index, level in levels if level.style == style), 0)

    def label(self, list_id: int, index: int) -> str:
        """Count one more paragraph of a list at a level; its label, or "" where it shows none."""
        listed = self._list(list_id)
        if listed is None or index not in listed.levels:
            return ""
        level = listed.levels[index]
        counts = self._counts.setdefault(listed.abstract, [None] * _LEVELS)
        counts[index] = self._next(list_id, listed, index, counts[index])
        for deeper in range(index + 1, _LEVELS):
            if _restarts(listed.levels.get(deeper), index):
                counts[deeper] = None
        if level.form == "bullet":
            return bullet(level.text, level.font)
        return _PLACE.sub(lambda place: _shown(place, listed, level, counts), level.text).strip()

    def _next(self, list_id: int, listed: _List, index: int, count: int | None) -> int:
        """The next number of a level."""
        first_time = (list_id, index) not in self._begun
        self._begun.add((list_id, index))
        if first_time and index in listed.starts:
            return listed.starts[index]
        if count is None:
            return listed.starts.get(index, listed.levels[index].start)
        return count + 1

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._made(list_id)
        return self._lists[list_id]

    def _made(self, list_id: int) -> _List | None:
        element = self._numbers.get(list_id)
        if element is None:
            return None
        abstract = self._followed(value(element, "abstractNumId") or "")
        if abstract is None:
            return None
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            index = as_number(override.get(f"{W}ilvl"))
            if index is None or not 0 <= index < _LEVELS:
                continue
            levels.update((index, level) for _, level in _levels(override))
            start = number(override, "startOverride")
            if start is not None:
                starts[index] = start
        return _List(abstract.get(f"{W}abstractNumId", ""), levels, starts)

    def _followed(self, identity: str) -> etree._Element | None:
        """The abstract list, or the one of the style of lists to which it points."""
        for _ in range(_LONGEST_CHAIN):
            abstract = self._abstract.get(identity)
            style = value(abstract, "numStyleLink")
            if abstract is None or style is None:
                return abstract
            list_id = self._styles.list_of(style)
            target = None if list_id is None else self._numbers.get(list_id)
            followed = value(target, "abstractNumId")
            if followed is None:
                return abstract
            identity = followed
        return None


def _levels(parent: etree._Element) -> list[tuple[int, Level]]:
    found = []
    for element in parent.iterfind(f"{W}lvl"):
        index = as_number(element.get(f"{W}ilvl"))
        if index is not None and 0 <= index < _LEVELS:
            found.append((index, Level.of(element)))
    return found


def _restarts(level: Level | None, above: int) -> bool:
    """Whether a level counts anew after a paragraph of a higher one."""
    if level is None or level.restart is None:
        return True
    return above < level.restart


def _shown(place: re.Match[str], listed: _List, level: Level, counts: list[int | None]) -> str:
    """The number of a level within a label: "%2"."""
    index = int(place[1]) - 1
    other = listed.levels.get(index)
    if other is None:
        return ""
    count = counts[index]
    if count is None:
        count = counts[index] = listed.starts.get(index, other.start)
    return numeral(count, "decimal" if level.legal and other is not level else other.form)

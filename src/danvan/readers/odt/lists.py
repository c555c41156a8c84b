"""Lists of OpenDocument: their levels, and the labels that they count (ODF 1.3, part 3, 16.30)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.labels import bullet, numeral
from danvan.readers.odt.names import FO, LOEXT, STYLE, TEXT, XML_ID, as_number

if TYPE_CHECKING:
    from lxml import etree

LEVELS = 10
_LONGEST_LABEL = 64
_LARGEST = 99_999
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_PLACE = re.compile(r"%(\d{1,2})%")

Counts = list["int | None"]


@attrs.frozen(kw_only=True)
class Level:
    """One level of a list style. ``pattern`` has ``%2%`` where the number of level 2 stands."""

    form: str = ""
    pattern: str = ""
    start: int = 1
    bullet: str = ""


class Lists:
    """The list styles of a document, and how far each of its lists has counted."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(style)

    def begin(self, element: etree._Element, style: str) -> Counts:
        """The counters of a list that begins: its own, or those of the one that it goes on with."""
        goes_on = element.get(f"{TEXT}continue-list")
        if goes_on in self._by_id:
            counts = self._by_id[goes_on]
        elif element.get(f"{TEXT}continue-numbering") == "true" and style in self._by_style:
            counts = self._by_style[style]
        else:
            counts = [None] * LEVELS
        self._by_id[element.get(XML_ID, "")] = self._by_style[style] = counts
        return counts

    def label(self, style: str, level: int, counts: Counts, start: int | None) -> str:
        """Count one more item of a list at a level (from 0); its label, or "" where it has none."""
        return label_of(self._styles.get(style, {}), level, counts, start)


def label_of(levels: dict[int, Level], level: int, counts: Counts, start: int | None) -> str:
    """Count one more item; ``start`` is the number that it is given, if any."""
    said = levels.get(level)
    if said is None:
        return ""
    count = counts[level]
    counts[level] = start if start is not None else said.start if count is None else count + 1
    counts[level + 1 :] = [None] * (LEVELS - level - 1)
    if said.bullet:
        return said.bullet
    return _PLACE.sub(lambda place: _shown(place, levels, counts), said.pattern).strip()


def _shown(place: re.Match[str], levels: dict[int, Level], counts: Counts) -> str:
    index = int(place[1]) - 1
    level = levels.get(index)
    if level is None or not level.form or index >= LEVELS:
        return ""
    count = counts[index]
    if count is None:
        count = counts[index] = level.start
    return numeral(count, level.form)


def _levels(style: etree._Element) -> dict[int, Level]:
    found = {}
    for element in style:
        index = as_number(element.get(f"{TEXT}level"), 1, LEVELS)
        if index is not None:
            found[index - 1] = _level(element, index)
    return found


def _level(element: etree._Element, index: int) -> Level:
    character = element.get(f"{TEXT}bullet-char")
    if character is not None:
        properties = element.find(f"{STYLE}text-properties")
        font = "" if properties is None else properties.get(f"{FO}font-family", "").strip("'\"")
        return Level(bullet=bullet(character[:_LONGEST_LABEL], font))
    form = _FORMS.get(element.get(f"{STYLE}num-format", ""), "")
    start = as_number(element.get(f"{TEXT}start-value"), 0, _LARGEST)
    pattern = element.get(f"{LOEXT}num-list-format")
    if pattern is None and form:
        shown = as_number(element.get(f"{TEXT}display-levels"), 1, index) or 1
        numbers = ".".join(f"%{i}%" for i in range(index - shown + 1, index + 1))
        before, after = (element.get(f"{STYLE}num-{at}", "") for at in ("prefix", "suffix"))
        pattern = f"{before}{numbers}{after}"
    pattern = (pattern or "")[:_LONGEST_LABEL] if form else ""
    return Level(form=form, pattern=pattern, start=1 if start is None else start)

"""Lists of a page: the labels that a browser counts (danh sách)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.readers.labels import numeral

if TYPE_CHECKING:
    from lxml import etree

# The attribute ``type`` and the property ``list-style-type``.
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\"'](?P<text>[^\"']{1,8})[\"']|(?P<type>[a-z-]+))",
    re.IGNORECASE,
)
_BULLET = "•"


def label_of(item: etree._Element, counts: dict[etree._Element, int]) -> str:
    """The label of ``li``; ``counts`` is how far each list has come, and is counted on."""
    parent = item.getparent()
    if parent is None:
        return ""
    style = _STYLE.search(item.get("style", "")) or _STYLE.search(parent.get("style", ""))
    if style is not None and style["text"]:
        return style["text"].strip()
    said = style["type"].lower() if style else item.get("type") or parent.get("type") or ""
    if parent.tag == "ol":
        step = -1 if "reversed" in parent.attrib else 1
        value = _number(item.get("value"))
        if value is None:
            before = counts.get(parent)
            value = _first(parent, step) if before is None else before + step
        counts[parent] = value
        return "" if said == "none" else f"{numeral(value, _FORMS.get(said, 'decimal'))}."
    return "" if said == "none" else _BULLET


def _first(parent: etree._Element, step: int) -> int:
    start = _number(parent.get("start"))
    if start is not None:
        return start
    return 1 if step > 0 else sum(child.tag == "li" for child in parent)


def _number(text: str | None) -> int | None:
    if text is None or len(text) > 6:
        return None
    try:
        return int(text)
    except ValueError:
        return None

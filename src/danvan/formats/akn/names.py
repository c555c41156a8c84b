"""The names of Akoma Ntoso: its namespace, its elements for sections, identifiers within a text.

Identifiers (eId) follow the OASIS naming convention: that of what something stands in, then an
abbreviation and the number as printed, or its place where there is none: ``sec_I__para_2``.
"""

from __future__ import annotations

import re
from collections import Counter

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

#: The element of a section by what its label looks like, the first that fits.
#: "Phần thứ nhất" › "Chương I" › "Mục 1" › "Điều 5" | "I" › "1" › "1.1" › "a".
_BY_LABEL = (
    (re.compile(r"phần\b", re.IGNORECASE), "part"),
    (re.compile(r"chương\b", re.IGNORECASE), "chapter"),
    (re.compile(r"tiểu mục\b", re.IGNORECASE), "subsection"),
    (re.compile(r"mục\b", re.IGNORECASE), "section"),
    (re.compile(r"điều\b", re.IGNORECASE), "article"),
    (re.compile(r"[IVXLC]+"), "section"),
    (re.compile(r"[A-ZĐ]"), "section"),
    (re.compile(r"[0-9]+"), "paragraph"),
    (re.compile(r"[0-9]+(?:\.[0-9]+)+\.?"), "subparagraph"),
    (re.compile(r"[a-zđ]"), "point"),
)

#: Abbreviations of the naming convention; other elements keep their names.
_SHORT = {
    "article": "art",
    "attachment": "att",
    "blockList": "list",
    "chapter": "chp",
    "citation": "cit",
    "citations": "cits",
    "organization": "org",
    "paragraph": "para",
    "section": "sec",
    "subparagraph": "subpara",
    "subsection": "subsec",
}

#: Elements in which text is divided, in danvan's documents and others'.
DIVISIONS = frozenset({
    "alinea", "article", "book", "chapter", "clause", "division", "hcontainer", "indent", "level",
    "list", "paragraph", "part", "point", "proviso", "rule", "section", "subchapter", "subclause",
    "subdivision", "sublist", "subparagraph", "subpart", "subrule", "subsection", "subtitle",
    "title", "tome", "transitional",
})  # fmt: skip


def tag(name: str) -> str:
    """The name of an element in the namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def element_for(label: str) -> str:
    """The element that stands for a section with that label.

    >>> [element_for(label) for label in ("Chương II", "Điều 5", "III", "2", "2.1", "đ", "*")]
    ['chapter', 'article', 'section', 'paragraph', 'subparagraph', 'point', 'hcontainer']
    """
    for pattern, name in _BY_LABEL:
        if pattern.fullmatch(label) or (pattern.flags & re.IGNORECASE and pattern.match(label)):
            return name
    return "hcontainer"


class Identifiers:
    """Gives each element of a document an identifier that no other has."""

    def __init__(self) -> None:
        self._places: Counter[str] = Counter()
        self._given: set[str] = set()

    def new(self, within: str, element: str, number: str = "") -> str:
        """The identifier of an element.

        Args:
            within: the identifier of what it stands in, "" at the top.
            element: its name.
            number: its number as printed, if it has one.
        """
        base = f"{within}__" if within else ""
        base += _SHORT.get(element, element)
        self._places[base] += 1
        printed = re.sub(r"[^\w.]+", "-", number).strip("-.")
        identifier = f"{base}_{printed or self._places[base]}"
        unique, times = identifier, 1
        while unique in self._given:
            times = self._places[identifier] = max(self._places[identifier], times) + 1
            unique = f"{identifier}-{times}"
        self._given.add(unique)
        return unique

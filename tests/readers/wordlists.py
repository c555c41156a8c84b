"""Printed labels as lists of Word: which list, level and number give "2.1." or "a)"."""

from __future__ import annotations

import re

import attrs

_ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
]
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LABEL = re.compile(
    r"(?P<bullet>[-–+•*●▪➢])"
    r"|(?P<before>Điều |Phần |Chương )?(?:(?P<roman>[IVX]+)|(?P<upper>[A-H])|(?P<lower>[a-z])"
    r"|(?P<above>\d{1,2}(?:\.\d{1,2})*\.)?(?P<decimal>\d{1,2}))(?P<after>[.)/:-]{0,2})"
)


@attrs.frozen
class Kind:
    """A series of labels: its format, and what is printed around the number."""

    form: str
    before: str = ""
    after: str = ""
    depth: int = 1


@attrs.frozen
class Place:
    """Where a label is in the lists: the list (``w:numId``) and its level."""

    list_id: int
    level: int


@attrs.define
class Lists:
    """One multi-level list with a level for each series of a document, and one list per bullet.

    It counts as Word does: a paragraph of a level begins those below anew. Where the next number is
    not the one that is printed, a list of its own starts the level at it; without ``restarts`` there
    is no place for such a label.
    """

    levels: list[Kind] = attrs.Factory(list)
    bullets: list[str] = attrs.Factory(list)
    starts: list[tuple[int, int]] = attrs.Factory(list)
    counts: dict[int, int] = attrs.Factory(dict)
    restarts: bool = True

    def place(self, label: str) -> Place | None:
        """The list and level that print a label; None where Word has no format for it."""
        match = _LABEL.fullmatch(label)
        if match is None:
            return None
        if match["bullet"]:
            if label not in self.bullets:
                self.bullets.append(label)
            return Place(-1 - self.bullets.index(label), 0)
        numbered = self._number(match)
        return None if numbered is None else self._counted(*numbered)

    def _number(self, match: re.Match[str]) -> tuple[Kind, int, str] | None:
        before, after, above = match["before"] or "", match["after"], match["above"] or ""
        if match["roman"]:
            if match["roman"] not in _ROMAN:
                return None
            return Kind("upperRoman", before, after), _ROMAN.index(match["roman"]) + 1, ""
        if match["upper"] or match["lower"]:
            letter = match["upper"] or match["lower"]
            form = "upperLetter" if match["upper"] else "lowerLetter"
            return Kind(form, before, after), _LATIN.index(letter.lower()) + 1, ""
        return Kind("decimal", before, after, above.count(".") + 1), int(match["decimal"]), above

    def _counted(self, kind: Kind, number: int, above: str) -> Place | None:
        if kind not in self.levels:
            if len(self.levels) == 9:
                return None
            self.levels.append(kind)
        level = self.levels.index(kind)
        if above and above != self._above(level):
            return None
        list_id = 1
        if self.counts.get(level, 0) + 1 != number:
            if not self.restarts:
                return None
            self.starts.append((level, number))
            list_id = len(self.starts) + 1
        self.counts[level] = number
        for deeper in [other for other in self.counts if other > level]:
            del self.counts[deeper]
        return Place(list_id, level)

    def _parents(self, level: int) -> list[int]:
        """The levels whose numbers stand before that of a dotted level."""
        depths = range(1, self.levels[level].depth)
        return [
            next((i for i, k in enumerate(self.levels[:level]) if _is_dotted(k, depth)), -1)
            for depth in depths
        ]

    def _above(self, level: int) -> str:
        parents = self._parents(level)
        return "".join(f"{self.counts.get(parent, 0)}." for parent in parents)

    def text(self, level: int) -> str:
        """The pattern of a level ("%2.%3."), as ``w:lvlText`` has it."""
        kind = self.levels[level]
        above = "".join(f"%{parent + 1}." for parent in self._parents(level))
        return f"{kind.before}{above}%{level + 1}{kind.after}"


def _is_dotted(kind: Kind, depth: int) -> bool:
    return kind.form == "decimal" and not kind.before and kind.depth == depth

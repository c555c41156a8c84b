"""Numbering: the series of labels that outlines use, and the paths that follow (đánh số đề mục)."""

from __future__ import annotations

from collections import Counter

import attrs

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_UPPER = "ABCDEGHIKLMN"
_LETTERS = "abcdđeghiklmnopq"
_ORDINALS = ("NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY")

#: From the outermost series to the innermost (NĐ 30/2020, Phụ lục I, mục II.5.d, and practice).
SCHEMES = (
    ("roman", "decimal", "letter"),
    ("roman", "decimal", "dotted", "letter"),
    ("roman", "decimal", "letter", "bracketed"),
    ("upper", "roman", "decimal", "letter"),
    ("part", "roman", "decimal"),
    ("decimal", "dotted", "letter"),
    ("decimal", "dotted", "dotted"),
    ("article", "decimal", "letter"),
    ("chapter", "article", "decimal"),
)
_LENGTHS = {
    "roman": len(_ROMAN),
    "upper": len(_UPPER),
    "letter": len(_LETTERS),
    "part": len(_ORDINALS),
    "chapter": len(_ROMAN),
}
#: Series whose sections go on from one part to the next.
_RUNNING = frozenset({"article"})


@attrs.frozen
class Place:
    """Where a section stands: its label, path and level, what is above it, and its title."""

    label: str
    path: str
    level: int
    above: Place | None = None
    title: str = ""


@attrs.define
class Numbering:
    """The labels of one document, given out in reading order."""

    scheme: tuple[str, ...]
    _running: Counter[str] = attrs.Factory(Counter)
    _paths: Counter[str] = attrs.Factory(Counter)

    def holds(self, level: int, count: int) -> bool:
        """Whether a level, counted from 1, has a series with that many labels."""
        if level > len(self.scheme):
            return False
        return count <= _LENGTHS.get(self.scheme[level - 1], count)

    def place(self, number: int, above: Place | None) -> Place:
        """The place of the section with this number, counted from 1, below another one."""
        level = 1 if above is None else above.level + 1
        series = self.scheme[level - 1]
        if series in _RUNNING:
            self._running[series] += 1
            number = self._running[series]
        label = _label(series, number, above)
        path = self._path(series, label, above)
        self._paths[path] += 1
        if self._paths[path] > 1:
            path = f"{path}~{self._paths[path]}"
        return Place(label, path, level, above)

    @staticmethod
    def _path(series: str, label: str, above: Place | None) -> str:
        """Labels joined; a dotted label replaces its prefix, a chapter is none of an article."""
        if above is None or series == "article":
            return label
        if series == "dotted":
            base: Place | None = above
            while base is not None and label.startswith(f"{base.label}."):
                base = base.above
            return label if base is None else f"{base.path}.{label}"
        return f"{above.path}.{label}"


def _label(series: str, number: int, above: Place | None) -> str:
    match series:
        case "roman":
            return _ROMAN[number - 1]
        case "upper":
            return _UPPER[number - 1]
        case "letter":
            return _LETTERS[number - 1]
        case "part":
            return f"PHẦN THỨ {_ORDINALS[number - 1]}"
        case "chapter":
            return f"Chương {_ROMAN[number - 1]}"
        case "article":
            return f"Điều {number}"
        case "dotted" if above is not None:
            return f"{above.label}.{number}"
        case _:
            return str(number)

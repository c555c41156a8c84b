"""Rows: words that stand on one line of the paper."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from danvan.readers.document import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.readers.pdf.page import Word

# In sizes of the type: a gap that is a space, how far apart baselines of one row are, how high a
# raised mark stands at most, how small it is.
_SPACE = 0.12
_LEVEL = 0.25
_RAISED = 0.75
_SMALL = 0.8
_MOST_MARKS = 40
# A row of so many letters, each apart, is spaced out; words part by so many times the usual gap.
_SPACED_OUT, _FARTHER = 5, 1.6


class Row:
    """A row of words, from left to right; raised marks stand with the words beside them.

    ``words`` are without the spaces that the file has, ``content`` is with them, and ``spaced``
    says for each word whether a space stands before it. A file may have spaces of its
    own, or gaps, or draw letters of a second font over gaps that it left in the first.
    """

    __slots__ = ("_text", "content", "left", "page", "right", "size", "spaced", "words", "y")

    def __init__(self, words: Iterable[Word], page: int) -> None:
        self.content = sorted(words, key=lambda word: word.left)
        self.words = [word for word in self.content if not word.is_space]
        self.page = page
        self._text: str | None = None
        self.left = self.words[0].left
        self.right = max(word.right for word in self.words)
        self.size = _usual_size(self.words)
        level = [word.y for word in self.words if word.size >= _SMALL * self.size]
        self.y = level[0] if level else self.words[0].y
        self.spaced = _spaces(
            self.words, [word for word in self.content if word.is_space], self.size
        )

    def __repr__(self) -> str:
        return f"<Row p{self.page} {self.left:.0f}-{self.right:.0f} y{self.y:.0f} {self.text!r}>"

    @property
    def text(self) -> str:
        """The text, words parted by single spaces."""
        if self._text is None:
            self._text = "".join(run.text for run in self.runs(frozenset()))
        return self._text

    @property
    def middle(self) -> float:
        """Where its middle is, from left to right."""
        return (self.left + self.right) / 2

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def has_bold(self) -> bool:
        """Whether any of it is bold."""
        return any(word.bold for word in self.words)

    @property
    def first_width(self) -> float:
        """How wide the first word is, up to the first space."""
        end = next((i for i, spaced in enumerate(self.spaced) if spaced), len(self.words))
        return max(word.right for word in self.words[:end]) - self.left

    def is_raised(self, word: Word) -> bool:
        """Whether a word is a raised mark in this row."""
        return word.size < _SMALL * self.size and word.y > self.y + 0.05 * self.size

    def gaps(self) -> list[tuple[float, float]]:
        """Where between its words nothing stands."""
        found = []
        right = self.words[0].right
        for word in self.words[1:]:
            if word.left > right:
                found.append((right, word.left))
            right = max(right, word.right)
        return found

    def runs(self, marks: frozenset[str]) -> list[Run]:
        """The text in runs of one dress; raised marks that are among ``marks`` call footnotes."""
        runs: list[Run] = []
        for word, spaced in zip(self.words, self.spaced, strict=True):
            raised = self.is_raised(word)
            if raised and word.text.strip("()[]") in marks:
                runs.append(Run("", note=word.text.strip("()[]")))
                continue
            text = word.text.translate(_RAISED_DIGITS) if raised else word.text
            text = f" {text}" if spaced and not raised else text
            if runs and not runs[-1].note and runs[-1].bold == word.bold:
                runs[-1] = Run(runs[-1].text + text, bold=word.bold)
            else:
                runs.append(Run(text, bold=word.bold))
        return runs


def _spaces(words: list[Word], spaces: list[Word], size: float) -> list[bool]:
    """For each word, whether a space of the file or a wide gap stands before it."""
    found = [False]
    gaps = []
    at = 0
    right = words[0].right
    for previous, word in itertools.pairwise(words):
        while at < len(spaces) and spaces[at].middle < previous.middle:
            at += 1
        drawn = at < len(spaces) and spaces[at].middle < word.middle
        gaps.append(word.left - right)
        found.append(drawn or gaps[-1] > _SPACE * size)
        right = max(right, word.right)
    letters = sum(len(word.text) for word in words)
    if letters >= _SPACED_OUT and sum(found) == letters - 1:
        # "K Ế   H O Ạ C H": every letter stands apart, words stand farther apart.
        usual = sorted(gaps)[len(gaps) // 2]
        return [False, *(gap > _FARTHER * usual for gap in gaps)]
    return found


_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _usual_size(words: Iterable[Word]) -> float:
    """The size in which most of the width is set."""
    widths: dict[float, float] = {}
    for word in words:
        widths[word.size] = widths.get(word.size, 0.0) + word.right - word.left
    return max(widths, key=lambda size: widths[size])


def rows_of(words: Iterable[Word], page: int) -> list[Row]:
    """The rows of the words, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.y):
        if lines and lines[-1][0].y - word.y <= _LEVEL * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    rows = [Row(line, page) for line in lines if not all(word.is_space for word in line)]
    return _with_marks(rows, page)


def _with_marks(rows: list[Row], page: int) -> list[Row]:
    """Rows of small words just above the line of another row are raised marks of that row."""
    kept: list[Row] = []
    above: Row | None = None
    for row in rows:
        if above is not None:
            low = 0 < above.y - row.y <= _RAISED * row.size
            if low and above.size < _SMALL * row.size and _beside(above, row):
                kept[-1] = Row([*above.content, *row.content], page)
                above = kept[-1]
                continue
        kept.append(row)
        above = row
    return kept


def _beside(marks: Row, row: Row) -> bool:
    """Whether each mark stands beside a word of the row, and not above one."""
    return len(marks.words) <= _MOST_MARKS and all(
        not any(w.left + 0.5 < mark.middle < w.right - 0.5 for w in row.words)
        for mark in marks.words
    )

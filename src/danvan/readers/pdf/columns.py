"""Columns: what stands side by side without ruling lines, as in letterheads and closings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.instruments import find_kind
from danvan.plan.forms import APPENDIX, AUTHORITY, NUMBER_LINE, PLACE_LINE, POSITION
from danvan.readers.pdf.paragraphs import BREAKS_OFF
from danvan.readers.pdf.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

# In sizes of the type: the narrowest strip that parts columns, in one row and over several.
_VERY_WIDE, _WIDE, _NARROW = 2.5, 1.3, 0.55
# How far from the middle of the text a centred row may be, as a share of its width.
_CENTRED = 0.02
# In sizes: how far below the last row of two columns the next row of one of them may stand.
_NEXT = 2.6
# How many rows must stand in two columns at least, and how many columns there may be but one.
_FEWEST, _MOST = 2, 4
# A letterhead begins within so many rows of its page.
_TOP = 3

# A line of a head or closing that runs over: its rest is shorter than this share of it, and closer
# than this below it, in sizes; between them is a space.
_REST, _CLOSE, _SPACE = 0.75, 1.9, 0.25
_SAME_EDGE = 3.0
_PADDING = 5.4
# How many rows away something is looked for.
_FAR = 60

# What a list has before its tab: its text stands in no column of its own.
_LABEL = re.compile(
    r"[-–—+•*●▪o]|(?:Điều|Chương|Mục|Phần)?[(]?"
    r"(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,2}){0,4}|[A-ZĐa-zđ])[.):/\-–]{0,3}"
)
_ITEM = re.compile(r"[-–—+•*●▪]\s?\S")

# The list of recipients stands left of the signature, and may begin above it (NĐ 30/2020, II.9).
_RECIPIENTS = re.compile(r"N[ơƠ]i\s+nh[ậẬ]n", re.IGNORECASE)


Strip = tuple[float, float]


@attrs.frozen
class Beside:
    """Rows side by side: those of each column, and the strips between the columns.

    ``left`` and ``right`` are the edges of the text on the page.
    """

    columns: tuple[tuple[Row, ...], ...]
    strips: tuple[Strip, ...]
    left: float
    right: float

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return min(row.page for column in self.columns for row in column)

    @property
    def is_closing(self) -> bool:
        """Whether the list of recipients stands in it."""
        return any(_RECIPIENTS.match(column[0].text) for column in self.columns if column)

    def paragraphs(self) -> list[list[Row]]:
        """The paragraphs of the columns, from left to right."""
        begins = [self.left, *(low for low, _ in self.strips)]
        ends = [*(high for _, high in self.strips), self.right]
        return [
            paragraph
            for rows, left, right in zip(self.columns, begins, ends, strict=True)
            if rows
            for paragraph in _column_paragraphs(rows, left, right)
        ]


def _column_paragraphs(rows: tuple[Row, ...], left: float, right: float) -> list[list[Row]]:
    """The paragraphs of a column: items of a list, or lines of which one may run over."""
    is_list = sum(_ITEM.match(row.text) is not None for row in rows) >= _FEWEST
    found: list[list[Row]] = []
    for row in rows:
        if found and (
            _goes_on_item(found[-1], row) if is_list else _runs_over(found[-1], row, left, right)
        ):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _goes_on_item(item: list[Row], row: Row) -> bool:
    """Whether a row without a dash goes on with an item that has one."""
    return _ITEM.match(item[0].text) is not None and _ITEM.match(row.text) is None


def _runs_over(paragraph: list[Row], row: Row, left: float, right: float) -> bool:
    """Whether a row is what had no room on the one above: "SỰ", "2024", "UBND"."""
    last = paragraph[-1]
    if BREAKS_OFF.search(last.text):
        return True
    if abs(last.left - row.left) <= _SAME_EDGE:
        room = right - last.left - 2 * _PADDING
    else:
        room = 2 * (min(last.middle - left, right - last.middle) - _PADDING)
    return (
        last.right - last.left + _SPACE * last.size + row.first_width > room
        and row.right - row.left < _REST * (last.right - last.left)
        and last.y - row.y < _CLOSE * row.size
        and last.bold == row.bold
        and last.size == row.size
        and (last.text.isupper() == row.text.isupper() or not any(map(str.isalpha, row.text)))
        and not any(form.match(row.text) for form in (POSITION, AUTHORITY, NUMBER_LINE))
    )


def with_columns(rows: list[Row], left: float, right: float) -> list[Row | Beside]:
    """The rows of a page, with those that stand side by side put together.

    Args:
        rows: from top to bottom.
        left: where the text of the page begins.
        right: where it ends.
    """
    found: list[Row | Beside] = []
    i = 0
    while i < len(rows):
        run = _run(rows, i, left, right)
        if run is None:
            found.append(rows[i])
            i += 1
            continue
        end, strips = run
        begin = i
        while found and isinstance(found[-1], Row) and _joins_above(found[-1], rows[begin], strips):
            begin -= 1
            found.pop()
        found.append(_parted(rows[begin:end], strips, left, right))
        i = end
    return found


def _joins_above(row: Row, below: Row, strips: list[Strip]) -> bool:
    """Whether a row above two columns opens the left one: the word for recipients."""
    return (
        row.right <= strips[0][1]
        and _RECIPIENTS.match(row.text) is not None
        and row.y - below.y <= _NEXT * row.size
    )


def _run(rows: list[Row], start: int, left: float, right: float) -> tuple[int, list[Strip]] | None:
    """Where the rows end that stand in columns from here on, and the strips between these."""
    strips = _opening_strips(rows, start)
    if not strips:
        return None
    widest = max(high - low for low, high in strips) / rows[start].size
    both, end = 1, start + 1
    for i in range(start + 1, len(rows)):
        row = rows[i]
        narrowed = _narrowed(row, strips)
        if not narrowed or _is_apart(row, narrowed, left, right):
            break
        sides = _sides(row, narrowed)
        if sides == {0} and _ends_before(rows, start, i, narrowed):
            break
        strips = narrowed
        both += len(sides) > 1
        end = i + 1
    alone = (
        _RECIPIENTS.match(rows[start].text) is not None
        or PLACE_LINE.match(_text_after(rows[start], strips[-1][1])) is not None
        or (widest >= _VERY_WIDE and end > start + 1)
    )
    return (end, strips) if both >= _FEWEST or alone else None


def _ends_before(rows: list[Row], start: int, at: int, strips: list[Strip]) -> bool:
    """Whether a row at the left edge, with nothing more to the right below it, is no more of this.

    It stands too far down, or below the number, which is the last line of a letterhead's left side.
    """
    row, above = rows[at], rows[at - 1]
    far = above.y - row.y > _NEXT * row.size
    numbered = any(NUMBER_LINE.match(r.text) for r in rows[max(start, at - _FAR) : at])
    return (far or numbered) and not _more(rows, at, strips)


def _opening_strips(rows: list[Row], start: int) -> list[Strip]:
    """The strips between columns that may begin with this row.

    Letterheads stand at the top of a page and may leave but a narrow strip.
    """
    row = rows[start]
    gaps = [gap for gap in row.gaps() if not _LABEL.fullmatch(_text_before(row, gap[0]))]
    strips = [gap for gap in gaps if gap[1] - gap[0] >= _WIDE * row.size]
    if not strips and start < _TOP:
        widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        strips = [widest] if widest[1] - widest[0] >= _NARROW * row.size else []
    return strips if len(strips) < _MOST else []


def _text_before(row: Row, x: float) -> str:
    return "".join(word.text for word in row.words if word.right <= x + 0.01)


def _text_after(row: Row, x: float) -> str:
    words = [word for word in row.content if word.left >= x - 0.01]
    return Row(words, row.page).text if any(not word.is_space for word in words) else ""


def _is_apart(row: Row, strips: list[Strip], left: float, right: float) -> bool:
    """Whether a row stands in no column: it is centred on the page, or names a kind of document."""
    if len(_sides(row, strips)) > 1:
        return False
    centred = abs(row.middle - (left + right) / 2) <= _CENTRED * (right - left)
    named = find_kind(row.text) is not None or APPENDIX.match(row.text) is not None
    return named or (centred and len(strips) == 1)


def _more(rows: list[Row], start: int, strips: list[Strip]) -> bool:
    """Whether anything stands right of the strips, further down."""
    for row in rows[start + 1 : start + _FAR]:
        narrowed = _narrowed(row, strips)
        if not narrowed:
            return False
        if max(_sides(row, narrowed)) > 0:
            return True
    return False


def _narrowed(row: Row, strips: list[Strip]) -> list[Strip]:
    """The strips as far as the words of a row leave them free; none if one of them closes."""
    found = []
    for low, high in strips:
        for free_low, free_high in _free(row):
            a, b = max(low, free_low), min(high, free_high)
            if b - a >= _NARROW * row.size:
                found.append((a, b))
                break
    return found if len(found) == len(strips) else []


def _free(row: Row) -> Iterator[Strip]:
    yield (float("-inf"), row.left)
    yield from row.gaps()
    yield (row.right, float("inf"))


def _sides(row: Row, strips: list[Strip]) -> set[int]:
    """The numbers of the columns in which words of the row stand."""
    return {_column(word.middle, strips) for word in row.words}


def _column(x: float, strips: list[Strip]) -> int:
    return sum(x > (low + high) / 2 for low, high in strips)


def _parted(rows: list[Row], strips: list[Strip], left: float, right: float) -> Beside:
    columns = []
    for number in range(len(strips) + 1):
        column = []
        for row in rows:
            words = [word for word in row.content if _column(word.middle, strips) == number]
            if not all(word.is_space for word in words):
                column.append(Row(words, row.page))
        columns.append(tuple(column))
    return Beside(tuple(columns), tuple(strips), left, right)


def continued(beside: Beside, rows: list[Row]) -> tuple[Beside, list[Row]]:
    """Columns that go on over a page, and the rows of the next page that are not in them."""
    strips = list(beside.strips)
    end = 0
    for row in rows:
        narrowed = _narrowed(row, strips)
        if not narrowed or _is_apart(row, narrowed, beside.left, beside.right):
            break
        strips = narrowed
        end += 1
    if not end:
        return beside, rows
    more = _parted(rows[:end], strips, beside.left, beside.right)
    columns = tuple((*a, *b) for a, b in zip(beside.columns, more.columns, strict=True))
    return attrs.evolve(beside, columns=columns, strips=more.strips), rows[end:]

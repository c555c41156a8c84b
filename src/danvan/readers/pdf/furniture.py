"""Furniture: page numbers, running heads, and the stamps of digital signatures."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.readers.pdf.page import Page
    from danvan.readers.pdf.rows import Row

# "2", "- 2 -", "2/5", "Trang 2", "Trang 2/5", "Page 2 of 5", "2 | P a g e".
_PAGE_NUMBER = re.compile(
    r"[-–—(\[]? ?(?:(?:[Tt]rang|TRANG|[Pp]age|PAGE)(?: số)?:? ?)?"
    r"(?P<number>\d{1,4})(?: ?(?:/|of|trên) ?\d{1,4})? ?[-–—)\]]?(?: ?\| ?P ?a ?g ?e)?"
)
# How much of the page, above and below, furniture may stand in; how many rows of it.
_MARGIN = 0.14
_DEEPEST = 3
# Points: how far apart the same running head may stand on two pages.
_SAME_PLACE = 4.0


def without_furniture(pages: list[Page], rows: list[list[Row]]) -> list[list[Row]]:
    """The rows of each page without page numbers and running heads.

    A page number stands alone in its row at the edge of the page, and says which page this is or
    at least grows with the pages; a running head stands at one place of most pages.
    """
    kept = [list(page_rows) for page_rows in rows]
    for at in (0, -1):
        for _ in range(_DEEPEST):
            edges = [
                _edge(page, page_rows, at) for page, page_rows in zip(pages, kept, strict=True)
            ]
            found = _numbers(pages, edges) | _repeated(pages, edges)
            if not found:
                break
            for i in found:
                kept[i].pop(at)
    return kept


def _edge(page: Page, rows: list[Row], at: int) -> Row | None:
    """The first or last row, if it stands in the margin."""
    if not rows:
        return None
    row = rows[at]
    top = page.height - row.y
    near = top if at == 0 else row.y
    return row if near <= _MARGIN * page.height else None


def _numbers(pages: list[Page], edges: list[Row | None]) -> set[int]:
    """The pages whose edge is a page number."""
    found = {
        i: int(match["number"])
        for i, row in enumerate(edges)
        if row is not None and (match := _PAGE_NUMBER.fullmatch(row.text))
    }
    shifts = Counter(number - pages[i].number for i, number in found.items())
    return {
        i
        for i, number in found.items()
        if number == pages[i].number or shifts[number - pages[i].number] > 1
    }


def _repeated(pages: list[Page], edges: list[Row | None]) -> set[int]:
    """The pages whose edge is a running head, which may name the page."""
    by_text: dict[str, list[int]] = {}
    for i, row in enumerate(edges):
        if row is not None:
            numbered = re.sub(rf"\b{pages[i].number}\b", "#", row.text)
            for text in {row.text, numbered}:
                by_text.setdefault(text, []).append(i)
    found: set[int] = set()
    for places in by_text.values():
        if len(places) < 2 or 2 * len(places) < len(edges):
            continue
        heights = [row.y for i in places if (row := edges[i]) is not None]
        if max(heights) - min(heights) <= _SAME_PLACE:
            found.update(places)
    return found


# What signing software prints over the page: who signed and when, in small type.
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Thời gian ký|Ngày ký|Ký ngày|Chữ ký số|Ký điện tử"
    r"|Digitally signed|Signature (?:Not Verified|valid)|Signed by|Signing time)\b",
    re.IGNORECASE,
)
_SMALLER = 0.9
_NEXT_LINE = 1.8
_LEAST_OVERLAP = 0.3
_MOST_STAMPS, _LONGEST_STAMP = 20, 15


def stamps(rows: Iterable[Row], body_size: float) -> list[list[Row]]:
    """The appearances of digital signatures (hình ảnh chữ ký số) among the rows of a page.

    Each is a row that says so, in smaller type than the body, with the rows of its size that stand
    close below or above it.
    """
    small = [row for row in rows if row.size <= _SMALLER * body_size]
    seeds = [i for i, row in enumerate(small) if _STAMP.match(row.text)]
    found: list[list[Row]] = []
    taken: set[int] = set()
    for i in seeds[:_MOST_STAMPS]:
        seed = small[i]
        if id(seed) in taken:
            continue
        stamp = [seed]
        around = small[max(0, i - _LONGEST_STAMP) : i + _LONGEST_STAMP]
        for row in sorted(around, key=lambda row: abs(row.y - seed.y)):
            if id(row) not in taken and row is not seed and any(_touch(row, s) for s in stamp):
                stamp.append(row)
        taken.update(map(id, stamp))
        found.append(sorted(stamp, key=lambda row: -row.y))
    return found


def _touch(row: Row, other: Row) -> bool:
    overlap = min(row.right, other.right) - max(row.left, other.left)
    narrow = min(row.right - row.left, other.right - other.left)
    return (
        abs(row.y - other.y) <= _NEXT_LINE * other.size
        and abs(row.size - other.size) < 1
        and overlap >= _LEAST_OVERLAP * narrow
    )

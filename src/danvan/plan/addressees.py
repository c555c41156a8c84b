"""Addressees: to whom a letter, or a plan that opens as one, is sent (kính gửi).

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9.a: "Kính gửi:" with one body on its line, or a list of lines
with dashes below it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import BlockKind

if TYPE_CHECKING:
    from danvan.plan.blocks import Block

_OPENS = re.compile(r"Kính\s+(?:gửi|trình)\s*:?\s*", re.IGNORECASE)
# Several on one line have dashes between them: "Kính gửi: - Sở A; - Sở B."
_ITEM = re.compile(r"(?:(?<=[;,.:] )|(?<=[;,.:]))[-–+•] (?=\S)")
_LONGEST = 400
_LONGEST_ITEM = 200
_MARKS = " ;,./-–+•"


@attrs.frozen
class Addressee:
    """One addressee: its text, and where it stands in the reading text."""

    text: str
    start: int
    end: int


def read_addressees(blocks: list[Block]) -> list[Addressee]:
    """The addressees that the blocks before the first number name."""
    found: list[Addressee] = []
    opened = False
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if not opened:
            opening = _OPENS.match(block.text)
            opened = opening is not None and len(block.text) <= _LONGEST
            if opening and opened:
                found += _items(block, opening.end())
        elif (block.is_bullet or not found) and len(block.text) <= _LONGEST_ITEM:
            found += _items(block, 0)
            if found and not block.is_bullet:
                break
        else:
            break
    return found


def _items(block: Block, begin: int) -> list[Addressee]:
    text = block.text
    edges = [begin, *(m.end() for m in _ITEM.finditer(text, begin))]
    found = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        stop = _ITEM.search(text, start, end)
        piece = text[start : stop.start() if stop else end].rstrip(_MARKS)
        if any(c.isalnum() for c in piece):
            at = block.start + start
            found.append(Addressee(piece, at, at + len(piece)))
    return found

"""Notes: footnotes that run on over a page, with the body that they cut in two (cước chú)."""

from __future__ import annotations

import re
from functools import cache

from danvan.instruments import all_kinds
from danvan.plan.blocks import Block, BlockKind
from danvan.plan.wrapping import Wrapping, continues


def settle_notes(blocks: list[Block], wrapping: Wrapping) -> list[Block]:
    """Give each note its items, and join the paragraphs that they had cut in two."""
    return _rejoined(_with_their_items(blocks), wrapping)


def _rejoined(blocks: list[Block], wrapping: Wrapping) -> list[Block]:
    """Join a paragraph that a note with its list of items had cut in two."""
    kept: list[Block] = []
    body: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            noted = bool(kept) and kept[-1].kind is BlockKind.FOOTNOTE
            if (
                noted
                and body is not None
                and continues(body.lines[-1], block.lines[0], wrapping, lifted=True)
            ):
                for n, line in enumerate(block.lines):
                    body.add(line, cut=n == 0 or n in block.cuts)
                continue
            body = block
        kept.append(block)
    return kept


@cache
def _cites_first() -> re.Pattern[str]:
    names = sorted({k.name for k in all_kinds()}, key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, names))})\s(?:[\w ]{{1,24}}\s)?"
        r"(?:số\s?:?\s?)?\d+[a-z]?\s?[-–/]"
    )


def _with_their_items(blocks: list[Block]) -> list[Block]:
    """Give bullets that are items of a footnote to it, where it runs on over a page.

    A note that ends in "," or ";" is a list that is not at its end. Bullets that are a citation
    each and touch a note, right after it or right before the next one, are the rest of that list.
    """
    if not any(b.kind is BlockKind.FOOTNOTE for b in blocks):
        return blocks
    kept: list[Block] = []
    note: Block | None = None
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.kind is BlockKind.FOOTNOTE:
            note = block
            kept.append(block)
            i += 1
            continue
        run = i
        while run < len(blocks) and blocks[run].is_bullet and _is_item(blocks[run]):
            run += 1
        touches = run > i and (
            (i > 0 and blocks[i - 1].kind is BlockKind.FOOTNOTE)
            or (run < len(blocks) and blocks[run].kind is BlockKind.FOOTNOTE)
        )
        if note is not None and touches and note.lines[-1].text.rstrip()[-1:] in {";", ","}:
            for item in blocks[i:run]:
                for n, line in enumerate(item.lines):
                    note.add(line, cut=n == 0)
            i = run
            continue
        kept.extend(blocks[i : max(run, i + 1)])
        i = max(run, i + 1)
    return kept


def _is_item(block: Block) -> bool:
    marker = block.marker
    text = block.lines[0].text
    return bool(marker and _cites_first().match(text, marker.length))

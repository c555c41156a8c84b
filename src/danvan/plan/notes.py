"""Notes: footnotes that run on over a page, with the body that they cut in two (cước chú)."""

from __future__ import annotations

import re
from functools import cache

from danvan.instruments import all_kinds
from danvan.plan.blocks import Block, BlockKind
from danvan.plan.line import Line, LineKind
from danvan.plan.wrapping import Wrapping, continues


def settle_notes(blocks: list[Block], wrapping: Wrapping) -> list[Block]:
    """Give each note its items, and join the paragraphs that they had cut in two."""
    return _rejoined(_with_their_items(blocks), wrapping)


# A note below the closing may be marked "[1]" or "(1)" as the mark in the text is.
_BRACKETED = re.compile(r"\[(?P<square>\d{1,3})\] ?|\((?P<round>\d{1,2})\) ?(?=[A-ZĐÀ-Ỹ])")


def notes_below(lines: list[Line]) -> tuple[int, list[Block]]:
    """The notes that stand below a closing: the number of the line where they begin, and they.

    A portal collects the notes of all pages at the end.
    """
    start = next((i for i, line in enumerate(lines) if _mark_of(line)), len(lines))
    blocks: list[Block] = []
    lifted = False
    for line in lines[start:]:
        if line.kind is not LineKind.TEXT:
            lifted = True
            continue
        mark = _mark_of(line)
        if mark:
            block = Block(BlockKind.FOOTNOTE, line)
            block.mark = mark
            blocks.append(block)
        else:
            blocks[-1].add(line, cut=lifted)
        lifted = False
    return start, blocks


def _mark_of(line: Line) -> str:
    if line.kind is not LineKind.TEXT:
        return ""
    if line.notes and line.notes[0].end <= line.start:
        return line.notes[0].mark
    match = _BRACKETED.match(line.text)
    return (match["square"] or match["round"]) if match else ""


def note_prefix(text: str) -> int:
    """How many characters of a note's text are its bracketed mark and a dash after it."""
    match = _BRACKETED.match(text)
    start = match.end() if match else 0
    return len(text) - len(text[start:].lstrip("-–—. "))


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

"""The title: name of the kind, and the subject below it (tên loại, trích yếu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.forms import CARRIED
from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_line

if TYPE_CHECKING:
    from danvan.plan.naming import Title

_MARKS_AROUND = " *_:"


@attrs.frozen
class TitleBlocks:
    """The subject as a block, and what a bracket below it says of the document that carries it."""

    subject: Block | None
    carried: Block | None


def title_blocks(lines: list[Line], title: Title, clean: str) -> TitleBlocks:
    """Cut the lines of a title into the name of the kind, the subject, and the bracket."""
    subject: Block | None = None
    carried: Block | None = None
    for i in range(title.at, max(title.end, title.at)):
        line = lines[i]
        if line.kind is not LineKind.TEXT:
            continue
        if i == title.at and title.length:
            rest = line.text[title.length :].lstrip(" :")
            if not rest:
                continue
            line = cell_line(clean, line.offset(len(line.text) - len(rest)), line.end)
        bracket = CARRIED.search(line.text)
        if carried is None and bracket is None:
            subject = _with(subject, line)
            continue
        if bracket is not None and bracket.start() > 0:
            before = cell_line(clean, line.start, line.offset(bracket.start()))
            subject = _with(subject, before)
            line = cell_line(clean, line.offset(bracket.start()), line.end)
        carried = _with(carried, line)
    return TitleBlocks(subject, carried)


def _with(block: Block | None, line: Line) -> Block:
    if block is None:
        return Block(BlockKind.PARAGRAPH, line)
    block.add(line, cut=False)
    return block


def subject_of(block: Block | None) -> str | None:
    """The subject in the case and with the end mark of the text."""
    if block is None:
        return None
    return block.text.strip(_MARKS_AROUND) or None

"""Appendices: what is attached, each with its label, title and an outline of its own (phụ lục).

NĐ 30/2020/NĐ-CP, Phụ lục I, III.1: "Phụ lục" with a Roman number stands above the title, which is
in capitals; below it, in brackets, the document to which it belongs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.forms import APPENDIX
from danvan.plan.markers import Marker, Style
from danvan.plan.outline import Node, Outline, grow_outline, name_outline
from danvan.plan.regions import opens_appendix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@attrs.define
class Attached:
    """An appendix while it is read: ``root`` stands for it where a section may stand.

    ``heads`` are the blocks of its label and title; the others are in ``outline``.
    """

    root: Node
    heads: list[Block]
    outline: Outline
    label: str = ""
    title: str | None = None

    def placed(self) -> Iterator[tuple[Block, Node]]:
        """The blocks of the appendix, with the sections in which they stand."""
        for block in self.outline.preamble:
            yield block, self.root
        for node in self.outline.walk():
            for part in node.body:
                if isinstance(part, Block):
                    yield part, node


def find_appendices(blocks: Iterable[Block]) -> list[Attached]:
    """Cut what is attached into its appendices, and grow the outline of each."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            continue
        if not groups or _opens(block):
            groups.append([])
        groups[-1].append(block)
    return [_attached(group) for group in groups]


def _opens(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and opens_appendix(block.lines[0])


def _attached(group: list[Block]) -> Attached:
    heads = 0
    if group[0].kind is BlockKind.PARAGRAPH:
        heads = 1
        while _opens(group[0]) and heads < len(group) and _is_title(group[heads]):
            heads += 1
    marker = Marker(Style.PART, "", 0)
    root = Node(group[0], marker, (Style.PART, 0), None)
    return Attached(root, group[:heads], grow_outline(group[heads:]))


def _is_title(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.marker is None
        and block.looks_like_heading
        and not block.lines[0].text.startswith("(")
    )


def name_appendices(found: list[Attached]) -> None:
    """Give the appendices their labels, titles and paths, once their blocks know their text."""
    seen: Counter[str] = Counter()
    for attached in found:
        name_outline(attached.outline)
        if attached.heads:
            first = attached.heads[0].text
            named = APPENDIX.match(first)
            attached.label = named.group() if named else first
            rest = first[len(attached.label) :].strip(" .:-–")
            title = " ".join(filter(None, (rest, *(b.text for b in attached.heads[1:]))))
            attached.title = title or None
        seen[attached.label] += 1
        times = seen[attached.label]
        path = attached.label if times == 1 else f"{attached.label}~{times}"
        attached.root.path = path
        for node in attached.outline.walk():
            node.path = f"{path}.{node.path}" if path else node.path

"""Blocks: lines of the body joined to paragraphs, with tables and footnotes told apart."""

from __future__ import annotations

import enum
import re
from collections import Counter
from functools import cache

import attrs

from danvan.instruments import all_kinds
from danvan.plan.lines import Line, LineKind
from danvan.plan.markers import Marker, Style, read_marker


class BlockKind(enum.Enum):
    """What a block is."""

    PARAGRAPH = enum.auto()
    TABLE = enum.auto()
    FOOTNOTE = enum.auto()


class Block:
    """Lines that make one paragraph, table or footnote.

    ``cuts`` are the numbers of those lines before which something was lifted out, a page number or a
    footnote. ``start`` and ``end`` are offsets in the reading text, once there is one.
    """

    __slots__ = (
        "bold",
        "cuts",
        "end",
        "hashes",
        "kind",
        "lines",
        "mark",
        "marker",
        "start",
        "text",
    )

    def __init__(self, kind: BlockKind, line: Line, marker: Marker | None = None) -> None:
        self.kind = kind
        self.lines = [line]
        self.marker = marker
        self.bold = line.bold
        self.hashes = line.hashes
        self.mark = ""
        self.cuts: set[int] = set()
        self.start = self.end = 0
        self.text = ""

    def __repr__(self) -> str:
        label = self.marker.label if self.marker else ""
        return f"<Block {self.kind.name} {label!r} {self.lines[0].text[:40]!r}>"

    @property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return self.marker is not None and self.marker.style is Style.BULLET

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with a number or letter of the outline."""
        return self.marker is not None and self.marker.style is not Style.BULLET

    @property
    def looks_like_heading(self) -> bool:
        """Whether it is set as a heading: bold, with hashes, or in capitals."""
        return self.bold or self.hashes > 0 or all(line.text.isupper() for line in self.lines)

    def add(self, line: Line, *, cut: bool) -> None:
        """Let a line go on where the block ends."""
        if cut:
            self.cuts.add(len(self.lines))
        self.lines.append(line)
        self.bold = self.bold and line.bold


@attrs.frozen
class Wrapping:
    """How the lines of a text are cut: whether paragraphs are, how wide, with how many blank lines."""

    wrapped: bool
    width: int
    gap: int


_CLOSED = ".;:!?…"
_CLOSERS = "”\"')]»*/ "
# Words after which a sentence must go on, whatever stands between.
_LINKING = frozenset(
    "của và với tại theo các những về cho trong từ đến là do để bằng ở trên dưới thuộc hoặc "
    "hay nhằm đối qua giữa như cùng bởi vào ra sau trước khi mà thì không được đã sẽ đang".split()
)
# Words after which a number must come.
_COUNTED = frozenset("số ngày tháng năm điều khoản điểm từ đến và quý kỳ".split())


def is_open(text: str) -> bool:
    """Whether a line breaks off inside a sentence."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return False
    return bare[-1] not in _CLOSED


def _last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1].lower()


def measure(lines: list[Line]) -> Wrapping:
    """How the lines of a body are cut."""
    texts = [line for line in lines if line.kind is LineKind.TEXT]
    gaps: Counter[int] = Counter()
    for previous, line in zip(texts, texts[1:], strict=False):
        first = line.text[0]
        if (
            (first.islower() or first.isdigit())
            and is_open(previous.text)
            and not read_marker(line.text)
        ):
            gaps[line.gap] += 1
    cut = sum(gaps.values())
    if not texts or cut < 3 or cut < 0.2 * len(texts):
        return Wrapping(wrapped=False, width=0, gap=0)
    lengths = sorted(len(line.text) for line in texts)
    return Wrapping(
        wrapped=True, width=lengths[int(len(lengths) * 0.9)], gap=gaps.most_common(1)[0][0]
    )


# How full a line is when the next word had no room on it, as a share of the usual width: letters
# are of unequal width. A line with a number may be a heading, which ends where it likes.
_FULL, _FULL_HEADING = 0.86, 0.97


def _fills(previous: Line, line: Line, wrapping: Wrapping) -> bool:
    """Whether the first word of a line had no room left on the line before."""
    word = line.text.split(" ", 1)[0]
    marker = read_marker(previous.text)
    share = _FULL if marker is None or marker.style is Style.BULLET else _FULL_HEADING
    return len(previous.text) + 1 + len(word) >= share * wrapping.width


def _is_text(marker: Marker, text: str, previous: Line, wrapping: Wrapping) -> bool:
    """Whether what looks like a marker is the running text of a cut sentence."""
    if not is_open(previous.text) or previous.text.isupper():
        return False
    if marker.style is Style.BULLET:
        if not wrapping.wrapped or marker.label not in "-–—":
            return False
        following = text[marker.length : marker.length + 1]
        return following.islower() or (following.isdigit() and previous.text[-1].isdigit())
    return wrapping.wrapped and _last_word(previous.text) in _COUNTED


def continues(previous: Line, line: Line, wrapping: Wrapping, *, lifted: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    ``lifted`` says that a page number, a rule or a footnote stood in between.
    """
    text, last = line.text, previous.text
    if line.hashes or line.bold != previous.bold:
        return False
    marker = read_marker(text)
    if marker and not _is_text(marker, text, previous, wrapping):
        return False
    opened = is_open(last)
    goes_on = text[0].islower() or text[0] in ",;)”%" or (text[0].isdigit() and opened)
    if opened and not last.isupper():
        word = _last_word(last)
        if word in _LINKING or (word in _COUNTED and text[0].isdigit()):
            return True
    if wrapping.wrapped:
        if line.gap > wrapping.gap or lifted:
            return opened and goes_on
        if opened:
            return (
                goes_on or _fills(previous, line, wrapping) or (last.isupper() and text.isupper())
            )
        return last[-1] in ".;" and not last.endswith("./.") and _fills(previous, line, wrapping)
    if line.bold and not line.gap:
        return opened
    if last.endswith(":"):
        return False
    return (
        goes_on and (opened or last.endswith(";")) and (text[0].islower() or line.gap > 0 or lifted)
    )


@attrs.frozen
class Blocks:
    """The blocks of a range of lines, and what is furniture among them."""

    blocks: list[Block]
    furniture: list[Line]


def make_blocks(lines: list[Line], wrapping: Wrapping) -> Blocks:
    """Join the lines of a body to paragraphs; lift out footnotes, page numbers and rules."""
    blocks: list[Block] = []
    furniture: list[Line] = []
    body: Block | None = None
    lifted = False
    for line in lines:
        if line.kind is LineKind.TABLE:
            if blocks and blocks[-1].kind is BlockKind.TABLE and not line.gap:
                blocks[-1].lines.append(line)
            else:
                blocks.append(Block(BlockKind.TABLE, line))
            body, lifted = None, False
            continue
        if line.kind is not LineKind.TEXT:
            furniture.append(line)
            lifted = True
            continue
        note = _opening_note(line)
        if note:
            block = Block(BlockKind.FOOTNOTE, line)
            block.mark = note
            blocks.append(block)
            lifted = True
            continue
        last = blocks[-1] if blocks else None
        if (
            last is not None
            and last.kind is BlockKind.FOOTNOTE
            and _in_note(last, body, line, wrapping)
        ):
            last.add(line, cut=False)
            continue
        if body is not None and continues(body.lines[-1], line, wrapping, lifted=lifted):
            body.add(line, cut=lifted)
        else:
            body = Block(BlockKind.PARAGRAPH, line, read_marker(line.text))
            blocks.append(body)
        lifted = False
    return Blocks(_rejoin(_give_back(blocks), wrapping), furniture)


def _opening_note(line: Line) -> str:
    """The mark with which a footnote block begins, or ""."""
    if line.notes and line.notes[0].start == line.outer:
        return line.notes[0].mark
    return ""


def _in_note(note: Block, body: Block | None, line: Line, wrapping: Wrapping) -> bool:
    """Whether a line after a footnote goes on with the footnote and not with the body."""
    if not continues(note.lines[-1], line, wrapping, lifted=False):
        return False
    if body is None or not continues(body.lines[-1], line, wrapping, lifted=True):
        return True
    return line.gap <= wrapping.gap and is_open(note.lines[-1].text)


def _rejoin(blocks: list[Block], wrapping: Wrapping) -> list[Block]:
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
        rf"(?:{'|'.join(map(re.escape, names))})\s(?:[\w ]{{1,24}}\s)?(?:số\s?:?\s?)?\d+[a-z]?\s?[-–/]"
    )


def _give_back(blocks: list[Block]) -> list[Block]:
    """Give bullets that are items of a footnote to it, where it runs on over a page.

    A note that ends in "," or ";" is a list that is not at its end. Bullets that are a citation each
    and touch a note, right after it or right before the next one, are the rest of that list.
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

"""Signatures: the lines of signature blocks, also of two side by side (chữ ký).

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7; HD 36-HD/VPTW writes T/M and K/T.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.forms import AUTHORITY, POSITION, is_person

if TYPE_CHECKING:
    from danvan.plan.line import Line


@attrs.define
class Block:
    """A signature block while it is put together; ``ranges`` are its lines in the clean text."""

    authority: str | None = None
    sign: str | None = None
    position: str | None = None
    name: str | None = None
    ranges: list[tuple[int, int]] = attrs.Factory(list)


# In whose name two sign side by side, or who approves, with the post on the line below.
_FOR_WHOM = re.compile(r"ĐẠI\s+DIỆN\s|(?:PHÊ\s+)?DUYỆT\b|XÁC\s+NHẬN\b")


def element(text: str) -> str:
    """What a line is in a signature block: "authority", "position", "more", "name", or ""."""
    if len(text) > 90:
        return ""
    if text.isupper():
        if AUTHORITY.match(text) or _FOR_WHOM.match(text):
            return "authority"
        return "position" if POSITION.match(text) else "more"
    return "name" if is_person(text) or _is_loosely_named(text) else ""


def _is_loosely_named(text: str) -> bool:
    """Whether a line is a name with a word in small letters: "Lê văn Na"."""
    words = text.split()
    return (
        2 < len(words) < 6
        and words[0].upper() in _FAMILY_NAMES
        and sum(word.islower() for word in words[1:-1]) == 1
        and is_person(text.title())
    )


def sign_of(match: re.Match[str]) -> str:
    """The sign of authority in one form: TM, KT, TL, TUQ, Q."""
    printed = match["sign"] or match["dotted"]
    sign = re.sub(r"[\s/.]", "", printed)
    return "TUQ" if sign == "TUN" else sign


def join_signatures(elements: list[tuple[str, Line]]) -> list[Block]:
    """Put the lines of signature blocks together, also where two blocks are interleaved.

    A post goes to the block whose "KT." names the post that it deputises for, or which it follows;
    else to the first block without one. Names go to the blocks in their order.
    """
    blocks: list[Block] = []
    named = 0
    last: Block | None = None
    after = ""
    names = sum(kind == "name" for kind, _ in elements)
    for kind, line in elements:
        at = (line.start, line.end)
        text = line.text
        if kind == "authority":
            match = AUTHORITY.match(text)
            last = Block(authority=text, sign=sign_of(match) if match else None, ranges=[at])
            blocks.append(last)
        elif kind == "position" and names == 1 and last and last.position:
            last.ranges.append(at)
        elif kind == "position":
            last = _block_for_post(
                blocks, named, text, last if after == "authority" else None, names
            )
            last.position = text
            last.sign = last.sign or ("Q" if text.startswith(("Q.", "QUYỀN ")) else None)
            last.ranges.append(at)
        elif kind == "more" and last is not None and _is_name(last, after, line):
            last.name = text
            last.ranges.append(at)
            named = max(named, blocks.index(last) + 1)
        elif kind == "more":
            if last is None or after not in {"authority", "position", "more"}:
                continue
            if last.position is not None:
                last.position = f"{last.position} {text}"
            elif last.authority is not None:
                last.authority = f"{last.authority} {text}"
            last.ranges.append(at)
        elif kind == "name" and blocks:
            if names == 1 or len(blocks) - named > names:
                blocks[named:] = _joined(blocks[named:], max(1, names))
            if named < len(blocks):
                blocks[named].name = text
                blocks[named].ranges.append(at)
                named += 1
        after = kind
    joined = _joined(blocks, max(1, names))
    for block in joined:
        if block.authority and not block.sign and block.position is None:
            block.authority, block.position = None, block.authority
    return joined


# Family names: with one of them a name in capitals begins, and no post or body does.
_FAMILY_NAMES = frozenset(
    re.findall(
        r"\w+",
        "NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐOÀN LƯƠNG "
        "TRỊNH MAI TRƯƠNG LÂM CAO TẠ TĂNG QUÁCH LƯU THÁI HÀ TÔ PHÙNG CHU KIỀU NÔNG VI TRIỆU TÒNG "
        "LÒ CẦM HOÀN QUÀNG SÙNG GIÀNG VÀNG MÃ BẾ LỤC NGHIÊM LẠI VƯƠNG ĐÀO THẠCH SƠN DANH CHÂU",
    )
)


# These also begin other lines of capitals: a blank line must stand before them.
_ALSO_WORDS = frozenset({"SƠN", "HÀ", "HOÀN", "DANH", "ĐOÀN", "CAO"})


def _is_name(block: Block, after: str, line: Line) -> bool:
    """Whether a line of capitals below a post is the name of who signs."""
    words = line.text.split()
    return (
        after == "position"
        and block.position is not None
        and block.name is None
        and 2 <= len(words) <= 5
        and words[0] in _FAMILY_NAMES
        and (line.gap > 0 or words[0] not in _ALSO_WORDS)
    )


def _block_for_post(
    blocks: list[Block], named: int, post: str, before: Block | None, names: int
) -> Block:
    waiting = [b for b in blocks[named:] if b.position is None]
    for block in waiting:
        if block.sign == "KT" and block.authority and _deputises(post, block.authority):
            return block
    if before is not None and names == 1:
        return before
    if waiting:
        return waiting[0]
    block = Block()
    blocks.append(block)
    return block


def _deputises(post: str, authority: str) -> bool:
    """Whether a post is the deputy of the one that is signed for: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH."""
    head = authority.split(" ", 1)[-1]
    return post.endswith(head) or (post.startswith("PHÓ ") and head.startswith(post[4:]))


def _joined(blocks: list[Block], wanted: int) -> list[Block]:
    """Join "TM. BODY" without a post to the "KT. HEAD" below it, while blocks are too many."""
    joined = list(blocks)
    i = 0
    while len(joined) > wanted and i + 1 < len(joined):
        upper, lower = joined[i], joined[i + 1]
        if upper.position is None and upper.name is None:
            lower.authority = " ".join(filter(None, (upper.authority, lower.authority)))
            lower.ranges = upper.ranges + lower.ranges
            joined.pop(i)
        else:
            i += 1
    return joined

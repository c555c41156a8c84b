"""The closing: who receives the document, where it is kept, who signs it (nơi nhận, chữ ký).

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 and II.9; HD 36-HD/VPTW writes T/M and K/T.
"""

from __future__ import annotations

import re

import attrs

from danvan.plan.forms import AUTHORITY, RECIPIENTS, is_person
from danvan.plan.line import Line, LineKind
from danvan.plan.markers import Style, read_marker
from danvan.plan.marks import cell_line, cell_lines
from danvan.plan.signatures import Block, element, join_signatures, sign_of

_ITEM_IN_LINE = re.compile(r"(?<=[;,.:]) +[-–] ?(?=\S)|(?<=:) ?[-–] (?=\S)")
# Two columns on one line stand far apart; where all ran together, the sign of authority parts them.
_SEAM = re.compile(r" {3,}|(?<=[.;,/]) (?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[./]? ?[A-ZĐÀ-Ỹ]{2})")
_ARCHIVE = re.compile(r"L[ưu]u\b\s*:?\s*", re.IGNORECASE)
_PURPOSE = re.compile(r"\(\s*(?:để\s+|Để\s+)?(?P<purpose>[^()]{1,60}?)\s*\)?\s*$")
_SHORT_PURPOSES = {
    "b/c": "báo cáo",
    "bc": "báo cáo",
    "p/h": "phối hợp",
    "ph": "phối hợp",
    "t/h": "thực hiện",
    "th": "thực hiện",
    "c/đ": "chỉ đạo",
    "t/d": "theo dõi",
    "đ/b": "để biết",
    "đ/t": "đăng tải",
}
# No line of a signature block is longer, body, post and name together.
_LONGEST_SIGNED = 200
# A bracket that is no known word of purpose may name a person: only small letters are one.
_PURPOSES = re.compile(
    r"báo cáo|phối hợp|thực hiện|chỉ đạo|biết|theo dõi|đăng|đưa tin|kiểm tra|giám sát"
)
_END_MARKS = " ;,./"
# Words that name a post inside a line of capitals which has body and post in one.
_POST_INSIDE = re.compile(
    r" (?=(?:KT|TL|TUQ|Q)\s?[./]|K/T|T/L|PHÓ |Q\. |"
    r"(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)\b)"
)


@attrs.frozen
class Item:
    """A line of "Nơi nhận": its text, and the range of the clean text where it stands."""

    text: str
    start: int
    end: int

    @property
    def purpose(self) -> str | None:
        """What the bracket at its end says that they receive it for."""
        match = _PURPOSE.search(self.text)
        if match is None:
            return None
        printed = match["purpose"].strip()
        purpose = _SHORT_PURPOSES.get(printed.lower())
        if purpose is None and (printed.islower() or _PURPOSES.match(printed.lower())):
            purpose = printed.lower()
        return purpose


@attrs.define
class Closing:
    """What a closing says."""

    items: list[Item] = attrs.Factory(list)
    archive: str | None = None
    signatures: list[Block] = attrs.Factory(list)


def read_closing(lines: list[Line], clean: str) -> Closing:
    """Read the lines of a closing, recipients first or signatures first."""
    closing = Closing()
    elements: list[tuple[str, Line]] = []
    receiving = False
    for line in _cells(lines, clean):
        text = line.text
        opened = RECIPIENTS.match(text)
        if opened:
            receiving = True
            rest = text[opened.end() :].lstrip(" :")
            if rest:
                begin = line.offset(len(text) - len(rest))
                receiving = _receive(closing, cell_line(clean, begin, line.end), clean)
            continue
        kind = element(text)
        if kind:
            elements.append((kind, line))
        elif receiving and text:
            receiving = _receive(closing, line, clean)
    closing.signatures = join_signatures(elements)
    return closing


def _cells(lines: list[Line], clean: str) -> list[Line]:
    """The lines of a closing one below the other, those of two columns one after the other."""
    found: list[Line] = []
    for line in lines:
        if line.kind is LineKind.TABLE:
            for cell in line.cells:
                for part in cell_lines(cell, clean):
                    found += _apart(part, clean)
        elif line.kind is LineKind.TEXT:
            edges = [0]
            for gap in _SEAM.finditer(line.text):
                edges += gap.span()
            edges.append(len(line.text))
            if len(edges) == 2:
                found += _apart(line, clean)
            else:
                for i in range(0, len(edges), 2):
                    begin, end = line.offset(edges[i]), line.offset(edges[i + 1] - 1) + 1
                    found += _apart(cell_line(clean, begin, end), clean)
    return found


def _apart(line: Line, clean: str) -> list[Line]:
    """Capitals and a person's name on one line are two lines; so are body and post."""
    if len(line.text) > _LONGEST_SIGNED or is_person(line.text):
        return [line]
    signed = _SIGNED.match(line.text)
    if signed:
        return [cell_line(clean, line.offset(signed.end()), line.end)]
    words = line.text.split(" ")
    for i in range(1, len(words)):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        if not head.isupper():
            return [line]
        if is_person(tail) and element(head):
            middle = line.offset(len(head))
            name = cell_line(clean, middle, line.end)
            return [*_apart(cell_line(clean, line.start, middle), clean), name]
    if line.text.isupper() and AUTHORITY.match(line.text):
        inside = _POST_INSIDE.search(line.text, 4)
        sign = AUTHORITY.match(line.text)
        if inside and sign and (sign_of(sign) == "TM" or inside.end() != sign.end()):
            middle = line.offset(inside.start())
            rest = cell_line(clean, middle, line.end)
            return [cell_line(clean, line.start, middle), *_apart(rest, clean)]
    return [line]


# "(đã ký) Lê Thị Na": the name follows on the line.
_SIGNED = re.compile(r"\(?\s?(?:[Đđ]ã\s+ký|[Kk]ý\s+tên)[^)\w]*\)?\s*:?\s*(?=[A-ZĐ])")


def _receive(closing: Closing, line: Line, clean: str) -> bool:
    """Take one line of the list of recipients; returns whether the list goes on."""
    text = line.text
    starts = [0, *(m.end() for m in _ITEM_IN_LINE.finditer(text))]
    for first, end in zip(starts, [*starts[1:], len(text)], strict=True):
        start, piece = first, text[first:end].rstrip(" -–")
        marker = read_marker(piece)
        bullet = marker is not None and marker.style is Style.BULLET
        if marker is not None and bullet:
            start += marker.length
            piece = piece[marker.length :]
        if not piece:
            continue
        begin = line.offset(start)
        archive = _ARCHIVE.match(piece)
        if archive:
            closing.archive = piece[archive.end() :].strip(_END_MARKS) or None
            return False
        last = closing.items[-1] if closing.items else None
        if last is not None and not bullet and first == 0 and not clean[last.end : begin].strip():
            rest = piece.rstrip(_END_MARKS)
            stop = line.offset(start + max(1, len(rest)) - 1) + 1
            joined = Item(f"{last.text} {rest}", last.start, stop)
            closing.items[-1] = joined
            continue
        kept = piece.rstrip(_END_MARKS)
        if any(c.isalnum() for c in kept):
            last_kept = line.offset(start + len(kept) - 1) + 1
            closing.items.append(Item(" ".join(kept.split()), begin, last_kept))
    return True

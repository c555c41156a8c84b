"""The outline: numbered paragraphs put into a tree (bố cục đề mục)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.markers import Marker, Style, ordinal
from danvan.plan.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 32
_FURTHEST_JUMP = 20

# What a heading says its section is for. One heading may say two things ("MỤC ĐÍCH, YÊU CẦU").
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.PURPOSE, re.compile(r"mục đích")),
    (Role.REQUIREMENTS, re.compile(r"yêu cầu")),
    (Role.TARGETS, re.compile(r"mục tiêu|chỉ tiêu")),
    (Role.CONTENT, re.compile(r"nội dung|nhiệm vụ(?! của)|hoạt động")),
    (Role.SOLUTIONS, re.compile(r"giải pháp|biện pháp")),
    (
        Role.IMPLEMENTATION,
        re.compile(
            r"tổ chức thực hiện|tổ chức triển khai|phân công|"
            r"trách nhiệm (?:của|các|thực hiện|thi hành)|^tổ chức$|triển khai thực hiện$"
        ),
    ),
    (Role.FUNDING, re.compile(r"kinh phí")),
    (
        Role.EVALUATION,
        re.compile(  # "Ủy ban Kiểm tra", "Đoàn kiểm tra" are bodies
            r"đánh giá|(?<!ban )(?<!đoàn )(?<!tổ )kiểm tra|"
            r"sơ kết|tổng kết|chế độ báo cáo|thông tin,? báo cáo"
        ),
    ),
)
_LONGEST_ROLE_TITLE = 90


class Node:
    """A section while the tree grows: its label, its block, and what belongs to it."""

    __slots__ = ("block", "body", "key", "label", "level", "marker", "parent", "path", "title")

    def __init__(
        self, block: Block, marker: Marker, key: tuple[Style, int], parent: Node | None
    ) -> None:
        self.block = block
        self.marker = marker
        self.label = marker.label
        self.key = key
        self.parent = parent
        self.level: int = 1 if parent is None else parent.level + 1
        self.path = ""
        self.title: str | None = None
        self.body: list[Node | Block] = []

    def __repr__(self) -> str:
        return f"<Node {self.path or self.label} {self.title or self.block.text[:30]!r}>"

    @property
    def nodes(self) -> list[Node]:
        """The nodes directly below."""
        return [b for b in self.body if isinstance(b, Node)]

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in reading order, without recursion."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    @property
    def root(self) -> Node:
        """The part to which the node belongs."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the heading says that the section is for."""
        title = self.title
        if title is None or len(title) > _LONGEST_ROLE_TITLE:
            return ()
        lower = title.lower().rstrip(".: ")
        return tuple(role for role, pattern in _ROLES if pattern.search(lower))


@attrs.frozen
class Outline:
    """The tree, and the blocks before its first number."""

    preamble: list[Block]
    nodes: list[Node]
    flattened: list[Node]

    def walk(self) -> Iterator[Node]:
        """All nodes, in reading order."""
        for node in self.nodes:
            yield from node.walk()


def grow_outline(blocks: list[Block]) -> Outline:
    """Put the blocks of a body into a tree by their markers.

    A marker that fits no series is taken off its block: it is running text.
    """
    preamble: list[Block] = []
    roots: list[Node] = []
    flattened: list[Node] = []
    stack: list[Node] = []
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.FOOTNOTE:
            continue
        marker = _settled(block.marker, stack) if block.is_labelled else None
        if marker is not block.marker and _goes_on_in_roman(block.marker, blocks, number):
            marker = block.marker
        if marker is None:
            if block.is_labelled:
                block.marker = None
            (stack[-1].body if stack else preamble).append(block)
            continue
        key = _key(marker)
        while any(n.key == key for n in stack) and stack[-1].key != key:
            stack.pop()
        if stack and stack[-1].key == key:
            stack.pop()
        _leave_deeper(stack, key)
        parent = stack[-1] if stack else None
        node = Node(block, marker, key, parent)
        if node.level > _DEEPEST:
            flattened.append(node)
            parent = node.parent = stack[_DEEPEST - 2]
            node.level = _DEEPEST
            del stack[_DEEPEST - 1 :]
        (parent.body if parent else roots).append(node)
        stack.append(node)
    return Outline(preamble, roots, flattened)


def name_outline(outline: Outline) -> None:
    """Give the sections of a tree their titles and paths, once its blocks know their text."""
    _entitle(outline)
    _move_last_words(outline)
    _name_paths(outline)


def _key(marker: Marker) -> tuple[Style, int]:
    if marker.style is Style.PARENTHESIS:
        return marker.style, 1 if marker.label.isdigit() else 2
    return marker.style, marker.depth


# Series that can only stand above others.
_RANK = {Style.PART: 0, Style.CHAPTER: 1, Style.DIVISION: 2, Style.ARTICLE: 3}


def _leave_deeper(stack: list[Node], key: tuple[Style, int]) -> None:
    """A named division closes what is below its rank; "1.1" stands in "1", not in "a)"."""
    style, depth = key
    if style in _RANK:
        rank = _RANK[style]
        while stack and _RANK.get(stack[-1].key[0], 9) > rank:
            stack.pop()
    elif style is Style.DECIMAL and depth > 1:
        above = [i for i, n in enumerate(stack) if n.key[0] is Style.DECIMAL and n.key[1] < depth]
        if above:
            del stack[above[-1] + 1 :]


def _last_of(stack: list[Node], style: Style) -> int | None:
    for node in reversed(stack):
        if node.key[0] is style:
            return ordinal(node.marker)
    return None


def _settled(marker: Marker | None, stack: list[Node]) -> Marker | None:
    """The marker with its series settled, or None where it does not fit any series."""
    if marker is None:
        return None
    if marker.style is Style.ROMAN and len(marker.label) == 1:
        letter = attrs.evolve(marker, style=Style.UPPER)
        before = _last_of(stack, Style.UPPER)
        if before is not None and ordinal(letter) == before + 1:
            return letter
    if marker.style is Style.LOWER_ROMAN and len(marker.label) == 1:
        point = attrs.evolve(marker, style=Style.LETTER)
        before = _last_of(stack, Style.LETTER)
        if before is not None and ordinal(point) == before + 1:
            return point
    if marker.style is Style.DECIMAL and marker.depth == 1:
        value = ordinal(marker) or 0
        before = next(
            (ordinal(n.marker) for n in reversed(stack) if n.key == (Style.DECIMAL, 1)), 0
        )
        if value > (before or 0) + _FURTHEST_JUMP:
            return None
    return marker


_FURTHEST_NEXT = 200
_IN_ROMAN = {"I": "II", "V": "VI", "X": "XI", "i": "ii", "v": "vi", "x": "xi"}


def _goes_on_in_roman(marker: Marker | None, blocks: list[Block], number: int) -> bool:
    """Whether "I" after "H" is the number one all the same, since "II" comes next.

    The numbers below "H" may be Roman ones.
    """
    following = _IN_ROMAN.get(marker.label) if marker is not None else None
    if following is None or marker is None:
        return False
    for block in blocks[number + 1 : number + _FURTHEST_NEXT]:
        later = block.marker
        if later is not None and later.style in {marker.style, Style.UPPER, Style.LETTER}:
            if later.label == following:
                return True
            if later.label.isupper() == marker.label.isupper():
                return False
    return False


def ends_sentence(text: str) -> bool:
    """Whether a text is closed by "." or ";"."""
    return text.rstrip(" ”\"')]»*").endswith((".", ";"))


def _entitle(outline: Outline) -> None:
    """Tell headings from running text that begins with a number."""
    for node in outline.walk():
        block = node.block
        text = block.text.strip()
        followed = bool(node.body)
        sentence = ends_sentence(text)
        if node.key[0] in _NAMED_ONLY:
            node.title = text or None
        elif block.looks_like_heading:
            node.title = None if sentence and not followed else text or None
        elif followed and not sentence and not _leads_on(text):
            node.title = text or None


# A division has a name or nothing: "Chương II. NHIỆM VỤ".
_NAMED_ONLY = frozenset({Style.PART, Style.CHAPTER, Style.DIVISION})
# Running text that leads on to what follows is no heading.
_LEADS_ON = re.compile(
    r"\b(?:như sau|sau đây|dưới đây|sau|gồm|bao gồm|cụ thể|có trách nhiệm|chịu trách nhiệm) ?: ?$"
)
_LONGEST_BEFORE_COLON = 160


def _leads_on(text: str) -> bool:
    return _LEADS_ON.search(text) is not None or (
        text.endswith(":") and len(text) > _LONGEST_BEFORE_COLON
    )


# How the paragraphs begin that close a part and bind more bodies than the last one named.
_LAST_WORDS = re.compile(
    r"Trên đây là|Trong quá trình|Quá trình (?:tổ chức|triển khai|thực hiện)|Yêu cầu (?!về)|"
    r"Đề nghị |Định kỳ |Căn cứ (?:nội dung )?Kế hoạch này|Nhận được|Kế hoạch này |"
    r"Giao |Các (?:cơ quan|đơn vị|sở|phòng|ban|địa phương)"
)


def _move_last_words(outline: Outline) -> None:
    """Closing paragraphs after the last node belong to its part, not to the last body named."""
    if not outline.nodes:
        return
    last = outline.nodes[-1]
    while last.nodes:
        last = last.nodes[-1]
    if last.parent is None:
        return
    body = last.body
    own = 0 if last.title is None else 1
    for i, block in enumerate(body):
        if i < own or not isinstance(block, Block) or block.is_bullet:
            continue
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        ends = i == len(body) - 1 and block.text.rstrip().endswith("./.")
        if ends or _LAST_WORDS.match(block.text):
            last.root.body.extend(body[i:])
            del body[i:]
            return


def _name_paths(outline: Outline) -> None:
    """Give each node its path; the second of a name gets "~2"."""
    seen: Counter[str] = Counter()
    for node in outline.walk():
        path = _path(node)
        seen[path] += 1
        node.path = path if seen[path] == 1 else f"{path}~{seen[path]}"


def _path(node: Node) -> str:
    parent = node.parent
    label = node.label
    if node.key[0] in _RANK and node.key[0] is Style.ARTICLE:
        return label
    while parent is not None and _is_prefix(parent, label):
        parent = parent.parent
    if parent is None:
        return label
    return f"{parent.path}.{label}"


def _is_prefix(parent: Node, label: str) -> bool:
    """Whether a dotted label repeats the parent's ("2.1" below "2")."""
    return parent.key[0] is Style.DECIMAL and label.startswith(f"{parent.label}.")

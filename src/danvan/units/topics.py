"""What a steering committee, a task force or a board is for: its topic."""

from __future__ import annotations

import re

from danvan.units import fields
from danvan.units.heads import Head, head_at
from danvan.units.places import place_at
from danvan.units.propernames import closers, openers

# "Ban Chỉ đạo phòng, chống dịch bệnh tỉnh": a topic may begin with a verb, which else ends it.
_TOPIC_WORD = re.compile(r" ([“\"]?[^\W_][\w/.’'-]*(?:[”\"]|,(?= chống))?)(?<!\.)")
_TOPIC_BEGINS = frozenset(
    (
        "thực hiện", "xây dựng", "triển khai", "phòng chống", "tổ chức", "kiểm tra", "quản lý",
        "tổng kết", "chương trình", "đề án", "phổ biến", "tuyên truyền", "phát triển", "vận động",
    )
)  # fmt: skip
# "Tổ công tác thực hiện Đề án 30": what is done may have a name that else begins something new.
_DOING_SOMETHING = re.compile(
    r" (?:thực hiện|triển khai|xây dựng) (?:Đề án|Chương trình|Kế hoạch|Nghị quyết|Chỉ thị)(?!\w)",
    re.IGNORECASE,
)
# "về chuyển đổi số", but "số 12".
_NUMBER = re.compile(r"[ :]*\d| *:")
_NO_TOPIC = frozenset(("điều hành", "làm việc", "họp định", "họp thường", "họp đột"))
_TOPIC_JOINTS = frozenset(("và", "của", "các", "về", "ở"))
_DANGLING = re.compile(r"(?: (?:và|của|các|về|ở))+$")
_LONGEST_TOPIC = 90


def topic_end(text: str, position: int) -> int:
    """Where the words end that name what a board is for: up to a mark, a verb, a body or a unit.

    "phòng, chống" has a comma of its own.
    """
    reached = position
    while len(text[position:reached]) < _LONGEST_TOPIC:
        word = _TOPIC_WORD.match(text, reached)
        if word is None or (reached > position and _ends_topic(text, reached, word)):
            break
        if reached == position and _is_no_topic(text, reached, word):
            break
        first = reached == position
        reached = word.end()
        if first and (known := fields.known_field(text, position)):
            reached = known
        elif first and (doing := _DOING_SOMETHING.match(text, position)):
            reached = doing.end()
    topic = _DANGLING.sub("", text[position:reached])
    return position + len(topic)


def _pair(text: str, word: re.Match[str]) -> str:
    following = _TOPIC_WORD.match(text, word.end())
    return f"{word[1]} {following[1]}".lower() if following else word[1].lower()


def _is_no_topic(text: str, space: int, word: re.Match[str]) -> bool:
    pair = _pair(text, word)
    if pair in _TOPIC_BEGINS or word[1].isdigit():
        return False
    return (
        pair in openers()
        or pair in _NO_TOPIC
        or (word[1].lower() in closers() and word[1] not in {"các", "về"})
        or place_at(text, space) is not None
        or _begins_body(text, space + 1)
    )


def _ends_topic(text: str, space: int, word: re.Match[str]) -> bool:
    if _pair(text, word) in openers() or place_at(text, space) is not None:
        return True
    if word[1].lower() == "số" and not _NUMBER.match(text, word.end()):
        return False
    if word[1].lower() in closers() and word[1] not in _TOPIC_JOINTS:
        return True
    return _begins_body(text, space + 1)


def _begins_body(text: str, position: int) -> bool:
    """Whether a capital begins another body: "Phòng Nội vụ", but not "Phòng thủ"."""
    read = head_at(text, position) if text[position].isupper() else None
    if read is None:
        return False
    head, end = read
    return not _needs_field(head) or fields.known_field(text, end) is not None


def _needs_field(head: Head) -> bool:
    return "F" in head.tail or "K" in head.tail

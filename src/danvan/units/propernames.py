"""Proper names of places and bodies, which have no end mark: where one ends in a sentence."""

from __future__ import annotations

import re
from functools import cache

from danvan.units.heads import head_at, posts_at
from danvan.units.phrases import any_case, lines

_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and c.isalpha())
#: A capital letter of the Vietnamese alphabet, or of one that borrows from it.
CAPITAL = f"[{re.escape(_CAPITALS)}]"
# A syllable of a name amid a sentence ("Tân", "H’leo") and in a line of capitals.
SYLLABLE = rf"{CAPITAL}(?!{CAPITAL})(?:[’'ʼ]?\w)*"
_SHOUTED = rf"{CAPITAL}(?:[’'ʼ]?{CAPITAL})*(?!\w)"
# Names that are two names, written with a hyphen.
_DOUBLE = "|".join(
    " ?[-–] ?".join(map(any_case, name.split(" - "))) + "(?!\\w)"
    for name in lines("double_names.txt")
)
_NUMBER = r"(?:số )?\d{1,2}(?![\w/]|[.,]\d)"

_NAME = re.compile(rf" (?:{_DOUBLE}|{_NUMBER}|{SYLLABLE}(?: {SYLLABLE}){{0,3}})")
_SHOUTED_NAME = re.compile(rf" (?:{_DOUBLE}|{_NUMBER}|{_SHOUTED}(?: {_SHOUTED}){{0,3}})")
_SYLLABLES = re.compile(r"[^ ]+")
_NEXT_SYLLABLE = re.compile(r" (\w+)")

# With a capital too these begin something new after a name. Others may begin a name ("Từ Sơn").
_ALWAYS_NEW = frozenset(
    (
        "về",
        "là",
        "tại",
        "theo",
        "và",
        "của",
        "các",
        "những",
        "với",
        "cho",
        "được",
        "sẽ",
        "đã",
        "trong",
        "trên",
        "nhằm",
        "để",
        "khi",
    )
)
_BODIES = frozenset(
    (
        "ủy ban",
        "uỷ ban",
        "công an",
        "hội đồng",
        "đảng ủy",
        "đảng uỷ",
        "mặt trận",
        "cộng hòa",
        "cộng hoà",
        "đảng cộng",
        "tòa án",
        "toà án",
    )
)


@cache
def openers() -> frozenset[str]:
    """Pairs of syllables that begin something new ("ban hành")."""
    return frozenset(lines("openers.txt"))


@cache
def terms() -> frozenset[str]:
    """Pairs of small syllables with which a name goes on ("đô thị")."""
    return frozenset(lines("terms.txt"))


@cache
def closers() -> frozenset[str]:
    """Small syllables that belong to no name."""
    return frozenset(lines("closers.txt"))


_PAIR_FOLLOWS = re.compile(r" ([^\W\d_]+ [^\W\d_]+)(?!\w)")


def begins_anew(text: str, position: int) -> bool:
    """Whether small words follow that begin something new: " tuần tra", " bố trí"."""
    pair = _PAIR_FOLLOWS.match(text, position)
    return pair is not None and pair[1] in openers()


def _begins_anew(first: str, second: str) -> bool:
    pair = f"{first} {second}".lower()
    if pair in openers() or pair in _BODIES:
        return True
    return first.lower() == "năm" and second.isdigit()


def name_end(text: str, position: int, *, shouted: bool = False) -> int:
    """Where the proper name ends that follows at a position, a space before it.

    >>> name_end("UBND tỉnh Tân Sơn Ban hành", 9)
    17

    Args:
        text: a reading text.
        position: where the space before the name would be.
        shouted: in a line of capitals, where capitals tell nothing.

    Returns:
        ``position`` itself if there is none.
    """
    found = (_SHOUTED_NAME if shouted else _NAME).match(text, position)
    if found is None:
        return position
    syllables = [
        (s.start(), s.end(), s.group()) for s in _SYLLABLES.finditer(text, position, found.end())
    ]
    following = _NEXT_SYLLABLE.match(text, found.end())
    words = [s for _, _, s in syllables]
    after = [*words[1:], following[1] if following else ""]
    end = position
    for i, (begin, stop, word) in enumerate(syllables):
        if shouted and _names_something_else(text, begin):
            break
        if i == 0 and word.lower() in _ALWAYS_NEW:
            break
        if _begins_anew(word, after[i]) or (i and word.lower() in _ALWAYS_NEW):
            break
        end = stop
    return end


def _names_something_else(text: str, begin: int) -> bool:
    """Whether a post or a body begins amid a line of capitals: "THỊ XÃ SỞ NỘI VỤ"."""
    from danvan.units.fields import known_field  # noqa: PLC0415 - fields are told by names

    head = head_at(text, begin)
    if head is not None and (" " in head[0].words or known_field(text, head[1])):
        return True
    return posts_at(text, begin) is not None


def title_case(name: str) -> str:
    """A name in capitals as it stands amid a sentence.

    >>> title_case("BÀ RỊA - VŨNG TÀU")
    'Bà Rịa - Vũng Tàu'
    """
    return " ".join(part.capitalize() for part in name.split(" "))

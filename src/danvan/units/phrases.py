"""Lists of phrases as one pattern: in any case, with either placement of the tone."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

_Trie: TypeAlias = "dict[str, _Trie]"

# Where tone placement differs, at the end of a syllable: "hóa" or "hoá", "ủy" or "uỷ".
_OLD_TONE = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?!\w)")
_NEW_TONE = dict(
    zip(
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        strict=True,
    )
)
# In the names of departments "-", "," and "và" are written for each other.
_JOINT = r"(?: ?[-–&] ?|, ?| [Vv][Àà] )"
_JOINTS = re.compile(r" - |, | và ")
_END = ""


def lines(name: str) -> list[str]:
    """The lines of a data file of this room, without comments."""
    text = files("danvan.units").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def rows(name: str) -> list[list[str]]:
    """The rows of a data file with tabs; "-" is an empty field."""
    return [[cell if cell != "-" else "" for cell in line.split("\t")] for line in lines(name)]


def _letter(char: str) -> str:
    if char.isalpha():
        return f"[{char.upper()}{char.lower()}]"
    return r"[-–]" if char == "-" else re.escape(char)


def any_case(phrase: str) -> str:
    """A pattern for one phrase in any case."""
    return "".join(_tokens(phrase, joints=False))


def _tokens(phrase: str, *, joints: bool) -> list[str]:
    text = phrase.casefold()
    tokens: list[str] = []
    position = 0
    while position < len(text):
        if joints and (joint := _JOINTS.match(text, position)):
            tokens.append(_JOINT)
            position = joint.end()
        elif tone := _OLD_TONE.match(text, position):
            old, new = tone.group(), _NEW_TONE[tone.group()]
            either = ("".join(map(_letter, form)) for form in (old, new))
            tokens.append(f"(?:{'|'.join(either)})")
            position = tone.end()
        else:
            tokens.append(_letter(text[position]))
            position += 1
    return tokens


def _plant(phrases: Iterable[str], *, joints: bool) -> _Trie:
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for token in _tokens(phrase, joints=joints):
            node = node.setdefault(token, {})
        node[_END] = {}
    return root


def _pattern(node: _Trie) -> str:
    branches = [token + _pattern(below) for token, below in node.items() if token != _END]
    if not branches:
        return ""
    joined = "|".join(branches)
    if _END in node:
        return f"(?:{joined})?"
    return joined if len(branches) == 1 else f"(?:{joined})"


def longest_of(phrases: Iterable[str], *, joints: bool = False) -> str:
    """A pattern for the longest of the phrases that stands at a place, up to the end of a word.

    Args:
        phrases: in any case, tones in the old placement.
        joints: whether " - ", ", " and " và " stand for each other.
    """
    return _pattern(_plant(phrases, joints=joints)) + r"(?!\w)"


def searching(capital: Iterable[str], small: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds phrases in a text fast, wherever a word begins with one.

    Args:
        capital: phrases that begin with a capital letter there.
        small: phrases that begin with a small one.
    """
    initials: dict[str, list[str]] = {}
    for upper, phrases in ((False, small), (True, capital)):
        for token, below in _plant(phrases, joints=False).items():
            for letters, rest in _split(token):
                first = letters[0] if upper else letters[1]
                initials.setdefault(first, []).append(rest + _pattern(below))
    ways = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in initials.items())
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


def _split(token: str) -> list[tuple[str, str]]:
    """The ways in which a token begins: its first letter, capital and small, and the rest."""
    letters = re.findall(r"\[(\w\w)\]", token)
    if len(letters) == 1:
        return [(letters[0], "")]
    pairs = zip(letters[::2], letters[1::2], strict=True)
    return [(first, f"[{second}]") for first, second in pairs]

"""What stands after "Sở", "Phòng", "Trung tâm": a field of work, known or told by its capitals."""

from __future__ import annotations

import re
from functools import cache

from danvan.text import folded
from danvan.units.heads import head_at
from danvan.units.phrases import lines, longest_of
from danvan.units.places import place_at
from danvan.units.propernames import CAPITAL, SYLLABLE, closers, openers, terms

_SHORT = re.compile(rf" ({CAPITAL}{{1,7}}(?:[&,.–-]{{1,2}}{CAPITAL}{{1,7}}){{0,3}})(?![\w/])")
_SPACED_SHORT = re.compile(rf" ({CAPITAL}{{1,7}}(?: [&-] {CAPITAL}{{1,7}}){{1,2}})(?![\w/])")
_WORD = re.compile(rf"({SYLLABLE}|{CAPITAL}{{2,}}(?:&{CAPITAL}+)*(?![\w/-]))|([^\W\d_]+)")
_CODE = re.compile(r" [A-Z]{2,3}\d{2}(?!\w)")
_PAIR = re.compile(r" ([^\W\d_]+ [^\W\d_]+)(?!\w)")
_JOINT = re.compile(rf"(?: và | ?[-–] ?| & )(?={CAPITAL})")
_INITIAL = re.compile(r"(?<!\w)\w")
# After "và" these are no second half of a name.
_NO_FIELD = frozenset(("nhân dân", "đảng", "nhà nước", "các"))
# A capital syllable after which another word of the name may come: "Khu Công nghệ".
_BEFORE_A_NAME = frozenset(("khu", "cụm", "vườn", "quỹ", "nhà"))
_LONGEST = 8
# "Phòng Kế hoạch tổng hợp": the last words are a verb, unless the name is plainly over.
_DOES_SOMETHING = re.compile(r" tổng hợp$")
_NAME_IS_OVER = re.compile(
    r"$|[.:;\n\ufdd0]|,? (?:và |, )?(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|"
    r"giám sát|theo dõi|đôn đốc|hướng dẫn|rà soát|xây dựng|tổ chức|là|đầu mối|của|[A-ZĐ(])"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(" " + longest_of(lines("fields.txt"), joints=True))


@cache
def _by_initials() -> dict[str, str]:
    table: dict[str, str] = {}
    for field in lines("fields.txt"):
        plain = field.replace(" và ", " ").replace("-", " ")
        table.setdefault("".join(_INITIAL.findall(plain)).upper(), field)
    return table


@cache
def _by_key() -> dict[str, str]:
    return {_key(field): field for field in reversed(lines("fields.txt"))}


def _key(field: str) -> str:
    return " ".join(re.sub(r" và |[-–,&]", " ", folded(field)).split())


def canonical(printed: str) -> str:
    """A known field in the case and with the joints in which it is known; else as printed."""
    return _by_key().get(_key(printed), printed)


def written_out(initials: str) -> str | None:
    """The field that initials stand for.

    >>> written_out("LĐ-TB&XH")
    'Lao động - Thương binh và Xã hội'
    """
    return _by_initials().get("".join(c for c in initials if c.isalpha()))


def known_field(text: str, position: int) -> int | None:
    """Where the known field ends that follows at a position, a space before it."""
    found = _pattern().match(text, position)
    if found is None:
        return None
    verb = _DOES_SOMETHING.search(found.group())
    if verb and not (_NAME_IS_OVER.match(text, found.end()) or place_at(text, found.end())):
        shorter = _pattern().fullmatch(text, position, found.start() + verb.start())
        return shorter.end() if shorter else found.end()
    return found.end()


def code_end(text: str, position: int) -> int | None:
    """Where the code of an office of the police ends: "PV05"."""
    found = _CODE.match(text, position)
    return found.end() if found else None


def short_field(text: str, position: int) -> tuple[int, str] | None:
    """Where the initials of a known field end that follow at a position, and the field."""
    for pattern in (_SPACED_SHORT, _SHORT):
        found = pattern.match(text, position)
        if found and (field := written_out(found[1])):
            return found.end(), field
    return None


def extended(text: str, end: int) -> int:
    """Where a field ends that goes on after "và" or "-" with a capital, and was known so far."""
    joint = _JOINT.match(text, end)
    if joint is None or head_at(text, joint.end()):
        return end
    further = capitals_end(text, joint.end())
    return further if further > joint.end() else end


def capitals_end(text: str, begin: int) -> int:
    """Where the name ends that begins at a position and is told by its capitals.

    A capital syllable may be followed by one small syllable of the same word ("Dịch vụ"), which is
    not the beginning of something new ("chủ trì"), and the name may go on after "và" and "-".

    >>> text = "Trung tâm Ươm tạo và Chuyển giao chủ trì"
    >>> text[10 : capitals_end(text, 10)]
    'Ươm tạo và Chuyển giao'

    Returns:
        ``begin`` itself if there is none.
    """
    start = end = begin
    after_capital = False
    for _ in range(_LONGEST):
        word = _WORD.match(text, begin)
        if word is None or not word[1] or (begin > start and head_at(text, begin)):
            break
        following = _following(text, word)
        opens = not text.endswith(" và ", 0, begin) and _opens(word[1], following)
        if opens or _is_no_field(word[1], following):
            break
        end = word.end()
        if following and following[2] and not after_capital and _continues(text, following):
            end = following.end()
        if not after_capital:
            end = _terms_end(text, word.end()) or _terms_end(text, end) or end
        is_syllable = end == word.end() and not word[1].isupper()
        after_capital = is_syllable and word[1].lower() not in _BEFORE_A_NAME
        joint = _JOINT.match(text, end)
        after_capital = after_capital and joint is None
        begin = joint.end() if joint else end + 1
        if not joint and text[end:begin] != " ":
            break
    return end


def _terms_end(text: str, end: int) -> int | None:
    """Where words in small letters end that go on with a name: "quốc tế", "đô thị"."""
    reached = None
    while (pair := _PAIR.match(text, end)) and pair[1] in terms():
        reached = end = pair.end()
    return reached


def goes_on(text: str, end: int) -> bool:
    """Whether a small syllable follows that belongs to the capital one before it."""
    small = _WORD.match(text, end + 1) if text.startswith(" ", end) else None
    return small is not None and small[2] is not None and _continues(text, small)


def _following(text: str, word: re.Match[str]) -> re.Match[str] | None:
    space = text[word.end() : word.end() + 1] == " "
    return _WORD.match(text, word.end() + 1) if space else None


def _is_no_field(word: str, following: re.Match[str] | None) -> bool:
    second = (following[1] or following[2]) if following else ""
    return word.lower() in _NO_FIELD or f"{word} {second}".lower() in _NO_FIELD


def _opens(word: str, following: re.Match[str] | None) -> bool:
    second = (following[1] or following[2]) if following else ""
    return f"{word} {second}".lower() in openers()


def _continues(text: str, small: re.Match[str]) -> bool:
    """Whether a small syllable belongs to the capital one before it."""
    return small[2].lower() not in closers() and not _opens(small[2], _following(text, small))

"""Subjects: bodies that stand where a body must stand, whatever they are called (chủ thể).

In "Tổ chức thực hiện" a paragraph begins with who does the work, and a heading names them. What the
grammar of bodies does not know, or knows in part, is taken as printed up to the words with which
the work begins: "Nhân viên thư viện | sắp xếp lại kho sách".
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import attrs

from danvan.plan.headed import headed_bodies
from danvan.units import Agency

if TYPE_CHECKING:
    from danvan.plan.bodies import Bodies

_REACH = 160
# "A - cơ quan thường trực Ban Chỉ đạo", "A là cơ quan đầu mối", "A (Cơ quan thường trực)".
_APPOSITION = re.compile(
    r" ?(?:[-–,(]|là) ?(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận) (?:[Tt]hường trực|[Đđ]ầu mối|[Cc]hủ trì|"
    r"[Tt]ham mưu|[Gg]iúp việc)"
)
_BRACKET = re.compile(r" ?\([^()]{1,80}\)$")
_JOINT = re.compile(r"(?:[,;] (?:và |cùng )?| và | cùng )(?=\S)")
# With these in front, a few small letters more belong to the name: "Hợp tác xã Môi trường xanh".
_SURE = re.compile(
    r",? (?:có trách nhiệm|chịu trách nhiệm|chủ trì|làm đầu mối|là cơ quan|căn cứ)\b"
)
_MORE_OF_NAME = re.compile(r"(?: [^\W\d_]+){1,4}$")
_ROLE = re.compile(r" (?:phụ trách|trực thuộc|thuộc) [^,;:.]{2,60}$")
#: Behind the bodies comes what they do: a verb in small letters, or a colon; no promise ("sẽ").
WORK_FOLLOWS = re.compile(r"(?! sẽ )(?: ?:| ?,? ?(?:\([^)]{0,80}\) ?,? ?)?[a-zà-ỹđ])")
_PERSON = re.compile(r"(?:[Đđ]ồng chí|[Đđ]/c|[ÔôBb](?:ng|à)) ")
_NEXT_PERSON = re.compile(r"[,;] (?:và )?(?=(?:đồng chí|các đồng chí|đ/c) )| và (?=đồng chí |đ/c )")
# After one of these alone, a verb is a part of the name: "Tổ kiểm tra", "Ban tổ chức".
_NOUN_ALONE = re.compile(
    r"(?:[Cc]ác |[Mm]ỗi )?(?:ban|bộ phận|cán bộ|công chức|cơ quan|đoàn|đội|đơn vị|hội đồng|"
    r"người|nhân viên|nhóm|phòng|tiểu ban|tổ|trung tâm|viên chức|lực lượng)",
    re.IGNORECASE,
)


@cache
def _predicates() -> re.Pattern[str]:
    text = files("danvan.plan").joinpath("data", "predicates.txt").read_text(encoding="utf-8")
    rests: dict[str, list[str]] = {}
    for words in sorted(line for line in text.splitlines() if not line.startswith("#")):
        rests.setdefault(words[0], []).append(re.escape(words[1:]))
    ways = "|".join(f"{first}(?:{'|'.join(reversed(more))})" for first, more in rests.items())
    return re.compile(rf",? (?:{ways})(?!\w)")


def predicate_start(text: str, begin: int, end: int) -> int | None:
    """Where what is to be done begins: before a verb of work, or at a colon; None if nowhere."""
    limit = min(end, begin + _REACH)
    stop = text.find(". ", begin, limit)
    limit = stop if stop >= 0 else limit
    colon = text.find(":", begin, limit)
    for match in _predicates().finditer(text, begin, colon if colon >= 0 else limit):
        if not _NOUN_ALONE.fullmatch(text, begin, match.start()):
            return match.start()
    return colon if colon >= 0 else None


@attrs.frozen
class Named:
    """The bodies of a stretch, and whether they are all that it says."""

    bodies: list[Agency]
    whole: bool


def named_in(bodies: Bodies, begin: int, stop: int) -> Named:
    """The bodies of a stretch that should name bodies and nothing else."""
    text = bodies.text
    apposed = _APPOSITION.search(text, begin, stop)
    stop = apposed.start() if apposed else stop
    while stop > begin and text[stop - 1] in " .:;*":
        stop -= 1
    bracket = _BRACKET.search(text, begin, stop)
    stop = bracket.start() if bracket else stop
    listed, end = bodies.listed(begin)
    if listed and end >= stop:
        return Named(listed, whole=True)
    if listed:
        joint = _JOINT.match(text, end, stop)
        more = named_in(bodies, joint.end(), stop) if joint else None
        if more is not None and more.whole:
            return Named([*listed, *more.bodies], whole=True)
    taken = headed_bodies(text[begin:stop])
    if taken:
        return Named(taken, whole=True)
    return Named(listed, whole=False)


def work_start(text: str, begin: int, end: int) -> int | None:
    """Where a heading goes on with words that only lead to the work: "A có trách nhiệm:"."""
    match = _SURE.search(text, begin, min(end, begin + _REACH))
    return match.start() if match else None


def subject_bodies(bodies: Bodies, begin: int, end: int, *, charged: bool) -> list[Agency]:
    """The bodies with which a paragraph begins, where what they are to do follows.

    Where words before them say that they are ``charged`` the bodies known need no verb behind them.
    """
    text = bodies.text
    listed, known = bodies.listed(begin)
    stop = predicate_start(text, begin, end)
    if stop is not None and _PERSON.match(text, begin):
        return _persons(_bare(text[begin:stop])) or listed
    if listed and stop is not None and known > stop and text[stop] == ":":
        return headed_bodies(_bare(text[begin:stop])) or listed
    if listed and stop is not None and known >= stop:
        return listed
    if (
        listed
        and (charged or WORK_FOLLOWS.match(text, known, end))
        and not _JOINT.match(text, known)
    ):
        certain = listed
    else:
        certain = []
    if stop is None:
        return certain
    if not listed:
        return headed_bodies(_bare(text[begin:stop]))
    rest = text[known:stop]
    if joint := _JOINT.match(rest):
        if listed[-1].collective and rest[joint.end()].islower():
            return headed_bodies(_bare(text[begin:stop])) or listed
        more = headed_bodies(_bare(rest[joint.end() :]))
        return [*listed, *more] if more else listed if charged else []
    rest = _bare(rest)
    if not rest:
        return listed
    if _ROLE.fullmatch(rest) or (_MORE_OF_NAME.fullmatch(rest) and _SURE.match(text, stop)):
        return headed_bodies(_bare(text[begin:stop])) or listed
    return certain


def _persons(names: str) -> list[Agency]:
    """Persons with their posts: "đồng chí Phó Chủ tịch, Trưởng Ban Chỉ đạo" is one."""
    return [Agency(name.strip()) for name in _NEXT_PERSON.split(names) if name.strip()]


def _bare(name: str) -> str:
    """A name without an apposition, a bracket or a mark behind it."""
    apposed = _APPOSITION.search(name)
    name = name[: apposed.start()] if apposed else name
    return _BRACKET.sub("", name.rstrip(" ,.:;*"))

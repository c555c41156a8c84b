"""The grammar of bodies' names, as far as it takes to know where an issuer's name ends.

A name is a chain of elements: phrases ("Ban Thường vụ", "Tỉnh ủy"), heads with their field
("Sở" + "Nội vụ"), areas ("tỉnh", "huyện" + name), proper names, and at the end the term
("khóa XI"). ``data/bodies.csv`` has the words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danvan.instruments.phrases import first_words, phrase_pattern
from danvan.instruments.tables import data_rows

_MOST_ELEMENTS = 12
_LONGEST_PROPER_NAME = 5
_LONGEST_UNKNOWN_FIELD = 3

# Between two elements: a space, a line break, or the dash of "Bà Rịa - Vũng Tàu".
_GAP = re.compile(r"[ \n]|(?<=[Pp])\.[ \n]?|(?<=TX)\.[ \n]?|(?<=TT)\.[ \n]?")
_DASH = re.compile(r"[ \n]?[–-][ \n]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBERED = re.compile(r"[0-9]{1,2}(?![\w/.-])")
# "lần thứ bảy", "lần thứ XIII", "Trung ương 7"
_SESSION = re.compile(
    r"lần[ \n]thứ[ \n](?:[IVX]+|[0-9]{1,2}"
    r"|[^\W\d_]+(?:[ \n](?:một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))?)(?!\w)",
    re.IGNORECASE,
)
# Examples: "khóa XI", "(khóa XI)", "khóa XII, nhiệm kỳ 2020 - 2025".
_TERM = re.compile(
    r"""[ \n]? (?P<open>\()? [ \n]?
    (?: (?:khóa|khoá)[ \n](?:thứ[ \n])? (?:[IVXL]{1,7}|[0-9]{1,2}) (?!\w) )
    (?: ,?[ \n]?nhiệm[ \n]kỳ[ \n][0-9]{4}[ \n]?[–-][ \n]?[0-9]{4} )?
    (?(open)[ \n]?\))""",
    re.IGNORECASE | re.VERBOSE,
)


class _Grammar(NamedTuple):
    body: re.Pattern[str]
    part: re.Pattern[str]
    named: re.Pattern[str]
    head: re.Pattern[str]
    field: re.Pattern[str]
    area: re.Pattern[str]
    stop: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    phrases: dict[str, list[str]] = {}
    for row in data_rows("bodies.csv"):
        phrases.setdefault(row["role"], []).append(row["phrase"])
    return _Grammar(
        **{
            role: re.compile(phrase_pattern(phrases[role]), re.IGNORECASE)
            for role in _Grammar._fields
        }
    )


@cache
def _roles_of_first_words() -> dict[str, frozenset[str]]:
    """With which word phrases of which roles begin; what begins with no other is not looked for."""
    found: dict[str, set[str]] = {}
    for row in data_rows("bodies.csv"):
        for first in first_words(row["phrase"]):
            found.setdefault(first, set()).add(row["role"])
    return {word: frozenset(roles) for word, roles in found.items()}


_NO_ROLES: frozenset[str] = frozenset()


def is_stop(text: str, pos: int) -> bool:
    """Whether a word or phrase stands at ``pos`` with which a name is over."""
    return _grammar().stop.match(text, pos) is not None


def _capitalised(word: re.Match[str]) -> bool:
    return word.group()[0].isupper()


def _proper_name(text: str, pos: int) -> int:
    """The end of the capitalised words at ``pos``, ``pos`` if there are none."""
    end = at = pos
    for _ in range(_LONGEST_PROPER_NAME):
        word = _WORD.match(text, at)
        if word is None or not _capitalised(word) or is_stop(text, at):
            break
        end = word.end()
        gap = _DASH.match(text, end) or _GAP.match(text, end)
        if gap is None:
            break
        at = gap.end()
    return end


def _unknown_field(text: str, pos: int) -> int | None:
    """The end of a field that is not in the data; it begins with a capital. None if none does."""
    first = _WORD.match(text, pos)
    if first is None or not _capitalised(first) or is_stop(text, pos):
        return None
    end = first.end()
    for _ in range(_LONGEST_UNKNOWN_FIELD):
        gap = _GAP.match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        if gap is None or word is None or _ends_field(text, gap.end()):
            break
        end = word.end()
    return end


def _ends_field(text: str, pos: int) -> bool:
    grammar = _grammar()
    return any(p.match(text, pos) for p in (grammar.stop, grammar.area, grammar.named))


def read_body(text: str, pos: int) -> int | None:
    """The end of the name of the body that begins at ``pos``; None if none begins there.

    Elements are taken as long as they come, so that the words after the name, whatever they are,
    end it.
    """
    grammar = _grammar()
    last: _Element | None = None
    at = pos
    for _ in range(_MOST_ELEMENTS):
        element = _element(grammar, text, at, may_be_named=last is not None and last.may_be_named)
        if element is None or (last and _is_new_body(text, at, last)):
            break
        last = element
        gap = _GAP.match(text, last.end)
        outer = _outer_area(grammar, text, last.end) if gap is None else None
        if gap is None and outer is None:
            break
        at = outer if outer is not None else gap.end() if gap else last.end
    if last is None:
        return None
    term = _TERM.match(text, last.end)
    return term.end() if term else last.end


class _Element(NamedTuple):
    """The end of a part of a name, and what may follow it."""

    end: int
    may_be_named: bool = False
    needs_more: bool = False


def _is_new_body(text: str, at: int, last: _Element) -> bool:
    """Whether a body that begins a line is another one than that of the line before."""
    return text[at - 1] == "\n" and not last.needs_more and _opens_body(text, at)


def _outer_area(grammar: _Grammar, text: str, pos: int) -> int | None:
    """Where the greater unit begins in "xã A, huyện B", or None."""
    if text[pos : pos + 2] not in {", ", ",\n"}:
        return None
    area = grammar.area.match(text, pos + 2)
    if area is None or not area.group()[0].islower():
        return None
    gap = _GAP.match(text, area.end())
    return pos + 2 if gap and _proper_name(text, gap.end()) > gap.end() else None


_FIRST_WORD = re.compile(r"[^\W\d_]+")
# Which phrases are elements, and what may follow each: a proper name, or more of the name.
_ELEMENTS = (
    ("body", False, False),
    ("part", False, True),
    ("named", True, False),
    ("area", True, False),
)


def _element(grammar: _Grammar, text: str, pos: int, *, may_be_named: bool) -> _Element | None:
    """The longest element at ``pos``; a field that is not in the data only if there is no other."""
    word = _FIRST_WORD.match(text, pos)
    first = word.group().casefold() if word else ""
    roles = _roles_of_first_words().get(first, _NO_ROLES)
    candidates = [
        _Element(match.end(), named, needs_more)
        for role, named, needs_more in _ELEMENTS
        if role in roles and (match := getattr(grammar, role).match(text, pos))
    ]
    session = _SESSION.match(text, pos) if first == "lần" else None
    if session:
        candidates.append(_Element(session.end(), may_be_named=False, needs_more=True))
    head = grammar.head.match(text, pos) if "head" in roles else None
    gap = _GAP.match(text, head.end()) if head else None
    field = grammar.field.match(text, gap.end()) if gap else None
    if field:
        candidates.append(_Element(field.end(), may_be_named=True))
    if candidates:
        return max(candidates)
    unknown = _unknown_field(text, gap.end()) if gap else None
    if unknown is not None:
        return _Element(unknown, may_be_named=True)
    if may_be_named:
        number = _NUMBERED.match(text, pos)
        end = number.end() if number else _proper_name(text, pos)
        if end > pos:
            return _Element(end)
    return None


class Issuer(NamedTuple):
    """Where the name of an issuer stands, or the names of several."""

    start: int
    end: int


_AND = re.compile(r"[ \n](?:và|với|cùng)[ \n]")
_COMMA = re.compile(r",[ \n]")


# Names that most citations have. What `read_body` makes of them is the same, at some cost.
_PLAIN = re.compile(
    r"(?:(?:Thủ tướng )?Chính phủ|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương Đảng|Quốc hội"
    r"|(?:Ủy ban nhân dân|UBND) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))(?=[ ;)])"
)
_JOINS = frozenset({"và", "với", "cùng", "khóa", "khoá", "nhiệm"})
_STOP_ONLY = frozenset({"stop"})


def _plain_end(text: str, pos: int) -> int | None:
    """The end of a plain name after which a mark stands, or a word that goes on with no name."""
    name = _PLAIN.match(text, pos)
    if name is None or text[name.end()] != " ":
        return name.end() if name else None
    word = _FIRST_WORD.match(text, name.end() + 1)
    following = word.group() if word else ""
    is_over = following not in _JOINS and _roles_of_first_words().get(following) == _STOP_ONLY
    return name.end() if is_over else None


def read_issuer(text: str, pos: int, *, joint: bool = False) -> Issuer | None:
    """The issuer whose name begins at ``pos``: one body, or several joined by "và".

    Args:
        text: a reading text.
        pos: where the name begins, after "của" or "giữa".
        joint: whether several bodies are expected, so that a comma joins them too.
    """
    plain = _plain_end(text, pos)
    if plain is not None:
        return Issuer(pos, plain)
    end = read_body(text, pos)
    while end is not None:
        link = _AND.match(text, end) or (_COMMA.match(text, end) if joint else None)
        following = read_body(text, link.end()) if link and _opens_body(text, link.end()) else None
        if following is None:
            return Issuer(pos, end)
        end = following
    return None


def _opens_body(text: str, pos: int) -> bool:
    """Whether a body that can stand alone opens at ``pos``, and no mere class of bodies."""
    grammar = _grammar()
    return text[pos : pos + 1].isupper() and any(
        p.match(text, pos) for p in (grammar.named, grammar.head, grammar.body, grammar.part)
    )

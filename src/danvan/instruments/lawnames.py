"""Names of laws, codes, ordinances and of the Constitution.

Where a name ends is not marked. Known names (``data/laws.csv``) are taken as long as they are; an
unknown one ends at a mark, at a word of ``data/bodies.csv`` that ends names, or at one of the words
below. "Luật sửa đổi, bổ sung một số điều của Luật ..." is one name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from danvan.instruments.bodies import is_stop
from danvan.instruments.tables import data_rows
from danvan.text import old_tones

_LONGEST_KNOWN = 28
_LONGEST_UNKNOWN = 10
_MOST_AMENDED = 6
_MOST_LISTED = 40

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"[ \n]")
_GAP = re.compile(r"[ \n]|,[ \n]|[ \n]?[–-][ \n]?|/|[ \n]\(")
# These are no names: "Luật này", "Luật sư", "Luật gia"; a lawyer's name follows "Luật sư".
_NO_NAME = re.compile(
    r"(?:này|trên|luật|sư|gia|định|pháp|lệ|mới|cũ|hiện|liên|nói|đó)(?!\w)", re.IGNORECASE
)
_ENDS_UNKNOWN = re.compile(
    r"(?:hoặc|nếu|khi|như|bằng|sau|trước|ngoài|phải|cần|không|sẽ|thì|mà|bởi|gồm|gắn|đồng|cùng|hiện|"
    r"nhất|đặc|cũng|vào|lên|xuống|ra|qua|hay|nên|vẫn|còn|bao|liên|góp|giúp|của|trên)(?!\w)",
    re.IGNORECASE,
)
# Examples: "năm 2013", "2013", "(năm 2013)".
_YEAR = re.compile(
    r"[ \n](?:(?P<open>\()?năm[ \n](?:19|20)[0-9]{2}(?!\d)(?(open)\))"
    r"|(?:19|20)[0-9]{2}(?![\w/.-]))",
    re.IGNORECASE,
)
_AMENDING = re.compile(
    r"(?:sửa[ \n]đổi,?[ \n](?:và[ \n])?bổ[ \n]sung|sửa[ \n]đổi|bổ[ \n]sung)[ \n]"
    r"(?:(?:một[ \n]số|các)[ \n](?:điều|điểm|khoản|nội[ \n]dung)|[^\W\d_]+[ \n][0-9]{1,3}[a-z]?)"
    r"(?:[ \n](?:và[ \n][^\W\d_]+(?:[ \n][^\W\d_]+){0,2}[ \n])?của)?[ \n](?:các[ \n])?",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:Bộ[ \n])?luật[ \n]|Pháp[ \n]lệnh[ \n]", re.IGNORECASE)
_AND_LAW = re.compile(r"(?:,|[ \n]và)[ \n](?=(?:Bộ[ \n])?[Ll]uật[ \n])")
_AND = re.compile(r"[,;][ \n](?:và[ \n])?|[ \n]và[ \n]")
_NEXT = re.compile(rf"(?:{_AND.pattern})(?=[A-ZĐÀ-Ỹ])")
_STATE = re.compile(
    r"[ \n]nước[ \n]Cộng[ \n](?:hòa|hoà)(?:[ \n]xã[ \n]hội[ \n]chủ[ \n]nghĩa)?[ \n]Việt[ \n]Nam",
    re.IGNORECASE,
)


class AmendedLaw(NamedTuple):
    """A law that is named in the name of the law which amends it: where, and its kind."""

    start: int
    end: int
    kind_text: str


class LawName(NamedTuple):
    """Where the name of a law ends, with its year and without; the laws that it amends."""

    end: int
    bare_end: int
    amended: tuple[AmendedLaw, ...] = ()


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return old_tones(word.casefold())


class _Words:
    """Which words may follow in known names, and whether a name may end here."""

    __slots__ = ("following", "is_end")

    def __init__(self) -> None:
        self.following: dict[str, _Words] = {}
        self.is_end = False


@cache
def _known() -> dict[str, _Words]:
    """The known names of each kind, word by word."""
    kinds: dict[str, _Words] = {}
    for row in data_rows("laws.csv"):
        words = kinds.setdefault(row["kind"], _Words())
        for word in _WORD.findall(row["name"]):
            words = words.following.setdefault(_plain(word), _Words())
        words.is_end = True
    return kinds


def _known_name(text: str, pos: int, kind: str) -> int | None:
    """The end of the longest known name at ``pos``."""
    ends = _known_names(text, pos, kind)
    return ends[-1] if ends else None


def _known_names(text: str, pos: int, kind: str) -> list[int]:
    """The ends of the known names at ``pos``, the shortest first."""
    words = _known().get(kind)
    ends: list[int] = []
    at = pos
    for _ in range(_LONGEST_KNOWN):
        word = _WORD.match(text, at)
        words = words.following.get(_plain(word.group())) if words and word else None
        if word is None or words is None:
            break
        if words.is_end:
            ends.append(word.end())
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return ends


def _unknown_name(text: str, pos: int) -> int | None:
    """The end of a name that is not in the list: words up to the first that cannot be in one."""
    end: int | None = None
    at = pos
    for count in range(_LONGEST_UNKNOWN):
        word = _WORD.match(text, at)
        if word is None or word.group().isdigit() or (count and is_stop(text, at)):
            break
        if _ENDS_UNKNOWN.match(text, at) or (not count and not word.group()[0].isupper()):
            break
        end = word.end()
        space = _SPACE.match(text, end)
        if space is None or (
            space.group() == "\n" and text[space.end() : space.end() + 1].isupper()
        ):
            break
        at = space.end()
    return end


def read_law_name(text: str, pos: int, kind: str) -> LawName | None:
    """The name of the law that begins at ``pos``, right after the word for its kind; None if none.

    Args:
        text: a reading text.
        pos: where the name begins.
        kind: "Luật", "Bộ luật" or "Pháp lệnh".
    """
    amended = _amended_laws(text, pos)
    if amended:
        return _with_year(text, amended[-1].end)._replace(amended=amended)
    bare = _simple_name(text, pos, kind)
    return None if bare is None else _with_year(text, bare)


def read_listed_laws(text: str, pos: int, kind: str) -> list[tuple[int, int]]:
    """Where the names of a list lie: "các Luật: Khiếu nại, Tố cáo và Tiếp công dân".

    Names of the data file, which may hold commas themselves, and others that begin with a capital,
    up to a comma. What goes on with a capital after a known name is the next one.
    """
    names: list[tuple[int, int]] = []
    at = pos
    while len(names) < _MOST_LISTED:
        if _LAW.match(text, at):
            break
        known = _known_names(text, at, kind)
        end = next((end for end in known if _NEXT.match(text, end)), known[-1] if known else None)
        end = end or _unknown_name(text, at)
        if end is None:
            break
        names.append((at, end))
        link = _AND.match(text, end)
        if link is None:
            break
        at = link.end()
    return names


def is_known_law(text: str, pos: int, kind: str) -> bool:
    """Whether a known name of that kind begins at ``pos``."""
    return _known_name(text, pos, kind) is not None


def _simple_name(text: str, pos: int, kind: str) -> int | None:
    known = _known_name(text, pos, kind)
    if known is not None:
        return known
    if _NO_NAME.match(text, pos) or _goes_on(text, pos):
        return None
    return _unknown_name(text, pos)


def _goes_on(text: str, pos: int) -> bool:
    """Whether what stands at ``pos`` is no name because it goes on with a small letter."""
    return is_stop(text, pos) and text[pos : pos + 1].islower()


def _amended_laws(text: str, pos: int) -> tuple[AmendedLaw, ...]:
    """The laws of "sửa đổi, bổ sung một số điều của Luật A và Luật B"."""
    opening = _AMENDING.match(text, pos)
    if opening is None:
        return ()
    laws: list[AmendedLaw] = []
    at = opening.end()
    for _ in range(_MOST_AMENDED):
        law = _LAW.match(text, at)
        if law is None:
            break
        kind = " ".join(law.group().split()).capitalize()
        name = _simple_name(text, law.end(), kind)
        if name is None:
            break
        laws.append(AmendedLaw(at, name, " ".join(law.group().split())))
        year = _YEAR.match(text, name)
        link = _AND_LAW.match(text, year.end() if year else name)
        if link is None:
            break
        at = link.end()
    return tuple(laws)


def _with_year(text: str, bare: int) -> LawName:
    year = _YEAR.match(text, bare)
    return LawName(year.end() if year else bare, bare)


def read_constitution(text: str, pos: int) -> LawName:
    """The rest of the name of the Constitution, after the word "Hiến pháp" that ends at ``pos``."""
    state = _STATE.match(text, pos)
    return _with_year(text, state.end() if state else pos)

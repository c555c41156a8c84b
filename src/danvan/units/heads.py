"""How names of bodies begin: the table of heads, and the posts that stand before them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TypeAlias

import attrs

from danvan.text import folded
from danvan.units.agency import AgencyKind, System
from danvan.units.phrases import longest_of, rows
from danvan.units.unit import Level

#: Pieces of a text and what is written in their stead: start, end, words.
Edits: TypeAlias = list[tuple[int, int, str]]


@attrs.frozen(kw_only=True)
class Head:
    """The first words of a name, what they name, and what may follow (see ``data/bodies.tsv``)."""

    words: str
    case: str
    kind: AgencyKind | None
    system: System | None
    system_of_owner: bool
    level: Level | None
    tail: str
    written: str
    forbidden: re.Pattern[str] | None

    @property
    def is_abbreviation(self) -> bool:
        """Whether the words are not those that are written out."""
        return self.written != self.words

    def stands(self, printed: str, *, lenient: bool) -> bool:
        """Whether the words may be printed so. ``lenient``: a small first letter is enough."""
        match self.case:
            case "a":
                return True
            case "c":
                return lenient or printed[0].isupper()
            case _:
                return printed == self.words


def forbidding(words: str) -> re.Pattern[str] | None:
    """A pattern for the words, separated by "|", that may not follow."""
    return re.compile(rf",? (?:{words})(?!\w)", re.IGNORECASE) if words else None


@cache
def _heads() -> dict[str, list[Head]]:
    table: dict[str, list[Head]] = {}
    for words, case, kind, system, level, tail, written, forbidden in rows("bodies.tsv"):
        head = Head(
            words=words,
            case=case,
            kind=AgencyKind(kind) if kind else None,
            system=System(system) if system not in {"", "="} else None,
            system_of_owner=system == "=",
            level=Level(level) if level else None,
            tail=tail,
            written=written or words,
            forbidden=forbidding(forbidden),
        )
        table.setdefault(folded(words), []).append(head)
    return table


@cache
def head_words(*, small: bool = False) -> tuple[str, ...]:
    """The words of all heads but those that only stand behind another one.

    ``small``: of those that may begin with a small letter.
    """
    return tuple(
        h.words
        for heads in _heads().values()
        for h in heads
        if h.case != "o" and (not small or h.case == "a" or h.words[0].islower())
    )


@cache
def post_words(*, small: bool = False) -> tuple[str, ...]:
    """The words of all posts; ``small``: of those that may begin with a small letter."""
    return tuple(
        words
        for words, case, _ in rows("posts.tsv")
        if not small or case == "a" or words[0].islower()
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(longest_of(h.words for heads in _heads().values() for h in heads))


@lru_cache(maxsize=4096)
def _head_of(printed: str, lenient: bool, owner: bool) -> Head | None:
    for head in _heads().get(folded(printed), ()):
        if (owner or head.case != "o") and head.stands(printed, lenient=lenient):
            return head
    return None


def head_at(
    text: str, position: int, *, lenient: bool = False, owner: bool = False
) -> tuple[Head, int] | None:
    """The head that stands at a position, and where it ends.

    Args:
        text: a reading text.
        position: where the first word begins.
        lenient: after a post or "các", where names begin with a small letter too.
        owner: behind another head, where "TU" is a body.
    """
    found = _pattern().match(text, position)
    if found is None:
        return None
    head = _head_of(found.group(), lenient, owner)
    if head is None or (head.forbidden and head.forbidden.match(text, found.end())):
        return None
    return head, found.end()


@cache
def _posts() -> dict[str, list[tuple[str, str, str]]]:
    table: dict[str, list[tuple[str, str, str]]] = {}
    for words, case, written in rows("posts.tsv"):
        table.setdefault(folded(words), []).append((words, case, written or words))
    return table


@lru_cache(maxsize=1024)
def _posts_of(printed: str) -> list[tuple[str, str, str]]:
    return _posts()[folded(printed)]


def is_post(printed: str) -> bool:
    """Whether the words are those of a post, in whatever case."""
    return folded(printed) in _posts()


@cache
def _post_pattern() -> re.Pattern[str]:
    return re.compile(longest_of(post_words()))


_MOST_POSTS = 6
# "báo cáo lãnh đạo Công an tỉnh": else "lãnh đạo" is what one does.
_REPORTING = re.compile(
    r"(?:báo cáo|trình|gửi|ý kiến|xin|với|cho|của|tham mưu|đề xuất) (?:với |cho |lên |tới |đến )?$",
    re.IGNORECASE,
)
_REPORT = 20
_NEXT_POST = re.compile(r"(?:, ?| và |/)(?:[Cc]ác )?")


def posts_at(text: str, position: int) -> tuple[Edits, int] | None:
    """The posts, each with its place and written out, that stand at a position; their end.

    >>> posts_at("CT, PCT UBND xã", 0)
    ([(0, 2, 'Chủ tịch'), (4, 7, 'Phó Chủ tịch')], 7)
    """
    found: Edits = []
    end = position
    while len(found) < _MOST_POSTS and (match := _post_pattern().match(text, position)):
        ways = _posts_of(match.group())
        before = text[max(0, match.start() - _REPORT) : match.start()]
        written = [w for words, case, w in ways if _is_printed(match.group(), words, case, before)]
        if not written:
            break
        end = match.end()
        found.append((match.start(), end, written[0]))
        following = _NEXT_POST.match(text, end)
        if following is None:
            break
        position = following.end()
    return (found, end) if found else None


def _is_printed(printed: str, words: str, case: str, before: str) -> bool:
    if case == "r":
        return printed == words and _REPORTING.search(before) is not None
    if case == "x":
        return printed == words
    if case == "t" and before.casefold().endswith("các "):
        return True
    return case == "a" or printed[0].isupper()

"""Whether two printed names of a body, or two printed titles, mean the same.

Issuers are printed short or in full, with their term or without; titles are cut short and begin
with other words. Only what cannot be the same counts as different.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from danvan.instruments.tables import data_rows
from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
# Examples: "khóa XI", "(khóa XI)", "khóa 11", "nhiệm kỳ 2020 - 2025".
_TERM = re.compile(
    r",? ?\(?(?:khóa (?:thứ )?(?P<term>[ivxl]{1,7}|[0-9]{1,2})(?!\w))\)?"
    r"|,? ?\(?nhiệm kỳ [0-9]{4} ?- ?[0-9]{4}\)?"
)
# What stands before a title and belongs to no title in particular.
_BEFORE_TITLE = re.compile(
    r"(?:(?:về|việc|v/v|ban hành|phê duyệt|quy định|hướng dẫn)(?!\w)[\W_]*)*"
)
_FEWEST_WORDS = 4
_SHORTEST_INITIALS = 3


@cache
def _bodies() -> dict[str, str]:
    """The central bodies that are told apart, by every way in which their names are printed."""
    return {folded(row["printed"]): row["body"] for row in data_rows("central.csv")}


@cache
def _abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(folded(row['printed']))}(?!\w)"), folded(row["body"]))
        for row in data_rows("shortened.csv")
    )


def term_of(issuer: str) -> int | None:
    """The term that the name of a body has ("khóa XI": 11), None if it has none.

    >>> term_of("Ban Chấp hành Trung ương Đảng (khoá XI)")
    11
    """
    found = _TERM.search(folded(issuer))
    if found is None or found["term"] is None:
        return None
    term = found["term"]
    return int(term) if term.isdigit() else _value(term)


def _value(roman: str) -> int:
    digits = [_ROMAN[letter] for letter in roman]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


@lru_cache(maxsize=4096)
def _plain_body(name: str) -> str:
    plain = _TERM.sub("", folded(name)).strip(" .,;")
    for pattern, full in _abbreviations():
        plain = pattern.sub(full, plain)
    return plain


def may_be_one_body(one: str, other: str) -> bool:
    """Whether two printed names may be those of one body.

    Central bodies are told apart by name; of others a name may be the shorter form of another.

    >>> may_be_one_body("UBND tỉnh", "Ủy ban nhân dân tỉnh Lào Cai")
    True
    >>> may_be_one_body("Chính phủ", "Thủ tướng Chính phủ")
    False
    """
    first, second = _plain_body(one), _plain_body(other)
    known, also_known = _bodies().get(first), _bodies().get(second)
    if known is not None and also_known is not None:
        return known == also_known
    words, others = set(_WORD.findall(first)), set(_WORD.findall(second))
    return words <= others or others <= words


def is_one_body(one: str, other: str) -> bool:
    """Whether two printed names are certainly those of one body: the same but for spelling."""
    first, second = _plain_body(one), _plain_body(other)
    return first == second or _bodies().get(first, first) == _bodies().get(second, second)


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title, without those that only lead it in ("về việc ban hành").

    >>> title_words("Về việc ban hành “Quy chế”")
    ('quy', 'chế')
    """
    plain = folded(title).lstrip('“"«')
    return tuple(_WORD.findall(plain, _led_in(plain)))


def _led_in(plain: str) -> int:
    lead = _BEFORE_TITLE.match(plain)
    return lead.end() if lead else 0


def likeness(printed: str, known: str) -> float:
    """How much of a printed title is that of a known one, 0 to 1.

    A title that is cut short, or to which words were added, is wholly like the known one.

    >>> likeness("tăng cường công tác dân vận", "tăng cường công tác dân vận năm 2020")
    1.0
    """
    other = title_words(known)
    one = tuple(_with_initials_spelled(printed, other))
    if not one or not other:
        return 1.0 if one == other else 0.0
    length = min(len(one), len(other))
    return _common(one[:length], other[:length]) / length


def _with_initials_spelled(printed: str, known: tuple[str, ...]) -> Iterator[str]:
    """The words of a printed title, an abbreviation written out as the known title has it.

    Documents shorten what they name often: "BMNN" after "bí mật nhà nước (BMNN)".
    """
    initials = "".join(word[0] for word in known)
    capitals = {word.casefold() for word in _WORD.findall(printed) if word.isupper()}
    for word in title_words(printed):
        at = initials.find(word) if word in capitals and len(word) >= _SHORTEST_INITIALS else -1
        if at < 0:
            yield word
        else:
            yield from known[at : at + len(word)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence of two short sequences of words."""
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for index, candidate in enumerate(other, start=1):
            above = row[index]
            row[index] = diagonal + 1 if word == candidate else max(above, row[index - 1])
            diagonal = above
    return row[-1]


def is_telling(title: str) -> bool:
    """Whether a title is long enough to know a document by."""
    return len(title_words(title)) >= _FEWEST_WORDS

"""Names of congresses: "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"."""

from __future__ import annotations

import re

from danvan.instruments.bodies import read_body

_MOST_PARTS = 10

_OPENING = re.compile(r"Đại[ \n]hội(?!\w)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:đại[ \n]biểu|toàn[ \n]quốc)(?!\w)", re.IGNORECASE)
# "lần thứ XIII", "thứ XI", "khóa XII", "XIII"
_WHICH = re.compile(
    r"(?:(?:(?:lần[ \n])?thứ|khóa|khoá)[ \n](?:[IVXL]{1,7}|[0-9]{1,2})|[IVXL]{1,7})(?!\w)",
    re.IGNORECASE,
)
# Examples: ", nhiệm kỳ 2020-2025", " nhiệm kỳ 2020 - 2025", " (nhiệm kỳ 2020 - 2025)".
_TERM = re.compile(
    r",?[ \n](?P<open>\()?nhiệm[ \n]kỳ[ \n][0-9]{4}[ \n]?[–-][ \n]?[0-9]{4}(?!\d)(?(open)\))",
    re.IGNORECASE,
)
_OF = re.compile(r"của[ \n](?=Đảng|Trung[ \n]ương)", re.IGNORECASE)
_IDENTIFIES = re.compile(r"(?:lần[ \n]thứ|khóa|khoá|nhiệm[ \n]kỳ)[ \n]", re.IGNORECASE)
# "Đại hội Đảng các cấp" is a class of congresses.
_CLASS = re.compile(r"các[ \n]cấp", re.IGNORECASE)


def read_congress(text: str, pos: int) -> int | None:
    """The end of the name of the congress at ``pos``.

    None if none begins there, or if the name does not say which congress it is ("Đại hội Đảng bộ
    các cấp").
    """
    opening = _OPENING.match(text, pos)
    if opening is None:
        return None
    end, identified = opening.end(), False
    for _ in range(_MOST_PARTS):
        term = _TERM.match(text, end)
        if term:
            end, identified = term.end(), True
            break
        if text[end : end + 1] not in {" ", "\n"}:
            break
        part_end = _part(text, end + 1)
        if part_end is None:
            break
        identified = identified or _names_one(text, end + 1, part_end)
        end = part_end
    return end if identified and not _CLASS.search(text, pos, end) else None


def _part(text: str, pos: int) -> int | None:
    """The end of the part of the name at ``pos``: plain words, which congress, or whose."""
    word = _WHICH.match(text, pos) or _PLAIN.match(text, pos)
    if word:
        return word.end()
    of = _OF.match(text, pos)
    return read_body(text, of.end() if of else pos)


def _names_one(text: str, start: int, end: int) -> bool:
    which = _WHICH.match(text, start)
    return which is not None or _IDENTIFIES.search(text, start, end) is not None

"""The grammar of printed document numbers, noise included.

A number is ``SERIAL [LETTER] [/YEAR] (SEPARATOR GROUP)+``: ``322/KH-UBND`` (NĐ 30/2020, Phụ lục
III), ``04/2015/NĐ-CP``, ``66.7/2025/NQ-CP`` (NĐ 78/2025), ``25-NQ/TW`` (HD 36-HD/VPTW). Drafts
leave the serial blank: ``/KH-UBND``, ``.../QĐ-UBND``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from danvan.instruments.symbols import canonical_group, is_known, kind_abbreviations, marked

# Digits, and the letters that are read for 1 and 0.
_DIGIT = "[0-9lIOo]"
_MISREAD = str.maketrans("lIOo", "1100")
LONGEST_GROUP = 24
MOST_GROUPS = 8

# "1 456" and "1.456" are thousands: a decimal serial ("66.7") has its year after it.
_HEAD = re.compile(
    rf"(?:(?P<serial>[1-9][0-9]{{0,2}}(?P<gap>[ \n.])[0-9]{{3}}(?=[ \n]?[/–—-][ \n]?[^\W\d_])"
    rf"|(?=[lIOo]{{0,2}}[0-9]){_DIGIT}{{1,6}}(?:\.[0-9]{{1,3}}(?=[ \n]?/))?)"
    r"(?P<letter>[A-HJ-NP-Za-km-np-zĐđ](?=[ \n]?[/–—-]))?"
    r"|(?P<blank>[.…_]{0,60}))"
    r"(?:(?P<spaces>[ \n]?/[ \n]?)(?P<year>(?:19|20|21)[0-9]{2})(?=[ \n]?[/–—-][ \n]?[^\W\d_]))?"
)
_SEPARATOR = re.compile(r"(?P<before>[ \n]?)(?P<mark>[/–—.-])(?P<after>[ \n]?)(?=[^\W\d_])")
# Letters and plain digits: a raised figure after a group is a footnote mark.
_CHARACTER = r"(?:[^\W\d_⁰¹²³⁴-⁹]|[0-9])"
_TOKEN = re.compile(rf"{_CHARACTER}(?:{_CHARACTER}|&(?=[^\W\d_])){{0,63}}")
# "BCSĐ UBND" is one body in two words, "BCSĐ UBND tỉnh" one in three; a date follows the symbol.
_IN_WORDS = re.compile(
    r"(?<=BCSĐ)(?P<space>[ \n])UBND(?!\w)(?:[ \n](?P<area>tỉnh|huyện|xã)(?=,?[ \n][Nn]gày(?!\w)))?"
)


# A number without noise, and nothing behind it that could belong to it.
_CLEAN = re.compile(
    r"(?P<serial>[0-9]{1,6})(?P<letter>[a-km-np-zđ]?)(?:/(?P<year>(?:19|20|21)[0-9]{2})(?=/))?"
    r"(?P<symbol>(?:[/-][A-ZĐ][A-Za-zĐđƯ]{0,20}){1,3})(?![\w&/–—.-]|[ \n](?:[/–—-]|UBND))"
)


class Printed(NamedTuple):
    """The parts of a number as read, where it stands, and what is wrong with it."""

    serial: str
    letter: str
    year: int | None
    symbol: str
    start: int
    end: int
    problems: tuple[str, ...]


class _Group(NamedTuple):
    form: str
    mark: str
    end: int
    problems: tuple[str, ...]


def _space_problem(space: str) -> str:
    return "line-break" if "\n" in space else "stray-space"


def _group(text: str, at: int, earlier: list[_Group]) -> _Group | None:
    """The separator and group at ``at``, or None if the symbol is over."""
    separator = _SEPARATOR.match(text, at)
    token = _TOKEN.match(text, separator.end()) if separator else None
    if separator is None or token is None or len(token.group()) > LONGEST_GROUP:
        return None
    # "TTg1": the figure is a footnote mark that lost its raised position.
    printed = token.group().rstrip("0123456789") if marked(token.group()) else token.group()
    read = canonical_group(printed, first=not earlier)
    if read is None:
        return None
    form, problem = read
    before, mark, after = separator["before"], separator["mark"], separator["after"]
    if not _may_follow(form, before, mark, after, earlier):
        return None
    problems = [_space_problem(space) for space in (before, after) if space]
    if mark in "–—":
        problems.append("dash")
    if mark == ".":
        problems.append("dot")
    if problem:
        problems.append(problem)
    end = token.start() + len(printed)
    words = _IN_WORDS.match(text, end)
    if words:
        form, end = f"{form}UBND{words['area'] or ''}", words.end()
        problems.append(_space_problem(words["space"]))
    return _Group(form, "/" if mark == "/" else "-", end, tuple(problems))


def _may_follow(form: str, before: str, mark: str, after: str, earlier: list[_Group]) -> bool:
    """Whether a group belongs to the number in spite of the spaces around its separator.

    "33/CT- TTg" goes on and "12/KH - UBND" does; "33/CT-TTg - UBND" and "12/KH- A" are over.
    """
    if mark == ".":
        return bool(earlier) and not before and not after and len(form) > 1 and is_known(form)
    if not before and not after:
        return True
    if before and after:
        lacking = not earlier or (len(earlier) == 1 and earlier[0].form in kind_abbreviations())
        return lacking and is_known(form)
    return is_known(form) or (len(form) > 1 and form[:2].isupper())


def _groups(text: str, at: int) -> list[_Group]:
    groups: list[_Group] = []
    while len(groups) < MOST_GROUPS:
        group = _group(text, at, groups)
        if group is None:
            break
        groups.append(group)
        at = group.end
    return groups


@lru_cache(maxsize=4096)
def _is_clean(symbol: str) -> bool:
    """Whether a symbol is read as it stands."""
    groups = _groups(symbol, 0)
    return "".join(group.mark + group.form for group in groups) == symbol and not any(
        group.problems for group in groups
    )


def read_printed(text: str, pos: int) -> Printed | None:
    """The number that is printed at ``pos``, or None.

    Time does not depend on the length of the text.
    """
    clean = _CLEAN.match(text, pos)
    if clean is not None and _is_clean(clean["symbol"]):
        serial, letter, year, symbol = clean.groups()
        number = int(year) if year else None
        return Printed(serial, letter, number, symbol, pos, clean.end(), ())
    head = _HEAD.match(text, pos)
    if head is None:
        return None
    groups = _groups(text, head.end())
    at = groups[-1].end if groups else head.end()
    serial, year = head["serial"] or "", head["year"]
    if not groups or (year and groups[0].mark != "/"):
        return None
    problems = [p for group in groups for p in group.problems]
    if head["spaces"] and head["spaces"] != "/":
        problems.insert(0, _space_problem(head["spaces"]))
    if not serial:
        problems.insert(0, "blank-serial")
    gap = head["gap"]
    if gap:
        problems.insert(0, "dot" if gap == "." else _space_problem(gap))
        serial = serial.replace(gap, "")
    if serial.translate(_MISREAD) != serial:
        problems.insert(0, "homoglyph")
        serial = serial.translate(_MISREAD)
    return Printed(
        serial=serial,
        letter=head["letter"] or "",
        year=int(year) if year else None,
        symbol="".join(group.mark + group.form for group in groups),
        start=pos,
        end=at,
        problems=tuple(dict.fromkeys(problems)),
    )

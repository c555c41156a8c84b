"""Naming: the line that names the kind of a document, and the subject below it (tên loại)."""

from __future__ import annotations

import re
from functools import cache

import attrs

from danvan.instruments import InstrumentKind, all_kinds
from danvan.plan.forms import CARRIED, ISSUING_AUTHORITY, MOTTO, NUMBER_LINE, OPENER
from danvan.plan.line import Line, LineKind
from danvan.plan.markers import Style, read_marker
from danvan.text import without_marks


@attrs.frozen
class Title:
    """Where the name of the kind stands: line ``at``, whose first ``length`` characters are it."""

    at: int
    end: int
    length: int
    kind: InstrumentKind | None


# "CÔNG VĂN ĐẾN" is the stamp of the office that received a document.
_STAMPED = ("ĐẾN", "ĐI")
_FURTHEST_TITLE = 120
_LONGEST_SUBJECT = 24


@cache
def _kind_prefix() -> re.Pattern[str]:
    """The names of kinds in capitals without diacritics, longest first, at the start of a line.

    Scans lose the marks of capitals ("KÉ HOẠCH"), and no two kinds differ in marks alone.
    """
    names = sorted({without_marks(name).upper() for name in _named_kinds()}, key=len, reverse=True)
    alternatives = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?:{alternatives})(?=$|[\s:*“\"(])")


@cache
def _named_kinds() -> dict[str, InstrumentKind]:
    return {kind.name: kind for kind in all_kinds() if kind.name != "Văn bản"}


@cache
def _bare_kinds() -> dict[str, InstrumentKind]:
    return {without_marks(name).upper(): kind for name, kind in _named_kinds().items()}


def _spaced(text: str) -> str:
    """Letters set apart, "K Ế  H O Ạ C H", put together."""
    words = text.split()
    if len(words) > 3 and all(len(w) == 1 for w in words):
        groups = re.split(r"\s{2,}", text.strip())
        return " ".join(g.replace(" ", "") for g in groups)
    return text


def named_at(line: Line) -> tuple[int, InstrumentKind] | None:
    """The length of the name of a kind at the start of a line, and the kind."""
    if line.kind is not LineKind.TEXT:
        return None
    text = line.text
    if text[:4].isupper():
        bare = without_marks(text)
        match = _kind_prefix().match(bare) if len(bare) == len(text) else None
        if match:
            rest = text[match.end() :].strip(" :")
            if rest.startswith(_STAMPED):
                return None
            stands = not rest or rest[0] in '“"(' or rest.split()[0].isupper()
            if stands or line.bold or line.hashes:
                return match.end(), _bare_kinds()[" ".join(match.group().split())]
            return None
    if len(text) > 40:
        return None
    together = _spaced(text)
    if len(text.split()) <= 4 or together is not text:
        kind = _bare_kinds().get(without_marks(together.rstrip(" :*")).upper())
        named = kind is not None and together.rstrip(" :*").casefold() == kind.name.casefold()
        if kind is not None and (named or together is not text):
            return len(text), kind
    return None


def find_title(lines: list[Line], begin: int, end: int) -> tuple[int, int, InstrumentKind] | None:
    """The line that names the kind.

    Below a motto or number it is the first one. Where there is no head, capitals come before other
    type: menus and lists of a web page also name kinds.
    """
    plain: tuple[int, int, InstrumentKind] | None = None
    capitals: tuple[int, int, InstrumentKind] | None = None
    headed = False
    for i in range(begin, min(end, begin + _FURTHEST_TITLE)):
        line = lines[i]
        text = line.text
        if text[0] in "IA" and _opens_outline(text) and (plain or capitals):
            break
        if not headed and _opens_head(line):
            headed = True
            capitals = plain = None
            continue
        found = named_at(line)
        if found is None:
            continue
        length, kind = found
        if text[:length].isupper():
            capitals = capitals or (i, length, kind)
            if headed:
                break
        plain = plain or (i, length, kind)
    return capitals or plain


def _opens_head(line: Line) -> bool:
    """Whether a line or one of its cells has the motto or the document's own number.

    A line of running text may begin with "số 12/KH-UBND", in small letters.
    """
    return any(
        MOTTO.search(cell.text) or (cell.text[:1] == "S" and NUMBER_LINE.match(cell.text))
        for cell in line.cells or [line]
    )


def _opens_outline(text: str) -> bool:
    marker = read_marker(text)
    return (
        marker is not None
        and marker.style in {Style.ROMAN, Style.UPPER, Style.PART}
        and marker.label.rsplit(" ", 1)[-1] in {"I", "A"}
    )


def subject_end(lines: list[Line], at: int, length: int, end: int) -> int:
    """The line after the last one of the title."""
    has_subject = bool(lines[at].text[length:].strip(" :"))
    first = lines[at]
    i = at + 1
    while i < min(end, at + _LONGEST_SUBJECT):
        line = lines[i]
        text = line.text
        if line.kind is not LineKind.TEXT:
            if line.kind is LineKind.RULE and not has_subject:
                i += 1
                continue
            break
        if CARRIED.match(text):
            i = _bracket_end(lines, i, end)
            continue
        if not has_subject:
            if _opens_outline(text) or text.startswith("Căn cứ"):
                break
            first, has_subject = line, True
            i += 1
            continue
        if not _continues_subject(first, lines[i - 1], line):
            break
        i += 1
    return i


_LONGEST_BRACKET = 5


def _bracket_end(lines: list[Line], at: int, end: int) -> int:
    """The line after a bracket, which may go on over lines; after its first if it never ends."""
    for i in range(at, min(end, at + _LONGEST_BRACKET)):
        if lines[i].kind is not LineKind.TEXT:
            break
        if lines[i].text.rstrip(" .;*").endswith(")"):
            return i + 1
    return at + 1


# The second half of "giai đoạn 2026 - 2030", cut before its dash; the number of "quý I".
_RANGE_GOES_ON = re.compile(r"[-–] ?\d")
_TIME_BEGINS = re.compile(r"\b(?:quý|tháng|năm|giai đoạn)$", re.IGNORECASE)
_TIME_GOES_ON = re.compile(r"(?:[IVX]{1,4}|\d{1,4})(?:[ ,/–-]|$)")


def _continues_subject(first: Line, previous: Line, line: Line) -> bool:
    text = line.text
    if previous.text[-1].isdigit() and _RANGE_GOES_ON.match(text):
        return True
    if _TIME_BEGINS.search(previous.text) and _TIME_GOES_ON.match(text):
        return True
    marker = read_marker(text)
    if marker is not None and (marker.style is not Style.BULLET or not text[0].islower()):
        return False
    if first.text.isupper() and text.isupper():
        apart = line.gap or line.begins
        authority = apart and ISSUING_AUTHORITY.match(text)
        return not authority or previous.text.endswith((",", "-"))
    if first.bold != line.bold or first.hashes != line.hashes or text.isupper():
        return False
    if text[0].islower() or text[0].isdigit():
        return not first.text.isupper() or not previous.text.endswith((".", ";", ":"))
    if first.bold and not line.gap:
        return not OPENER.match(text) or previous.text.endswith((",", "-"))
    ends = previous.text[-1:]
    return not first.bold and not line.gap and ends not in ".:;" and not OPENER.match(text)

"""Regions: which lines are head, title, body, closing and appendix (bố cục văn bản)."""

from __future__ import annotations

import re
from functools import cache

import attrs

from danvan.instruments import InstrumentKind, all_kinds, find_kind
from danvan.plan.forms import (
    APPENDIX,
    AUTHORITY,
    BODY_NAME,
    CARRIED,
    DRAFT,
    ISSUING_AUTHORITY,
    MOTTO,
    NUMBER_LINE,
    OPENER,
    PLACE_LINE,
    POSITION,
    RECIPIENTS,
    SECRECY,
    URGENCY,
    WIDE_GAP,
    is_person,
)
from danvan.plan.lines import Line, LineKind
from danvan.plan.markers import Style, read_marker
from danvan.text import without_marks


@attrs.frozen
class Title:
    """Where the name of the kind stands: line ``at``, whose first ``length`` characters are it."""

    at: int
    end: int
    length: int
    kind: InstrumentKind | None


@attrs.frozen
class Regions:
    """The lines of a document by their place: half-open ranges of line numbers.

    ``carrier`` is the document that carries this one, a decision with its own head and closing.
    """

    metadata: range
    letterhead: range
    title: Title | None
    body: range
    closing: range
    appendix: range
    carrier: Regions | None = None


# "CÔNG VĂN ĐẾN" is the stamp of the office that received a document.
_STAMPED = ("ĐẾN", "ĐI")
_FURTHEST_TITLE = 120
_LONGEST_SUBJECT = 24
_FAMILIES = ("state", "party", "front", "normative")


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


def _title_at(line: Line) -> tuple[int, InstrumentKind] | None:
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


def _find_title(lines: list[Line], begin: int, end: int) -> tuple[int, int, InstrumentKind] | None:
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
        found = _title_at(line)
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
    """Whether a line or one of its cells has the motto or the document's own number."""
    return any(
        MOTTO.search(cell.text) or NUMBER_LINE.match(cell.text) for cell in line.cells or [line]
    )


def _opens_outline(text: str) -> bool:
    marker = read_marker(text)
    return (
        marker is not None
        and marker.style in {Style.ROMAN, Style.UPPER, Style.PART}
        and marker.label.rsplit(" ", 1)[-1] in {"I", "A"}
    )


def _looks_like_letterhead(line: Line) -> bool:
    text = line.text
    if line.kind is LineKind.TABLE:
        return any(_looks_like_letterhead(cell) for cell in line.cells if cell.text)
    if line.kind is not LineKind.TEXT:
        return False
    if MOTTO.search(text) or NUMBER_LINE.match(text) or DRAFT.match(text):
        return True
    if text.isupper():
        return bool(BODY_NAME.match(text) or URGENCY.match(text) or SECRECY.match(text))
    place = PLACE_LINE.match(text)
    return bool(place and len(text) < 90)


def _subject_end(lines: list[Line], at: int, length: int, end: int) -> int:
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
            i += 1
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


def _continues_subject(first: Line, previous: Line, line: Line) -> bool:
    text = line.text
    marker = read_marker(text)
    if marker is not None and (marker.style is not Style.BULLET or not text[0].islower()):
        return False
    if first.text.isupper() and text.isupper():
        return not (
            line.gap and ISSUING_AUTHORITY.match(text) and not previous.text.endswith((",", "-"))
        )
    if first.bold != line.bold or first.hashes != line.hashes or text.isupper():
        return False
    if text[0].islower() or text[0].isdigit():
        return not first.text.isupper() or not previous.text.endswith((".", ";", ":"))
    if first.bold and not line.gap:
        return not OPENER.match(text) or previous.text.endswith((",", "-"))
    ends = previous.text[-1:]
    return not first.bold and not line.gap and ends not in ".:;" and not OPENER.match(text)


def _closing_start(lines: list[Line], begin: int, end: int) -> int:
    """The first line of the closing: where the recipients or the signatures begin."""
    for i in range(begin, end):
        line = lines[i]
        cells = line.cells or [line]
        if not any(RECIPIENTS.match(c.text) for c in cells):
            continue
        if len(line.text) > 60 and not line.cells and not RECIPIENTS.match(line.text[:12]):
            continue
        start = i
        while start > begin and _signs(lines[start - 1]):
            start -= 1
        return _after_end_mark(lines, start, i)
    for i in range(_after_running_text(lines, begin, end), end):
        line = lines[i]
        if any(_opens_signature(cell.text) for cell in line.cells or [line]):
            return i
    return end


_LONGEST_SIGNING = 90
_LONGEST_COLUMN = 60


def _after_running_text(lines: list[Line], begin: int, end: int) -> int:
    """The line after the last one that is too long for a signature, or numbered, or ends a body."""
    for i in range(end - 1, begin - 1, -1):
        line = lines[i]
        if line.kind is LineKind.TEXT and (
            len(line.text) > _LONGEST_SIGNING
            or line.text.endswith((".", ";", ":", ","))
            or (read_marker(line.text) is not None and not _opens_signature(line.text))
        ):
            return i + 1
    return begin


def _opens_signature(text: str) -> bool:
    return (
        text.isupper()
        and len(text) < _LONGEST_SIGNING
        and bool(AUTHORITY.match(text) or POSITION.match(text))
    )


def _signs(line: Line) -> bool:
    """Whether a line may stand in a signature block: capitals, or a person's name."""
    if line.kind is LineKind.TABLE:
        return any(
            RECIPIENTS.match(c.text) or _opens_signature(c.text) or is_person(c.text)
            for c in line.cells
        )
    if line.kind is not LineKind.TEXT:
        return True
    if line.text.endswith((".", ";", ":", ",")):
        return False
    return all(
        len(column) <= _LONGEST_COLUMN and (column.isupper() or is_person(column))
        for column in WIDE_GAP.split(line.text)
    )


def _after_end_mark(lines: list[Line], start: int, noted: int) -> int:
    """Move past what still belongs to the body: furniture and lines before the first capitals."""
    while start < noted and not (
        lines[start].kind is LineKind.TABLE or _opens_signature(lines[start].text)
    ):
        start += 1
    return start


def _appendix_start(lines: list[Line], begin: int, end: int) -> int:
    for i in range(begin, end):
        line = lines[i]
        if line.kind is LineKind.TEXT and APPENDIX.match(line.text):
            title_like = line.text.isupper() or line.bold or line.hashes or len(line.text) < 24
            if title_like:
                return i
    return end


def find_regions(lines: list[Line]) -> Regions:
    """Where head, title, body, closing and appendix of a document are."""
    return _regions(lines, 0, len(lines))


def _regions(lines: list[Line], begin: int, end: int) -> Regions:
    found = _find_title(lines, begin, end)
    if found is None:
        return _untitled(lines, begin, end)
    at, length, kind = found
    letterhead = next((i for i in range(begin, at) if _looks_like_letterhead(lines[i])), at)
    title_end = _subject_end(lines, at, length, end)
    title = Title(at, title_end, length, kind)
    closing = _closing_start(lines, title_end, end)
    carried = _carried(lines, closing, end) if kind.name in {"Quyết định", "Nghị quyết"} else None
    if carried is not None:
        inner = _regions(lines, carried, end)
        carrier = Regions(
            range(begin, letterhead),
            range(letterhead, at),
            title,
            range(title_end, closing),
            range(closing, carried),
            range(carried, carried),
        )
        return attrs.evolve(inner, carrier=carrier)
    appendix = _appendix_start(lines, closing, end)
    if closing == end:
        closing = appendix = _appendix_start(lines, title_end, end)
    return Regions(
        range(begin, letterhead),
        range(letterhead, at),
        title,
        range(title_end, closing),
        range(closing, appendix),
        range(appendix, end),
    )


def _carried(lines: list[Line], closing: int, end: int) -> int | None:
    """Where the document begins that a decision carries, if it carries one."""
    for i in range(closing + 1, end):
        found = _title_at(lines[i])
        if found and lines[i].text[: found[0]].isupper():
            title_end = _subject_end(lines, i, found[0], end)
            if any(CARRIED.search(line.text) for line in lines[i : min(title_end + 2, end)]):
                return i
    return None


_ABOUT = re.compile(r"V\s?/\s?v\b", re.IGNORECASE)
_ADDRESS = re.compile(r"Kính\s+gửi", re.IGNORECASE)


def _untitled(lines: list[Line], begin: int, end: int) -> Regions:
    """A letter (công văn) has no name of its kind; other texts have no head at all."""
    address = next(
        (i for i in range(begin, min(end, begin + 40)) if _ADDRESS.match(lines[i].text)), None
    )
    if address is None:
        body_start = begin
        while body_start < min(end, begin + 12) and _looks_like_letterhead(lines[body_start]):
            body_start += 1
        closing = _closing_start(lines, body_start, end) if body_start > begin else end
        return Regions(
            range(begin, begin),
            range(begin, body_start),
            None,
            range(body_start, closing),
            range(closing, end),
            range(end, end),
        )
    letterhead = next(
        (i for i in range(begin, address) if _looks_like_letterhead(lines[i])), address
    )
    closing = _closing_start(lines, address, end)
    appendix = _appendix_start(lines, closing, end)
    about = next((i for i in range(letterhead, address) if _ABOUT.match(lines[i].text)), None)
    kind = find_kind("Công văn")
    title = Title(address, address, 0, kind) if about is None else Title(about, about + 1, 0, kind)
    return Regions(
        range(begin, letterhead),
        range(letterhead, address),
        title,
        range(address, closing),
        range(closing, appendix),
        range(appendix, end),
    )

"""Regions: which lines are head, title, body, closing and appendix (bố cục văn bản)."""

from __future__ import annotations

import itertools
import re

import attrs

from danvan.instruments import find_kind
from danvan.plan.forms import (
    APPENDIX,
    AUTHORITY,
    BODY_NAME,
    CARRIED,
    DRAFT,
    LISTED,
    MOTTO,
    NUMBER_LINE,
    PLACE_LINE,
    POSITION,
    RECIPIENTS,
    SECRECY,
    URGENCY,
    WIDE_GAP,
    is_person,
)
from danvan.plan.line import Line, LineKind
from danvan.plan.naming import Title, find_title, named_at, subject_end


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


def _letterhead_start(lines: list[Line], begin: int, end: int) -> int:
    """The first line of the letterhead above line ``end``, below what a portal lists."""
    for i in range(end - 1, begin - 1, -1):
        first = next((c for c in lines[i].cells if c.text), lines[i])
        if LISTED.match(first.text):
            begin = i + 1
            break
    return next((i for i in range(begin, end) if _looks_like_letterhead(lines[i])), end)


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
            or (line.marker is not None and not _opens_signature(line.text))
        ):
            return i + 1
    return begin


def _opens_signature(text: str) -> bool:
    return (
        text.isupper()
        and len(text) < _LONGEST_SIGNING
        and bool(AUTHORITY.match(text) or POSITION.match(text))
    )


def _signs_whole(text: str) -> bool:
    """Whether a cell is a signature block, or begins one: capitals, and the name below them."""
    if text.isupper() or len(text) > _LONGEST_SIGNING:
        return _opens_signature(text)
    words = text.split()
    capitals = list(itertools.takewhile(str.isupper, words))
    name = " ".join(words[len(capitals) :])
    return is_person(name) and _opens_signature(" ".join(capitals))


def _signs(line: Line) -> bool:
    """Whether a line may stand in a signature block: capitals, or a person's name."""
    if line.kind is LineKind.TABLE:
        return any(
            RECIPIENTS.match(c.text) or _signs_whole(c.text) or is_person(c.text)
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
    return next((i for i in range(begin, end) if opens_appendix(lines[i])), end)


_LONGEST_LABEL = 24


def opens_appendix(line: Line) -> bool:
    """Whether a line is the label of an appendix, with its title or without."""
    match = APPENDIX.match(line.text) if line.kind is LineKind.TEXT else None
    if match is None:
        return False
    title = line.text[match.end() :].strip(" .:-–")
    set_apart = bool(line.bold or line.hashes) or len(line.text) < _LONGEST_LABEL
    return set_apart or line.text.isupper() or (bool(match["label"]) and title.isupper())


def find_regions(lines: list[Line]) -> Regions:
    """Where head, title, body, closing and appendix of a document are."""
    return _regions(lines, 0, len(lines))


def _regions(lines: list[Line], begin: int, end: int) -> Regions:
    found = find_title(lines, begin, end)
    if found is None:
        return _untitled(lines, begin, end)
    at, length, kind = found
    letterhead = _letterhead_start(lines, begin, at)
    title_end = subject_end(lines, at, length, end)
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
        found = named_at(lines[i])
        if found and lines[i].text[: found[0]].isupper():
            title_end = subject_end(lines, i, found[0], end)
            if any(CARRIED.search(line.text) for line in lines[i : min(title_end + 2, end)]):
                return i
    return None


_ABOUT = re.compile(r"V\s?/\s?v\b", re.IGNORECASE)
_ADDRESS = re.compile(r"K[íi]nh\s+g[ửu]i", re.IGNORECASE)


def _untitled(lines: list[Line], begin: int, end: int) -> Regions:
    """A letter (công văn) has no name of its kind; other texts have no head at all."""
    address = next(
        (i for i in range(begin, min(end, begin + 40)) if _ADDRESS.match(lines[i].text)), None
    )
    if address is None:
        body_start = begin
        for i in range(begin, min(end, begin + 12)):
            if _looks_like_letterhead(lines[i]):
                body_start = i + 1
            elif lines[i].kind is not LineKind.RULE:
                break
        closing = _closing_start(lines, body_start, end) if body_start > begin else end
        return Regions(
            range(begin, begin),
            range(begin, body_start),
            None,
            range(body_start, closing),
            range(closing, end),
            range(end, end),
        )
    letterhead = _letterhead_start(lines, begin, address)
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

"""Names of bodies in the letterhead, in capitals and over several lines (tên cơ quan ban hành)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import attrs

from danvan.text import without_marks
from danvan.units.agency import Agency, AgencyContext, AgencyKind, System
from danvan.units.bodies import Name
from danvan.units.context import TWO_LEVELS, agency_of
from danvan.units.heads import head_at, head_words
from danvan.units.names import name_at
from danvan.units.places import place_at
from danvan.units.propernames import name_end, title_case
from danvan.units.unit import Level

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_letterhead(
    lines: Sequence[str], context: AgencyContext | None = None
) -> tuple[Agency, ...]:
    """The bodies that the lines of a letterhead name, from the top.

    A name may go on over lines. The names are in sentence case with abbreviations written out
    (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2: the superior body above, the issuer below).

    >>> [a.full_name for a in read_letterhead(["ỦY BAN NHÂN DÂN", "HUYỆN TÂN PHÚ"])]
    ['Ủy ban nhân dân huyện Tân Phú']
    >>> [str(a) for a in read_letterhead(["UBND TỈNH AN SƠN", "SỞ NỘI VỤ"])]
    ['Ủy ban nhân dân tỉnh An Sơn', 'Sở Nội vụ']

    Args:
        lines: the lines left of the national title, without rules.
        context: what else is known about the document.
    """
    bodies: list[Agency] = []
    for text in _names([restored(" ".join(line.replace("*", " ").split())) for line in lines]):
        rest = text
        for _ in range(_MOST_ON_A_LINE):
            body, rest = _body(rest, bodies[-1] if bodies else None, context)
            if body is not None:
                bodies.append(body)
            if not rest:
                break
    return tuple(bodies)


_MOST_ON_A_LINE = 6
# What parts two bodies on one line: "BỘ CHQS TỈNH AN SƠN - TỈNH ĐOÀN".
_JOINT = re.compile(r"^[ ,;–-]+|[ ,;–-]+$")
# What goes on with a name that is known up to there: "BỘ CÔNG THƯƠNG VÀ DU LỊCH".
_GOES_ON = re.compile(r"(?: VÀ | ?[-–] |, | )(?=\w)")
_FIRST_LETTER = re.compile(r"(?:^|(?: và | [-–] |, ))\w")
_NOT_A_WORD = re.compile(r"[\d/]")


def sentence_case(capitals: str, *, first: bool = False) -> str:
    """Words in capitals as they stand in the name of a body; signs with digits stay.

    >>> sentence_case(" VÀ TÀI NGUYÊN SỐ 5/AB")
    ' và Tài nguyên số 5/AB'
    """
    words = [w if _NOT_A_WORD.search(w) else w.lower() for w in capitals.split(" ")]
    text = " ".join(words)
    if not first and not _JOINED.match(text):
        return text
    return _FIRST_LETTER.sub(lambda m: m.group()[:-1] + m.group()[-1].upper(), text)


_JOINED = re.compile(r" và | ?[-–] |, ")


@cache
def _without_marks() -> dict[str, str]:
    """Heads of two words and more, and words for units, as a bad scan has them."""
    words = [*(w for w in head_words() if " " in w and len(w) > 7), *_UNITS]
    return {without_marks(word).upper(): word.upper() for word in reversed(words)}


_UNITS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


@cache
def _bare() -> re.Pattern[str]:
    longest_first = sorted(_without_marks(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def restored(line: str) -> str:
    """A line in capitals with the marks that a scan lost in the head of a name and in its unit.

    >>> restored("ỦY BAN NHẢN DÂN HUYEN TÂN LONG")
    'ỦY BAN NHÂN DÂN HUYỆN TÂN LONG'
    """
    bare = without_marks(line)
    if not line.isupper() or len(bare) != len(line):
        return line
    head = _bare().match(bare)
    if head is None or (head.end() == len(bare) and head.group() in _BARE_UNITS):
        return line
    known = head_at(line, 0)
    end = head.end()
    if known is None or known[1] < end:
        line = _without_marks()[head.group()] + line[end:]
    unit = _bare().match(bare, end + 1) if head.group() not in _BARE_UNITS else None
    if unit and unit.group() in _BARE_UNITS and not place_at(line, end, shouted=True):
        line = line[: end + 1] + _without_marks()[unit.group()] + line[unit.end() :]
    return line


_BARE_UNITS = frozenset(without_marks(word).upper() for word in _UNITS)


def _names(lines: Sequence[str]) -> list[str]:
    """The lines with those joined that go on from one to the next."""
    names: list[str] = []
    for text in lines:
        if not text:
            continue
        if names and not (head_at(text, 0) and _is_over(names[-1])):
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return names


def _is_over(text: str) -> bool:
    """Whether a line names a body to its end: up to its unit, which may be a bare name."""
    name = name_at(text, 0)
    return isinstance(name, Name) and len(text) in {name.end, _bare_place_end(text, name)}


def _bare_place_end(text: str, name: Name) -> int:
    """Where the name of a province ends that follows a department without a word for its kind."""
    if name.head.kind is not AgencyKind.DEPARTMENT or name.place is not None:
        return name.end
    return name_end(text, name.end, shouted=True)


def _whole(text: str) -> Name | None:
    name = name_at(text, 0)
    return name if isinstance(name, Name) and name.end == len(text) else None


def _body(
    text: str, above: Agency | None, context: AgencyContext | None
) -> tuple[Agency | None, str]:
    """The body that a text in a letterhead names first, and the text that names others.

    ``above`` is the body named before.
    """
    if above is not None:
        # A "phòng" below a commune is of the two levels, whatever the day.
        day = TWO_LEVELS if above.level is Level.COMMUNE else None
        context = context or AgencyContext(unit=above.unit, day=day)
        if above.system in {System.PARTY, System.FRONT}:
            text = _with_owner(text, above)
    name = name_at(text, 0)
    if isinstance(name, Name):
        agency = agency_of(text, name, context)
        agency = attrs.evolve(agency, name=agency.full_name)
        rest = _JOINT.sub("", text[name.end :])
        if rest and agency.kind is AgencyKind.ENTERPRISE and name.place is None:
            full = f"{agency.full_name}{title_case(text[name.end :])}"
            return attrs.evolve(agency, name=full, full_name=full), ""
        if head_at(rest, 0):
            return agency, rest
        if rest and _bare_place_end(text, name) == len(text):
            full = f"{agency.full_name}{title_case(text[name.end :])}"
            return attrs.evolve(agency, name=full, full_name=full), ""
        if name.place is None and text.isupper() and _GOES_ON.match(text, name.end):
            full = f"{agency.full_name}{sentence_case(text[name.end :])}"
            agency = attrs.evolve(agency, name=full, full_name=full)
        return agency, ""
    return _unknown(text), ""


def _with_owner(text: str, above: Agency) -> str:
    """A board of the Party or the Front is that of the body above it: "BAN THƯỜNG TRỰC"."""
    names = [f"{text} {above.full_name.upper()}"]
    word = _UNIT_WORD.search(text)
    if word and above.unit is None:  # "BAN CHẤP HÀNH TỈNH AN SƠN" below a body of the centre
        names.append(f"{text[: word.start()]} {above.full_name.upper()}{text[word.start() :]}")
    for together in names:
        name = _whole(together)
        if name is not None and name.owner is not None:
            return together
    return text


_UNIT_WORD = re.compile(rf" (?:{'|'.join(word.upper() for word in _UNITS)}) (?=\w)")


def _unknown(text: str) -> Agency | None:
    """A body whose head is known, but not what follows it: a letterhead names nothing else."""
    read = head_at(text, 0)
    if read is None or not text.isupper():
        return None
    head, end = read
    rest = sentence_case(text[end:].strip(), first=True)
    full = f"{head.written} {rest}".strip()
    kind = head.kind or AgencyKind.OTHER
    return Agency(full, kind=kind, system=head.system, level=head.level)


def read_letterhead_name(lines: Sequence[str]) -> Agency | None:
    """The body that issues the document: the last that the lines name; None if they name none."""
    bodies = read_letterhead(lines)
    return bodies[-1] if bodies else None

"""Finding what is cited by name: laws, ordinances, the Constitution, congress resolutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from danvan.instruments.congress import read_congress
from danvan.instruments.kinds import InstrumentKind, find_kind
from danvan.instruments.lawnames import (
    is_known_law,
    read_constitution,
    read_law_name,
    read_listed_laws,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = re.compile(
    r"(?:Luật|LUẬT|Bộ[ \n](?:[Ll]uật|LUẬT)|BỘ[ \n]LUẬT|Pháp[ \n]lệnh|PHÁP[ \n]LỆNH)"
    r"(?=[ \n]\S|[ ]?:)"
    r"|(?:Hiến[ \n]pháp|HIẾN[ \n]PHÁP)(?!\w)"
    r"|(?:Nghị[ \n]quyết|NGHỊ[ \n]QUYẾT)[ \n](?:của[ \n]|CỦA[ \n])?(?=[Đđ]ại[ \n]hội|ĐẠI[ \n]HỘI)"
)
# "Hội Luật gia", "Đại học Luật Hà Nội", "Báo Luật ...": no law is named.
_OTHER_LAW = re.compile(
    r"(?:Hội|Đoàn|Khoa|Viện|học|ngành|Cử nhân|Thạc sĩ|Tiến sĩ|Công ty|Văn phòng|Báo|báo|chí|khoa"
    r"|Trường)[ \n]\Z"
)
_NUMBER = re.compile(r"[ \n]\(?(?:[Ll]uật[ \n])?số[ \n]?:?[ \n]?(?=[0-9]{1,6}/[0-9]{4}/)")
_WINDOW = 12
# Around a list: "các Luật: ".
_ALL = re.compile(r"(?:các|CÁC|những)[ \n]\Z", re.IGNORECASE)
_COLON = re.compile(r"[ ]?:[ \n]")


class FoundName(NamedTuple):
    """A document that is named, with the number if one follows the name.

    ``listed`` tells whether the word for its kind stands before the whole list, ``inside`` whether
    it is named in the name of another, to which what follows belongs.
    """

    start: int
    end: int
    kind_text: str
    kind: InstrumentKind | None
    title: str | None = None
    issuer: str | None = None
    number_at: int | None = None
    listed: bool = False
    inside: bool = False


def find_names(text: str) -> Iterator[FoundName]:
    """What a reading text cites by name, in order."""
    done = 0
    for place in _PLACE.finditer(text):
        start = place.start()
        if start < done or (start and text[start - 1].isalnum()):
            continue
        for found in _names(text, place):
            done = max(done, found.end)
            yield found


def _names(text: str, place: re.Match[str]) -> Iterator[FoundName]:
    """What is named at a place: a document, and the laws that it amends by its name; or a list."""
    words = place.group().split()
    kind_words = words[:1] if words[0].casefold() == "luật" else words[:2]
    kind_text = " ".join(kind_words)
    kind = find_kind(kind_text)
    name = kind.name if kind else kind_text
    start, end = place.span()
    if name == "Nghị quyết":
        congress_end = read_congress(text, end)
        if congress_end is not None:
            congress = " ".join(text[end:congress_end].split())
            yield FoundName(start, congress_end, kind_text, kind, issuer=congress)
    elif name == "Hiến pháp":
        yield FoundName(start, read_constitution(text, end).end, kind_text, kind)
    elif text[end] == ":":
        yield from _listed_laws(text, place, kind_text, kind)
    else:
        yield from _law(text, place, kind_text, kind)


def _listed_laws(
    text: str, place: re.Match[str], kind_text: str, kind: InstrumentKind | None
) -> Iterator[FoundName]:
    begin = _COLON.match(text, place.end())
    if begin is None or _ALL.search(text, max(0, place.start() - _WINDOW), place.start()) is None:
        return
    for start, end in read_listed_laws(text, begin.end(), kind.name if kind else kind_text):
        yield FoundName(start, end, kind_text, kind, listed=True)


def _law(
    text: str, place: re.Match[str], kind_text: str, kind: InstrumentKind | None
) -> Iterator[FoundName]:
    begin = place.end() + 1
    name = kind.name if kind else kind_text
    start = place.start()
    known = is_known_law(text, begin, name)
    unsure = kind_text.isupper() or _OTHER_LAW.search(text, max(0, start - _WINDOW), start)
    read = read_law_name(text, begin, name) if known or not unsure else None
    if read is None:
        return
    number = _NUMBER.match(text, read.end)
    yield FoundName(
        start,
        read.end,
        kind_text,
        kind,
        title=" ".join(text[begin : read.bare_end].split()),
        number_at=number.end() if number else None,
    )
    for law in read.amended:
        yield FoundName(law.start, law.end, law.kind_text, find_kind(law.kind_text), inside=True)

"""Finding what is cited by name: laws, ordinances, the Constitution, congress resolutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from danvan.instruments.congress import read_congress
from danvan.instruments.kinds import InstrumentKind, find_kind
from danvan.instruments.lawnames import is_known_law, read_constitution, read_law_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = re.compile(
    r"(?:Luật|LUẬT|Bộ[ \n](?:[Ll]uật|LUẬT)|BỘ[ \n]LUẬT|Pháp[ \n]lệnh|PHÁP[ \n]LỆNH)(?=[ \n]\S)"
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


class FoundName(NamedTuple):
    """A document that is named, with the number if one follows the name."""

    start: int
    end: int
    kind_text: str
    kind: InstrumentKind | None
    title: str | None = None
    issuer: str | None = None
    number_at: int | None = None


def find_names(text: str) -> Iterator[FoundName]:
    """What a reading text cites by name, in order."""
    done = 0
    for place in _PLACE.finditer(text):
        start = place.start()
        if start < done or (start and text[start - 1].isalnum()):
            continue
        found = _name(text, place)
        if found is not None:
            done = found.end
            yield found


def _name(text: str, place: re.Match[str]) -> FoundName | None:
    words = place.group().split()
    kind_words = words[:1] if words[0].casefold() == "luật" else words[:2]
    kind_text = " ".join(kind_words)
    kind = find_kind(kind_text)
    name = kind.name if kind else kind_text
    if name == "Nghị quyết":
        end = read_congress(text, place.end())
        if end is None:
            return None
        congress = " ".join(text[place.end() : end].split())
        return FoundName(place.start(), end, kind_text, kind, issuer=congress)
    if name == "Hiến pháp":
        return FoundName(place.start(), read_constitution(text, place.end()).end, kind_text, kind)
    return _law(text, place, kind_text, kind)


def _law(
    text: str, place: re.Match[str], kind_text: str, kind: InstrumentKind | None
) -> FoundName | None:
    begin = place.end() + 1
    name = kind.name if kind else kind_text
    start = place.start()
    known = is_known_law(text, begin, name)
    unsure = kind_text.isupper() or _OTHER_LAW.search(text, max(0, start - _WINDOW), start)
    read = read_law_name(text, begin, name) if known or not unsure else None
    if read is None:
        return None
    number = _NUMBER.match(text, read.end)
    return FoundName(
        start,
        read.end,
        kind_text,
        kind,
        title=" ".join(text[begin : read.bare_end].split()),
        number_at=number.end() if number else None,
    )

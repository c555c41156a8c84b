"""The word for the kind before a number: "Quyết định số", "các Chỉ thị", "Kế hoạch của ... số"."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan.instruments.bodies import read_issuer
from danvan.instruments.kinds import InstrumentKind, all_kinds, find_kind, kinds_of
from danvan.text import BREAK, folded

_WINDOW = 64
_WIDE_WINDOW = 200
_LONGEST_KIND = 5

_SO = re.compile(r"(?<!\w)(?P<word>[Ss]ố|SỐ)(?P<colon>[ ]?:)?[ \n]?\Z")
# What has a number and is no document: "mẫu số 02/HĐ-MB".
_OTHER_THING = re.compile(
    r"(?:mẫu|biểu|phụ[ \n]lục|lô|căn|nhà|thửa|hóa[ \n]đơn)[ \n]?:?[ \n]?\Z", re.IGNORECASE
)
_LABEL = re.compile(r"(?<!\w)[Hh]iệu[ \n]?:?[ \n|]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_SO = " số "
_OF = " của "
_MOST_OF = 3
_UP_TO_SO = re.compile(r"[ \n]?[:(]?[ \n]*")
_CLAUSE = re.compile(r"(?:[^\W\d_]+ )+\Z")
_BEFORE_SO = re.compile(r"[ \n]*(?P<colon>:)?[ \n(]*\Z")


class KindWord(NamedTuple):
    """What stands before a number.

    ``start`` is where the mention begins, the kind's word or else "số". ``numbered`` tells whether
    "số" stands before the number, ``own`` whether it is the number of the document itself, and
    ``other`` whether it is that of a thing which is no document.
    """

    start: int
    text: str | None = None
    kind: InstrumentKind | None = None
    issuer: str | None = None
    numbered: bool = False
    own: bool = False
    other: bool = False


def kind_before(text: str, pos: int) -> KindWord:
    """The kind that is printed before the number at ``pos``, and how it is attached."""
    start = max(text.rfind(BREAK, max(0, pos - _WINDOW), pos) + 1, pos - _WINDOW, 0)
    window = text[start:pos]
    plain = _plain_kind(window) if window.endswith(_PLAIN_SO) else None
    if plain is not None:
        at, name, kind = plain
        return KindWord(start + at, name, kind, numbered=True)
    if _LABEL.search(window):
        return KindWord(pos, own=True)
    so = _SO.search(window)
    end = so.start() if so else len(window)
    found = _kind_at_end(window, end, after_colon=so is not None)
    mention = start + (so.start() if so else len(window))
    if found is not None:
        at, name, kind = found
        # "QUYẾT ĐỊNH / Số: 12/QĐ-UBND" is a head, "QUYẾT ĐỊNH SỐ 12/QĐ-UBND" is not.
        own = so is not None and so["word"] == "Số" and name.isupper()
        return KindWord(start + at, name, kind, numbered=so is not None, own=own)
    if so is None:
        return KindWord(mention)
    of_body = _kind_of_body_before(text, mention)
    if of_body is not None:
        return of_body
    if _OTHER_THING.search(window, 0, so.start()):
        return KindWord(mention, numbered=True, other=True)
    own = so["word"] != "số" and not re.search(r"[:;,][ \n]\Z", window[:end])
    return KindWord(mention, numbered=True, own=own)


def _plain_kind(window: str) -> tuple[int, str, InstrumentKind] | None:
    """The longest kind right before " số ", with plain spaces; most numbers stand so."""
    end = len(window) - len(_PLAIN_SO)
    at = end
    starts: list[int] = []
    while len(starts) < _LONGEST_KIND and at > 0:
        at = window.rfind(" ", 0, at)
        starts.append(at + 1)
    for start in reversed(starts):
        name = window[start:end]
        kind = find_kind(name) if name[-1:].isalpha() and "\n" not in name else None
        if kind is not None:
            return start, name, kind
    return None


def _abbreviated(printed: str) -> InstrumentKind | None:
    """The kind of which an abbreviation stands for the word: "QĐ số 12/QĐ-UBND"."""
    kinds = kinds_of(printed) if len(printed) > 1 else ()
    return kinds[0] if kinds else None


def _kind_at_end(
    window: str, end: int, *, after_colon: bool
) -> tuple[int, str, InstrumentKind] | None:
    """The longest kind whose words end at ``end``, spaces, a bracket and a colon between."""
    between = _BEFORE_SO.search(window, 0, end)
    stop = between.start() if between else end
    if between and between["colon"] and not after_colon:
        return None
    words = list(_WORD.finditer(window, 0, stop))[-_LONGEST_KIND:]
    if not words or words[-1].end() != stop:
        return None
    joined = len(words) - 1
    while joined > 0 and window[words[joined - 1].end() : words[joined].start()] in {" ", "\n"}:
        joined -= 1
    for first in range(joined, len(words)):
        printed = " ".join(w.group() for w in words[first:])
        kind = find_kind(printed) or _abbreviated(printed)
        if kind is not None:
            generic = kind.name == "Văn bản" and between is not None and between["colon"]
            return None if generic else (words[first].start(), printed, kind)
    return None


def _kind_of_body_before(text: str, end: int) -> KindWord | None:
    """The kind in "Quyết định của Thủ tướng Chính phủ số", where "số" begins at ``end``."""
    start = max(text.rfind(BREAK, max(0, end - _WIDE_WINDOW), end) + 1, end - _WIDE_WINDOW, 0)
    at = end
    for _ in range(_MOST_OF):
        at = text.rfind(_OF, start, at)
        if at < 0:
            return None
        begin = max(start, at - _WINDOW)
        found = _kind_at_end(text[begin:at], at - begin, after_colon=False)
        issuer = read_issuer(text, at + len(_OF), joint=True) if found else None
        if found and issuer and _UP_TO_SO.fullmatch(text, issuer.end, end):
            offset, printed, kind = found
            name = " ".join(text[issuer.start : issuer.end].split())
            return KindWord(begin + offset, printed, kind, issuer=name, numbered=True)
    return None


def kind_further_back(text: str, before: KindWord, abbreviation: str | None) -> KindWord:
    """The kind that a symbol names, where words stand between: "Kế hoạch kiểm tra số 12/KH-A"."""
    start = max(0, before.start - _WINDOW)
    gap = _CLAUSE.search(text, start, before.start)
    words = list(_WORD.finditer(text, gap.start() if gap else before.start, before.start))
    possible = kinds_of(abbreviation) if abbreviation else all_kinds()
    kinds = {folded(kind.name): kind for kind in possible if kind.name != "Văn bản"}
    for count in range(1, len(words)):
        for length in (2, 1):
            chosen = words[-count - length : -count]
            name = " ".join(word.group() for word in chosen)
            kind = kinds.get(folded(name)) if len(chosen) == length else None
            if kind is not None and name[0].isupper():
                return before._replace(start=chosen[0].start(), text=name, kind=kind)
    return before

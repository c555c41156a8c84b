"""Finding the numbers of a text: where one stands, and whether it is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from danvan.instruments.kindwords import KindWord, kind_before, kind_further_back
from danvan.instruments.number import DocumentNumber, PrintedNumber, read_number
from danvan.instruments.symbols import LEGISLATURE, is_known, is_known_issuer, kind_abbreviations
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.instruments.kinds import InstrumentKind

# A place where a number may begin: digits that follow no word, path or standard ("TCVN 01:2021/").
_PLACE = re.compile(
    r"[0-9](?:(?<![\w./:\\–—-][0-9])|(?<=[Ss]ố[0-9])|(?<=ố:[0-9]))"
    r"[0-9lIOo]{0,5}(?:\.[0-9]{1,3})?[a-zA-ZđĐ]?[ \n]?(?:/[ \n]?(?:19|20|21)[0-9]{2}[ \n]?)?"
    r"[/–—-][ \n]?[^\W\d_]"
)
# A number that begins with a letter which is read for a digit: "số l6/CT-TTg".
_MISREAD = re.compile(r"ố[ \n](?=[lIO]{1,2}[0-9][0-9lIOo]{0,4}[ \n]?[/–—-][ \n]?[^\W\d_])")
# The thousands of a serial that was printed in two parts: "số 1 456/QĐ-UBND".
_THOUSANDS = re.compile(r"(?<=ố )[1-9][0-9]{0,2}[ \n](?=[0-9]{3}[ \n]?[/–—-])")
# The symbol of a number whose serial is blank: "số /KH-UBND", "số .../QĐ-UBND".
_BLANK = re.compile(r"[/-](?<=[ \n.…_:][/-])(?=[^\W\d_]{1,8}[ ]?[/–-][ ]?[^\W\d_])")
_DOTS = re.compile(r"[.…_][ .…_]{0,40}\Z")
# A file, an address, a longer code.
_NO_NUMBER = re.compile(
    r"[_@\\]|\.(?:docx?|pdf|xlsx?|pptx?|html?|aspx?|txt|md|zip|rar|jpe?g|png)\b", re.IGNORECASE
)
# The serials that share what follows them: "số 217, 218-QĐ/TW", "số 18 và số 19-NQ/TW".
_SHARING = re.compile(
    r"(?:(?<![\w./-])[0-9]{1,6}[a-z]?(?:,[ \n]?|,?[ \n](?:và|&)[ \n])(?:số[ \n])?){1,10}\Z"
)
_SERIAL = re.compile(r"(?P<serial>[0-9]{1,6})(?P<letter>[a-z]?)")
_WINDOW = 80
_LONGEST_THOUSANDS = 6
_ONE_CAPITAL = 1


class FoundNumber(NamedTuple):
    """A number in a text, with the word for its kind."""

    number: DocumentNumber
    span: Span
    problems: tuple[str, ...]
    before: KindWord


def find_numbers(text: str) -> Iterator[FoundNumber]:
    """The numbers of a reading text, in order, the document's own among them."""
    places = [_place_start(text, match.start()) for match in _PLACE.finditer(text)]
    places += [match.end() for match in _MISREAD.finditer(text)]
    blanks = [_blank_start(text, match.start()) for match in _BLANK.finditer(text)]
    done = 0
    for place in sorted(places + [blank for blank in blanks if blank is not None]):
        if place < done:
            continue
        read = read_number(text, place)
        if read is None or _NO_NUMBER.match(text, read.span.end):
            continue
        found = tuple(_with_sharing(text, _with_kind(text, read)))
        if not _is_number(found[0]):
            continue
        done = read.span.end
        yield from found


def _place_start(text: str, place: int) -> int:
    """Where a serial begins: before the digits at ``place`` where thousands stand apart."""
    if place < _LONGEST_THOUSANDS or text[place - 1] not in " \n":
        return place
    start = text.rfind("ố ", place - _LONGEST_THOUSANDS, place)
    apart = _THOUSANDS.match(text, start + 2) if start >= 0 else None
    return apart.start() if apart and apart.end() == place else place


def _blank_start(text: str, separator: int) -> int | None:
    """Where a blank serial begins, at its dots or its separator; None if "số" is not before it."""
    dots = _DOTS.search(text, max(0, separator - 48), separator)
    start = dots.start() if dots else separator
    word = text[max(0, start - 6) : start].rstrip(" :\n").casefold()
    return start if word.endswith("số") else None


def _with_kind(text: str, read: PrintedNumber) -> FoundNumber:
    before = kind_before(text, read.span.start)
    abbreviation = read.number.kind_abbreviation
    likely = before.own or not _is_unlikely(before, abbreviation)
    if not likely and (before.numbered or abbreviation is not None):
        before = kind_further_back(text, before, abbreviation)
    return FoundNumber(*read, before)


def _is_unlikely(before: KindWord, abbreviation: str | None) -> bool:
    """Whether no kind is printed right before, or one in small letters that the symbol denies."""
    if before.text is None or before.kind is None:
        return True
    return before.text[0].islower() and abbreviation not in before.kind.abbreviations


def _with_sharing(text: str, found: FoundNumber) -> Iterator[FoundNumber]:
    """The number, after those that share its symbol."""
    start = found.span.start
    sharing = _SHARING.search(text, max(0, start - _WINDOW), start)
    before = kind_before(text, sharing.start()) if sharing else None
    if sharing is None or before is None or not (before.numbered or before.text):
        yield found
        return
    number = found.number
    for serial in _SERIAL.finditer(text, sharing.start(), sharing.end()):
        shared = DocumentNumber(
            serial=serial["serial"], letter=serial["letter"], year=number.year, symbol=number.symbol
        )
        yield FoundNumber(shared, Span(*serial.span()), (), before)
    yield found._replace(before=before)


def _is_letter(kind: InstrumentKind) -> bool:
    """Whether the symbol of such documents names no kind, so that any body may stand alone."""
    return kind.name in {"Công văn", "Văn bản"}


def _is_number(found: FoundNumber) -> bool:
    """Whether what has the form of a number is one, by its words and by what is known."""
    groups, before = found.number.groups, found.before
    if before.other:
        return False
    first = groups[0]
    if len(groups) == 1:
        if LEGISLATURE.fullmatch(first) and found.number.year:
            return True
        if before.kind is None:
            return False
        return is_known_issuer(first) or (
            before.numbered and (first in before.kind.abbreviations or _is_letter(before.kind))
        )
    if before.text is not None and before.numbered:
        return True
    if first in kind_abbreviations():
        return is_known(groups[1]) or len(groups[1]) > _ONE_CAPITAL
    if before.numbered and any(is_known_issuer(group) for group in groups[1:]):
        return True
    return is_known_issuer(first) or before.text is not None

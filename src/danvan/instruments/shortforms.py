"""Short mentions of documents that were named in full before.

"Chỉ thị số 33" after "Chỉ thị số 33/CT-TTg", and what a text calls a document itself: "(sau đây gọi
tắt là Quy chế 12)". Such words are citations only where the document that they stand for is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import attrs

from danvan.instruments.kinds import find_kind
from danvan.instruments.kindwords import kind_before
from danvan.instruments.model import Citation, Instrument
from danvan.span import Span
from danvan.text import BREAK, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from danvan.instruments.kinds import InstrumentKind

_MOST_NAMES = 32
_LONGEST_KIND = 4
_WINDOW = 800

# A serial alone, and what may follow it: a mark or a word that goes on with the sentence. Units of
# measure and of time do not ("Kế hoạch 30 ngày").
_SERIAL = re.compile(
    r"(?P<serial>[0-9](?<=[ \n][0-9])[0-9]{0,4}[a-zđ]?)"
    rf"(?=[ \n]?[,;)”\"{BREAK}]|\.(?![0-9])|\Z|[ \n](?:của|và|về|tại|cho|trên|trong|thì|là|đã|được|"
    r"phải|theo|với|gắn|từ|nêu|đến|đối|do|có|nhằm|để|quy)(?!\w))"
)
# Examples: "(sau đây gọi tắt là Kế hoạch 61)", "(sau đây viết tắt là “Luật THDC”)".
_DEFINITION = re.compile(
    r"(?:gọi|viết)[ \n](?:chung[ \n]|tắt[ \n])?là:?[ \n][“\"]?"
    rf"(?P<name>[^“”\"()\n;,{BREAK}]{{2,80}}?)(?=[”\"]?[ \n]?[),;.{BREAK}\n]|\Z)"
)
_CLAUSE = re.compile(rf"[;{BREAK}]|\.[ \n](?=[A-ZĐÀ-Ỹ])")


def with_short_forms(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations and the short mentions of their documents, in order, with antecedents.

    The name of a short mention is what is printed; what it stands for is its antecedent.
    """
    named = list(_named_by_the_text(text, citations))
    taken = _Taken(citations)
    short = list(_bare_serials(text, citations, taken))
    if named:
        short += _by_name(text, named, _Taken([*citations, *short]))
    if not named and not short:
        return list(citations)
    joined = [_joined(citation, named) for citation in citations]
    return sorted([*joined, *short], key=lambda c: (c.span.start, c.span.end))


class _Named(NamedTuple):
    """A name that a text gives to a document, from a place on."""

    name: str
    kind: InstrumentKind
    kind_text: str
    start: int
    instrument: Instrument


class _Taken:
    """Where citations stand already."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._extents = sorted((c.extent.start, c.extent.end) for c in citations)
        self._starts = [start for start, _ in self._extents]

    def holds(self, start: int, end: int) -> bool:
        """Whether a citation overlaps the stretch."""
        before = bisect_right(self._starts, end - 1)
        return any(stop > start for _, stop in self._extents[max(0, before - 2) : before])


def _base(kind: InstrumentKind) -> str:
    return kind.base or kind.name


def _full(citation: Citation) -> Instrument:
    return citation.antecedent or citation.instrument


def _bare_serials(text: str, citations: Sequence[Citation], taken: _Taken) -> Iterator[Citation]:
    """The mentions of a kind and a serial that one document before them has, and no other."""
    numbered = [c for c in citations if c.instrument.number and c.instrument.kind]
    serials = {_serial_of(c) for c in numbered}
    before: dict[tuple[str, str], dict[str, Instrument]] = {}
    passed = 0
    for match in _SERIAL.finditer(text) if serials else ():
        serial = match["serial"].lstrip("0")
        if serial not in serials or taken.holds(*match.span()):
            continue
        while passed < len(numbered) and numbered[passed].span.end <= match.start():
            _remember(before, numbered[passed])
            passed += 1
        word = kind_before(text, match.start())
        if word.kind is None or word.text is None or not word.text[0].isupper():
            continue
        meant = before.get((_base(word.kind), serial), {})
        if len(meant) == 1:
            (instrument,) = meant.values()
            yield _short(text, word.start, match.end(), word.kind, word.text, instrument)


def _serial_of(citation: Citation) -> str:
    number = citation.instrument.number
    return number.serial.lstrip("0") + number.letter if number else ""


def _remember(before: dict[tuple[str, str], dict[str, Instrument]], citation: Citation) -> None:
    kind, instrument = citation.instrument.kind, _full(citation)
    if kind is not None:
        known = before.setdefault((_base(kind), _serial_of(citation)), {})
        known.setdefault(instrument.key, instrument)


def _named_by_the_text(text: str, citations: Sequence[Citation]) -> Iterator[_Named]:
    if "gọi" not in text and "viết" not in text:
        return
    starts = [citation.extent.start for citation in citations]
    found = 0
    for match in _DEFINITION.finditer(text):
        kind = _kind_of(match["name"])
        at = bisect_right(starts, match.start()) - 1
        if kind is None or found == _MOST_NAMES:
            continue
        owner = _owner(text, citations, at, match.start(), kind[0])
        if owner is not None:
            found += 1
            yield _Named(match["name"], *kind, match.start("name"), _full(owner))


def _kind_of(name: str) -> tuple[InstrumentKind, str] | None:
    """The kind with which a name begins, and its words; None where nothing tells it apart."""
    words = name.split()
    for count in range(min(_LONGEST_KIND, len(words) - 1), 0, -1):
        kind_text = " ".join(words[:count])
        kind = find_kind(kind_text)
        if kind is not None and words[count] not in {"này", "trên"}:
            return kind, kind_text
    return None


def _owner(
    text: str, citations: Sequence[Citation], at: int, end: int, kind: InstrumentKind
) -> Citation | None:
    """The first document of that kind in the clause before; others are in its title."""
    start = max(0, end - _WINDOW)
    for mark in _CLAUSE.finditer(text, start, end):
        start = mark.end()
    owner = None
    while at >= 0 and citations[at].extent.start >= start:
        own = citations[at].instrument.kind
        if own is not None and _base(own) == _base(kind):
            owner = citations[at]
        at -= 1
    return owner


def _by_name(text: str, named: Sequence[_Named], taken: _Taken) -> Iterator[Citation]:
    """The mentions by the names that the text has given, the giving itself among them."""
    meant: dict[str, _Named] = {}
    for one in named:
        meant.setdefault(" ".join(one.name.split()), one)
    longest_first = sorted(meant, key=len, reverse=True)
    forms = "|".join(r"[ \n]".join(map(re.escape, name.split())) for name in longest_first)
    for match in re.finditer(rf"(?<!\w)(?:{forms})(?!\w|[ ]?[/-]\w)", text):
        one = meant[" ".join(match.group().split())]
        if match.start() >= one.start and not taken.holds(*match.span()):
            yield _short(text, *match.span(), one.kind, one.kind_text, one.instrument)


def _joined(citation: Citation, named: Sequence[_Named]) -> Citation:
    """A citation of a name that the text has given, with what it stands for."""
    name = citation.instrument.name
    if name is None or citation.antecedent is not None or not named:
        return citation
    for one in named:
        if folded(one.name) == folded(name) and citation.span.start >= one.start:
            return attrs.evolve(citation, antecedent=one.instrument)
    return citation


def _short(
    text: str, start: int, end: int, kind: InstrumentKind, kind_text: str, meant: Instrument
) -> Citation:
    printed = text[start:end]
    return Citation(
        instrument=Instrument(kind=kind, name=" ".join(printed.split())),
        text=printed,
        span=Span(start, end),
        kind_text=kind_text,
        extent=Span(start, end),
        antecedent=meant,
    )

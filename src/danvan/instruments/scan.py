"""Finding citations in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.instruments.antecedents import with_antecedents
from danvan.instruments.lead import with_leads
from danvan.instruments.model import Citation, Instrument
from danvan.instruments.names import FoundName, find_names
from danvan.instruments.numbers import FoundNumber, find_numbers
from danvan.instruments.shortforms import with_short_forms
from danvan.instruments.tails import Dates, read_tail
from danvan.instruments.titles import read_title
from danvan.span import Span
from danvan.text import BREAK, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from danvan.dates import PartialDate, TimeExpression
    from danvan.instruments.kinds import InstrumentKind
    from danvan.instruments.kindwords import KindWord
    from danvan.instruments.number import DocumentNumber

# Between two mentions that share a tail: "217-QĐ/TW và Quyết định số 218-QĐ/TW ngày ...".
_JOINT = re.compile(
    r"(?:[ \n]?[(\[][0-9]{1,2}[)\]])?,?[ \n]?(?:(?:và|cùng|với)[ \n])?(?:(?:các|số)[ \n])?"
)
# Between the numbers of a list: "số 12/TTr-SNV, số 13/TTr-SNV".
_LONGEST_TITLE = 600
_LISTED = re.compile(r"[ \n]?[,;]?[ \n]?(?:(?:và|cùng)[ \n])?")


def scan(text: str, times: Sequence[TimeExpression] | None = None) -> tuple[Citation, ...]:
    """The citations of a reading text (viện dẫn), in reading order.

    Args:
        text: a reading text (`danvan.text.reading`, or that of a plan).
        times: the time expressions of the same text, if they have been found already.

    Returns:
        The citations; their spans point into ``text``. The number of the document itself ("Số:
        12/KH-UBND" in its head or in a table above it) is none.

    >>> [
    ...     c.issuer
    ...     for c in (c.instrument for c in scan("Chỉ thị 33/CT-TTg của Thủ tướng Chính phủ"))
    ... ]
    ['Thủ tướng Chính phủ']
    """
    dates_of = Dates(text, times)
    names = tuple(find_names(text))
    named = {name.number_at: name for name in names if name.number_at is not None}
    numbers = tuple(find_numbers(text))
    found = [_of_name(text, name, dates_of) for name in names if name.number_at is None]
    found += _of_numbers(text, _without_own(numbers), named, dates_of)
    found.sort(key=_place_of)
    joined = with_antecedents(_with_shared_tails(text, found))
    return tuple(with_leads(text, with_short_forms(text, joined)))


def find(raw: str) -> tuple[Citation, ...]:
    """The citations of any text (viện dẫn), their spans pointing into it.

    >>> [c.text for c in find("Quyết định số 217-QĐ/TW và Luật Tố cáo năm 2018")]
    ['217-QĐ/TW', 'Luật Tố cáo năm 2018']
    """
    view = reading(raw)
    return tuple(citation.moved(view) for citation in scan(view.text))


def _place_of(citation: Citation) -> tuple[int, int]:
    return citation.span.start, citation.span.end


def _without_own(numbers: Iterable[FoundNumber]) -> list[FoundNumber]:
    """The numbers that are cited: not the document's own, nor its mentions above its head."""
    numbers = tuple(numbers)
    last_own: dict[DocumentNumber, int] = {}
    for found in numbers:
        if found.before.own:
            last_own[found.number] = found.span.start
    return [
        found
        for found in numbers
        if not found.before.own and found.span.start >= last_own.get(found.number, 0)
    ]


def _of_numbers(
    text: str,
    numbers: Iterable[FoundNumber],
    named: dict[int, FoundName],
    dates_of: Dates,
) -> Iterator[Citation]:
    listed = _Listed(text)
    for found in numbers:
        name = named.get(found.span.start)
        before = listed.before(found)
        number = found.number
        tail = read_tail(text, found.span.end, dates_of, joint=len(number.issuers) > 1)
        start = name.start if name else before.start
        listed.previous = found._replace(before=before)
        listed.end = tail.end
        yield Citation(
            instrument=Instrument(
                kind=name.kind if name else before.kind,
                number=number,
                issued_on=tail.issued_on,
                issuer=tail.issuer or before.issuer,
                title=name.title if name else read_title(text, tail.end),
            ),
            text=found.span.of(text),
            span=found.span,
            kind_text=name.kind_text if name else before.text,
            extent=Span(min(start, found.span.start), tail.end),
            problems=found.problems + tail.problems,
        )


class _Listed:
    """What the numbers of a list have from its head: "các Tờ trình: số 1/TTr-A, số 2/TTr-A"."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.previous: FoundNumber | None = None
        self.end = 0

    def before(self, found: FoundNumber) -> KindWord:
        """The word for the kind before a number, or before the first number of its list."""
        before, head = found.before, self.previous
        if before.text is not None or head is None or head.before.text is None:
            return before
        if head.number.kind_abbreviation != found.number.kind_abbreviation:
            return before
        if _LISTED.fullmatch(self._text, self.end, before.start) or self._after_title(before):
            first = head.before
            return before._replace(text=first.text, kind=first.kind, issuer=first.issuer)
        return before

    def _after_title(self, before: KindWord) -> bool:
        """Whether the next item begins after the title of the one before ("... về A; số 2/...")."""
        gap = self._text[self.end : before.start][:_LONGEST_TITLE]
        return before.numbered and gap.endswith(("; ", ";\n")) and BREAK not in gap


def _of_name(text: str, name: FoundName, dates_of: Dates) -> Citation:
    is_over = name.inside or name.issuer is not None
    tail = None if is_over else read_tail(text, name.end, dates_of)
    kind: InstrumentKind | None = name.kind
    return Citation(
        instrument=Instrument(
            kind=kind,
            name=_name_of(text, name),
            issued_on=tail.issued_on if tail else None,
            issuer=name.issuer or (tail.issuer if tail else None),
        ),
        text=text[name.start : name.end],
        span=Span(name.start, name.end),
        kind_text=name.kind_text,
        extent=Span(name.start, tail.end if tail else name.end),
        problems=tail.problems if tail else (),
    )


def _name_of(text: str, name: FoundName) -> str:
    printed = " ".join(text[name.start : name.end].split())
    return f"{name.kind_text} {printed}" if name.listed else printed


def _with_shared_tails(text: str, found: Sequence[Citation]) -> list[Citation]:
    """The citations, each with what a joint one after it says for both.

    In "217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị" date and issuer belong to both.
    Nothing is shared with one that has its own issuer, nor with one of another body. A title after
    them is that of all together, so that none has it.
    """
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        earlier, later = shared[index], shared[index + 1]
        if _shares(text, earlier, later):
            own, day = earlier.instrument, later.instrument.issued_on
            shared[index] = attrs.evolve(
                earlier,
                instrument=attrs.evolve(
                    own,
                    issued_on=own.issued_on or (day if _may_be_of(own.number, day) else None),
                    issuer=later.instrument.issuer,
                ),
            )
            shared[index + 1] = attrs.evolve(
                later, instrument=attrs.evolve(later.instrument, title=None)
            )
    return shared


def _may_be_of(number: DocumentNumber | None, day: PartialDate | None) -> bool:
    """Whether a number can be of a day: its year is that of the day."""
    years = {number.year if number else None, day.year if day else None} - {None}
    return len(years) < 2


def _shares(text: str, earlier: Citation, later: Citation) -> bool:
    one, other = earlier.instrument.number, later.instrument.number
    if one is None or other is None or earlier.instrument.issuer is not None:
        return False
    one_symbol = later.extent.start < earlier.extent.end
    begin = later.span.start if one_symbol else later.extent.start
    between = _JOINT.fullmatch(text, earlier.extent.end, begin)
    return one.issuers == other.issuers and between is not None

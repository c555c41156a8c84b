"""Finding citations in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.errors import ParseError
from danvan.instruments.kinds import find_kind
from danvan.instruments.model import Citation, Instrument
from danvan.instruments.number import DocumentNumber
from danvan.span import Span
from danvan.text import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from danvan.dates import TimeExpression

_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,6}[a-z]?[ ]?(?:/\d{4})?[/-][ ]?[A-ZĐ][\w&]*(?:[/-][ ]?[A-ZĐ][\w&]*)*"
)


def scan(text: str, times: Sequence[TimeExpression] | None = None) -> tuple[Citation, ...]:
    """The citations of a reading text, in reading order."""
    found = []
    for match in _NUMBER.finditer(text):
        try:
            number = DocumentNumber.parse(match.group())
        except ParseError:
            continue
        words = text[max(0, match.start() - 40) : match.start()].removesuffix("số ").split()
        kind = next((k for n in (3, 2) if (k := find_kind(" ".join(words[-n:])))), None)
        found.append(
            Citation(
                instrument=Instrument(kind=kind, number=number),
                text=match.group(),
                span=Span(*match.span()),
                kind_text=kind and kind.name,
                extent=Span(*match.span()),
            )
        )
    return tuple(found)


def find(raw: str) -> tuple[Citation, ...]:
    """The citations of any text."""
    view = reading(raw)
    return tuple(citation.moved(view) for citation in scan(view.text))

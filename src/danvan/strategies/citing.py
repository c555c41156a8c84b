"""Citing: documents that drawn plans rest on, and the words in which they are cited (viện dẫn)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from danvan.dates import PartialDate
from danvan.instruments import Citation, CitationRole, DocumentNumber, Instrument, find_kind
from danvan.strategies.terms import NOWHERE, day_in_figures, day_in_words
from danvan.strategies.words import words

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices


class Cited(NamedTuple):
    """A citation with its words."""

    text: str
    citation: Citation


class Library:
    """The documents of one plan: each is cited in full once, then by kind and number."""

    def __init__(self, before: datetime.date, choices: Choices, *, party: bool) -> None:
        self._before = before
        self._choices = choices
        self._party = party
        self._taken: set[str] = set()
        self.full: list[Citation] = []

    def law(self) -> Cited:
        """A law by its name and year."""
        left = [name for name in words()["laws"] if name not in self._taken]
        name = self._choices.one(left)
        self._taken.add(name)
        instrument = Instrument(kind=find_kind("Luật"), name=name)
        citation = Citation(
            instrument=instrument,
            text=name,
            span=NOWHERE,
            kind_text="Luật",
            extent=NOWHERE,
            role=CitationRole.BASIS,
            in_preamble=True,
        )
        return Cited(name, citation)

    def cited(self, role: CitationRole, *, title: str | None = None) -> Cited:
        """A document that was not cited yet: kind, number, day, issuer, and what it is about.

        NĐ 30/2020, Phụ lục I, mục II.6.b; the Party has a comma before the day.
        """
        choices = self._choices
        kind, pattern, issuer = choices.one(words()["cited"])
        day = self._before - datetime.timedelta(days=choices.number(1, 1500))
        serial = self._serial(pattern)
        printed = pattern.format(n=f"{serial:02}", y=day.year)
        comma = "," if self._party else ""
        dated = choices.one((day_in_figures, day_in_words))(day)
        text = f"{kind} số {printed}{comma} ngày {dated} của {issuer}"
        about = None
        if title is not None:
            text += f" {title}"
            about = title.removeprefix("về ")
        instrument = Instrument(
            kind=find_kind(kind),
            number=DocumentNumber.parse(printed),
            issued_on=PartialDate.of(day),
            issuer=issuer,
            title=about,
        )
        citation = Citation(
            instrument=instrument,
            text=printed,
            span=NOWHERE,
            kind_text=kind,
            extent=NOWHERE,
            role=role,
            in_preamble=role is CitationRole.BASIS,
        )
        self.full.append(citation)
        return Cited(text, citation)

    def again(self, role: CitationRole) -> Cited:
        """A document that was cited in full before, by kind and number."""
        first = self._choices.one(self.full)
        text = f"{first.kind_text} số {first.text}"
        instrument = Instrument(kind=first.instrument.kind, number=first.instrument.number)
        citation = Citation(
            instrument=instrument,
            text=first.text,
            span=NOWHERE,
            kind_text=first.kind_text,
            extent=NOWHERE,
            role=role,
            antecedent=first.instrument,
        )
        return Cited(text, citation)

    def _serial(self, pattern: str) -> int:
        """A number that no other document of this symbol has."""
        serial = self._choices.number(1, 899)
        while f"{pattern}{serial}" in self._taken:
            serial += 1
        self._taken.add(f"{pattern}{serial}")
        return serial

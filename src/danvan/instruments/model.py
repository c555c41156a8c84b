"""`Instrument` and `Citation`: a document, and a place where it is named."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate
from danvan.instruments.kinds import InstrumentKind
from danvan.instruments.number import DocumentNumber
from danvan.span import Span

if TYPE_CHECKING:
    from danvan.text import View


class CitationRole(enum.StrEnum):
    """Why a document is named (vai trò của viện dẫn)."""

    BASIS = "basis"
    IMPLEMENTS = "implements"
    REFERENCE = "reference"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    ISSUED_WITH = "issued-with"
    REPORTS_ON = "reports-on"


@attrs.frozen(kw_only=True)
class Instrument:
    """A document, as far as a text identifies it (văn bản).

    ``number`` is None for what is cited by ``name`` ("Luật Tố cáo năm 2018"). ``issuer`` is as
    printed. ``title`` is what the document is about, in the words of the text.
    """

    kind: InstrumentKind | None = None
    number: DocumentNumber | None = None
    name: str | None = None
    issued_on: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None


@attrs.frozen(kw_only=True)
class Citation:
    """A place where a document is named (viện dẫn).

    ``instrument`` is what this place says of it. ``text`` and ``span`` are the number, or the whole
    name where there is no number; ``kind_text`` the kind as printed; ``extent`` the whole mention.
    ``problems`` are codes of what is badly written. ``antecedent`` is the same document at its
    first full mention.
    """

    instrument: Instrument
    text: str
    span: Span
    kind_text: str | None = None
    extent: Span
    role: CitationRole | None = None
    in_preamble: bool = False
    problems: tuple[str, ...] = ()
    antecedent: Instrument | None = None

    @property
    def resolved(self) -> Instrument:
        """What this mention and the first full one say together."""
        first = self.antecedent
        if first is None:
            return self.instrument
        own = {
            field.name: value
            for field in attrs.fields(Instrument)
            if (value := getattr(self.instrument, field.name)) is not None
        }
        return attrs.evolve(first, **own)

    def moved(self, view: View) -> Citation:
        """The same mention, its spans and text being those of the source of ``view``."""
        span = view.span(self.span.start, self.span.end)
        return attrs.evolve(
            self,
            text=span.of(view.source),
            span=span,
            extent=view.span(self.extent.start, self.extent.end),
        )

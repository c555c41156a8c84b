"""`Case`: a document under examination, and what several rules ask about it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from danvan import dates
from danvan.checks.settings import Settings
from danvan.instruments import Register, contradictions
from danvan.plan import Paragraph, PartKind, Plan, Section
from danvan.span import Span
from danvan.text import clean
from danvan.units import System

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from danvan.dates import TimeExpression
    from danvan.instruments import Citation, Contradiction, DocumentNumber
    from danvan.text import View

_PLAN = "Kế hoạch"
_PARTY_HEAD = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_TRUNCATED = "R104"


@attrs.frozen(slots=False, kw_only=True)
class Case:
    """A plan that is checked (trường hợp kiểm tra), with all that rules may look at.

    ``superiors`` are the plans above it that are at hand; ``register`` the known instruments.
    """

    plan: Plan
    superiors: tuple[Plan, ...] = ()
    register: Register
    settings: Settings = attrs.Factory(Settings)

    @cached_property
    def day(self) -> datetime.date | None:
        """The day of issue; of a day left blank, the last that it can be."""
        issued_on = self.plan.issued_on
        if issued_on is None or issued_on.year is None:
            return None
        return issued_on.latest

    @cached_property
    def systems(self) -> frozenset[System]:
        """The parts of the political system to which the issuers belong, as far as known."""
        if self.is_of_party:
            return frozenset({System.PARTY})
        return frozenset(a.system for a in self.plan.issuers if a.system is not None)

    @cached_property
    def is_of_party(self) -> bool:
        """Whether the head is that of a document of the Party, whoever issues it."""
        return self.search(_PARTY_HEAD, self.head) is not None

    @cached_property
    def is_plan(self) -> bool:
        """Whether the document is a plan."""
        kind = self.plan.kind
        return kind is not None and _PLAN in {kind.name, kind.base}

    @cached_property
    def is_truncated(self) -> bool:
        """Whether the copy says that it leaves text out; then what is missing says nothing."""
        return any(finding.code == _TRUNCATED for finding in self.plan.findings)

    @cached_property
    def text(self) -> str:
        """The text of the document, as it was given."""
        return self.plan.source.text

    @cached_property
    def head(self) -> Span:
        """Where the document begins: its letterhead, or else its title, or its first character."""
        for kind in (PartKind.LETTERHEAD, PartKind.TITLE):
            spans = self.parts(kind)
            if spans:
                return Span.envelope(spans)
        return Span(0, min(1, len(self.text)))

    @cached_property
    def title(self) -> Span:
        """Where the name of the kind and the subject stand; the head where there is no title."""
        spans = self.parts(PartKind.TITLE)
        return Span.envelope(spans) if spans else self.head

    @cached_property
    def end(self) -> Span:
        """The last piece of the text before any appendix, as a place for what is missing there."""
        spans = [
            p.span
            for p in self.plan.parts
            if p.kind not in {PartKind.APPENDIX, PartKind.FURNITURE, PartKind.MARKUP}
        ]
        return spans[-1] if spans else Span(0, min(1, len(self.text)))

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions of the text."""
        return dates.find(self.text)

    @cached_property
    def numbered(self) -> tuple[tuple[Citation, DocumentNumber], ...]:
        """The citations of documents with a number, each with it."""
        told = ((c, c.instrument.number) for c in self.plan.citations)
        return tuple((c, number) for c, number in told if number is not None and number.serial)

    @cached_property
    def contradicted(self) -> tuple[tuple[Citation, Contradiction], ...]:
        """The citations that the register contradicts, each with one thing that it denies."""
        return tuple(
            (citation, found)
            for citation in self.plan.citations
            for found in contradictions(citation, self.register, self.day)
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections, in reading order."""
        return tuple(self.plan.walk())

    @cached_property
    def texts(self) -> tuple[tuple[str, Span], ...]:
        """Titles, paragraphs and notes, each with its place: what is written in sentences."""
        titled = ((s.title, s.title_span) for s in self.sections if s.title and s.title_span)
        running = ((p.text, p.span) for p in self.paragraphs)
        notes = ((note.text, note.span) for note in self.plan.footnotes)
        return tuple(sorted((*titled, *running, *notes), key=lambda told: told[1]))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the preamble and of all sections, in reading order."""
        inside = (p for section in self.sections for p in section.paragraphs)
        return (*self.plan.preamble, *inside)

    def parts(self, kind: PartKind) -> tuple[Span, ...]:
        """Where the pieces of a kind stand."""
        return tuple(p.span for p in self.plan.parts if p.kind is kind)

    def _composed(self, span: Span) -> View:
        """A stretch of the text in composed letters; several rules ask for the same ones."""
        view = self._views.get(span)
        if view is None:
            view = self._views[span] = clean(span.of(self.text))
        return view

    @cached_property
    def _views(self) -> dict[Span, View]:
        return {}

    def read(self, span: Span) -> str:
        """What stands at a span, in composed letters; to look at, and not to point into."""
        return self._composed(span).text

    def search(self, pattern: re.Pattern[str], within: Span) -> Span | None:
        """Where a pattern first matches in a stretch of the text, read as composed letters."""
        return next(self.search_all(pattern, within), None)

    def search_all(self, pattern: re.Pattern[str], within: Span) -> Iterator[Span]:
        """Where a pattern matches in a stretch of the text, read as composed letters."""
        view = self._composed(within)
        for match in pattern.finditer(view.text):
            span = view.span(match.start(), match.end())
            yield Span(span.start + within.start, span.end + within.start)

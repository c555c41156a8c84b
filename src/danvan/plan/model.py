"""The objects of a document: its parts, its outline, its duties, its head and its closing."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate, Period, Relation, TimeExpression
from danvan.findings import Finding
from danvan.instruments import Citation, DocumentNumber, Instrument, InstrumentKind
from danvan.span import Span
from danvan.text import Source
from danvan.units import AdministrativeUnit, Agency

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import pendulum


class PartKind(enum.StrEnum):
    """What a piece of the text is (thành phần thể thức)."""

    METADATA = "metadata"
    LETTERHEAD = "letterhead"
    TITLE = "title"
    PREAMBLE = "preamble"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    APPENDIX = "appendix"
    FURNITURE = "furniture"
    MARKUP = "markup"
    UNREAD = "unread"


class Role(enum.StrEnum):
    """What a section is for (vai trò của mục)."""

    PURPOSE = "purpose"
    REQUIREMENTS = "requirements"
    TARGETS = "targets"
    CONTENT = "content"
    SOLUTIONS = "solutions"
    IMPLEMENTATION = "implementation"
    FUNDING = "funding"
    EVALUATION = "evaluation"


class Provenance(enum.StrEnum):
    """How a field came to its value (nguồn gốc)."""

    READ = "read"
    INFERRED = "inferred"
    ABSENT = "absent"


@attrs.frozen
class Part:
    """One piece of the partition of the source (thành phần): no character is in two."""

    kind: PartKind
    span: Span


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph or bullet (đoạn).

    ``marker`` is "" or the bullet as printed; ``text`` is joined and clean. ``spans`` are its
    pieces where something interrupts it, a page break or a footnote.
    """

    marker: str = ""
    text: str
    span: Span
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Cell:
    """A cell of a table (ô)."""

    text: str
    span: Span


@attrs.frozen(kw_only=True)
class Table:
    """A table (bảng): ``rows`` without the ``header``, which is empty where there is none."""

    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[Cell, ...] = ()
    span: Span


@attrs.frozen(kw_only=True)
class Section:
    """A numbered part of the body (mục).

    ``label`` is as printed without end mark ("II", "2.1", "a"). ``title`` is None where the number
    opens running text: that text is then the first paragraph of ``body``, which holds what belongs
    to the section in reading order. ``level`` counts from 1; ``path`` names the section.
    """

    label: str
    title: str | None = None
    level: int
    path: str
    roles: tuple[Role, ...] = ()
    body: tuple[Section | Paragraph | Table, ...] = ()
    span: Span
    title_span: Span | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections directly below."""
        return tuple(b for b in self.body if isinstance(b, Section))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs and bullets directly below."""
        return tuple(b for b in self.body if isinstance(b, Paragraph))

    def walk(self) -> Iterator[Section]:
        """The section itself and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@attrs.frozen(kw_only=True)
class Deadline:
    """By when, or in which time, something is to be done (thời hạn).

    ``about`` is what is due, in the words of the document; ``section`` the path of the section.
    """

    when: TimeExpression
    about: str = ""
    section: str = ""
    agencies: tuple[Agency, ...] = ()
    text: str
    span: Span
    spans: tuple[Span, ...] = ()

    @property
    def relation(self) -> Relation | None:
        """How the duty relates to the time named: before, by, until, after, from, during."""
        return self.when.relation

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day on which the duty may be done, where one is set."""
        return self.when.earliest

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day on which the duty is still met: "trước ngày 20/6" gives 19 June."""
        return self.when.latest

    def is_overdue(self, on: date) -> bool:
        """Whether the last day has passed on a day; never where no last day is set."""
        latest = self.latest
        return latest is not None and latest < on


@attrs.frozen(kw_only=True)
class Assignment:
    """Work that is given to a body (phân công).

    ``lead`` is who must do it (chủ trì), ``coordinating`` who works with them (phối hợp),
    ``advising`` who advises (tham mưu cho), ``supervised`` whom they direct (chỉ đạo, đôn đốc),
    ``reports_to`` who receives the report and ``via`` through whom (qua).
    """

    lead: tuple[Agency, ...] = ()
    coordinating: tuple[Agency, ...] = ()
    advising: tuple[Agency, ...] = ()
    supervised: tuple[Agency, ...] = ()
    reports_to: tuple[Agency, ...] = ()
    via: tuple[Agency, ...] = ()
    action: str
    product: str | None = None
    deadlines: tuple[Deadline, ...] = ()
    section: str = ""
    span: Span
    spans: tuple[Span, ...] = ()


class Comparator(enum.StrEnum):
    """How what is reached must relate to a number (so sánh)."""

    EXACTLY = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "~"


class Change(enum.StrEnum):
    """Whether a number is the change itself and not the level to be reached (tăng, giảm)."""

    INCREASE = "increase"
    DECREASE = "decrease"


def _above_value(target: Target, _: attrs.Attribute[float], upper: float | None) -> None:
    if upper is not None and not upper > target.value:
        msg = f"the end of a range must lie above its beginning: {target.value} to {upper}"
        raise ValueError(msg)


@attrs.frozen(kw_only=True)
class Target:
    """A measurable aim (chỉ tiêu): "phấn đấu 100% ...", "ít nhất 02 mô hình".

    ``unit`` is what is counted as printed, or "%"; ``upper`` the end of a range ("từ 3 đến 5 mô
    hình"); ``change`` says that the number is a rise or fall ("giảm 5%"), not a level; ``about`` is
    what it is said of, in the words of the document without the number; ``section`` the path of
    the section, "" outside the outline.
    """

    value: float
    unit: str
    comparator: Comparator = Comparator.EXACTLY
    upper: float | None = attrs.field(default=None, validator=_above_value)
    change: Change | None = None
    about: str = ""
    section: str = ""
    span: Span


@attrs.frozen(kw_only=True)
class Recipient:
    """A line of "Nơi nhận": ``text`` keeps the bracket, from which ``purpose`` is taken."""

    text: str
    agency: Agency | None = None
    purpose: str | None = None
    span: Span


@attrs.frozen(kw_only=True)
class Footnote:
    """A note (cước chú): its mark and its text."""

    mark: str
    text: str
    span: Span
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Signature:
    """A printed signature block (chữ ký).

    ``authority`` is the line "TM. ỦY BAN NHÂN DÂN", ``on_behalf`` its sign in one form (TM, KT, TL,
    TUQ, Q), ``position`` the post and ``name`` the person.
    """

    authority: str | None = None
    on_behalf: str | None = None
    position: str | None = None
    name: str | None = None
    span: Span
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Appendix:
    """What is attached (phụ lục): its label, title and content."""

    label: str = ""
    title: str | None = None
    body: tuple[Section | Paragraph | Table, ...] = ()
    span: Span


@attrs.frozen(kw_only=True)
class Plan:
    """A plan (kế hoạch), or another document as far as its parts are the same.

    ``kind`` is None where the text does not say it. ``issued_with`` is the decision that carries
    the plan. ``place`` is as printed, ``place_unit`` the unit that it names, where that is settled.
    ``bases`` are the citations on which the preamble rests. ``provenance`` tells for each field of
    the head whether it was read, inferred or is absent.
    """

    source: Source
    kind: InstrumentKind | None = None
    number: DocumentNumber | None = None
    number_text: str | None = None
    issuers: tuple[Agency, ...] = ()
    superior: Agency | None = None
    addressees: tuple[Recipient, ...] = ()
    issued_with: Instrument | None = None
    draft: bool = False
    place: str | None = None
    place_unit: AdministrativeUnit | None = None
    issued_on: PartialDate | None = None
    subject: str | None = None
    period: Period | None = None
    urgency: str | None = None
    secrecy: str | None = None
    preamble: tuple[Paragraph, ...] = ()
    citations: tuple[Citation, ...] = ()
    bases: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    archive: str | None = None
    signatures: tuple[Signature, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    parts: tuple[Part, ...] = ()
    provenance: dict[str, Provenance] = attrs.field(factory=dict)
    findings: tuple[Finding, ...] = ()

    def walk(self) -> Iterator[Section]:
        """All sections, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def coverage(self) -> float:
        """The share of the text that was read: 1.0 where no part is unread.

        White space and control or format characters do not count. An empty text is read.
        """
        from danvan.plan.parts import coverage  # noqa: PLC0415 - parts.py imports this module

        return coverage(self.source.text, self.parts)

    def equivalent(self, other: Plan) -> bool:
        """Whether another plan says the same, wherever and in whatever layout it stands.

        Spans, source, parts, findings and provenance do not count, and texts are compared after
        NFC, removal of markup and joining of white space. ``danvan.plan.differences`` tells why
        not.
        """
        from danvan.plan.equivalence import differences  # noqa: PLC0415 - it imports this module

        return not differences(self, other)

"""`parse`: a text in, a plan out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan import dates, instruments, units
from danvan.instruments import Citation, CitationRole, Instrument, InstrumentKind
from danvan.plan import remarks
from danvan.plan.addressees import read_addressees
from danvan.plan.appendices import find_appendices, name_appendices
from danvan.plan.assemble import Assembler
from danvan.plan.bases import find_bases
from danvan.plan.blocks import Block, BlockKind, Blocks, make_blocks
from danvan.plan.bodies import Bodies
from danvan.plan.closing import read_closing
from danvan.plan.columns import tabulated
from danvan.plan.deadlines import read_deadlines
from danvan.plan.duties import demand_of, read_duties
from danvan.plan.extents import Extents
from danvan.plan.facts import lay_out
from danvan.plan.fragments import join_fragments
from danvan.plan.furniture import mark_running_heads
from danvan.plan.issuers import settle
from danvan.plan.letterhead import read_letterhead
from danvan.plan.line import Line, LineKind
from danvan.plan.lines import split_lines
from danvan.plan.model import Part, PartKind, Plan, Provenance, Recipient
from danvan.plan.notes import notes_below, settle_notes
from danvan.plan.outline import Node, grow_outline, name_outline
from danvan.plan.parts import PartList
from danvan.plan.provenance import of_draft, period_of, told
from danvan.plan.regions import Regions, find_regions
from danvan.plan.runin import part_run_in
from danvan.plan.seams import part_lines
from danvan.plan.stream import make_stream
from danvan.plan.targets import read_targets
from danvan.plan.tasks import Row, duties_of, read_rows
from danvan.plan.title import TitleBlocks, subject_of, title_blocks
from danvan.plan.whereabouts import Whereabouts
from danvan.plan.wrapping import NOT_WRAPPED, Wrapping, measure
from danvan.text import Source, clean

if TYPE_CHECKING:
    from danvan.dates import PartialDate, TimeExpression
    from danvan.findings import Finding
    from danvan.units import Agency


def parse(text: str | Source) -> Plan:
    r"""Read a plan (kế hoạch), or another document as far as its parts are the same.

    Takes any text. What cannot be read is a finding of the plan, never an error.

    Args:
        text: the text, or a source with a name.

    Returns:
        The plan, whose spans point into the text as it was given.

    >>> plan = parse("KẾ HOẠCH\nThực hiện công tác dân vận năm 2024\n\nI. MỤC ĐÍCH\n\n- Nâng cao.")
    >>> plan.kind.name, plan.subject, plan.sections[0].title
    ('Kế hoạch', 'Thực hiện công tác dân vận năm 2024', 'MỤC ĐÍCH')
    """
    source = text if isinstance(text, Source) else Source(text)
    return _Reader(source).plan()


class _Reader:
    """One reading of one source: each step sees what the steps before it found."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.clean = clean(source.text)
        self.lines = split_lines(self.clean.text)
        noted: list[Block] = []
        if source.layout is None:
            self.lines = tabulated(self.lines, self.clean.text)
            self.lines = part_lines(self.lines, self.clean.text)
            self.lines = join_fragments(self.lines, self.clean.text)
        else:
            self.lines, noted = lay_out(self.lines, self.clean, source.layout)
        self.lines = part_run_in(self.lines, self.clean.text)
        mark_running_heads(self.lines)
        self.regions = find_regions(self.lines)
        carrier = self.regions.carrier
        self.head_regions = carrier or self.regions
        self.head = read_letterhead(self._of(self.head_regions.letterhead), self.clean.text)
        last_lines = self._of(self.head_regions.closing)
        below, notes_at_end = notes_below(last_lines)
        self.closing = read_closing(last_lines[:below], self.clean.text)
        self.title = self._title(self.regions)
        self.body = self._blocks(self.regions.body)
        self.attached = self._blocks(self.regions.appendix)
        self.appendices = find_appendices(self.attached.blocks)
        self.carried = self._blocks(carrier.body) if carrier else Blocks([], [])
        for block in self.carried.blocks:
            if block.is_labelled:
                block.marker = None  # "Điều 1." stands in the text of a decision's paragraphs
        self.carrier_title = self._title(carrier) if carrier else TitleBlocks(None, None)
        self.notes = [b for b in self.body.blocks if b.kind is BlockKind.FOOTNOTE]
        self.notes += [b for b in self.attached.blocks if b.kind is BlockKind.FOOTNOTE]
        self.notes += notes_at_end + noted
        self.lines += [line for block in noted for line in block.lines]
        self.running = [b for b in self.body.blocks if b.kind is not BlockKind.FOOTNOTE]
        self.outline = grow_outline(self.running)
        self.reading = make_stream(self.clean, self._stream())
        name_outline(self.outline)
        name_appendices(self.appendices)

    def _of(self, numbers: range) -> list[Line]:
        return self.lines[numbers.start : numbers.stop]

    def _title(self, regions: Regions) -> TitleBlocks:
        if regions.title is None:
            return TitleBlocks(None, None)
        return title_blocks(self.lines, regions.title, self.clean.text)

    def _blocks(self, numbers: range) -> Blocks:
        lines = self._of(numbers)
        layout = self.source.layout
        laid_out = layout is not None and layout.paragraphs is not None
        wrapping = NOT_WRAPPED if laid_out else self._wrapping(lines)
        made = make_blocks(lines, wrapping)
        return Blocks(settle_notes(made.blocks, wrapping), made.furniture)

    def _wrapping(self, lines: list[Line]) -> Wrapping:
        """How lines are cut: where they are too few to say it, as the whole document is."""
        wrapping = measure(lines)
        regions, carrier = self.regions, self.regions.carrier
        if wrapping.wrapped or not (carrier or regions.appendix):
            return wrapping
        bodies = (carrier.body if carrier else range(0), regions.body, regions.appendix)
        whole = measure([line for numbers in bodies for line in self._of(numbers)])
        return whole if whole.exact else wrapping

    def _stream(self) -> list[Block]:
        titles = (
            self.carrier_title.subject,
            self.carrier_title.carried,
            *self.carried.blocks,
            self.title.subject,
            self.title.carried,
        )
        attached = [b for b in self.attached.blocks if b.kind is not BlockKind.FOOTNOTE]
        return [b for b in (*titles, *self.running, *self.notes, *attached) if b is not None]

    def plan(self) -> Plan:
        """The plan."""
        text = self.reading.text
        head = self.head
        start, end = self._preamble_range()
        first_words = Bodies(text[:end], units.scan(text[:end]))
        issuers, context, issued_by = settle(head, first_words, start, end, self._last_words())
        whereabouts = Whereabouts(self.clean.text, context, issuers)
        context, issuers = whereabouts.context, whereabouts.issuers
        times = dates.scan(text, self._reference())
        citations = self._of_others(instruments.scan(text, times))
        bodies = Bodies(text, whereabouts.mentioned(units.scan(text, context)))
        bases = find_bases(text, citations, start, end)
        rows = self._task_rows()
        title = self.regions.title
        kind = title.kind if title else None
        demand = demand_of(kind.name if kind else None, self.outline, bodies)
        duties = read_duties(self.outline, bodies, demand) + duties_of(rows, bodies)
        duties.sort(key=lambda duty: duty.block.start)
        placed = self._placed(rows)
        dues = read_deadlines(text, times, citations, placed, self.head.issued_on)
        taken = Extents([*(t.span for t in times), *(c.extent for c in citations)])
        aims = read_targets(text, placed, rows, taken.hold)
        assembler = Assembler(self.clean, self.reading)
        deadlines = assembler.deadlines(dues, duties)
        cited = self._placed_citations(citations, bases, start, end)
        addressees = assembler.addressees(read_addressees(self._addressed()), context)
        addressees = whereabouts.received(addressees)
        recipients = whereabouts.received(assembler.recipients(self.closing, context))
        assignments = assembler.assignments(duties, dues, deadlines)
        heading = self.title.subject
        subject = subject_of(heading)
        named_by = (heading.start, heading.end) if heading else None
        cited_places = Extents(c.extent for c in citations)
        period, planned = period_of(text, times, named_by, (start, end), cited_places.hold)
        return Plan(
            source=self.source,
            kind=kind,
            number=head.number,
            number_text=head.number_text,
            issuers=issuers,
            superior=head.superior,
            addressees=addressees,
            issued_with=self._carrier_instrument(),
            draft=head.draft,
            place=head.place,
            place_unit=whereabouts.place(head.place),
            issued_on=head.issued_on,
            subject=subject,
            period=period,
            urgency=head.urgency,
            secrecy=head.secrecy,
            preamble=tuple(map(assembler.paragraph, self._unnumbered())),
            citations=tuple(sorted(cited, key=lambda c: c.span)),
            bases=tuple(c for c in cited if c.role is CitationRole.BASIS),
            sections=assembler.sections(self.outline),
            assignments=assignments,
            deadlines=tuple(deadlines),
            targets=tuple(map(assembler.target, aims)),
            recipients=recipients,
            archive=self.closing.archive,
            signatures=tuple(map(assembler.signature, self.closing.signatures)),
            footnotes=tuple(map(assembler.footnote, self.notes)),
            appendices=tuple(map(assembler.appendix, self.appendices)),
            parts=self._parts(),
            provenance=self._provenance(issued_by, planned, addressees),
            findings=(
                *self._findings(kind, times, issuers, issued_by),
                *whereabouts.findings((*addressees, *recipients), assignments),
            ),
        )

    def _preamble(self) -> list[Block]:
        """The blocks before the first number, those of the carrying decision included."""
        before = self.outline.preamble if self.outline.nodes else self.outline.preamble[:1]
        return [*self.carried.blocks, *before]

    def _addressed(self) -> list[Block]:
        """Where the addressees may stand: what comes before the first number."""
        return self.carried.blocks or self.outline.preamble

    def _unnumbered(self) -> list[Block]:
        """What stands in no section: the preamble, or all of a text without numbers."""
        return [*self.carried.blocks, *self.outline.preamble]

    def _preamble_range(self) -> tuple[int, int]:
        """Where in the reading text the preamble stands."""
        blocks = self._preamble()
        if not blocks:
            return 0, 0
        return blocks[0].start, blocks[-1].end

    def _last_words(self) -> str:
        """The last paragraph of the body, which may name the issuer in full."""
        return self.running[-1].text if self.running else ""

    def _reference(self) -> PartialDate | None:
        """The day from which incomplete dates take their year."""
        day = self.head.issued_on
        return day if day is not None and day.year is not None else None

    def _task_rows(self) -> list[Row]:
        """The rows of the task tables of the body and of what is attached."""
        tables: list[tuple[Block, Node | None]] = [
            (block, node)
            for node in self.outline.walk()
            for block in node.body
            if isinstance(block, Block)
        ]
        tables += [placed for attached in self.appendices for placed in attached.placed()]
        return [row for block, node in tables for row in read_rows(block, node)]

    def _placed(self, rows: list[Row]) -> list[tuple[Block, Node | None]]:
        """The blocks that may say when work is due, with their sections."""
        placed: list[tuple[Block, Node | None]] = []
        if not self.outline.nodes:
            placed = [(block, None) for block in self.outline.preamble]
        for node in self.outline.walk():
            placed.append((node.block, node))
            placed += [(block, node) for block in node.body if isinstance(block, Block)]
        placed += [(row.block, row.node) for row in rows]
        placed.sort(key=lambda p: p[0].start)
        return placed

    def _of_others(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """The citations without the document's mentions of its own number."""
        own, day = self.head.number, self.head.issued_on
        if own is None or not own.serial:
            return citations
        return tuple(
            c
            for c in citations
            if c.instrument.number != own or c.instrument.issued_on not in {None, day}
        )

    def _placed_citations(
        self, citations: tuple[Citation, ...], bases: list[int], start: int, end: int
    ) -> list[Citation]:
        """The citations in the source, told apart by what they are for."""
        placed = []
        chosen = set(bases)
        for i, citation in enumerate(citations):
            moved = citation.moved(self.reading)
            inside = start <= citation.span.start < end
            role = CitationRole.BASIS if i in chosen else citation.role
            if inside or role is not moved.role:
                moved = attrs.evolve(moved, role=role, in_preamble=inside)
            placed.append(moved)
        return placed

    def _carrier_instrument(self) -> Instrument | None:
        """The decision that carries the plan."""
        carrier = self.regions.carrier
        if carrier is None or carrier.title is None:
            return None
        return Instrument(
            kind=carrier.title.kind,
            number=self.head.number,
            issued_on=self.head.issued_on,
            title=subject_of(self.carrier_title.subject),
        )

    def _provenance(
        self, issued_by: Provenance, planned: Provenance, addressees: tuple[Recipient, ...]
    ) -> dict[str, Provenance]:
        """For each field of head and closing, how it came to its value."""
        head, title = self.head, self.regions.title
        found = told(
            {
                "kind": title.kind if title else None,
                "number": head.number_text,
                "superior": head.superior,
                "addressees": addressees,
                "issued_with": self.regions.carrier,
                "place": head.place,
                "issued_on": head.issued_on,
                "subject": self.title.subject,
                "urgency": head.urgency,
                "secrecy": head.secrecy,
                "recipients": tuple(self.closing.items),
                "archive": self.closing.archive,
                "signatures": tuple(self.closing.signatures),
            }
        )
        if title is not None and title.kind is not None and not title.length:
            found["kind"] = Provenance.INFERRED
        marks = (line.text for line in self._of(self.head_regions.letterhead))
        found["draft"] = of_draft(draft=head.draft, head=marks)
        return found | {"issuers": issued_by, "period": planned}

    def _parts(self) -> tuple[Part, ...]:
        parts = PartList(self.clean)
        furniture = {
            id(line) for s in (self.body, self.carried, self.attached) for line in s.furniture
        }
        kinds = self._kinds_of_lines()
        for n, line in enumerate(self.lines):
            kind = kinds[n]
            if id(line) in furniture or line.kind not in {LineKind.TEXT, LineKind.TABLE}:
                kind = PartKind.FURNITURE
            parts.add(line, kind)
        return parts.parts()

    def _kinds_of_lines(self) -> list[PartKind]:
        """What each line is, in the order of the lines."""
        kinds = [PartKind.PARAGRAPH] * len(self.lines)
        for regions in filter(None, (self.regions, self.regions.carrier)):
            for numbers, kind in (
                (regions.metadata, PartKind.METADATA),
                (regions.letterhead, PartKind.LETTERHEAD),
                (regions.closing, PartKind.CLOSING),
                (regions.appendix, PartKind.APPENDIX),
            ):
                kinds[numbers.start : numbers.stop] = [kind] * len(numbers)
            if regions.title is not None:
                at, end = regions.title.at, max(regions.title.end, regions.title.at)
                kinds[at:end] = [PartKind.TITLE] * (end - at)
        place = {id(line): n for n, line in enumerate(self.lines)}
        by_block = [(block, PartKind.FOOTNOTE) for block in self.notes]
        by_block += [
            (n.block, PartKind.HEADING) for n in self.outline.walk() if n.title is not None
        ]
        by_block += [(b, PartKind.PREAMBLE) for b in self._preamble()]
        by_block += [(b, PartKind.TABLE) for b in self.running if b.kind is BlockKind.TABLE]
        for block, kind in by_block:
            for line in block.lines:
                kinds[place[id(line)]] = kind
        return kinds

    def _findings(
        self,
        plan_kind: InstrumentKind | None,
        times: tuple[TimeExpression, ...],
        issuers: tuple[Agency, ...],
        issued_by: Provenance,
    ) -> tuple[Finding, ...]:
        """What the reader has to say."""
        cut = [line for line in self.body.furniture if line.kind is LineKind.CUT]
        found = [
            remarks.about_kind(plan_kind, empty=not self.lines),
            remarks.about_truncation([self.clean.span(line.start, line.end) for line in cut]),
            remarks.about_number(self.head.number_problems, self.head.number_text),
            remarks.about_issuers(issuers) if issued_by is Provenance.INFERRED else None,
            remarks.about_depth([n.path for n in self.outline.flattened]),
            *(remarks.about_time(t.moved(self.reading)) for t in times if t.value is None),
            *self.source.findings,
        ]
        return tuple(f for f in found if f is not None)

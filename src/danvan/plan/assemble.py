"""Assembling: what was read, as objects whose spans point into the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.errors import ParseError
from danvan.plan.blocks import Block, BlockKind
from danvan.plan.model import (
    Appendix,
    Assignment,
    Cell,
    Deadline,
    Footnote,
    Paragraph,
    Recipient,
    Section,
    Signature,
    Table,
    Target,
)
from danvan.plan.outline import Node, Outline
from danvan.span import Span
from danvan.text import View
from danvan.units import Agency, AgencyContext

if TYPE_CHECKING:
    from danvan.plan.addressees import Addressee
    from danvan.plan.appendices import Attached
    from danvan.plan.closing import Closing
    from danvan.plan.deadlines import Due
    from danvan.plan.duties import Duty
    from danvan.plan.line import Line
    from danvan.plan.signatures import Block as SignatureBlock
    from danvan.plan.targets import Aim


@attrs.frozen
class Assembler:
    """Turns offsets of the clean and the reading text into spans of the source."""

    clean: View
    reading: View

    def _span(self, block: Block) -> Span:
        return self.reading.span(block.start, block.end)

    def _spans(self, block: Block) -> tuple[Span, ...]:
        spans = self.reading.spans(block.start, block.end)
        return spans if len(spans) > 1 else ()

    def paragraph(self, block: Block) -> Paragraph:
        """A paragraph or bullet; a table where only paragraphs may stand has its cells in a row."""
        if block.kind is BlockKind.TABLE:
            table = self.table(block)
            cells = (c.text for row in (table.header, *table.rows) for c in row)
            return Paragraph(text=" | ".join(cells), span=table.span)
        marker = block.marker.label if block.is_bullet and block.marker else ""
        return Paragraph(
            marker=marker, text=block.text, span=self._span(block), spans=self._spans(block)
        )

    def table(self, block: Block) -> Table:
        """A table; the first row is its header where a rule or the words of one say so."""
        rows = tuple(
            tuple(
                Cell(text=" ".join(cell.text.split()), span=self._cell(cell)) for cell in line.cells
            )
            for line in block.lines
        )
        first = [line.text for line in block.lines[0].cells]
        headed = len(rows) > 1 and any(
            t.strip(" .").upper() in {"STT", "TT", "SỐ TT"} for t in first
        )
        span = self.clean.span(block.lines[0].start, block.lines[-1].end)
        if headed:
            return Table(header=rows[0], rows=rows[1:], span=span)
        return Table(rows=rows, span=span)

    def _cell(self, cell: Line) -> Span:
        return self.clean.span(cell.start, cell.end)

    def body(self, blocks: list[Block]) -> tuple[Paragraph | Table, ...]:
        """Paragraphs and tables."""
        return tuple(
            self.table(b) if b.kind is BlockKind.TABLE else self.paragraph(b) for b in blocks
        )

    def sections(self, outline: Outline) -> tuple[Section, ...]:
        """The tree of sections, from the leaves up."""
        made: dict[int, Section] = {}
        for node in reversed(list(outline.walk())):
            made[id(node)] = self._section(node, made)
        return tuple(made[id(node)] for node in outline.nodes)

    def _section(self, node: Node, made: dict[int, Section]) -> Section:
        body: list[Section | Paragraph | Table] = []
        if node.title is None and node.block.text:
            text = node.block
            body.append(Paragraph(text=text.text, span=self._span(text), spans=self._spans(text)))
        for part in node.body:
            if isinstance(part, Node):
                body.append(made[id(part)])
            elif part.kind is BlockKind.TABLE:
                body.append(self.table(part))
            else:
                body.append(self.paragraph(part))
        lines = node.block.lines
        own = self.clean.span(lines[0].start, lines[-1].end)
        return Section(
            label=node.label,
            title=node.title,
            level=node.level,
            path=node.path,
            roles=node.roles,
            body=tuple(body),
            span=Span.envelope([own, *(b.span for b in body)]),
            title_span=self._span(node.block) if node.title is not None else None,
        )

    def deadlines(self, dues: list[Due], duties: list[Duty]) -> list[Deadline]:
        """The deadlines, each with the bodies that must meet it."""
        leads: dict[int, tuple[Agency, ...]] = {}
        for duty in duties:
            for block in (duty.block, *duty.dated_by):
                leads[id(block)] = tuple(duty.lead)
        return [self._deadline(due, leads.get(id(due.block), ())) for due in dues]

    def _deadline(self, due: Due, agencies: tuple[Agency, ...]) -> Deadline:
        when = due.when.moved(self.reading)
        return Deadline(
            when=when,
            about=due.about,
            section=_section_of(due.node),
            agencies=agencies,
            text=when.text,
            span=when.span,
            spans=when.spans,
        )

    def assignments(
        self, duties: list[Duty], dues: list[Due], deadlines: list[Deadline]
    ) -> tuple[Assignment, ...]:
        """The assignments, each with the deadlines in it or in the bullets below it."""
        dated: dict[int, list[Deadline]] = {}
        for due, deadline in zip(dues, deadlines, strict=True):
            dated.setdefault(id(due.block), []).append(deadline)
        return tuple(self._assignment(duty, dated) for duty in duties)

    def _assignment(self, duty: Duty, dated: dict[int, list[Deadline]]) -> Assignment:
        blocks = (duty.block, *duty.dated_by)
        return Assignment(
            lead=tuple(duty.lead),
            coordinating=tuple(duty.coordinating),
            advising=tuple(duty.advising),
            supervised=tuple(duty.supervised),
            reports_to=tuple(duty.reports_to),
            via=tuple(duty.via),
            action=duty.block.text,
            product=duty.product,
            deadlines=tuple(d for block in blocks for d in dated.get(id(block), ())),
            section=_section_of(duty.node),
            span=self._span(duty.block),
            spans=self._spans(duty.block),
        )

    def target(self, aim: Aim) -> Target:
        """A target."""
        quantity = aim.quantity
        return Target(
            value=quantity.value,
            unit=quantity.unit,
            comparator=quantity.comparator,
            upper=quantity.upper,
            change=aim.change,
            about=aim.about,
            section=_section_of(aim.node),
            span=self.reading.span(quantity.start, quantity.end),
        )

    def addressees(self, found: list[Addressee], context: AgencyContext) -> tuple[Recipient, ...]:
        """The bodies after "Kính gửi"."""
        return tuple(
            Recipient(
                text=addressee.text,
                agency=_agency(addressee.text, context),
                span=self.reading.span(addressee.start, addressee.end),
            )
            for addressee in found
        )

    def recipients(self, closing: Closing, context: AgencyContext) -> tuple[Recipient, ...]:
        """The lines of "Nơi nhận"."""
        return tuple(
            Recipient(
                text=item.text,
                agency=_agency(item.text, context),
                purpose=item.purpose,
                span=self.clean.span(item.start, item.end),
            )
            for item in closing.items
        )

    def signature(self, block: SignatureBlock) -> Signature:
        """A signature block."""
        spans = tuple(self.clean.span(start, end) for start, end in sorted(block.ranges))
        return Signature(
            authority=block.authority,
            on_behalf=block.sign,
            position=block.position,
            name=block.name,
            span=Span.envelope(spans),
            spans=spans if len(spans) > 1 else (),
        )

    def footnote(self, block: Block) -> Footnote:
        """A note."""
        return Footnote(
            mark=block.mark, text=block.text, span=self._span(block), spans=self._spans(block)
        )

    def appendix(self, attached: Attached) -> Appendix:
        """What is attached: paragraphs and tables, then its sections."""
        before = self.body(attached.outline.preamble)
        body = (*before, *self.sections(attached.outline))
        own = [self._span(block) for block in attached.heads]
        return Appendix(
            label=attached.label,
            title=attached.title,
            body=body,
            span=Span.envelope([*own, *(b.span for b in body)]),
        )


def _section_of(node: Node | None) -> str:
    return node.path if node is not None else ""


def _agency(text: str, context: AgencyContext) -> Agency | None:
    """The one body that a line of recipients names; None where it names several or none."""
    bare = text.split("(", 1)[0].strip()
    if not bare:
        return None
    try:
        return Agency.parse(bare, context)
    except ParseError:
        return None

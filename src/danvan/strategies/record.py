"""The record of a drawn plan: what is to be read in its words, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.instruments import Citation
from danvan.plan import Assignment, Deadline, Paragraph, Target
from danvan.strategies.terms import NOWHERE

if TYPE_CHECKING:
    from danvan.strategies.numbering import Place
    from danvan.strategies.passages import Due, Passage
    from danvan.units import Agency


@attrs.define
class Record:
    """What the words of a plan say, and how many characters they have."""

    written: int = 0
    citations: list[Citation] = attrs.Factory(list)
    deadlines: list[Deadline] = attrs.Factory(list)
    assignments: list[Assignment] = attrs.Factory(list)
    targets: list[Target] = attrs.Factory(list)

    def said(
        self, passage: Passage, place: Place, lead: tuple[Agency, ...] = (), marker: str = ""
    ) -> Paragraph:
        """A paragraph, what it says taken down; ``lead`` are those whom the heading charges."""
        self.written += len(passage.text)
        self.citations += passage.citations
        charged = passage.lead or lead
        deadlines = tuple(_deadline(due, place, charged) for due in passage.dues)
        self.deadlines += deadlines
        self.targets += [attrs.evolve(aim, section=place.path) for aim in passage.targets]
        if charged:
            self.assignments.append(
                Assignment(
                    lead=charged,
                    coordinating=passage.coordinating,
                    advising=passage.advising,
                    supervised=passage.supervised,
                    reports_to=passage.reports_to,
                    via=passage.via,
                    action=passage.text,
                    deadlines=deadlines,
                    section=place.path,
                    span=NOWHERE,
                )
            )
        return Paragraph(marker=marker, text=passage.text, span=NOWHERE)


def _deadline(due: Due, place: Place, agencies: tuple[Agency, ...]) -> Deadline:
    return Deadline(
        when=due.when,
        about=due.about,
        section=place.path,
        agencies=agencies,
        text=due.when.text,
        span=NOWHERE,
    )

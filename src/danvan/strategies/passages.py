"""Passages: sentences with all that is to be read in them (câu, đoạn)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates import TimeExpression
from danvan.instruments import Citation, CitationRole
from danvan.plan.model import Change, Comparator, Target
from danvan.strategies.choices import Choices
from danvan.strategies.citing import Library
from danvan.strategies.offices import Office
from danvan.strategies.terms import NOWHERE, due_time
from danvan.strategies.words import words
from danvan.units import Agency

if TYPE_CHECKING:
    import datetime


@attrs.frozen(kw_only=True)
class Due:
    """A time in a passage, and what is due by then."""

    when: TimeExpression
    about: str


@attrs.frozen(kw_only=True)
class Passage:
    """A sentence or several, and what they say. ``lead`` are those whom they charge themselves."""

    text: str
    dues: tuple[Due, ...] = ()
    citations: tuple[Citation, ...] = ()
    targets: tuple[Target, ...] = ()
    lead: tuple[Agency, ...] = ()
    coordinating: tuple[Agency, ...] = ()
    advising: tuple[Agency, ...] = ()
    supervised: tuple[Agency, ...] = ()
    reports_to: tuple[Agency, ...] = ()
    via: tuple[Agency, ...] = ()


@attrs.frozen
class Speaker:
    """Says things of one office, by somebody's choices."""

    office: Office
    library: Library
    choices: Choices

    @property
    def _day(self) -> datetime.date:
        return self.office.issued_on

    def plainly(self, kind: str) -> Passage:
        """A sentence in which nothing is to be read."""
        return Passage(text=f"{self.choices.one(words()[kind])}.")

    def aims(self, kind: str, most: int) -> list[Passage]:
        """Several such sentences, all different."""
        return [Passage(text=f"{said}.") for said in self.choices.some(words()[kind], 1, most)]

    def target(self) -> Passage:
        """A sentence with a number that is to be reached."""
        pattern, comparator, unit, change, about = self.choices.one(words()["aims"])
        few, many = self.choices.number(2, 12), self.choices.number(50, 99)
        value = many if "{n}" in pattern else few
        target = Target(
            value=value,
            upper=few + 2 if "{m}" in pattern else None,
            unit=unit,
            comparator=Comparator(comparator),
            change=Change(change) if change else None,
            about=about,
            span=NOWHERE,
        )
        said = pattern.format(n=many, k=few, m=few + 2)
        return Passage(text=f"{said}.", targets=(target,))

    def task(self) -> Passage:
        """A sentence on work: with or without a time, with or without a citation."""
        done = self.choices.one(words()["tasks"])
        match self.choices.number(0, 5):
            case 0 | 1:
                return Passage(text=f"{done}.")
            case 2:
                return self._cited(done)
            case 3:
                return _both(self._dated(done), self.plainly("requirements"))
            case _:
                return self._dated(done)

    def _dated(self, done: str) -> Passage:
        when = due_time(self._day, self.choices)
        comma = self.choices.one(("", ","))
        return Passage(text=f"{done}{comma} {when.text}.", dues=(Due(when=when, about=done),))

    def _cited(self, done: str) -> Passage:
        if self.library.full and self.choices.chance(40):
            text, citation = self.library.again(CitationRole.REFERENCE)
        else:
            text, citation = self.library.cited(CitationRole.REFERENCE)
        return Passage(text=f"{done} theo {text}.", citations=(citation,))

    def charge(self) -> Passage:
        """A sentence that gives work to a body: "Giao ... chủ trì, phối hợp với ..."."""
        names = self.choices.some(self.office.entry["doing"], 2, 3)
        give = self.choices.one(("Giao ", ""))
        clause = self.choices.one(words()["clauses"])
        said = f"{give}{names[0]} chủ trì, phối hợp với {self._listed(names[1:])} {clause}"
        lead = (self.office.agency(names[0]),)
        helping = tuple(map(self.office.agency, names[1:]))
        if self.choices.chance(50):
            when = due_time(self._day, self.choices)
            dues = (Due(when=when, about=said),)
            return Passage(text=f"{said} {when.text}.", dues=dues, lead=lead, coordinating=helping)
        return Passage(text=f"{said}.", lead=lead, coordinating=helping)

    def duty(self, own: str) -> Passage:
        """A sentence on the duty of a body that a heading has named."""
        clause = self.choices.one(words()["clauses"])
        entry = self.office.entry
        own_body = self.office.perhaps(entry["own"])
        match self.choices.number(0, 6):
            case 6 if own_body is not None:
                text = f"Tham mưu {entry['own']} {clause}."
                return Passage(text=text, advising=(own_body,))
            case 0:
                return Passage(text=f"{clause.capitalize()}.")
            case 1:
                others = [name for name in entry["doing"] if name != own]
                names = self.choices.some(others, 1, 2)
                text = f"Chủ trì, phối hợp với {self._listed(names)} {clause}."
                return Passage(text=text, coordinating=tuple(map(self.office.agency, names)))
            case 2:
                name = self.choices.one(entry["below"])
                name = (
                    name[0].lower() + name[1:] if name.startswith(("Các ", "Trưởng các ")) else name
                )
                text = f"Hướng dẫn, đôn đốc {name} {clause}."
                return Passage(text=text, supervised=(self.office.agency(name),))
            case 3:
                return self._report()
            case 4:
                return _both(Passage(text=f"{clause.capitalize()}."), self.task())
            case _:
                return self._dated(clause.capitalize())

    def _report(self) -> Passage:
        above = self.choices.one(self.office.entry["above"])
        said = f"Tổng hợp kết quả thực hiện, báo cáo {above}"
        via: tuple[Agency, ...] = ()
        if self.choices.chance(30):
            channel = self.office.entry["channel"]
            said += f" (qua {channel})"
            via = (self.office.agency(channel),)
        when = due_time(self._day, self.choices)
        return Passage(
            text=f"{said} {when.text}.",
            dues=(Due(when=when, about=said),),
            reports_to=(self.office.agency(above),),
            via=via,
        )

    @staticmethod
    def _listed(names: list[str]) -> str:
        return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _both(first: Passage, second: Passage) -> Passage:
    """Two sentences of one paragraph."""
    return Passage(
        text=f"{first.text} {second.text}",
        dues=first.dues + second.dues,
        citations=first.citations + second.citations,
        targets=first.targets + second.targets,
        lead=first.lead + second.lead,
        coordinating=first.coordinating + second.coordinating,
        advising=first.advising + second.advising,
        supervised=first.supervised + second.supervised,
        reports_to=first.reports_to + second.reports_to,
        via=first.via + second.via,
    )

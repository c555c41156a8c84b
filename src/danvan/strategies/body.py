"""The body of drawn plans: outline, duties, tables and appendices (nội dung văn bản)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.plan import Appendix, Paragraph, Role, Section, Table
from danvan.plan.model import Cell
from danvan.strategies.numbering import Numbering, Place
from danvan.strategies.passages import Due, Passage, Speaker
from danvan.strategies.record import Record
from danvan.strategies.terms import NOWHERE, cell_time
from danvan.strategies.words import words

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices
    from danvan.strategies.offices import Office
    from danvan.units import Agency

Part = Section | Paragraph | Table

_MOST = 4
# A long plan has at most this many headings, and items below them of about this length.
_HEADINGS, _ITEM = 200, 110


@attrs.define(kw_only=True)
class Body:
    """Writes the parts of one plan, at least so many characters, and records what they say."""

    speaker: Speaker
    numbering: Numbering
    record: Record
    topic: str
    characters: int = 0

    @property
    def choices(self) -> Choices:
        """Who decides."""
        return self.speaker.choices

    @property
    def office(self) -> Office:
        """Who issues the plan."""
        return self.speaker.office

    def sections(self) -> tuple[Section, ...]:
        """The parts, in reading order."""
        parts = [self._aims]
        if self.choices.chance(40):
            parts.append(self._targets)
        parts.append(self._work)
        if self.choices.chance(40):
            parts.append(self._funding)
        parts.append(self._implementation)
        return tuple(part(self.numbering.place(n, None)) for n, part in enumerate(parts, 1))

    def _titled(
        self, place: Place, title: str, body: list[Part], roles: tuple[Role, ...] = ()
    ) -> Section:
        return Section(
            label=place.label,
            title=title,
            level=place.level,
            path=place.path,
            roles=roles,
            body=tuple(body),
            span=NOWHERE,
        )

    def _head(self, place: Place, words: str) -> str:
        """The heading of a part: in capitals, but for articles."""
        return words if place.label.startswith("Điều") else words.upper()

    def _numbered(self, place: Place, passage: Passage, lead: tuple[Agency, ...] = ()) -> Section:
        """A numbered paragraph without a heading."""
        text = self.record.said(passage, place, lead)
        return Section(
            label=place.label,
            level=place.level,
            path=place.path,
            body=(text,),
            span=NOWHERE,
        )

    def _items(
        self, place: Place, passages: list[Passage], lead: tuple[Agency, ...] = ()
    ) -> list[Part]:
        """Passages below a heading: numbered, with bullets, or as a single paragraph."""
        numbers = self.numbering.holds(place.level + 1, len(passages))
        ways = ["bullets", "numbers"] if numbers else ["bullets"]
        if len(passages) == 1:
            ways = ["paragraph", "bullets"]
        match self.choices.one(ways):
            case "numbers":
                return [
                    self._numbered(self.numbering.place(n, place), passage, lead)
                    for n, passage in enumerate(passages, 1)
                ]
            case "paragraph":
                return [self.record.said(passages[0], place, lead)]
            case _:
                bullet = self.choices.one(("-", "+"))
                return [self.record.said(passage, place, lead, bullet) for passage in passages]

    def _led(self, place: Place) -> Section:
        """A numbered paragraph that leads on to items of its own."""
        lead = self.record.said(Passage(text=self.choices.one(words()["leading"])), place)
        passages = [self.speaker.task() for _ in range(self.choices.number(2, 3))]
        return Section(
            label=place.label,
            level=place.level,
            path=place.path,
            body=(lead, *self._items(place, passages)),
            span=NOWHERE,
        )

    def _aims(self, place: Place) -> Section:
        """Purpose and requirements, together or each with its number."""
        title = self._head(place, "Mục đích, yêu cầu")
        roles = (Role.PURPOSE, Role.REQUIREMENTS)
        if self.choices.chance(50):
            passages = self.speaker.aims("purposes", _MOST)
            return self._titled(place, title, self._items(place, passages), roles)
        body: list[Part] = []
        for n, (name, kind, role) in enumerate(
            (
                ("Mục đích", "purposes", Role.PURPOSE),
                ("Yêu cầu", "requirements", Role.REQUIREMENTS),
            ),
            1,
        ):
            below = self.numbering.place(n, place)
            passages = self.speaker.aims(kind, _MOST)
            body.append(self._titled(below, name, self._items(below, passages), (role,)))
        return self._titled(place, title, body, roles)

    def _targets(self, place: Place) -> Section:
        """What is to be reached, in numbers."""
        title = self._head(place, self.choices.one(("Mục tiêu", "Chỉ tiêu")))
        passages = [self.speaker.target() for _ in range(self.choices.number(1, _MOST))]
        return self._titled(place, title, self._items(place, passages), (Role.TARGETS,))

    def _work(self, place: Place) -> Section:
        """What is to be done, task by task."""
        name, roles = self.choices.one(
            (
                ("Nội dung", (Role.CONTENT,)),
                ("Nhiệm vụ và giải pháp", (Role.CONTENT, Role.SOLUTIONS)),
                ("Nội dung thực hiện", (Role.CONTENT,)),
            )
        )
        known = words()["task_titles"]
        titles = self.choices.some(known, 1, _MOST)
        body: list[Part] = []
        number = 0  # numbers are left out now and then
        while titles or self.record.written < self.characters:
            title = titles.pop() if titles else self.choices.one(known)
            number += 1 + self.choices.chance(3)
            below = attrs.evolve(self.numbering.place(number, place), title=title)
            body.append(self._titled(below, title, self._task_body(below)))
        return self._titled(place, self._head(place, name), body, roles)

    def _task_body(self, place: Place) -> list[Part]:
        match self.choices.number(0, 9):
            case 7:
                return [self._table(place)]
            case 8:
                return self._credited(place)
            case 9 if self.numbering.holds(place.level + 1, 3):
                return [self._led(self.numbering.place(n, place)) for n in (1, 2)]
        least = self.characters // (_HEADINGS * _ITEM)
        count = self.choices.number(least + 1, least + _MOST)
        passages = [
            self.speaker.charge() if self.choices.chance(20) else self.speaker.task()
            for _ in range(count)
        ]
        return self._items(place, passages)

    def _credited(self, place: Place) -> list[Part]:
        """What a task is, and below it whose it is, with whom and until when."""
        lead, *helping = self.choices.some(self.office.entry["doing"], 2, 3)
        when = cell_time(self.office.issued_on, self.choices)
        credit = Passage(
            text=place.title,
            dues=(Due(when=when, about=place.title),),
            lead=(self.office.agency(lead),),
            coordinating=tuple(map(self.office.agency, helping)),
        )
        self.record.said(credit, place)
        said = (
            f"{self.choices.one(words()['tasks'])}.",
            f"Cơ quan chủ trì: {lead}.",
            f"Cơ quan phối hợp: {', '.join(helping)}.",
            f"Thời gian thực hiện: {when.text}.",
        )
        return [Paragraph(marker="-", text=text, span=NOWHERE) for text in said]

    def _table(self, place: Place) -> Table:
        """Who does what by when, in rows."""
        header = ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp",
                  "Thời gian hoàn thành", "Sản phẩm")  # fmt: skip
        rows = []
        for n in range(1, self.choices.number(1, _MOST) + 1):
            lead, helping = self.choices.some(self.office.entry["doing"], 2, 2)
            when = cell_time(self.office.issued_on, self.choices)
            action = self.choices.one(words()["tasks"])
            product = self.choices.one(words()["products"])
            passage = Passage(
                text=action,
                dues=(Due(when=when, about=action),),
                lead=(self.office.agency(lead),),
                coordinating=(self.office.agency(helping),),
            )
            self.record.said(passage, place)
            self.record.assignments[-1] = attrs.evolve(self.record.assignments[-1], product=product)
            rows.append((f"{n}", action, lead, helping, when.text, product))
        cells = tuple(tuple(Cell(text=text, span=NOWHERE) for text in row) for row in rows)
        return Table(
            header=tuple(Cell(text=text, span=NOWHERE) for text in header),
            rows=cells,
            span=NOWHERE,
        )

    def _funding(self, place: Place) -> Section:
        passage = Passage(text=self.choices.one(words()["funding"]))
        body: list[Part] = [self.record.said(passage, place)]
        return self._titled(place, self._head(place, "Kinh phí thực hiện"), body, (Role.FUNDING,))

    def _implementation(self, place: Place) -> Section:
        """Who does what, body by body, and the last words."""
        entry = self.office.entry
        names = [*self.choices.some(entry["doing"], 1, _MOST), entry["below"][0]]
        body: list[Part] = []
        for n, name in enumerate(names, 1):
            below = self.numbering.place(n, place)
            body.append(self._charged(below, name))
        body.append(self._last_words(place))
        title = self._head(place, "Tổ chức thực hiện")
        return self._titled(place, title, body, (Role.IMPLEMENTATION,))

    def _charged(self, place: Place, name: str) -> Section:
        lead = (self.office.agency(name),)
        if self.choices.chance(25):
            passage = self.speaker.duty(name)
            said = passage.text[0].lower() + passage.text[1:]
            dues = tuple(
                attrs.evolve(due, about=_led_in(name, passage, due)) for due in passage.dues
            )
            own = attrs.evolve(passage, text=f"{name} {said}", dues=dues, lead=lead)
            return self._numbered(place, own)
        colon = self.choices.one(("", ":"))
        passages = [self.speaker.duty(name) for _ in range(self.choices.number(1, _MOST))]
        return self._titled(place, f"{name}{colon}", self._items(place, passages, lead))

    def _last_words(self, place: Place) -> Paragraph:
        """The last paragraph, which may bind a class of bodies."""
        own, below = self.office.entry["own"], self.office.entry["below"][0]
        if self.office.entry.get("party"):
            return self.record.said(Passage(text="Kế hoạch này được phổ biến đến chi bộ."), place)
        said = f"Trên đây là Kế hoạch thực hiện công tác {self.topic} của {own}"
        if self.choices.chance(50):
            return self.record.said(Passage(text=f"{said}./."), place)
        name = f"{below[0].lower()}{below[1:]}" if below.startswith(("Các ", "Trưởng ")) else below
        bound = (self.office.agency(name),)
        text = f"{said}, đề nghị {name} nghiêm túc thực hiện./."
        return self.record.said(Passage(text=text, lead=bound), place)

    def appendices(self) -> tuple[Appendix, ...]:
        """A list of tasks that is attached, at times."""
        if not self.choices.chance(20):
            return ()
        label = self.choices.one(("PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 1"))
        table = self._table(Place(label, label, 0))
        return (Appendix(label=label, title="DANH MỤC NHIỆM VỤ", body=(table,), span=NOWHERE),)


def _led_in(name: str, passage: Passage, due: Due) -> str:
    """What is due where the body that must do it opens the sentence."""
    if not passage.text.startswith(due.about):
        return due.about
    return f"{name} {due.about[0].lower()}{due.about[1:]}"

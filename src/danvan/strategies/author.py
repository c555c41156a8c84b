"""The author of drawn plans: puts head, preamble, outline, duties and closing together.

The author writes the words and, beside them, what is to be read in them; nothing is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate, Period, Unit
from danvan.instruments import Citation, CitationRole, DocumentNumber, Instrument, find_kind
from danvan.plan import (
    Appendix,
    Assignment,
    Deadline,
    Footnote,
    Paragraph,
    Plan,
    Recipient,
    Role,
    Section,
    Signature,
    Table,
    Target,
)
from danvan.plan.model import Cell
from danvan.strategies.citing import Library
from danvan.strategies.numbering import SCHEMES, Numbering, Place
from danvan.strategies.offices import Office, office
from danvan.strategies.passages import Due, Passage, Speaker
from danvan.strategies.terms import NOWHERE, cell_time
from danvan.strategies.words import words
from danvan.text import Source

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices
    from danvan.units import Agency

Body = Section | Paragraph | Table


_MOST = 4
# A long plan has at most this many headings, and items below them of about this length.
_HEADINGS, _ITEM = 200, 110


def write(choices: Choices, *, characters: int = 0) -> Plan:
    """A plan of some office, at least so many characters long."""
    return _Author(choices, characters).plan()


class _Author:
    """Writes one plan from top to bottom; what is to be read gathers in reading order."""

    def __init__(self, choices: Choices, characters: int) -> None:
        self.choices = choices
        self.characters = characters
        self.written = 0
        self.office: Office = office(choices)
        self.topic = choices.one(words()["topics"])
        self.draft = choices.chance(15)
        committee = self.office.entry["symbol"] == "/KH-UBND"
        self.carried = committee and not self.draft and choices.chance(15)
        self.library = Library(
            self.office.issued_on, choices, party=bool(self.office.entry.get("party"))
        )
        self.speaker = Speaker(self.office, self.library, choices)
        self.numbering = Numbering(SCHEMES[0] if characters else choices.one(SCHEMES))
        self.citations: list[Citation] = []
        self.bases: list[Citation] = []
        self.deadlines: list[Deadline] = []
        self.assignments: list[Assignment] = []
        self.targets: list[Target] = []

    def plan(self) -> Plan:
        """The plan; its spans say nothing."""
        number, printed, issued_on = self._identity()
        subject, period = self._subject()
        preamble = self._preamble()
        sections = self._sections()
        appendices = self._appendices()
        footnotes = self._footnotes()
        marks = self.choices.number(0, 19)
        return Plan(
            source=Source(""),
            kind=find_kind("Kế hoạch"),
            number=number,
            number_text=printed,
            issuers=self.office.issuers,
            superior=self.office.superior,
            issued_with=self._carrier(number, issued_on) if self.carried else None,
            draft=self.draft,
            place=self.office.place,
            issued_on=issued_on,
            subject=subject,
            period=period,
            urgency={17: "Khẩn", 18: "Thượng khẩn", 19: "Hỏa tốc"}.get(marks),
            secrecy={16: "Mật"}.get(marks),
            preamble=preamble,
            citations=tuple(self.citations),
            bases=tuple(self.bases),
            sections=sections,
            assignments=tuple(self.assignments),
            deadlines=tuple(self.deadlines),
            targets=tuple(self.targets),
            recipients=self._recipients(),
            archive=self.choices.one(self.office.entry["archive"]),
            signatures=self._signatures(),
            footnotes=footnotes,
            appendices=appendices,
        )

    def _identity(self) -> tuple[DocumentNumber, str, PartialDate]:
        """Number, number as printed, and day; a draft has neither serial nor day."""
        day = self.office.issued_on
        serial = "" if self.draft else f"{self.choices.number(1, 899):02}"
        number = self.office.number(serial, "QĐ" if self.carried else "KH")
        if self.draft:
            return (
                number,
                str(number),
                PartialDate(year=day.year, month=day.month, precision=Unit.DAY),
            )
        return number, str(number), PartialDate.of(day)

    def _carrier(self, number: DocumentNumber, issued_on: PartialDate) -> Instrument:
        """The decision that carries the plan (NĐ 30/2020, Phụ lục III, mẫu 1.2)."""
        return Instrument(
            kind=find_kind("Quyết định"),
            number=number,
            issued_on=issued_on,
            title=f"Về việc ban hành Kế hoạch công tác {self.topic}",
        )

    def _subject(self) -> tuple[str, Period | None]:
        year = self.office.issued_on.year
        last = PartialDate(year=year + 4, month=12, day=31)
        first = PartialDate(year=year, month=1, day=1)
        when, period = self.choices.one(
            (
                (f"năm {year}", Period.year(year)),
                (f"quý I năm {year}", Period.quarter(year, 1)),
                (f"6 tháng đầu năm {year}", Period.half(year, 1)),
                (f"giai đoạn {year} - {year + 4}", Period(start=first, end=last)),
                ("", None),
            )
        )
        pattern = self.choices.one(words()["subjects"])
        subject = pattern.format(topic=self.topic, area=self.office.entry["area"], when=when)
        return subject.strip(), period

    def _preamble(self) -> tuple[Paragraph, ...]:
        """Bases line by line, or in one paragraph (NĐ 30/2020, Phụ lục I, mục II.5.b)."""
        count = self.choices.number(1, 3)
        based = [self.library.law()] if self.choices.chance(50) else []
        titles = [pattern.format(topic=self.topic) for pattern in words()["titles"]]
        for _ in range(count):
            title = self.choices.one((None, *titles))
            based.append(self.library.cited(CitationRole.BASIS, title=title))
        self.bases = [citation for _, citation in based]
        self.citations += self.bases
        own = self.office.entry["own"]
        verb = self.choices.one(("ban hành", "xây dựng"))
        last = f"{own} {verb} Kế hoạch công tác {self.topic}, cụ thể như sau:"
        if self.carried:
            texts = [
                own.upper(),
                *(f"Căn cứ {text};" for text, _ in based),
                "QUYẾT ĐỊNH:",
                f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác {self.topic}.",
                "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
            ]
        elif self.choices.chance(50):
            texts = [f"Căn cứ {text};" for text, _ in based] + [last]
        else:
            texts = [f"Thực hiện {'; '.join(text for text, _ in based)}, {last}"]
        return tuple(Paragraph(text=text, span=NOWHERE) for text in texts)

    def _sections(self) -> tuple[Section, ...]:
        parts = [self._aims]
        if self.choices.chance(40):
            parts.append(self._targets)
        parts.append(self._work)
        if self.choices.chance(40):
            parts.append(self._funding)
        parts.append(self._implementation)
        return tuple(part(self.numbering.place(n, None)) for n, part in enumerate(parts, 1))

    def _titled(
        self, place: Place, title: str, body: list[Body], roles: tuple[Role, ...] = ()
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
        text = self._said(passage, place, lead)
        return Section(
            label=place.label,
            level=place.level,
            path=place.path,
            body=(text,),
            span=NOWHERE,
        )

    def _said(
        self, passage: Passage, place: Place, lead: tuple[Agency, ...] = (), marker: str = ""
    ) -> Paragraph:
        """A paragraph, what it says taken down; ``lead`` are those whom the heading charges."""
        self.written += len(passage.text)
        self.citations += passage.citations
        charged = passage.lead or lead
        deadlines = tuple(self._deadline(due, place, charged) for due in passage.dues)
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

    def _deadline(self, due: Due, place: Place, agencies: tuple[Agency, ...]) -> Deadline:
        return Deadline(
            when=due.when,
            about=due.about,
            section=place.path,
            agencies=agencies,
            text=due.when.text,
            span=NOWHERE,
        )

    def _items(
        self, place: Place, passages: list[Passage], lead: tuple[Agency, ...] = ()
    ) -> list[Body]:
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
                return [self._said(passages[0], place, lead)]
            case _:
                bullet = self.choices.one(("-", "+"))
                return [self._said(passage, place, lead, bullet) for passage in passages]

    def _led(self, place: Place) -> Section:
        """A numbered paragraph that leads on to items of its own."""
        lead = self._said(Passage(text=self.choices.one(words()["leading"])), place)
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
        body: list[Body] = []
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
        body: list[Body] = []
        number = 0  # numbers are left out now and then
        while titles or self.written < self.characters:
            title = titles.pop() if titles else self.choices.one(known)
            number += 1 + self.choices.chance(3)
            below = attrs.evolve(self.numbering.place(number, place), title=title)
            body.append(self._titled(below, title, self._task_body(below)))
        return self._titled(place, self._head(place, name), body, roles)

    def _task_body(self, place: Place) -> list[Body]:
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

    def _credited(self, place: Place) -> list[Body]:
        """What a task is, and below it whose it is, with whom and until when."""
        lead, *helping = self.choices.some(self.office.entry["doing"], 2, 3)
        when = cell_time(self.office.issued_on, self.choices)
        credit = Passage(
            text=place.title,
            dues=(Due(when=when, about=place.title),),
            lead=(self.office.agency(lead),),
            coordinating=tuple(map(self.office.agency, helping)),
        )
        self._said(credit, place)
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
            self._said(passage, place)
            self.assignments[-1] = attrs.evolve(self.assignments[-1], product=product)
            rows.append((f"{n}", action, lead, helping, when.text, product))
        cells = tuple(tuple(Cell(text=text, span=NOWHERE) for text in row) for row in rows)
        return Table(
            header=tuple(Cell(text=text, span=NOWHERE) for text in header),
            rows=cells,
            span=NOWHERE,
        )

    def _funding(self, place: Place) -> Section:
        passage = Passage(text=self.choices.one(words()["funding"]))
        body: list[Body] = [self._said(passage, place)]
        return self._titled(place, self._head(place, "Kinh phí thực hiện"), body, (Role.FUNDING,))

    def _implementation(self, place: Place) -> Section:
        """Who does what, body by body, and the last words."""
        entry = self.office.entry
        names = [*self.choices.some(entry["doing"], 1, _MOST), entry["below"][0]]
        body: list[Body] = []
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
            return self._said(Passage(text="Kế hoạch này được phổ biến đến chi bộ."), place)
        said = f"Trên đây là Kế hoạch thực hiện công tác {self.topic} của {own}"
        if self.choices.chance(50):
            return self._said(Passage(text=f"{said}./."), place)
        name = f"{below[0].lower()}{below[1:]}" if below.startswith(("Các ", "Trưởng ")) else below
        bound = (self.office.agency(name),)
        text = f"{said}, đề nghị {name} nghiêm túc thực hiện./."
        return self._said(Passage(text=text, lead=bound), place)

    def _appendices(self) -> tuple[Appendix, ...]:
        """A list of tasks that is attached, at times."""
        if not self.choices.chance(20):
            return ()
        label = self.choices.one(("PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 1"))
        table = self._table(Place(label, label, 0))
        return (Appendix(label=label, title="DANH MỤC NHIỆM VỤ", body=(table,), span=NOWHERE),)

    def _footnotes(self) -> tuple[Footnote, ...]:
        """Notes below the text, each citing a document."""
        notes = []
        for n in range(1, self.choices.number(0, 2) + 1):
            if not self.choices.chance(30):
                break
            text, citation = self.library.cited(CitationRole.REFERENCE)
            self.citations.append(citation)
            notes.append(Footnote(mark=str(n), text=f"Theo {text}.", span=NOWHERE))
        return tuple(notes)

    def _recipients(self) -> tuple[Recipient, ...]:
        return tuple(self._recipient(text) for text in self.office.entry["recipients"])

    def _recipient(self, text: str) -> Recipient:
        name, _, bracket = text.partition(" (")
        purpose = {"b/c)": "báo cáo", "t/h)": "thực hiện"}.get(bracket, bracket.rstrip(")"))
        return Recipient(
            text=text, agency=self.office.perhaps(name), purpose=purpose or None, span=NOWHERE
        )

    def _signatures(self) -> tuple[Signature, ...]:
        blocks = self.office.entry["signed"]
        chosen = blocks if self.office.entry.get("together") else [self.choices.one(blocks)]
        names = self.choices.some(words()["persons"], len(chosen), len(chosen))
        return tuple(
            Signature(
                authority=authority,
                on_behalf=_sign(authority),
                position=position,
                name=None if self.draft else name,
                span=NOWHERE,
            )
            for (authority, position), name in zip(chosen, names, strict=True)
        )


def _led_in(name: str, passage: Passage, due: Due) -> str:
    """What is due where the body that must do it opens the sentence."""
    if not passage.text.startswith(due.about):
        return due.about
    return f"{name} {due.about[0].lower()}{due.about[1:]}"


def _sign(authority: str | None) -> str | None:
    """The sign of the last authority in a line: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" is KT."""
    if authority is None:
        return None
    words = [word.replace("/", "").rstrip(".") for word in authority.split()]
    return [word for word in words if word in {"TM", "KT", "TL", "TUQ"}][-1]

"""The author of drawn plans: puts head, preamble, outline, duties and closing together.

The author writes the words and, beside them, what is to be read in them; nothing is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import PartialDate, Period, Unit
from danvan.instruments import Citation, CitationRole, DocumentNumber, Instrument, find_kind
from danvan.plan import (
    Footnote,
    Paragraph,
    Plan,
    Recipient,
    Signature,
)
from danvan.strategies.body import Body
from danvan.strategies.citing import Library
from danvan.strategies.numbering import SCHEMES, Numbering
from danvan.strategies.offices import Office, office
from danvan.strategies.passages import Speaker
from danvan.strategies.record import Record
from danvan.strategies.terms import NOWHERE
from danvan.strategies.words import words
from danvan.text import Source

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices


def write(choices: Choices, *, characters: int = 0) -> Plan:
    """A plan of some office, at least so many characters long."""
    return _Author(choices, characters).plan()


class _Author:
    """Writes one plan from top to bottom; what is to be read gathers in reading order."""

    def __init__(self, choices: Choices, characters: int) -> None:
        self.choices = choices
        self.office: Office = office(choices)
        self.topic = choices.one(words()["topics"])
        self.draft = choices.chance(15)
        committee = self.office.entry["symbol"] == "/KH-UBND"
        self.carried = committee and not self.draft and choices.chance(15)
        self.library = Library(
            self.office.issued_on, choices, party=bool(self.office.entry.get("party"))
        )
        self.record = Record()
        self.body = Body(
            speaker=Speaker(self.office, self.library, choices),
            numbering=Numbering(SCHEMES[0] if characters else choices.one(SCHEMES)),
            record=self.record,
            topic=self.topic,
            characters=characters,
        )
        self.bases: list[Citation] = []

    def plan(self) -> Plan:
        """The plan; its spans say nothing."""
        number, printed, issued_on = self._identity()
        subject, period = self._subject()
        preamble = self._preamble()
        sections = self.body.sections()
        appendices = self.body.appendices()
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
            citations=tuple(self.record.citations),
            bases=tuple(self.bases),
            sections=sections,
            assignments=tuple(self.record.assignments),
            deadlines=tuple(self.record.deadlines),
            targets=tuple(self.record.targets),
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
        self.record.citations += self.bases
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

    def _footnotes(self) -> tuple[Footnote, ...]:
        """Notes below the text, each citing a document."""
        notes = []
        for n in range(1, self.choices.number(0, 2) + 1):
            if not self.choices.chance(30):
                break
            text, citation = self.library.cited(CitationRole.REFERENCE)
            self.record.citations.append(citation)
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


def _sign(authority: str | None) -> str | None:
    """The sign of the last authority in a line: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" is KT."""
    if authority is None:
        return None
    words = [word.replace("/", "").rstrip(".") for word in authority.split()]
    return [word for word in words if word in {"TM", "KT", "TL", "TUQ"}][-1]

"""Composing: a plan as the pieces of a document, in the form that binds its issuer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates import PartialDate, Unit
from danvan.plan import Appendix, Paragraph, Plan, Section, Signature, Table
from danvan.render.labels import Open, printed
from danvan.render.pieces import Closing, Grid, Head, Note, Piece, Signed, Title, Words
from danvan.render.rules import Rules, rules_of
from danvan.units import System

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.units import Agency

_LETTER = "Công văn"


def compose(plan: Plan) -> tuple[Piece, ...]:
    """The pieces of a plan from top to bottom; what it does not say has none.

    A plan that a decision carries stands below the decision (NĐ 30/2020, Phụ lục III, mẫu 1.2).
    """
    rules = rules_of(plan)
    pieces: list[Piece] = [_head(plan, rules)]
    closing = [c for c in (_closing(plan, rules),) if c.recipients or c.signed]
    if plan.issued_with is None:
        pieces += _title(plan)
        pieces += _paragraphs(plan.preamble)
        pieces += _body(plan, rules)
        pieces += closing
        pieces += _notes(plan)
    else:
        split = _end_of_decision(plan.preamble)
        carrier = plan.issued_with
        kind = carrier.kind.name if carrier.kind else "Quyết định"
        pieces.append(Title(kind=kind.upper(), subject=carrier.title))
        pieces += _paragraphs(plan.preamble[:split])
        pieces += closing
        pieces += _title(plan, _carried_by(plan, kind))
        pieces += _paragraphs(plan.preamble[split:])
        pieces += _body(plan, rules)
        pieces += _notes(plan)
    for appendix in plan.appendices:
        pieces += _appendix(appendix, rules)
    return tuple(pieces)


def _head(plan: Plan, rules: Rules) -> Head:
    """The head: issuers, motto, number, place and day (NĐ 30/2020, Phụ lục I, mục II.1-4)."""
    columns = _columns(plan)
    place = _place_line(plan)
    number = None
    if plan.number is not None:
        serial = "" if plan.number.serial else "      "
        number = f"{rules.number}{serial}{plan.number_text or plan.number}"
    marks = ["DỰ THẢO"] if plan.draft else []
    marks += [mark.upper() for mark in (plan.secrecy, plan.urgency) if mark]
    return Head(
        marks=tuple(marks),
        columns=columns,
        motto=rules.motto if columns or number or place else (),
        number=number,
        place=place,
        rule=rules.rule if columns else "",
    )


def _columns(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """The names left in the head: the superior body above, the issuer below, in capitals."""
    above = () if plan.superior is None else (plan.superior.full_name.upper(),)
    names = [_within(issuer, plan.superior).upper() for issuer in plan.issuers]
    if not names:
        return (above,) if above else ()
    return ((*above, names[0]), *((name,) for name in names[1:]))


def _within(issuer: Agency, superior: Agency | None) -> str:
    """The name of a body, without that of the body above it, of which it is a part."""
    name = issuer.full_name
    if superior is None or issuer.system not in {System.PARTY, System.FRONT}:
        return name
    return name.removesuffix(f" {superior.full_name}") or name


def _place_line(plan: Plan) -> str | None:
    """Place and day: a day below 10 and the months 1 and 2 have a zero (mục II.4)."""
    if plan.place is None or plan.issued_on is None:
        return None
    return f"{plan.place}, {day_line(plan.issued_on)}"


def day_line(day: PartialDate) -> str:
    """A day as a head has it; what is unknown is left blank.

    >>> day_line(PartialDate(year=2024, month=2, day=5))
    'ngày 05 tháng 02 năm 2024'
    >>> day_line(PartialDate(year=2024, month=3, precision=Unit.DAY))
    'ngày     tháng 3 năm 2024'
    """
    blank = "   "
    date = blank if day.day is None else f"{day.day:02}"
    month = blank if day.month is None else f"{day.month:02}" if day.month < 3 else f"{day.month}"
    year = blank if day.year is None else f"{day.year}"
    words = f"tháng {month} năm {year}".rstrip()
    return words if day.precision is Unit.MONTH else f"ngày {date} {words}"


def _title(plan: Plan, below: str | None = None) -> Iterator[Title]:
    kind = plan.kind.name if plan.kind is not None else None
    if kind == _LETTER:
        kind = None
    if kind or plan.subject:
        yield Title(kind=kind and kind.upper(), subject=plan.subject, below=below)


_ARTICLE = re.compile(r"Điều \d+[.:]?\s")


def _end_of_decision(preamble: tuple[Paragraph, ...]) -> int:
    """How many paragraphs are the decision's: all up to its last article."""
    articles = [i for i, p in enumerate(preamble) if _ARTICLE.match(p.text)]
    return articles[-1] + 1 if articles else 0


def _carried_by(plan: Plan, kind: str) -> str:
    """The bracket that names the decision: "(Kèm theo Quyết định số ... ngày ... của ...)"."""
    number = f" số {plan.number}" if plan.number is not None else ""
    day = plan.issued_on
    dated = f" {day_line(day)}" if day is not None and day.is_day else ""
    issuer = f" của {plan.issuers[0].full_name}" if plan.issuers else ""
    return f"(Kèm theo {kind}{number}{dated}{issuer})"


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Words]:
    for paragraph in paragraphs:
        yield _words(paragraph, level=0)


def _words(paragraph: Paragraph, level: int) -> Words:
    label = f"{paragraph.marker} " if paragraph.marker else ""
    return Words(text=paragraph.text, label=label, level=level)


def _body(plan: Plan, rules: Rules) -> Iterator[Piece]:
    for section in plan.sections:
        yield from _section(section, (), rules)


def _section(section: Section, above: Open, rules: Rules) -> Iterator[Piece]:
    label, below = printed(section.label, above, rules)
    first = section.body[0] if section.body else None
    running = section.title is None and isinstance(first, Paragraph) and not first.marker
    text = first.text if running and isinstance(first, Paragraph) else section.title or ""
    titled = section.title is not None
    yield Words(text=text, label=label, heading=titled, level=len(below))
    for part in section.body[1:] if running else section.body:
        yield from _part(part, below, rules)


def _part(part: Section | Paragraph | Table, above: Open, rules: Rules) -> Iterator[Piece]:
    if isinstance(part, Section):
        yield from _section(part, above, rules)
    elif isinstance(part, Paragraph):
        yield _words(part, level=len(above) + 1)
    else:
        rows = [part.header] if part.header else []
        yield Grid(rows=tuple(tuple(cell.text for cell in row) for row in (*rows, *part.rows)))


def _closing(plan: Plan, rules: Rules) -> Closing:
    """Who receives it and who signs it (NĐ 30/2020, Phụ lục I, mục II.6-7 and II.9)."""
    recipients = [f"- {recipient.text}{rules.item_end}" for recipient in plan.recipients]
    if plan.archive is not None:
        recipients.append(f"- {rules.archive}{plan.archive}.")
    return Closing(recipients=tuple(recipients), signed=tuple(map(_signed, plan.signatures)))


# A sign of authority after another: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" was printed on two lines.
_SIGN = re.compile(r" (?=(?:KT|TL|TUQ|K/T|T/L)[. ])")


def _signed(signature: Signature) -> Signed:
    lines = _SIGN.split(signature.authority) if signature.authority else []
    if signature.position:
        lines.append(signature.position)
    return Signed(lines=tuple(lines), name=signature.name)


def _notes(plan: Plan) -> Iterator[Note]:
    for note in plan.footnotes:
        yield Note(mark=note.mark, text=note.text)


def _appendix(appendix: Appendix, rules: Rules) -> Iterator[Piece]:
    if appendix.label:
        yield Words(text=appendix.label, heading=True)
    if appendix.title:
        yield Words(text=appendix.title, heading=True)
    for part in appendix.body:
        yield from _part(part, (), rules)

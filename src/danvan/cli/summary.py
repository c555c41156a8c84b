"""What a person wants to see of a plan: its head, who does what by when, what is cited."""

from __future__ import annotations

import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from danvan.cli.blocks import Block, Facts, Grid, Title
from danvan.cli.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.instruments import Citation, Instrument
    from danvan.plan import Deadline, Plan, Recipient, Signature
    from danvan.text import Source
    from danvan.units import Agency

# How much is shown of a text, in characters.
_FACT, _CELL, _ACTION, _ABOUT = 1_500, 300, 130, 120


def summary(plan: Plan) -> Iterator[Block]:
    """All that is shown of one plan."""
    yield title(plan)
    yield _facts(_head(plan))
    if plan.assignments:
        yield _duties(plan)
    yield from due(plan)
    yield from cited(plan)
    if plan.recipients or plan.signatures:
        yield _facts(_closing(plan))
    if plan.findings:
        yield _findings(plan)


def brief(plans: Iterable[Plan]) -> Iterator[Block]:
    """One line for each plan."""
    names, rows = [], []
    for plan in plans:
        names.append(plan.source.name or "")
        rows.append(
            (
                _number(plan),
                _text(plan.issued_on),
                _shortened(_names(plan.issuers)),
                str(len(plan.assignments)),
                str(len(plan.deadlines)),
                str(len(plan.citations)),
                str(len(plan.findings)),
                f"{plan.coverage():.0%}",
            )
        )
    columns = (
        "File", "Number", "Issued", "Issuer", "Duties", "Due", "Cited", "Notes", "Read",
    )  # fmt: skip
    if rows:
        table = tuple((name, *row) for name, row in zip(_short_names(names), rows, strict=True))
        yield Grid(_counted("document", len(rows)), columns, table, frozenset(range(4, 9)))


def _short_names(names: list[str]) -> list[str]:
    """The names of files, without their folders where that tells them apart."""
    short = [PurePath(name).name for name in names]
    return [one_line(n) for n in (short if len(set(short)) == len(set(names)) else names)]


def due(plan: Plan) -> Iterator[Block]:
    """The deadlines, in order of time; those without a last day come after."""
    if not plan.deadlines:
        return
    rows = tuple(
        (
            _last_day(deadline),
            _shortened(deadline.text),
            _shortened(deadline.section),
            _shortened(_names(deadline.agencies)),
            _shortened(deadline.about, _ABOUT),
        )
        for deadline in sorted(plan.deadlines, key=_time)
    )
    columns = ("Last day", "As printed", "Section", "Who", "What is due")
    yield Grid(_counted("deadline", len(rows)), *_without_empty(columns, rows))


def cited(plan: Plan) -> Iterator[Block]:
    """The documents that are cited, each once, in the order in which they are first named."""
    mentions: dict[tuple[str, str], list[Citation]] = {}
    for citation in plan.citations:
        mentions.setdefault(_identity(citation), []).append(citation)
    if not mentions:
        return
    rows = []
    for same in mentions.values():
        known = [citation.resolved for citation in same]
        number = next((str(i.number) for i in known if i.number is not None), "")
        rows.append(
            (
                _shortened(number or same[0].text),
                _shortened(
                    _first(c.kind_text for c in same) or _first(_text(i.kind) for i in known)
                ),
                _first(_text(i.issued_on) for i in known),
                _shortened(_first(i.issuer for i in known)),
                str(len(same)),
            )
        )
    columns = ("Number or name", "Kind", "Date", "Issuer", "Times")
    title = _counted("document", len(rows)) + " cited"
    shown, cells = _without_empty(columns, tuple(rows))
    yield Grid(title, shown, cells, frozenset({len(shown) - 1}))


def title(plan: Plan) -> Title:
    """What the document is, and its file."""
    kind = plan.kind.name if plan.kind is not None else "Document"
    name = f"{kind} {_number(plan)}".strip()
    return Title(_shortened(name), _shortened(plan.source.name or ""))


def _head(plan: Plan) -> Iterator[tuple[str, str]]:
    yield "Subject", plan.subject or ""
    yield "Issuer", _names(plan.issuers)
    yield "Under", plan.superior.full_name if plan.superior else ""
    yield "Place and day", ", ".join(filter(None, (plan.place, _text(plan.issued_on))))
    yield "Issued with", _instrument(plan.issued_with)
    yield "Period", _text(plan.period)
    yield "Addressees", "; ".join(map(_recipient, plan.addressees))
    yield "Urgency", plan.urgency or ""
    yield "Secrecy", plan.secrecy or ""
    yield "Status", "draft" if plan.draft else ""
    bases = dict.fromkeys(_text(b.instrument.number) or b.text for b in plan.bases)
    yield "Based on", ", ".join(bases)
    sections = sum(1 for _ in plan.walk())
    counts = (("section", sections), ("footnote", len(plan.footnotes)))
    known = [_counted(name, count) for name, count in counts if count]
    yield "Read", ", ".join([f"{plan.coverage():.1%} of the text", *known])


def _facts(pairs: Iterable[tuple[str, str]]) -> Facts:
    return Facts(tuple((name, _shortened(value, _FACT)) for name, value in pairs if value))


def _duties(plan: Plan) -> Grid:
    rows = tuple(
        (
            _shortened(assignment.section),
            _shortened(_names(assignment.lead)),
            _shortened(_names(assignment.coordinating)),
            _shortened("; ".join(map(_when, assignment.deadlines))),
            _shortened(assignment.action, _ACTION),
        )
        for assignment in plan.assignments
    )
    columns = ("Section", "Lead", "With", "By when", "What")
    return Grid(
        f"Who does what by when: {_counted('duty', len(rows))}", *_without_empty(columns, rows)
    )


def _closing(plan: Plan) -> Iterator[tuple[str, str]]:
    yield "Recipients", "; ".join(map(_recipient, plan.recipients))
    yield "Archive", plan.archive or ""
    yield "Signed", "; ".join(map(_signature, plan.signatures))


def _findings(plan: Plan) -> Grid:
    rows = tuple(
        (
            "" if finding.span is None else _place(plan.source, finding.span.start),
            finding.code,
            str(finding.severity),
            _shortened(finding.message_en or finding.message),
        )
        for finding in plan.findings
    )
    columns = ("Place", "Code", "Severity", "Message")
    return Grid(_counted("finding", len(rows)), *_without_empty(columns, rows))


def _place(source: Source, offset: int) -> str:
    """Where something stands: in the file if it is no text file, else line and column."""
    return str(source.position(offset) if source.layout is None else source.place(offset))


def _without_empty(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The table without the columns that are empty in all rows."""
    kept = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    return tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)


def _identity(citation: Citation) -> tuple[str, str]:
    """What tells one cited document from another: number and date, since Party numbers recur."""
    known = citation.resolved
    if known.number is None:
        return (known.name or citation.text).casefold(), ""
    return str(known.number), _text(known.issued_on)


def _time(deadline: Deadline) -> tuple[datetime.date, int]:
    return deadline.when.latest or datetime.date.max, deadline.span.start


def _when(deadline: Deadline) -> str:
    """The last day, or what is printed where none follows from it."""
    latest = deadline.when.latest
    return deadline.text if latest is None else latest.isoformat()


def _last_day(deadline: Deadline) -> str:
    when = deadline.when
    if when.latest is not None:
        return when.latest.isoformat()
    if when.earliest is not None:
        return f"from {when.earliest.isoformat()}"
    return "not a day" if when.value is None else "recurring" if _recurs(deadline) else "open"


def _recurs(deadline: Deadline) -> bool:
    return type(deadline.when.value).__name__ == "Recurrence"


def _number(plan: Plan) -> str:
    return _shortened(_text(plan.number) or plan.number_text or "")


def _instrument(instrument: Instrument | None) -> str:
    if instrument is None:
        return ""
    parts = (_text(instrument.kind), _text(instrument.number), instrument.name)
    return " ".join(filter(None, parts))


def _recipient(recipient: Recipient) -> str:
    return recipient.text


def _signature(signature: Signature) -> str:
    parts = (signature.name, signature.position, signature.authority)
    return ", ".join(filter(None, parts))


def _names(agencies: Iterable[Agency]) -> str:
    return "; ".join(agency.full_name for agency in agencies)


def _first(values: Iterable[str | None]) -> str:
    return next(filter(None, values), "")


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _shortened(text: str, longest: int = _CELL) -> str:
    """The text on one line, harmless, cut at a word if it is too long."""
    text = one_line(text)
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _counted(name: str, count: int) -> str:
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{count} {name if count == 1 else plural}"

"""Deadlines and citations as rows for programs: JSON Lines and CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, TextIO

from danvan.cli.safe import escaped, escaped_json
from danvan.text.formulas import no_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.plan import Plan

Row = dict[str, Any]

#: What `deadline_rows` and `citation_rows` give, in this order.
DEADLINE_COLUMNS = (
    "file", "line", "start", "end", "text", "relation", "value", "earliest", "latest", "section",
    "agencies", "about",
)  # fmt: skip
CITATION_COLUMNS = (
    "file", "line", "start", "end", "text", "kind", "number", "name", "issued_on", "issuer", "role",
    "locator", "first_issued_on", "first_issuer",
)  # fmt: skip


def deadline_rows(plan: Plan) -> Iterator[Row]:
    """A row for each deadline, in reading order; what is not known is None."""
    for deadline in plan.deadlines:
        when = deadline.when
        values: tuple[Any, ...] = (
            plan.source.name,
            plan.source.position(deadline.span.start).line,
            deadline.span.start,
            deadline.span.end,
            deadline.text,
            _text(when.relation),
            _text(when.value),
            _text(when.earliest),
            _text(when.latest),
            deadline.section,
            [agency.full_name for agency in deadline.agencies],
            deadline.about,
        )
        yield dict(zip(DEADLINE_COLUMNS, values, strict=True))


def citation_rows(plan: Plan) -> Iterator[Row]:
    """A row for each mention, in reading order; what is not known is None.

    ``issued_on`` and ``issuer`` are what stands at the mention, ``first_…`` what stands at the
    first full mention of the same document.
    """
    for citation in plan.citations:
        printed, first = citation.instrument, citation.antecedent
        values: tuple[Any, ...] = (
            plan.source.name,
            plan.source.position(citation.span.start).line,
            citation.span.start,
            citation.span.end,
            citation.text,
            citation.kind_text or _text(printed.kind),
            _text(printed.number),
            printed.name,
            _text(printed.issued_on),
            printed.issuer,
            _text(citation.role),
            citation.locator,
            None if first is None else _text(first.issued_on),
            None if first is None else first.issuer,
        )
        yield dict(zip(CITATION_COLUMNS, values, strict=True))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def write_rows(form: str, columns: tuple[str, ...], rows: Iterable[Row], stream: TextIO) -> None:
    """Write the rows as ``csv``, with a header and with formulas made harmless, or as ``json``."""
    if form == "json":
        stream.writelines(escaped_json(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
        return
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: str | int | list[str] | None) -> str | int:
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else value or ""
    return no_formula(escaped(text))

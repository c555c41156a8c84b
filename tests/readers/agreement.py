"""Agreement: how far a file says what the text says from which it was written, field by field."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

import danvan
from danvan.plan import Table
from danvan.plan.equivalence import plain_text
from tests.corpus.plans import facts_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from danvan.plan import Plan

_SINGLE = ("number", "number_text", "kind", "place", "issued_on", "subject", "archive")
_SEVERAL = (
    "issuers",
    "bases",
    "citations",
    "outline",
    "deadlines",
    "assignments",
    "targets",
    "addressees",
    "recipients",
    "signatures",
    "footnotes",
)
# Where it stands differs by nature; a figure of its own counts what is found at all.
_PLACES = frozenset({"span"})
# What is read counts here, not how much of the running text it spans.
_SPANNING = frozenset({"deadlines", "assignments"})


def fields_of(plan: Plan) -> dict[str, list[Hashable]]:
    """What is compared, by field: values without their places, texts with single spaces."""
    facts = facts_of(plan)
    fields: dict[str, list[Hashable]] = {}
    for name in _SINGLE:
        value = getattr(facts, name)
        fields[name.replace("_", " ")] = [] if value is None else [plain_text(value)]
    for name in _SEVERAL:
        left_out = _PLACES | {"text"} if name in _SPANNING else _PLACES
        fields[name] = [_bare(item, left_out) for item in getattr(facts, name)]
    fields["preamble"] = [plain_text(p.text) for p in plan.preamble]
    fields["paragraphs"] = [
        (s.path, p.marker, plain_text(p.text))
        for s in plan.walk()
        for p in s.body
        if isinstance(p, danvan.Paragraph)
    ]
    fields["table cells"] = [
        plain_text(cell.text)
        for s in plan.walk()
        for t in s.body
        if isinstance(t, Table)
        for row in t.rows
        for cell in row
    ]
    fields["appendices"] = [plain_text(a.title or a.label or "") for a in plan.appendices]
    return fields


def _bare(item: object, left_out: frozenset[str]) -> Hashable:
    if isinstance(item, str):
        return plain_text(item)
    values = {
        k: plain_text(v) if isinstance(v, str) else v
        for k, v in attrs.asdict(item, recurse=False).items()  # type: ignore[arg-type]
        if k not in left_out
    }
    return tuple(sorted(values.items()))


@attrs.frozen
class Tally:
    """How many values are in the text, in the file, and in both."""

    text: int = 0
    file: int = 0
    both: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.text + other.text, self.file + other.file, self.both + other.both)

    @property
    def f1(self) -> float:
        """The harmonic mean of both shares; 1 where there is nothing."""
        total = self.text + self.file
        return 2 * self.both / total if total else 1.0


def agreement(text_plan: Plan, file_plan: Plan) -> dict[str, Tally]:
    """The tally of each field."""
    said, read = fields_of(text_plan), fields_of(file_plan)
    return {
        name: Tally(
            len(said[name]),
            len(read[name]),
            (Counter(said[name]) & Counter(read[name])).total(),
        )
        for name in said
    }


def misses(text_plan: Plan, file_plan: Plan) -> dict[str, tuple[list[Hashable], list[Hashable]]]:
    """For each field what only the text says, and what only the file says."""
    said, read = fields_of(text_plan), fields_of(file_plan)
    found = {}
    for name in said:
        only_said, only_read = Counter(said[name]), Counter(read[name])
        only_said.subtract(Counter(read[name]))
        only_read.subtract(Counter(said[name]))
        pair = (list((+only_said).elements()), list((+only_read).elements()))
        if any(pair):
            found[name] = pair
    return found

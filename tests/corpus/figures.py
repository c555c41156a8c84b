"""The figures of the score: what is compared, and when it counts as the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.compare import EXCERPT, Also, Family, Result, Whole, overlap
from tests.corpus.facts import Aim, Cited, Due, Duty, Facts, Node, Note, Receiver, Signed
from tests.corpus.values import same_body, same_number, same_text, without_bracket

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE, _NEAR = 40, 12


def _listed(names: tuple[str, ...]) -> str:
    return "; ".join(names) or "-"


def _text(value: str | None) -> str | None:
    return None if value is None else same_text(value)


def _bodies(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_body(n) for n in names)


def _number(number: str | None) -> str | None:
    return None if number is None else same_number(number)


def _basis(cited: Cited) -> str:
    return same_number(cited.number) if cited.number else same_text(cited.text)


# Citations: "spans overlap and numbers agree (both null for named ones); a second figure also asks
# for the date where the truth has one."


def _same_citation(has: Cited, wanted: Cited) -> bool:
    return overlap(has, wanted) and _number(has.number) == _number(wanted.number)


def _same_date(has: Cited, wanted: Cited) -> bool:
    return wanted.issued_on is None or has.issued_on == wanted.issued_on


def _same_kind(has: Cited, wanted: Cited) -> bool:
    return _text(has.kind) == _text(wanted.kind)


def _same_issuer(has: Cited, wanted: Cited) -> bool:
    return wanted.issuer is None or same_body(has.issuer or "") == same_body(wanted.issuer)


# Outline: a pair is a path and a title.


def _same_node(has: Node, wanted: Node) -> bool:
    return has.path == wanted.path and _text(has.title) == _text(wanted.title)


# Deadlines: "spans overlap, relation, from, to agree; for recurring overlap is enough, and a during
# may be found without a relation word."


def _same_deadline(has: Due, wanted: Due) -> bool:
    if not overlap(has, wanted):
        return False
    if wanted.relation == "recurring":
        return True
    related = has.relation == wanted.relation or (
        wanted.relation == "during" and has.relation is None
    )
    return related and (has.first, has.last) == (wanted.first, wanted.last)


# Assignments: "the found span overlaps text and begins no more than 40 code points before start, or
# begins within 12 of it, and section agrees; a second figure compares lead as a set."


def _same_assignment(has: Duty, wanted: Duty) -> bool:
    if has.span is None or wanted.span is None or has.section != wanted.section:
        return False
    ahead = wanted.span.start - has.span.start
    return (has.span.overlaps(wanted.span) and ahead <= _BEFORE) or abs(ahead) <= _NEAR


def _same_lead(has: Duty, wanted: Duty) -> bool:
    return _bodies(has.lead) == _bodies(wanted.lead)


def _same_coordinating(has: Duty, wanted: Duty) -> bool:
    return _bodies(has.coordinating) == _bodies(wanted.coordinating)


def _same_addressees(has: Duty, wanted: Duty) -> bool:
    return _bodies(has.reports_to) == _bodies(wanted.reports_to)


# Targets: spans overlap, and value, comparator and rise or fall agree; a second figure asks for the
# unit, whose noun may be cut short ("đoàn" of "đoàn kiểm tra").


def _same_target(has: Aim, wanted: Aim) -> bool:
    key = (wanted.value, wanted.comparator, wanted.change)
    return overlap(has, wanted) and (has.value, has.comparator, has.change) == key


def _same_unit(has: Aim, wanted: Aim) -> bool:
    ours, theirs = same_text(has.unit), same_text(wanted.unit)
    return ours.startswith(theirs) or theirs.startswith(ours)


# Recipients: "text without the bracket of purpose." Signatures: "name and position."


def _same_recipient(has: Receiver, wanted: Receiver) -> bool:
    return same_text(without_bracket(has.text)) == same_text(without_bracket(wanted.text))


def _same_purpose(has: Receiver, wanted: Receiver) -> bool:
    return _text(has.purpose) == _text(wanted.purpose)


def _same_signature(has: Signed, wanted: Signed) -> bool:
    return (_text(has.name), _text(has.position)) == (_text(wanted.name), _text(wanted.position))


def _same_authority(has: Signed, wanted: Signed) -> bool:
    return _text(has.authority) == _text(wanted.authority)


def _same_footnote(has: Note, wanted: Note) -> bool:
    return has.mark == wanted.mark and same_text(has.text).startswith(same_text(wanted.text))


def _same_base(has: Cited, wanted: Cited) -> bool:
    return _basis(has) == _basis(wanted)


def _distinct_bases(facts: Facts) -> Sequence[Cited]:
    return tuple({_basis(cited): cited for cited in reversed(facts.bases)}.values())[::-1]


Figure = (
    Whole
    | Family[Cited]
    | Family[Node]
    | Family[Due]
    | Family[Duty]
    | Family[Aim]
    | Family[Receiver]
    | Family[Signed]
    | Family[Note]
)

#: Every figure, in the order of the table.
FIGURES: tuple[Figure, ...] = (
    Whole(name="number", value=lambda f: _number(f.number)),
    Whole(name="number as printed", value=lambda f: _text(f.number_text)),
    Whole(name="kind", value=lambda f: _text(f.kind)),
    Whole(name="issuers", value=lambda f: _bodies(f.issuers)),
    Whole(name="place", value=lambda f: _text(f.place)),
    Whole(name="issued on", value=lambda f: f.issued_on),
    Whole(name="subject", value=lambda f: _text(f.subject)),
    Whole(name="archive", value=lambda f: _text(f.archive)),
    Whole(name="bullets", value=lambda f: f.bullets),
    Whole(name="number of footnotes", value=lambda f: len(f.footnotes)),
    Family[Cited](
        name="bases",
        items=_distinct_bases,
        agrees=_same_base,
        shows=lambda c: c.number or c.text,
    ),
    Family[Cited](
        name="citations",
        items=lambda f: f.citations,
        agrees=_same_citation,
        shows=lambda c: " · ".join(
            str(v) for v in (c.kind, c.number or c.text, c.issued_on, c.issuer) if v
        ),
        also={
            "with date": Also(_same_date, lambda c: c.issued_on or "-"),
            "with kind": Also(_same_kind, lambda c: c.kind or "-"),
            "with issuer": Also(_same_issuer, lambda c: c.issuer or "-"),
        },
    ),
    Family[Node](
        name="outline",
        items=lambda f: f.outline,
        agrees=_same_node,
        shows=lambda n: f"{n.path} {n.title or '(no title)'}",
    ),
    Family[Due](
        name="deadlines",
        items=lambda f: f.deadlines,
        agrees=_same_deadline,
        shows=lambda d: f"{d.text} [{d.relation} {d.first} {d.last}]",
    ),
    Family[Duty](
        name="assignments",
        items=lambda f: f.assignments,
        agrees=_same_assignment,
        shows=lambda a: f"{a.section}: {'; '.join(a.lead)} · {a.text[:EXCERPT]}",
        also={
            "with lead": Also(_same_lead, lambda a: _listed(a.lead)),
            "with coordinating": Also(_same_coordinating, lambda a: _listed(a.coordinating)),
            "with reports to": Also(_same_addressees, lambda a: _listed(a.reports_to)),
        },
    ),
    Family[Aim](
        name="targets",
        items=lambda f: f.targets,
        agrees=_same_target,
        shows=lambda t: f"{t.text} [{t.change or ''}{t.comparator} {t.value:g} {t.unit}]",
        also={"with unit": Also(_same_unit, lambda t: t.unit)},
    ),
    Family[Receiver](
        name="addressees",
        items=lambda f: f.addressees,
        agrees=_same_recipient,
        shows=lambda a: a.text,
    ),
    Family[Receiver](
        name="recipients",
        items=lambda f: f.recipients,
        agrees=_same_recipient,
        shows=lambda r: f"{r.text} [{r.purpose or '-'}]",
        also={"with purpose": Also(_same_purpose, lambda r: r.purpose or "-")},
    ),
    Family[Signed](
        name="signatures",
        items=lambda f: f.signatures,
        agrees=_same_signature,
        shows=lambda s: " / ".join(v or "-" for v in (s.authority, s.position, s.name)),
        also={"with authority": Also(_same_authority, lambda s: s.authority or "-")},
    ),
    Family[Note](
        name="footnotes",
        items=lambda f: f.footnotes,
        agrees=_same_footnote,
        shows=lambda n: f"{n.mark} {n.text[:EXCERPT]}",
    ),
)

#: Figures beside those that the conventions of the corpus ask for.
EXTRA = frozenset(
    {
        "citations, with issuer",
        "assignments, with coordinating",
        "assignments, with reports to",
        "targets, with unit",
        "recipients, with purpose",
        "signatures, with authority",
        "footnotes",
    }
)


def compare(found: Facts, true: Facts) -> list[Result]:
    """All figures of one document, but those that the truth leaves open."""
    return [
        result
        for figure in FIGURES
        if figure.name not in true.unjudged
        for result in figure.results(found, true)
        if result.figure not in true.unjudged
    ]

"""The figures of the score: what is compared, and when it counts as the same.

A `Whole` is a value that a document has once: it is equal or not. A `Family` is a list of items:
what is found is matched one to one with what is true, and `Family.also` are stricter figures over
the matched pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from danvan.span import Span
from tests.corpus.facts import Cited, Due, Duty, Facts, Node, Note, Receiver, Signed
from tests.corpus.matching import Tally, largest_matching
from tests.corpus.values import same_body, same_number, same_text, without_bracket

T = TypeVar("T", Cited, Node, Due, Duty, Receiver, Signed, Note)
Agrees = Callable[[T, T], bool]

_BEFORE, _NEAR = 40, 12
_EXCERPT = 60


@attrs.frozen(kw_only=True)
class Miss:
    """One thing that is not as it should be; ``span`` is where, in the document."""

    figure: str
    span: Span | None
    expected: str | None
    found: str | None


@attrs.frozen(kw_only=True)
class Result:
    """A figure of one document; ``whole`` where it is a matter of equal or not."""

    figure: str
    tally: Tally
    misses: tuple[Miss, ...] = ()
    whole: bool = False


@attrs.frozen(kw_only=True)
class Whole:
    """A value that a document has once."""

    name: str
    value: Callable[[Facts], object]

    def results(self, found: Facts, true: Facts) -> list[Result]:
        """One result: equal or not."""
        has, wants = self.value(found), self.value(true)
        misses = []
        if has != wants:
            misses = [Miss(figure=self.name, span=None, expected=_shown(wants), found=_shown(has))]
        tally = Tally(1, 1, int(not misses))
        return [Result(figure=self.name, tally=tally, misses=tuple(misses), whole=True)]


@attrs.frozen
class Also(Generic[T]):
    """A stricter figure of a family: what else has to agree, and what of an item it looks at."""

    agrees: Agrees[T]
    shows: Callable[[T], str]


@attrs.frozen(kw_only=True)
class Family(Generic[T]):
    """A list of items; ``also`` are stricter figures, over the pairs that agree already."""

    name: str
    items: Callable[[Facts], Sequence[T]]
    agrees: Agrees[T]
    shows: Callable[[T], str]
    also: Mapping[str, Also[T]] = attrs.field(factory=dict)

    def results(self, found: Facts, true: Facts) -> list[Result]:
        """The result of the family, and one for each stricter figure."""
        has, wants = self.items(found), self.items(true)
        pairs = [(has[i], wants[rank]) for rank, i in self._match(has, wants).items()]
        matched = {id(item) for pair in pairs for item in pair}
        results = [
            Result(
                figure=self.name,
                tally=Tally(len(has), len(wants), len(pairs)),
                misses=tuple(
                    self._misses(
                        [h for h in has if id(h) not in matched],
                        [w for w in wants if id(w) not in matched],
                    )
                ),
            )
        ]
        for name, stricter in self.also.items():
            apart = [(h, w) for h, w in pairs if not stricter.agrees(h, w)]
            figure = f"{self.name}, {name}"
            results.append(
                Result(
                    figure=figure,
                    tally=Tally(len(has), len(wants), len(pairs) - len(apart)),
                    misses=tuple(self._refined(figure, stricter, h, w) for h, w in apart),
                )
            )
        return results

    def _refined(self, figure: str, stricter: Also[T], has: T, wanted: T) -> Miss:
        which = self.shows(wanted)[:_EXCERPT]
        return Miss(
            figure=figure,
            span=wanted.span or has.span,
            expected=f"{stricter.shows(wanted)}  ({which})",
            found=stricter.shows(has),
        )

    def _match(self, has: Sequence[T], wants: Sequence[T]) -> dict[int, int]:
        return largest_matching(has, wants, self.agrees)

    def _misses(self, has: list[T], wants: list[T]) -> list[Miss]:
        """Unmatched items; those that stand at one place are shown side by side."""
        beside = largest_matching(has, wants, _stand_together)
        misses = [
            self._miss(self.name, has[beside[rank]] if rank in beside else None, wanted)
            for rank, wanted in enumerate(wants)
        ]
        alone = set(range(len(has))) - set(beside.values())
        return misses + [self._miss(self.name, has[i], None) for i in sorted(alone)]

    def _miss(self, figure: str, has: T | None, wanted: T | None) -> Miss:
        span = (wanted.span if wanted is not None else None) or (has.span if has else None)
        return Miss(
            figure=figure,
            span=span,
            expected=None if wanted is None else self.shows(wanted),
            found=None if has is None else self.shows(has),
        )


def _stand_together(has: T, wanted: T) -> bool:
    if isinstance(has, Node) and isinstance(wanted, Node) and has.path == wanted.path:
        return True
    return _overlap(has, wanted)


def _overlap(has: T, wanted: T) -> bool:
    return has.span is not None and wanted.span is not None and has.span.overlaps(wanted.span)


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "; ".join(sorted(str(v) for v in value)) or "-"
    return "-" if value is None else str(value)


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
    return _overlap(has, wanted) and _number(has.number) == _number(wanted.number)


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
    if not _overlap(has, wanted):
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
        shows=lambda a: f"{a.section}: {'; '.join(a.lead)} · {a.text[:_EXCERPT]}",
        also={
            "with lead": Also(_same_lead, lambda a: _listed(a.lead)),
            "with coordinating": Also(_same_coordinating, lambda a: _listed(a.coordinating)),
            "with reports to": Also(_same_addressees, lambda a: _listed(a.reports_to)),
        },
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
        shows=lambda n: f"{n.mark} {n.text[:_EXCERPT]}",
    ),
)

#: Figures beside those that the conventions of the corpus ask for.
EXTRA = frozenset(
    {
        "citations, with issuer",
        "assignments, with coordinating",
        "assignments, with reports to",
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

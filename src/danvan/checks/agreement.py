"""Family C: whether the mentions of one document, and of laws, agree with each other (viện dẫn)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.instruments.alike import is_telling, likeness, may_be_one_body
from danvan.instruments.register import days_agree
from danvan.instruments.series import may_be_of_one_series, names_one_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from danvan.checks.case import Case
    from danvan.instruments import Citation, DocumentNumber, Instrument

# More unlike mentions of one number are no plan's, and comparing them all takes too long.
_MOST_COMPARED = 16
# Below this share of common words two titles are not those of one document.
_LIKE = 0.75
_LAWS = frozenset({"Bộ luật", "Luật", "Pháp lệnh"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def _differing(
    case: Case,
    what: tuple[str, str],
    read: Callable[[Instrument], object],
    differ: Callable[[Instrument, Instrument], bool],
) -> Iterator[Fault]:
    """Faults where two mentions of one document say two things; each mention is told of once."""
    said: dict[DocumentNumber, list[Citation]] = {}
    for citation, number in case.numbered:
        now = read(citation.instrument)
        if now is None:
            continue
        before = said.setdefault(number, [])
        first = next((c for c in before if differ(c.instrument, citation.instrument)), None)
        if first is not None:
            then = read(first.instrument)
            yield Fault(
                span=citation.span,
                related=(first.span,),
                message=f"{number} được viện dẫn với hai {what[0]}: {then} và {now}",
                message_en=f"{number} is cited with two {what[1]}: {then} and {now}",
            )
        if len(before) < _MOST_COMPARED and all(
            c.instrument != citation.instrument for c in before
        ):
            before.append(citation)


@checks("C103")
def one_document_two_dates(case: Case) -> Iterator[Fault]:
    """Two days of one series are given for one number."""
    yield from _differing(case, ("ngày", "dates"), lambda i: i.issued_on, _two_dates)


def _two_dates(one: Instrument, other: Instrument) -> bool:
    number, first, second = one.number, one.issued_on, other.issued_on
    if number is None or first is None or second is None or days_agree(first, second):
        return False
    if not names_one_body(number):
        if one.issuer is None or other.issuer is None:
            return False
        if not may_be_one_body(one.issuer, other.issuer):
            return False
    return may_be_of_one_series(number, first, second)


def _is_one(one: Instrument, other: Instrument) -> bool:
    """Whether two mentions are of one document: they say one day, or one that is alone."""
    if one.issued_on is not None and other.issued_on is not None:
        return one.issued_on == other.issued_on
    return one.number is not None and one.number.year is not None


@checks("C104")
def one_document_two_titles(case: Case) -> Iterator[Fault]:
    """Two titles with little in common are given for one document."""
    yield from _differing(case, ("trích yếu", "titles"), lambda i: i.title, _two_titles)


def _two_titles(one: Instrument, other: Instrument) -> bool:
    first, second = one.title or "", other.title or ""
    if not _is_one(one, other) or not is_telling(first) or not is_telling(second):
        return False
    return max(likeness(first, second), likeness(second, first)) < _LIKE


@checks("C105")
def one_document_two_issuers(case: Case) -> Iterator[Fault]:
    """Two bodies are given for one document."""
    yield from _differing(
        case,
        ("cơ quan ban hành", "issuers"),
        lambda i: i.issuer,
        lambda one, other: (
            _is_one(one, other) and not may_be_one_body(one.issuer or "", other.issuer or "")
        ),
    )


@checks("C106")
def one_document_two_kinds(case: Case) -> Iterator[Fault]:
    """Two kinds are given for one document."""
    yield from _differing(
        case,
        ("tên loại", "kinds"),
        lambda i: i.kind,
        lambda one, other: (
            _is_one(one, other)
            and one.kind is not None
            and other.kind is not None
            and (one.kind.base or one.kind.name) != (other.kind.base or other.kind.name)
        ),
    )


@checks("C113")
def law_years_uneven(case: Case) -> Iterator[Fault]:
    """Of the laws that are cited by name, some have their year and some have not."""
    laws = [c for c in case.plan.citations if c.instrument.number is None and _is_law(c)]
    bare = [c for c in laws if not _YEAR.search(c.text) and c.antecedent is None]
    if bare and len(bare) < len(laws) and any(_YEAR.search(c.text) for c in laws):
        first, *more = bare
        yield Fault(
            span=first.span,
            related=tuple(c.span for c in more),
            message=f"Luật viện dẫn có luật ghi năm, có luật không: {first.text}",
            message_en=f"Some laws are cited with their year, and this one is not: {first.text}",
        )


def _is_law(citation: Citation) -> bool:
    kind = citation.instrument.kind
    return kind is not None and kind.name in _LAWS

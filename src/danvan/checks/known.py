"""Family C: whether what the text cites agrees with the register of known documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.places import says_issuer
from danvan.checks.rule import Fault
from danvan.instruments import CitationRole, Discrepancy
from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.instruments import Citation, Contradiction


# What is replaced, repealed, amended or reported on may be over.
_OF_THE_PAST = frozenset(
    {
        CitationRole.AMENDS,
        CitationRole.REPLACES,
        CitationRole.REPEALS,
        CitationRole.REPORTS_ON,
    }
)


def _contradicted(
    case: Case, *discrepancies: Discrepancy
) -> Iterator[tuple[Citation, Contradiction]]:
    """The citations that the register contradicts in one of some respects."""
    for citation, found in case.contradicted:
        if found.discrepancy in discrepancies:
            yield citation, found


def _otherwise(citation: Citation, found: Contradiction, what: str, what_en: str) -> Fault:
    entry = found.entry
    return Fault(
        span=citation.span,
        message=f"{what} của {entry} ghi là {found.printed}, theo danh mục là {found.known}",
        message_en=f"The {what_en} of {entry} reads {found.printed}; it is {found.known}",
        help=f"{entry}: {entry.source}" if entry.source else "",
    )


@checks("C201")
def known_date_otherwise(case: Case) -> Iterator[Fault]:
    """The register has another date."""
    for citation, found in _contradicted(case, Discrepancy.DATE):
        yield _otherwise(citation, found, "Ngày", "date")


@checks("C202")
def known_issuer_otherwise(case: Case) -> Iterator[Fault]:
    """The register has another issuer, or another term of it."""
    for citation, found in _contradicted(case, Discrepancy.ISSUER, Discrepancy.TERM):
        if not says_issuer(case, citation):
            continue
        yield _otherwise(citation, found, "Cơ quan ban hành", "issuer")


@checks("C203")
def known_title_otherwise(case: Case) -> Iterator[Fault]:
    """The register has another title."""
    for citation, found in _contradicted(case, Discrepancy.TITLE):
        if _is_shortened(found):
            continue
        yield _otherwise(citation, found, "Trích yếu", "title")


def _is_shortened(found: Contradiction) -> bool:
    """Whether all that is printed of a title stands in it, in that order."""
    known = iter(folded(found.known).split())
    return all(word in known for word in folded(found.printed).split())


@checks("C204")
def known_kind_otherwise(case: Case) -> Iterator[Fault]:
    """The register has another kind."""
    for citation, found in _contradicted(case, Discrepancy.KIND):
        yield _otherwise(citation, found, "Tên loại", "kind")


@checks("C205")
def cited_not_in_force(case: Case) -> Iterator[Fault]:
    """The document is over, or not yet in force, on the day of issue."""
    times = (Discrepancy.NO_LONGER_IN_FORCE, Discrepancy.NOT_YET_IN_FORCE)
    for citation, found in _contradicted(case, *times):
        if citation.role in _OF_THE_PAST:
            continue
        over = found.discrepancy is Discrepancy.NO_LONGER_IN_FORCE
        told = ("đã hết hiệu lực", "is over since") if over else ("chưa có hiệu lực", "begins on")
        instead = f" Văn bản thay thế: {found.other}." if found.other else ""
        yield Fault(
            span=citation.span,
            message=f"{found.entry} {told[0]} vào ngày ban hành ({found.known}).{instead}",
            message_en=f"{found.entry} {told[1]} {found.known}",
            help=f"Replaced by {found.other}" if found.other else "",
        )

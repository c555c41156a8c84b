"""Where a citation contradicts a register: wrong dates, issuers, titles; what is over."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from danvan.instruments import alike
from danvan.instruments.known import KnownInstrument
from danvan.instruments.register import days_agree, kinds_agree

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from danvan.instruments.model import Citation, Instrument
    from danvan.instruments.register import Register

_UNLIKE = 0.85


class Discrepancy(enum.StrEnum):
    """What it is in which a citation and a register differ (điểm sai lệch)."""

    KIND = "kind"
    DATE = "date"
    ISSUER = "issuer"
    TERM = "term"
    TITLE = "title"
    NOT_YET_ISSUED = "not-yet-issued"
    NOT_YET_IN_FORCE = "not-yet-in-force"
    NO_LONGER_IN_FORCE = "no-longer-in-force"


@attrs.frozen(kw_only=True)
class Contradiction:
    """One thing that a citation says and a register denies (mâu thuẫn với danh mục).

    ``printed`` is what the text says, and ``known`` what the register has; for the discrepancies
    in time they are the day of the citing document and the day that was known. ``entry`` is the
    document that is meant. ``other`` is another one that is of use to the reader: the document
    whose title was printed, or the one that replaced ``entry``. ``likeness`` is how much of a
    printed title is that of the known one, 0 to 1; None for other discrepancies.
    """

    discrepancy: Discrepancy
    printed: str
    known: str
    entry: KnownInstrument
    other: KnownInstrument | None = None
    likeness: float | None = None


def contradictions(
    citation: Citation, register: Register, on: datetime.date | None = None
) -> tuple[Contradiction, ...]:
    """In what a citation contradicts a register.

    Which document is meant is judged by all that the text says of it (`Citation.resolved`); what
    is checked is what this mention says. Where the register does not know the document with
    certainty there is nothing to say.

    Args:
        citation: a citation of a text.
        register: what is known.
        on: the day of the document that cites; without it nothing is said of force.

    Returns:
        The contradictions, in the order of `Discrepancy`.

    >>> from danvan.instruments import Register, find
    >>> (cited,) = find("Nghị định số 04/2015/NĐ-CP ngày 09/01/2016 của Chính phủ")
    >>> [str(c.known) for c in contradictions(cited, Register.default())]
    ['2015-01-09']
    """
    entry = register.lookup(citation, on)
    if entry is None:
        return ()
    said = citation.instrument
    found = [*_of_facts(said, entry), *_of_title(said, entry, register)]
    if on is not None:
        found += _of_time(entry, register, on)
    return tuple(found)


def _of_facts(said: Instrument, entry: KnownInstrument) -> Iterator[Contradiction]:
    known = entry.instrument
    if said.kind and known.kind and not kinds_agree(said, known):
        yield _contradiction(Discrepancy.KIND, said.kind, known.kind, entry)
    if said.issued_on and known.issued_on and not days_agree(said.issued_on, known.issued_on):
        yield _contradiction(Discrepancy.DATE, said.issued_on, known.issued_on, entry)
    if said.issuer and known.issuer:
        if not alike.may_be_one_body(said.issuer, known.issuer):
            yield _contradiction(Discrepancy.ISSUER, said.issuer, known.issuer, entry)
        terms = {alike.term_of(said.issuer), alike.term_of(known.issuer)} - {None}
        if len(terms) > 1:
            yield _contradiction(Discrepancy.TERM, said.issuer, known.issuer, entry)


def _of_title(
    said: Instrument, entry: KnownInstrument, register: Register
) -> Iterator[Contradiction]:
    printed, known = said.title, entry.instrument.title
    if not printed or not known or not alike.is_telling(printed):
        return
    if alike.title_words(printed) == alike.title_words(known):
        return
    other = register.titled(printed)
    degree = alike.likeness(printed, known)
    if other is not None or degree < _UNLIKE:
        yield Contradiction(
            discrepancy=Discrepancy.TITLE,
            printed=printed,
            known=known,
            entry=entry,
            other=other,
            likeness=degree,
        )


def _of_time(
    entry: KnownInstrument, register: Register, on: datetime.date
) -> Iterator[Contradiction]:
    issued, begin, end = entry.instrument.issued_on, entry.in_force_from, entry.in_force_to
    if entry.was_issued(on) is False:
        yield _contradiction(Discrepancy.NOT_YET_ISSUED, on, issued, entry)
    elif entry.is_in_force(on) is False:
        over = end is not None and end.latest is not None and end.latest < on
        yield _contradiction(
            Discrepancy.NO_LONGER_IN_FORCE if over else Discrepancy.NOT_YET_IN_FORCE,
            on,
            end if over else begin,
            entry,
            register.replacement(entry),
        )


def _contradiction(
    discrepancy: Discrepancy,
    printed: object,
    known: object,
    entry: KnownInstrument,
    other: KnownInstrument | None = None,
) -> Contradiction:
    return Contradiction(
        discrepancy=discrepancy, printed=str(printed), known=str(known), entry=entry, other=other
    )

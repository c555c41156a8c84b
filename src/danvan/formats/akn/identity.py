"""FRBR: what work, expression and manifestation an Akoma Ntoso document is of.

Akoma Ntoso asks for a date of every document, and drafts have none. Nothing is invented: the name
of the date says what it is.

=============  ==============================  ==================================================
``name``       ``date``                        where
=============  ==============================  ==================================================
``issued``     the day                         the day is known
``earliest``   the first day that it can be    only year, or year and month, are known
``undated``    0001-01-01                      not even the year is known
=============  ==============================  ==================================================

The IRI has as much of the date as is known, and ``0001`` where nothing is; ``nn`` stands for the
number of a document without number and symbol. `from_akn` reads a date that is not ``issued`` as
what it is: unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate
from danvan.instruments import Instrument
from danvan.text import without_marks

if TYPE_CHECKING:
    from danvan.plan import Plan

_UNDATED = "0001-01-01"
_LANGUAGE = "vie"
# What the naming convention asks of an IRI: cobalt reads these.
_IRI = re.compile(
    r"/akn/vn/[^/\s]+/[^0-9/\s][^/\s]*(?:/[^0-9/\s][^/\s]*)?/[0-9]{4}(?:-[0-9]{2}){0,2}/[^/\s]+"
)


@attrs.frozen(kw_only=True)
class Identity:
    """What a document is, for its metadata."""

    work: str
    date: str
    date_name: str
    number: str | None
    author: str
    component: str = "main"

    @property
    def expression(self) -> str:
        """The IRI of the Vietnamese text as it was on its day."""
        dated = "" if self.date_name == "undated" else self.date
        return f"{self.work}/{_LANGUAGE}@{dated}"

    @property
    def manifestation(self) -> str:
        """The IRI of the XML."""
        return f"{self.expression}.akn"

    def at(self, component: str) -> Identity:
        """The same for a part of the document: an appendix."""
        return attrs.evolve(self, component=component)


def identity_of(plan: Plan) -> Identity:
    """The identity of a plan."""
    day = plan.issued_on
    earliest = None if day is None else day.earliest
    if day is not None and day.is_day:
        name, date = "issued", str(day)
    elif earliest is not None:
        name, date = "earliest", earliest.isoformat()
    else:
        name, date = "undated", _UNDATED
    return Identity(
        work=_work(plan),
        date=date,
        date_name=name,
        number=None if plan.number is None else str(plan.number),
        author=plan.issuers[0].full_name if plan.issuers else "",
    )


def _work(plan: Plan) -> str:
    """The IRI by which others cite it, as far as it is known; else as much of one as there is."""
    issued = Instrument(kind=plan.kind, number=plan.number, issued_on=plan.issued_on)
    iri = iri_of(issued)
    if iri is not None:
        return iri
    kind = "van-ban" if plan.kind is None else _segment(plan.kind.name, "van-ban")
    issuers = "-".join(plan.number.issuers) if plan.number is not None else ""
    author = issuers or (plan.issuers[0].full_name if plan.issuers else "")
    actor = _segment(author, "")
    date = "-".join(_known(plan.issued_on)) or _UNDATED[:4]
    number = "" if plan.number is None else re.sub(r"[^\w.&]+", "-", str(plan.number)).strip("-.")
    parts = ["/akn/vn/doc", kind, *([actor] if actor else []), date, number or "nn"]
    return "/".join(parts)


def is_iri(text: str) -> bool:
    """Whether a text is the IRI of a work, as the naming convention asks."""
    return _IRI.fullmatch(text) is not None


def iri_of(instrument: Instrument) -> str | None:
    """The IRI of a cited document with what is known of its date; None where that is too little.

    >>> from danvan.instruments import DocumentNumber, find_kind
    >>> cited = Instrument(
    ...     kind=find_kind("Kế hoạch"),
    ...     number=DocumentNumber.parse("322/KH-UBND"),
    ...     issued_on=PartialDate.parse("2023-02-XX"),
    ... )
    >>> iri_of(cited)
    '/akn/vn/doc/ke-hoach/ubnd/2023-02/322-KH-UBND'
    """
    day = instrument.issued_on
    if day is not None and not day.is_day:
        known = _known(day)
        if not known:
            return None
        instrument = attrs.evolve(instrument, issued_on=PartialDate.parse("-".join(known)))
    iri = instrument.uri
    return iri if iri is not None and is_iri(iri) else None


def _known(day: PartialDate | None) -> tuple[str, ...]:
    """The parts of a date that are known, from the year down to the first that is not."""
    if day is None or day.year is None:
        return ()
    if day.month is None:
        return (f"{day.year:04}",)
    month = (f"{day.year:04}", f"{day.month:02}")
    return month if day.day is None else (*month, f"{day.day:02}")


def _segment(text: str, otherwise: str) -> str:
    """A segment of an IRI, which may not begin with a digit."""
    made = re.sub(r"[^0-9a-z]+", "-", without_marks(text).casefold()).strip("-0123456789")
    return made or otherwise

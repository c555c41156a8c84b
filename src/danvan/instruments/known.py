"""`KnownInstrument`: what a register knows of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate
from danvan.instruments.model import Instrument

if TYPE_CHECKING:
    import datetime


def _is_told_apart(_known: object, _attribute: object, instrument: Instrument) -> None:
    if instrument.number is None and not instrument.name:
        msg = "a known document has a number or a name"
        raise ValueError(msg)


def _is_not_before(known: KnownInstrument, _attribute: object, end: PartialDate | None) -> None:
    begin = known.in_force_from
    first = begin.earliest if begin else None
    last = end.latest if end else None
    if first is not None and last is not None and last < first:
        msg = f"in force to {end} is before in force from {begin}"
        raise ValueError(msg)


@attrs.frozen(kw_only=True)
class KnownInstrument:
    """A document that a register knows (văn bản đã biết).

    ``instrument`` has kind, number or name, date, issuer and full title; laws have number and name.
    ``in_force_from`` and ``in_force_to`` are its first and its last day in force (ngày có hiệu lực,
    ngày hết hiệu lực); None where that is not known. ``replaced_by`` and ``repealed_by`` are the
    numbers or names of the documents that did so, ``source`` says where all this is from.
    """

    instrument: Instrument = attrs.field(validator=_is_told_apart)
    in_force_from: PartialDate | None = None
    in_force_to: PartialDate | None = attrs.field(default=None, validator=_is_not_before)
    replaced_by: str | None = None
    repealed_by: str | None = None
    source: str = ""

    @property
    def key(self) -> str:
        """The key of its instrument."""
        return self.instrument.key

    def __str__(self) -> str:
        number, name = self.instrument.number, self.instrument.name
        return (
            " ".join(str(part) for part in (self.instrument.kind, number) if part)
            if number
            else name or ""
        )

    def was_issued(self, day: datetime.date) -> bool | None:
        """Whether the document was issued by that day; None if that is not known."""
        issued = self.instrument.issued_on
        first, last = (issued.earliest, issued.latest) if issued else (None, None)
        if first is None or last is None:
            return None
        return True if last <= day else False if day < first else None

    def is_in_force(self, day: datetime.date) -> bool | None:
        """Whether the document is in force on a day; None if that is not known.

        An end that the register does not have says nothing: only with both ends known is a
        document certainly in force.

        >>> import datetime
        >>> from danvan.instruments import Register
        >>> guide = Register.default().find("36-HD/VPTW")[0]
        >>> guide.is_in_force(datetime.date(2026, 6, 1))
        False
        """
        begin, end = self.in_force_from, self.in_force_to
        last = end.latest if end else None
        if last is not None and last < day:
            return False
        first = begin.earliest if begin else None
        if (first is not None and day < first) or self.was_issued(day) is False:
            return False
        return True if first is not None and last is not None else None

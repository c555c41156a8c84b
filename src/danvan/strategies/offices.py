"""Offices: who issues drawn plans, whom they charge, to whom they report (cơ quan ban hành)."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from danvan.errors import ParseError
from danvan.instruments import DocumentNumber
from danvan.strategies.words import offices_data, words
from danvan.units import Agency, AgencyContext

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices

_FIRST, _LAST = datetime.date(2016, 1, 1), datetime.date(2029, 12, 31)


@lru_cache(maxsize=4096)
def _parsed(name: str, context: AgencyContext) -> Agency | None:
    try:
        return Agency.parse(name, context)
    except ParseError:
        return None


@attrs.define(kw_only=True)
class Office:
    """Who issues a plan, with all that it names.

    ``entry`` says what the text calls the issuer (``own``), which bodies it charges (``doing``),
    which classes of bodies it directs (``below``), to which it reports (``above``), through whom
    (``channel``).
    """

    issuers: tuple[Agency, ...]
    superior: Agency | None
    context: AgencyContext
    place: str
    entry: dict[str, Any]
    issued_on: datetime.date

    def agency(self, name: str) -> Agency:
        """The body that a name means in the text of this issuer."""
        agency = self.perhaps(name)
        if agency is None:
            msg = f"no body is known by this name: {name}"
            raise ValueError(msg)
        return agency

    def perhaps(self, name: str) -> Agency | None:
        """The one body that a name means, if it means one."""
        return _parsed(name, self.context)

    def number(self, serial: str, kind: str) -> DocumentNumber:
        """A number of this issuer; a blank serial is that of a draft."""
        return DocumentNumber.parse(f"{serial}{self.entry['symbol'].replace('KH', kind)}")


def office(choices: Choices) -> Office:
    """An issuer on a day on which it existed."""
    entry = choices.one(offices_data())
    province, district, commune = choices.some(words()["units"], 3, 3)
    named = {"p": province, "d": district, "c": commune}
    first = datetime.date.fromisoformat(entry.get("since", _FIRST.isoformat()))
    last = datetime.date.fromisoformat(entry.get("until", _LAST.isoformat()))
    day = first + datetime.timedelta(days=choices.number(0, (last - first).days))
    columns = [[name.format(**named) for name in column] for column in entry["issuers"]]
    superior = Agency.parse(columns[0][0]) if len(columns[0]) > 1 else None
    unit = superior.unit if superior is not None else None
    issuers = tuple(Agency.parse(column[-1], AgencyContext(unit=unit)) for column in columns)
    known = next((issuer for issuer in issuers if issuer.unit is not None), issuers[0])
    return Office(
        issuers=issuers,
        superior=superior,
        context=AgencyContext(issuer=known, unit=known.unit, day=day),
        place=entry["place"].format(**named),
        entry=entry,
        issued_on=day,
    )

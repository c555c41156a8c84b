"""Which cities are run by the centre, without the gazetteer: ``data/cities.tsv``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from danvan.text import folded
from danvan.units.phrases import rows
from danvan.units.unit import Level

if TYPE_CHECKING:
    import datetime


@cache
def _first_days() -> dict[str, str]:
    return {folded(name): day for name, day in rows("cities.tsv")}


def city_level(name: str, on: datetime.date | None = None) -> Level | None:
    """The level of a city (thành phố) on a day; None where the name does not settle it.

    >>> import datetime
    >>> city_level("Hà Nội"), city_level("Huế"), city_level("Huế", datetime.date(2021, 1, 1))
    (<Level.PROVINCE: 'province'>, None, <Level.DISTRICT: 'district'>)
    """
    first = _first_days().get(folded(name))
    if first is None or (first and on is None):
        return None
    if not first or (on is not None and first <= on.isoformat()):
        return Level.PROVINCE
    return Level.DISTRICT

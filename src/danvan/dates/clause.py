"""`Clause`: what the grammar makes of a stretch of tokens, before it becomes a value."""

from __future__ import annotations

import datetime

import attrs

from danvan.dates.limit import TimeLimit
from danvan.dates.point import Point
from danvan.dates.recurrence import Recurrence
from danvan.dates.unit import Relation, Unit


@attrs.define(kw_only=True)
class Clause:
    """A reading of the tokens from ``begin`` up to ``stop``.

    One of these is said: ``points`` (a day or period, or several), a range from the first of the
    ``points`` to ``to``, ``years`` of a long period of the kind ``unit``, a counted ``term``, a
    ``cycle``. A dated limit may have a cycle beside it. ``since_now``, ``until_now`` are "từ nay"
    and "đến nay", ``onwards`` "trở đi". ``event_begin`` and ``anchor_end`` are offsets of the text,
    where the event of a term begins before the tokens or ends behind them.
    """

    begin: int
    stop: int
    points: list[Point] = attrs.Factory(list)
    to: Point | None = None
    since_now: bool = False
    until_now: bool = False
    onwards: bool = False
    years: tuple[int, int] | None = None
    unit: Unit | None = None
    number: int | None = None
    term: TimeLimit | None = None
    counted_from: Point | None = None
    event_begin: int | None = None
    anchor_end: int | None = None
    cycle: Recurrence | None = None
    time: datetime.time | None = None
    relation: Relation | None = None
    completion: bool = False
    continuous: bool = False
    horizon: tuple[str, int] | None = None

"""The small vocabularies of time: units, parts of a period, parts of a day, relations."""

from __future__ import annotations

import enum


class Unit(enum.StrEnum):
    """What kind of stretch of time is named (đơn vị thời gian)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    TERM = "term"
    SCHOOL_YEAR = "school-year"
    SEMESTER = "semester"


class Part(enum.StrEnum):
    """Đầu, giữa or cuối of a period: its bounds stay, the part is only named."""

    BEGIN = "begin"
    MID = "mid"
    END = "end"


class PartOfDay(enum.StrEnum):
    """Sáng, trưa, chiều, tối of a day (buổi)."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Relation(enum.StrEnum):
    """How a date bounds what is due (quan hệ với thời hạn).

    ``before``: trước, the day itself is too late. ``by``: chậm nhất, hạn cuối, không quá; the day
    is in time. ``until``: đến, đến hết. ``after``: sau. ``from``: từ, kể từ. ``during``: trong.
    """

    BEFORE = "before"
    BY = "by"
    UNTIL = "until"
    AFTER = "after"
    FROM = "from"
    DURING = "during"


class Every(enum.StrEnum):
    """The cycle of a recurrence (chu kỳ)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

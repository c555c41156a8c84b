"""iCalendar: the deadlines of plans for calendars (lịch)."""

from danvan.formats.ical.document import to_ical

__all__ = ["to_ical"]

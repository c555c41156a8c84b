"""`to_ical`: one entry for each deadline."""

from __future__ import annotations

import importlib
import re
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

import attrs

from danvan import dates
from danvan.errors import MissingExtraError
from danvan.formats.ical.due import Due, dues
from danvan.formats.passages import Passages, words_of
from danvan.markup import without_forbidden
from danvan.plan import Deadline, Plan
from danvan.text import clean, folded
from danvan.units import Agency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.plan import Assignment

_PRODUCT = "-//danvan//danvan//VI"
# Names in this space are those of deadlines; the number is arbitrary and must never change.
_NAMES = uuid.UUID("5d1a3a0e-4f0c-5b7e-9a43-0f6d2b1c8e71")
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_SUMMARY = 160
_LONGEST_TEXT = 4_000
_SPACES = re.compile(r"\s+")


def to_ical(
    plans: Plan | Iterable[Plan],
    *,
    for_agency: Agency | str | None = None,
    alarms: Iterable[timedelta] = (),
    entries: Literal["events", "todos"] = "events",
) -> bytes:
    r"""The deadlines of a plan, or of several, as an iCalendar file (lịch, RFC 5545).

    Each deadline is an entry for the whole of the last day on which the duty is still met: "trước
    ngày 20/6" stands on 19 June. Cycles recur (RRULE) until the period of the plan ends, and have
    no end where it has none; several cycles in one phrase are an entry each. What has a first day
    only ("từ ngày 01/7") stands there. What has no day that is known, "thường xuyên" or "sau khi
    có hướng dẫn", is left out of events, and is a to-do without a date.

    The same plan gives the same bytes and UIDs, whenever it is written. Nobody is invited: there is
    no ORGANIZER and no ATTENDEE.

    Args:
        plans: the plan or plans.
        for_agency: only what this body is to do, alone or with others; a name is compared with the
            names as printed and the full names, case and placing of tones apart.
        alarms: how long before the beginning of that day to remind: ``timedelta(days=7)``; 9 in the
            morning of the day itself is ``timedelta(hours=-9)``.
        entries: "events", which all calendars show, or "todos", which can be ticked off.

    Raises:
        MissingExtraError: without the extra ``ical``.

    >>> import danvan
    >>> text = "I. NỘI DUNG\n\nPhòng Nội vụ báo cáo trước ngày 20/6/2024."
    >>> calendar = to_ical(danvan.parse(text)).decode()
    >>> [line for line in calendar.splitlines() if line.startswith("DTSTART")]
    ['DTSTART;VALUE=DATE:20240619']
    """
    library = _library()
    each = (plans,) if isinstance(plans, Plan) else tuple(plans)
    calendar = library.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if len(each) == 1:
        calendar.add("x-wr-calname", _title(each[0]))
    make = library.Event if entries == "events" else library.Todo
    before = tuple(alarms)
    uids: Counter[str] = Counter()
    for plan in each:
        for entry in _entries(plan, for_agency, uids):
            if entry.due.days or entry.due.start or entries == "todos":
                calendar.add_component(_component(entry, make(), library, before))
    data: bytes = calendar.to_ical()
    return data


@attrs.frozen
class _Entry:
    """What is written of a deadline, or of one of its cycles."""

    plan: Plan
    deadline: Deadline
    due: Due
    uid: str
    sentence: str
    agencies: tuple[Agency, ...]


def _library() -> Any:
    try:
        return importlib.import_module("icalendar")
    except ImportError:
        what = "calendars"
        raise MissingExtraError(what, "ical") from None


def _entries(plan: Plan, for_agency: Agency | str | None, uids: Counter[str]) -> Iterator[_Entry]:
    passages = Passages(plan)
    duties: dict[Deadline, list[Assignment]] = {}
    for assignment in plan.assignments:
        for deadline in assignment.deadlines:
            duties.setdefault(deadline, []).append(assignment)
    for deadline in plan.deadlines:
        own = duties.get(deadline, [])
        if for_agency is not None and not _concerns(for_agency, deadline, own):
            continue
        leads = tuple(lead for assignment in own for lead in assignment.lead)
        for due in dues(deadline.when, plan):
            yield _Entry(
                plan,
                deadline,
                due,
                _uid(plan, deadline, uids),
                passages.sentence(deadline),
                deadline.agencies or leads,
            )


def _concerns(wanted: Agency | str, deadline: Deadline, duties: Iterable[Assignment]) -> bool:
    key = folded(wanted) if isinstance(wanted, str) else wanted.key
    bodies = [deadline.agencies]
    for duty in duties:
        bodies += [duty.lead, duty.coordinating, duty.advising, duty.supervised]
    return any(key in {body.key, folded(body.name)} for group in bodies for body in group)


def _uid(plan: Plan, deadline: Deadline, uids: Counter[str]) -> str:
    """The same for the same words of the same document, wherever its text comes from."""
    issuers = "+".join(agency.key for agency in plan.issuers)
    document = [str(plan.number or ""), str(plan.issued_on or ""), issuers, plan.subject or ""]
    said = [deadline.section, deadline.about, words_of(deadline, plan)]
    name = "\n".join(map(_plain, [*document, *said]))
    uids[name] += 1
    return str(uuid.uuid5(_NAMES, f"{name}\n{uids[name]}"))


def _component(entry: _Entry, component: Any, library: Any, alarms: Iterable[timedelta]) -> Any:
    deadline, due = entry.deadline, entry.due
    issued = entry.plan.issued_on
    day = None if issued is None else issued.earliest
    stamp = _UNDATED if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
    about = _plain(deadline.about) or _words(entry) or _title(entry.plan)
    summary = _shortened(about[0].upper() + about[1:])
    component.add("uid", entry.uid)
    component.add("dtstamp", stamp)
    component.add("summary", summary)
    component.add("description", _description(entry))
    is_todo = component.name == "VTODO"
    _add_days(component, due, library, is_todo=is_todo)
    names = dict.fromkeys(_plain(agency.full_name) for agency in entry.agencies)
    categories = [name for name in names if name]
    if categories:
        component.add("categories", categories)
    if not is_todo:
        component.add("transp", "TRANSPARENT")
    if due.days or due.start:
        related = {"RELATED": "END"} if is_todo and due.days else {}
        for before in alarms:
            alarm = library.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", -before, parameters=related)
            alarm.add("description", summary)
            component.add_component(alarm)
    return component


def _add_days(component: Any, due: Due, library: Any, *, is_todo: bool) -> None:
    if not due.days:
        if due.start is not None:
            component.add("dtstart", due.start)
        return
    first, *others = due.days
    if is_todo:
        component.add("due", first)
        comes_back = due.rule is not None or bool(others)
        if comes_back or (due.start is not None and due.start < first):
            component.add("dtstart", first if comes_back else due.start)
    else:
        component.add("dtstart", first)
    if due.rule is not None:
        component.add("rrule", library.vRecur.from_ical(due.rule))
    if others:
        component.add("rdate", others, parameters={"VALUE": "DATE"})


def _words(entry: _Entry) -> str:
    return _plain(words_of(entry.deadline, entry.plan))


def _description(entry: _Entry) -> str:
    plan, deadline = entry.plan, entry.deadline
    said = _words(entry)
    lines = [_plain(entry.sentence)[:_LONGEST_TEXT] or _plain(deadline.about) or said]
    if said:
        lines.append(f"Thời hạn: {said}")
    place = f", mục {_plain(deadline.section)}" if deadline.section else ""
    lines.append(_title(plan) + place)
    return "\n\n".join(lines)


def _title(plan: Plan) -> str:
    """What to call a plan: "Kế hoạch số 12/KH-UBND ngày 05/02/2024", as far as it is known."""
    kind = "Kế hoạch" if plan.kind is None else plan.kind.name
    number = "" if plan.number is None or not plan.number.serial else f" số {plan.number}"
    day = plan.issued_on
    date = f" ngày {dates.format(day, 'short')}" if day and day.is_day else ""
    if number or date or not plan.subject:
        return _plain(f"{kind}{number}{date}")
    return _plain(f"{kind}: {plan.subject}")


def _plain(text: str) -> str:
    """The text on one line without what a calendar cannot hold."""
    return _SPACES.sub(" ", without_forbidden(clean(text).text)).strip()


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_SUMMARY:
        return text
    return text[: _LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"

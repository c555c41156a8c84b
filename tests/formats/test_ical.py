"""Calendars: what is due stands on its last day, and other programs read it so."""

import sys
from datetime import date, timedelta

import icalendar
import pytest
import recurring_ical_events
from hypothesis import example, given, settings

import danvan
from danvan.dates import Days, Every, PartialDate, Period, Recurrence, Relation
from danvan.errors import MissingExtraError
from danvan.formats.ical.due import day_before, dues
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.plans import plans

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN TÂN HẢI

Số: 12/KH-UBND

Tân Hải, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Công tác dân vận năm 2024

I. NỘI DUNG

- Rà soát hồ sơ. Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp báo cáo trước ngày 20/6/2024.
- Hội Nông dân huyện báo cáo trước ngày 25 hằng tháng.
- Phòng Tài chính - Kế hoạch giải ngân chậm nhất ngày 15/12/2024.
- Lấy phiếu hài lòng từ ngày 01/10/2024 đến ngày 15/10/2024.
- Từ ngày 01/7/2024, Văn phòng không nhận hồ sơ giấy.
- Hội Nông dân huyện báo cáo định kỳ hằng quý và hằng năm.
- Các xã báo cáo trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản.
"""
DAY = PartialDate.parse


@pytest.fixture(scope="module")
def plan():
    return danvan.parse(TEXT)


def read(data, kind="VEVENT"):
    return icalendar.Calendar.from_ical(data).walk(kind)


def term_of(entry):
    """The words of the deadline, which are the second paragraph of what an entry says."""
    return str(entry["description"]).split("\n\n")[1].removeprefix("Thời hạn: ")


def field(entry, name):
    return entry[name].dt if name in entry else None


def expression(value, **fields):
    return danvan.TimeExpression(text="x", span=danvan.Span(0, 1), value=value, **fields)


def about_2024(**fields):
    fields = {"issued_on": DAY("2024-02-05"), "period": Period.year(2024)} | fields
    return danvan.Plan(source=danvan.Source(""), **fields)


def due(value, within=None, **fields):
    found = dues(expression(value, **fields), within or about_2024())
    return [(each.start, each.days, each.rule) for each in found]


class TestEvents:
    """Entries for calendars that know events only, as most do."""

    def test_they_stand_on_the_last_day_on_which_the_duty_is_met(self, plan):
        days = [(term_of(event), field(event, "dtstart")) for event in read(danvan.to_ical(plan))]
        assert days == [
            ("trước ngày 20/6/2024", date(2024, 6, 19)),
            ("trước ngày 25 hằng tháng", date(2024, 2, 24)),
            ("chậm nhất ngày 15/12/2024", date(2024, 12, 15)),
            ("từ ngày 01/10/2024 đến ngày 15/10/2024", date(2024, 10, 15)),
            ("Từ ngày 01/7/2024", date(2024, 7, 1)),
            ("định kỳ hằng quý và hằng năm", date(2024, 3, 31)),
            ("định kỳ hằng quý và hằng năm", date(2024, 12, 31)),
        ]

    def test_a_second_reader_sees_every_day(self, plan):
        calendar = icalendar.Calendar.from_ical(danvan.to_ical(plan))
        found = recurring_ical_events.of(calendar).between((2024, 1, 1), (2026, 1, 1))
        farmers = [e for e in found if "Hội Nông dân" in e["summary"]]
        monthly = [field(e, "dtstart") for e in farmers if "25 hằng tháng" in term_of(e)]
        assert monthly == [date(2024, month, 24) for month in range(2, 13)]
        others = sorted(field(e, "dtstart") for e in farmers if "hằng quý" in term_of(e))
        ends = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]
        assert others == [*ends, date(2024, 12, 31)]
        assert len(found) == len(monthly) + len(others) + 4

    def test_they_say_what_the_document_says(self, plan):
        event = read(danvan.to_ical(plan))[0]
        assert str(event["summary"]).startswith("Phòng Nội vụ chủ trì")
        assert str(event["description"]).split("\n\n") == [
            "Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp báo cáo trước ngày 20/6/2024.",
            "Thời hạn: trước ngày 20/6/2024",
            "Kế hoạch số 12/KH-UBND ngày 05/02/2024, mục I",
        ]
        assert [str(each) for each in event["categories"].cats] == ["Phòng Nội vụ"]
        assert event["transp"] == "TRANSPARENT"
        assert field(event, "dtstamp").isoformat() == "2024-02-05T00:00:00+00:00"

    def test_what_interrupts_a_deadline_is_not_said(self):
        text = TEXT.replace("từ ngày 01/10/2024 đến ", "từ ngày 01/10/2024 đến\n\n3\n\n")
        plan = danvan.parse(text)
        deadline = next(d for d in plan.deadlines if "15/10" in d.text)
        assert len(deadline.spans) == 2
        found = [term_of(event) for event in read(danvan.to_ical(plan))]
        assert "từ ngày 01/10/2024 đến ngày 15/10/2024" in found

    def test_nobody_is_invited(self, plan):
        data = danvan.to_ical(plan)
        assert b"ORGANIZER" not in data
        assert b"ATTENDEE" not in data
        assert b"METHOD" not in data

    def test_lines_are_folded_as_the_standard_says(self, plan):
        lines = danvan.to_ical(plan).split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line for line in lines)

    def test_reminders(self, plan):
        alarms = [timedelta(days=7), timedelta(hours=-9)]
        event = read(danvan.to_ical(plan, alarms=alarms))[0]
        found = [(field(a, "trigger"), str(a["action"])) for a in event.walk("VALARM")]
        assert found == [(timedelta(days=-7), "DISPLAY"), (timedelta(hours=9), "DISPLAY")]


class TestToDos:
    """Entries that can be ticked off."""

    def test_what_has_no_day_is_there_too(self, plan):
        found = {
            term_of(todo): (field(todo, "dtstart"), field(todo, "due"))
            for todo in read(danvan.to_ical(plan, entries="todos"), "VTODO")
        }
        assert found["trước ngày 20/6/2024"] == (None, date(2024, 6, 19))
        assert found["trước ngày 25 hằng tháng"] == (date(2024, 2, 24), date(2024, 2, 24))
        first, last = date(2024, 10, 1), date(2024, 10, 15)
        assert found["từ ngày 01/10/2024 đến ngày 15/10/2024"] == (first, last)
        assert found["Từ ngày 01/7/2024"] == (date(2024, 7, 1), None)
        (term,) = (text for text in found if "10 ngày làm việc" in text)
        assert found[term] == (None, None)

    def test_reminders_count_from_the_end(self, plan):
        data = danvan.to_ical(plan, entries="todos", alarms=[timedelta(days=1)])
        todos = read(data, "VTODO")
        assert todos[0].walk("VALARM")[0]["trigger"].params == {"RELATED": "END"}
        assert todos[-1].walk("VALARM") == []


class TestBodies:
    """What one body is to do."""

    @pytest.mark.parametrize("name", ["Phòng Tư pháp", "phòng tư pháp", "PHÒNG NỘI VỤ"])
    def test_alone_or_with_others(self, plan, name):
        (event,) = read(danvan.to_ical(plan, for_agency=name))
        assert term_of(event) == "trước ngày 20/6/2024"

    def test_as_an_object(self, plan):
        agency = plan.assignments[0].coordinating[0]
        assert len(read(danvan.to_ical(plan, for_agency=agency))) == 1

    def test_who_has_nothing_to_do_has_an_empty_calendar(self, plan):
        assert read(danvan.to_ical(plan, for_agency="Sở Nội vụ")) == []


class TestUids:
    """The same entry has the same name for ever."""

    def test_they_hang_on_the_words_only(self, plan):
        moved = danvan.parse(
            "\n\n" + TEXT.replace("\n- ", "\n\n-  ").replace(" ngày 20", "\nngày 20")
        )
        uids = [str(event["uid"]) for event in read(danvan.to_ical(plan))]
        assert [str(event["uid"]) for event in read(danvan.to_ical(moved))] == uids
        assert len(set(uids)) == len(uids)

    def test_they_do_not_change_from_version_to_version(self, plan):
        assert read(danvan.to_ical(plan))[0]["uid"] == "b7b92541-b701-59f2-adcb-84c3f3038a68"

    def test_the_same_deadline_twice_is_two_entries(self, plan):
        uids = [str(event["uid"]) for event in read(danvan.to_ical([plan, plan]))]
        assert len(set(uids)) == 14


class TestCycles:
    """What comes back does so within the time of the plan."""

    def test_a_day_of_the_month(self):
        monthly = Recurrence(every=Every.MONTH, days=(25,))
        rule = "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20241231"
        assert due(monthly) == [(None, (date(2024, 2, 25),), rule)]
        before = [(None, (date(2024, 2, 24),), rule.replace("=25", "=24"))]
        assert due(monthly, relation=Relation.BEFORE) == before

    def test_in_the_next_year(self):
        yearly = Recurrence(every=Every.YEAR, days=(10,), months=(1,), offset_periods=1)
        (found,) = due(yearly, relation=Relation.BEFORE)
        assert found[1] == (date(2025, 1, 9),)
        assert found[2].endswith(";UNTIL=20251231")

    def test_no_end_is_invented(self):
        found = due(Recurrence(every=Every.MONTH, days=(5,)), about_2024(period=None))
        assert found == [(None, (date(2024, 2, 5),), "FREQ=MONTHLY;BYMONTHDAY=5")]

    def test_no_beginning_is_invented(self):
        undated = about_2024(period=None, issued_on=None)
        assert due(Recurrence(every=Every.MONTH), undated) == [(None, (), None)]

    def test_days_that_no_rule_can_say_are_listed(self):
        last = Recurrence(every=Every.MONTH, working_day=-1)
        spring = about_2024(period=Period.quarter(2024, 1))
        # 29/2 and 29/3/2024 are the last days from Monday to Friday of their months
        days = (date(2024, 2, 28), date(2024, 3, 28))
        assert due(last, spring, relation=Relation.BEFORE) == [(None, days, None)]

    def test_lunar_days_are_listed(self):
        lunar = Recurrence(every=Every.YEAR, days=(10,), months=(3,), lunar=True)
        assert due(lunar) == [(None, (date(2024, 4, 18),), None)]

    def test_several_days(self):
        days = Days((DAY("2024-06-20"), DAY("2024-12-20")))
        found = due(days, relation=Relation.BEFORE)
        assert found == [(None, (date(2024, 6, 19), date(2024, 12, 19)), None)]
        unknown = Days((DAY("2024-06-20"), DAY("XXXX-12-20")))
        assert due(unknown) == [(None, (), None)]

    def test_a_dated_limit_of_a_cycle_is_due_once(self):
        half_year = Recurrence(every=Every.HALF_YEAR)
        found = due(DAY("2024-05-25"), relation=Relation.BEFORE, recurrence=half_year)
        assert found == [(None, (date(2024, 5, 24),), None)]

    @pytest.mark.parametrize(
        ("rule", "before"),
        [
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-2"),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYMONTHDAY=-1,14"),
            ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1"),
            ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15", None),
            ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=SU"),
            ("FREQ=MONTHLY;BYDAY=1MO", None),
            ("FREQ=DAILY", "FREQ=DAILY"),
        ],
    )
    def test_the_rule_of_the_days_before(self, rule, before):
        assert day_before(rule) == before


@settings(max_examples=25)
@given(arbitrary_plans())
def test_every_plan_is_a_calendar(plan):
    data = danvan.to_ical(plan, alarms=[timedelta(days=3)])
    assert data == danvan.to_ical(plan, alarms=[timedelta(days=3)])
    events = read(data)
    assert all("dtstart" in event for event in events)
    todos = read(danvan.to_ical(plan, entries="todos"), "VTODO")
    assert len(todos) >= len(events)
    assert len(todos) >= len(plan.deadlines)
    assert len({str(todo["uid"]) for todo in todos}) == len(todos)


@settings(max_examples=20)
@given(plans())
def test_every_sensible_plan_has_its_deadlines_in_it(plan):
    days = {field(event, "dtstart") for event in read(danvan.to_ical(plan))}
    assert {deadline.latest for deadline in plan.deadlines if deadline.latest} <= days


@given(texts())
@example("một\r\nhai;ba,bốn\\n")
@example("\x85\u2028\x0b")
@example('END:VEVENT\r\nBEGIN:VALARM\nX="')
def test_no_text_breaks_out_of_its_place(text):
    deadline = danvan.Deadline(
        when=expression(DAY("2024-06-20")),
        about=text,
        section=text,
        agencies=(danvan.Agency(text),) if text.strip() else (),
        text=text,
        span=danvan.Span(0, 0),
    )
    plan = danvan.Plan(source=danvan.Source(text), subject=text, deadlines=(deadline,))
    (event,) = read(danvan.to_ical(plan))
    assert set(event) <= {
        "SUMMARY", "DTSTART", "DTSTAMP", "UID", "DESCRIPTION", "CATEGORIES", "TRANSP",
    }  # fmt: skip
    assert event.subcomponents == []


def test_a_missing_extra_names_the_line_to_install_it(plan, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[ical\]'"):
        danvan.to_ical(plan)


@pytest.mark.corpus
def test_every_real_document_is_a_calendar(corpus):
    found = 0
    for file in sorted(corpus.rglob("*.txt")):
        plan = danvan.load(file)
        days = {field(event, "dtstart") for event in read(danvan.to_ical(plan))}
        assert {d.latest for d in plan.deadlines if d.latest} <= days, file.name
        found += len(days)
    assert found

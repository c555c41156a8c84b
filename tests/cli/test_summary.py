"""The summary of plans made by hand."""

import danvan
from danvan.cli.plain import plain
from danvan.cli.summary import brief, cited, due, summary

SPAN = danvan.Span(0, 1)


def plan_with(**fields):
    return danvan.Plan(source=danvan.Source("x", name=fields.pop("name", "a.txt")), **fields)


def deadline(text, value, **fields):
    when = danvan.TimeExpression(text=text, span=SPAN, value=value, **fields)
    return danvan.Deadline(when=when, text=text, span=SPAN)


def test_all_of_the_head_is_told():
    decision = danvan.Instrument(
        kind=danvan.InstrumentKind.parse("Quyết định"),
        number=danvan.DocumentNumber.parse("7/QĐ-UBND"),
    )
    shown = plain(
        summary(
            plan_with(
                issued_with=decision,
                superior=danvan.Agency("Tỉnh ủy An Phú"),
                period=danvan.Period.year(2024),
                addressees=(danvan.Recipient(text="Các sở", span=SPAN),),
                urgency="Hỏa tốc",
                secrecy="Mật",
                draft=True,
            )
        ),
        100,
    )
    for line in (
        "Under        Tỉnh ủy An Phú",
        "Issued with  Quyết định 7/QĐ-UBND",
        "Period       2024",
        "Addressees   Các sở",
        "Urgency      Hỏa tốc",
        "Secrecy      Mật",
        "Status       draft",
    ):
        assert line in shown


def test_deadlines_without_a_last_day_come_last_and_say_why():
    recurring = danvan.Recurrence.parse("month;days=20")
    open_start = danvan.Period(start=danvan.PartialDate.parse("2024-07-01"))
    impossible = danvan.dates.Problem(danvan.dates.Trouble.DAY_OUT_OF_RANGE)
    deadlines = (
        deadline("ngày 20 hằng tháng", recurring),
        deadline("từ ngày 01/7/2024", open_start, relation=danvan.dates.Relation.FROM),
        deadline("trong 10 ngày", danvan.TimeLimit(days=10)),
        deadline("ngày 31/4/2024", None, problems=(impossible,)),
        deadline("trước ngày 02/01/2024", danvan.PartialDate.parse("2024-01-02")),
    )
    (grid,) = due(plan_with(deadlines=deadlines))
    assert [row[0] for row in grid.rows] == [
        "2024-01-02",
        "recurring",
        "from 2024-07-01",
        "open",
        "not a day",
    ]


def test_the_same_number_of_another_term_is_another_document():
    def citation(issued_on):
        instrument = danvan.Instrument(
            number=danvan.DocumentNumber.parse("5-NQ/TW"),
            issued_on=danvan.PartialDate.parse(issued_on),
        )
        return danvan.Citation(instrument=instrument, text="05-NQ/TW", span=SPAN, extent=SPAN)

    citations = (citation("2016-11-01"), citation("2021-05-01"), citation("2016-11-01"))
    (grid,) = cited(plan_with(citations=citations))
    assert [(row[0], row[1], row[-1]) for row in grid.rows] == [
        ("5-NQ/TW", "2016-11-01", "2"),
        ("5-NQ/TW", "2021-05-01", "1"),
    ]


def test_files_of_one_name_keep_their_folders():
    (grid,) = brief([plan_with(name="a/1.txt"), plan_with(name="b/1.txt")])
    assert [row[0] for row in grid.rows] == ["a/1.txt", "b/1.txt"]
    (grid,) = brief([plan_with(name="a/1.txt"), plan_with(name="a/2.txt")])
    assert [row[0] for row in grid.rows] == ["1.txt", "2.txt"]


def test_no_plans_no_lines():
    assert list(brief([])) == []

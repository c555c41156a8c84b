"""`danvan export` of calendars, tables, messages and marks."""

import csv
import io
import json
import sys

import icalendar
import pyarrow.parquet
import pytest

import danvan
from danvan.cli import main

PARTIES = ("--sender", "H99=UBND tỉnh An Phú", "--receiver", "H99.01=Sở Nội vụ")


@pytest.fixture
def written(capfdbinary):
    """What a command writes, byte for byte."""

    def run(*arguments):
        code = main(["export", *arguments])
        captured = capfdbinary.readouterr()
        assert captured.err == b""
        assert code == 0
        return captured.out

    return run


@pytest.fixture
def told(capsys):
    """What a command that fails says."""

    def run(*arguments):
        assert main(["export", *arguments]) == 2
        return capsys.readouterr().err

    return run


def events(data):
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_a_calendar(written, plan_file):
    days = [str(event["dtstart"].dt) for event in events(written("--format", "ical", plan_file))]
    assert days == ["2024-06-14", "2024-04-19"]


def test_a_calendar_holds_several_documents(written, plan_file):
    assert len(events(written("--format", "ical", plan_file, plan_file))) == 4


def test_a_calendar_for_a_body_with_reminders(written, plan_file):
    arguments = ("--format", "ical", "--for", "Sở Tư pháp", "--remind", "7", "--remind", "1")
    (event,) = events(written(*arguments, plan_file))
    assert str(event["dtstart"].dt) == "2024-04-19"
    assert [str(alarm["trigger"].dt.days) for alarm in event.walk("VALARM")] == ["-7", "-1"]


def test_to_dos(written, plan_file):
    data = written("--format", "ical", "--todos", plan_file)
    assert len(icalendar.Calendar.from_ical(data).walk("VTODO")) == 2


def test_a_table_for_a_spreadsheet(written, plan_file):
    arguments = ("--format", "csv", "--table", "deadlines", "--bom", "--delimiter", ";")
    data = written(*arguments, plan_file)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [row["latest"] for row in rows] == ["2024-06-14", "2024-04-19"]


def test_a_table_as_parquet(written, plan_file):
    data = written("--format", "parquet", plan_file, plan_file)
    table = pyarrow.parquet.read_table(io.BytesIO(data))
    assert table.column("number").to_pylist() == ["12/KH-UBND", "12/KH-UBND"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_all_tables_go_into_a_directory(written, tmp_path, plan_file, form):
    target = tmp_path / "out" / "tables"
    assert written("--format", form, "--output", str(target), plan_file) == b""
    names = set(danvan.table_schemas())
    assert {path.name for path in target.iterdir()} == {f"{name}.{form}" for name in names}


def test_a_message(written, plan_file):
    data = written("--format", "edxml", *PARTIES, "--attach", plan_file, plan_file)
    message = danvan.from_edxml(data)
    assert str(message.plan.number) == "12/KH-UBND"
    assert message.sender == danvan.EdxmlParty("H99", "UBND tỉnh An Phú")
    (file,) = message.attachments
    assert file.name == "ke-hoach.txt"
    assert danvan.load(file.content).number == message.plan.number


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("annotations", lambda data: data["total"]),
        ("spacy", lambda data: len(data["spans"]["danvan"])),
    ],
)
def test_marks_are_a_line_for_each(written, plan_file, form, read):
    lines = written("--format", form, plan_file, plan_file).splitlines()
    assert len(lines) == 2
    assert read(json.loads(lines[0])) > 5


def test_each_format_goes_into_files(written, tmp_path, plan_file):
    for form, name in (
        ("ical", "ke-hoach.ics"),
        ("edxml", "ke-hoach.edxml"),
        ("annotations", "ke-hoach.jsonld"),
        ("spacy", "ke-hoach.json"),
    ):
        target = tmp_path / form
        written("--format", form, *PARTIES, "--output", str(target), plan_file)
        assert [path.name for path in target.iterdir()] == [name]


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize("form", ["ical", "csv", "edxml", "annotations", "spacy"])
def test_nothing_is_written_that_a_terminal_obeys(written, tmp_path, form):
    text = (tmp_path / "ke-hoach.txt").read_text(encoding="utf-8")
    hostile = text.replace("Tổng hợp", "Tổng \x1b[31mhợp\u202e\x9b").replace(
        "dân vận", "dân\x1b vận"
    )
    (tmp_path / "hostile.txt").write_text(hostile, encoding="utf-8")
    arguments = (*PARTIES, "--table", "deadlines", "hostile.txt")
    out = written("--format", form, *arguments).decode()
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)


class TestErrors:
    def test_a_draft_is_not_sent(self, told, tmp_path, plan_file):
        draft = (tmp_path / plan_file).read_text(encoding="utf-8").replace("12/KH", "/KH")
        (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
        error = told("--format", "edxml", *PARTIES, "draft.txt")
        assert error == ("danvan: draft.txt: the plan has nothing for it @ //Code/CodeNumber\n")

    def test_a_message_has_parties(self, told, plan_file):
        assert "asks for --sender" in told("--format", "edxml", plan_file)
        arguments = ("--format", "edxml", "--sender", "H99", "--receiver", "H1=Sở", plan_file)
        assert "ID=NAME is expected, not 'H99'" in told(*arguments)

    def test_what_is_attached_must_be_there(self, told, plan_file):
        error = told("--format", "edxml", *PARTIES, "--attach", "absent.pdf", plan_file)
        assert "absent.pdf: No such file" in error

    def test_there_is_no_other_table(self, told, plan_file):
        assert "there are plans, sections" in told("--format", "csv", "--table", "x", plan_file)

    def test_a_message_holds_one_document(self, told, plan_file):
        error = told("--format", "edxml", *PARTIES, plan_file, plan_file)
        assert "edxml holds one document" in error

    def test_what_cannot_be_written_is_told(self, told, plan_file):
        assert "File exists" in told("--format", "csv", "--output", plan_file, plan_file)

    @pytest.mark.parametrize(
        ("form", "module", "extra"), [("ical", "icalendar", "ical"), ("csv", "pyarrow", "tables")]
    )
    def test_a_missing_extra(self, told, monkeypatch, plan_file, form, module, extra):
        monkeypatch.setitem(sys.modules, module, None)
        assert f"pip install 'danvan[{extra}]'" in told("--format", form, plan_file)

"""What the commands show and write."""

import csv
import io
import json
import re
import sys

import pytest

import danvan
from danvan.cli import main
from danvan.findings import Finding, Severity


def shown(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    assert captured.err == ""
    assert code == 0
    return captured.out


def test_summary_tells_head_duties_deadlines_and_citations(capsys, plan_file):
    text = shown(capsys, "parse", plan_file)
    assert text.startswith("Kế hoạch 12/KH-UBND\n===================\nke-hoach.txt\n")
    for fact in (
        r"Subject +Công tác dân vận năm 2024",
        r"Issuer +Ủy ban nhân dân tỉnh An Phú",
        r"Place and day +An Phú, 2024-02-05",
        r"Based on +33/CT-TTg, 217-QĐ/TW",
        r"Recipients +Như trên",
        r"Archive +VT",
        r"Signed +Nguyễn Văn An, CHỦ TỊCH, TM\. ỦY BAN NHÂN DÂN",
        r"II\.2 +Sở Tư pháp +Sở Nội vụ +2024-04-19 +Chủ trì, phối hợp",
        r"33/CT-TTg +Chỉ thị +2021-11-26 +Thủ tướng Chính phủ +2",
        r"217-QĐ/TW +Quyết định +1",
    ):
        assert re.search(fact, text), fact


def test_deadlines_stand_in_order_of_time(capsys, plan_file):
    text = shown(capsys, "deadlines", plan_file)
    assert text.index("2024-04-19") < text.index("2024-06-14")


def test_tables_fit_the_width(capsys, monkeypatch, plan_file):
    for columns in (40, 60, 100, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        text = shown(capsys, "parse", plan_file)
        assert max(map(len, text.splitlines())) <= columns


@pytest.mark.parametrize(
    ("form", "begin"),
    [("graphml", '<?xml version="1.0"'), ("json", "{"), ("dot", "digraph citations {")],
)
def test_graph(capsys, plan_file, form, begin):
    text = shown(capsys, "graph", plan_file, "--format", form)
    assert text.startswith(begin)
    assert "33/CT-TTg@2021-11-26" in text


def test_a_graph_without_networkx_is_told_in_one_line(capsys, plan_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    assert main(("graph", plan_file)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "danvan: citation graphs in other forms need an extra: pip install 'danvan[graph]'\n"
    )


def test_brief_has_a_line_for_each_file(capsys, plan_file, tmp_path):
    (tmp_path / "b.txt").write_text("chẳng có gì", encoding="utf-8")
    text = shown(capsys, "parse", "--format", "brief", plan_file, "b.txt")
    assert text.startswith("2 documents\n")
    assert re.search(r"^ke-hoach\.txt +12/KH-UBND +2024-02-05", text, re.MULTILINE)
    assert re.search(r"^b\.txt ", text, re.MULTILINE)


def test_json_is_the_plan_a_line_each(capsys, plan_file):
    lines = shown(capsys, "parse", "--format", "json", plan_file, plan_file).splitlines()
    assert [danvan.from_json(line) for line in lines] == [danvan.load(plan_file)] * 2


def test_deadlines_as_csv(capsys, plan_file):
    rows = list(
        csv.DictReader(io.StringIO(shown(capsys, "deadlines", "--format", "csv", plan_file)))
    )
    assert [row["latest"] for row in rows] == ["2024-06-14", "2024-04-19"]
    first = rows[0]
    assert first["file"] == "ke-hoach.txt"
    assert first["text"] == "trước ngày 15/6/2024"
    assert first["relation"] == "before"
    assert first["section"] == "II.1"
    source = danvan.load(plan_file).source.text
    assert source[int(first["start"]) : int(first["end"])] == first["text"]
    assert source.splitlines()[int(first["line"]) - 1].endswith("trước ngày 15/6/2024.")


def test_citations_as_json_lines(capsys, plan_file):
    lines = shown(capsys, "citations", "--format", "json", plan_file).splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["number"] for row in rows] == ["33/CT-TTg", "217-QĐ/TW", "33/CT-TTg"]
    assert [row["issued_on"] for row in rows] == ["2021-11-26", None, None]
    assert rows[0]["issuer"] == "Thủ tướng Chính phủ"


def test_csv_has_its_header_without_rows(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("không có gì", encoding="utf-8")
    assert shown(capsys, "citations", "--format", "csv", "a.txt").startswith(
        "file,line,start,end,text"
    )


def test_nothing_found_is_told(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("không có gì", encoding="utf-8")
    assert shown(capsys, "deadlines", "a.txt").endswith("\n\nDeadlines  none\n\n")


def test_long_texts_are_cut_for_people_not_for_programs(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    subject = "việc " * 20_000
    (tmp_path / "a.txt").write_text(f"KẾ HOẠCH\n\n{subject}{'x' * 100_000}", encoding="utf-8")
    assert len(shown(capsys, "parse", "a.txt")) < 20_000
    assert danvan.from_json(
        shown(capsys, "parse", "--format", "json", "a.txt")
    ).source.text.endswith("xx")


HOSTILE = (
    "Số: 1/KH-UBND\n\nKẾ HOẠCH\nVề \x1b[2J\u202egnuhc\u2066 việc\n\nCăn cứ Quyết định số 7/QĐ-UBND."
)


@pytest.mark.parametrize("form", ["summary", "brief", "json"])
def test_documents_cannot_write_to_the_terminal(capsys, tmp_path, monkeypatch, form):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    text = shown(capsys, "parse", "--format", form, "a.txt")
    assert not {"\x1b", "\u202e", "\u2066"} & set(text)
    if form == "json":
        assert danvan.from_json(text) == danvan.load("a.txt")


def plan_with(finding):
    return lambda _: (danvan.Plan(source=danvan.Source("x", name="a.txt"), findings=(finding,)),)


@pytest.mark.parametrize(
    ("severity", "code"), [(Severity.ERROR, 1), (Severity.WARNING, 0), (Severity.NOTE, 0)]
)
def test_findings_of_severity_error_make_it_1(capsys, monkeypatch, severity, code):
    finding = Finding(code="R900", severity=severity, message="sai", span=danvan.Span(0, 1))
    monkeypatch.setattr("danvan.cli.commands.load_all", plan_with(finding))
    assert main(["parse", "a.txt"]) == code
    assert re.search(rf"1:1 +R900 +{severity} +sai", capsys.readouterr().out)


def test_a_fault_of_ours_is_told_in_one_line(capsys, monkeypatch):
    def fail(_):
        raise RuntimeError("broken\nhere")

    monkeypatch.setattr("danvan.cli.commands.load_all", fail)
    monkeypatch.delenv("DANVAN_TRACEBACK", raising=False)
    assert main(["parse", "a.txt"]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("danvan: a.txt: a fault of danvan (RuntimeError: broken here)")
    assert errors.count("\n") == 1
    monkeypatch.setenv("DANVAN_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        main(["parse", "a.txt"])


def test_on_a_terminal_tables_have_colour(capsys, monkeypatch, plan_file):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    text = shown(capsys, "parse", plan_file)
    assert "\x1b[" in text
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert re.search(r"II\.2 +Sở Tư pháp +Sở Nội vụ +2024-04-19", plain)


def test_on_a_terminal_without_rich_tables_are_plain(capsys, monkeypatch, plan_file):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setitem(sys.modules, "danvan.cli.colour", None)
    assert "\x1b" not in shown(capsys, "parse", plan_file)

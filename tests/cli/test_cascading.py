"""``danvan cascade``, over the three plans of the examples."""

import json
import re
from pathlib import Path

import pytest

import danvan
from danvan.cli import main

FOLDER = Path(__file__).parents[2] / "examples" / "cascade"
PROVINCE, DISTRICT, SCHOOL = (str(path) for path in sorted(FOLDER.glob("*.txt")))


def shown(capsys, monkeypatch, *arguments):
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["cascade", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def rows_of(text, title):
    """The cells of the first column of a table."""
    lines = text[text.index(title) :].splitlines()
    rows = lines[3 : lines.index("", 3)] if "" in lines[3:] else lines[3:]
    return [re.split(r"  +", row.rstrip()) for row in rows]


def test_the_plans_stand_as_a_tree(capsys, monkeypatch):
    text = shown(capsys, monkeypatch, SCHOOL, DISTRICT, PROVINCE)
    tree = rows_of(text, "Tree")
    assert [row[0] for row in tree] == [
        "Kế hoạch 64/KH-UBND",
        "└─\u00a0Kế hoạch 19/KH-UBND",
        "\u00a0\u00a0\u00a0└─\u00a0Kế hoạch 07/KH-THRD",
    ]
    assert "citation" in tree[1]


def test_what_is_cited_and_not_at_hand_is_told(capsys, monkeypatch):
    text = shown(capsys, monkeypatch, SCHOOL, PROVINCE)
    assert rows_of(text, "Cited and not at hand")[0][0] == "Kế hoạch 19/KH-UBND (2024-02-07)"


def test_coverage_says_where_and_by_when_or_that_it_is_not(capsys, monkeypatch, tmp_path):
    text = shown(capsys, monkeypatch, DISTRICT, PROVINCE)
    rows = rows_of(text, "Duties of Kế hoạch 64/KH-UBND")
    assert [row[-1] for row in rows] == [
        "II.2, trong tháng 4 năm 2024",
        "II.3, trong tháng 9 năm 2024",
        "III.1, trước ngày 05/11/2024",
    ]
    short = tmp_path / "huyen.txt"
    whole = Path(DISTRICT).read_text(encoding="utf-8")
    short.write_text(whole.replace("Lắp đặt điểm thu gom chai nhựa tại các chợ và", "Sửa"), "utf-8")
    rows = rows_of(shown(capsys, monkeypatch, str(short), PROVINCE), "Duties of")
    assert rows[0][-1] == "not taken up"


def test_json(capsys, monkeypatch):
    told = json.loads(shown(capsys, monkeypatch, PROVINCE, DISTRICT, SCHOOL, "--format", "json"))
    assert told["schema"] == "danvan/cascade/1"
    assert [plan["number"] for plan in told["plans"]] == ["64/KH-UBND", "19/KH-UBND", "07/KH-THRD"]
    assert [plan["level"] for plan in told["plans"]][:2] == ["province", "district"]
    links = [(link["plan"], link["superior"], link["evidence"]) for link in told["links"]]
    assert links == [(1, 0, "citation"), (2, 1, "citation")]
    source = danvan.load(DISTRICT).source.text
    assert source[slice(*told["links"][0]["citation"])] == "64/KH-UBND"
    assert told["missing"] == []
    # By communes on 24 October, by the office on 4 November, by the district on 9 November.
    days = [(r["plan"], r["latest"], r["above"], r["days"]) for r in told["reports"]]
    assert (1, "2024-10-24", "2024-11-04", 11) in days
    assert (1, "2024-11-04", "2024-11-09", 5) in days
    assert (0, "2024-11-09", "2024-11-19", 10) in days
    assert [row["taken_up"] for row in told["coverage"]] == ["II.2", "II.3", "III.1"]


@pytest.mark.parametrize("count", [1, 2])
def test_plans_that_have_nothing_to_do_with_each_other(capsys, monkeypatch, tmp_path, count):
    for i in range(count):
        (tmp_path / f"{i}.txt").write_text(f"KẾ HOẠCH\nViệc {i}\n", encoding="utf-8")
    text = shown(capsys, monkeypatch, *(str(tmp_path / f"{i}.txt") for i in range(count)))
    assert "Links  none" in text


def test_plans_that_cite_each_other_are_each_shown_once(capsys, monkeypatch, tmp_path):
    for own, other in ((1, 2), (2, 1)):
        (tmp_path / f"{own}.txt").write_text(
            f"Số: 1{own}/KH-UBND\n\nKẾ HOẠCH\nViệc\n\nThực hiện Kế hoạch số 1{other}/KH-UBND.\n",
            encoding="utf-8",
        )
    text = shown(capsys, monkeypatch, str(tmp_path / "1.txt"), str(tmp_path / "2.txt"))
    assert len(rows_of(text, "Tree")) == 2


def test_a_file_that_cannot_be_read(capsys):
    assert main(["cascade", PROVINCE, "none.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "danvan: none.txt: there is no such file\n"
    assert "64/KH-UBND" in captured.out


@pytest.mark.parametrize(
    ("plan", "above"), [(PROVINCE, None), (DISTRICT, PROVINCE), (SCHOOL, DISTRICT)]
)
def test_the_examples_are_consistent(plan, above):
    superiors = [danvan.load(above)] if above else []
    assert danvan.check(danvan.load(plan), superiors) == ()

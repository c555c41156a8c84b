"""What ``danvan render`` writes."""

from __future__ import annotations

from pathlib import Path

import pytest

import danvan
from danvan.cli import main
from danvan.render import Layout


def test_it_writes_what_render_gives(capsys, plan_file):
    assert main(["render", plan_file]) == 0
    written = capsys.readouterr().out
    plan = danvan.load(plan_file)
    assert written == danvan.render(plan)
    assert danvan.parse(written).equivalent(plan)


def test_layout_and_width_are_chosen(capsys, plan_file):
    assert main(["render", "--layout", "wrapped", "--width", "60", plan_file]) == 0
    written = capsys.readouterr().out
    assert written == danvan.render(danvan.load(plan_file), "wrapped", width=60)
    assert max(map(len, written.splitlines())) <= 60


def test_files_stand_one_after_the_other(capsys, plan_file):
    assert main(["render", plan_file, plan_file]) == 0
    assert capsys.readouterr().out == 2 * danvan.render(danvan.load(plan_file))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--layout", "baroque"], "'baroque' is not a valid Layout"),
        (["--width", "8"], "lines are at least 40 characters wide, not 8"),
    ],
)
def test_what_cannot_be_is_told(capsys, plan_file, arguments, reason):
    assert main(["render", *arguments, plan_file]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"danvan: {reason}\n"


def test_a_file_that_is_not_there_is_told(capsys):
    assert main(["render", str(Path("nowhere.txt"))]) == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_help_names_every_layout(capsys):
    with pytest.raises(SystemExit):
        main(["render", "--help"])
    shown = capsys.readouterr().out
    for layout in Layout:
        assert f"\n  {layout.value} " in shown

"""Selecting rules, rules of one's own, settings."""

import datetime
from pathlib import Path

import pytest

import danvan
from danvan import Severity, Span
from danvan.checks import Fault, Settings, check, rule, rules, selected
from danvan.errors import ReadError, SelectionError

TEXT = "Số: 5 /KH-UBND\nTân An, ngày 12 tháng 5 năm 2023\n\nKẾ HOẠCH\nTrồng cây năm 2023\n"


@rule(code="X001", name="always", severity=Severity.NOTE, about="Luôn có.")
def always(_case):
    yield Fault(span=Span(0, 1), message="có", message_en="it is")


def _codes(**options) -> list[str]:
    return [finding.code for finding in check(danvan.parse(TEXT), **options)]


def test_findings_stand_in_the_order_of_places() -> None:
    found = check(danvan.parse(TEXT))
    starts = [finding.span.start for finding in found if finding.span]
    assert starts == sorted(starts)
    assert len(starts) > 2


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["N105"], [], ["N105"]),
        (["number-stray-space"], [], ["N105"]),
        (["N1"], ["N106"], ["N105"]),
        (["N"], ["N105", "number-zero-missing"], []),
    ],
)
def test_rules_are_selected_by_code_beginning_and_name(select, ignore, codes) -> None:
    assert _codes(select=select, ignore=ignore) == codes


@pytest.mark.parametrize("selector", ["N10l", "Z", "", "n105"])
def test_a_selector_that_means_no_rule_is_an_error(selector: str) -> None:
    with pytest.raises(SelectionError, match="no rule is called"):
        check(danvan.parse(TEXT), select=[selector])


def test_rules_of_ones_own_are_checked_where_they_are_handed_in() -> None:
    assert _codes(rules=[always], select=["X"]) == ["X001"]
    with pytest.raises(SelectionError):
        _codes(select=["X"])


@pytest.mark.parametrize(
    ("code", "name"), [("1", "a"), ("XX01", "a"), ("X001", "A b"), ("X001", "")]
)
def test_a_rule_has_a_code_and_a_name_of_their_forms(code: str, name: str) -> None:
    with pytest.raises(ValueError, match="of a rule"):
        rule(code=code, name=name, severity=Severity.NOTE, about="a.")(lambda _case: ())


def test_a_rule_does_not_bind_before_its_first_day() -> None:
    old = TEXT.replace("2023", "2019")
    assert "N106" not in [f.code for f in check(danvan.parse(old))]
    undated = TEXT.replace("Tân An, ngày 12 tháng 5 năm 2023\n", "")
    assert "N106" not in [f.code for f in check(danvan.parse(undated))]


def test_a_rule_binds_until_its_last_day() -> None:
    ended = rule(
        code="X002",
        name="ended",
        severity=Severity.NOTE,
        about="a.",
        until=datetime.date(2022, 12, 31),
    )(always.check)
    assert _codes(rules=[ended], select=["X"]) == []


def test_settings_select_as_arguments_do(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(
        '[tool.danvan]\nselect = ["N"]\nignore = ["N106"]\nfail-on = "error"\n'
        "aggregation-days = 3\n",
        encoding="utf-8",
    )
    settings = Settings.found(tmp_path)
    assert settings == Settings.load(file)
    assert (settings.fail_on, settings.aggregation_days) == (Severity.ERROR, 3)
    assert _codes(settings=settings) == ["N105"]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("selected = []", "'selected' is not known"),
        ("select = 'N'", "select must be a list of strings"),
        ("fail-on = 'fatal'", "fatal"),
        ("aggregation-days = -1", ">= 0"),
        ("aggregation-days = true", "whole number"),
        ("register = 3", "register must be a path"),
        ("select = [", "it is no TOML"),
    ],
)
def test_a_wrong_setting_is_told_with_the_file(tmp_path: Path, table: str, reason: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(f"[tool.danvan]\n{table}\n", encoding="utf-8")
    with pytest.raises(ReadError, match=reason) as told:
        Settings.load(file)
    assert str(file) in str(told.value)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        Settings.load(tmp_path / "pyproject.toml")
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert Settings.found(tmp_path) == Settings(folder=str(tmp_path))


def test_all_rules_are_selected_without_selectors() -> None:
    assert selected(rules()) == rules()
    assert len(rules()) >= 45

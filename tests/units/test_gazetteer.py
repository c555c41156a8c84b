"""The gazetteer: every unit through time, what became of it, and what it lay in."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan import units
from danvan.text import without_marks
from danvan.units import AdministrativeUnit, UnitKind
from danvan.units.phrases import lines
from tests.conftest import shared

ROOT = Path(__file__).parents[2]
LAST = datetime.date(2025, 6, 30)
FIRST = datetime.date(2025, 7, 1)
NOW = datetime.date(2026, 11, 1)
ALL = list(units.all_units())
DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2028, 1, 1))
UNITS = st.sampled_from(ALL)


def _get(code: str, day: datetime.date) -> AdministrativeUnit:
    unit = units.get(code, on=day)
    assert unit is not None
    return unit


@pytest.mark.parametrize(
    ("day", "provinces", "districts", "communes"),
    [
        (LAST, 63, 696, 10_035),
        (FIRST, 34, 0, 3_321),
        (NOW, 34, 0, 3_321),
    ],
)
def test_counts(day: datetime.date, provinces: int, districts: int, communes: int) -> None:
    levels = [unit.level for unit in units.all_units(day)]
    found = [levels.count(level) for level in ("province", "district", "commune")]
    assert found == [provinces, districts, communes]


def test_it_agrees_with_the_reference() -> None:
    reference = shared("data")
    command = [sys.executable, "-m", "tools.units.compare", "--reference", str(reference)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("0 not listed") == 4


@pytest.mark.parametrize(
    ("code", "day", "full_name"),
    [
        ("82", LAST, "tỉnh Tiền Giang"),
        ("82", FIRST, "tỉnh Đồng Tháp"),
        ("44", LAST, "tỉnh Quảng Bình"),
        ("44", FIRST, "tỉnh Quảng Trị"),
        ("46", datetime.date(2024, 12, 31), "tỉnh Thừa Thiên Huế"),
        ("46", datetime.date(2025, 1, 1), "thành phố Huế"),
        ("75", datetime.date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("75", datetime.date(2026, 4, 30), "thành phố Đồng Nai"),
        ("26116", LAST, "thị trấn Tân Phú"),
        ("26116", FIRST, "xã Tân Phú"),
        ("26116", NOW, "phường Tân Phú"),
        ("536", LAST, "huyện Lý Sơn"),
        ("21548", FIRST, "đặc khu Lý Sơn"),
    ],
)
def test_a_code_names_a_unit_on_a_day(code: str, day: datetime.date, full_name: str) -> None:
    assert _get(code, day).full_name == full_name


def test_a_code_that_nobody_bore_names_nothing() -> None:
    assert units.get("999") is None
    assert units.get("") is None
    assert units.get("873", on=FIRST) is None
    assert units.get("21548", on=LAST) is None


def test_without_a_day_a_code_is_that_of_its_last_unit() -> None:
    assert str(units.get("82")) == "tỉnh Đồng Tháp"
    assert str(units.get("873")) == "huyện Cao Lãnh"


def test_the_parent_is_that_of_the_day() -> None:
    assert str(_get("26188", FIRST).parent) == "tỉnh Đồng Nai"
    assert str(_get("26188", NOW).parent) == "thành phố Đồng Nai"
    assert _get("26188", FIRST) == _get("26188", NOW)


def test_children() -> None:
    hanoi = _get("01", LAST)
    assert len(hanoi.children(LAST)) == 30
    assert len(hanoi.children(FIRST)) == 126
    assert hanoi.children() == hanoi.children(NOW)
    assert _get("873", LAST).children(FIRST) == ()
    assert {child.kind for child in _get("760", LAST).children()} == {UnitKind.WARD}


@pytest.mark.parametrize(
    ("code", "heirs"),
    [
        ("00007", ["00008", "00025"]),  # divided between two wards
        ("760", ["26737", "26740", "26743", "26758"]),  # a district has its communes
        ("06", ["19"]),
        ("01", ["01"]),
        ("474", ["19777", "19789", "19813", "19815", "19900", "19909", "19930", "20014"]),
    ],
)
def test_successors(code: str, heirs: list[str]) -> None:
    assert [unit.code for unit in _get(code, LAST).successors(FIRST)] == heirs


def test_successors_through_two_changes() -> None:
    old = _get("26116", LAST)
    assert [str(unit) for unit in old.successors(FIRST)] == ["xã Tân Phú"]
    assert [str(unit) for unit in old.successors(NOW)] == ["phường Tân Phú"]
    assert old.successors() == old.successors(NOW)
    before = _get("46", datetime.date(2020, 1, 1))
    assert [str(unit) for unit in before.successors(NOW)] == ["thành phố Huế"]


def test_predecessors_of_its_own_level_come_first() -> None:
    names = [str(unit) for unit in _get("21548", FIRST).predecessors(LAST)]
    assert names == ["huyện Lý Sơn"]
    levels = [unit.level for unit in _get("26740", FIRST).predecessors(LAST)]
    assert levels == sorted(levels, key=lambda level: level != "commune")
    assert "district" in levels


def test_at() -> None:
    assert _get("01", LAST).at(NOW) == _get("01", NOW)
    assert _get("75", FIRST).at(NOW) == _get("75", NOW)
    assert _get("75", NOW).at(FIRST) == _get("75", FIRST)
    assert _get("87", LAST).at(FIRST) == _get("82", FIRST)  # Đồng Tháp, with another code
    assert _get("82", LAST).at(FIRST) is None  # Tiền Giang
    assert _get("873", LAST).at(FIRST) is None  # districts ended
    assert str(_get("26188", NOW).at(FIRST).parent) == "tỉnh Đồng Nai"


def test_contains() -> None:
    province, district = _get("79", LAST), _get("760", LAST)
    ward = _get("26740", LAST)
    assert province.contains(district)
    assert province.contains(ward)
    assert district.contains(ward)
    assert not district.contains(province)
    assert not _get("79", FIRST).contains(district)
    assert _get("79", FIRST).contains(_get("26740", FIRST))
    assert ward.contains(ward)


def test_units_that_somebody_wrote_know_only_what_they_say() -> None:
    above = AdministrativeUnit(name="An Sơn", kind=UnitKind.PROVINCE)
    unit = AdministrativeUnit(name="Tân Long", kind=UnitKind.DISTRICT, parent=above)
    assert above.contains(unit)
    assert not unit.contains(above)
    assert (unit.children(), unit.successors(), unit.predecessors()) == ((), (), ())
    assert unit.at(LAST) is None


def test_validities_of_one_code_never_overlap() -> None:
    by_code: dict[str, list[AdministrativeUnit]] = defaultdict(list)
    for unit in ALL:
        by_code[unit.code or ""].append(unit)
    for same in by_code.values():
        for one, following in pairwise(same):
            assert one.valid_to is not None, one
            assert following.valid_from is not None, following
            assert one.valid_to < following.valid_from


def test_who_follows_begins_the_day_after() -> None:
    names = {unit.code for unit in ALL}
    for unit in ALL:
        if unit.valid_to is None:
            continue
        day = unit.valid_to + datetime.timedelta(days=1)
        heirs = unit.successors(day)
        assert heirs, unit
        assert {heir.valid_from for heir in heirs} == {day}
        assert {heir.code for heir in heirs} <= names


def test_every_unit_below_a_province_has_a_parent() -> None:
    for unit in ALL:
        assert (unit.parent is None) == (unit.level == "province"), unit


@given(UNITS, DAYS, DAYS)
def test_successors_and_predecessors_are_inverse(
    unit: AdministrativeUnit, one: datetime.date, other: datetime.date
) -> None:
    early, late = sorted((one, other))
    if unit.is_valid(early):
        for heir in unit.successors(late):
            assert unit in heir.predecessors(early)
    if unit.is_valid(late):
        for before in unit.predecessors(early):
            assert unit in before.successors(late)


def test_successors_and_predecessors_are_inverse_over_the_reform() -> None:
    forth = {(old.code, new.code) for old in units.all_units(LAST) for new in old.successors(FIRST)}
    back = {
        (old.code, new.code) for new in units.all_units(FIRST) for old in new.predecessors(LAST)
    }
    assert forth == back


@given(UNITS, UNITS, DAYS)
def test_containment_is_transitive(
    one: AdministrativeUnit, other: AdministrativeUnit, day: datetime.date
) -> None:
    for child in one.children(day):
        assert one.contains(child)
        for grandchild in child.children(day)[:3]:
            assert child.contains(grandchild)
            assert one.contains(grandchild)
    if one.contains(other) and other.contains(one):
        assert one == other


@given(UNITS)
def test_units_are_values(unit: AdministrativeUnit) -> None:
    assert pickle.loads(pickle.dumps(unit)) == unit
    assert hash(pickle.loads(pickle.dumps(unit))) == hash(unit)
    assert unit.full_name in repr(unit) or repr(unit.name) in repr(unit)


def test_every_name_finds_its_unit() -> None:
    for unit in ALL:
        assert unit in units.find(unit.full_name, unit.kind), unit
        assert unit in units.find(unit.name), unit


def test_every_name_without_diacritics_finds_its_unit() -> None:
    for unit in ALL:
        assert unit in units.find(without_marks(unit.full_name)), unit


def test_importing_does_not_load_it() -> None:
    code = (
        "import danvan; from danvan import units; danvan.parse('x')\n"
        "from danvan.units.gazetteer import gazetteer; print(gazetteer.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "0"


def test_every_name_with_a_hyphen_is_known_as_one_name() -> None:
    double = {unit.name for unit in units.all_units() if " - " in unit.name}
    assert double <= set(lines("double_names.txt"))
    for name in double:
        (mention,) = units.find_agencies(f"UBND phường {name} và các đoàn thể")[:1]
        assert mention.agency.unit is not None
        assert mention.agency.unit.name == name

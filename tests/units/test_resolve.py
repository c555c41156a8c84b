"""Which unit a document means: surely, or not at all."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan import units
from danvan.units import (
    AdministrativeUnit,
    AgencyContext,
    Doubt,
    Level,
    Resolver,
    UnitKind,
    find_agencies,
)

OLD = datetime.date(2023, 5, 4)
NEW = datetime.date(2025, 9, 1)


def _named(full_name: str) -> AdministrativeUnit:
    words = full_name.split(" ")
    for size in (2, 1):
        word = " ".join(words[:size])
        if word in {kind.vietnamese for kind in UnitKind}:
            return AdministrativeUnit(name=" ".join(words[size:]), kind=UnitKind.of_word(word))
    raise AssertionError(full_name)


@pytest.mark.parametrize(
    ("name", "text", "day", "code", "doubt"),
    [
        ("huyện Sóc Sơn", "", OLD, "016", None),
        ("huyện Châu Thành", "", OLD, None, Doubt.AMBIGUOUS),
        ("huyện Châu Thành", "của UBND tỉnh Trà Vinh", OLD, "847", None),
        ("huyện Châu Thành", "của UBND tỉnh Trà Vinh và tỉnh Bến Tre", OLD, None, Doubt.AMBIGUOUS),
        ("xã Tân Thành", "UBND huyện Hàm Thuận Nam, tỉnh Bình Thuận", OLD, "23146", None),
        ("phường 4", "UBND thành phố Vũng Tàu", OLD, "26515", None),
        ("phường 4", "UBND TP. Vũng Tàu", OLD, "26515", None),
        ("quận 1", "UBND quận 12", OLD, "760", None),
        ("huyện Sóc Sơn", "", NEW, "016", Doubt.ENDED),
        ("đặc khu Côn Đảo", "", OLD, None, Doubt.NOT_YET),
        ("đặc khu Côn Đảo", "", NEW, "26732", None),
        ("huyện Không Đâu", "", OLD, None, Doubt.UNKNOWN),
        ("tỉnh Lào Cai", "", OLD, "10", None),
        ("tỉnh Lào Cai", "", NEW, "15", None),
        ("tỉnh Lào Cai", "", None, None, Doubt.AMBIGUOUS),
        ("huyện Sóc Sơn", "", None, "016", None),
        ("xã Phù Linh", "tỉnh Lạng Sơn", OLD, None, Doubt.UNKNOWN),
    ],
)
def test_a_name_is_settled_or_left(
    name: str, text: str, day: datetime.date | None, code: str | None, doubt: Doubt | None
) -> None:
    written = _named(name)
    found = Resolver(f"{text}; UBND {name}", day).resolve(written)
    assert (found.unit.code, found.doubt) == (code, doubt)
    if code is None:
        assert found.unit == written


def test_the_candidates_are_told() -> None:
    found = Resolver("", OLD).resolve(_named("huyện Châu Thành"))
    assert len(found.candidates) == 10
    assert {unit.name for unit in found.candidates} == {"Châu Thành"}


def test_beside_the_issuer_before_elsewhere() -> None:
    home = units.find("huyện Cầu Kè", on=OLD)[0]
    resolver = Resolver("", OLD, home)
    assert resolver.resolve(_named("huyện Châu Thành")).unit.parent == home.parent
    assert resolver.resolve(_named("tỉnh Bến Tre")).unit.code == "83"
    assert resolver.resolve(_named("xã Phù Linh")).doubt is Doubt.UNKNOWN


def test_a_unit_that_is_settled_stays() -> None:
    unit = units.find("huyện Cầu Kè", on=OLD)[0]
    assert Resolver("", NEW).resolve(unit).unit is unit


def test_the_parent_that_is_written_counts() -> None:
    above = AdministrativeUnit(name="Trà Vinh", kind=UnitKind.PROVINCE)
    written = AdministrativeUnit(name="Châu Thành", kind=UnitKind.DISTRICT, parent=above)
    assert Resolver("", OLD).resolve(written).unit.code == "847"


def test_the_only_city_of_the_only_province() -> None:
    assert str(Resolver("tỉnh Trà Vinh", OLD).only(UnitKind.CITY)) == "thành phố Trà Vinh"
    assert Resolver("tỉnh Đồng Tháp", OLD).only(UnitKind.CITY) is None  # it had three
    assert Resolver("tỉnh Trà Vinh, tỉnh Bến Tre", OLD).only(UnitKind.CITY) is None
    assert Resolver("", OLD).only(UnitKind.CITY) is None


@pytest.mark.parametrize(
    ("printed", "home", "level", "names"),
    [
        ("Sóc Sơn", "huyện Sóc Sơn", Level.DISTRICT, ["huyện Sóc Sơn"]),
        ("Hà Nội", "huyện Sóc Sơn", Level.DISTRICT, ["thành phố Hà Nội"]),
        ("Cao Lãnh", "tỉnh Đồng Tháp", Level.PROVINCE, ["thành phố Cao Lãnh", "huyện Cao Lãnh"]),
        ("TP. Cao Lãnh", "tỉnh Đồng Tháp", Level.PROVINCE, ["thành phố Cao Lãnh"]),
        ("Sóc Sơn", "tỉnh Đồng Tháp", Level.PROVINCE, []),
        ("Hà Nội", None, Level.CENTRAL, ["thành phố Hà Nội"]),
        ("Ha Noi", None, Level.CENTRAL, []),
        ("Đâu Đó", None, None, []),
    ],
)
def test_places(printed: str, home: str | None, level: Level | None, names: list[str]) -> None:
    unit = units.find(home, on=OLD)[0] if home else None
    found = Resolver("", OLD, unit).at_place(printed, level)
    assert sorted(map(str, found), reverse=True) == sorted(names, reverse=True)


def test_agencies_in_a_text_have_units_from_the_gazetteer() -> None:
    home = units.find("huyện Cầu Kè", on=OLD)[0]
    text = "UBND huyện báo cáo UBND tỉnh, gửi UBND huyện Châu Thành, UBND xã Hòa Ân, Sở Nội vụ."
    found = find_agencies(text, AgencyContext(unit=home, day=OLD))
    codes = [m.agency.unit.code if m.agency.unit else None for m in found]
    assert codes == ["845", "84", "847", "29311", "84"]
    assert found[1].agency.full_name == "Ủy ban nhân dân tỉnh"  # the text does not name it
    assert found[0].agency.full_name == "Ủy ban nhân dân huyện Cầu Kè"


@given(st.text(max_size=20), st.sampled_from(UnitKind), st.sampled_from([None, OLD, NEW]))
def test_every_name_has_an_answer(name: str, kind: UnitKind, day: datetime.date | None) -> None:
    if name.strip():
        found = Resolver(name, day).resolve(AdministrativeUnit(name=name, kind=kind))
        assert (found.unit.code is None) == (found.unit == found.written)
        assert found.doubt is not None or found.unit.code is not None


def test_many_names_take_linear_time() -> None:
    everywhere = [unit for unit in units.all_units(OLD) if unit.level == "commune"]

    def seconds(count: int) -> float:
        written = [AdministrativeUnit(name=u.name, kind=u.kind) for u in everywhere[:count]]
        resolver = Resolver("; ".join(map(str, written)), OLD)
        began = time.perf_counter()
        for unit in written:
            resolver.resolve(unit)
        return time.perf_counter() - began

    seconds(100)
    assert seconds(8_000) < 40 * min(seconds(1_000) for _ in range(2)) + 0.1

"""What a document knows of itself: "Huyện" is the huyện that issues it."""

from __future__ import annotations

import datetime

import pytest

from danvan.errors import ParseError
from danvan.units import (
    AdministrativeUnit,
    Agency,
    AgencyContext,
    AgencyKind,
    Level,
    System,
    UnitKind,
    find_agencies,
)

PROVINCE = AdministrativeUnit(name="An Sơn", kind=UnitKind.PROVINCE)
DISTRICT = AdministrativeUnit(name="Hồng Phong", kind=UnitKind.DISTRICT, parent=PROVINCE)
COMMUNE = AdministrativeUnit(name="Phú Thạnh", kind=UnitKind.COMMUNE)
CITY = AdministrativeUnit(name="Nam Hải", kind=UnitKind.CITY, level=Level.DISTRICT)
DISTRICT_PLAN = AgencyContext(unit=DISTRICT, day=datetime.date(2022, 3, 1))


@pytest.mark.parametrize(
    ("name", "full_name", "unit"),
    [
        ("Ủy ban nhân dân Huyện", "Ủy ban nhân dân huyện Hồng Phong", DISTRICT),
        ("UBND huyện", "Ủy ban nhân dân huyện Hồng Phong", DISTRICT),
        ("UBND huyện Hồng Phong", "Ủy ban nhân dân huyện Hồng Phong", DISTRICT),
        ("UBND Tỉnh", "Ủy ban nhân dân tỉnh An Sơn", PROVINCE),
        ("UBND xã", "Ủy ban nhân dân xã", None),
        ("Ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy Hồng Phong", DISTRICT),
        ("Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy An Sơn", PROVINCE),
        ("TT/HU", "Thường trực Huyện ủy Hồng Phong", DISTRICT),
        ("TT/HĐND Huyện", "Thường trực Hội đồng nhân dân huyện Hồng Phong", DISTRICT),
        ("Phòng Nội vụ", "Phòng Nội vụ", DISTRICT),
        ("Sở Nội vụ", "Sở Nội vụ", PROVINCE),
        ("Các phòng ban, ngành Huyện", "Các phòng ban, ngành huyện Hồng Phong", DISTRICT),
        (
            "Các cơ quan chuyên môn thuộc UBND huyện",
            "Các cơ quan chuyên môn thuộc Ủy ban nhân dân huyện Hồng Phong",
            DISTRICT,
        ),
        ("UBND các xã, thị trấn", "Ủy ban nhân dân các xã, thị trấn", None),
        ("Trưởng Công an Huyện", "Trưởng Công an huyện Hồng Phong", DISTRICT),
    ],
)
def test_in_the_plan_of_a_district(
    name: str, full_name: str, unit: AdministrativeUnit | None
) -> None:
    agency = Agency.parse(name, DISTRICT_PLAN)
    assert agency.full_name == full_name
    assert agency.unit == unit
    assert agency.name == name


def test_huyen_and_tinh_as_bodies() -> None:
    text = "báo cáo kết quả về Huyện và Tỉnh theo quy định"
    agencies = [m.agency for m in find_agencies(text, DISTRICT_PLAN)]
    assert [a.full_name for a in agencies] == ["huyện Hồng Phong", "tỉnh An Sơn"]
    assert {a.kind for a in agencies} == {AgencyKind.LOCALITY}


def test_a_city_has_the_level_that_the_context_gives() -> None:
    agency = Agency.parse("Phòng Nội vụ Thành phố", AgencyContext(unit=CITY))
    assert (agency.full_name, agency.level) == ("Phòng Nội vụ thành phố Nam Hải", Level.DISTRICT)
    assert Agency.parse("UBND Thành phố").level is None


def test_thanh_uy_takes_the_name_of_the_city() -> None:
    agency = Agency.parse("Ban Thường vụ Thành ủy", AgencyContext(unit=CITY))
    assert agency.full_name == "Ban Thường vụ Thành ủy Nam Hải"
    assert agency.level is Level.DISTRICT


def test_tu_is_tinh_uy_or_thanh_uy() -> None:
    assert Agency.parse("Ban DVTU", AgencyContext(unit=PROVINCE)).full_name == (
        "Ban Dân vận Tỉnh ủy An Sơn"
    )
    city = AdministrativeUnit(name="Nam Hải", kind=UnitKind.CITY, level=Level.PROVINCE)
    assert Agency.parse("TT/TU", AgencyContext(unit=city)).full_name == (
        "Thường trực Thành ủy Nam Hải"
    )
    assert Agency.parse("Ban DVTU").full_name == "Ban Dân vận TU"


def test_offices_of_communes_after_the_districts_are_gone() -> None:
    before = AgencyContext(unit=COMMUNE, day=datetime.date(2025, 6, 30))
    after = AgencyContext(unit=COMMUNE, day=datetime.date(2025, 7, 1))
    assert Agency.parse("Phòng Nội vụ", before).level is Level.DISTRICT
    assert Agency.parse("Phòng Kinh tế", after).level is Level.COMMUNE
    assert Agency.parse("Phòng Kinh tế", after).unit == COMMUNE


def test_fields_of_an_agency() -> None:
    agency = Agency.parse("Chủ tịch UBND các huyện, thành phố")
    assert agency.post == "Chủ tịch"
    assert agency.kind is AgencyKind.PEOPLES_COMMITTEE
    assert agency.system is System.STATE
    assert agency.level is Level.DISTRICT
    assert agency.collective
    assert agency.key == "chủ tịch ủy ban nhân dân các huyện, thành phố"
    assert str(agency) == "Chủ tịch Ủy ban nhân dân các huyện, thành phố"


def test_other_spellings_have_the_same_key() -> None:
    keys = {
        Agency.parse(name).key
        for name in ("UBND xã Hòa Lộc", "Uỷ ban nhân dân xã Hoà Lộc", "ỦY BAN NHÂN DÂN XÃ HÒA LỘC")
    }
    assert keys == {"ủy ban nhân dân xã hòa lộc"}


@pytest.mark.parametrize("text", ["", "kế hoạch", "Sở Nội vụ và Sở Y tế", "Sở Nội vụ chủ trì"])
def test_what_is_no_name_of_one_body(text: str) -> None:
    with pytest.raises(ParseError, match="name of one body"):
        Agency.parse(text)


def test_states_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="has a name"):
        Agency(" ")
    with pytest.raises(ValueError, match="has a name"):
        AdministrativeUnit(name="", kind=UnitKind.WARD)
    with pytest.raises(ValueError, match="of the level"):
        AdministrativeUnit(name="A", kind=UnitKind.WARD, level=Level.PROVINCE)
    with pytest.raises(ValueError, match="before it began"):
        AdministrativeUnit(
            name="A",
            kind=UnitKind.WARD,
            valid_from=datetime.date(2025, 7, 1),
            valid_to=datetime.date(2025, 6, 30),
        )


def test_a_unit_in_time() -> None:
    unit = AdministrativeUnit(name="A", kind=UnitKind.DISTRICT, valid_to=datetime.date(2025, 6, 30))
    assert unit.is_valid(datetime.date(2025, 6, 30))
    assert not unit.is_valid(datetime.date(2025, 7, 1))
    assert str(unit) == "huyện A"


@pytest.mark.parametrize(
    ("kind", "day", "level"),
    [
        (UnitKind.PROVINCE, datetime.date(2023, 1, 1), Level.DISTRICT),
        (UnitKind.PROVINCE, datetime.date(2025, 9, 1), Level.COMMUNE),
        (UnitKind.DISTRICT, datetime.date(2023, 1, 1), Level.COMMUNE),
        (UnitKind.PROVINCE, None, None),
        (UnitKind.COMMUNE, datetime.date(2023, 1, 1), None),
    ],
)
def test_localities_are_those_below_the_issuer(
    kind: UnitKind, day: datetime.date | None, level: Level | None
) -> None:
    context = AgencyContext(unit=AdministrativeUnit(name="An Sơn", kind=kind), day=day)
    agency = Agency.parse("UBND các địa phương", context)
    assert (agency.level, agency.collective, agency.unit) == (level, True, None)
    assert Agency.parse("UBND các địa phương").level is None


def test_the_houses_own_bodies_are_of_its_unit() -> None:
    unit = AdministrativeUnit(name="Tân Long", kind=UnitKind.COMMUNE)
    agency = Agency.parse("Các ban, ngành, đoàn thể", AgencyContext(unit=unit))
    assert (agency.unit, agency.level, agency.full_name) == (
        unit,
        Level.COMMUNE,
        "Các ban, ngành, đoàn thể",
    )


def test_a_newspaper_is_that_of_the_unit_whose_name_it_bears() -> None:
    unit = AdministrativeUnit(name="An Sơn", kind=UnitKind.PROVINCE)
    agency = Agency.parse("Báo An Sơn", AgencyContext(unit=unit))
    assert (agency.unit, agency.full_name) == (unit, "Báo An Sơn")
    assert Agency.parse("Báo Nam Hải", AgencyContext(unit=unit)).unit is None

"""When bodies began and ended: the reforms of 2025."""

from __future__ import annotations

import datetime

import pytest

from danvan import units
from danvan.units import AdministrativeUnit, Agency, AgencyContext, Lifetime


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("name", "day", "valid"),
    [
        ("Bộ Giao thông vận tải", "2025-02-28", True),
        ("Bộ Giao thông vận tải", "2025-03-01", False),
        ("Bộ GTVT", "2025-03-01", False),
        ("Bộ LĐTBXH", "2020-01-01", True),
        ("Bộ LĐTBXH", "2025-03-01", False),
        ("Bộ Nông nghiệp và Môi trường", "2025-02-28", False),
        ("Bộ Nông nghiệp và Môi trường", "2025-03-01", True),
        ("Bộ Dân tộc và Tôn giáo", "2024-06-01", False),
        ("Ủy ban Dân tộc", "2025-03-01", False),
        ("Bộ Nội vụ", "2010-01-01", True),
        ("Bộ Nội vụ", "2026-01-01", True),
        ("Bộ Tài nguyên và Môi trường", "2025-02-28", True),
        ("Ban Dân vận Trung ương", "2025-02-02", True),
        ("Ban Dân vận Trung ương", "2025-02-03", False),
        ("Ban Dân vận Tỉnh ủy", "2025-02-02", True),
        ("Ban Dân vận Tỉnh ủy", "2025-03-01", None),
        ("Ban Dân vận Tỉnh ủy", "2025-04-01", False),
        ("Trưởng Ban Dân vận Tỉnh ủy", "2026-01-01", False),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "2025-02-02", False),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "2025-02-15", None),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "2026-01-01", True),
        ("Ban Tuyên giáo và Dân vận Trung ương", "2025-02-03", True),
        ("Ban Tuyên giáo Tỉnh ủy", "2026-01-01", False),
        ("Sở Nông nghiệp và Phát triển nông thôn", "2025-01-15", True),
        ("Sở Nông nghiệp và Phát triển nông thôn", "2025-03-01", None),
        ("Sở Nông nghiệp và Phát triển nông thôn", "2025-07-01", False),
        ("Sở Nội vụ", "2026-01-01", True),
        ("UBND huyện Tân Long", "2025-06-30", True),
        ("UBND huyện Tân Long", "2025-07-01", False),
        ("UBND các huyện, thị xã, thành phố", "2025-07-01", False),
        ("Ban Dân vận Huyện ủy", "2025-07-01", False),
        ("Mặt trận Tổ quốc Việt Nam huyện", "2025-07-01", False),
        ("Công an huyện", "2025-02-28", True),
        ("Công an huyện", "2025-03-01", False),
        ("UBND thị trấn Tân Long", "2025-07-01", False),
        ("UBND xã Tân Long", "2025-07-01", True),
        ("Phòng Nội vụ", "2025-07-01", False),  # a district's, as far as its name tells
    ],
)
def test_a_body_existed_on_a_day(name: str, day: str, valid: bool | None) -> None:
    assert Agency.parse(name).lifetime.is_valid(_day(day)) is valid


def test_a_phong_of_a_commune_began_with_the_two_levels() -> None:
    day = _day("2025-09-01")
    commune = units.find("xã Sóc Sơn", on=day)[0]
    agency = Agency.parse("Phòng Văn hóa - Xã hội", AgencyContext(unit=commune, day=day))
    assert agency.unit == commune
    assert agency.lifetime.valid_from == _day("2025-07-01")
    assert agency.lifetime.is_valid(day)


def test_a_body_ends_with_its_unit() -> None:
    province = units.find("tỉnh Bắc Kạn", on=_day("2023-01-01"))[0]
    context = AgencyContext(unit=province, day=_day("2023-01-01"))
    life = Agency.parse("Sở Nội vụ", context).lifetime
    assert (life.valid_from, life.valid_to) == (None, _day("2025-06-30"))


def test_heirs_and_sources_are_told() -> None:
    life = Agency.parse("Bộ Kế hoạch và Đầu tư").lifetime
    assert life.heirs == ("Bộ Tài chính",)
    assert "176/2025/QH15" in life.source


def test_a_body_of_which_nothing_is_known() -> None:
    assert Agency("Hội đồng Đối ngoại").lifetime == Lifetime()
    assert Lifetime().is_valid(_day("1999-01-01"))


def test_a_written_unit_has_no_days() -> None:
    unit = AdministrativeUnit(name="An Sơn", kind=units.UnitKind.PROVINCE)
    assert Agency("UBND tỉnh An Sơn", unit=unit).lifetime == Lifetime()

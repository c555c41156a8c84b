"""`units.find`: what a name may mean, from whatever way it is written in."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan import units
from danvan.units import UnitKind

OLD = datetime.date(2024, 5, 1)
NEW = datetime.date(2025, 9, 1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Quận 1, Thành phố Hồ Chí Minh", "760"),
        ("Q.1, TP.HCM", "760"),
        ("Q1 , TPHCM", "760"),
        ("quan 1, tp hcm", "760"),
        ("Quận 01, TPHCM", "760"),
        ("TP. Thủ Đức", "769"),
        ("T.X. Sơn Tây, Hà Nội", "269"),
        ("TX Sơn Tây", "269"),
        ("H. Sóc Sơn", "016"),
        ("HUYỆN SÓC SƠN", "016"),
        ("P. Bến Nghé, Q.1", "26740"),
        ("thị trấn Tam Đảo", "08908"),
        ("TT. Tam Đảo", "08908"),
        ("Hoà Bình, Bạc Liêu", "961"),
        ("tỉnh Hoà Bình", "17"),
        ("tỉnh Hòa Bình", "17"),
        ("Bà Rịa-Vũng Tàu", "77"),
        ("BR-VT", "77"),
        ("Bà Rịa – Vũng Tàu", "77"),
        ("tỉnh Đắc Lắc", "66"),
        ("Qui Nhơn", "540"),
        ("huyện Cư M’gar", "648"),
        ("Tỉnh Thừa Thiên Huế", "46"),
        ("TT-Huế", "46"),
        ("thành phố Phan Rang - Tháp Chàm", "582"),
        ("TP Phan Rang-Tháp Chàm", "582"),
    ],
)
def test_the_best_before_the_reform(name: str, code: str) -> None:
    assert units.find(name, on=OLD)[0].code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("TPHCM", "79"),
        ("Thành phố Huế", "46"),
        ("đặc khu Côn Đảo", "26732"),
        ("Đặc khu Phú Quốc, tỉnh An Giang", "31078"),
        ("phường Xuân Hương - Đà Lạt", "24781"),
        ("PHƯỜNG XUÂN HƯƠNG – ĐÀ LẠT", "24781"),
        ("P. Bến Thành, TP. Hồ Chí Minh", "26743"),
    ],
)
def test_the_best_after_the_reform(name: str, code: str) -> None:
    assert units.find(name, on=NEW)[0].code == code


def test_an_ambiguous_name_has_all_its_candidates() -> None:
    found = units.find("huyện Châu Thành", on=OLD)
    assert {str(unit.parent) for unit in found} == {
        "tỉnh An Giang", "tỉnh Bến Tre", "tỉnh Đồng Tháp", "tỉnh Hậu Giang", "tỉnh Kiên Giang",
        "tỉnh Long An", "tỉnh Sóc Trăng", "tỉnh Tây Ninh", "tỉnh Tiền Giang", "tỉnh Trà Vinh",
    }  # fmt: skip
    assert len(found) == 10


def test_higher_units_and_those_of_today_come_first() -> None:
    found = [(unit.full_name, unit.valid_to is None) for unit in units.find("Lào Cai")]
    assert found == [
        ("tỉnh Lào Cai", True),
        ("tỉnh Lào Cai", False),
        ("thành phố Lào Cai", False),
        ("phường Lào Cai", True),
        ("phường Lào Cai", False),
    ]


def test_diacritics_count_where_there_are_any() -> None:
    assert {unit.name for unit in units.find("Tân Thành", on=OLD)} == {"Tân Thành"}
    assert {unit.name for unit in units.find("tan thanh", on=OLD)} > {"Tân Thành", "Tân Thạnh"}


def test_spelled_alike_comes_before_without_diacritics() -> None:
    found = units.find("Krông Pa", on=OLD)
    assert found[0].full_name == "huyện Krông Pa"


def test_a_word_for_a_kind_or_a_part_of_the_name() -> None:
    assert [unit.code for unit in units.find("Phường Đúc", on=OLD)] == ["19780"]
    assert str(units.find("Quan Sơn", on=OLD)[0]) == "huyện Quan Sơn"


def test_kind_and_within_narrow() -> None:
    province = units.find("Thanh Hóa", UnitKind.PROVINCE, on=OLD)[0]
    assert [unit.kind for unit in units.find("Thanh Hóa", UnitKind.CITY, on=OLD)] == ["city"]
    assert {u.parent for u in units.find("Quảng Xương", within=province, on=OLD)} >= {province}
    assert units.find("Sóc Sơn", within=province, on=OLD) == ()


def test_nothing_is_made_up() -> None:
    assert units.find("huyện Cao Lãnh", on=NEW) == ()
    assert units.find("xã Không Có Đâu") == ()
    assert units.find("") == ()
    assert units.find("Sóc Sơn, tỉnh Không Có") == ()


@given(st.text(max_size=30))
def test_find_takes_any_text(name: str) -> None:
    assert isinstance(units.find(name), tuple)

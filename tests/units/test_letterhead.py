"""Names in letterheads: capitals, several lines, the superior body above."""

from __future__ import annotations

import pytest

from danvan.units import Level, System, read_letterhead, read_letterhead_name


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["ỦY BAN NHÂN DÂN", "TỈNH AN SƠN"], ["Ủy ban nhân dân tỉnh An Sơn"]),
        (["ỦY BAN NHÂN DÂN TỈNH AN SƠN"], ["Ủy ban nhân dân tỉnh An Sơn"]),
        (["**UỶ BAN NHÂN DÂN**", "**XÃ PHÚ THẠNH**"], ["Ủy ban nhân dân xã Phú Thạnh"]),
        (["UBND TP. NAM HẢI"], ["Ủy ban nhân dân thành phố Nam Hải"]),
        (["BỘ CÔNG THƯƠNG VÀ BIỂN ĐẢO"], ["Bộ Công Thương và Biển đảo"]),
        (["BỘ TÀI CHÍNH TỔNG CỤC THUẾ"], ["Bộ Tài chính", "Tổng cục Thuế"]),
        (
            ["BỘ CHQS TỈNH AN SƠN - TỈNH ĐOÀN"],
            ["Bộ Chỉ huy Quân sự tỉnh An Sơn", "Tỉnh đoàn An Sơn"],
        ),
        (
            ["BAN CHQS HUYỆN TÂN LONG -", "HUYỆN ĐOÀN TÂN LONG"],
            ["Ban Chỉ huy Quân sự huyện Tân Long", "Huyện đoàn Tân Long"],
        ),
        (["BCH TỈNH ĐOÀN AN SƠN"], ["Ban Chấp hành Tỉnh đoàn An Sơn"]),
        (
            ["MẶT TRẬN TỔ QUỐC VIỆT NAM", "ỦY BAN MTTQ VIỆT NAM XÃ PHÚ LỢI", "BAN THƯỜNG TRỰC"],
            [
                "Mặt trận Tổ quốc Việt Nam",
                "Ủy ban Mặt trận Tổ quốc Việt Nam xã Phú Lợi",
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Phú Lợi",
            ],
        ),
        (
            ["UBND TỈNH AN SƠN", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"],
            [
                "Ủy ban nhân dân tỉnh An Sơn",
                "Ban Chỉ đạo chuyển đổi số",
            ],
        ),
        (["ỦY BAN NHẢN DÂN", "HUYEN TÂN LONG"], ["Ủy ban nhân dân huyện Tân Long"]),
        (["HUYEN UY TÂN LONG"], ["Huyện ủy Tân Long"]),
        (["CÔNG TY CỔ PHẦN ĐIỆN LỰC AN SƠN"], ["Công ty Cổ Phần Điện Lực An Sơn"]),
        (
            ["ĐOÀN GIÁM SÁT THEO QUYẾT ĐỊNH SỐ 5/QĐ-HĐND"],
            [
                "Đoàn giám sát theo quyết định số 5/QĐ-HĐND",
            ],
        ),
        (
            ["ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU"],
            ["Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"],
        ),
        (
            ["UBND HUYỆN TÂN LONG", "PHÒNG NỘI VỤ"],
            ["Ủy ban nhân dân huyện Tân Long", "Phòng Nội vụ"],
        ),
        (["SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"], ["Sở Lao động - Thương binh và Xã hội"]),
        (
            ["TỈNH ỦY AN SƠN", "BAN DÂN VẬN"],
            ["Tỉnh ủy An Sơn", "Ban Dân vận Tỉnh ủy An Sơn"],
        ),
        (
            ["ĐẢNG BỘ TỈNH AN SƠN", "HUYỆN ỦY TÂN LONG"],
            ["Đảng bộ tỉnh An Sơn", "Huyện ủy Tân Long"],
        ),
        (
            ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "PHƯỜNG MINH HÒA", "BAN THƯỜNG TRỰC"],
            [
                "Ủy ban Mặt trận Tổ quốc Việt Nam phường Minh Hòa",
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường Minh Hòa",
            ],
        ),
        (
            ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "CỤC QUẢN LÝ CHẤT LƯỢNG"],
            ["Bộ Giáo dục và Đào tạo", "Cục Quản lý chất lượng"],
        ),
        (["THỦ TƯỚNG CHÍNH PHỦ"], ["Thủ tướng Chính phủ"]),
        (["Ủy ban nhân dân", "xã Phú Thạnh"], ["Ủy ban nhân dân xã Phú Thạnh"]),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], []),
        (["", "-------"], []),
        ([], []),
    ],
)
def test_names(lines: list[str], names: list[str]) -> None:
    assert [agency.full_name for agency in read_letterhead(lines)] == names


def test_the_last_body_issues_and_belongs_to_the_unit_above() -> None:
    agency = read_letterhead_name(["UBND HUYỆN TÂN LONG", "PHÒNG NỘI VỤ"])
    assert agency is not None
    assert agency.unit is not None
    assert agency.unit.full_name == "huyện Tân Long"
    assert (agency.system, agency.level) == (System.STATE, Level.DISTRICT)
    assert read_letterhead_name(["-----"]) is None


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["SỞ Y TẾ CẨM LÂM", "BỆNH VIỆN MẮT"], ["Sở Y tế Cẩm Lâm", "Bệnh viện Mắt"]),
        (
            ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "BAN CHẤP HÀNH TỈNH AN SƠN"],
            [
                "Hội Liên hiệp Phụ nữ Việt Nam",
                "Ban Chấp hành Hội Liên hiệp Phụ nữ Việt Nam tỉnh An Sơn",
            ],
        ),
        (["ỦY BAN NHÂN DÂN", "HUYỆN SƠN", "TỊNH"], ["Ủy ban nhân dân huyện Sơn Tịnh"]),
        (["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"], ["Sở Nông nghiệp và Môi trường"]),
    ],
)
def test_names_end_with_their_place(lines: list[str], names: list[str]) -> None:
    assert [agency.full_name for agency in read_letterhead(lines)] == names


def test_a_phong_below_a_commune_is_the_communes() -> None:
    above, below = read_letterhead(["ỦY BAN NHÂN DÂN PHƯỜNG LONG KHÊ", "PHÒNG VĂN HÓA - XÃ HỘI"])
    assert (below.unit, below.level) == (above.unit, "commune")

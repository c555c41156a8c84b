"""The fixed lines of heads and closings: what they match, and what they leave alone."""

from __future__ import annotations

import pytest

from danvan.plan.forms import (
    APPENDIX,
    AUTHORITY,
    BODY_NAME,
    CARRIED,
    DRAFT,
    ISSUING_AUTHORITY,
    MOTTO,
    NUMBER_LINE,
    OPENER,
    PLACE_LINE,
    POSITION,
    RECIPIENTS,
    SECRECY,
    URGENCY,
    is_person,
)

_GOOD = [
    (MOTTO, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (MOTTO, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (MOTTO, "Độc lập - Tự do - Hạnh phúc"),
    (MOTTO, "ĐỘC LẬP – TỰ DO – HẠNH PHÚC"),
    (MOTTO, "ĐẢNG CỘNG SẢN VIỆT NAM"),
    (NUMBER_LINE, "Số: 12/KH-UBND"),
    (NUMBER_LINE, "Số 12-KH/HU"),
    (NUMBER_LINE, "Số:      /KH-UBND"),
    (NUMBER_LINE, "SỐ: 5/KH"),
    (NUMBER_LINE, "Số /KH-UBND"),
    (NUMBER_LINE, "Số ...../KH-UBND"),
    (NUMBER_LINE, "Số:"),
    (PLACE_LINE, "An Bình, ngày 05 tháng 02 năm 2024"),
    (PLACE_LINE, "Thành phố An Bình, ngày    tháng 02 năm 2024"),
    (PLACE_LINE, "An Bình , ngày 5/2/2024"),
    (PLACE_LINE, "An Bình, tháng 02 năm 2024"),
    (DRAFT, "DỰ THẢO"),
    (DRAFT, "(Dự thảo lần 2)"),
    (DRAFT, "BẢN DỰ THẢO"),
    (URGENCY, "KHẨN"),
    (URGENCY, "HỎA TỐC"),
    (URGENCY, "HOẢ TỐC"),
    (URGENCY, "Thượng khẩn"),
    (SECRECY, "MẬT"),
    (SECRECY, "TUYỆT MẬT"),
    (SECRECY, "Tối mật"),
    (BODY_NAME, "ỦY BAN NHÂN DÂN"),
    (BODY_NAME, "UỶ BAN NHÂN DÂN"),
    (BODY_NAME, "UBND XÃ AN BÌNH"),
    (BODY_NAME, "HUYỆN ỦY"),
    (BODY_NAME, "SỞ NỘI VỤ"),
    (BODY_NAME, "MẶT TRẬN TỔ QUỐC VIỆT NAM"),
    (RECIPIENTS, "Nơi nhận:"),
    (RECIPIENTS, "NƠI NHẬN"),
    (RECIPIENTS, "N ơi nh ận:"),
    (RECIPIENTS, "* Nơi nhận:"),
    (AUTHORITY, "TM. ỦY BAN NHÂN DÂN"),
    (AUTHORITY, "TM.ỦY BAN NHÂN DÂN"),
    (AUTHORITY, "T/M BAN THƯỜNG VỤ"),
    (AUTHORITY, "KT. CHỦ TỊCH"),
    (AUTHORITY, "K/T TRƯỞNG BAN"),
    (AUTHORITY, "T/L BAN THƯỜNG VỤ"),
    (AUTHORITY, "TL. CHỦ TỊCH"),
    (AUTHORITY, "TUQ. GIÁM ĐỐC"),
    (POSITION, "Q. CHỦ TỊCH"),
    (POSITION, "CHỦ TỊCH"),
    (POSITION, "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    (POSITION, "Q. CHỦ TỊCH"),
    (POSITION, "QUYỀN GIÁM ĐỐC"),
    (POSITION, "CHÁNH VĂN PHÒNG"),
    (POSITION, "PHÓ BÍ THƯ"),
    (APPENDIX, "PHỤ LỤC"),
    (APPENDIX, "Phụ lục I"),
    (APPENDIX, "PHỤ LỤC SỐ 2"),
    (APPENDIX, "Phụ biểu 01"),
    (CARRIED, "(Kèm theo Quyết định số 5/QĐ-UBND)"),
    (CARRIED, "(Ban hành kèm theo Quyết định số 5)"),
    (CARRIED, "(Ban hành theo Quyết định số 5)"),
    (OPENER, "Căn cứ Luật Đất đai"),
    (OPENER, "Thực hiện Kế hoạch số 5"),
    (OPENER, "Để triển khai"),
    (OPENER, "Xét đề nghị của"),
    (ISSUING_AUTHORITY, "CHỦ TỊCH ỦY BAN NHÂN DÂN"),
    (ISSUING_AUTHORITY, "UỶ BAN NHÂN DÂN TỈNH"),
    (ISSUING_AUTHORITY, "THỦ TƯỚNG CHÍNH PHỦ"),
]

_BAD = [
    (NUMBER_LINE, "Số lượng: 5"),
    (NUMBER_LINE, "Số hiệu: 5/KH"),
    (NUMBER_LINE, "Sở: 5"),
    (PLACE_LINE, "An Bình ngày 5"),
    (PLACE_LINE, "12, ngày 5"),
    (PLACE_LINE, "Số: 5, ngày 6/7"),
    (DRAFT, "Thảo luận"),
    (URGENCY, "Khẩn trương thực hiện"),
    (SECRECY, "MẬT ĐỘ"),
    (SECRECY, "Mật danh"),
    (BODY_NAME, "VỀ VIỆC"),
    (BODY_NAME, "BANG"),
    (RECIPIENTS, "Nơi nhậu"),
    (RECIPIENTS, "Người nhận:"),
    (AUTHORITY, "TRƯỞNG BAN"),
    (AUTHORITY, "QUYẾT ĐỊNH"),
    (AUTHORITY, "Q. CHỦ TỊCH"),
    (AUTHORITY, "KTX ĐẠI HỌC"),
    (AUTHORITY, "TLĐ VIỆT NAM"),
    (APPENDIX, "Phụ nữ"),
    (CARRIED, "Kèm theo"),
]


@pytest.mark.parametrize(("form", "text"), _GOOD, ids=[text for _, text in _GOOD])
def test_matches(form, text):
    assert form.match(text)


@pytest.mark.parametrize(("form", "text"), _BAD, ids=[text for _, text in _BAD])
def test_leaves_alone(form, text):
    assert not form.match(text)


def test_the_place_line_has_place_and_day():
    match = PLACE_LINE.match("TP. An Bình, ngày 05 tháng 02 năm 2024")
    assert match is not None
    assert (match["place"], match["day"]) == ("TP. An Bình", "ngày 05 tháng 02 năm 2024")


@pytest.mark.parametrize(
    "name",
    [
        "Lò Thị Hạnh",
        "Nguyễn Văn An",
        "Y Byă",
        "H'Yên Niê",
        "Y Phôn K'Buôr",
        "Đỗ Ái",
        "ThS. Nguyễn Văn An",
        "TS. Nguyễn Văn An",
        "Đại tá Trần Văn Bình",
        "Ông Trần Bình",
        "Lê Thị Thu Hà Phương Anh",
    ],
)
def test_a_person(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "An",
        "Kế hoạch này",
        "TM. ỦY BAN",
        "NGUYỄN VĂN AN",
        "An Bình, ngày 5",
        "Lưu: VT",
        "Lê Văn 5",
        "Một Hai Ba Bốn Năm Sáu Bảy",
    ],
)
def test_no_person(text):
    assert not is_person(text)

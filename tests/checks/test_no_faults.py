"""What looks like a fault and is none: each was told of once, in a document that was right."""

import pytest

import danvan
from tests.checks.faults import text_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH TÂY NINH

Số: 15/KH-UBND
Tây Ninh, ngày 12 tháng 5 năm 2023

KẾ HOẠCH
Trồng cây năm 2023

"""
UNION = """ĐOÀN TNCS HỒ CHÍ MINH
BAN CHẤP HÀNH TỈNH ĐOÀN TÂY NINH

Số: 15-KH/TĐTN-VP
Tây Ninh, ngày 12 tháng 5 năm 2023

KẾ HOẠCH
Trồng cây năm 2023

I. NỘI DUNG
Trồng hai nghìn cây.

Nơi nhận:
- Các huyện đoàn;
- Lưu VP.

TM. BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Lê Văn Hòa
"""
CASES = (
    ("S105", HEAD + "I. MỤC TIÊU\nPhủ xanh bờ kênh.\n\nII. NỘI DUNG\nTrồng hai nghìn cây.\n"),
    ("N105", HEAD.replace("Số: 15/KH-UBND\n", "Số: 15 \n/KH-UBND\n")),
    ("C110", HEAD + "Thực hiện Thông tư số 57/2021/TT- \nBTC ngày 12/7/2021 của Bộ Tài chính.\n"),
    ("N108", UNION),
    ("S110", UNION),
    ("S115", UNION),
    (
        "S126",
        (
            "HUYỆN ỦY TÂN BIÊN          ĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHỈ ĐẠO TRỒNG CÂY      Tân Biên, "
            "ngày 12 tháng 5 năm 2023\n*\nSố 07-KH/BCĐ\n\nKẾ HOẠCH\nTrồng cây năm 2023\n"
        ),
    ),
    (
        "S127",
        (
            "BỘ CHQS TỈNH TÂY NINH - TỈNH ĐOÀN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "BAN CHQS HUYỆN TÂN BIÊN -                  Độc lập - Tự do - Hạnh phúc\nHUYỆN ĐOÀN TÂN BIÊN\n"
            "Số: 02/KHLT-BCHQS-ĐTN                     Tân Biên, ngày 05 tháng 7 năm 2012\n\n"
            "KẾ HOẠCH LIÊN TỊCH\nTrồng cây năm 2023\n"
        ),
    ),
    (
        "D109",
        HEAD.replace("cây năm 2023", "cây giai đoạn 2020 - 2022")
        + "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Tổng kết trước ngày 30/6/2023.\n",
    ),
    (
        "C108",
        HEAD + "Thực hiện Thông tư liên tịch số 5/2022/TTLT-BTC-BNV ngày 03/6/2022 của liên Bộ "
        "Tài chính - Bộ Nội vụ.\n",
    ),
    (
        "C108",
        HEAD + "Thực hiện Quy chế số 5/QC-UBND ngày 03/6/2022 của Ủy ban nhân dân tỉnh, được sửa "
        "đổi, bổ sung bởi Quyết định số 9/QĐ-UBND ngày 01/02/2023.\n",
    ),
    (
        "C202",
        HEAD + "Thực hiện Kết luận số 114-KL/TW ngày 14/7/2015, Quyết định số 290-QĐ/TW ngày "
        "25/02/2010 của Bộ Chính trị.\n",
    ),
    ("C107", HEAD.replace("Trồng cây", "Thực hiện Quyết định số 8/QĐ-UBND về trồng cây")),
    ("A105", HEAD + "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Dự thảo báo cáo trước ngày 30/6/2023.\n"),
    (
        "A103",
        HEAD + "I. TỔ CHỨC THỰC HIỆN\n1. Công chức Văn phòng - Thống kê: Theo dõi việc trồng cây."
        "\n\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n",
    ),
)


@pytest.mark.parametrize(("code", "text"), CASES)
def test_it_is_not_told(code: str, text: str) -> None:
    assert [f.message for f in danvan.check(danvan.parse(text), select=[code])] == []


def test_who_cites_the_plan_above_need_not_cite_the_one_above_that() -> None:
    school, district, province = (danvan.parse(text_of(n)) for n in ("truong", "huyen", "tinh"))
    assert danvan.check(school, [district, province], select=["H101"]) == ()
    (finding,) = danvan.check(school, [province], select=["H101"])
    assert finding.code == "H101"


def test_a_symbol_names_the_kind_of_body_and_not_its_level() -> None:
    text = text_of("tinh").replace("412/KH-UBND", "412/KH-HĐND")
    team = text.replace("TỈNH TÂY NINH\n", "TỈNH TÂY NINH\nĐOÀN GIÁM SÁT\n", 1)
    council = team.replace("ỦY BAN NHÂN DÂN\nTỈNH", "HỘI ĐỒNG NHÂN DÂN\nTỈNH", 1)
    assert danvan.check(danvan.parse(council), select=["N104"]) == ()

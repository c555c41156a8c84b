"""A planted fault for every rule: what is changed in which clean document, and where it is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import danvan

if TYPE_CHECKING:
    from danvan.findings import Finding

CLEAN = Path(__file__).parent / "clean"
#: Each clean document, with the plans above it.
ABOVE = {"tinh": (), "xa": (), "huyen": ("tinh",), "truong": ("huyen",)}


@attrs.frozen
class Planted:
    """A change that breaks one rule.

    ``old`` becomes ``new`` in the document, or in the plan above it where ``above`` is true.
    ``place`` is where the finding must lie: its text begins with it.
    """

    code: str
    document: str
    old: str
    new: str
    place: str
    above: bool = False
    also: tuple[str, ...] = ()


def text_of(document: str) -> str:
    return (CLEAN / f"{document}.txt").read_text(encoding="utf-8")


def findings_of(document: str, fault: Planted | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The text and what is found in it, with a fault planted or without."""
    texts = {name: text_of(name) for name in (document, *ABOVE[document])}
    if fault is not None:
        where = ABOVE[document][0] if fault.above else document
        assert texts[where].count(fault.old) >= 1, fault
        texts[where] = texts[where].replace(fault.old, fault.new, 1)
    superiors = [danvan.parse(texts[name]) for name in ABOVE[document]]
    plan = danvan.parse(texts[document])
    return texts[document], danvan.check(plan, superiors)


_HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\n"
_BASIS = "Thực hiện Quyết định số 1998/QĐ-TTg ngày 20/12/2023 của Thủ tướng Chính phủ"
_CLOSE = "3. Ủy ban nhân dân các huyện"

PLANTED = (
    Planted("N101", "tinh", "Số: 412/KH-UBND\n\n", "", "ỦY BAN NHÂN DÂN"),
    Planted("N102", "tinh", "Số: 412/KH-UBND", "Số:      /KH-UBND", "/KH-UBND"),
    Planted("N103", "tinh", "412/KH-UBND", "412/QĐ-UBND", "412/QĐ-UBND"),
    Planted("N104", "tinh", "412/KH-UBND", "412/KH-HĐND", "412/KH-HĐND"),
    Planted("N105", "tinh", "412/KH-UBND", "412 /KH-UBND", "412 /KH-UBND"),
    Planted("N106", "tinh", "412/KH-UBND", "4/KH-UBND", "4/KH-UBND"),
    Planted("N107", "tinh", "412/KH-UBND", "412/2024/KH-UBND", "412/2024/KH-UBND"),
    Planted("N108", "tinh", "412/KH-UBND", "412-KH/UBND", "412-KH/UBND"),
    Planted("N109", "tinh", "412/KH-UBND", "412/KH–UBND", "412/KH–UBND"),
    Planted("N110", "tinh", "Số: 412", "Số 412", "Số"),
    Planted("D101", "tinh", "Tây Ninh, ngày 15 tháng 01 năm 2024\n\n", "", "ỦY BAN NHÂN DÂN"),
    Planted("D102", "tinh", "ngày 15 tháng", "ngày      tháng", "Tây Ninh, ngày"),
    Planted("D103", "tinh", "ngày 31/3/2024", "ngày 32/3/2024", "trước ngày 32/3/2024"),
    Planted(
        "D104", "tinh", "tại các khu dân cư ven kênh", "vào thứ Hai ngày 13/02/2024", "thứ Hai"
    ),
    Planted("D105", "tinh", "tháng 01 năm 2024", "tháng 1 năm 2024", "1"),
    Planted("D106", "tinh", "ngày 31/3/2024", "ngày 31/03/2024", "31/03/2024"),
    Planted("D107", "tinh", "Tây Ninh, ngày", "Long An, ngày", "Long An, ngày"),
    Planted("D108", "tinh", "ngày 31/3/2024", "ngày 10/01/2024", "trước ngày 10/01/2024"),
    Planted("D109", "tinh", "ngày 31/3/2024", "ngày 30/6/2025", "trước ngày 30/6/2025"),
    Planted("D110", "tinh", "ngày 31/3/2024", "ngày 31/3/2023", "trước ngày 31/3/2023"),
    Planted(
        "D111",
        "tinh",
        "báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2024",
        "báo cáo Ủy ban nhân dân tỉnh kết quả 6 tháng trước ngày 25/12/2024, "
        "kết quả năm trước ngày 20/12/2024",
        "trước ngày 25/12/2024",
    ),
    Planted(
        "D112",
        "tinh",
        "Bố trí kinh phí mua cây giống, hoàn thành trước ngày 31/3/2024.",
        "- Bố trí kinh phí mua cây giống, hoàn thành trước ngày 15/3/2024.\n\n"
        "- Bố trí kinh phí mua cây giống, hoàn thành trước ngày 31/3/2024.",
        "trước ngày 31/3/2024",
    ),
    Planted(
        "D113",
        "tinh",
        "của Thủ tướng Chính phủ về",
        "của Thủ tướng Chính phủ và Chỉ thị số 45/CT-TTg ngày 21 tháng 12 năm 2023 của "
        "Thủ tướng Chính phủ về",
        "ngày 21 tháng 12 năm 2023",
    ),
    Planted("S101", "tinh", "2. Phát động", "3. Phát động", "3"),
    Planted("S102", "tinh", "2. Phát động", "1. Phát động", "1"),
    Planted("S103", "truong", "1. Mỗi lớp nhận trồng năm cây quanh sân trường.\n\n", "", "2"),
    Planted(
        "S104",
        "truong",
        "1. Mỗi lớp nhận trồng năm cây quanh sân trường.\n\n"
        "2. Thành lập tổ chăm sóc cây gồm học sinh khối 8 và khối 9.\n\n",
        "",
        "NỘI DUNG",
    ),
    Planted(
        "S105",
        "truong",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "I",
    ),
    Planted(
        "S106",
        "truong",
        "II. NỘI DUNG\n\n1. Mỗi lớp nhận trồng năm cây quanh sân trường.\n\n"
        "2. Thành lập tổ chăm sóc cây gồm học sinh khối 8 và khối 9.\n\nIII.",
        "II.",
        "II",
        also=("H106",),
    ),
    Planted("S107", "truong", "III. TỔ CHỨC THỰC HIỆN", "III. THỜI GIAN, ĐỊA ĐIỂM", "III"),
    Planted(
        "S108",
        "truong",
        "Nơi nhận:\n- Phòng Giáo dục và Đào tạo;\n- Giáo viên chủ nhiệm các lớp;\n- Lưu: VT.\n\n",
        "",
        "",
    ),
    Planted("S109", "truong", "HIỆU TRƯỞNG\n\nPhan Văn Lực\n", "", ""),
    Planted("S110", "tinh", "./.", ".", "."),
    Planted(
        "S111", "tinh", "tại các khu dân cư ven kênh", "theo Phụ lục kèm theo", "Phụ lục kèm theo"
    ),
    Planted("S112", "huyen", " (danh sách tại Phụ lục kèm theo)", "", "PHỤ LỤC"),
    Planted("S113", "tinh", "từng xã biên giới", "từng xã biên giới(1)", "(1)"),
    Planted(
        "S114",
        "tinh",
        "công khai.\n",
        "công khai.\n\n<sup>1</sup> Theo dự toán đầu năm.\n",
        "Theo dự toán",
    ),
    Planted("S115", "tinh", "- Lưu: VT.", "- Lưu VT.", "Lưu"),
    Planted("S116", "tinh", "của", "của của", "của của"),
    Planted("S117", "huyen", "cây”.", "cây.", "“"),
    Planted("S118", "tinh", "quỹ đất còn trống", "quỹ đất của CLBTX", "CLBTX"),
    Planted("S119", "tinh", "tiết kiệm, công", "tiết kiệm , công", " ,"),
    Planted("S120", "tinh", "tỉnh năm 2024\n", "tỉnh năm 2024.\n", "."),
    Planted("S121", "tinh", "2. Sở Tài chính\n", "2. Sở Tài chính:\n", "Sở Tài chính:"),
    Planted("S122", "tinh", "đúng loài cây, bảo", "đúng loài cây; Đẩy mạnh việc bảo", "Đẩy"),
    Planted("S123", "huyen", "TM. ỦY BAN NHÂN DÂN\n", "", "CHỦ TỊCH"),
    Planted("S124", "tinh", "KT. CHỦ TỊCH\n", "", "TM."),
    Planted("S125", "huyen", "TM. ỦY", "T/M ỦY", "T/M"),
    Planted("S126", "tinh", _HEAD, "", "ỦY BAN NHÂN DÂN"),
    Planted("S127", "huyen", "ỦY BAN NHÂN DÂN\nHUYỆN TÂN BIÊN\n-------\n\n", "", "CỘNG HÒA"),
    Planted("S128", "huyen", "ven kênh, mỗi hộ", 'ven kênh theo mô hình "Kênh xanh", mỗi hộ', '"'),
    Planted("S129", "tinh", "quỹ đất còn trống", "quỹ đất giai đoạn 2024 -2030", "2024 -2030"),
    Planted(
        "C113",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Luật Lâm nghiệp năm 2017 và Luật Đất đai, rà soát quỹ đất",
        "Luật Đất đai",
    ),
    Planted(
        "S130",
        "truong",
        "2. Thành lập tổ chăm sóc cây gồm",
        "2.1. Thành lập tổ chăm sóc cây gồm",
        "2.1",
    ),
    Planted("S131", "tinh", "cây phân tán, Ủy ban", "cây phân tán, Uỷ ban", "Uỷ"),
    Planted("C101", "tinh", "Quyết định số 1998", "Chỉ thị số 1998", "1998/QĐ-TTg"),
    Planted("C102", "tinh", "của Thủ tướng Chính phủ", "của Chính phủ", "1998/QĐ-TTg"),
    Planted(
        "C103",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Quyết định số 1998/QĐ-TTg ngày 21/12/2023 của Thủ tướng Chính phủ, rà soát quỹ đất",
        "1998/QĐ-TTg",
    ),
    Planted(
        "C104",
        "tinh",
        "- Rà soát quỹ đất còn trống",
        "- Theo Quyết định số 1998/QĐ-TTg ngày 20/12/2023 của Thủ tướng Chính phủ về quản lý bãi "
        "bồi ven sông, rà soát quỹ đất còn trống",
        "1998/QĐ-TTg",
    ),
    Planted(
        "C105",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Quyết định số 1998/QĐ-TTg ngày 20/12/2023 của Bộ Nội vụ, rà soát quỹ đất",
        "1998/QĐ-TTg",
        also=("C102",),
    ),
    Planted(
        "C106",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Chỉ thị số 1998/QĐ-TTg ngày 20/12/2023 của Thủ tướng Chính phủ, rà soát quỹ đất",
        "1998/QĐ-TTg",
        also=("C101",),
    ),
    Planted("C107", "tinh", " ngày 20/12/2023", "", "1998/QĐ-TTg"),
    Planted(
        "C108",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Quyết định số 815/QĐ-UBND ngày 02/10/2023, rà soát quỹ đất",
        "815/QĐ-UBND",
    ),
    Planted("C109", "tinh", "ngày 20/12/2023", "ngày 20/02/2024", "1998/QĐ-TTg"),
    Planted("C110", "tinh", "1998/QĐ-TTg", "1998/QĐ- TTg", "1998/QĐ- TTg"),
    Planted("C111", "tinh", "Quyết định số 1998", "Quyết định 1998", "1998/QĐ-TTg"),
    Planted(
        "C112",
        "tinh",
        _BASIS,
        "Căn cứ Báo cáo số 45/BC-UBND ngày 15/12/2023 của Ủy ban nhân dân tỉnh;\n" + _BASIS,
        "45/BC-UBND",
    ),
    Planted(
        "C201",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Chỉ thị số 33/CT-TTg ngày 27/11/2021 của Thủ tướng Chính phủ, rà soát quỹ đất",
        "33/CT-TTg",
    ),
    Planted(
        "C202",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Chính phủ, rà soát quỹ đất",
        "33/CT-TTg",
        also=("C102",),
    ),
    Planted(
        "C203",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về quản lý bãi bồi "
        "ven sông, rà soát quỹ đất",
        "33/CT-TTg",
    ),
    Planted(
        "C204",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Công điện số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, rà soát quỹ đất",
        "33/CT-TTg",
        also=("C101",),
    ),
    Planted(
        "C205",
        "tinh",
        "- Rà soát quỹ đất",
        "- Theo Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ, rà soát quỹ đất",
        "110/2004/NĐ-CP",
    ),
    Planted(
        "U101",
        "huyen",
        "3. Ủy ban nhân dân các xã, thị trấn\n",
        "3. Ủy ban nhân dân xã Khe Mây Trắng\n",
        "",
    ),
    Planted(
        "U102",
        "huyen",
        "3. Ủy ban nhân dân các xã, thị trấn\n",
        "3. Ủy ban nhân dân huyện Gò Dầu\n",
        "Vận động",
        also=("A103", "A104", "H106"),
    ),
    Planted("U103", "huyen", "1. Phòng Nội vụ\n", "1. Sở Nội vụ\n", "Là đầu mối", also=("A103",)),
    Planted(
        "U104",
        "tinh",
        "- Sở Tài chính;\n",
        "- Sở Tài chính;\n- Ủy ban nhân dân đặc khu Phú Quốc;\n",
        "Ủy ban nhân dân đặc khu",
        also=("A104",),
    ),
    Planted(
        "U105",
        "xa",
        "1. Phòng Kinh tế\n",
        "1. Ủy ban nhân dân huyện\n",
        "Chuẩn bị",
        also=("A103", "A104", "U103"),
    ),
    Planted(
        "U106",
        "xa",
        "- Phòng Kinh tế;\n",
        "- Phòng Kinh tế;\n- Sở Tài nguyên và Môi trường;\n",
        "Sở Tài nguyên",
    ),
    Planted(
        "A101",
        "tinh",
        "- Tổ chức lễ phát động tại các khu dân cư ven kênh.",
        "- Tổ chức lễ phát động trước ngày 28/02/2024.",
        "trước ngày 28/02/2024",
    ),
    Planted("A102", "truong", " trong tháng 3 năm 2024", "", "Phân công"),
    Planted("A103", "tinh", "- Sở Tài chính;\n", "", "Bố trí kinh phí"),
    Planted("A104", "tinh", "- Sở Tài chính;\n", "- Sở Tài chính;\n- Sở Y tế;\n", "Sở Y tế"),
    Planted(
        "A105",
        "tinh",
        "cây về Sở Nội vụ trước",
        "cây trước",
        "trước ngày 10/12/2024",
    ),
    Planted(
        "A106",
        "tinh",
        "- Rà soát quỹ đất còn trống dọc kênh, mương.",
        "- Sở Nội vụ và Sở Tài chính chủ trì rà soát quỹ đất còn trống dọc kênh, mương.",
        "Sở Nội vụ và",
    ),
    Planted(
        "A107",
        "tinh",
        "Bố trí kinh phí",
        "Chủ trì, phối hợp với Sở Tài chính bố trí kinh phí",
        "Chủ trì",
    ),
    Planted("A108", "tinh", "ngày 10/12/2024", "ngày 20/12/2024", "trước ngày 20/12/2024"),
    Planted(
        "A109",
        "tinh",
        "cây về Sở Nội vụ trước ngày 10/12/2024",
        "cây về Sở Nội vụ định kỳ 6 tháng, 01 năm",
        "định kỳ",
    ),
    Planted("A110", "tinh", " trước ngày 10/12/2024", "", "Báo cáo kết quả"),
    Planted("H101", "huyen", "số 412/KH-UBND ngày 15/01/2024", "số 99/KH-UBND ngày 03/01/2024", ""),
    Planted("H102", "huyen", "ngày 15/01/2024", "ngày 16/01/2024", "412/KH-UBND"),
    Planted("H103", "huyen", "ngày 05 tháng 02 năm 2024\n", "ngày 10 tháng 01 năm 2024\n", ""),
    Planted("H104", "huyen", "huyện năm 2024\n\nThực", "huyện giai đoạn 2024 - 2026\n\nThực", ""),
    Planted("H105", "huyen", "ngày 01/12/2024", "ngày 15/12/2024", "trước ngày 15/12/2024"),
    Planted(
        "H106",
        "huyen",
        "- Lập vườn ươm giống dầu rái, sao đen tại ba xã biên giới,",
        "- Mua cây,",
        "",
    ),
    Planted("H107", "huyen", "ít nhất 92%", "ít nhất 80%", "ít nhất 80%"),
    Planted("H108", "huyen", "- Ủy ban nhân dân tỉnh;\n", "", "Là đầu mối"),
    Planted(
        "H109",
        "huyen",
        _BASIS,
        "Thực hiện Kế hoạch số 37/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân huyện Tân Biên và "
        + _BASIS.removeprefix("Thực hiện "),
        "412/KH-UBND",
        above=True,
    ),
)

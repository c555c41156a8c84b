"""Texts that look like plans, put together of lines that real ones consist of, with their noise."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

_LINES = (
    "ỦY BAN NHÂN DÂN",
    "XÃ AN BÌNH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/KH-UBND",
    "Số:    /KH-UBND      An Bình, ngày    tháng 02 năm 2024",
    "An Bình, ngày 05 tháng 02 năm 2024",
    "HỎA TỐC",
    "DỰ THẢO",
    "KẾ HOẠCH",
    "**KẾ HOẠCH**",
    "QUYẾT ĐỊNH",
    "Về công tác dân vận năm 2024",
    "(Kèm theo Quyết định số 5/QĐ-UBND ngày 1/2/2024)",
    "Kính gửi: Sở Nội vụ",
    "V/v báo cáo",
    "Căn cứ Luật Đất đai năm 2024;",
    "I. MỤC ĐÍCH",
    "**II. NỘI DUNG**",
    "### 1. Phổ biến",
    "1. Nâng cao nhận thức.",
    "2.1. Giải pháp",
    "a) Tổ chức hội nghị;",
    "(1) Mở lớp",
    "i) Hai lớp",
    "90. số liệu",
    "A. PHẦN CHUNG",
    "Điều 1. Ban hành",
    "Chương I",
    "PHẦN THỨ NHẤT",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh",
    "- Sở Nội vụ báo cáo UBND tỉnh trước ngày 20/6/2024;",
    "- Thời gian thực hiện: Quý II năm 2024.",
    "+ Phối hợp với",
    "• một",
    "o hai",
    "* ba",
    "ngày",
    "26/11/2021 của",
    "theo quy định của",
    "Theo quy định<sup>1</sup> của **ngành**",
    "<sup>1</sup> Quyết định số 5/QĐ-UBND ngày 1/2/2024 của UBND tỉnh;",
    "- Công văn số 7/UBND-VX;",
    "**đậm",
    "nghiêng* và __gạch__",
    "\\- thoát",
    "![ảnh](a.png)",
    "trong năm² và 5 m²",
    "|STT|Việc|",
    "|---|---|",
    "|1|Làm **x**|",
    "2",
    "- 3 -",
    "Trang 4/5",
    "---",
    "[...]",
    "Nơi nhận:",
    "- Như trên;",
    "- **UBND** huyện (b/c);",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Văn An",
    "Phụ lục I",
    "Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện./.",
    "",
)
_ENDS = (
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\n\n\n",
    " ",
    "  \n",
    "\u2028",
    "\x0c",
    "\t",
)
_NOISE = ("\u200b", "\xa0", "\ufeff", "\u0301", "\ud800", "\t", "*", "_", "|", "\x00", "¹", "<sup>")


@st.composite
def plan_like(draw: st.DrawFn, noisy: bool = True) -> str:
    """A text of lines such as plans have, in any order; with noise inside the lines if asked."""
    pieces = []
    for _ in range(draw(st.integers(0, 16))):
        line = draw(st.sampled_from(_LINES))
        if draw(st.integers(0, 3)) == 0:
            line = unicodedata.normalize("NFD", line)
        if noisy and draw(st.integers(0, 4)) == 0:
            at = draw(st.integers(0, len(line)))
            line = line[:at] + draw(st.sampled_from(_NOISE)) + line[at:]
        pieces += [line, draw(st.sampled_from(_ENDS))]
    return "".join(pieces)


#: Any text at all, with what is hard about Unicode more often than chance has it.
any_text = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from(
        "\ud800\udfff\ufdd0\x00\u0301\u0344*_|<>#-–1I.()[]\\ \n\r\t¹²Ð\u200b\U0001f600"
    ),
    max_size=60,
)

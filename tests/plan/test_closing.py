"""The closing: recipients, archive and signatures in every usual layout."""

from __future__ import annotations

import pytest
from hypothesis import given

from danvan.plan import parse
from danvan.plan.closing import read_closing
from danvan.plan.lines import split_lines
from danvan.text import clean
from tests.plan.drawn import any_text, plan_like


def closing_of(text):
    plain = clean(text).text
    return read_closing(split_lines(plain), plain)


def signs(closing):
    return [(s.sign, s.authority, s.position, s.name) for s in closing.signatures]


RECIPIENTS = [
    "Nơi nhận:\n- Như trên;\n- Sở Nội vụ (b/c);\n- Lưu: VT, NC.",
    "**Nơi nhận:**\n- Như trên;\n- Sở Nội vụ (b/c);\n- Lưu: VT, NC.",
    "Nơi nhận:\n\n- Như trên;\n\n- Sở Nội vụ (b/c);\n\n- Lưu: VT, NC.",
    "Nơi nhận: - Như trên; - Sở Nội vụ (b/c); - Lưu: VT, NC.",
    "Nơi nhận:\nNhư trên;\nSở Nội vụ (b/c);\nLưu: VT, NC.",
    "Nơi nhận:\n+ Như trên,\n+ Sở Nội vụ (b/c),\n+ Lưu VT, NC",
    "| Nơi nhận:<br>- Như trên;<br>- Sở Nội vụ (b/c);<br>- Lưu: VT, NC. | |",
    "| Nơi nhận: | |\n| - Như trên; | |\n| - Sở Nội vụ (b/c); | |\n| - Lưu: VT, NC. | |",
    "NƠI NHẬN\n– Như trên;\n– Sở Nội vụ (b/c);\n– Lưu : VT, NC.",
]


@pytest.mark.parametrize("text", RECIPIENTS)
def test_recipients(text):
    closing = closing_of(text)
    assert [item.text for item in closing.items] == ["Như trên", "Sở Nội vụ (b/c)"]
    assert [item.purpose for item in closing.items] == [None, "báo cáo"]
    assert closing.archive == "VT, NC"


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("- Tỉnh ủy (b/c);", "báo cáo"),
        ("- Tỉnh ủy (để b/c);", "báo cáo"),
        ("- Tỉnh ủy (để báo cáo);", "báo cáo"),
        ("- Các sở (p/h);", "phối hợp"),
        ("- Các xã (t/h);", "thực hiện"),
        ("- Các xã (để thực hiện);", "thực hiện"),
        ("- Chủ tịch (c/đ);", "chỉ đạo"),
        ("- Cổng thông tin (đ/t);", "đăng tải"),
        ("- Tỉnh ủy;", None),
    ],
)
def test_purposes(line, purpose):
    (item,) = closing_of(f"Nơi nhận:\n{line}\n- Lưu: VT.").items
    assert item.purpose == purpose


def test_recipients_are_not_split_at_commas():
    closing = closing_of("Nơi nhận:\n- TT HU, HĐND, UBND huyện;\n- Lưu: VT.")
    assert [i.text for i in closing.items] == ["TT HU, HĐND, UBND huyện"]


def test_items_stand_where_they_say():
    text = "Nơi nhận:\n- Như trên;\n- **Sở Nội vụ**  tỉnh (b/c);\n- Lưu: VT."
    items = closing_of(text).items
    assert [text[i.start : i.end] for i in items] == ["Như trên", "Sở Nội vụ**  tỉnh (b/c)"]
    assert items[1].text == "Sở Nội vụ tỉnh (b/c)"


def test_the_party_keeps_its_archive_without_a_colon():
    assert closing_of("Nơi nhận:\n- Tỉnh ủy,\n- Lưu Văn phòng Huyện ủy.").archive == (
        "Văn phòng Huyện ủy"
    )


@pytest.mark.parametrize(
    ("text", "signatures"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám",
            [("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tám")],
        ),
        (
            "**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n\n**Lê Văn Tám**",
            [("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tám")],
        ),
        (
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(Đã ký)\nLê Văn Tám",
            [("TM", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Tám")],
        ),
        (
            "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ba",
            [("KT", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Ba")],
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Ba",
            [("KT", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Ba")],
        ),
        (
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Ba",
            [("TL", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Thị Ba")],
        ),
        (
            "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG\n\nLê Thị Ba",
            [("TUQ", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Lê Thị Ba")],
        ),
        ("Q. CHỦ TỊCH\n\nLê Thị Ba", [("Q", None, "Q. CHỦ TỊCH", "Lê Thị Ba")]),
        (
            "TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\n\nLê Thị Ba",
            [("TM", "TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "Lê Thị Ba")],
        ),
        ("GIÁM ĐỐC\n\nLê Thị Ba", [(None, None, "GIÁM ĐỐC", "Lê Thị Ba")]),
        ("CHỦ TỊCH Lê Văn Tám", [(None, None, "CHỦ TỊCH", "Lê Văn Tám")]),
        (
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH\n\nLê Văn Tám",
            [("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tám")],
        ),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", [("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", None)]),
        (
            "| | TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Lê Văn Tám |",
            [("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tám")],
        ),
        ("", []),
    ],
)
def test_signatures(text, signatures):
    assert signs(closing_of(text)) == signatures


TWO = [
    ("TM", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tám"),
    ("TM", "TM. BAN DÂN VẬN", "TRƯỞNG BAN", "Trần Thị Chín"),
]


def test_two_signatures_one_below_the_other():
    text = (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám\n\n"
        "TM. BAN DÂN VẬN\nTRƯỞNG BAN\n\nTrần Thị Chín"
    )
    assert signs(closing_of(text)) == TWO


def test_recipients_beside_a_signature():
    text = "|Nơi nhận:<br>- Như trên;<br>- Lưu: VT.|TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br>Lê Văn Tám|"
    closing = closing_of(text)
    assert [i.text for i in closing.items] == ["Như trên"]
    assert closing.archive == "VT"
    assert signs(closing) == TWO[:1]


@given(plan_like() | any_text)
def test_any_lines_can_be_a_closing(text):
    plain = clean("Nơi nhận:\n" + text).text
    closing = read_closing(split_lines(plain), plain)
    for item in closing.items:
        assert item.text
        assert 0 <= item.start < item.end <= len(plain)
        assert plain[item.start] == item.text[0]
    for block in closing.signatures:
        assert block.ranges
        assert all(0 <= a < b <= len(plain) for a, b in block.ranges)


HEAD = "KẾ HOẠCH\nVề A\n\nI. MỤC ĐÍCH\n\n- x\n\n"


def test_an_empty_item_is_no_recipient():
    assert parse(HEAD + "Nơi nhận:\n- ;\n- Lưu: VT.").recipients == ()


def test_a_recipient_in_bold_has_its_whole_span():
    text = HEAD + "Nơi nhận:\n- **Sở Nội vụ** tỉnh;\n- Lưu: VT."
    (recipient,) = parse(text).recipients
    assert recipient.span.of(text) == "Sở Nội vụ** tỉnh"


def test_many_signs_on_one_line():
    assert parse(HEAD + "Nơi nhận:\n" + "KT. A " * 1000).sections


@pytest.mark.parametrize(
    "text",
    [
        "TM. ỦY BAN NHÂN DÂN      TM. BAN DÂN VẬN\nCHỦ TỊCH      TRƯỞNG BAN\n\nLê Văn Tám      Trần Thị Chín",
        "|TM. ỦY BAN NHÂN DÂN|TM. BAN DÂN VẬN|\n|CHỦ TỊCH|TRƯỞNG BAN|\n|Lê Văn Tám|Trần Thị Chín|",
        "TM. ỦY BAN NHÂN DÂN\nTM. BAN DÂN VẬN\nCHỦ TỊCH\nTRƯỞNG BAN\nLê Văn Tám\nTrần Thị Chín",
    ],
    ids=["columns", "table", "interleaved"],
)
def test_two_signatures_side_by_side(text):
    assert signs(closing_of(text)) == TWO


def test_the_end_mark_is_no_archive():
    assert closing_of("Nơi nhận:\n- Lưu: VT, NC./.").archive == "VT, NC"


def test_a_long_recipient_is_one_over_two_lines():
    closing = closing_of("Nơi nhận:\n- Ủy ban Mặt trận Tổ quốc\nvà các đoàn thể;\n- Lưu: VT.")
    assert [i.text for i in closing.items] == ["Ủy ban Mặt trận Tổ quốc và các đoàn thể"]


def test_a_name_in_capitals_is_a_name():
    (signature,) = closing_of("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNGUYỄN VĂN AN").signatures
    assert (signature.position, signature.name) == ("CHỦ TỊCH", "NGUYỄN VĂN AN")


def test_a_recipient_is_not_put_together_across_something():
    text = "KẾ HOẠCH\nVề A\n\n- x\n\nNơi nhận:\nSố:    /KH-UBND      An Bình, ngày\n"
    for recipient in parse(text).recipients:
        assert " ".join(recipient.span.of(text).split()) == recipient.text


def test_the_span_of_a_long_recipient_has_no_end_mark():
    text = "KẾ HOẠCH\nVề A\n\n- x\n\nNơi nhận:\n- Ủy ban Mặt trận\nvà các đoàn thể;\n- Lưu: VT."
    (recipient,) = parse(text).recipients
    assert recipient.span.of(text) == "Ủy ban Mặt trận\nvà các đoàn thể"


NAMED = "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\n"


@pytest.mark.parametrize(
    ("closing", "signed"),
    [
        ("GIÁM ĐỐC\n\nBSCKII. Lê Thị Bưởi", (None, "GIÁM ĐỐC", "BSCKII. Lê Thị Bưởi")),
        ("HIỆU TRƯỞNG\n\nPGS. TS. Lê Thị Bưởi", (None, "HIỆU TRƯỞNG", "PGS. TS. Lê Thị Bưởi")),
        ("CHỦ TỊCH\n\nLê văn Quýt", (None, "CHỦ TỊCH", "Lê văn Quýt")),
        ("CHỦ TỊCH\n\n(đã ký) Lê Văn Quýt", (None, "CHỦ TỊCH", "Lê Văn Quýt")),
        ("CHỦ TỊCH\n\n(Đã ký)\n\nLê Văn Quýt", (None, "CHỦ TỊCH", "Lê Văn Quýt")),
        ("TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Văn Quýt", ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Văn Quýt")),
        (
            "CHỦ TỊCH\n\nNgười ký: UBND xã Bến Giang\nThời gian ký: 05.03.2031 10:15:22\n\nLê Văn Quýt",
            (None, "CHỦ TỊCH", "Lê Văn Quýt"),
        ),
    ],
)  # fmt: skip
def test_names_in_many_forms(closing, signed):
    plan = parse("KẾ HOẠCH\nMở thư viện\n\nI. MỤC ĐÍCH\n\n- Đọc.\n\n" + NAMED + closing)
    assert [(s.authority, s.position, s.name) for s in plan.signatures] == [signed]


def test_two_who_sign_for_their_bodies():
    plan = parse(
        "KẾ HOẠCH\nMở thư viện\n\nI. MỤC ĐÍCH\n\n- Đọc.\n\n"
        "ĐẠI DIỆN HỘI NÔNG DÂN                 ĐẠI DIỆN PHÒNG VĂN HÓA\n"
        "CHỦ TỊCH                              TRƯỞNG PHÒNG\n\n\n"
        "Lê Thị Bưởi                           Trần Văn Quýt\n\n" + NAMED
    )
    assert [(s.authority, s.position, s.name) for s in plan.signatures] == [
        ("ĐẠI DIỆN HỘI NÔNG DÂN", "CHỦ TỊCH", "Lê Thị Bưởi"),
        ("ĐẠI DIỆN PHÒNG VĂN HÓA", "TRƯỞNG PHÒNG", "Trần Văn Quýt"),
    ]

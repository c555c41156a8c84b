"""Targets: which numbers are aims, how they compare, what they count."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan import Plan, Target, parse
from danvan.plan import Change, Comparator
from danvan.plan.quantities import scan_quantities
from danvan.span import Span
from tests.corpus.places import DATA

HEAD = "KẾ HOẠCH\nPhát triển thư viện thôn năm 2031\n\n"


def plan_of(*paragraphs: str, heading: str = "II. NỘI DUNG") -> Plan:
    return parse(HEAD + "I. MỤC ĐÍCH\n\n- Đọc nhiều hơn.\n\n" + "\n\n".join([heading, *paragraphs]))


def aims(plan: Plan) -> list[tuple[str, str, float, str]]:
    text = plan.source.text
    return [(t.span.of(text), t.comparator.value, t.value, t.unit) for t in plan.targets]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Phấn đấu 100% thôn có tủ sách.", ("100%", "=", 100, "%")),
        ("Xây dựng ít nhất 02 mô hình đọc sách.", ("ít nhất 02 mô hình", ">=", 2, "mô hình")),
        ("Tối thiểu ba lớp được mở trong hè.", ("Tối thiểu ba lớp", ">=", 3, "lớp")),
        ("Trên 95% học sinh có thẻ bạn đọc.", ("Trên 95%", ">", 95, "%")),
        ("Tỷ lệ trả sách đúng hạn từ 80% trở lên.", ("từ 80% trở lên", ">=", 80, "%")),
        ("Tỷ lệ sách hỏng không quá 1,5%.", ("không quá 1,5%", "<=", 1.5, "%")),
        ("Tỷ lệ mất sách dưới 2%.", ("dưới 2%", "<", 2, "%")),
        ("Quyên góp khoảng 3.000 phần quà.", ("khoảng 3.000 phần quà", "~", 3000, "phần quà")),
        ("Mức hài lòng đạt 90 phần trăm.", ("90 phần trăm", "=", 90, "phần trăm")),
        ("Mỗi xã có 01 phòng đọc, trang bị 05 máy tính.", ("05 máy tính", "=", 5, "máy tính")),
        ("Mở ít nhất 02 (hai) lớp.", ("ít nhất 02 (hai) lớp", ">=", 2, "lớp")),
        ("Đón tối đa mười hai lượt khách mỗi buổi.", ("tối đa mười hai lượt khách", "<=", 12, "lượt khách")),
        ("Rút ngắn thời gian làm thẻ còn không quá 10 phút.", ("không quá 10 phút", "<=", 10, "phút")),
        ("Sửa chữa 2,5 km đường vào thư viện.", ("2,5 km", "=", 2.5, "km")),
        ("Phát 02 tin, bài/tuần.", ("02 tin, bài/tuần", "=", 2, "tin, bài/tuần")),
        ("Tập huấn cho 1.200 lượt người.", ("1.200 lượt người", "=", 1200, "lượt người")),
        ("Kiểm tra tại 04 xã.", ("04 xã", "=", 4, "xã")),
        ("Lắp không dưới 3 quầy tự chọn ở thôn.", ("không dưới 3 quầy", ">=", 3, "quầy")),
        ("Mua tối thiểu 7 xuồng chở sách.", ("tối thiểu 7 xuồng", ">=", 7, "xuồng")),
    ],
)  # fmt: skip
def test_an_aim_has_its_number(said: str, expected: tuple[str, str, float, str]) -> None:
    assert expected in aims(plan_of(said))


@pytest.mark.parametrize(
    "said",
    [
        "Triển khai từ ngày 05/8/2031 đến ngày 16/8/2031.",
        "Thực hiện Nghị định số 105/2027/NĐ-CP ngày 01/02/2027 của Chính phủ.",
        "Nhờ Đề án 06, đã có 98% thôn được phủ sóng.",
        "Trường hợp có trên 50% bạn đọc vắng thì hoãn.",
        "Hộ có tỷ lệ phụ thuộc từ 60% trở lên được miễn phí thẻ.",
        "Gửi tài liệu trước ít nhất 05 ngày làm việc.",
        "Cấp thẻ cho trẻ em dưới 6 tuổi.",
        "Triển khai 05 nhiệm vụ sau đây.",
        "Mức hỗ trợ 500.000 đồng/người.",
        "Bạn đọc được giảm 20% phí làm thẻ.",
        "Nâng dịch vụ công lên mức độ 4.",
        "Không để một người phụ trách quá hai phòng.",
    ],
)
def test_a_number_that_sets_no_aim_is_none(said: str) -> None:
    assert aims(plan_of(said)) == []


@pytest.mark.parametrize(
    ("said", "change", "comparator"),
    [
        ("Giảm 5% số sách quá hạn.", Change.DECREASE, Comparator.EXACTLY),
        ("Giảm từ 5% trở lên số sách quá hạn.", Change.DECREASE, Comparator.AT_LEAST),
        ("Kéo giảm lượng giấy in tối thiểu 30% so với năm 2030.", Change.DECREASE, Comparator.AT_LEAST),
        ("Tăng ít nhất 10% lượt mượn.", Change.INCREASE, Comparator.AT_LEAST),
        ("Tăng số lượt mượn lên 60%.", None, Comparator.EXACTLY),
        ("Giảm tỷ lệ mất sách xuống còn dưới 2%.", None, Comparator.LESS_THAN),
        ("Giảm nghèo về thông tin cho 100% thôn.", None, Comparator.EXACTLY),
    ],
)  # fmt: skip
def test_a_rise_or_fall_is_told_from_a_level(
    said: str, change: Change | None, comparator: Comparator
) -> None:
    (target,) = plan_of(said).targets
    assert (target.change, target.comparator) == (change, comparator)


@pytest.mark.parametrize(
    ("said", "ranges"),
    [
        ("Mở từ 3 đến 5 lớp.", (3, 5)),
        ("Đạt 85 - 90% chỉ tiêu bạn đọc.", (85, 90)),
        ("Tỷ lệ đạt từ 85% đến 90%.", (85, 90)),
    ],
)
def test_a_range_has_both_ends(said: str, ranges: tuple[float, float]) -> None:
    (target,) = plan_of(said).targets
    assert (target.value, target.upper) == ranges


def test_what_it_is_said_of_lacks_the_number() -> None:
    plan = plan_of(
        "Có ít nhất 95% sách được dán mã; tỷ lệ sách quá hạn không quá 3%.",
        "Tặng 30 suất học bổng, 12 xe đạp cho học sinh.",
    )
    assert [t.about for t in plan.targets[:3]] == [
        "sách được dán mã",
        "tỷ lệ sách quá hạn",
        "Tặng suất học bổng, 12 xe đạp cho học sinh",
    ]


def test_a_list_of_amounts_has_several_aims_and_a_clause_has_one() -> None:
    plan = plan_of("Xây 02 sân chơi, 01 phòng đọc và 03 tủ sách.", "Giúp 20 hộ tại 04 thôn.")
    assert [t.value for t in plan.targets] == [2, 1, 3, 20]


def test_a_section_of_what_was_sets_no_aim() -> None:
    plan = plan_of("Tỷ lệ mượn sách đạt 31,7%.", heading="II. KẾT QUẢ NĂM 2030")
    assert plan.targets == ()
    plan = plan_of("Tỷ lệ mượn sách đạt 31,7%.", heading="II. CHỈ TIÊU")
    assert len(plan.targets) == 1


def test_a_target_knows_its_section() -> None:
    plan = plan_of("1. Phấn đấu 70% hộ có sách.", "2. Mở 02 lớp.")
    assert [t.section for t in plan.targets] == ["II.1", "II.2"]


def test_a_range_must_rise() -> None:
    with pytest.raises(ValueError, match="must lie above"):
        Target(value=5, upper=5, unit="%", span=Span(0, 1))


CASES = [
    json.loads(line) for line in (DATA / "targets.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentences_of_many_subjects(case: dict[str, object]) -> None:
    plan = plan_of(str(case["text"]), heading=f"II. {case['heading']}")
    assert [[t.value, t.comparator.value] for t in plan.targets] == case["targets"]


@given(st.text(alphabet="0123456789.,%-– đếntừ()ilO/\n"))
def test_any_digits_are_read_without_error(text: str) -> None:
    for quantity in scan_quantities(text):
        assert 0 <= quantity.start <= quantity.number < quantity.end <= len(text)

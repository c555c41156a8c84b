"""The units of a plan, and what the reader says where they are in doubt."""

from danvan import parse

BODY = "KẾ HOẠCH\nThực hiện công tác dân vận\n\nI. MỤC ĐÍCH\n\n- Nâng cao.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"


def _findings(text: str) -> dict:
    return {f.code: f for f in parse(text).findings}


def test_a_unit_that_ended_is_told_with_its_place():
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\nSố: 1/KH-UBND\nCao Bằng, ngày 12 tháng 12 năm 2025\n\n"
        + BODY
        + "1. UBND huyện Hòa An chủ trì, báo cáo.\n"
    )
    finding = _findings(text)["R110"]
    assert "huyện Hòa An" in finding.message
    assert "2025-06-30" in finding.message
    assert finding.span is not None
    assert "UBND huyện Hòa An" in finding.span.of(text)


def test_several_candidates_are_told():
    text = (
        "ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH\nSố: 1/KH-UBND\nChâu Thành, ngày 12 tháng 12 năm 2022\n\n"
        + BODY
    )
    finding = _findings(text)["R109"]
    assert finding.message.count("huyện Châu Thành, tỉnh") == 5
    assert finding.message.endswith("; ...")
    (issuer,) = parse(text).issuers
    assert issuer.unit is not None
    assert (issuer.unit.code, issuer.unit.full_name) == (None, "huyện Châu Thành")


def test_a_city_that_is_not_named_is_the_only_one_of_its_province():
    text = (
        BODY.replace("I. M", "UBND Thành phố ban hành Kế hoạch, cụ thể như sau:\n\nI. M")
        + "1. Phòng Nội vụ Thành phố chủ trì, báo cáo UBND tỉnh Trà Vinh.\n"
    )
    plan = parse(text)
    (issuer,) = plan.issuers
    assert issuer.unit is not None
    assert (issuer.unit.full_name, issuer.level) == ("thành phố Trà Vinh", "district")
    assert issuer.full_name == "Ủy ban nhân dân thành phố"
    assert "R113" in _findings(text)


def test_recipients_of_several_bodies_are_told_but_not_those_above():
    text = (
        BODY
        + "Làm tốt./.\n\nNơi nhận:\n- Như trên;\n- Sở Y tế, Sở Nội vụ;\n- Sở Tư pháp;\n- Lưu: VT.\n"
    )
    finding = _findings(text)["R112"]
    assert finding.message.endswith(": Sở Y tế, Sở Nội vụ")
    assert finding.related == ()


def test_a_place_that_is_unknown_is_told():
    text = "BỘ Y TẾ\nSố: 1/KH-BYT\nĐâu Đó, ngày 12 tháng 12 năm 2022\n\n" + BODY
    assert parse(text).place_unit is None
    assert "Đâu Đó" in _findings(text)["R114"].message

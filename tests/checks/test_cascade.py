"""Plans over three levels: province, district, school."""

import datetime

import danvan
from danvan.checks import Cascade, Evidence
from tests.checks.faults import text_of


def _plans() -> tuple[danvan.Plan, danvan.Plan, danvan.Plan]:
    province, district, school = (danvan.parse(text_of(n)) for n in ("tinh", "huyen", "truong"))
    return province, district, school


def test_each_plan_stands_under_the_one_that_it_cites() -> None:
    province, district, school = _plans()
    cascade = Cascade.of([school, province, district])
    assert cascade.roots == (province,)
    assert cascade.parent(district) is province
    assert cascade.parent(school) is district
    assert cascade.children(province) == (district,)
    assert {link.evidence for link in cascade.links} == {Evidence.CITATION}
    cited = next(link.citation for link in cascade.links if link.plan is school)
    assert cited is not None
    assert cited.text == "37/KH-UBND"


def test_without_a_citation_territory_and_subject_link() -> None:
    province, _, _ = _plans()
    silent = text_of("huyen").replace(
        "Thực hiện Kế hoạch số 412/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh về trồng cây "
        "phân tán trên địa bàn tỉnh năm 2024",
        "Để mở rộng diện tích cây xanh",
    )
    district = danvan.parse(silent)
    (link,) = Cascade.of([province, district]).links
    assert (link.evidence, link.superior, link.citation) == (Evidence.TERRITORY, province, None)


def test_another_subject_or_territory_links_nothing() -> None:
    province, district, _ = _plans()
    silent = text_of("huyen").replace("412/KH-UBND", "413/KH-UBND")
    other = danvan.parse(silent.replace("HUYỆN TÂN BIÊN", "HUYỆN LAI VUNG"))
    assert Cascade.of([province, other]).links == ()
    another = danvan.parse(silent.replace("Trồng cây phân tán", "Diễn tập phòng thủ dân sự"))
    assert Cascade.of([province, another]).links == ()
    assert Cascade.of([district]).links == ()


def test_what_is_cited_and_not_at_hand_is_named() -> None:
    _, district, school = _plans()
    (missing,) = Cascade.of([district, school]).missing()
    assert str(missing.instrument.number) == "412/KH-UBND"
    assert missing.cited_by is district


def test_reports_go_up_the_levels_with_the_days_between() -> None:
    province, district, school = _plans()
    reports = Cascade.of([province, district, school]).reporting()
    told = [(r.by[0].name, r.to[0].name, r.deadline.latest, r.days) for r in reports if r.to]
    assert told == [
        ("Phòng Nội vụ", "Ủy ban nhân dân tỉnh", datetime.date(2024, 12, 7), 2),
        ("Ủy ban nhân dân các xã, thị trấn", "Phòng Nội vụ", datetime.date(2024, 11, 30), 7),
        ("Sở Nội vụ", "Ủy ban nhân dân tỉnh", datetime.date(2024, 12, 19), None),
        (
            "Ủy ban nhân dân các huyện, thị xã, thành phố",
            "Sở Nội vụ",
            datetime.date(2024, 12, 9),
            10,
        ),
    ]


def test_coverage_says_where_duties_are_taken_up() -> None:
    province, district, school = _plans()
    cascade = Cascade.of([province, district, school])
    (uptakes,) = cascade.coverage(province).values()
    nursery, report = uptakes
    assert nursery.section == "II.1"
    assert nursery.deadline == "hoàn thành trong quý I năm 2024"
    assert nursery.is_taken_up
    assert report.duty.reports_to[0].name == "Sở Nội vụ"

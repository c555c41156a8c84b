"""The outline: numbered paragraphs in a tree, headings told apart, paths that name one section."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.plan import Paragraph, Role, parse
from danvan.plan.outline import ends_sentence
from tests.plan.drawn import any_text, plan_like


def plan_of(body):
    return parse(f"KẾ HOẠCH\nVề công tác A\n\n{body}\n")


def outline(plan):
    return [(s.path, s.title) for s in plan.walk()]


def test_a_plan_in_the_usual_form():
    plan = plan_of(
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Một.\n\n2. Yêu cầu\n\n- Hai.\n\n"
        "II. NỘI DUNG\n\n1. Tuyên truyền\n\n1.1. Nội dung\n\na) Điểm một\n\n- Ba.\n\nb) Điểm hai\n\n- Bốn.\n\n"
        "1.2. Hình thức\n\n- Năm.\n"
    )
    assert outline(plan) == [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("I.1", "Mục đích"),
        ("I.2", "Yêu cầu"),
        ("II", "NỘI DUNG"),
        ("II.1", "Tuyên truyền"),
        ("II.1.1", "Nội dung"),
        ("II.1.1.a", "Điểm một"),
        ("II.1.1.b", "Điểm hai"),
        ("II.1.2", "Hình thức"),
    ]
    assert [s.level for s in plan.walk()] == [1, 2, 2, 1, 2, 3, 4, 4, 3]
    assert [s.label for s in plan.walk()][5:7] == ["1.1", "a"]


def test_a_dotted_label_replaces_its_prefix_only():
    plan = plan_of("III. NỘI DUNG\n\n2.1. Một\n\n- Hai.\n\n2.2. Ba\n\n- Bốn.")
    assert [s.path for s in plan.walk()] == ["III", "III.2.1", "III.2.2"]


def test_three_numbers_below_two():
    plan = plan_of(
        "II. A\n\n1. B\n\n1.1. C\n\n1.1.1. D\n\n- Một.\n\n1.2. E\n\n- Hai.\n\n2. F\n\n- Ba."
    )
    assert [s.path for s in plan.walk()] == ["II", "II.1", "II.1.1", "II.1.1.1", "II.1.2", "II.2"]


def test_chapters_are_ancestors_and_no_prefixes():
    plan = plan_of(
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Một.\n\na) Hai;\n\nChương II\nNỘI DUNG\n\nĐiều 2. Việc\n\n1. Ba."
    )
    assert [s.path for s in plan.walk()] == [
        "Chương I",
        "Điều 1",
        "Điều 1.1",
        "Điều 1.1.a",
        "Chương II",
        "Điều 2",
        "Điều 2.1",
    ]
    assert [s.level for s in plan.walk()] == [1, 2, 3, 4, 1, 2, 3]


def test_a_path_that_occurs_again_is_told_apart():
    plan = plan_of("I. A\n\n- Một.\n\nI. B\n\n1. C\n\n- Hai.\n\n1. D\n\n- Ba.")
    assert [s.path for s in plan.walk()] == ["I", "I~2", "I~2.1", "I~2.1~2"]


def test_letters_above_romans():
    plan = plan_of(
        "A. PHẦN MỘT\n\nI. MỘT\n\n1. Hai\n\n- Ba.\n\nII. BỐN\n\n- Năm.\n\nB. PHẦN HAI\n\nI. SÁU\n\n- Bảy."
    )
    assert [s.path for s in plan.walk()] == ["A", "A.I", "A.I.1", "A.II", "B", "B.I"]


def test_c_and_d_may_follow_a_and_b():
    plan = plan_of("A. MỘT\n\n- a.\n\nB. HAI\n\n- b.\n\nC. BA\n\n- c.\n\nD. BỐN\n\n- d.")
    assert [s.path for s in plan.walk()] == ["A", "B", "C", "D"]
    assert {s.level for s in plan.walk()} == {1}


def test_i_may_follow_h():
    letters = "abcdđeghi"
    body = "I. NỘI DUNG\n\n" + "\n\n".join(f"{x}) Việc;" for x in letters)
    assert [s.path for s in plan_of(body).walk()] == ["I", *(f"I.{x}" for x in letters)]


def test_lower_romans_below_letters():
    plan = plan_of("1. A\n\na) B\n\ni) Một;\n\nii) Hai;\n\nb) C\n\n- Ba.")
    assert [s.path for s in plan.walk()] == ["1", "1.a", "1.a.i", "1.a.ii", "1.b"]


def test_a_number_far_from_its_series_is_running_text():
    plan = plan_of("I. NỘI DUNG\n\n1. Một.\n\n2. Hai.\n\n95. ba bốn.")
    assert [s.path for s in plan.walk()] == ["I", "I.1", "I.2"]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("1. Nâng cao nhận thức của cán bộ.", None),
        ("1. Nâng cao nhận thức;", None),
        ("1. Nâng cao nhận thức.\n\n- Một.", None),
        ("1. Nâng cao nhận thức\n\n- Một.", "Nâng cao nhận thức"),
        ("1. Sở Nội vụ:\n\n- Một.", "Sở Nội vụ:"),
        ("**1. Nâng cao nhận thức**", "Nâng cao nhận thức"),
        ("**1. Nâng cao nhận thức.**", None),
        ("**1. Nâng cao nhận thức.**\n\n- Một.", "Nâng cao nhận thức."),
        ("### 1. Nâng cao nhận thức", "Nâng cao nhận thức"),
        ("1. NÂNG CAO", "NÂNG CAO"),
        ("**1. Nâng cao**\n**nhận thức**\n\n- Một.", "Nâng cao nhận thức"),
    ],
)
def test_headings_are_told_from_numbered_paragraphs(body, title):
    plan = plan_of(f"I. NỘI DUNG\n\n{body}")
    section = plan.sections[0].sections[0]
    assert section.title == title
    if title is None:
        first = section.body[0]
        assert isinstance(first, Paragraph)
        assert first.text == body.split("\n")[0].strip("*").removeprefix("1. ")
        assert section.title_span is None
    else:
        assert section.title_span is not None


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", {Role.PURPOSE, Role.REQUIREMENTS}),
        ("MỤC TIÊU", {Role.TARGETS}),
        ("CHỈ TIÊU", {Role.TARGETS}),
        ("NỘI DUNG", {Role.CONTENT}),
        ("NHIỆM VỤ, GIẢI PHÁP", {Role.CONTENT, Role.SOLUTIONS}),
        ("TỔ CHỨC THỰC HIỆN", {Role.IMPLEMENTATION}),
        ("PHÂN CÔNG NHIỆM VỤ", {Role.IMPLEMENTATION, Role.CONTENT}),
        ("TRÁCH NHIỆM CỦA CÁC CƠ QUAN", {Role.IMPLEMENTATION}),
        ("KINH PHÍ THỰC HIỆN", {Role.FUNDING}),
        ("CHẾ ĐỘ BÁO CÁO", {Role.EVALUATION}),
        ("SƠ KẾT, TỔNG KẾT", {Role.EVALUATION}),
        ("KIỂM TRA, GIÁM SÁT", {Role.EVALUATION}),
        ("ỦY BAN KIỂM TRA HUYỆN ỦY", set()),
        ("ĐẶC ĐIỂM TÌNH HÌNH", set()),
    ],
)
def test_roles(heading, roles):
    assert set(plan_of(f"I. {heading}\n\n- Một.").sections[0].roles) >= roles
    assert bool(plan_of(f"I. {heading}\n\n- Một.").sections[0].roles) is bool(roles)


def test_bullets_are_paragraphs_of_their_section_in_reading_order():
    plan = plan_of("I. NỘI DUNG\n\nMở đầu.\n\n- Một;\n\n+ Hai;\n\n1. Ba\n\n• Bốn.")
    top = plan.sections[0]
    assert [(p.marker, p.text) for p in top.paragraphs] == [
        ("", "Mở đầu."),
        ("-", "Một;"),
        ("+", "Hai;"),
    ]
    assert [(p.marker, p.text) for p in top.sections[0].paragraphs] == [("•", "Bốn.")]


def test_closing_words_belong_to_the_part():
    plan = plan_of(
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Theo dõi.\n\n2. Công an xã\n\n- Tuần tra.\n\n"
        "Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện."
    )
    top = plan.sections[0]
    assert [p.text for p in top.paragraphs] == [
        "Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện."
    ]
    assert [p.text for p in top.sections[1].paragraphs] == ["Tuần tra."]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Một.", True), ("Một;", True), ("Một.”", True), ("Một:", False), ("Một", False), ("", False)],
)
def test_ends_sentence(text, ends):
    assert ends_sentence(text) is ends


_LABELS = st.lists(
    st.sampled_from(
        [
            "I.",
            "II.",
            "V.",
            "X.",
            "C.",
            "D.",
            "A.",
            "B.",
            "1.",
            "2.",
            "3)",
            "1.1.",
            "1.2.",
            "2.1.1.",
            "1.1.1.1.",
            "a)",
            "b)",
            "i)",
            "ii)",
            "(1)",
            "(a)",
            "(ii)",
            "Điều 1.",
            "Điều 2.",
            "Chương I.",
            "Mục 1.",
            "Phần I.",
            "Phần II.",
        ]
    ),
    max_size=25,
)


def check_tree(plan):
    paths = Counter(s.path for s in plan.walk())
    assert all(n == 1 for n in paths.values())
    waiting = [(s, 1) for s in plan.sections]
    while waiting:
        section, level = waiting.pop()
        assert section.level == level <= 32
        ends = 0
        for part in section.body:
            assert section.span.contains(part.span)
            ends = max(ends, part.span.end)
        assert section.span.end >= ends
        waiting += [(s, level + 1) for s in section.sections]


@given(_LABELS)
def test_any_numbering_makes_a_tree_with_one_path_for_each(labels):
    numbered = "\n\n".join(f"{label} Việc số một" for label in labels)
    plan = plan_of(f"Xã xây dựng kế hoạch như sau:\n\n{numbered}")
    assert sorted(s.label for s in plan.walk()) == sorted(
        label.rstrip(".)").lstrip("(") for label in labels
    )
    check_tree(plan)


@given(plan_like() | any_text)
def test_any_text_makes_a_tree(text):
    check_tree(parse(text))


def test_what_looked_like_a_number_lies_in_the_span():
    text = "KẾ HOẠCH\nVề A\n\nI. MỤC ĐÍCH\n\n90. abc def"
    (paragraph,) = parse(text).sections[0].paragraphs
    assert paragraph.text == paragraph.span.of(text) == "90. abc def"

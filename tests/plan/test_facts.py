"""Facts of a file, where it says more than its text."""

import danvan
from danvan.findings import Finding, Severity
from danvan.readers.document import Run, TextNote, TextParagraph, TextTable, compose
from danvan.span import Span
from danvan.text import LaidParagraph, Layout, Source

HEAD = [
    TextParagraph((Run("KẾ HOẠCH", bold=True),)),
    TextParagraph((Run("Dọn vệ sinh", bold=True),)),
]


def paragraphs(*texts):
    return [TextParagraph(tuple(Run(t) for t in text.split("~"))) for text in texts]


def plan_of(elements, notes=()):
    return danvan.parse(compose([*HEAD, *elements], list(notes), "a.docx"))


def outline(plan):
    return [
        (s.path, s.title, [p.text for p in s.body if isinstance(p, danvan.Paragraph)])
        for s in plan.walk()
    ]


WRAPPED = (
    "I. MỤC ĐÍCH",
    "Nâng cao ý thức giữ gìn vệ sinh môi trường của các hộ gia đình ở trong thôn",
    "Tạo cảnh quan sạch đẹp, góp phần xây dựng nông thôn mới kiểu mẫu ở địa phương",
    "Phát huy vai trò của các tổ chức chính trị - xã hội ở cơ sở trong phong trào",
)


def test_paragraphs_of_the_file_are_not_joined_again():
    plan = plan_of(paragraphs(*WRAPPED))
    assert outline(plan) == [("I", "MỤC ĐÍCH", list(WRAPPED[1:]))]


def test_a_sentence_that_the_file_cuts_goes_on():
    plan = plan_of(
        paragraphs("I. MỤC ĐÍCH", "Nâng cao ý thức của", "Nhân dân; kịp thời", "biểu dương.")
    )
    assert outline(plan)[0][2] == ["Nâng cao ý thức của Nhân dân; kịp thời biểu dương."]


def test_a_short_heading_does_not_go_on():
    plan = plan_of(paragraphs("1. Xử lý tồn tại", "Giải tỏa chợ tự phát."))
    assert outline(plan) == [("1", "Xử lý tồn tại", ["Giải tỏa chợ tự phát."])]


def test_bold_type_makes_a_heading():
    bold = TextParagraph((Run("Tuyên truyền", bold=True), Run(":")), label="1.")
    text = "Phát thanh hằng tuần."
    elements = [bold, *paragraphs(text), TextParagraph((Run("Ra quân.", bold=False),), label="2.")]
    assert outline(plan_of(elements)) == [("1", "Tuyên truyền:", [text]), ("2", None, ["Ra quân."])]


def test_heading_levels_make_headings():
    heading = TextParagraph((Run("Kinh phí"),), label="III.", level=1)
    assert outline(plan_of([heading])) == [("III", "Kinh phí", [])]


def test_notes_are_lifted_out_wherever_they_are_called():
    called = TextParagraph((Run("I. MỤC ĐÍCH"), Run("", note="1")))
    signed = TextTable(
        (
            (
                tuple(paragraphs("Nơi nhận:", "- Lưu: VT.")),
                tuple(paragraphs("TM. UBND XÃ", "CHỦ TỊCH", "Lê An")),
            ),
        )
    )
    note = TextNote("1", tuple(paragraphs("Theo Công văn số 5/UBND-VP.", "PHỤ LỤC kèm theo.")))
    plan = plan_of(
        [called, *paragraphs("Nâng cao."), signed, *paragraphs("PHỤ LỤC", "Danh sách")], [note]
    )
    assert [(f.mark, f.text) for f in plan.footnotes] == [
        ("1", "Theo Công văn số 5/UBND-VP. PHỤ LỤC kèm theo.")
    ]
    assert outline(plan) == [("I", "MỤC ĐÍCH", ["Nâng cao."])]
    assert [a.label for a in plan.appendices] == ["PHỤ LỤC"]
    assert plan.coverage() == 1.0
    assert [p.kind.value for p in plan.parts if p.span.of(plan.source.text).startswith("Theo")] == [
        "footnote"
    ]


def test_text_that_looks_like_a_table_is_none_where_the_file_knows_tables():
    plan = plan_of(paragraphs("I. VIỆC", "| a | b |"))
    assert outline(plan)[0][2] == ["| a | b |"]


def test_findings_of_the_reader_are_findings_of_the_plan():
    finding = Finding(code="R202", severity=Severity.NOTE, message="x")
    assert finding in danvan.parse(Source("KẾ HOẠCH", findings=(finding,))).findings


def test_facts_that_reach_beyond_the_text_do_no_harm():
    layout = Layout(
        paragraphs=(LaidParagraph(span=Span(0, 900)),), bold=(Span(3, 5000),), tables=(), notes=()
    )
    plan = danvan.parse(Source("KẾ HOẠCH\n\nNâng cao.", layout=layout))
    assert plan.coverage() == 1.0


def test_a_paragraph_that_the_file_counts_does_not_go_on():
    elements = [
        TextParagraph((Run("Công tác tuyên truyền"),), label="1."),
        TextParagraph((Run("phát tờ rơi."),), label="a.1."),
    ]
    assert "phát tờ rơi." in [
        p.text.removeprefix("a.1. ") for s in plan_of(elements).walk() for p in s.body
    ]


def test_a_heading_in_bold_type_runs_in():
    run_in = TextParagraph((Run("Mục đích:", bold=True), Run(" Nâng cao ý thức.")), label="1.")
    assert outline(plan_of([run_in])) == [("1", "Mục đích:", ["Nâng cao ý thức."])]


def test_long_tables_and_many_bold_pieces_are_read_whole():
    rows = TextTable(
        tuple(tuple((TextParagraph((Run(f"a{n}"),)),) for n in range(2)) for _ in range(3_000))
    )
    bold = [
        TextParagraph((Run("a ", bold=True), Run("b "), Run("c", bold=True))) for _ in range(3_000)
    ]
    plan = plan_of([*bold, rows])
    assert plan.coverage() == 1.0


def test_the_label_of_a_bold_heading_need_not_be_bold():
    heading = TextParagraph((Run("4. "), Run("Kiểm tra, giám sát.", bold=True)))
    assert outline(plan_of([heading, *paragraphs("Hằng quý.")]))[0][1] == "Kiểm tra, giám sát."


def test_the_authority_below_a_subject_is_none_of_it():
    title = [
        TextParagraph((Run(t, bold=True),))
        for t in ("QUYẾT ĐỊNH", "VỀ VIỆC GIAO KẾ HOẠCH", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ")
    ]
    plan = danvan.parse(compose([*title, *paragraphs("Căn cứ Luật Đất đai;")], [], "a.docx"))
    assert plan.subject == "VỀ VIỆC GIAO KẾ HOẠCH"

"""XML: nothing is lost on the way out and back, and nothing harmful comes in."""

import enum

import attrs
import pytest
from hypothesis import example, given
from lxml import etree

import danvan
from danvan.errors import SchemaError
from danvan.formats.shapes import annotations_of, is_object
from danvan.formats.xml.schema import generate
from danvan.formats.xml.shape import NAMESPACE, fields_of, shape_of
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.plans import plans
from tests.formats.drawn import FEWER
from tests.markup.attacks import attacks

NS = {"d": NAMESPACE}
SPAN = danvan.Span(0, 4)
TEXT = """Số: 12/KH-UBND

KẾ HOẠCH
Công tác năm 2024

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện
ban hành Kế hoạch như sau:

I. NỘI DUNG

- Giao Phòng Nội vụ chủ trì tổng hợp, báo cáo trước ngày 20/6/2024.
"""
ATTACKS = attacks("plan", NAMESPACE)


@pytest.fixture(scope="module")
def plan():
    return danvan.parse(TEXT)


def root_of(plan, **options):
    return etree.fromstring(danvan.to_xml(plan, **options))


@FEWER
@given(arbitrary_plans())
def test_every_plan_comes_back_and_satisfies_the_schema(plan):
    data = danvan.to_xml(plan)
    assert danvan.from_xml(data, validate=True) == plan
    assert danvan.from_xml(data.decode()) == plan
    bare = danvan.to_xml(plan, source=False)
    assert danvan.from_xml(bare, validate=True).source.sha256 == plan.source.sha256
    if not isinstance(plan.source, danvan.DetachedSource):
        assert danvan.from_xml(bare, source=plan.source.text) == plan


@FEWER
@given(plans())
def test_every_sensible_plan_comes_back_with_marks_in_it(plan):
    data = danvan.to_xml(plan)
    assert danvan.from_xml(data, validate=True) == plan


@given(texts())
@example("\ud83d\ude00")
@example("\r\n\r \t\n")
@example("\x85\u2028\ufeff\ufffe\uffff\x0b\x00")
@example('<c u="0041"/>&amp;]]>')
def test_every_text_comes_back(text):
    plan = danvan.Plan(
        source=danvan.Source(text, name=text),
        subject=text,
        preamble=(danvan.Paragraph(text=text, span=danvan.Span(0, len(text))),),
        provenance={text: danvan.Provenance.READ},
    )
    assert danvan.from_xml(danvan.to_xml(plan), validate=True) == plan


def test_texts_longer_than_xml_readers_take_come_back():
    text = "ạb\r\n" * 1_700_000 + "\x00" + "😀" * 3_000_000
    plan = danvan.Plan(source=danvan.Source(text))
    assert danvan.from_xml(danvan.to_xml(plan)).source.text == text


def test_outlines_as_deep_as_they_may_be_come_back():
    body = (danvan.Paragraph(text="x", span=SPAN),)
    for level in range(60, 0, -1):
        body = (danvan.Section(label="a", level=level, path="a", body=body, span=SPAN),)
    plan = danvan.Plan(source=danvan.Source(""), sections=body)
    assert danvan.from_xml(danvan.to_xml(plan), validate=True) == plan
    assert danvan.from_json(danvan.to_json(plan)) == plan


def test_the_form(plan):
    root = root_of(plan)
    assert root.get("number") == "12/KH-UBND"
    assert root.findtext("d:subject", namespaces=NS) == "Công tác năm 2024"
    (section,) = root.findall("d:sections/d:section", NS)
    assert section.get("span") == f"{TEXT.index('I. N')}-{len(TEXT) - 1}"
    assert section.findtext("d:label", namespaces=NS) == "I"
    assert section.find("d:body/d:paragraph/d:marker", NS).text == "-"


def test_mentions_are_marked_in_the_running_text(plan):
    root = root_of(plan)
    citation = root.find("d:preamble/d:paragraph/d:text/d:citation", NS)
    assert citation.text == "33/CT-TTg"
    start, end = map(int, citation.get("span").split("-"))
    assert TEXT[start:end] == "33/CT-TTg"
    start, end = map(int, citation.get("extent").split("-"))
    assert TEXT[start:end].startswith("Chỉ thị số 33/CT-TTg ngày 26/11/2021")
    text = root.find("d:sections/d:section/d:body/d:paragraph/d:text", NS)
    deadline = text.find("d:deadline", NS)
    assert deadline.text == "trước ngày 20/6/2024"
    assert deadline.get("latest") == "2024-06-19"
    agency = text.find("d:agency", NS)
    assert (agency.text, agency.get("role")) == ("Phòng Nội vụ", "lead")
    assert "".join(text.itertext()) == (
        "Giao Phòng Nội vụ chủ trì tổng hợp, báo cáo trước ngày 20/6/2024."
    )


def test_a_mark_stands_at_its_own_place_not_at_an_earlier_one_with_the_same_words():
    text = "Xem 33/CT-TTg, rồi\n  33/CT-TTg\nvà 33/CT-TTg."
    number = danvan.DocumentNumber.parse("33/CT-TTg")
    spans = [danvan.Span(i, i + 9) for i in range(len(text)) if text.startswith("33/", i)]
    plan = danvan.Plan(
        source=danvan.Source(text),
        preamble=(danvan.Paragraph(text=" ".join(text.split()), span=danvan.Span(0, len(text))),),
        citations=(
            danvan.Citation(
                instrument=danvan.Instrument(number=number),
                text="33/CT-TTg",
                span=spans[1],
                extent=spans[1],
            ),
        ),
    )
    element = root_of(plan).find("d:preamble/d:paragraph/d:text", NS)
    assert element.text == "Xem 33/CT-TTg, rồi "
    assert element[0].tail == " và 33/CT-TTg."


def test_marks_do_not_overlap_citations_come_first():
    text = "trước 33/CT-TTg sau"
    span, number = danvan.Span(6, 15), danvan.DocumentNumber.parse("33/CT-TTg")
    when = danvan.TimeExpression(
        text=text[:15], span=danvan.Span(0, 15), value=danvan.PartialDate.parse("2024")
    )
    plan = danvan.Plan(
        source=danvan.Source(text),
        preamble=(danvan.Paragraph(text=text, span=danvan.Span(0, 19)),),
        deadlines=(danvan.Deadline(when=when, text=text[:15], span=danvan.Span(0, 15)),),
        citations=(
            danvan.Citation(
                instrument=danvan.Instrument(number=number),
                text="33/CT-TTg",
                span=span,
                extent=span,
            ),
        ),
    )
    (mark,) = root_of(plan).find("d:preamble/d:paragraph/d:text", NS)
    assert (etree.QName(mark).localname, mark.text) == ("citation", "33/CT-TTg")


def test_characters_that_xml_forbids_stand_by_their_number():
    plan = danvan.Plan(source=danvan.Source(""), subject="trang\x0c2\ud800")
    subject = root_of(plan).find("d:subject", NS)
    assert [(c.tag, c.get("u"), c.tail) for c in subject] == [
        (f"{{{NAMESPACE}}}c", "000C", "2"),
        (f"{{{NAMESPACE}}}c", "D800", None),
    ]


class TestClasses:
    """Every class of the model has a form in XML and in JSON."""

    def test_every_field_of_every_class_has_a_shape(self):
        seen, waiting = set(), [danvan.Plan]
        while waiting:
            cls = waiting.pop()
            if cls in seen:
                continue
            seen.add(cls)
            assert {field.name for field in fields_of(cls)} == set(annotations_of(cls))
            waiting += [each for each in held_by(cls) if is_object(each)]
        assert {danvan.Section, danvan.Assignment, danvan.TimeExpression, danvan.Target} < seen

    def test_a_class_without_a_form_is_told(self):
        @attrs.frozen
        class Odd:
            thing: complex

        with pytest.raises(TypeError, match=r"XML has no shape for .*complex"):
            fields_of(Odd)

    def test_words_with_spaces_do_not_share_an_attribute(self):
        class Spaced(enum.StrEnum):
            ONE = "một hai"

        assert type(shape_of(tuple[Spaced, ...], "words")).__name__ == "Items"

    def test_the_shipped_schema_is_what_the_classes_say(self):
        assert danvan.formats.xml_schema() == generate(), "run `make schema`"

    def test_the_model_uses_no_class_that_is_not_written(self):
        classes = {
            value
            for value in vars(danvan.plan).values()
            if isinstance(value, type) and attrs.has(value)
        }
        written, waiting = set(), [danvan.Plan]
        while waiting:
            cls = waiting.pop()
            if cls not in written:
                written.add(cls)
                waiting += [each for each in held_by(cls) if is_object(each)]
        assert classes <= written


def held_by(cls):
    """The classes that the fields of a class name."""
    waiting = list(annotations_of(cls).values())
    for annotation in waiting:
        waiting += getattr(annotation, "__args__", ())
    return [each for each in waiting if isinstance(each, type)]


class TestAttacks:
    """What could do harm is refused, with the reason."""

    @pytest.mark.parametrize("kind", ATTACKS)
    def test_they_are_refused(self, kind):
        data, reason = ATTACKS[kind]
        with pytest.raises(SchemaError, match=reason):
            danvan.from_xml(data)

    def test_characters_are_bounded(self):
        data = f'<plan xmlns="{NAMESPACE}"><source><text><c u="{"F" * 9}"/></text></source></plan>'
        with pytest.raises(SchemaError, match="number of a character is expected"):
            danvan.from_xml(data)


def problems_of(data, **options):
    with pytest.raises(SchemaError) as caught:
        danvan.from_xml(data, **options)
    return [(p.path, p.line, p.reason) for p in caught.value.problems]


class TestErrors:
    """What does not have the form is told with its path and its line, all at once."""

    def test_all_at_once(self):
        data = f"""<plan xmlns="{NAMESPACE}" number="mười hai" colour="red" draft="yes">
<source sha256="xyz"/>
<kind>Kế hoạch</kind><kind>Kế hoạch</kind>
<sections>
chữ<section level="1" span="0"><label>I</label><body><picture/></body></section>
</sections>
<deadlines><deadline span="0-4"><text>x</text><when span="0-4"><text>x</text><value/></when>
</deadline></deadlines>
</plan>"""
        told = {(path, line): reason for path, line, reason in problems_of(data)}
        assert told["/plan", 1].endswith("is unknown") or "expected" in told["/plan", 1]
        assert told["/plan/source", 2].startswith("a SHA-256 of 64 hexadecimal digits is expected")
        assert told["/plan/kind[2]", 3] == "this element stands here twice"
        assert told["/plan/sections", 4] == "no text is expected, not 'chữ'"
        assert told["/plan/sections/section", 5] == "the element 'path' is missing"
        assert told["/plan/sections/section/body/picture", 5] == (
            "one of section, paragraph, table is expected"
        )
        assert "one element of partial-date" in told["/plan/deadlines/deadline/when/value", 7]
        reasons = [reason for _, _, reason in problems_of(data)]
        assert "the attribute 'colour' is unknown" in reasons
        assert "the attribute draft: true or false is expected, not 'yes'" in reasons
        assert "the attribute span: a span such as 12-40 is expected, not '0'" in reasons

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            ("", "it is empty"),
            ("x", "Start tag expected"),
            ("<plan/>", f"the element plan of {NAMESPACE} is expected, not 'plan'"),
            ('<plan xmlns="urn:danvan:plan:2"/>', "urn:danvan:plan:1 is expected"),
            (f'<plan xmlns="{NAMESPACE}"/>', "the element 'source' is missing"),
        ],
    )
    def test_what_is_no_plan_at_all(self, data, reason):
        assert reason in problems_of(data)[0][2]

    def test_the_schema_tells_line_and_reason(self, plan):
        data = (
            danvan.to_xml(plan).replace(b'span="', b'\nspan="', 1).replace(b"<label>", b"<lable>")
        )
        data = data.replace(b"</label>", b"</lable>")
        (path, line, reason), *_ = problems_of(data, validate=True)
        assert line > 1
        assert "lable" in reason
        assert NAMESPACE not in reason
        assert path.startswith("/")

    def test_the_first_two_hundred_are_told(self):
        data = f'<plan xmlns="{NAMESPACE}">{"<a/>" * 100_000}</plan>'
        assert len(problems_of(data)) == 200

    def test_another_text_than_was_read_is_refused(self, plan):
        data = danvan.to_xml(plan, source=False)
        assert danvan.from_xml(data, source=TEXT) == plan
        assert "SHA-256 differs" in problems_of(data, source="khác")[0][2]


def test_marks_and_comments_of_others_change_nothing(plan):
    root = root_of(plan)
    text = root.find("d:sections/d:section/d:body/d:paragraph/d:text", NS)
    etree.strip_tags(text, f"{{{NAMESPACE}}}*")
    text.addprevious(etree.Comment("ghi chú"))
    assert danvan.from_xml(etree.tostring(root), validate=True) == plan


def test_order_matters_to_the_schema_only(plan):
    root = root_of(plan)
    root.append(root.find("d:source", NS))
    data = etree.tostring(root)
    assert danvan.from_xml(data) == plan
    assert problems_of(data, validate=True)


@pytest.mark.corpus
def test_every_real_document_comes_back(corpus):
    files = sorted(corpus.rglob("*.txt"))
    assert files
    for file in files:
        plan = danvan.load(file)
        assert danvan.from_xml(danvan.to_xml(plan), validate=True) == plan, file.name
        assert danvan.from_json(danvan.to_json(plan)) == plan, file.name

"""Marks beside the text: every one of them stands where it says."""

import base64
import hashlib
import json

import pytest
from hypothesis import given, settings

import danvan
from danvan.formats.mentions import Label, mentions
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.plans import plans

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN TÂN HẢI

Số: 12/KH-UBND

Tân Hải, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Công tác dân vận năm 2024

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện
ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

- Phòng Nội vụ báo cáo trước
ngày 20/6/2024.
"""


@pytest.fixture(scope="module")
def plan():
    return danvan.parse(TEXT)


def marks(plan):
    """Label, words and value of each annotation."""
    found = []
    for item in danvan.to_web_annotations(plan)["first"]["items"]:
        body = {each["purpose"]: each["value"] for each in item["body"]}
        quote = item["target"]["selector"][1]
        found.append((body["classifying"], quote["exact"], body.get("identifying")))
    return found


class TestWebAnnotations:
    def test_what_is_named_is_marked(self, plan):
        found = marks(plan)
        assert ("citation", "33/CT-TTg", "/akn/vn/doc/chi-thi/ttg/2021-11-26/33-CT-TTg") in found
        assert ("deadline", "trước\nngày 20/6/2024", "2024-06-19") in found
        assert ("date", "trước\nngày 20/6/2024", "2024-06-20") in found
        assert ("agency", "Phòng Nội vụ", "Phòng Nội vụ") in found
        assert ("agency", "Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện Tân Hải") in found

    def test_the_form_of_the_standard(self, plan):
        collection = danvan.to_web_annotations(plan)
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert collection["type"] == "AnnotationCollection"
        page = collection["first"]
        assert page["type"] == "AnnotationPage"
        assert collection["total"] == len(page["items"])
        for item in page["items"]:
            assert item["type"] == "Annotation"
            assert item["id"].startswith("urn:uuid:")
            assert {each["type"] for each in item["body"]} == {"TextualBody"}
            kinds = [selector["type"] for selector in item["target"]["selector"]]
            assert kinds == ["TextPositionSelector", "TextQuoteSelector"]

    def test_the_source_is_named_by_its_digest_or_as_is_asked(self, plan):
        digest = hashlib.sha256(TEXT.encode()).digest()
        written = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        item = danvan.to_web_annotations(plan)["first"]["items"][0]
        assert item["target"]["source"] == f"ni:///sha-256;{written}"
        named = danvan.to_web_annotations(plan, source="urn:example:1")["first"]["items"][0]
        assert named["target"]["source"] == "urn:example:1"
        assert named["id"] != item["id"]

    def test_only_what_is_asked_for(self, plan):
        items = danvan.to_web_annotations(plan, labels=["citation"])["first"]["items"]
        assert {item["body"][0]["value"] for item in items} == {"citation"}
        with pytest.raises(ValueError, match="person"):
            danvan.to_web_annotations(plan, labels=["person"])

    def test_without_its_text_there_is_nothing_to_mark(self, plan):
        bare = danvan.from_json(danvan.to_json(plan, source=False))
        assert danvan.to_web_annotations(bare)["total"] == 0
        assert danvan.to_spacy(bare)["entities"] == []


class TestSpacy:
    def test_entities_do_not_overlap_and_spans_are_all(self, plan):
        data = danvan.to_spacy(plan)
        assert data["text"] == TEXT
        words = {(TEXT[start:end], label) for start, end, label in data["entities"]}
        assert ("33/CT-TTg", "CITATION") in words
        assert ("trước\nngày 20/6/2024", "DEADLINE") in words
        assert ("trước\nngày 20/6/2024", "DATE") not in words
        spans = {(TEXT[start:end], label) for start, end, label in data["spans"]["danvan"]}
        assert ("trước\nngày 20/6/2024", "DATE") in spans
        assert words < spans

    def test_the_first_label_is_preferred(self, plan):
        data = danvan.to_spacy(plan, labels=[Label.DATE, Label.DEADLINE])
        assert {label for _, _, label in data["entities"]} == {"DATE"}

    def test_interrupted_mentions_are_left_out(self):
        deadline = danvan.Deadline(
            when=danvan.TimeExpression(
                text="x", span=danvan.Span(0, 9), value=danvan.PartialDate(year=2024)
            ),
            text="trước ngà",
            span=danvan.Span(0, 9),
            spans=(danvan.Span(0, 5), danvan.Span(7, 9)),
        )
        plan = danvan.Plan(source=danvan.Source("trước 1 ngày"), deadlines=(deadline,))
        assert danvan.to_spacy(plan, labels=["deadline"])["spans"]["danvan"] == []
        assert danvan.to_web_annotations(plan, labels=["deadline"])["total"] == 1


def stands(plan):
    text = plan.source.text
    for mention in mentions(plan):
        assert text[mention.span.start : mention.span.end]
    data = danvan.to_spacy(plan)
    before = 0
    for start, end, _ in data["entities"]:
        assert before <= start < end <= len(text)
        before = end
    assert set(data["entities"]) <= set(data["spans"]["danvan"])
    collection = danvan.to_web_annotations(plan)
    assert collection == danvan.to_web_annotations(plan)
    for item in collection["first"]["items"]:
        position, quote = item["target"]["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert quote["exact"] == text[position["start"] : position["end"]]
        assert around in text
    assert json.loads(json.dumps(collection)) == collection
    return collection["total"]


@settings(max_examples=25)
@given(arbitrary_plans())
def test_every_plan_can_be_marked(plan):
    assert stands(plan) >= 0


@settings(max_examples=15)
@given(plans())
def test_sensible_plans_have_their_marks(plan):
    assert stands(danvan.parse(danvan.render(plan))) > 0


@given(texts())
def test_any_text_can_be_marked(text):
    assert stands(danvan.parse(text + " ngày 20/6/2024 " + text)) >= 0


@pytest.mark.corpus
def test_every_real_document_can_be_marked(corpus):
    for file in sorted(corpus.rglob("*.txt")):
        assert stands(danvan.load(file)) > 10, file.name

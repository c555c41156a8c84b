"""JSON: nothing is lost on the way out and back, and nothing wrong comes in."""

import json
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import danvan
from danvan.errors import SchemaError
from danvan.formats.json import MAX_DEPTH
from danvan.strategies.arbitrary import arbitrary_plans, texts

SPAN = danvan.Span(0, 4)
TIME = danvan.TimeExpression(
    text="trước ngày 20/6/2024",
    span=danvan.Span(5, 25),
    value=danvan.PartialDate.parse("2024-06-20"),
    relation=danvan.dates.Relation.BEFORE,
    alternatives=(danvan.Period.month(2024, 6), danvan.TimeLimit(days=3)),
)
SECTION = danvan.Section(
    label="I",
    title="MỤC ĐÍCH",
    level=1,
    path="I",
    roles=(danvan.Role.PURPOSE,),
    body=(
        danvan.Paragraph(marker="-", text="một", span=SPAN),
        danvan.Section(label="1", level=2, path="I.1", span=SPAN),
        danvan.Table(rows=((danvan.plan.Cell(text="ô", span=SPAN),),), span=SPAN),
    ),
    span=SPAN,
)
PLAN = danvan.Plan(
    source=danvan.Source("Số: 12/KH-UBND", name="ke-hoach.txt"),
    kind=danvan.InstrumentKind.parse("Kế hoạch"),
    number=danvan.DocumentNumber.parse("12/KH-UBND"),
    issued_on=danvan.PartialDate.parse("2024-02-XX"),
    issuers=(danvan.Agency("UBND tỉnh"),),
    sections=(SECTION,),
    deadlines=(danvan.Deadline(when=TIME, text=TIME.text, span=TIME.span),),
    provenance={"number": danvan.Provenance.READ},
    parts=(danvan.Part(danvan.PartKind.LETTERHEAD, danvan.Span(0, 14)),),
)


@given(arbitrary_plans())
def test_every_plan_comes_back(plan):
    text = danvan.to_json(plan)
    assert danvan.from_json(text) == plan
    assert danvan.from_json(text.encode()) == plan


@given(arbitrary_plans())
def test_every_plan_comes_back_without_its_text(plan):
    text = danvan.to_json(plan, source=False)
    assert danvan.from_json(text).source.sha256 == plan.source.sha256
    if not isinstance(plan.source, danvan.DetachedSource):
        assert danvan.from_json(text, source=plan.source.text) == plan


@given(arbitrary_plans(), st.integers(0, 4))
def test_indented_json_says_the_same(plan, indent):
    text = danvan.to_json(plan, indent=indent)
    assert json.loads(text) == json.loads(danvan.to_json(plan))
    assert danvan.from_json(text) == plan


@given(arbitrary_plans())
def test_dictionaries_hold_plain_values_only(plan):
    data = danvan.to_dict(plan)
    assert kinds(data) <= {dict, list, str, int, float, bool}
    assert danvan.from_dict(data) == plan


def kinds(value):
    """The types that occur; None does not, since what is absent is left out."""
    found = {type(value)}
    if isinstance(value, list | dict):
        found |= {
            kind
            for item in (value.values() if isinstance(value, dict) else value)
            for kind in kinds(item)
        }
    return found - {type(None)}


@given(texts())
@example("\ud83d\ude00")
@example("\ud83d\uffff\ude00")
@example("\ud83d\uffff\uffff\ude00\ud83d\ude00 😀")
@example("\udc00\ud800")
@example("\\ud83d\\ude00")
@example("\0\ufeff\u2028")
def test_every_text_comes_back(text):
    plan = danvan.Plan(
        source=danvan.Source(text, name=text),
        subject=text,
        provenance={text: danvan.Provenance.READ},
    )
    written = danvan.to_json(plan)
    assert danvan.from_json(written.encode("utf-8")) == plan


def test_pairs_of_surrogates_from_other_writers_are_one_character():
    data = danvan.to_dict(danvan.Plan(source=danvan.Source("😀")))
    assert "\\ud83d\\ude00" in json.dumps(data)
    assert danvan.from_json(json.dumps(data)).source.text == "😀"


def test_the_form():
    assert danvan.to_dict(PLAN) == {
        "schema": "danvan/plan/1",
        "source": {
            "name": "ke-hoach.txt",
            "sha256": PLAN.source.sha256,
            "text": "Số: 12/KH-UBND",
        },
        "kind": "Kế hoạch",
        "number": "12/KH-UBND",
        "issued_on": "2024-02-XX",
        "issuers": [{"name": "UBND tỉnh", "full_name": "UBND tỉnh", "kind": "other"}],
        "sections": [
            {
                "label": "I",
                "title": "MỤC ĐÍCH",
                "level": 1,
                "path": "I",
                "roles": ["purpose"],
                "body": [
                    {"type": "paragraph", "marker": "-", "text": "một", "span": [0, 4]},
                    {"type": "section", "label": "1", "level": 2, "path": "I.1", "span": [0, 4]},
                    {"type": "table", "rows": [[{"text": "ô", "span": [0, 4]}]], "span": [0, 4]},
                ],
                "span": [0, 4],
            }
        ],
        "deadlines": [
            {
                "when": {
                    "text": "trước ngày 20/6/2024",
                    "span": [5, 25],
                    "value": "2024-06-20",
                    "relation": "before",
                    "alternatives": [
                        {
                            "type": "period",
                            "start": "2024-06-01",
                            "end": "2024-06-30",
                            "unit": "month",
                        },
                        {"type": "time-limit", "days": 3},
                    ],
                },
                "text": "trước ngày 20/6/2024",
                "span": [5, 25],
            }
        ],
        "provenance": {"number": "read"},
        "parts": [{"kind": "letterhead", "span": [0, 14]}],
    }


def test_what_has_another_default_than_nothing_is_written_as_none():
    district = danvan.AdministrativeUnit(name="A", kind=danvan.units.UnitKind.DISTRICT, level=None)
    plan = danvan.Plan(source=danvan.Source(""), issuers=(danvan.Agency("x", unit=district),))
    assert danvan.to_dict(plan)["issuers"][0]["unit"]["level"] is None
    assert danvan.from_json(danvan.to_json(plan)) == plan


def test_letters_stay_letters():
    assert "Kế hoạch" in danvan.to_json(PLAN)


def test_a_kind_that_nobody_knows_comes_back():
    plan = danvan.Plan(source=danvan.Source(""), kind=danvan.InstrumentKind(name="KẾ HOẠCH"))
    assert danvan.from_json(danvan.to_json(plan)).kind.name == "KẾ HOẠCH"


def test_known_kinds_come_back_with_what_is_known_of_them():
    assert danvan.from_json(danvan.to_json(PLAN)).kind.abbreviations == ("KH",)


def test_without_its_text_a_plan_keeps_the_digest():
    text = danvan.to_json(PLAN, source=False)
    assert PLAN.source.text not in text.replace(json.dumps("12/KH-UBND"), "")
    detached = danvan.from_json(text)
    assert isinstance(detached.source, danvan.DetachedSource)
    assert (detached.source.text, detached.source.name) == ("", "ke-hoach.txt")
    assert detached.source.sha256 == PLAN.source.sha256
    assert danvan.to_json(detached) == text


def test_another_text_than_was_read_is_refused():
    with pytest.raises(SchemaError, match=r"SHA-256 differs @ \$\.source"):
        danvan.from_json(danvan.to_json(PLAN, source=False), source="Số: 13/KH-UBND")


def problems_of(data):
    with pytest.raises(SchemaError) as caught:
        danvan.from_json(data if isinstance(data, str | bytes) else json.dumps(data))
    return caught.value.problems


def test_all_problems_are_told_at_once_with_their_paths():
    data = danvan.to_dict(PLAN)
    data["issuers"] = "UBND"
    data["number"] = "mười hai"
    data["colour"] = "red"
    data["parts"][0]["kind"] = "poem"
    data["provenance"]["number"] = 1
    data["sections"][0]["level"] = "1"
    data["sections"][0]["body"][0]["type"] = "picture"
    del data["sections"][0]["body"][1]["label"]
    data["sections"][0]["body"][2]["span"] = [4, 0]
    data["deadlines"][0]["when"]["value"] = "2024-02-31"
    data["draft"] = "yes"
    told = {
        problem.rpartition(" @ ")[2]: problem.rpartition(" @ ")[0] for problem in problems_of(data)
    }
    assert told["$.issuers"] == "a list is expected, not 'UBND'"
    assert told["$"] == "unknown fields: 'colour'"
    assert told["$.parts[0].kind"].endswith("is expected, not 'poem'")
    assert told["$.sections[0].level"] == "a whole number is expected, not '1'"
    assert told["$.sections[0].body[0]"].endswith("is expected, not 'picture'")
    assert told["$.sections[0].body[1].label"] == "the field 'label' is missing"
    assert told["$.sections[0].body[2].span"].startswith("a span needs")
    assert told["$.deadlines[0].when.value"].endswith(": '2024-02-31'")
    assert told["$.draft"] == "true or false is expected, not 'yes'"
    assert set(told) > {"$.number", "$.provenance['number']"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", 5),
        ("draft", 1),
        ("draft", None),
        ("source", "x"),
        ("source", {}),
        ("source", {"text": 1}),
        ("source", {"sha256": "xyz"}),
        ("source", {"text": "", "other": 1}),
        ("sections", [1]),
        ("sections", {"0": 1}),
        ("provenance", []),
        ("issued_on", 2024),
        ("period", "2024"),
        ("parts", [{"kind": "title", "span": [True, 2]}]),
        ("parts", [{"kind": "title", "span": [0, 1, 2]}]),
        ("parts", [{"kind": "title", "span": [0, 1.5]}]),
        ("parts", [{"kind": "title", "span": [-1, 1]}]),
        ("parts", [{"kind": ["title"], "span": [0, 1]}]),
        ("targets", [{"value": True, "unit": "%", "span": [0, 1]}]),
        ("targets", [{"value": 10**400, "unit": "%", "span": [0, 1]}]),
    ],
)
def test_wrong_types_are_told(field, value):
    problems = problems_of(danvan.to_dict(PLAN) | {field: value})
    assert len(problems) == 1
    assert f"@ $.{field}" in problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("", "it is not JSON"),
        ("{", "it is not JSON"),
        (b"\xff", "it is not UTF-8"),
        ("[]", "an object is expected, not a list"),
        ("null", "an object is expected, not null"),
        ("{}", "the schema 'danvan/plan/1' is expected, not null"),
        (
            '{"schema": "danvan/plan/2"}',
            "the schema 'danvan/plan/1' is expected, not 'danvan/plan/2'",
        ),
        ('{"schema": ["danvan/plan/1"]}', "the schema 'danvan/plan/1' is expected, not a list"),
        ('{"schema": NaN}', "it is not JSON: NaN is no number"),
        ('{"schema": -Infinity}', "it is not JSON: -Infinity is no number"),
        ('{"schema": 1e999}', "it is not JSON: the number '1e999' is too large"),
        ("9" * 5000, "it is not JSON"),
    ],
)
def test_what_is_no_plan_at_all(data, problem):
    assert problems_of(data)[0].startswith(problem)


@pytest.mark.parametrize("depth", [MAX_DEPTH, 5_000, 200_000])
def test_deep_nesting_is_told_not_followed(depth):
    for opened, closed in (("[", "]"), ('{"a":', "}")):
        nested = opened * depth + "1" + closed * depth
        problems = problems_of(f'{{"schema": "danvan/plan/1", "source": {nested}}}')
        assert problems[0].startswith("it is nested")


def test_deep_nesting_of_dictionaries():
    data = inner = {"schema": "danvan/plan/1"}
    for _ in range(sys.getrecursionlimit() * 2):
        inner["source"] = inner = {}
    with pytest.raises(SchemaError, match="nested"):
        danvan.from_dict(data)


def test_outlines_as_deep_as_they_may_be_come_back():
    section = danvan.Section(label="a", level=32, path="a", span=SPAN)
    for level in range(31, 0, -1):
        section = danvan.Section(label="a", level=level, path="a", body=(section,), span=SPAN)
    plan = danvan.Plan(source=danvan.Source(""), sections=(section,))
    assert danvan.from_json(danvan.to_json(plan)) == plan


def test_length_is_bounded(monkeypatch):
    monkeypatch.setattr("danvan.formats.json.MAX_LENGTH", 100)
    assert problems_of(" " * 101) == ["it is longer than 100 @ $"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=200)
@given(st.data())
def test_whatever_stands_in_a_field_is_read_or_told(data):
    fields = danvan.to_dict(PLAN)
    path = fields
    while True:
        key = data.draw(
            st.sampled_from(sorted(path) if isinstance(path, dict) else range(len(path)))
        )
        if not isinstance(path[key], dict | list) or not path[key] or data.draw(st.booleans()):
            path[key] = data.draw(JSON)
            break
        path = path[key]
    try:
        plan = danvan.from_dict(fields)
    except SchemaError as error:
        assert all(" @ $" in problem for problem in error.problems)  # noqa: PT017 - either is right
    else:
        assert danvan.from_dict(danvan.to_dict(plan)) == plan


@given(JSON)
def test_any_json_is_told(value):
    assert problems_of(json.dumps(value))

"""JSON: nothing is lost on the way out and back, and nothing wrong comes in."""

import io
import json
import sys

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import danvan
from danvan.errors import SchemaError
from danvan.formats import versions
from danvan.formats.json import MAX_DEPTH
from danvan.strategies.arbitrary import arbitrary_plans, texts
from tests.formats.drawn import FEWER, FEWEST

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


@FEWER
@given(arbitrary_plans(), st.integers(0, 4))
def test_every_plan_comes_back(plan, indent):
    text = danvan.to_json(plan)
    assert danvan.from_json(text) == plan
    assert danvan.from_json(text.encode()) == plan
    data = danvan.to_dict(plan)
    assert kinds(data) <= {dict, list, str, int, float, bool}
    assert danvan.from_dict(data) == plan
    indented = danvan.to_json(plan, indent=indent)
    assert json.loads(indented) == json.loads(text)
    assert danvan.from_json(indented) == plan
    bare = danvan.to_json(plan, source=False)
    assert danvan.from_json(bare).source.sha256 == plan.source.sha256
    if not isinstance(plan.source, danvan.DetachedSource):
        assert danvan.from_json(bare, source=plan.source.text) == plan


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
    return list(map(str, caught.value.problems))


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
    assert told["$.colour"] == "this field is unknown"
    assert told["$.parts[0].kind"].endswith("is expected, not 'poem'")
    assert told["$.sections[0].level"] == "a whole number is expected, not '1'"
    assert told["$.sections[0].body[0]"].endswith("is expected, not 'picture'")
    assert told["$.sections[0].body[1].label"] == "this field is missing"
    assert told["$.sections[0].body[2].span"].startswith("a span needs")
    assert told["$.deadlines[0].when.value"].endswith(": '2024-02-31'")
    assert told["$.draft"] == "true or false is expected, not 'yes'"
    assert set(told) > {"$.number", "$.provenance.number"}


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
    monkeypatch.setattr("danvan.formats.jsontext.MAX_LENGTH", 100)
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
        assert all(problem.path.startswith("$") for problem in error.problems)  # noqa: PT017 - either is right
    else:
        assert danvan.from_dict(danvan.to_dict(plan)) == plan


@given(JSON)
def test_any_json_is_told(value):
    assert problems_of(json.dumps(value))


class TestLenient:
    """Lenient reading leaves out what does not fit, and says so."""

    def test_what_fits_is_read_as_strictly(self):
        text = danvan.to_json(PLAN)
        assert danvan.from_json(text, lenient=True) == PLAN

    def test_a_field_an_item_and_an_object_without_what_it_needs_are_left_out(self):
        data = danvan.to_dict(PLAN)
        data["draft"] = "yes"
        data["colour"] = "red"
        data["sections"][0]["roles"] = ["purpose", "decoration"]
        del data["sections"][0]["body"][1]["label"]
        data["deadlines"][0]["when"]["value"] = "2024-02-31"
        read = danvan.from_dict(data, lenient=True)
        assert read.sections[0].roles == (danvan.Role.PURPOSE,)
        assert [type(block).__name__ for block in read.sections[0].body] == ["Paragraph", "Table"]
        assert (read.draft, read.deadlines, read.number) == (False, (), PLAN.number)
        told = [finding.message_en for finding in read.findings]
        assert {finding.code for finding in read.findings} == {"J101"}
        assert any("this field is unknown @ $.colour" in message for message in told)
        assert any("@ $.sections[0].roles[1]" in message for message in told)
        assert any("this field is missing @ $.sections[0].body[1].label" in m for m in told)
        assert any("@ $.deadlines[0].when.value" in message for message in told)
        assert all("bị bỏ qua" in finding.message for finding in read.findings)

    def test_data_are_not_changed(self):
        data = danvan.to_dict(PLAN) | {"draft": "yes"}
        danvan.from_dict(data, lenient=True)
        assert data["draft"] == "yes"

    @pytest.mark.parametrize("data", ["[]", "{", '{"schema": "danvan/plan/1"}', "null"])
    def test_what_a_plan_cannot_be_without_is_asked_for(self, data):
        with pytest.raises(SchemaError):
            danvan.from_json(data, lenient=True)

    @settings(max_examples=30)
    @given(st.data())
    def test_whatever_stands_in_a_field_something_is_read(self, data):
        fields = danvan.to_dict(PLAN)
        name = data.draw(st.sampled_from(sorted(fields.keys() - {"schema", "source"})))
        fields[name] = data.draw(JSON)
        read = danvan.from_dict(fields, lenient=True)
        assert read.source == PLAN.source
        assert danvan.from_dict(danvan.to_dict(read)) == read


class TestUnknownFields:
    """Fields of a later danvan are refused, or kept and handed on."""

    def test_they_are_refused_unless_asked_for(self):
        data = danvan.to_dict(PLAN)
        data["colour"] = "red"
        data["sections"][0]["body"][2]["caption"] = {"vi": "Bảng 1"}
        told = problems_of(data)
        assert told == [
            "this field is unknown @ $.sections[0].body[2].caption",
            "this field is unknown @ $.colour",
        ]

    def test_kept_they_are_written_again_where_they_stood(self):
        data = danvan.to_dict(PLAN)
        data["colour"] = "red"
        data["big"] = 10**20 + 1
        data["sections"][0]["body"][2]["caption"] = {"vi": "Bảng 1"}
        data["issuers"][0]["web"] = None
        data["deadlines"][0]["when"]["alternatives"][0]["sure"] = 0.5
        kept = danvan.formats.UnknownFields()
        read = danvan.from_json(json.dumps(data), unknown=kept)
        assert read == PLAN
        assert kept.as_dict() == {
            "$.issuers[0].web": None,
            "$.sections[0].body[2].caption": {"vi": "Bảng 1"},
            "$.deadlines[0].when.alternatives[0].sure": 0.5,
            "$.colour": "red",
            "$.big": 10**20 + 1,
        }
        assert danvan.to_dict(read, unknown=kept) == data
        assert json.loads(danvan.to_json(read, unknown=kept)) == data

    def test_they_do_not_get_into_another_section(self):
        data = danvan.to_dict(PLAN)
        data["colour"] = "red"
        data["sections"][0]["sure"] = 0.5
        kept = danvan.formats.UnknownFields()
        read = danvan.from_dict(data, unknown=kept)
        other = attrs.evolve(SECTION, title="YÊU CẦU")
        for sections in ((other,), (), (other, SECTION)):
            written = danvan.to_dict(attrs.evolve(read, sections=sections), unknown=kept)
            assert "sure" not in str(written)
            assert written["colour"] == "red"

    def test_they_are_kept_when_reading_leniently(self):
        data = danvan.to_dict(PLAN) | {"draft": "yes", "colour": "red"}
        data["sections"].insert(0, 5)
        data["sections"][1]["sure"] = True
        kept = danvan.formats.UnknownFields()
        read = danvan.from_dict(data, lenient=True, unknown=kept)
        assert kept.as_dict() == {"$.sections[0].sure": True, "$.colour": "red"}
        assert [finding.code for finding in read.findings] == ["J101", "J101"]


class TestVersions:
    """Older documents are brought up to the form of today, step by step."""

    def test_steps_are_taken_one_after_the_other(self, monkeypatch):
        monkeypatch.setattr("danvan.formats.versions.VERSION", 3)
        monkeypatch.setattr("danvan.formats.versions.STEPS", {1: from_first, 2: from_second})
        data = {
            "schema": "danvan/plan/1",
            "source": {"text": "Số: 12/KH-UBND"},
            "symbol": "12/KH-UBND",
            "towns": ["Huế"],
        }
        plan = danvan.from_dict(data)
        assert (str(plan.number), plan.place) == ("12/KH-UBND", "Huế")
        assert danvan.from_dict({**data, "schema": "danvan/plan/2", "towns": "Huế"}) == plan
        with pytest.raises(SchemaError, match=r"unknown @ \$.symbol"):
            danvan.from_dict({**data, "schema": "danvan/plan/3"})
        assert data["schema"] == "danvan/plan/1"

    def test_every_version_below_this_one_has_its_step(self):
        assert set(versions.STEPS) == set(range(1, versions.VERSION))


def from_first(fields):
    return {**fields, "towns": fields["towns"][0]}


def from_second(fields):
    place, number = fields.pop("towns"), fields.pop("symbol")
    return {**fields, "place": place, "number": number}


class TestLines:
    """Many plans, one line for each."""

    @FEWEST
    @given(st.lists(arbitrary_plans(), max_size=2))
    def test_they_come_back(self, plans):
        lines = "".join(danvan.to_json_lines(plans))
        assert lines.count("\n") == len(plans)
        assert list(danvan.from_json_lines(io.StringIO(lines, newline="\n"))) == plans
        assert list(danvan.from_json_lines(io.BytesIO(lines.encode()))) == plans

    def test_the_line_of_an_error_is_told(self):
        lines = [*danvan.to_json_lines([PLAN]), "\n", '{"schema": "danvan/plan/1"}\n']
        reader = danvan.from_json_lines(lines)
        assert next(reader) == PLAN
        with pytest.raises(SchemaError, match=r"this field is missing @ \$.source, line 3"):
            next(reader)

    def test_lenient(self):
        line = json.dumps(danvan.to_dict(PLAN) | {"draft": "yes"})
        (plan,) = danvan.from_json_lines([line], lenient=True)
        assert plan.findings[0].code == "J101"


class TestFast:
    """With orjson and without it the bytes are the same, and what is read from them."""

    @pytest.fixture(autouse=True)
    def _it_is_installed(self):
        pytest.importorskip("orjson")

    @FEWER
    @given(arbitrary_plans())
    @example(attrs.evolve(PLAN, targets=(danvan.Target(value=1e-05, unit="%", span=SPAN),)))
    @example(attrs.evolve(PLAN, targets=(danvan.Target(value=1e16, unit="%", span=SPAN),)))
    @example(attrs.evolve(PLAN, targets=(danvan.Target(value=-0.0, unit="%", span=SPAN),)))
    @example(attrs.evolve(PLAN, sections=(attrs.evolve(SECTION, level=10**20),)))
    def test_the_same_bytes_and_the_same_plan(self, plan):
        fast = danvan.to_json(plan)
        read = danvan.from_json(fast)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("danvan.formats.jsontext.orjson", None)
            assert danvan.to_json(plan) == fast
            assert danvan.from_json(fast) == read == plan

    @given(JSON, st.data())
    def test_the_same_problems(self, value, data):
        fields = danvan.to_dict(PLAN)
        fields[data.draw(st.sampled_from(sorted(fields)))] = value
        text = json.dumps(fields)
        fast = outcome(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("danvan.formats.jsontext.orjson", None)
            assert outcome(text) == fast

    def test_it_is_used(self, monkeypatch):
        monkeypatch.setattr("danvan.formats.jsontext.dumps", None)
        monkeypatch.setattr("danvan.formats.jsontext.loads", None)
        assert danvan.from_json(danvan.to_json(PLAN)) == PLAN


def outcome(text):
    try:
        return danvan.from_json(text)
    except SchemaError as error:
        return str(error)

"""The JSON Schema: what is shipped is what the code makes, and every plan satisfies it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import danvan
from danvan.formats.schema import generate, write
from danvan.strategies.arbitrary import arbitrary_plans
from tests.formats.drawn import FEWER

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(generate())


def test_the_shipped_schema_is_what_the_classes_say():
    assert danvan.json_schema() == generate(), "run `make schema`"


def test_it_is_a_schema():
    Draft202012Validator.check_schema(generate())
    assert generate()["additionalProperties"] is False


def test_it_is_written_as_utf_8(tmp_path):
    file = tmp_path / "plan.schema.json"
    write(file)
    assert json.loads(file.read_bytes()) == generate()
    assert "kế hoạch" in file.read_text(encoding="utf-8")


@FEWER
@given(plan=arbitrary_plans())
def test_every_plan_satisfies_it(validator, plan):
    data = danvan.to_dict(plan)
    assert list(validator.iter_errors(data)) == []


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_sample_satisfies_it_and_comes_back(validator, file):
    plan = danvan.load(file)
    text = danvan.to_json(plan)
    assert list(validator.iter_errors(json.loads(text))) == []
    assert danvan.from_json(text) == plan


@pytest.mark.corpus
def test_every_real_document_satisfies_it_and_comes_back(validator, corpus):
    files = sorted(corpus.rglob("*.txt"))
    assert files
    for file in files:
        plan = danvan.load(file)
        text = danvan.to_json(plan)
        assert list(validator.iter_errors(json.loads(text))) == [], file.name
        assert danvan.from_json(text) == plan, file.name


@pytest.mark.parametrize(
    "change",
    [
        {"number": 5},
        {"sections": {}},
        {"colour": "red"},
        {"schema": "danvan/plan/2"},
        {"source": {"text": ""}},
        {"parts": [{"kind": "poem", "span": [0, 1]}]},
        {"parts": [{"kind": "title", "span": [0, 1, 2]}]},
    ],
)
def test_it_refuses_what_has_another_form(validator, change):
    data = danvan.to_dict(danvan.Plan(source=danvan.Source("")))
    assert validator.is_valid(data)
    assert not validator.is_valid(data | change)

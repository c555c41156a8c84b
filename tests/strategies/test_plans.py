"""Drawn plans: written in every layout and read back, they say what they said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import danvan
from danvan.instruments import scan as scan_citations
from danvan.plan import differences
from danvan.render import Layout
from danvan.strategies import plans, sample_plan
from danvan.strategies.choices import Seeded
from danvan.strategies.offices import office
from danvan.strategies.words import offices_data, words
from danvan.units import scan as scan_agencies

#: Examples a layout: always the same ones in the short run, in the long one a thousand new ones.
LONG = settings().max_examples > 1_000


@pytest.mark.parametrize("layout", Layout)
@settings(max_examples=1_000 if LONG else 50, derandomize=not LONG)
@given(plan=plans(), width=st.integers(64, 110))
def test_a_plan_written_and_read_is_equivalent(
    layout: Layout, plan: danvan.Plan, width: int
) -> None:
    read = danvan.parse(danvan.render(plan, layout, width=width))
    assert [str(difference) for difference in differences(plan, read)] == []
    assert read.equivalent(plan)


@settings(max_examples=20)
@given(plans())
def test_a_drawn_plan_survives_json(plan: danvan.Plan) -> None:
    assert danvan.from_json(danvan.to_json(plan)) == plan


def test_every_office_issues_plans() -> None:
    drawn = {
        tuple(issuer.full_name.split(" ")[0] for issuer in sample_plan(seed).issuers)
        for seed in range(150)
    }
    assert drawn >= {("Ủy",), ("Sở",), ("Phòng",), ("Trường",), ("Tỉnh",), ("Đảng",), ("Ban", "Ủy")}


def test_drawn_plans_have_every_part() -> None:
    drawn = [sample_plan(seed) for seed in range(150)]
    assert any(plan.draft for plan in drawn)
    assert any(plan.footnotes for plan in drawn)
    assert any(plan.period for plan in drawn)
    assert any(plan.superior for plan in drawn)
    assert any(plan.urgency for plan in drawn)
    assert any(len(plan.signatures) == 2 for plan in drawn)
    assert any(plan.targets for plan in drawn)
    assert any(plan.appendices for plan in drawn)
    assert any(plan.issued_with for plan in drawn)
    assert any(duty.product for plan in drawn for duty in plan.assignments)
    assert any(duty.via for plan in drawn for duty in plan.assignments)
    assert any(duty.supervised for plan in drawn for duty in plan.assignments)
    assert any(duty.advising for plan in drawn for duty in plan.assignments)
    assert all(plan.bases and plan.assignments and plan.recipients for plan in drawn)
    assert {s.label[:4] for plan in drawn for s in plan.walk()} >= {
        "I",
        "A",
        "1",
        "1.1",
        "a",
        "Điều",
    }
    levels = {section.level for plan in drawn for section in plan.walk()}
    assert levels >= {1, 2, 3, 4}


def test_the_plan_of_a_seed_is_always_the_same() -> None:
    assert sample_plan(11) == sample_plan(11)
    assert sample_plan(11) != sample_plan(12)


@pytest.mark.parametrize("characters", [10_000, 100_000])
def test_a_plan_may_be_long(characters: int) -> None:
    plan = sample_plan(3, characters=characters)
    text = danvan.render(plan)
    assert characters < len(text) < 3 * characters
    assert danvan.parse(text).equivalent(plan)


NEUTRAL = ("purposes", "requirements", "task_titles", "tasks", "clauses", "products")


@pytest.mark.parametrize("kind", NEUTRAL)
def test_in_neutral_words_nothing_is_to_be_read(kind: str) -> None:
    for said in words()[kind]:
        assert danvan.dates.scan(said) == ()
        assert scan_citations(said) == ()
        assert scan_agencies(said) == ()


class Entry(Seeded):
    """Decides for one entry of the offices, then by its number."""

    def __init__(self, entry: int) -> None:
        super().__init__(entry)
        self._entry: int | None = entry

    def number(self, low: int, high: int) -> int:
        entry, self._entry = self._entry, None
        return super().number(low, high) if entry is None else entry


@pytest.mark.parametrize("entry", range(len(offices_data())))
def test_an_office_names_bodies_that_are_known(entry: int) -> None:
    issuing = office(Entry(entry))
    named = issuing.entry
    assert issuing.entry is offices_data()[entry]
    for name in (*named["doing"], *named["below"], *named["above"], named["channel"]):
        (mention,) = scan_agencies(f"{name} lập danh sách.", issuing.context)
        assert mention.text == name
        assert mention.agency == issuing.agency(name)
    with pytest.raises(ValueError, match="no body is known by this name"):
        issuing.agency("lập danh sách")

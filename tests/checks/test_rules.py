"""Every rule with the two examples that it carries."""

import pytest

import danvan
from danvan.checks import Family, check, rules
from danvan.checks.rule import Rule

RULES = rules()


def _codes(rule: Rule, text: str, above: str | None) -> list[str]:
    superiors = [danvan.parse(above)] if above is not None else []
    found = check(danvan.parse(text.strip()), superiors, select=[rule.code])
    return [finding.code for finding in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_failing_example_fails(rule: Rule) -> None:
    assert rule.code in _codes(rule, rule.fails, rule.fails_above)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_passing_example_passes(rule: Rule) -> None:
    assert rule.passes.strip()
    assert _codes(rule, rule.passes, rule.passes_above) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert rule.family is not None
    assert rule.about.endswith(".")
    assert rule.about_en.endswith(".")
    assert rule.source.startswith(("NĐ ", "Luật ", "Practice", "Reason: ", "Register: "))
    codes = {other.code for other in RULES}
    assert rule.implies <= codes - {rule.code}


@pytest.mark.parametrize("rule", [r for r in RULES if r.fixable], ids=lambda rule: rule.code)
def test_what_a_rule_can_mend_it_mends(rule: Rule) -> None:
    text = rule.fails.strip()
    for _ in range(5):
        found = check(danvan.parse(text), select=[rule.code])
        if not found:
            break
        for edit in reversed(found[0].edits):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert check(danvan.parse(text), select=[rule.code]) == ()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.family for rule in RULES} <= set(Family)

"""The page of the rules is that of the rules there are."""

from pathlib import Path

from danvan.checks import rules
from danvan.checks.reference import rule_page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_the_rules_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rule_page(rules()), "run `make rules`"

"""Clean documents have no finding; a planted fault is found once, at its place, and nothing else."""

import pytest

from danvan.checks import rules
from tests.checks.faults import ABOVE, PLANTED, Planted, findings_of


@pytest.mark.parametrize("document", ABOVE)
def test_a_clean_document_has_no_finding(document: str) -> None:
    _, found = findings_of(document)
    assert [(finding.code, finding.message) for finding in found] == []


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.code)
def test_a_planted_fault_is_found_once_at_its_place_and_nothing_else(fault: Planted) -> None:
    text, found = findings_of(fault.document, fault)
    assert [f.code for f in found if f.code == fault.code] == [fault.code]
    rule = next(rule for rule in rules() if rule.code == fault.code)
    assert {f.code for f in found} - {fault.code} <= rule.implies | set(fault.also)
    span = next(f.span for f in found if f.code == fault.code)
    assert span is not None
    assert span.of(text).startswith(fault.place)


def test_every_rule_has_a_planted_fault() -> None:
    assert {fault.code for fault in PLANTED} == {rule.code for rule in rules()}

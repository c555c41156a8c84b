"""Checking never fails, whatever the text; its places lie in the text; its edits mend."""

from hypothesis import given
from hypothesis import strategies as st

import danvan
from danvan.checks.fixes import apply, mend
from danvan.findings import Edit
from danvan.span import Span
from tests.checks.faults import ABOVE, text_of

_PIECES = st.sampled_from(
    [*"".join(text_of(name) for name in ABOVE).split("\n"), "Số: 5 /KH-UBND", "(1)", "“", "của của"]
)


@given(st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=30).map("\n".join)))
def test_checking_is_total_and_places_lie_in_the_text(text: str) -> None:
    plan = danvan.parse(text)
    for finding in danvan.check(plan, [plan]):
        for span in (finding.span, *finding.related, *(edit.span for edit in finding.edits)):
            assert span is None or 0 <= span.start <= span.end <= len(text)


@given(st.lists(_PIECES, max_size=30).map("\n".join))
def test_mending_comes_to_an_end_and_leaves_little_to_mend(text: str) -> None:
    def check(text: str) -> tuple[danvan.Finding, ...]:
        return danvan.check(danvan.parse(text), select=["N", "D105", "D106", "S119", "S129"])

    mended = mend(text, check)
    before = sum(bool(finding.edits) for finding in check(text))
    after = sum(bool(finding.edits) for finding in check(mended))
    assert after <= before
    assert mend(mended, check) == mended or after < before


def test_of_edits_that_meet_the_first_is_put_in() -> None:
    edits = [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y"), Edit(Span(4, 4), "z")]
    assert apply("abcdef", edits) == "xdzef"

"""Plans as offices issue them, which layouts do not change (kế hoạch)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from danvan.strategies.author import write
from danvan.strategies.choices import Drawn, Seeded

if TYPE_CHECKING:
    from danvan.plan import Plan


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of all systems and levels, whose words read in one way.

    They are written and not parsed: each citation, deadline and duty is there because its words
    were chosen. Their spans and their source are empty, which `Plan.equivalent` does not see.

    >>> import danvan
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=3, database=None)
    ... @given(plans())
    ... def test_reading(plan):
    ...     assert danvan.parse(danvan.render(plan)).equivalent(plan)
    >>> test_reading()
    """
    return write(Drawn(draw))


def sample_plan(seed: int, *, characters: int = 0) -> Plan:
    """The plan of a seed, always the same, for measurements and examples.

    Args:
        seed: any whole number.
        characters: about how long its text is at least, as `danvan.render` writes it.

    >>> from danvan import render
    >>> plan = sample_plan(7, characters=10_000)
    >>> plan == sample_plan(7, characters=10_000), len(render(plan)) > 10_000
    (True, True)
    """
    return write(Seeded(seed), characters=characters)

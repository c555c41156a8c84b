"""Where a plan takes up what the plan above gives to its level (tiếp nhận nhiệm vụ)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from danvan.checks.covering import covers
from danvan.plan import Assignment
from danvan.text import folded
from danvan.units import AgencyKind, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.plan import Plan, Section
    from danvan.units import Agency

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
# Below the level in the first place stand those after it.
_ORDER = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.HAMLET)


@cache
def _empty_words() -> frozenset[str]:
    """The words that stand in every duty and tell none from another."""
    file = resources.files("danvan.checks") / "data" / "empty_words.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def telling_words(text: str) -> frozenset[str]:
    """The pairs of neighbouring words of a text that are not all empty.

    Vietnamese words are mostly of two syllables, so pairs tell more than single ones.
    """
    words = _WORD.findall(folded(text))
    empty = _empty_words()
    return frozenset(
        f"{one} {other}" for one, other in pairwise(words) if not (one in empty and other in empty)
    )


def share_taken(duty: frozenset[str], text: frozenset[str]) -> float:
    """How much of what a duty says stands in a text, 0 to 1."""
    return len(duty & text) / len(duty) if duty else 0.0


def below(one: Level | None, other: Level | None) -> bool:
    """Whether one level is below another."""
    if one is None or other is None:
        return False
    return _ORDER.index(one) > _ORDER.index(other)


def level_of(plan: Plan) -> Level | None:
    """The level of the body that issues a plan; the lowest where several do."""
    levels = [issuer.level for issuer in plan.issuers if issuer.level is not None]
    return max(levels, key=_ORDER.index, default=None)


def height(plan: Plan) -> int:
    """How many levels are below that of a plan's issuer; one more than all where it is unknown."""
    level = level_of(plan)
    return len(_ORDER) if level is None else len(_ORDER) - 1 - _ORDER.index(level)


def duties_for(superior: Plan, plan: Plan) -> Iterator[Assignment]:
    """The work that a plan above gives to the body that issues a plan, or to all of its level."""
    for assignment in superior.assignments:
        if any(is_meant(agency, issuer) for agency in assignment.lead for issuer in plan.issuers):
            yield assignment


def is_meant(named: Agency, issuer: Agency) -> bool:
    """Whether a body that is named in the plan above is, or has in it, the issuer of the other."""
    if named.kind is AgencyKind.LOCALITY and named.collective:
        return named.level is None or named.level is issuer.level
    if named.level is not issuer.level:
        return False
    if named.collective:
        return named.kind is issuer.kind or covers(named, issuer)
    return named.key == issuer.key


@attrs.frozen(kw_only=True)
class Uptake:
    """What a plan does with one duty from above (tiếp nhận).

    ``section`` is the path of the section that takes it up, None where none does; ``share`` how
    much of the duty's words stand there, 0 to 1; ``deadline`` the last day that the plan sets in
    that section, in words of the document, "" where it sets none.
    """

    duty: Assignment
    section: str | None = None
    share: float = 0.0
    deadline: str = ""

    @property
    def is_taken_up(self) -> bool:
        """Whether some section takes the duty up."""
        return self.section is not None


def uptake(superior: Plan, plan: Plan, least: float = 0.4) -> tuple[Uptake, ...]:
    """What a plan does with each duty that the plan above gives to its level.

    Args:
        superior: the plan above.
        plan: the plan below.
        least: the share of a duty's words that a section must have to take it up.

    Returns:
        One for each duty, in the order of the plan above. Duties of very few words are left out:
        no words can show that they were taken up.
    """
    sections = [(s.path, telling_words(_text_of(s))) for s in plan.walk()]
    if not sections:
        sections = [("", telling_words(" ".join(p.text for p in plan.preamble)))]
    found = []
    for duty in duties_for(superior, plan):
        words = telling_words(duty.action)
        if len(words) < _FEWEST_WORDS:
            continue
        path, share = max(
            ((path, share_taken(words, text)) for path, text in sections), key=lambda p: p[1]
        )
        taken = share >= least
        found.append(
            Uptake(
                duty=duty,
                section=path if taken else None,
                share=share,
                deadline=_deadline_in(plan, path, words) if taken else "",
            )
        )
    return tuple(found)


def _text_of(section: Section) -> str:
    """The words of a section, without those of the sections below it."""
    return " ".join([section.title or "", *(p.text for p in section.paragraphs)])


def _deadline_in(plan: Plan, path: str, duty: frozenset[str]) -> str:
    """The deadline of a section that has most to do with a duty."""
    within = [d for d in plan.deadlines if d.section == path]
    nearest = max(within, key=lambda d: share_taken(duty, telling_words(d.about)), default=None)
    return nearest.text if nearest is not None else ""

"""spaCy: texts with what is named in them, to train and to measure models with."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from danvan.formats.mentions import Label, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.plan import Plan

_Offsets = tuple[int, int, str]


def to_spacy(plan: Plan, *, labels: Iterable[Label | str] = Label) -> dict[str, Any]:
    r"""The text of a plan with what is named in it, as spaCy's ``DocBin`` is filled (dữ liệu mẫu).

    ``text`` is the source as it was given. ``entities`` are ``(start, end, label)`` in code points,
    none of which overlap, for ``Doc.ents``: where two do, the label that is asked for first is
    kept. ``spans`` are all of them, for a group of ``Doc.spans``. Mentions that a note or the foot
    of a page interrupts are left out. spaCy itself is not needed.

    Args:
        plan: the plan.
        labels: what is asked for, in the order of preference.

    Raises:
        ValueError: if there is no such label.

    >>> import danvan
    >>> plan = danvan.parse("I. NỘI DUNG\n\nPhòng Nội vụ báo cáo trước ngày 20/6/2024.")
    >>> to_spacy(plan)["entities"]
    [(13, 25, 'AGENCY'), (34, 54, 'DEADLINE')]
    >>> to_spacy(plan)["spans"]["danvan"]
    [(13, 25, 'AGENCY'), (34, 54, 'DEADLINE'), (34, 54, 'DATE')]
    """
    order = [Label(label) for label in labels]
    found = [mention for mention in mentions(plan, order) if mention.whole]
    offsets = [(m.span.start, m.span.end, m.label.upper()) for m in found]
    rank = {label.upper(): place for place, label in enumerate(order)}
    return {
        "text": plan.source.text,
        "entities": _apart(sorted(offsets, key=lambda each: (rank[each[2]], each))),
        "spans": {"danvan": offsets},
    }


def _apart(offsets: Iterable[_Offsets]) -> list[_Offsets]:
    """Those that overlap none that was given before them, in reading order."""
    kept: list[_Offsets] = []
    starts: list[int] = []
    for each in offsets:
        place = bisect_right(starts, each[0])
        before_ends = kept[place - 1][1] if place else 0
        after_starts = kept[place][0] if place < len(kept) else each[1]
        if before_ends <= each[0] and each[1] <= after_starts:
            kept.insert(place, each)
            starts.insert(place, each[0])
    return kept

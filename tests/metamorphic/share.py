"""The share of documents, and of their fields, that a rewriting leaves as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

import danvan
from danvan.plan import Difference, differences
from tests.corpus.places import DATA, EXAMPLES, folders
from tests.metamorphic.rewritings import REWRITINGS, Rewriting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from danvan.plan import Plan

_NOT_SAID = frozenset({"source", "parts", "findings", "provenance"})


@attrs.frozen(kw_only=True)
class Outcome:
    """What a rewriting did to one document."""

    document: str
    fields: int
    changed: tuple[Difference, ...]

    @property
    def fields_changed(self) -> int:
        """How many fields of the plan are no longer the same."""
        return len({difference.path.split("[")[0].split(".")[0] for difference in self.changed})


@attrs.frozen(kw_only=True)
class Share:
    """What a rewriting did to all documents to which it applies."""

    rewriting: Rewriting
    outcomes: tuple[Outcome, ...]

    @property
    def of_documents(self) -> float:
        """The share of documents that are equivalent."""
        same = sum(not outcome.changed for outcome in self.outcomes)
        return same / len(self.outcomes) if self.outcomes else 1.0

    @property
    def of_fields(self) -> float:
        """The share of their fields, as far as these hold something, that are the same."""
        total = sum(outcome.fields for outcome in self.outcomes)
        changed = sum(outcome.fields_changed for outcome in self.outcomes)
        return 1 - changed / total if total else 1.0


def texts(*, samples_only: bool = False) -> dict[str, str]:
    """The samples, and the documents of the corpus as far as it is there."""
    found = [EXAMPLES, DATA / "plans"]
    if not samples_only:
        found += [folder for folder in folders() if folder not in found]
    return {
        path.name: path.read_text(encoding="utf-8")
        for folder in found
        for path in sorted(folder.glob("*.txt"))
    }


def outcome(name: str, plan: Plan, rewriting: Rewriting) -> Outcome | None:
    """What a rewriting does to a plan; None where it has nothing to rewrite."""
    text = rewriting.rewrite(plan)
    if text is None:
        return None
    changed = tuple(
        difference
        for difference in differences(plan, danvan.parse(text))
        if rewriting.hides is None or not rewriting.hides.search(difference.path)
    )
    said = [f for f in attrs.fields_dict(type(plan)) if f not in _NOT_SAID and getattr(plan, f)]
    return Outcome(document=name, fields=len(said), changed=changed)


def shares(documents: Mapping[str, str], chosen: Iterable[Rewriting] = REWRITINGS) -> list[Share]:
    """The share of each rewriting over some documents."""
    plans = {name: danvan.parse(text) for name, text in documents.items()}
    return [
        Share(
            rewriting=rewriting,
            outcomes=tuple(
                found
                for name, plan in plans.items()
                if (found := outcome(name, plan, rewriting)) is not None
            ),
        )
        for rewriting in chosen
    ]

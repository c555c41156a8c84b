"""The bodies of the five real plans: recognised, of the right system and level, in the right unit.

The truth was written by eye. It has no words of the documents: they and the names in their hand-made
truth are told by digests.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

import danvan
from danvan import Plan
from danvan.text import folded
from danvan.units import AgencyContext, AgencyMention, find_agencies

if TYPE_CHECKING:
    from collections.abc import Iterator


pytestmark = pytest.mark.corpus

_FILE = Path(__file__).parents[1] / "data" / "agencies_seeds.jsonl"
TRUTH = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
NOW = datetime.date(2026, 11, 1)
#: The issuer's unit and what has followed it, checked against the reference beside the project.
UNITS = {
    "2a0feaa7cd2fa02e": ("64", "52"),
    "4be93b27b4d91e4a": ("870", "29971 29978 29983 29992 30154"),
    "e14cd855761b69cd": ("62", "51"),
    "3380eb11a1dacca6": ("25349", "25349"),
    "3328f5872f1b1183": ("703", "25459 25480 25567"),
}


@attrs.frozen
class _Document:
    """A real plan with its hand-made truth."""

    key: str
    text: str
    plan: Plan
    gold: dict

    @property
    def context(self) -> AgencyContext:
        """What the plan knows of itself."""
        issuer = self.plan.issuers[-1]
        day = self.plan.issued_on
        return AgencyContext(
            issuer=issuer, unit=issuer.unit, day=day.earliest if day is not None else None
        )

    def digest(self, name: str) -> str:
        return hashlib.sha256(f"{self.key} {folded(name)}".encode()).hexdigest()[:16]

    def names(self) -> Iterator[tuple[str, str]]:
        """The names in the truth, with their roles."""
        for name in self.gold["header"]["issuers"]:
            yield "issuer", name
        for assignment in self.gold["assignments"]:
            for role in ("lead", "coordinating", "reports_to"):
                for name in assignment[role]:
                    yield "assignee", name
        for recipient in self.gold["recipients"]:
            yield "recipient", recipient["text"]


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[_Document]:
    found = []
    for path in sorted((corpus / "seeds").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        data = path.with_name(gold["file"]).read_bytes()
        text = data.decode()
        key = hashlib.sha256(data).hexdigest()[:16]
        found.append(_Document(key, text, danvan.parse(text), gold))
    return found


def _bodies(mentions: list[AgencyMention]) -> list[list[str | None]]:
    return [[m.agency.system, m.agency.level] for m in mentions]


def _mentions(document: _Document, role: str, name: str) -> list[AgencyMention]:
    """The bodies that are recognised where the name stands."""
    if role != "assignee":
        return list(find_agencies(name, document.context))
    mentions = find_agencies(document.text, document.context)
    found = [m for m in mentions if folded(m.text.replace("*", "")) == folded(name)]
    levels = {(m.agency.system, m.agency.level) for m in found}
    return found[:1] if len(levels) == 1 else found


def _wanted() -> dict[tuple[str, str, str], list[list[str | None]]]:
    return {
        (t["document"], t["role"], t["name"]): t["bodies"] for t in TRUTH if t["role"] != "title"
    }


def test_every_body_has_its_system_and_level(documents: list[_Document]) -> None:
    wanted = _wanted()
    seen, wrong = set(), []
    for document in documents:
        for role, name in document.names():
            key = (document.key, role, document.digest(name))
            seen.add(key)
            found = _bodies(_mentions(document, role, name))
            if found != wanted[key]:
                wrong.append((document.gold["file"], role, name, found, wanted[key]))
    assert seen == set(wanted)
    assert len(wrong) <= 0.03 * len(wanted), wrong


def test_the_plan_has_the_same_bodies(documents: list[_Document]) -> None:
    """What `parse` hands on: issuers, those who lead, and recipients of one body."""
    wanted = _wanted()
    found, right = 0, 0
    for document in documents:
        plan = document.plan
        named = [("issuer", a.name, a) for a in plan.issuers]
        named += [("assignee", a.name, a) for work in plan.assignments for a in work.lead]
        named += [("recipient", r.text, r.agency) for r in plan.recipients if r.agency]
        for role, name, agency in named:
            bodies = wanted.get((document.key, role, document.digest(name)))
            if bodies is not None:
                found += 1
                right += [[agency.system, agency.level]] == bodies
    assert found >= 60
    assert right >= 0.97 * found


def test_issuers_are_in_the_right_unit(documents: list[_Document]) -> None:
    for document in documents:
        code, successors = UNITS[document.key]
        for issuer in document.plan.issuers:
            unit = issuer.unit
            assert unit is not None
            assert unit.code == code
            assert " ".join(heir.code or "" for heir in unit.successors(NOW)) == successors
            day = document.plan.issued_on
            assert unit.is_valid(day.earliest if day else datetime.date(2024, 1, 1))


def test_places_are_the_issuers_units(documents: list[_Document]) -> None:
    placed = [d.plan for d in documents if d.plan.place is not None]
    assert len(placed) == 3
    assert all(plan.place_unit == plan.issuers[0].unit for plan in placed)


def test_no_body_is_in_a_title_that_names_none(documents: list[_Document]) -> None:
    """The bodies in the titles of citations are those that were judged to be bodies."""
    known = {(t["document"], t["name"]) for t in TRUTH if t["role"] == "title"}
    strange = []
    for document in documents:
        for citation in document.plan.citations:
            title = citation.instrument.title
            if title is None:
                continue
            strange += [
                (document.gold["file"], m.text, title)
                for m in find_agencies(title, document.context)
                if (document.key, document.digest(m.text)) not in known
            ]
    assert strange == []

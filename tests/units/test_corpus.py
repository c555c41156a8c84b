"""The bodies of the real plans, with their truth read from beside the project when the test runs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from danvan.text import folded
from danvan.units import Agency, AgencyContext, AgencyMention, find_agencies

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus

_BRACKET = re.compile(r" ?\([^()]*\)$")
_JOINTS = re.compile(r"[\s,;]+|và")
_ARCHIVE = re.compile(r"\s*[-–]?\s*Lưu")


class _Document:
    """A plan, its truth and the bodies found in it."""

    def __init__(self, gold: Path) -> None:
        self.truth = json.loads(gold.read_text(encoding="utf-8"))
        self.text = gold.with_name(self.truth["file"]).read_text(encoding="utf-8")
        parsed = [Agency.parse(name) for name in self.truth["header"]["issuers"]]
        self.context = AgencyContext(
            issuer=parsed[0], unit=next((a.unit for a in parsed if a.unit), None)
        )
        self.mentions = find_agencies(self.text, self.context)

    def named(self, name: str, start: int, end: int) -> bool:
        """Whether a body is found by exactly this name in a stretch of the text."""
        key = folded(name)
        return any(
            folded(m.text.replace("*", "")) == key
            for m in self.mentions
            if start <= m.span.start < end
        )


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[_Document]:
    return [_Document(path) for path in sorted((corpus / "seeds").glob("*.gold.json"))]


def test_bodies_of_assignments(documents: list[_Document]) -> None:
    found, missed = 0, []
    for document in documents:
        assignments = document.truth["assignments"]
        starts = [*[a["start"] for a in assignments], len(document.text)]
        for assignment, following in zip(assignments, starts[1:], strict=True):
            start = assignment["start"]
            # What it charges may stand in the heading above; the rest stands in the paragraph.
            wanted = [(name, 0, following) for name in assignment["lead"]]
            wanted += [(n, start, following) for n in assignment["coordinating"]]
            wanted += [(n, start, following) for n in assignment["reports_to"]]
            for name, begin, end in wanted:
                if document.named(name, begin, end):
                    found += 1
                else:
                    missed.append((document.truth["file"], name))
    assert found >= 0.97 * (found + len(missed)), missed


def test_bodies_of_assignments_have_a_system_and_a_level(documents: list[_Document]) -> None:
    for document in documents:
        for mention in document.mentions:
            agency = mention.agency
            if not agency.collective and agency.unit is not None:
                assert agency.level is not None, mention
            if not agency.collective and agency.full_name.startswith(("Ủy ban", "Sở", "Phòng")):
                assert agency.system is not None, mention


def test_issuers_are_named_in_full(documents: list[_Document]) -> None:
    for document in documents:
        keys = {m.agency.key for m in document.mentions}
        for issuer in document.truth["header"]["issuers"]:
            assert folded(issuer) in keys, issuer


def _covers(line: str, mentions: tuple[AgencyMention, ...]) -> bool:
    rest = line
    for mention in reversed(mentions):
        rest = rest[: mention.span.start] + " " + rest[mention.span.end :]
    return not _JOINTS.sub("", rest)


def test_recipients_are_bodies_from_end_to_end(documents: list[_Document]) -> None:
    lines = [
        (document, _BRACKET.sub("", recipient["text"]))
        for document in documents
        for recipient in document.truth["recipients"]
    ]
    missed = [
        line for document, line in lines if not _covers(line, find_agencies(line, document.context))
    ]
    assert len(missed) <= 0.03 * len(lines), missed


def test_no_body_lies_in_the_number_of_a_citation(documents: list[_Document]) -> None:
    for document in documents:
        for citation in document.truth["citations"]:
            start, end = citation["start"], citation["start"] + len(citation["text"])
            if citation["number"] is not None:
                inside = [m for m in document.mentions if start < m.span.end and m.span.start < end]
                assert not inside


def test_other_documents_are_read_without_overlaps(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        mentions = find_agencies(text)
        assert mentions
        for mention in mentions:
            assert mention.span.of(text) == mention.text
            assert not _ARCHIVE.match(mention.text)

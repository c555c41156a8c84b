"""The planted faults are found in other layouts of the same documents, and nothing in clean ones."""

import re
import textwrap
import unicodedata
from collections.abc import Callable

import pytest

import danvan
from tests.checks.faults import ABOVE, PLANTED, Planted, text_of


def decomposed(text: str) -> str:
    """Letters and marks apart, and the line ends of Windows."""
    return unicodedata.normalize("NFD", text).replace("\n", "\r\n")


def as_markdown(text: str) -> str:
    """Headings as text recognition marks them."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        if re.match(r"[IVX]+\. ", line):
            lines[i] = f"## {line}"
        elif re.match(r"\d+\. [^.]{3,60}$", line) or (line.isupper() and line[0] not in "-S"):
            lines[i] = f"**{line}**"
    return "\n".join(lines)


def wrapped(text: str) -> str:
    """Headings as text recognition marks them, and lines of one length."""
    lines = as_markdown(text).split("\n")
    return "\n".join(
        piece
        for line in lines
        for piece in textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""]
    )


LAYOUTS = (decomposed, wrapped)


def found(document: str, layout: Callable[[str], str], fault: Planted | None = None) -> list[str]:
    texts = {name: text_of(name) for name in (document, *ABOVE[document])}
    if fault is not None:
        where = ABOVE[document][0] if fault.above else document
        texts[where] = texts[where].replace(fault.old, fault.new, 1)
    plans = {name: danvan.parse(layout(text)) for name, text in texts.items()}
    findings = danvan.check(plans[document], [plans[name] for name in ABOVE[document]])
    return [finding.code for finding in findings]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("document", ABOVE)
def test_clean_documents_are_clean_in_every_layout(document, layout) -> None:
    assert found(document, layout) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_planted_faults_are_found_in_every_layout(layout) -> None:
    missed = [f.code for f in PLANTED if found(f.document, layout, f).count(f.code) != 1]
    assert missed == []

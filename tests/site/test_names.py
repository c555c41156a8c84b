"""The reference and the glossary have every public name."""

import inspect
import re
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest

import danvan
from tools.site.codes import codes
from tools.site.commands import commands
from tools.site.names import ROOMS, home

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {path: path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.md")}
_NAMES = re.compile(
    r"^```\{names\} danvan\.(?P<room>\w+)\n(?P<names>.*?)^```", re.MULTILINE | re.DOTALL
)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# What is told in English words alone, and stands in the glossary with its own Vietnamese.
PUBLIC = {room: getattr(import_module(f"danvan.{room}"), "__all__", ()) for room in ROOMS}
CLASSES = [
    value
    for room, names in PUBLIC.items()
    for value in (getattr(import_module(f"danvan.{room}"), name) for name in names)
    if inspect.isclass(value)
]


def _documented() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for page in PAGES.values():
        for block in _NAMES.finditer(page):
            for line in block["names"].splitlines():
                names, colon, _ = line.partition(":")
                found.setdefault(block["room"], []).extend([names] if colon else names.split())
    return found


@pytest.mark.parametrize("room", [room for room in ROOMS if PUBLIC[room]])
def test_the_reference_has_every_public_name_once(room: str) -> None:
    assert sorted(_documented().get(room, [])) == sorted(PUBLIC[room])


def test_modules_that_are_no_rooms_are_documented() -> None:
    found = _documented()
    errors = [
        name
        for name, value in vars(import_module("danvan.errors")).items()
        if inspect.isclass(value) and value.__module__ == "danvan.errors"
    ]
    assert sorted(found["errors"]) == sorted(errors)
    assert {"Finding", "Severity", "Edit"} <= set(found["findings"])
    assert {"CitationGraph", "citation_graph"} <= set(found["graph"])
    assert found["span"] == ["Span"]


def test_every_name_of_danvan_is_one_of_a_room() -> None:
    found = _documented()
    for name in danvan.__all__:
        value = getattr(danvan, name)
        if inspect.ismodule(value):
            assert name in PUBLIC, name
        elif not name.startswith("_"):
            _, room, own = home(name).split(".")
            assert own in found[room], name


@pytest.mark.parametrize("value", CLASSES, ids=lambda value: f"{value.__module__}.{value.__name__}")
def test_the_glossary_has_the_terms_of_every_class(value: type) -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    rows = [
        line for line in glossary.splitlines() if re.search(rf"`[\w.]*\b{value.__name__}\b", line)
    ]
    assert rows, f"the glossary has no {value.__name__}"
    first = " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())
    for term in _IN_BRACKETS.findall(first):
        if any(unicodedata.decomposition(letter) for letter in term if letter.isalpha()):
            assert term.casefold() in glossary.casefold(), f"{value.__name__}: {term}"


def test_every_command_has_its_help() -> None:
    assert {"parse", "deadlines", "citations", "check", "rules", "explain"} <= set(commands())
    assert "{command-line}" in (DOCS / "reference/commands.md").read_text(encoding="utf-8")


def test_every_code_of_the_reader_says_what_it_means() -> None:
    found = codes()
    assert {"R101", "R105", "R111"} <= set(found)
    for code, told in found.items():
        for one in told:
            assert one["severity"] in {"error", "warning", "note"}, code
            assert one["message"], code
            assert one["message_en"], code

"""The pages of the site: links lead somewhere, and what is shown was run."""

import re
import shlex
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest

from danvan.cli import main
from tools.site.cells import cells, run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
WRITINGS = [*PAGES, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
GALLERY = [path for path in PAGES if cells(path.read_text(encoding="utf-8"))]

_FENCE = re.compile(
    r"^(?P<mark>`{3,})(?P<kind>[^\n`]*)\n(?P<body>.*?)^(?P=mark)[ ]*$", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"`+[^`]*`+")
_LINK = re.compile(
    r"!?\[[^\]]*\]\(<?(?P<target>[^()<>\s]+)>?\)|^\[\w+\]: (?P<named>\S+)", re.MULTILINE
)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _blocks(path: Path, *kinds: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [found["body"] for found in _FENCE.finditer(text) if found["kind"].strip() in kinds]


@cache
def _anchors(path: Path) -> set[str]:
    """The places of a page, as the site and code hosts name them."""
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    plain = (
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in _HEADING.findall(text)
    )
    return set(plain)


@pytest.mark.parametrize("path", WRITINGS, ids=_named)
def test_links_within_the_project_lead_somewhere(path: Path) -> None:
    text = _CODE.sub("", _FENCE.sub("", path.read_text(encoding="utf-8")))
    for found in _LINK.finditer(text):
        target = found["target"] or found["named"]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        page = (path.parent / name).resolve() if name else path
        assert page.exists(), target
        if anchor:
            assert anchor in _anchors(page), target


def test_every_page_has_its_place_in_the_site() -> None:
    told = {
        (path.parent / line.strip()).with_suffix(".md").resolve()
        for path in PAGES
        for block in _blocks(path, "{toctree}")
        for line in re.sub(r".*<(.*)>", r"\1", block).splitlines()
        if line.strip() and not line.startswith(":")
    }
    notes = {DOCS / "_static/fonts/README.md", DOCS / "index.md"}
    assert set(PAGES) - notes == told - notes


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md"], ids=_named)
def test_an_example_of_python_runs_unless_it_needs_what_danvan_has_nothing_to_do_with(
    path: Path,
) -> None:
    for block in _blocks(path, "python", "pycon"):
        if not block.lstrip().startswith(">>>"):
            needed = re.findall(r"^(?:import|from) (\w+)", block, re.MULTILINE)
            assert any(find_spec(name) is None for name in needed), block


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md"], ids=_named)
def test_a_command_prints_what_the_page_shows(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    for block in _blocks(path, "console"):
        for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, expected = entry.partition("\n")
            words = shlex.split(line)
            if words[0] == "danvan" and ">" not in words:
                main(words[1:])
                assert capsys.readouterr().out.strip() == expected.strip(), line


@pytest.mark.parametrize("path", GALLERY, ids=_named)
def test_a_page_that_computes_gives_something_in_every_cell(path: Path) -> None:
    space: dict[str, object] = {}
    for code in cells(path.read_text(encoding="utf-8")):
        assert run(code, space).strip(), code

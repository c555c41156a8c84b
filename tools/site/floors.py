"""The floors of the house: which room may import which, and which does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

import danvan
from tools.site.cells import drawn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

SOURCE = Path(danvan.__file__).parent

# From the ground up. Rooms on one floor do not import each other.
FLOORS = (
    ("span", "pdfium"),
    ("errors", "findings"),
    ("markup",),
    ("text",),
    ("dates", "units"),
    ("instruments",),
    ("plan",),
    ("readers", "checks", "graph", "formats"),
    ("render",),
    ("strategies", "batch"),
    ("cli",),
)
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}


def imports() -> dict[tuple[str, str], list[str]]:
    """Which room imports which, and in which modules; lazy imports count, those for types too."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE)
        room = place.parts[0].removesuffix(".py")
        for name in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            other = name.split(".")[1]
            if other != room:
                found.setdefault((room, other), []).append(place.as_posix())
    return found


def _imported(module: ast.Module) -> set[str]:
    """The modules of danvan that a module imports, with their rooms."""
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "danvan"
            names |= {f"danvan.{a.name}" for a in node.names} if whole else {node.module}
    rooms = {path.stem for path in SOURCE.iterdir()}
    return {n for n in names if n.startswith("danvan.") and n.split(".")[1] in rooms}


class ImportGraph(SphinxDirective):
    """The rooms on their floors, with the imports that there really are."""

    def run(self) -> list[nodes.Node]:
        """The drawing."""
        caption = "A line is an import; what a room reaches over others has none. All lead down."
        return drawn(_svg(), caption)


def nearest(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The imports without those that others imply: the transitive reduction."""
    direct: dict[str, set[str]] = {}
    for upper, lower in pairs:
        direct.setdefault(upper, set()).add(lower)
    reached: dict[str, set[str]] = {}
    for room in sorted(direct, key=FLOOR.__getitem__):
        reached[room] = set().union(*(reached.get(o, set()) | {o} for o in direct[room]))
    return {
        (upper, lower)
        for upper, lowers in direct.items()
        for lower in lowers
        if not any(lower in reached.get(other, ()) for other in lowers)
    }


def _svg() -> str:
    existing = {path.stem for path in SOURCE.iterdir()}
    floors = [[room for room in rooms if room in existing] for rooms in FLOORS]
    floors = [rooms for rooms in floors if rooms]
    width, step, box = 760, 66, 104
    height = step * len(floors)
    places = {}
    for level, rooms in enumerate(floors):
        gap = width / len(rooms)
        shift = 0 if len(rooms) > 1 else (-150, 0, 150)[level % 3]
        for index, room in enumerate(rooms):
            places[room] = (gap * (index + 0.5) + shift, height - step * (level + 0.5))
    pairs = nearest(pair for pair in imports() if set(pair) <= set(places))
    lines = [
        f'<path d="M{x1:.0f} {y1 + 16:.0f} C{x1:.0f} {(y1 + y2) / 2:.0f} {x2:.0f} '
        f'{(y1 + y2) / 2:.0f} {x2:.0f} {y2 - 16:.0f}"/>'
        for (x1, y1), (x2, y2) in ((places[upper], places[lower]) for upper, lower in sorted(pairs))
    ]
    boxes = "".join(
        f'<rect x="{x - box / 2:.0f}" y="{y - 16:.0f}" width="{box}" height="32" rx="4"/>'
        for x, y in places.values()
    )
    labels = "".join(
        f'<text x="{x:.0f}" y="{y + 5:.0f}">{room}</text>' for room, (x, y) in places.items()
    )
    fill, line = "var(--color-background-secondary)", "var(--color-brand-primary)"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        'role="img" aria-label="The rooms of danvan and their imports">'
        '<g fill="none" stroke="currentColor" stroke-width="1.5" opacity="0.5">'
        f"{''.join(lines)}</g>"
        f'<g style="fill: {fill}; stroke: {line}">{boxes}</g>'
        f'<g fill="currentColor" text-anchor="middle" font-size="14">{labels}</g></svg>'
    )

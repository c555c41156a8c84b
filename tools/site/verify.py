"""Look over the built site: ``python -m tools.site.verify docs/_build/html``.

Every link within the site leads somewhere, nothing is loaded from outside, and every public name
has its entry.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import html
from sphinx.util.inventory import InventoryFile

from tools.site.names import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "use": "href"}


def faults(site: Path) -> Iterator[str]:
    """What is wrong with a site, a line for each fault."""
    for page in sorted(site.rglob("*.html")):
        yield from (f"{page.relative_to(site)}: {fault}" for fault in _faults(page))
    for sheet in sorted(site.rglob("*.css")):
        if "url(http" in sheet.read_text(encoding="utf-8").replace('"', ""):
            yield f"{sheet.relative_to(site)}: loads from outside"
    yield from (f"{name}: not in the reference" for name in undocumented(site))


def undocumented(site: Path) -> list[str]:
    """The public names of the rooms that have no entry."""
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    entries = {
        name for kind, own in inventory.data.items() if kind.startswith("py:") for name in own
    }
    public = {
        f"danvan.{room}.{name}"
        for room in ROOMS
        for name in getattr(import_module(f"danvan.{room}"), "__all__", ())
    }
    return sorted(public - entries)


def _faults(page: Path) -> Iterator[str]:
    for element in html.document_fromstring(page.read_bytes()).iter("a", "link", *_LOADED):
        attribute = _LOADED.get(str(element.tag), "href")
        target = element.get(attribute)
        if not target:
            continue
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if element.tag != "a" and parts.scheme != "data":
                yield f"loads {target}"
            continue
        path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not path.exists():
            yield f"links to {target}, which is not there"
        elif path.suffix == ".html" and unquote(parts.fragment) not in _anchors(path):
            yield f"links to {target}, which has no such place"


@cache
def _anchors(page: Path) -> frozenset[str]:
    tree = html.document_fromstring(page.read_bytes())
    return frozenset(str(value) for value in tree.xpath("//@id")) | {""}


def main(folder: str) -> int:
    """Print the faults; returns 1 if there are any."""
    found = list(faults(Path(folder)))
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{folder}: {len(found)} faults")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What the site needs beyond Sphinx: names, commands and codes as pages, cells, folded search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.site.cells import Cell, Drawing, forget
from tools.site.codes import ErrorCodes
from tools.site.commands import CommandLine
from tools.site.floors import ImportGraph
from tools.site.names import Names, OwnNamesFirst, TopNames, resolve
from tools.site.search import SearchVietnamese

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx what there is."""
    app.add_directive("names", Names)
    app.add_directive("top-names", TopNames)
    app.add_directive("command-line", CommandLine)
    app.add_directive("error-codes", ErrorCodes)
    app.add_directive("import-graph", ImportGraph)
    app.add_directive("cell", Cell)
    app.add_directive("drawing", Drawing)
    app.add_post_transform(OwnNamesFirst)
    app.add_search_language(SearchVietnamese)
    app.connect("env-purge-doc", forget)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": False, "parallel_write_safe": True}

"""What the site needs beyond Sphinx: names, commands and codes as pages, cells, folded search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.site.cells import Cell, Drawing, forget, tidy
from tools.site.codes import ErrorCodes
from tools.site.commands import CommandLine
from tools.site.floors import ImportGraph
from tools.site.names import Names, OwnNamesFirst, TopNames, resolve
from tools.site.search import SearchVietnamese

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _say_language(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Mark a page whose front matter names a language (``lang: vi``): some hear it read."""
    language = (context.get("meta") or {}).get("lang")
    if language:
        context["body"] = f'<div lang="{language}">{context["body"]}</div>'


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
    app.connect("doctree-read", tidy)
    app.connect("html-page-context", _say_language)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": False, "parallel_write_safe": True}

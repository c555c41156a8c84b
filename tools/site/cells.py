"""Pages that compute: cells of code whose result the site shows, as notebooks do."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from typing import ClassVar

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ROOT = Path(__file__).resolve().parents[2]
_CELL = re.compile(r"^```\{cell\}\n(?::[^\n]*\n)*(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)

_spaces: dict[str, dict[str, Any]] = {}


def forget(_app: Sphinx, _env: BuildEnvironment, docname: str) -> None:
    """Let a page begin anew when it is read again."""
    _spaces.pop(docname, None)


def cells(page: str) -> list[str]:
    """The code of the cells of a page of Markdown."""
    return [found["code"] for found in _CELL.finditer(page)]


def run(code: str, space: dict[str, Any]) -> str:
    """Run a cell in the folder of the project: what it prints, or the value of its last line.

    A value that can draw itself (``_repr_svg_``) gives its drawing.
    """
    body = ast.parse(code).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "<cell>", "exec"), space)
        value = None
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), space)
    if hasattr(value, "_repr_svg_"):
        return str(value._repr_svg_())
    return printed.getvalue() + ("" if value is None else str(value))


def tidy(_app: Sphinx, page: nodes.document) -> None:
    """Leave out the blank line that ends an example for the sake of its test."""
    for block in page.findall(nodes.literal_block):
        text = block.astext().rstrip("\n")
        block.rawsource = text
        block.children = []
        block.append(nodes.Text(text))


class Cell(SphinxDirective):
    """A cell: its code and what it gives; all cells of a page share their names.

    ``:caption:`` is for drawings; ``:hidden:`` shows the result alone.
    """

    has_content = True
    option_spec: ClassVar = {"caption": directives.unchanged, "hidden": directives.flag}

    def run(self) -> list[nodes.Node]:
        """The code, then its result."""
        code = "\n".join(self.content)
        given = run(code, _spaces.setdefault(self.env.docname, {}))
        shown: list[nodes.Node] = []
        if "hidden" not in self.options:
            shown.append(nodes.literal_block(code, code, language="python"))
        if given.lstrip().startswith("<svg"):
            shown += drawn(given, self.options.get("caption", ""))
        elif given.strip():
            block = nodes.literal_block(given, given.rstrip("\n"), language="text")
            block["classes"].append("result")
            shown.append(block)
        return shown


class Drawing(SphinxDirective):
    """An SVG file set into the page, so that it has the page's colours and font."""

    has_content = True
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The drawing; the content is its caption."""
        name, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(name)
        return drawn(Path(path).read_text(encoding="utf-8"), " ".join(self.content))


def drawn(svg: str, caption: str) -> list[nodes.Node]:
    """An SVG image in a figure with its caption."""
    begin = '<figure class="drawing">'
    end = f"<figcaption>{nodes.unescape(caption)}</figcaption></figure>" if caption else "</figure>"
    return [nodes.raw("", f"{begin}{svg}{end}", format="html")]

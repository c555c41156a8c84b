"""The codes of the reader's findings, from the places in the source that make them."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

import danvan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

_SOURCE = Path(danvan.__file__).parent


class ErrorCodes(SphinxDirective):
    """A table of the codes R..., with severity and messages."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        lines = ["| code | severity | message | thông báo |", "| --- | --- | --- | --- |"]
        for code, found in sorted(codes().items()):
            told = dict.fromkeys(
                (one["severity"], one["message_en"], one["message"]) for one in found
            )
            lines += [f"| {code} | {' | '.join(cells)} |" for cells in told]
        return self.parse_text_to_nodes("\n".join(lines), offset=self.content_offset)


def codes() -> dict[str, list[dict[str, str]]]:
    """What findings the reader and the readers of files can make, by code."""
    found: dict[str, list[dict[str, str]]] = {}
    for path in sorted(_SOURCE.rglob("*.py")):
        for said in _findings(ast.parse(path.read_text(encoding="utf-8"))):
            if said["code"].startswith("R"):
                found.setdefault(said["code"], []).append(said)
    return found


def _findings(module: ast.Module) -> Iterator[dict[str, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
            said = {word.arg: _words(word.value) for word in node.keywords if word.arg}
            if said.get("code", "").startswith("R"):
                yield {"severity": "", "message": "", "message_en": "", **said}


def _words(value: ast.expr) -> str:
    """A constant as it is, an f-string with "…" for what is put in, the last part of a name."""
    match value:
        case ast.Constant():
            return str(value.value).replace("|", "\\|")
        case ast.JoinedStr():
            return "".join(_words(part) for part in value.values)
        case ast.Attribute():
            return value.attr.lower()
        case _:
            return "…"

"""The reference of the command line, from its own arguments."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING
from unittest import mock

from sphinx.util.docutils import SphinxDirective

from danvan.cli.main import _parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes


class CommandLine(SphinxDirective):
    """Every command with its help."""

    def run(self) -> list[nodes.Node]:
        """A section for each command."""
        return self.parse_text_to_nodes(
            "\n".join(_page()), offset=self.content_offset, allow_section_headings=True
        )


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands, by name."""
    parser = _parser()
    (choices,) = (
        action.choices
        for action in parser._actions  # noqa: SLF001 - argparse has no other way
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    return dict(choices)


def _page() -> Iterator[str]:
    with mock.patch.dict(os.environ, {"COLUMNS": "90", "NO_COLOR": "1"}):
        for name, parser in commands().items():
            yield from (
                f"## danvan {name}",
                "",
                "```text",
                parser.format_help().rstrip(),
                "```",
                "",
            )

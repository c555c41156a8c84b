"""The commands: read each file, show what was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from danvan.cli.blocks import Facts
from danvan.cli.plain import plain
from danvan.cli.rows import (
    CITATION_COLUMNS,
    DEADLINE_COLUMNS,
    citation_rows,
    deadline_rows,
    write_rows,
)
from danvan.cli.safe import escaped_json, one_line
from danvan.cli.summary import brief, cited, due, summary, title
from danvan.errors import MissingExtraError, ReadError
from danvan.findings import Severity
from danvan.formats import to_json
from danvan.readers import load_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.cli.blocks import Block
    from danvan.plan import Plan

_COLUMNS = 100
_NARROWEST = 40


def run(command: str, form: str, files: Iterable[str]) -> int:
    """Run one command over the files; returns the exit code."""
    reading = Reading(files)
    match command, form:
        case "parse", "json":
            for plan in reading:
                print(escaped_json(to_json(plan)))
        case "parse", "summary":
            for plan in reading:
                show(summary(plan))
        case "parse", "brief":
            show(brief(reading))
        case "deadlines", "table":
            for plan in reading:
                show(_titled(plan, due(plan), "Deadlines"))
        case "deadlines", _:
            rows = chain.from_iterable(map(deadline_rows, reading))
            write_rows(form, DEADLINE_COLUMNS, rows, sys.stdout)
        case "citations", "table":
            for plan in reading:
                show(_titled(plan, cited(plan), "Citations"))
        case "graph", _:
            _write_graph(form, reading)
        case _:
            rows = chain.from_iterable(map(citation_rows, reading))
            write_rows(form, CITATION_COLUMNS, rows, sys.stdout)
    return reading.code


class Reading:
    """The plans of the files that can be read, and the exit code that follows from all of them."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = files
        self.code = 0

    def __iter__(self) -> Iterator[Plan]:
        for file in self._files:
            try:
                plans = load_all(_standard_input() if file == "-" else file)
            except ReadError as error:
                self.failed(f"{error.name}: {error.reason}")
                continue
            except MissingExtraError as error:
                self.failed(f"{file}: {error}")
                continue
            except Exception as error:  # a fault of ours is told in one line too
                if os.environ.get("DANVAN_TRACEBACK"):
                    raise
                kind = type(error).__name__
                self.failed(
                    f"{file}: a fault of danvan ({kind}: {error}); DANVAN_TRACEBACK=1 shows it"
                )
                continue
            for plan in plans:
                if any(finding.severity is Severity.ERROR for finding in plan.findings):
                    self.code = max(self.code, 1)
                yield plan

    def failed(self, reason: str) -> None:
        """Tell on standard error what went wrong; the exit code will be 2."""
        self.code = 2
        sys.stdout.flush()
        print("danvan:", one_line(reason), file=sys.stderr)


def _write_graph(form: str, reading: Reading) -> None:
    from danvan.graph import FORMS, citation_graph  # noqa: PLC0415 - the other commands need none

    write = FORMS[form]
    graph = citation_graph(reading)
    try:
        sys.stdout.write(write(graph))
    except MissingExtraError as error:
        reading.failed(str(error))


def _titled(plan: Plan, blocks: Iterable[Block], name: str) -> Iterator[Block]:
    """The blocks under the title of the plan, or that there are none."""
    yield title(plan)
    shown = tuple(blocks)
    yield from shown or [Facts(((name, "none"),))]


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        name = "<stdin>"
        raise ReadError(name, "it is closed")
    return sys.stdin.buffer


def show(blocks: Iterable[Block]) -> None:
    """Show blocks to a person: with rich on a terminal, else as plain text."""
    columns = max(_NARROWEST, shutil.get_terminal_size((_COLUMNS, 24)).columns)
    if sys.stdout.isatty():
        try:
            from danvan.cli.colour import colour  # noqa: PLC0415 - rich is an extra, and slow
        except ImportError:
            pass
        else:
            colour(blocks, sys.stdout, columns)
            return
    sys.stdout.write(plain(blocks, columns) + "\n")

"""Arguments, exit codes, and what stands on standard error."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from danvan import __version__
from danvan.cli import checking, exported, rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 2
_CHECKING = frozenset({"check", "cascade", "rules", "explain"})
_INTERRUPTED = 130
_CLOSED = 141

_EPILOG = """\
exit codes:
  0  every file was read
  1  every file was read, and the reader found something wrong in one (a finding of severity error)
  2  wrong usage, or a file could not be read; standard error says why, a line for each

examples:
  danvan parse ke-hoach.txt
  danvan parse --format json *.txt > plans.jsonl
  danvan deadlines --format csv ke-hoach.txt > deadlines.csv
  danvan citations ke-hoach.docx ke-hoach.pdf van-ban.zip
  curl -s https://example.org/ke-hoach.html | danvan parse -

Files may be .docx, .pdf, .odt, .html, text in Unicode or TCVN3, VNI and VIQR, archives (.zip) of
them, and with LibreOffice .doc and .rtf; their content decides what they are. - is standard input.
"""

_PARSE = """\
Read plans and show what is in them.

formats:
  summary  head, who does what by when, deadlines, citations, findings (for people)
  brief    one line for each file (for people)
  json     the whole plan, one line for each file (JSON Lines); see plan.schema.json
"""
_DEADLINES = """\
Show by when what is due, in order of time.

formats:
  table    for people
  json     one line for each deadline (JSON Lines)
  csv      one row for each deadline, in reading order; cells that a spreadsheet would take for
           formulas begin with an apostrophe
"""
_CITATIONS = """\
Show which documents are cited, and how often.

formats:
  table    for people, one row for each document
  json     one line for each mention (JSON Lines)
  csv      one row for each mention, in reading order; cells that a spreadsheet would take for
           formulas begin with an apostrophe
"""
_GRAPH = """\
Show which documents the plans cite, as one graph in which each document is there once.
It needs networkx: pip install 'danvan[graph]'.

formats:
  graphml  for Gephi, yEd and Cytoscape
  json     networkx's node-link form
  dot      for Graphviz
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    _write_utf8()
    try:
        code = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return _CLOSED
    except OSError as error:
        _stop_writing()
        print(f"danvan: standard output: {error.strerror or error}", file=sys.stderr)
        return FAILED
    return code


def _run(options: argparse.Namespace) -> int:
    """Run the command that was asked for; --version and --help need none of what it imports."""
    if options.command in _CHECKING:
        from danvan.cli import checked  # noqa: PLC0415

        return checked.run(options)
    if options.command == "render":
        return rendered.run(options)
    if options.command == "export":
        return exported.run(options)
    from danvan.cli.commands import run  # noqa: PLC0415

    return run(options.command, options.format, options.files)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="danvan",
        description="Read Vietnamese administrative plans (kế hoạch).",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"danvan {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text, formats in (
        ("parse", _PARSE, ("summary", "brief", "json")),
        ("deadlines", _DEADLINES, ("table", "json", "csv")),
        ("citations", _CITATIONS, ("table", "json", "csv")),
        ("graph", _GRAPH, ("graphml", "json", "dot")),
    ):
        command = commands.add_parser(
            name,
            help=text.partition("\n")[0],
            description=text,
            epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.add_argument("files", nargs="+", metavar="FILE", help="a text file, or -")
        command.add_argument(
            "--format", choices=formats, default=formats[0], help=f"default: {formats[0]}"
        )
    checking.add(commands)
    rendered.add(commands)
    exported.add(commands)
    return parser


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says; what was closed by the caller swallows everything."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop_writing() -> None:
    """Let nothing complain at exit that what is left cannot be written."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())

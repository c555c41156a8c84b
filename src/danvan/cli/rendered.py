"""``danvan render``: its arguments, and what it writes."""

from __future__ import annotations

import argparse
import sys

_RENDER = """\
Write documents as text again, in the form that binds their issuer on their day.

layouts:
  plain         one paragraph a line
  wrapped       hard-wrapped lines, blank lines between paragraphs
  indented      as printed: first lines indented, head and closing in two columns
  spaced        a blank line after every line
  columns       one paragraph a line, head and closing in two columns
  run-together  the two columns of the head on the same lines
  markdown      as character recognition gives it
  portal        as legal portals give it, metadata first
  paged         pages with their numbers
  fragments     every inline element on a line of its own
  decomposed    as plain, in NFD with CRLF
"""
_EPILOG = """\
exit codes:
  0  every file was read
  1  every file was read, and the reader found something wrong in one (a finding of severity error)
  2  wrong usage, or a file could not be read; standard error says why, a line for each

example:
  danvan render --layout indented --width 72 ke-hoach.docx > ke-hoach.txt
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    command = commands.add_parser(
        "render",
        help="write documents as text again",
        description=_RENDER,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("files", nargs="+", metavar="FILE", help="a document, or -")
    command.add_argument("--layout", metavar="LAYOUT", default="plain", help="default: plain")
    command.add_argument(
        "--width", type=int, metavar="N", default=80, help="where lines end (default: 80)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the documents one after the other; returns the exit code."""
    from danvan.cli.commands import Reading  # noqa: PLC0415 - the arguments need no plans
    from danvan.plan import parse  # noqa: PLC0415
    from danvan.render import render  # noqa: PLC0415

    reading = Reading(options.files)
    try:
        render(parse(""), options.layout, width=options.width)
    except ValueError as error:
        reading.failed(str(error))
        return reading.code
    for plan in reading:
        sys.stdout.write(render(plan, options.layout, width=options.width))
    return reading.code

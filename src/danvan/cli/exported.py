"""``danvan export``: its arguments, and what it writes."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from danvan.cli.commands import Reading
    from danvan.plan import Plan

_EXPORT = """\
Hand documents on to other programs.

formats:
  json  danvan's JSON, one line for each document (JSON Lines); see plan.schema.json
  xml   danvan's XML with citations, deadlines and bodies marked in the text; see plan.xsd
  akn   Akoma Ntoso 3.0 (OASIS LegalDocML)

Of xml and akn there is one file for each document: one document goes to standard output, several
into the directory that --output names.
"""
_EPILOG = """\
exit codes:
  0  every file was read
  1  every file was read, and the reader found something wrong in one (a finding of severity error)
  2  wrong usage, or a file could not be read or written; standard error says why, a line for each

examples:
  danvan export --format akn ke-hoach.docx > ke-hoach.akn
  danvan export --format xml --output xml/ *.txt
"""

_SUFFIXES = {"json": ".json", "xml": ".xml", "akn": ".akn"}
_NO_NAME = "van-ban"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    command = commands.add_parser(
        "export",
        help="hand documents on to other programs",
        description=_EXPORT,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("files", nargs="+", metavar="FILE", help="a document, or -")
    command.add_argument("--format", choices=tuple(_SUFFIXES), default="json", help="default: json")
    command.add_argument(
        "--output", type=Path, metavar="DIRECTORY", help="write a file for each document into it"
    )
    command.add_argument(
        "--no-source", action="store_true", help="leave the source text out; its SHA-256 stays"
    )


def run(options: argparse.Namespace) -> int:
    """Write the documents one after the other; returns the exit code."""
    from danvan.cli.commands import Reading  # noqa: PLC0415 - the arguments need no plans

    reading = Reading(options.files)
    write = _writer(options.format, source=not options.no_source)
    if options.output is not None:
        _write_files(reading, write, options.output, _SUFFIXES[options.format])
    elif options.format == "json":
        for plan in reading:
            sys.stdout.write(write(plan) + "\n")
    else:
        _write_one(reading, write, options.format)
    return reading.code


def _writer(form: str, *, source: bool) -> Callable[[Plan], str]:
    from danvan import formats  # noqa: PLC0415 - the arguments need none
    from danvan.cli.safe import escaped_json, escaped_xml  # noqa: PLC0415

    if form == "json":
        return lambda plan: escaped_json(formats.to_json(plan, source=source))
    to_bytes = partial(formats.to_xml if form == "xml" else formats.to_akn, source=source)
    return lambda plan: escaped_xml(to_bytes(plan).decode())


def _write_one(reading: Reading, write: Callable[[Plan], str], form: str) -> None:
    plans = iter(reading)
    first = next(plans, None)
    if first is None:
        return
    if next(plans, None) is not None:
        reading.failed(f"{form} holds one document: name a directory for several with --output")
        return
    sys.stdout.write(write(first) + "\n")


def _write_files(
    reading: Reading, write: Callable[[Plan], str], directory: Path, suffix: str
) -> None:
    written: set[str] = set()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for plan in reading:
            name = _name_for(plan, suffix, written)
            _write_whole(directory / name, write(plan) + "\n")
    except OSError as error:
        reading.failed(f"{directory}: {error.strerror or error}")


def _name_for(plan: Plan, suffix: str, written: set[str]) -> str:
    """A name of letters, digits, dots and hyphens that no other document has: never a path."""
    stem = PurePath((plan.source.name or _NO_NAME).replace("\\", "/")).stem
    safe = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:100] or _NO_NAME
    name, number = safe + suffix, 1
    while name.casefold() in written:
        number += 1
        name = f"{safe}-{number}{suffix}"
    written.add(name.casefold())
    return name


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that it is at every moment the old one, if there was one, or the new one."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(text.encode())
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)

"""``danvan export``: its arguments, and where what it writes goes."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from danvan.cli.commands import Reading
    from danvan.plan import Plan

_EXPORT = """\
Hand documents on to other programs.

formats:
  json         danvan's JSON, one line for each document (JSON Lines); see plan.schema.json
  xml          danvan's XML with citations, deadlines and bodies marked in it; see plan.xsd
  akn          Akoma Ntoso 3.0 (OASIS LegalDocML)
  edxml        a message to other agencies (QCVN 102:2016/BTTTT); asks for --sender, --receiver
  ical         the deadlines as an iCalendar file; needs the extra ical
  csv          a table; cells that a spreadsheet would take for formulas begin with an apostrophe;
               needs the extra tables
  parquet      a table as Parquet; needs the extra tables
  annotations  what is named in the text, as W3C Web Annotations (a line for each document)
  spacy        the same as offsets for spaCy (a line for each document)

Of xml, akn and edxml there is one file for each document: one document goes to standard output,
several into the directory that --output names. A calendar holds the deadlines of all documents,
and so do tables: --table names one of them for standard output, into a directory go all.
"""
_EPILOG = """\
exit codes:
  0  every file was read
  1  every file was read, and the reader found something wrong in one (a finding of severity error)
  2  wrong usage, or a file could not be read or written; standard error says why, a line for each

examples:
  danvan export --format akn ke-hoach.docx > ke-hoach.akn
  danvan export --format xml --output xml/ *.txt
  danvan export --format ical --for 'Phòng Nội vụ' --remind 7 --remind 1 *.docx > han.ics
  danvan export --format csv --table deadlines --bom *.txt > han.csv
  danvan export --format parquet --output tables/ *.txt
  danvan export --format edxml --sender H99='UBND tỉnh An Phú' --receiver H99.01='Sở Nội vụ' \\
    --attach ke-hoach.pdf ke-hoach.docx > ke-hoach.edxml
"""

#: The formats, and how the names of their files end.
SUFFIXES = {
    "json": ".json",
    "xml": ".xml",
    "akn": ".akn",
    "edxml": ".edxml",
    "ical": ".ics",
    "csv": ".csv",
    "parquet": ".parquet",
    "annotations": ".jsonld",
    "spacy": ".json",
}
_LINES = frozenset({"json", "annotations", "spacy"})
_TABLES = frozenset({"csv", "parquet"})
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
    command.add_argument(
        "--format", choices=tuple(SUFFIXES), default="json", metavar="FORMAT", help="default: json"
    )
    command.add_argument("--output", type=Path, metavar="DIRECTORY", help="write files into it")
    command.add_argument(
        "--no-source",
        action="store_true",
        help="json, xml, akn: leave the source text out; its SHA-256 stays",
    )
    calendar = command.add_argument_group("calendars")
    calendar.add_argument("--for", dest="body", metavar="NAME", help="only what this body is to do")
    calendar.add_argument(
        "--remind", type=int, action="append", default=[], metavar="DAYS", help="so long before"
    )
    calendar.add_argument("--todos", action="store_true", help="to-dos instead of events")
    table = command.add_argument_group("tables")
    table.add_argument("--table", default="plans", metavar="NAME", help="default: plans")
    table.add_argument("--bom", action="store_true", help="csv: a byte-order mark first, for Excel")
    table.add_argument(
        "--delimiter", choices=(",", ";"), default=",", help="csv: what stands between cells"
    )
    message = command.add_argument_group("edXML")
    message.add_argument("--sender", metavar="ID=NAME", help="identifier and name of the sender")
    message.add_argument(
        "--receiver", action="append", default=[], metavar="ID=NAME", help="once for each"
    )
    message.add_argument(
        "--attach", type=Path, action="append", default=[], metavar="FILE", help="once for each"
    )


def run(options: argparse.Namespace) -> int:
    """Write the documents; returns the exit code."""
    from danvan.cli.commands import Reading  # noqa: PLC0415 - the arguments need no plans
    from danvan.cli.writers import save_tables, table, writer  # noqa: PLC0415
    from danvan.errors import DanvanError  # noqa: PLC0415

    reading = Reading(options.files)
    form, output = options.format, options.output
    try:
        if form in _TABLES and output is not None:
            save_tables(options, reading)
        elif form in _TABLES:
            _put(table(options, reading))
        elif output is not None:
            _write_files(reading, writer(options, reading), output, SUFFIXES[form])
        elif form == "ical":
            _put(writer(options, reading)(reading))
        elif form in _LINES:
            write = writer(options, reading)
            for plan in reading:
                _put(write(plan))
        else:
            _write_one(reading, writer(options, reading), form)
    except (DanvanError, ValueError) as error:
        reading.failed(str(error))
    return reading.code


def _put(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _write_one(reading: Reading, write: Callable[[Plan], bytes], form: str) -> None:
    plans = iter(reading)
    first = next(plans, None)
    if first is None:
        return
    if next(plans, None) is not None:
        reading.failed(f"{form} holds one document: name a directory for several with --output")
        return
    _put(write(first))


def _write_files(
    reading: Reading, write: Callable[[Plan], bytes], directory: Path, suffix: str
) -> None:
    from danvan.formats.files import write_whole  # noqa: PLC0415 - the arguments need none

    written: set[str] = set()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for plan in reading:
            data = write(plan)
            if data:
                write_whole(directory / _name_for(plan, suffix, written), data)
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

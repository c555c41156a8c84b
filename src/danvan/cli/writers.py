"""What ``danvan export`` writes, in each of its formats."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from danvan import formats
from danvan.cli.safe import escaped, escaped_json, escaped_xml, one_line
from danvan.errors import SchemaError
from danvan.formats.arrow.layouts import NAMES
from danvan.formats.edxml.message import plain_name
from danvan.formats.jsontext import dumps

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from danvan.cli.commands import Reading
    from danvan.plan import Plan

_BOM = "\ufeff"


def writer(options: argparse.Namespace, reading: Reading) -> Callable[[Any], bytes]:
    """What makes the file for a document; for a calendar, for several too.

    Raises:
        ValueError: for options that cannot be.
    """
    source = not options.no_source
    match options.format:
        case "json":
            return lambda plan: _line(escaped_json(formats.to_json(plan, source=source)))
        case "xml":
            return lambda plan: _xml(formats.to_xml(plan, source=source))
        case "akn":
            return lambda plan: _xml(formats.to_akn(plan, source=source))
        case "annotations":
            return lambda plan: _line(escaped_json(dumps(formats.to_web_annotations(plan))))
        case "spacy":
            return lambda plan: _line(escaped_json(dumps(formats.to_spacy(plan))))
        case "ical":
            return _calendar(options)
        case _:
            return _messages(options, reading)


def _line(text: str) -> bytes:
    return f"{text}\n".encode()


def _xml(data: bytes) -> bytes:
    return _line(escaped_xml(data.decode()))


def _calendar(options: argparse.Namespace) -> Callable[[Any], bytes]:
    alarms = [timedelta(days=days) for days in options.remind]
    entries: Any = "todos" if options.todos else "events"
    return lambda plans: formats.to_ical(
        plans, for_agency=options.body, alarms=alarms, entries=entries
    )


def _messages(options: argparse.Namespace, reading: Reading) -> Callable[[Plan], bytes]:
    if options.sender is None or not options.receiver:
        msg = "edxml asks for --sender and --receiver"
        raise ValueError(msg)
    sender = _party(options.sender)
    receivers = [_party(receiver) for receiver in options.receiver]
    files = [_file(path) for path in options.attach]

    def message(plan: Plan) -> bytes:
        try:
            return formats.to_edxml(plan, sender=sender, receivers=receivers, attachments=files)
        except SchemaError as error:
            for problem in error.problems:
                reading.failed(f"{plan.source.name or '<stdin>'}: {problem}")
            return b""

    return message


def _party(text: str) -> formats.EdxmlParty:
    organ_id, equals, name = text.partition("=")
    if not equals:
        msg = f"ID=NAME is expected, not {text!r}"
        raise ValueError(msg)
    return formats.EdxmlParty(organ_id.strip(), name.strip())


def _file(path: Path) -> formats.EdxmlAttachment:
    try:
        return formats.EdxmlAttachment(plain_name(path.name), path.read_bytes())
    except OSError as error:
        msg = f"{path}: {error.strerror or error}"
        raise ValueError(msg) from None


def table(options: argparse.Namespace, reading: Reading) -> bytes:
    """One table of the documents.

    Raises:
        ValueError: if there is no table of that name.
        MissingExtraError: without the extra ``tables``.
    """
    if options.table not in NAMES:
        msg = f"there is no table {one_line(options.table)!r}; there are {', '.join(NAMES)}"
        raise ValueError(msg)
    tables = formats.tables(reading)
    if options.format == "parquet":
        return tables.parquet(options.table)
    text = tables.csv(options.table, delimiter=options.delimiter).decode()
    return ((_BOM if options.bom else "") + escaped(text)).encode()


def save_tables(options: argparse.Namespace, reading: Reading) -> None:
    """Write all tables of the documents into the directory that ``--output`` names.

    Raises:
        MissingExtraError: without the extra ``tables``.
    """
    tables = formats.tables(reading)
    directory: Path = options.output
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if options.format == "parquet":
            tables.save_parquet(directory)
        else:
            tables.save_csv(directory, bom=options.bom, delimiter=options.delimiter)
    except OSError as error:
        reading.failed(f"{directory}: {error.strerror or error}")

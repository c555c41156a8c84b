"""Reading registers from files: CSV with a head, or JSON, a list of objects."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from danvan.dates import PartialDate
from danvan.errors import ParseError, ReadError
from danvan.instruments.kinds import find_kind
from danvan.instruments.known import KnownInstrument
from danvan.instruments.model import Instrument
from danvan.instruments.number import DocumentNumber

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

COLUMNS = (
    "kind",
    "number",
    "name",
    "issued_on",
    "issuer",
    "title",
    "in_force_from",
    "in_force_to",
    "replaced_by",
    "repealed_by",
    "source",
)
_MOST_BYTES = 32 * 2**20


class _RowError(ValueError):
    """What is wrong with one row."""


def read_entries(path: str | os.PathLike[str]) -> Iterator[tuple[str, KnownInstrument]]:
    """The entries of a file, each with the place where it stands ("line 7", "item 3").

    Raises:
        ReadError: if the file cannot be read; it names the place and the reason.
    """
    name = str(path)
    for place, row in _rows(name, _text(Path(path), name)):
        try:
            yield place, entry_of(row)
        except _RowError as error:
            raise ReadError(name, f"{place}: {error}") from None


def rows_of_csv(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV text with a head, each with its line; lines that begin with # are notes.

    Raises:
        ValueError: if the text is not CSV, or the head does not fit.
    """
    lines = text.splitlines()
    kept = [(n, line) for n, line in enumerate(lines, start=1) if not line.startswith("#")]
    reader = csv.reader((line for _, line in kept), strict=True)
    head: list[str] | None = None
    begun = 0
    try:
        for cells in reader:
            place = f"line {kept[begun][0]}"
            begun = reader.line_num
            if head is None:
                head = [cell.strip() for cell in cells]
                _check_columns(head, place)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(head):
                    msg = f"{place}: {len(cells)} cells, but the head has {len(head)}"
                    raise ValueError(msg)
                yield place, dict(zip(head, cells, strict=False))
    except csv.Error as error:
        msg = f"line {kept[min(begun, len(kept) - 1)][0]}: not CSV: {error}"
        raise ValueError(msg) from None


def entry_of(row: Mapping[str, object]) -> KnownInstrument:
    """The entry that a row describes.

    Raises:
        ValueError: if a cell cannot be read; the message names it.
    """
    cells = {column: _cell(row, column) for column in COLUMNS}
    kind = find_kind(cells["kind"] or "") if cells["kind"] else None
    if cells["kind"] and kind is None:
        msg = f"kind: no kind of document is called {cells['kind']!r}"
        raise _RowError(msg)
    try:
        return KnownInstrument(
            instrument=Instrument(
                kind=kind,
                number=_number(cells["number"]),
                name=cells["name"],
                issued_on=_date(cells, "issued_on"),
                issuer=cells["issuer"],
                title=cells["title"],
            ),
            in_force_from=_date(cells, "in_force_from"),
            in_force_to=_date(cells, "in_force_to"),
            replaced_by=cells["replaced_by"],
            repealed_by=cells["repealed_by"],
            source=cells["source"] or "",
        )
    except ValueError as error:
        raise _RowError(str(error)) from None


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ReadError(name, error.strerror or str(error)) from None
    if len(data) > _MOST_BYTES:
        raise ReadError(name, f"a register of more than {_MOST_BYTES >> 20} MiB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(name, f"line {line}: not text in UTF-8") from None


def _rows(name: str, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    is_json = name.casefold().endswith(".json") or text.lstrip()[:1] in {"[", "{"}
    try:
        yield from _rows_of_json(text) if is_json else rows_of_csv(text)
    except ValueError as error:
        raise ReadError(name, str(error)) from None


def _rows_of_json(text: str) -> Iterator[tuple[str, dict[str, object]]]:
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        msg = f"line {error.lineno}: not JSON: {error.msg}"
        raise ValueError(msg) from None
    except RecursionError:
        msg = "not a register: nested too deeply"
        raise ValueError(msg) from None
    if not isinstance(items, list):
        msg = "a register in JSON is a list of objects"
        raise ValueError(msg)
    for index, item in enumerate(items, start=1):
        place = f"item {index}"
        if not isinstance(item, dict):
            msg = f"{place}: an object was expected"
            raise ValueError(msg)
        _check_columns(list(item), place)
        yield place, item


def _check_columns(names: list[str], place: str) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        msg = f"{place}: no such column: {unknown[0]!r}; columns are {', '.join(COLUMNS)}"
        raise ValueError(msg)
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        msg = f"{place}: the column {twice[0]!r} stands twice"
        raise ValueError(msg)


def _cell(row: Mapping[str, object], column: str) -> str | None:
    value = row.get(column)
    if value is None:
        return None
    if not isinstance(value, str):
        msg = f"{column}: text was expected, not {value!r}"
        raise _RowError(msg)
    return " ".join(value.split()) or None


def _number(text: str | None) -> DocumentNumber | None:
    if text is None:
        return None
    try:
        return DocumentNumber.parse(text)
    except ParseError as error:
        msg = f"number: not a document number: {text!r} ({error.expected})"
        raise _RowError(msg) from None


def _date(cells: Mapping[str, str | None], column: str) -> PartialDate | None:
    text = cells[column]
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ParseError as error:
        msg = f"{column}: {text!r}: {error.expected}"
        raise _RowError(msg) from None

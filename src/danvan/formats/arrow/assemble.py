"""`tables`: plans as Arrow tables, and these as files."""

from __future__ import annotations

import importlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from danvan.errors import MissingExtraError
from danvan.formats.arrow.columns import Type
from danvan.formats.arrow.layouts import LAYOUTS, NAMES
from danvan.formats.files import write_whole
from danvan.plan import Plan
from danvan.text.formulas import no_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.formats.arrow.columns import Layout

_BOM = b"\xef\xbb\xbf"
_BETWEEN = "; "


@attrs.frozen(kw_only=True)
class Tables:
    """The tables of some plans (các bảng), each a ``pyarrow.Table``.

    All have the column ``plan``, the row of the plan in ``plans``, by which they are joined.
    `table_schemas` tells their columns, with what each says in its metadata. ``to_pandas()`` of a
    table gives a data frame of pandas, ``polars.from_arrow`` one of polars.
    """

    plans: Any
    sections: Any
    assignments: Any
    deadlines: Any
    citations: Any
    recipients: Any
    targets: Any
    findings: Any

    def items(self) -> Iterator[tuple[str, Any]]:
        """The tables with their names."""
        return ((layout.name, getattr(self, layout.name)) for layout in LAYOUTS)

    def csv(self, name: str, *, bom: bool = False, delimiter: str = ",") -> bytes:
        """One of the tables as CSV in UTF-8.

        Lists are joined by semicolons. A cell that a spreadsheet would take for a formula begins
        with an apostrophe. An empty cell in quotes is an empty text, one without is unknown.

        Args:
            name: the name of the table.
            bom: whether a byte-order mark stands first, without which Excel takes the file for one
                in the code page of the computer.
            delimiter: what stands between cells. Excel expects what the settings of the computer
                say, where decimals have a comma a semicolon; what it does not expect it does not
                split at, and splits texts at what it expects.

        Raises:
            KeyError: if there is no table of that name.
        """
        return (_BOM if bom else b"") + _csv(dict(self.items())[name], delimiter)

    def parquet(self, name: str) -> bytes:
        """One of the tables as Parquet.

        Args:
            name: the name of the table.

        Raises:
            KeyError: if there is no table of that name.
        """
        stream = io.BytesIO()
        _arrow("pyarrow.parquet").write_table(dict(self.items())[name], stream)
        return stream.getvalue()

    def save_csv(self, folder: Path | str, *, bom: bool = False, delimiter: str = ",") -> None:
        """Write ``plans.csv``, ``deadlines.csv`` and so on into a folder; the options are `csv`'s.

        Raises:
            OSError: if they cannot be written.
        """
        for name in NAMES:
            data = self.csv(name, bom=bom, delimiter=delimiter)
            write_whole(Path(folder, f"{name}.csv"), data)

    def save_parquet(self, folder: Path | str) -> None:
        """Write ``plans.parquet``, ``deadlines.parquet`` and so on into a folder.

        Raises:
            OSError: if they cannot be written.
        """
        for name in NAMES:
            write_whole(Path(folder, f"{name}.parquet"), self.parquet(name))


def tables(plans: Plan | Iterable[Plan], *, first: int = 0) -> Tables:
    r"""Plans as Arrow tables (bảng): plans, sections, assignments, deadlines and the rest.

    Texts have U+FFFD for lone surrogates, which Arrow cannot hold; nothing else is changed.

    Args:
        plans: the plans, or one; they are gone through once.
        first: the number of the first plan, where the tables of several batches are put together.

    Raises:
        MissingExtraError: without the extra ``tables``.

    >>> import danvan
    >>> plan = danvan.parse("I. NỘI DUNG\n\nPhòng Nội vụ báo cáo trước ngày 20/6/2024.")
    >>> tables(plan).deadlines.select(["section", "text", "latest"]).to_pylist()
    [{'section': 'I', 'text': 'trước ngày 20/6/2024', 'latest': datetime.date(2024, 6, 19)}]
    """
    _arrow()
    cells: dict[str, list[list[Any]]] = {
        layout.name: [[] for _ in layout.columns] for layout in LAYOUTS
    }
    each = (plans,) if isinstance(plans, Plan) else plans
    for number, plan in enumerate(each, first):
        for layout in LAYOUTS:
            rows = list(layout.rows(plan, number))
            for column, found in zip(layout.columns, cells[layout.name], strict=True):
                found.extend(column.cells(rows))
    return Tables(**{layout.name: _table(layout, cells[layout.name]) for layout in LAYOUTS})


def table_schemas() -> dict[str, Any]:
    """The ``pyarrow.Schema`` of each table; what a column says stands in its metadata.

    Raises:
        MissingExtraError: without the extra ``tables``.

    >>> table_schemas()["deadlines"].field("latest").metadata[b"description"].decode()
    'last day on which it is still met'
    """
    return {layout.name: _schema(layout) for layout in LAYOUTS}


def _schema(layout: Layout) -> Any:
    arrow = _arrow()
    types = {
        Type.TEXT: arrow.string(),
        Type.TEXTS: arrow.list_(arrow.field("element", arrow.string())),  # as Parquet names it
        Type.DAY: arrow.date32(),
        Type.COUNT: arrow.int64(),
        Type.NUMBER: arrow.float64(),
        Type.FLAG: arrow.bool_(),
    }
    fields = [
        arrow.field(column.name, types[column.type], metadata={"description": column.says})
        for column in layout.columns
    ]
    return arrow.schema(fields, metadata={"description": layout.says})


def _table(layout: Layout, cells: list[list[Any]]) -> Any:
    arrow, schema = _arrow(), _schema(layout)
    arrays = [
        arrow.array(column, type=field.type) for column, field in zip(cells, schema, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _csv(table: Any, delimiter: str) -> bytes:
    arrow, csv = _arrow(), _arrow("pyarrow.csv")
    for index, field in enumerate(table.schema):
        if arrow.types.is_string(field.type) or arrow.types.is_list(field.type):
            cells = [_cell(cell) for cell in table.column(index).to_pylist()]
            table = table.set_column(index, field.name, arrow.array(cells, type=arrow.string()))
    stream = io.BytesIO()
    csv.write_csv(table, stream, csv.WriteOptions(delimiter=delimiter))
    return stream.getvalue()


def _cell(cell: str | list[str] | None) -> str | None:
    if cell is None:
        return None
    return no_formula(_BETWEEN.join(cell) if isinstance(cell, list) else cell)


def _arrow(module: str = "pyarrow") -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        what = "tables"
        raise MissingExtraError(what, "tables") from None

"""Task tables: rows that say who does what by when (bảng phân công nhiệm vụ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.duties import Duty
from danvan.plan.headed import headed_bodies
from danvan.plan.line import Line
from danvan.plan.outline import Node

if TYPE_CHECKING:
    from danvan.plan.bodies import Bodies
    from danvan.units import Agency

# What the heads of columns say. "Cơ quan phối hợp" is told before "cơ quan" alone.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("with", re.compile(r"phối hợp", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            r"chủ trì|phụ trách|đầu mối|^(?:cơ quan|đơn vị)$"
            r"|(?:cơ quan|đơn vị|bộ phận|người|cá nhân)[^|]{0,24}(?:thực hiện|tham mưu)",
            re.IGNORECASE,
        ),
    ),
    ("time", re.compile(r"thời gian|thời hạn|thời điểm|tiến độ|hoàn thành", re.IGNORECASE)),
    ("product", re.compile(r"sản phẩm|kết quả", re.IGNORECASE)),
    ("action", re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|công tác", re.IGNORECASE)),
)


@attrs.define
class Row:
    """A row of a task table: a block of its own, and what its cells are for."""

    block: Block
    node: Node | None
    cells: dict[str, Line]


def read_rows(table: Block, node: Node | None) -> list[Row]:
    """The rows of a table whose head names who does the work; none of any other table."""
    if table.kind is not BlockKind.TABLE:
        return []
    columns: dict[str, int] = {}
    rows: list[Row] = []
    for line in table.lines:
        named = _columns_of(line)
        if "lead" in named and len(named) > 1:
            columns = named
        elif columns:
            row = _row(line, columns, node, rows[-1] if rows else None)
            if row is not None:
                rows.append(row)
    return rows


# A schedule says what is done in a column of another name: "STT, Thôn, Thời gian, Phụ trách".
_NUMBERS = re.compile(r"(?:S?TT|Số TT)\W*", re.IGNORECASE)


def _columns_of(line: Line) -> dict[str, int]:
    named: dict[str, int] = {}
    for i, cell in enumerate(line.cells):
        name = next((name for name, words in _COLUMNS if words.search(cell.text)), None)
        if name is not None and len(cell.text) < 60:
            named.setdefault(name, i)
    if "lead" in named and "action" not in named:
        others = (i for i, c in enumerate(line.cells) if i not in named.values() and c.text)
        other = next((i for i in others if not _NUMBERS.fullmatch(line.cells[i].text)), None)
        if other is not None:
            named["action"] = other
    return named


# "nt": như trên, as above.
_DITTO = re.compile(r"[-–( ]*(?:nt|n\.t\.?|như trên)[-–) ]*|[\"”″]|//", re.IGNORECASE)


def _row(line: Line, columns: dict[str, int], node: Node | None, above: Row | None) -> Row | None:
    """A row as a block from its action to its last cell; None for a row that only groups others."""
    cells = {name: line.cells[i] for name, i in columns.items() if i < len(line.cells)}
    for name, cell in cells.items():
        if above is not None and name in above.cells and _DITTO.fullmatch(cell.text):
            cells[name] = above.cells[name]
    lead = cells.get("lead")
    if lead is None or not lead.text:
        return None
    first = cells.get("action", lead)
    block = Block(BlockKind.TABLE, line)
    block.start = min(first.place[0], lead.place[0])
    block.end = max(cell.place[1] for cell in line.cells)
    block.text = " ".join(first.text.split())
    if "time" in cells:
        block.dated = cells["time"].place
    return Row(block, node, cells)


def duties_of(rows: list[Row], bodies: Bodies) -> list[Duty]:
    """The assignments of the rows."""
    found = []
    for row in rows:
        lead = _bodies_in(row.cells["lead"], bodies)
        if not lead or row.node is None:
            continue
        with_ = row.cells.get("with")
        product = row.cells.get("product")
        found.append(
            Duty(
                block=row.block,
                dated_by=[],
                node=row.node,
                lead=lead,
                coordinating=_bodies_in(with_, bodies) if with_ is not None else [],
                advising=[],
                supervised=[],
                reports_to=[],
                via=[],
                product=product.text if product is not None and product.text else None,
            )
        )
    return found


def _bodies_in(cell: Line, bodies: Bodies) -> list[Agency]:
    start, end = cell.place
    listed, done = bodies.listed(start)
    if listed and done >= end:
        return listed
    return headed_bodies(cell.text) or listed

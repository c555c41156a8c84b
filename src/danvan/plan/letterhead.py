"""The letterhead: who issues the document, its number, place and day (thể thức đầu văn bản).

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.1-4, and HD 36-HD/VPTW for the Party: the body's name stands
left, the national title or the Party's name right; below them the number, and the place with the
day.
"""

from __future__ import annotations

import re

import attrs

from danvan import dates, units
from danvan.dates import PartialDate
from danvan.instruments import DocumentNumber, read_number
from danvan.plan.forms import DRAFT, MOTTO, NUMBER_LINE, PLACE_LINE, SECRECY, URGENCY, WIDE_GAP
from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_lines
from danvan.units import Agency, AgencyKind, System

_NUMBER_WORD = re.compile(r"S[ốÔỐo]\s*:?\s*", re.IGNORECASE)
# Where the parts of a head that ran together on one line part again.
_SEAM = re.compile(
    r"\s(?=C[ỘÔO]NG\s+H(?:ÒA|OÀ|OA)\s+X[ÃA]\s+H[ỘÔO]I|[ĐD][ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N"
    r"|[ĐD][ỘộOo][Cc]\s+[Ll][ẬậAa][Pp]\s*[-–]|ĐOÀN\s+TNCS\s+HỒ\s+CHÍ)"
    r"|(?<=[Pp][hH][úuÚ][cC])\s+(?=\S)|\s(?=S[ốÔỐo]\s*:)"
    r"|(?<=[A-ZĐa-zđ\d])\s(?=[A-ZĐÀ-Ỹ][^,:/]{1,40},\s*ng[àa]y\b)"
)
_MOTTO_REST = re.compile(
    r"(?:CH[ỦU]\s+)?NGH[ĨI]A\s+VI[ỆE]T\s+NAM|VI[ỆE]T\s+NAM|(?:T[ựu] do\s*[-–]\s*)?H[ạa]nh ph[úu]c"
    # What stands right in a head of the Youth Union.
    r"|ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH"
)
# Words of a day that lost their marks in a scan.
_BARE_DAY = re.compile(r"\b(?:ngay|thang|nam)\b")
_MARKED_DAY = {"ngay": "ngày", "thang": "tháng", "nam": "năm"}


@attrs.define
class Letterhead:
    """What a letterhead says; what it does not say is None or empty."""

    number: DocumentNumber | None = None
    number_text: str | None = None
    number_problems: tuple[str, ...] = ()
    place: str | None = None
    issued_on: PartialDate | None = None
    issuers: tuple[Agency, ...] = ()
    superior: Agency | None = None
    draft: bool = False
    urgency: str | None = None
    secrecy: str | None = None


def cells_of(line: Line, clean: str) -> list[str]:
    """The texts that stand side by side in a line: cells of a table row, or far apart."""
    if line.kind is LineKind.TABLE:
        return [part.text for cell in line.cells for part in cell_lines(cell, clean) if part.text]
    return [piece for piece in WIDE_GAP.split(line.text) if piece]


def read_letterhead(lines: list[Line], clean: str) -> Letterhead:
    """Read the lines of a letterhead, in whichever of the usual layouts they came."""
    head = Letterhead()
    names: list[str] = []
    naming = True
    for line in lines:
        if line.kind not in {LineKind.TEXT, LineKind.TABLE}:
            continue
        for cell in cells_of(line, clean):
            for piece in _pieces(cell):
                naming = _read_piece(head, piece, names, naming)
    _name_bodies(head, names)
    return head


def _pieces(cell: str) -> list[str]:
    """A cell cut where the parts of the head ran together on one line."""
    pieces = []
    begin = 0
    for seam in _SEAM.finditer(cell):
        place = cell[seam.end() : seam.end() + 60]
        if PLACE_LINE.match(place) and not _after_number(cell[begin : seam.start()]):
            continue
        pieces.append(cell[begin : seam.start()])
        begin = seam.end()
    pieces.append(cell[begin:])
    return [" ".join(piece.strip(" -_*").split()) for piece in pieces if piece.strip(" -_*")]


def _after_number(piece: str) -> bool:
    """Whether a piece is a whole number line, after which the place may follow."""
    return NUMBER_LINE.match(piece) is not None and "/" in piece


def _read_piece(head: Letterhead, piece: str, names: list[str], naming: bool) -> bool:
    """Read one cell; returns whether names of bodies may still come."""
    if NUMBER_LINE.match(piece):
        _read_number(head, piece)
        return False
    if MOTTO.search(piece) or _MOTTO_REST.fullmatch(piece):
        return naming
    place = PLACE_LINE.match(piece)
    if place and len(piece) < 120:
        _read_place(head, place)
        return naming
    if DRAFT.match(piece):
        head.draft = True
    elif URGENCY.match(piece):
        head.urgency = head.urgency or piece.capitalize()
    elif SECRECY.match(piece):
        head.secrecy = head.secrecy or piece.capitalize()
    elif naming and piece.isupper() and len(piece) > 2:
        names.append(piece)
    return naming


def _read_number(head: Letterhead, piece: str) -> None:
    if head.number_text is not None:
        return
    word = _NUMBER_WORD.match(piece)
    begin = word.end() if word else 0
    read = read_number(piece, begin)
    if read is None:
        return
    number, span, problems = read
    head.number = number
    head.number_text = " ".join(span.of(piece).split())
    head.number_problems = problems
    head.draft = head.draft or not number.serial


def _read_place(head: Letterhead, match: re.Match[str]) -> None:
    if head.place is not None:
        return
    day = _BARE_DAY.sub(lambda bare: _MARKED_DAY[bare.group()], match["day"])
    for expression in dates.scan(day):
        if isinstance(expression.value, PartialDate):
            head.issued_on = expression.value
            head.place = match["place"].strip(" *_")
            return


def _name_bodies(head: Letterhead, names: list[str]) -> None:
    """The last body named issues the document; the one above it is its superior.

    Two bodies of which neither can be above the other issue it together.
    """
    columns: list[list[Agency]] = []
    for body in units.read_letterhead(names):
        if columns and not _stand_apart(columns[-1][-1], body):
            columns[-1].append(body)
        else:
            columns.append([body])
    head.issuers = tuple(_whole(column) for column in columns)
    if columns and len(columns[0]) > 1:
        head.superior = columns[0][-2]


def _stand_apart(above: Agency, below: Agency) -> bool:
    """Whether two bodies issue together: none of the Party or Front is above one of the state."""
    systems = {above.system, below.system}
    return System.STATE in systems and bool(systems & {System.PARTY, System.FRONT})


# Bodies that have a name only within another: "Ban Thường vụ Tỉnh ủy", "Ban Dân vận Huyện ủy".
_PART_OF = re.compile(r"(?:Ban )?(?:Thường vụ|Thường trực|Chấp hành|Chủ tịch)$|Đoàn Chủ tịch$")
_PARTY_BOARDS = frozenset({AgencyKind.PARTY_BOARD, AgencyKind.MASS_MOBILISATION})


def _whole(column: list[Agency]) -> Agency:
    """The last body of a column, with the name of the body of which it is a part."""
    issuer = column[-1]
    if len(column) == 1 or issuer.unit is not None:
        return issuer
    above = column[-2]
    board = issuer.kind in _PARTY_BOARDS and above.kind is AgencyKind.PARTY_COMMITTEE
    if not board and not _PART_OF.match(issuer.full_name):
        return issuer
    name = f"{issuer.full_name} {above.full_name}"
    return attrs.evolve(issuer, name=name, full_name=name, unit=above.unit, level=above.level)

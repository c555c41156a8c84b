"""Copies: the layouts that a text gets on its way, by recognition, portals, pages and the web."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from danvan.render.pieces import Closing, Grid, Head, Note, Piece, Signed, Title, Words
from danvan.render.typeset import Plain, Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.plan import Plan

_RULE = "---------------"


class Markdown(Plain):
    """Markdown as character recognition of a scan gives it."""

    def head(self, head: Head) -> list[str]:
        """A table without visible header; marks stand above it."""
        left = [*map(_bold, head.bodies), *filter(None, (head.rule.replace("*", r"\*"),))]
        right = [*map(_bold, head.motto)]
        rows = [f"| {'<br>'.join(left)} | {'<br>'.join(right)} |", "|---|---|"]
        if head.number or head.place:
            place = f"*{head.place}*" if head.place else ""
            rows.append(f"| {head.number or ''} | {place} |")
        if not left and not right and len(rows) == 2:
            rows = []
        marks = [line for mark in head.marks for line in (_bold(mark), "")]
        return [*marks, *rows]

    def title(self, title: Title) -> list[str]:
        """Two headings of the second rank."""
        lines = [line for line in (title.kind, title.subject, title.below) if line]
        return [row for line in lines for row in (f"## {_bold(line)}", "")][:-1]

    def words(self, words: Words) -> list[str]:
        """A part is a heading of markdown, a heading below it bold."""
        if not words.heading:
            return [words.line]
        return [f"### {_bold(words.line)}" if words.level <= 1 else _bold(words.line)]

    def grid(self, grid: Grid) -> list[str]:
        """A rule stands below the first row."""
        rows = super().grid(grid)
        rule = f"|{'---|' * len(grid.rows[0])}" if grid.rows else ""
        return [*rows[:1], *filter(None, (rule,)), *rows[1:]]

    def recipients(self, closing: Closing) -> list[str]:
        """The lines of "Nơi nhận", its name in bold italics."""
        lines = super().recipients(closing)
        return [f"***{lines[0]}***", "", *lines[1:]] if lines else []

    def signed(self, signed: Signed) -> list[str]:
        """Bold lines, the picture of a stamp between them."""
        lines = [row for line in signed.lines for row in (_bold(line), "")]
        name = ["![](_page_1_Picture_2.jpeg)", "", _bold(signed.name)] if signed.name else []
        return [*lines, *name]

    def note(self, note: Note) -> list[str]:
        """A note behind its mark as a tag."""
        return [f"<sup>{note.mark}</sup> {note.text}"]


def _bold(text: str) -> str:
    return f"**{text}**"


class Portal(Plain):
    """A legal portal: metadata first, head and closing in cells."""

    def __init__(self, plan: Plan) -> None:
        kind = plan.kind.name if plan.kind is not None else "Văn bản"
        issuer = plan.issuers[0].full_name if plan.issuers else "Đang cập nhật"
        number = plan.number_text or "Đang cập nhật"
        signer = next((s.name for s in plan.signatures if s.name), "Đang cập nhật")
        self.metadata = [
            "Tình trạng: Đã biết",
            f"Số hiệu: {number}",
            f"Loại văn bản: {kind}",
            f"Nơi ban hành: {issuer}",
            f"Người ký: {signer.title()}",
            "Lĩnh vực, ngành: Bộ máy hành chính",
        ]

    def groups(self, pieces: Iterable[Piece]) -> list[list[str]]:
        """The metadata stand before everything."""
        return [self.metadata, *super().groups(pieces)]

    def head(self, head: Head) -> list[str]:
        """Cells, rules below issuer and motto in them."""
        names = " - ".join(" ".join(column) for column in head.columns)
        left = f"{names} -------" if names else ""
        right = " ".join([*head.motto, *([_RULE] if head.motto else [])])
        rows = [f"| {left} | {right} |"] if left or right else []
        if head.number or head.place:
            rows.append(f"| {head.number or ''} | {head.place or ''} |")
        return [*head.marks, *([""] if head.marks else []), *rows]

    def closing(self, closing: Closing) -> list[str]:
        """Recipients in the left cell, signatures in the right one."""
        left = "<br>".join(self.recipients(closing))
        right = "<br>".join(line for s in closing.signed for line in self.signed(s))
        return [f"| {left} | {right} |"]


_ENDS = (".", ";", ":", "!", "?")


class Paged(Wrapped):
    """Pages: wrapped lines, a page number on top from the second page on, notes below.

    NĐ 30/2020, Phụ lục I, mục I.7: page numbers in the middle of the upper edge, none on the first.
    """

    lines_a_page = 36

    def text(self, pieces: Iterable[Piece]) -> str:
        """The pages; a page may end amid a paragraph, but not amid head, table or closing."""
        pieces = tuple(pieces)
        notes = [self.lines(piece) for piece in pieces if isinstance(piece, Note)]
        pages: list[list[str]] = [[]]
        noted = 0
        for piece in pieces:
            if isinstance(piece, Note):
                continue
            lines = self.lines(piece)
            if isinstance(piece, Words):
                self._flow(pages, lines)
            else:
                if len(pages[-1]) + len(lines) > self.lines_a_page and pages[-1]:
                    pages.append([])
                pages[-1] += lines
            pages[-1].append("")
            if isinstance(piece, Title):
                noted = len(pages)
        return self._bound(pages, notes, noted)

    def _flow(self, pages: list[list[str]], lines: list[str]) -> None:
        """Lay the lines of a paragraph down; no page ends with one of its sentences.

        Where it did, nobody could tell from the text whether the paragraph ends with the page.
        """
        for n, line in enumerate(lines):
            if len(pages[-1]) >= self.lines_a_page:
                ends = n > 0 and lines[n - 1].endswith(_ENDS)
                pages.append([pages[-1].pop()] if ends else [])
            pages[-1].append(line)

    def _bound(self, pages: list[list[str]], notes: list[list[str]], noted: int) -> str:
        """The pages with their numbers and notes; the last page has all notes that are left.

        The page ``noted`` has the last title, and the first note.
        """
        bound: list[str] = []
        for number, page in enumerate(pages, 1):
            last = number == len(pages)
            if number > 1:
                bound += ["", str(number), ""]
            while page and not page[-1]:
                page.pop()
            bound += page
            below = len(notes) if last else int(number >= noted)
            for note in notes[:below]:
                bound += ["", *note]
            notes = notes[below:]
        return "\n".join(bound) + "\n"


# What a page sets in an element of its own: days, numbers of documents.
_ELEMENT = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d+(?:/\d{4})?[-/][A-ZĐ][\w-]*(?:/[\w-]+)?")
_BULLETS = frozenset("-+*•–")


class Fragments(Plain):
    """Copied from a page: every inline element on a line of its own, blocks between blank lines."""

    def text(self, pieces: Iterable[Piece]) -> str:
        """Blocks apart; the rows of a table stay together."""
        blocks = [
            "\n".join(block) for piece in pieces for block in self.blocks(piece) if any(block)
        ]
        return "\n\n".join(blocks) + "\n"

    def blocks(self, piece: Piece) -> list[list[str]]:
        """The elements of each block of a piece."""
        match piece:
            case Words():
                return [self.words(piece)]
            case Grid():
                return [self.grid(piece)]
            case Note():
                return [self.note(piece)]
            case _:
                return [elements(line) for line in self.lines(piece)]

    def words(self, words: Words) -> list[str]:
        """The label, each element and the end mark on lines of their own."""
        label = words.label.strip()
        if label in _BULLETS:
            return elements(words.line)
        return [*filter(None, (label,)), *elements(words.text)]


def elements(line: str) -> list[str]:
    """A line cut around days and numbers, and before a mark at its end.

    >>> elements("Thực hiện Kế hoạch số 7/KH-UBND ngày 05/3/2024;")
    ['Thực hiện Kế hoạch số', '7/KH-UBND', 'ngày', '05/3/2024', ';']
    """
    cut: list[str] = []
    done = 0
    for element in _ELEMENT.finditer(line):
        cut += [line[done : element.start()].strip(), element.group()]
        done = element.end()
    rest = line[done:].strip()
    if rest.endswith((".", ";")) and not rest.endswith("./."):
        cut += [rest[:-1].strip(), rest[-1]]
    else:
        cut.append(rest)
    return [element for element in cut if element]


class Decomposed(Plain):
    """As plain, in the code points of another system."""

    def text(self, pieces: Iterable[Piece]) -> str:
        """NFD, CRLF, a byte-order mark, no-break spaces after numbers."""
        plain = super().text(pieces).replace("Số: ", "Số:\u00a0")
        return "\ufeff" + unicodedata.normalize("NFD", plain).replace("\n", "\r\n")

"""The text of an Akoma Ntoso document: its divisions, blocks and words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.akn.names import DIVISIONS, NAMESPACE, tag
from danvan.formats.xml.characters import character_of, unescaped
from danvan.formats.xml.read import line_of, values_of
from danvan.formats.xml.shape import NAMESPACE as DANVAN
from danvan.plan import Cell, Paragraph, Section, Table
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

Block = Section | Paragraph | Table
T = TypeVar("T")

_OWN = f"{{{DANVAN}}}"
_HELD = ("intro", "content", "wrapUp")
_NAMED = ("num", "heading")
_BETWEEN = "\n\n"


class Reader:
    """Reads the content of one document, and gathers its text.

    What danvan wrote says where it stood in the source; what others wrote is given its place in the
    text that is gathered here.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._paths: Counter[str] = Counter()

    @property
    def text(self) -> str:
        """The text that was read so far, a line for each block."""
        return "".join(self._pieces)

    def here(self) -> Span:
        """The end of the text that was read so far."""
        return Span(self._length, self._length)

    @staticmethod
    def words(element: Element) -> str:
        """The text in an element, that in elements within it included."""
        parts = [element.text or ""]
        for child in element:
            number = child.get(f"{_OWN}u")
            name = str(child.tag).removeprefix(f"{{{NAMESPACE}}}")
            if number is not None and name == "inline":
                parts.append(_character(child, number))
            elif name == "br":
                parts.append("\n")
            elif name not in {"authorialNote", "subFlow"}:
                parts.append(Reader.words(child))
            parts.append(child.tail or "")
        return "".join(parts)

    @staticmethod
    def values(kind: type, element: Element) -> dict[str, Any]:
        """What danvan's attributes of an element say of an object.

        Raises:
            SchemaError: if one of them does not fit.
        """
        strings = {
            str(name).removeprefix(_OWN): str(value)
            for name, value in element.attrib.items()
            if str(name).startswith(_OWN)
        }
        try:
            return values_of(kind, strings)
        except ValueError as error:
            raise _refused(element, error) from None

    @staticmethod
    def kept(element: Element, name: str) -> str | None:
        """The text in an attribute of danvan's.

        Raises:
            SchemaError: if a character in it is none.
        """
        text = element.get(f"{_OWN}{name}")
        try:
            return None if text is None else unescaped(text)
        except ValueError as error:
            raise _refused(element, error) from None

    def content(self, element: Element, level: int = 1, within: str = "") -> tuple[Block, ...]:
        """The sections and blocks in an element, in reading order."""
        return tuple(self._content(element, level, within))

    def only_sections(self, content: Iterable[Block]) -> tuple[Section, ...]:
        """The sections; blocks before and between them become sections without a label."""
        sections: list[Section] = []
        loose: list[Block] = []
        for block in content:
            if isinstance(block, Section):
                sections += self._unlabelled(loose)
                sections.append(block)
                loose = []
            else:
                loose.append(block)
        return (*sections, *self._unlabelled(loose))

    def _unlabelled(self, blocks: list[Block]) -> list[Section]:
        if not blocks:
            return []
        span = Span.envelope(block.span for block in blocks)
        return [Section(label="", level=1, path=self._path("", ""), body=tuple(blocks), span=span)]

    def blocks(self, element: Element) -> tuple[Paragraph | Table, ...]:
        """The paragraphs and tables in an element, however deep they stand in lists and groups."""
        return tuple(self._blocks(element, ""))

    def _content(self, element: Element, level: int, within: str) -> Iterator[Block]:
        for child in element:
            name = str(child.tag).removeprefix(f"{{{NAMESPACE}}}")
            if name in _NAMED:
                continue
            if name in DIVISIONS and any(child.find(tag(n)) is not None for n in _NAMED):
                yield self._section(child, level, within)
            elif name in DIVISIONS or name in _HELD:
                yield from self._content(child, level, within)
            else:
                yield from self._block(child, "")

    def _section(self, element: Element, level: int, within: str) -> Section:
        values = self.values(Section, element)
        label, heading = (element.find(tag(name)) for name in ("num", "heading"))
        printed = "" if label is None else Reader.words(label)
        values["label"] = printed if "span" in values else printed.strip().rstrip(".)")
        values["title"] = None if heading is None else Reader.words(heading)
        values.setdefault("level", level)
        path = Reader.kept(element, "path")
        values["path"] = self._path(values["label"], within) if path is None else path
        start = self._length
        if "span" not in values:
            self._line(" ".join(filter(None, (printed, values["title"]))))
        body = tuple(self._content(element, level + 1, values["path"]))
        values.setdefault("span", Span(start, self._length))
        return self._made(Section, element, body=body, **values)

    def _path(self, label: str, within: str) -> str:
        path = ".".join(filter(None, (within, label)))
        self._paths[path] += 1
        return path if self._paths[path] == 1 else f"{path}~{self._paths[path]}"

    def _blocks(self, element: Element, marker: str) -> Iterator[Paragraph | Table]:
        for child in element:
            yield from self._block(child, marker)

    def _block(self, element: Element, marker: str) -> Iterator[Paragraph | Table]:
        name = str(element.tag).removeprefix(f"{{{NAMESPACE}}}")
        match name:
            case "p" | "block":
                yield from filter(None, [self._paragraph(element, marker)])
            case "table":
                yield self._table(element)
            case "item" | "li":
                number = element.find(tag("num"))
                own = "-" if number is None else Reader.words(number)
                if name == "li" and element.find(tag("p")) is None:
                    yield from filter(None, [self._paragraph(element, own)])
                else:
                    yield from self._blocks(element, own)
            case "num" | "heading":
                return
            case _ if (element.text or "").strip():
                yield from filter(None, [self._paragraph(element, marker)])
            case _:
                yield from self._blocks(element, marker)

    def _paragraph(self, element: Element, marker: str) -> Paragraph | None:
        """A paragraph; none where an element of others is empty, or danvan's fills a place."""
        values = self.values(Paragraph, element)
        text = Reader.words(element)
        if "span" not in values:
            text = " ".join(text.split())
            if not text:
                return None
            values["span"] = self._line(" ".join(filter(None, (marker, text))))
        marker = Reader.kept(element, "marker") or marker
        return self._made(Paragraph, element, marker=marker, text=text, **values)

    def _table(self, element: Element) -> Table:
        values = self.values(Table, element)
        start = self._length
        rows: list[tuple[Cell, ...]] = []
        header: tuple[Cell, ...] = ()
        for line in element.iterfind(tag("tr")):
            cells = [c for c in line if c.tag in {tag("td"), tag("th")}]
            row = tuple(c for c in map(self._cell, cells) if c is not None)
            if not header and not rows and cells and all(c.tag == tag("th") for c in cells):
                header = row
            else:
                rows.append(row)
        if element.get(f"{_OWN}rows") == "0":
            rows = []
        values.setdefault("span", Span(start, self._length))
        return self._made(Table, element, rows=tuple(rows), header=header, **values)

    def _cell(self, element: Element) -> Cell | None:
        inner = element.find(tag("p"))
        values = {} if inner is None else self.values(Cell, inner)
        if inner is not None and "span" in values:
            return self._made(Cell, element, text=Reader.words(inner), **values)
        if inner is None and not element.text:
            return None
        text = " ".join(Reader.words(element).split())
        return Cell(text=text, span=self._line(text))

    def _line(self, text: str) -> Span:
        """Put a line behind the text, and say where it stands."""
        if self._pieces:
            self._pieces.append(_BETWEEN)
            self._length += len(_BETWEEN)
        span = Span(self._length, self._length + len(text))
        self._pieces.append(text)
        self._length = span.end
        return span

    @staticmethod
    def _made(kind: type[T], element: Element, /, **values: Any) -> T:
        try:
            return kind(**values)
        except (TypeError, ValueError) as error:
            raise _refused(element, error) from None


def _character(element: Element, number: str) -> str:
    try:
        return character_of(number)
    except ValueError as error:
        raise _refused(element, error) from None


def _refused(element: Element, error: Exception) -> SchemaError:
    path = element.getroottree().getpath(element)
    return SchemaError([SchemaProblem(path, str(error), line=line_of(element))])

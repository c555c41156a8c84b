"""Text in Akoma Ntoso: outlines, blocks and what is marked in them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lxml import etree

from danvan.formats.akn.identity import is_iri
from danvan.formats.akn.names import Identifiers, element_for, tag
from danvan.formats.xml.characters import MixedContent, escaped
from danvan.formats.xml.shape import NAMESPACE as DANVAN
from danvan.formats.xml.write import RUNNING, attributes_of
from danvan.markup import without_forbidden
from danvan.plan import Paragraph, Section, Table
from danvan.text import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from danvan.formats.xml.marks import Mark, Marks

Block = Section | Paragraph | Table


def own(name: str) -> str:
    """The name of an attribute of danvan's, which says what Akoma Ntoso has no word for."""
    return f"{{{DANVAN}}}{name}"


class Writer:
    """Writes the content of one document."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._identifiers = Identifiers()
        self.organizations: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self.persons: dict[str, str] = {}
        self.locations: dict[str, str] = {}

    def add(self, parent: Element, kind: str, number: str = "", /, **attributes: str) -> Element:
        """An element with an identifier, below another."""
        identifier = self._identifiers.new(parent.get("eId", ""), kind, number)
        return etree.SubElement(parent, tag(kind), {"eId": identifier, **attributes})

    def text(self, parent: Element, kind: str, text: str, /, **attributes: str) -> Element:
        """An element with text and nothing else, below another."""
        element = etree.SubElement(parent, tag(kind), attributes)
        self.fill(element, text)
        return element

    def fill(self, element: Element, text: str) -> None:
        """Give an element without content a text."""
        self._mixed(element).add(text)

    def content(self, parent: Element, blocks: Iterable[Block]) -> None:
        """Sections, paragraphs and tables where they may stand in any order."""
        for block in _grouped(blocks):
            if isinstance(block, Section):
                self._section(parent, block)
            else:
                self._blocks(parent, [block])

    def _section(self, parent: Element, section: Section) -> None:
        name = element_for(section.label)
        attributes = {} if name != "hcontainer" else {"name": "muc"}
        element = self.add(parent, name, section.label, **attributes)
        self._keep(element, section)
        element.set(own("path"), escaped(section.path))
        self.text(element, "num", section.label)
        if section.title is not None:
            heading = self.add(element, "heading")
            self._running(heading, section, "title", section.title)
        groups = [
            (is_section, list(group))
            for is_section, group in groupby(_grouped(section.body), _is_section)
        ]
        if not any(is_section for is_section, _ in groups):
            content = self.add(element, "content")
            self._blocks(content, [block for _, group in groups for block in group])
            return
        for place, (is_section, group) in enumerate(groups):
            if is_section:
                self.content(element, group)
                continue
            first, last = place == 0, place == len(groups) - 1
            self._between(element, group, "intro" if first else "wrapUp" if last else "")

    def _between(self, parent: Element, blocks: list[Any], name: str) -> None:
        """Blocks before, after or, where Akoma Ntoso has no place for them, between sections."""
        if name:
            self._blocks(self.add(parent, name), blocks)
        else:
            held = self.add(parent, "hcontainer", name="doan")
            self._blocks(self.add(held, "content"), blocks)

    def _blocks(self, parent: Element, blocks: Sequence[Any]) -> None:
        for block in blocks:
            if isinstance(block, list):
                self._bullets(parent, block)
            elif isinstance(block, Table):
                self._table(parent, block)
            else:
                self.paragraph(parent, block)

    def paragraph(self, parent: Element, paragraph: Paragraph) -> None:
        """A paragraph without its marker."""
        element = etree.SubElement(parent, tag("p"))
        self._keep(element, paragraph)
        self._running(element, paragraph, "text", paragraph.text, within=parent.get("eId", ""))

    def _bullets(self, parent: Element, bullets: list[Paragraph]) -> None:
        element = self.add(parent, "blockList")
        for bullet in bullets:
            item = self.add(element, "item")
            self.text(item, "num", bullet.marker)
            self.paragraph(item, bullet)

    def _table(self, parent: Element, table: Table) -> None:
        element = self.add(parent, "table")
        self._keep(element, table)
        rows = [(row, "td") for row in table.rows]
        if table.header:
            rows.insert(0, (table.header, "th"))
        for row, name in rows or [((), "td")]:
            line = etree.SubElement(element, tag("tr"))
            for cell in row:
                box = etree.SubElement(line, tag(name))
                inner = etree.SubElement(box, tag("p"))
                self._keep(inner, cell)
                self._running(inner, cell, "text", cell.text, within=element.get("eId", ""))
            if not row:
                etree.SubElement(line, tag(name))
        if not rows:
            element.set(own("rows"), "0")

    @staticmethod
    def _keep(element: Element, value: object) -> None:
        """Keep what Akoma Ntoso has no word for in attributes of danvan's."""
        for name, text in attributes_of(value).items():
            element.set(own(name), text)

    @staticmethod
    def _mixed(element: Element) -> MixedContent:
        return MixedContent(element, tag("inline"), own("u"), {"name": "character"})

    def _running(
        self, element: Element, value: Any, field: str, text: str, *, within: str = ""
    ) -> None:
        content, position = self._mixed(element), 0
        within = element.get("eId") or within
        for place in self._marks.within(text, RUNNING[type(value), field](value)):
            name, attributes = self._marked(place.mark, within)
            content.add(text[position : place.start])
            content.add_element(name, attributes, text[place.start : place.end])
            position = place.end
        content.add(text[position:])

    def _marked(self, mark: Mark, within: str) -> tuple[str, dict[str, str]]:
        """The element for a mark, and its attributes."""
        about = mark.attributes
        match mark.name:
            case "citation" if is_iri(about.get("uri", "")):
                return self._inline("ref", within, href=about["uri"])
            case "deadline" if len(about.get("value", "")) == 10 and "X" not in about["value"]:
                return tag("date"), {"date": about["value"]}
            case "agency" if "post" in about and "full_name" in about:
                return self._inline("role", within, refersTo=self.role(about["full_name"]))
            case "agency" if "full_name" in about:
                refers_to = self.organization(about["full_name"])
                return self._inline("organization", within, refersTo=refers_to)
        return tag("inline"), {"name": mark.name}

    def _inline(self, kind: str, within: str, **attributes: str) -> tuple[str, dict[str, str]]:
        return tag(kind), {"eId": self._identifiers.new(within, kind), **attributes}

    def organization(self, name: str) -> str:
        """The reference to a body, which is described in the metadata."""
        return self._described(self.organizations, "org", name)

    def role(self, name: str) -> str:
        """The reference to an office, which is described in the metadata."""
        return self._described(self.roles, "role", name)

    def person(self, name: str) -> str:
        """The reference to a person, who is described in the metadata."""
        return self._described(self.persons, "person", name)

    def location(self, name: str) -> str:
        """The reference to a place, which is described in the metadata."""
        return self._described(self.locations, "location", name)

    def _described(self, known: dict[str, str], kind: str, name: str) -> str:
        shown = without_forbidden(name)
        if shown not in known:
            slug = re.sub(r"[^0-9a-z]+", "-", without_marks(shown).casefold()).strip("-")
            known[shown] = self._identifiers.new("", kind, slug)
        return f"#{known[shown]}"


def _is_section(block: object) -> bool:
    return isinstance(block, Section)


def _grouped(blocks: Iterable[Any]) -> list[Any]:
    """The blocks, bullets that follow each other in a list of their own."""
    grouped: list[Any] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.marker:
            grouped.append(block)
        elif grouped and isinstance(grouped[-1], list):
            grouped[-1].append(block)
        else:
            grouped.append([block])
    return grouped

"""Styles of Word: what a paragraph or run inherits (kiểu định dạng)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.docx.names import W, number, switch, value
from danvan.readers.dress import PLAIN, Dress

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LONGEST_CHAIN = 32
_DEEPEST_OUTLINE = 8


def dress_of(properties: etree._Element | None) -> Dress:
    """What ``w:rPr`` says of a run."""
    if properties is None:
        return PLAIN
    raised = value(properties, "vertAlign")
    fonts = properties.find(f"{W}rFonts")
    return Dress(
        bold=switch(properties, "b"),
        capitals=switch(properties, "caps"),
        hidden=switch(properties, "vanish"),
        raised=None if raised is None else raised == "superscript",
        font=None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii"),
    )


@attrs.frozen(kw_only=True)
class ParagraphStyle:
    """What a paragraph has from its style: heading level, list, and the dress of its runs."""

    level: int = 0
    list_id: int | None = None
    list_level: int | None = None
    dress: Dress = PLAIN


def outline_level(properties: etree._Element | None) -> int | None:
    """The heading level that ``w:pPr`` gives: 1 to 9, 0 for running text, None if none."""
    level = number(properties, "outlineLvl")
    if level is None:
        return None
    return level + 1 if 0 <= level <= _DEEPEST_OUTLINE else 0


class Styles:
    """The styles of a document; ``root`` is ``word/styles.xml``, or None where there is none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Dress] = {}
        self._default: str | None = None
        below = None
        if root is not None:
            below = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in root.iterfind(f"{W}style"):
                identity = style.get(f"{W}styleId")
                if identity is None:
                    continue
                self._styles[identity] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in _ON:
                    self._default = identity
        self._below = dress_of(below)

    def list_of(self, identity: str) -> int | None:
        """The list that a style of lists stands for."""
        style = self._styles.get(identity)
        return None if style is None else number(style.find(f"{W}pPr/{W}numPr"), "numId")

    def paragraph(self, identity: str | None) -> ParagraphStyle:
        """What the paragraph style of this id gives; the default one where it is None."""
        known = self._paragraphs.get(identity)
        if known is None:
            known = self._paragraphs[identity] = self._resolved(identity or self._default)
        return known

    def character(self, identity: str) -> Dress:
        """What the character style of this id gives."""
        known = self._characters.get(identity)
        if known is None:
            known = PLAIN
            for style in self._chain(identity):
                known = known.over(dress_of(style.find(f"{W}rPr")))
            self._characters[identity] = known
        return known

    def _chain(self, identity: str | None) -> list[etree._Element]:
        """A style and those that it is based on."""
        chain: list[etree._Element] = []
        while identity is not None and len(chain) < _LONGEST_CHAIN:
            style = self._styles.get(identity)
            if style is None:
                break
            chain.append(style)
            identity = value(style, "basedOn")
        return chain

    def _resolved(self, identity: str | None) -> ParagraphStyle:
        level = list_id = list_level = None
        dress = PLAIN
        for style in self._chain(identity):
            properties = style.find(f"{W}pPr")
            if level is None:
                heading = _HEADING.fullmatch(value(style, "name") or "")
                level = int(heading[1]) if heading else outline_level(properties)
            listed = None if properties is None else properties.find(f"{W}numPr")
            if list_id is None:
                list_id = number(listed, "numId")
            if list_level is None:
                list_level = number(listed, "ilvl")
            dress = dress.over(dress_of(style.find(f"{W}rPr")))
        return ParagraphStyle(
            level=level or 0,
            list_id=list_id,
            list_level=list_level,
            dress=dress.over(self._below),
        )


_ON = frozenset({"1", "true", "on"})

"""Styles of OpenDocument: what a paragraph or span inherits (kiểu định dạng)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.readers.dress import PLAIN, Dress
from danvan.readers.odt.names import FO, OFFICE, STYLE, SVG, TEXT

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_CHAIN = 32


@attrs.frozen(kw_only=True)
class Styled:
    """What a style gives: the dress of its text, its list, and whether it begins a page."""

    dress: Dress = PLAIN
    list_style: str | None = None
    new_page: bool = False


class Styles:
    """The styles of a document: those of ``styles.xml`` and the automatic ones of its content."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], Styled] = {}
        self._fonts: dict[str, str] = {}
        for root in roots:
            for font in root.iter(f"{STYLE}font-face"):
                family = font.get(f"{SVG}font-family", "").strip("'\"")
                self._fonts[font.get(f"{STYLE}name", "")] = family
            for group in (f"{OFFICE}styles", f"{OFFICE}automatic-styles"):
                for style in root.iterfind(f"{group}/{STYLE}style"):
                    key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                    self._styles[key] = style

    def of(self, family: str, name: str | None) -> Styled:
        """What the style of this family ("paragraph", "text") and name gives."""
        if name is None:
            return Styled()
        key = (family, name)
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def _resolved(self, key: tuple[str, str]) -> Styled:
        found = Styled()
        family, name = key
        for n in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                break
            said = style.find(f"{STYLE}paragraph-properties")
            found = Styled(
                dress=found.dress.over(self._dress(style.find(f"{STYLE}text-properties"))),
                list_style=found.list_style or style.get(f"{STYLE}list-style-name"),
                new_page=found.new_page
                or (n == 0 and said is not None and said.get(f"{FO}break-before") == "page"),
            )
            name = style.get(f"{STYLE}parent-style-name", "")
        return found

    def _dress(self, properties: etree._Element | None) -> Dress:
        if properties is None:
            return PLAIN
        weight = properties.get(f"{FO}font-weight")
        shown = properties.get(f"{TEXT}display")
        case = properties.get(f"{FO}text-transform")
        position = properties.get(f"{STYLE}text-position")
        named = properties.get(f"{STYLE}font-name")
        font = self._fonts.get(named, named) if named else properties.get(f"{FO}font-family")
        return Dress(
            bold=None if weight is None else weight in {"bold", "600", "700", "800", "900"},
            capitals=None if case is None else case == "uppercase",
            hidden=None if shown is None else shown == "none",
            raised=None if position is None else position.startswith("super"),
            font=font,
        )

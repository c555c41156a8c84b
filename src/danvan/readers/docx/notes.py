"""Footnotes and endnotes of Word: their marks, in the order in which they are called (cước chú)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.readers.docx.names import W, number, value
from danvan.readers.labels import numeral

if TYPE_CHECKING:
    from lxml import etree

    from danvan.readers.docx.package import Package

# The two kinds, and the format of their numbers where the document says nothing.
_KINDS = {"footnote": "decimal", "endnote": "lowerRoman"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_LONGEST_MARK = 8


class Notes:
    """The notes of a document; a call gives the next mark of its kind."""

    def __init__(self, package: Package, main: etree._Element) -> None:
        settings = package.related("settings")
        self._notes: dict[tuple[str, str], etree._Element] = {}
        self._forms: dict[str, str] = {}
        self._next: dict[str, int] = {}
        self._called: dict[tuple[str, str], str] = {}
        for kind, form in _KINDS.items():
            root = package.related(f"{kind}s")
            for note in () if root is None else root.iterfind(W + kind):
                if note.get(f"{W}type") not in _SEPARATORS:
                    self._notes[kind, note.get(f"{W}id", "")] = note
            said = main.findall(f".//{W}sectPr/{W}{kind}Pr")
            said += [] if settings is None else settings.findall(f"{W}{kind}Pr")
            self._forms[kind] = next((f for f in (value(s, "numFmt") for s in said) if f), form)
            starts = [number(s, "numStart") for s in said]
            self._next[kind] = next((s for s in starts if s is not None), 1)

    def called(self, reference: etree._Element, own_mark: str) -> str:
        """The mark of the note that is called; "" where there is no such note.

        Args:
            reference: ``w:footnoteReference`` or ``w:endnoteReference``.
            own_mark: the mark that the author gave it, if it is not counted.
        """
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        key = (kind, reference.get(f"{W}id", ""))
        if key not in self._notes:
            return ""
        mark = own_mark[:_LONGEST_MARK]
        if not mark and key not in self._called:
            mark = numeral(self._next[kind], self._forms[kind])
            self._next[kind] += 1
        return self._called.setdefault(key, mark)

    def in_order(self) -> list[tuple[str, etree._Element]]:
        """The notes that were called, with their marks."""
        return [(mark, self._notes[key]) for key, mark in self._called.items()]

"""The package of a .docx: which of its parts is what (gói tệp Word)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from danvan.errors import ReadError
from danvan.readers.archive import Archive
from danvan.readers.docx.names import PACKAGE, STRICT
from danvan.readers.xml import parse_xml

if TYPE_CHECKING:
    from lxml import etree

_USUAL = "word/document.xml"


class Package:
    """The parts of a document, each parsed when it is asked for. Links out of it are not followed.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        ReadError: if it is no package, or its limits are exceeded.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._archive = Archive(data, name)
        self._main = self._main_part()
        folder, file = posixpath.split(self._main)
        self._related = self._relations(folder, f"{folder}/_rels/{file}.rels")

    def main(self) -> etree._Element:
        """The root of the main part.

        Raises:
            ReadError: if it cannot be read.
        """
        return self._parsed(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the main one names as its "styles", "footnotes" and so on.

        Raises:
            ReadError: if it cannot be read.
        """
        part = self._related.get(kind)
        if part is None or part not in self._archive:
            return None
        return self._parsed(part)

    def _main_part(self) -> str:
        main = self._relations("", "_rels/.rels").get("officeDocument", _USUAL)
        if main not in self._archive:
            main = next((n for n in self._archive.names if n.endswith(_USUAL)), "")
        if not main:
            raise ReadError(self._name, f"it is no document of Word: {_USUAL} is missing in it")
        return main

    def _relations(self, folder: str, part: str) -> dict[str, str]:
        """The parts that a part names, by kind; the first of each kind."""
        if part not in self._archive:
            return {}
        found: dict[str, str] = {}
        for relation in self._parsed(part).iterfind(f"{PACKAGE}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.setdefault(kind, target.lstrip("/"))
        return found

    def _parsed(self, part: str) -> etree._Element:
        data = self._archive.read(part)
        for strict, usual in STRICT:
            if strict in data:
                data = data.replace(strict, usual)
        return parse_xml(data, self._name, part)

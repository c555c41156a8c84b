"""A sample as a file of Word: python-docx, with lists that Word counts, notes and page furniture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from danvan.readers.document import TextTable
from tests.readers.wordlists import Lists, Place

if TYPE_CHECKING:
    from danvan.readers.document import TextParagraph
    from tests.readers.samples import Sample

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def as_docx(sample: Sample, *, restarts: bool = True) -> bytes:
    """The sample as the bytes of a .docx.

    Lists that share their levels and start anew in the middle are counted by Word, and not by
    LibreOffice: without ``restarts`` such labels are typed.
    """
    return _Writer(sample, Lists(restarts=restarts)).written()


class _Writer:
    def __init__(self, sample: Sample, lists: Lists) -> None:
        self.document = docx.Document()
        self.notes = sample.notes
        self.called: list[str] = []
        self.lists = lists
        section = self.document.sections[0]
        section.header.paragraphs[0].text = "Kế hoạch công tác"
        section.footer.paragraphs[0].text = "2"
        below_table = False
        for element in sample.elements():
            if isinstance(element, TextTable):
                if below_table:
                    self.document.add_paragraph()
                self._table(element)
            else:
                self._paragraph(self.document.add_paragraph(), element)
            below_table = isinstance(element, TextTable)

    def written(self) -> bytes:
        self._number()
        self._add_notes()
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _table(self, table: TextTable) -> None:
        columns = max(map(len, table.rows))
        made = self.document.add_table(len(table.rows), columns)
        if len(table.rows) > 1:  # heads and closings, of one row, have no rules
            made.style = "Table Grid"
        for row, said in zip(made.rows, table.rows, strict=True):
            for cell, paragraphs in zip(row.cells, said, strict=False):
                for n, paragraph in enumerate(paragraphs):
                    self._paragraph(cell.add_paragraph() if n else cell.paragraphs[0], paragraph)

    def _paragraph(self, made, paragraph: TextParagraph) -> None:
        place = self.lists.place(paragraph.label) if paragraph.label else None
        if place is not None:
            _list(made, place)
        elif paragraph.label:
            made.add_run(f"{paragraph.label} ")
        for run in paragraph.runs:
            if run.note in self.notes:
                self._call(made, run.note)
            elif run.note:
                made.add_run(run.note).font.superscript = True
            else:
                made.add_run(run.text).bold = run.bold or None

    def _call(self, made, mark: str) -> None:
        if mark in self.called:
            return
        self.called.append(mark)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.called) + 1))
        run = made.add_run()
        run.font.superscript = True
        run._r.append(reference)
        if mark != str(len(self.called)):
            reference.set(qn("w:customMarkFollows"), "1")
            run.add_text(mark)

    def _number(self) -> None:
        numbering = self.document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        lists = self.lists
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind.form}"/>'
            f'<w:lvlText w:val="{lists.text(i)}"/></w:lvl>'
            for i, kind in enumerate(lists.levels)
        )
        numbering.append(_made(f'<w:abstractNum {_W} w:abstractNumId="0">{levels}</w:abstractNum>'))
        for n, bullet in enumerate(lists.bullets, 1):
            level = (
                f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{bullet}"/></w:lvl>'
            )
            numbering.append(
                _made(f'<w:abstractNum {_W} w:abstractNumId="{n}">{level}</w:abstractNum>')
            )
        numbering.append(_num(1, 0))
        for n, (level, start) in enumerate(lists.starts, 2):
            numbering.append(_num(n, 0, level, start))
        for n in range(len(lists.bullets)):
            numbering.append(_num(_bullet_id(-1 - n), n + 1))

    def _add_notes(self) -> None:
        if not self.called:
            return
        notes = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r><w:r>{_SMALL}'
            f'<w:t xml:space="preserve"> {_escaped(self.notes[mark])}</w:t></w:r></w:p></w:footnote>'
            for n, mark in enumerate(self.called, 2)
        )
        xml = (
            f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            f'<w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>{notes}'
            "</w:footnotes>"
        )
        part = Part(
            PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), self.document.part.package
        )
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


_W = nsdecls("w")
# How Word dresses footnotes.
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_SMALL = '<w:rPr><w:sz w:val="20"/></w:rPr>'


def _made(xml: str):
    return parse_xml(xml)


def _bullet_id(list_id: int) -> int:
    return 5000 - list_id


def _num(list_id: int, abstract: int, level: int | None = None, start: int = 0):
    override = ""
    if level is not None:
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
    return _made(
        f'<w:num {_W} w:numId="{list_id}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
    )


def _list(paragraph, place: Place) -> None:
    list_id = place.list_id if place.list_id > 0 else _bullet_id(place.list_id)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = place.level
    properties.get_or_add_numId().val = list_id


def _escaped(note) -> str:
    text = "\n".join(paragraph.text for paragraph in note.paragraphs)
    return text.replace("&", "&amp;").replace("<", "&lt;")

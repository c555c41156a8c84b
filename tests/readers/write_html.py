"""A sample as a page of a legal portal: the document amid menus, with its notes at the end."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from danvan.readers.document import TextTable

if TYPE_CHECKING:
    from danvan.readers.document import Run, TextParagraph
    from tests.readers.samples import Sample

_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản mới</title>
<style>.bold {{ font-weight: bold }}</style><script>var plan = "KẾ HOẠCH";</script></head>
<body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản</a></li></ul></nav>
<div class="menu"><a href="/ke-hoach">KẾ HOẠCH</a></div>
<div id="content">
{body}
{notes}
</div>
<footer><p>Bản quyền thuộc về cổng thông tin</p></footer>
</body></html>
"""


def as_html(sample: Sample) -> bytes:
    """The sample as the bytes of a page in UTF-8."""
    writer = _Writer(sample)
    body = "\n".join(map(writer.element, sample.elements()))
    return _PAGE.format(body=body, notes=writer.notes()).encode()


class _Writer:
    def __init__(self, sample: Sample) -> None:
        self._notes = sample.notes
        self._called: list[str] = []

    def element(self, element: TextParagraph | TextTable) -> str:
        if not isinstance(element, TextTable):
            return f"<p>{self._said(element)}</p>"
        rows = "\n".join(
            f"<tr>{''.join(f'<td>{self._cell(cell)}</td>' for cell in row)}</tr>"
            for row in element.rows
        )
        return f'<table border="0"><tbody>{rows}</tbody></table>'

    def notes(self) -> str:
        return "\n".join(
            f'<div id="ftn{mark}"><p><a href="#_ftnref{mark}" name="_ftn{mark}">[{mark}]</a> '
            f"{''.join(map(self._said, self._notes[mark].paragraphs))}</p></div>"
            for mark in self._called
        )

    def _cell(self, cell: tuple[TextParagraph, ...]) -> str:
        return "".join(f"<p>{self._said(paragraph)}</p>\n" for paragraph in cell)

    def _said(self, paragraph: TextParagraph) -> str:
        label = f"{html.escape(paragraph.label)} " if paragraph.label else ""
        return label + "".join(map(self._run, paragraph.runs))

    def _run(self, run: Run) -> str:
        if run.note in self._notes and run.note not in self._called:
            self._called.append(run.note)
            return f'<a href="#_ftn{run.note}" name="_ftnref{run.note}"><sup>[{run.note}]</sup></a>'
        if run.note:
            return f"<sup>{run.note}</sup>"
        said = html.escape(run.text).replace("  ", "&nbsp; ")
        return f"<b>{said}</b>" if run.bold else said

"""The formats into which samples are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.readers.write_docx import as_docx
from tests.readers.write_html import as_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.readers.samples import Sample

#: How each format is written; None where what writes it is not installed.
FORMATS: dict[str, Callable[[Sample], bytes | None]] = {"docx": as_docx, "html": as_html}

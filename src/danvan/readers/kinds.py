"""The kinds of files that danvan reads itself; the code for each is loaded on first use."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import attrs

from danvan.readers import signatures
from danvan.readers.text import TextReader

if TYPE_CHECKING:
    from danvan.readers.reader import Reader
    from danvan.text import Source


@attrs.frozen(kw_only=True)
class LazyReader:
    """A reader whose module, with a function ``read``, is imported when the first file comes."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    module: str

    def read(self, data: bytes, name: str) -> Source:
        """As `Reader.read`."""
        return cast("Source", importlib.import_module(self.module).read(data, name))


#: The readers, in the order in which they are asked.
READERS: tuple[Reader, ...] = (
    LazyReader(
        name="docx",
        suffixes=(".docx", ".docm", ".dotx", ".dotm"),
        recognises=signatures.is_word_package,
        module="danvan.readers.docx",
    ),
    LazyReader(
        name="odt",
        suffixes=(".odt", ".ott"),
        recognises=signatures.is_open_document,
        module="danvan.readers.odt",
    ),
    LazyReader(
        name="pdf",
        suffixes=(".pdf",),
        recognises=signatures.is_pdf,
        module="danvan.readers.pdf",
    ),
    LazyReader(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        recognises=signatures.is_web_page,
        module="danvan.readers.html",
    ),
    LazyReader(
        name="mail",
        suffixes=(".eml", ".mht", ".mhtml"),
        recognises=signatures.is_mail,
        module="danvan.readers.mail",
    ),
    LazyReader(
        name="office",
        suffixes=(".doc", ".dot", ".rtf"),
        recognises=signatures.is_old_document,
        module="danvan.readers.office",
    ),
    LazyReader(
        name="zip",
        suffixes=(".zip",),
        recognises=signatures.is_archive,
        module="danvan.readers.zipped",
    ),
    TextReader(),
)

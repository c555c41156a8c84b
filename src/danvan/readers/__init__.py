"""Files in, plans out (đọc tệp): what kind of file it is, its text, and what it knew beside it."""

from danvan.readers.document import PageBreak, Run, TextNote, TextParagraph, TextTable, compose
from danvan.readers.encodings import Decoded, decode, to_unicode
from danvan.readers.files import MAX_BYTES, load, load_all, named, read
from danvan.readers.kinds import READERS
from danvan.readers.reader import ENTRY_POINTS, Reader, register, registered, unregister
from danvan.readers.text import TextReader

__all__ = [
    "ENTRY_POINTS",
    "MAX_BYTES",
    "READERS",
    "Decoded",
    "PageBreak",
    "Reader",
    "Run",
    "TextNote",
    "TextParagraph",
    "TextReader",
    "TextTable",
    "compose",
    "decode",
    "load",
    "load_all",
    "named",
    "read",
    "register",
    "registered",
    "to_unicode",
    "unregister",
]

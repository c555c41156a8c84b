"""Files in, plans out (đọc tệp): what kind of file it is, and its text."""

from danvan.readers.files import MAX_BYTES, READERS, load, read
from danvan.readers.reader import Reader
from danvan.readers.text import TextReader

__all__ = ["MAX_BYTES", "READERS", "Reader", "TextReader", "load", "read"]

"""Encodings of Vietnamese text (bảng mã): Unicode, windows-1258, TCVN3, VNI, VISCII and VIQR."""

from danvan.readers.encodings.convert import encoding_of_font, from_unicode, to_unicode
from danvan.readers.encodings.decode import Decoded, decode
from danvan.readers.encodings.recognise import recognise

__all__ = ["Decoded", "decode", "encoding_of_font", "from_unicode", "recognise", "to_unicode"]

"""Texts of OpenDocument (.odt): their text and layout (đọc tệp OpenDocument)."""

from danvan.readers.odt.read import read

__all__ = ["read"]

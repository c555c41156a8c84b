"""Documents of Word (.docx): their text and layout (đọc tệp Word)."""

from danvan.readers.docx.read import read

__all__ = ["read"]

"""PDF files with a text layer (tệp PDF): paragraphs, columns, tables and notes by their looks."""

from danvan.readers.pdf.read import read

__all__ = ["read"]

"""Text as it was given, cleaned, and mapped back (văn bản)."""

from danvan.text.clean import clean
from danvan.text.fold import folded, old_tones, without_marks
from danvan.text.layout import LaidNote, LaidParagraph, LaidTable, Layout, Place
from danvan.text.reading import BREAK, reading
from danvan.text.source import Position, Source
from danvan.text.view import View, ViewBuilder

__all__ = [
    "BREAK",
    "LaidNote",
    "LaidParagraph",
    "LaidTable",
    "Layout",
    "Place",
    "Position",
    "Source",
    "View",
    "ViewBuilder",
    "clean",
    "folded",
    "old_tones",
    "reading",
    "without_marks",
]

"""Pages: what stands where on paper, in points from the lower left corner of the page as shown."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Any

import attrs

from danvan.readers.encodings import encoding_of_font, to_unicode
from danvan.readers.encodings.recognise import read_as

# How long the rule above footnotes is, as shares of the page, and how many such a page may have.
_SHORT = (0.12, 0.6)
_MOST_SHORT_RULES = 60
_HALVES = re.compile("[\ud800-\udfff]")


@attrs.frozen
class Word:
    """A run of characters in one dress, or a space; ``y`` is its baseline."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool

    @property
    def is_space(self) -> bool:
        """Whether it is a space that the file has, rather than a gap."""
        return self.text == " "

    @property
    def middle(self) -> float:
        """Where its middle is, from left to right."""
        return (self.left + self.right) / 2


@attrs.frozen
class Rule:
    """A ruling line (đường kẻ), as a box that is thin one way."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.top - self.bottom


@attrs.frozen(kw_only=True, slots=False)
class Page:
    """A page of the file; ``unknown`` counts characters of which no one knows what they are."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictures: float
    unknown: int

    @cached_property
    def short_rules(self) -> list[float]:
        """How high the rules are that are as short as one above footnotes; none of a drawing."""
        shortest, longest = (share * self.width for share in _SHORT)
        found = [
            rule.bottom
            for rule in self.rules
            if rule.is_level and shortest <= rule.right - rule.left <= longest
        ]
        return found if len(found) <= _MOST_SHORT_RULES else []

    def converted(self, encoding: str) -> Page:
        """The page with its words read in a legacy encoding."""
        words = (attrs.evolve(word, text=read_as(encoding, word.text)) for word in self.words)
        return attrs.evolve(self, words=tuple(words))


def pages_of(extracted: dict[str, Any]) -> list[Page | None]:
    """The pages as the extractor gives them, with text in legacy fonts converted."""
    encodings = [encoding_of_font(font) for font in extracted["fonts"]]
    return [
        None if page is None else _page(number, page, encodings)
        for number, page in enumerate(extracted["pages"], 1)
    ]


def _page(number: int, page: dict[str, Any], encodings: list[str | None]) -> Page:
    words = [
        Word(_text(text, encodings[font]), left, right, y, size, bool(bold))
        for text, left, right, y, size, bold, font in page["words"]
    ]
    return Page(
        number=number,
        width=page["size"][0],
        height=page["size"][1],
        words=tuple(_printed_once(words)),
        rules=tuple(Rule(*edges) for edges in page["rules"]),
        pictures=page["pictures"],
        unknown=page["unknown"],
    )


def _text(text: str, encoding: str | None) -> str:
    if text.isascii():
        return to_unicode(text, encoding) if encoding else text
    # Characters beyond the basic plane come in halves, broken files have single ones.
    if _HALVES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return to_unicode(text, encoding) if encoding else unicodedata.normalize("NFC", text)


def _printed_once(words: list[Word]) -> list[Word]:
    """Without what is printed over itself, which is how some programs make bold type."""
    kept: list[Word] = []
    seen: set[tuple[str, int, int]] = set()
    for word in words:
        x, y = round(word.left), round(word.y)
        if (word.text, x, y) in seen:
            continue
        seen.update((word.text, x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        kept.append(word)
    return kept

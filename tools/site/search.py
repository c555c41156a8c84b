"""Sphinx's own search index, with Vietnamese words folded on both sides.

The site is searched with pagefind. That needs a server, however small; where the site is opened as
files, the search page falls back on this index.
"""

from __future__ import annotations

from sphinx.search.en import SearchEnglish

from danvan.text import without_marks


class SearchVietnamese(SearchEnglish):
    """Words without diacritics, stemmed as English: "hong ngu" is "Hồng Ngự"."""

    lang = "vi"
    js_splitter_code = r"""
var splitQuery = (query) =>
  query
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .split(/[^\p{Letter}\p{Number}_]+/gu)
    .filter((term) => term);
"""

    def split(self, input: str) -> list[str]:  # noqa: A002 - so Sphinx calls it
        """The words of a text, without diacritics."""
        return super().split(without_marks(input))

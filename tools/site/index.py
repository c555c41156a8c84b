"""Index the site with pagefind: ``python -m tools.site.index docs/_build/html``.

Pagefind folds diacritics, but đ is a letter of its own to it. So it is given each word with đ
twice, as printed and with d, the second behind a sign that nothing else has; the page that shows
what was found takes them out again (docs/_static/search.js).
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from lxml import html
from pagefind.index import IndexConfig, PagefindIndex

SIGN = "\ue000"
_WITH_D = re.compile(r"[^\W_]*[đĐ][^\W_]*")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_LEFT_OUT = {"genindex.html", "search.html", "py-modindex.html"}


def with_copies(text: str) -> str:
    """The text with a copy of each word that has a đ.

    >>> with_copies("Đơn vị").replace(SIGN, "_")
    'Đơn _Dơn  vị'
    """
    return _WITH_D.sub(_copied, text)


def _copied(word: re.Match[str]) -> str:
    plain = word.group().replace("đ", "d").replace("Đ", "D")
    return f"{word.group()} {SIGN}{plain} "


def page(source: str) -> str:
    """A page as pagefind is to see it: its article, with the copies."""
    tree = html.document_fromstring(source)
    (article,) = tree.iter("article")
    article.set("data-pagefind-body", "")
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        if "headerlink" in element.get("class", "") or element.tag == "svg":
            element.set("data-pagefind-ignore", "all")
        if element.tag in _HEADINGS and element.get("id") is None:
            element.set("id", element.getparent().get("id", ""))  # where pagefind looks for it
        if element.text and element.tag not in {"script", "style"}:
            element.text = with_copies(element.text)
        if element.tail:
            element.tail = with_copies(element.tail)
    return html.tostring(tree, encoding="unicode", doctype="<!doctype html>")


async def index(site: Path) -> int:
    """Write the index of a site beside its pages; returns how many there are."""
    pages = [path for path in sorted(site.rglob("*.html")) if path.name not in _LEFT_OUT]
    bundle = str(site / "pagefind")
    async with PagefindIndex(config=IndexConfig(output_path=bundle, force_language="en")) as made:
        for path in pages:
            await made.add_html_file(
                content=page(path.read_text(encoding="utf-8")),
                url=path.relative_to(site).as_posix(),
            )
    return len(pages)


if __name__ == "__main__":
    print(f"{asyncio.run(index(Path(sys.argv[1])))} pages indexed")

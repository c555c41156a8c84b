"""Search finds Vietnamese with and without diacritics; the browser's part is in docs/_static."""

import pytest
from lxml import html

from tools.site.index import SIGN, page, with_copies
from tools.site.picture import ROOT, picture
from tools.site.search import SearchVietnamese


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hồng Ngự", ["Hong", "Ngu"]),
        ("hoà, hòa", ["hoa", "hoa"]),
        ("Đơn vị", ["Don", "vi"]),
    ],
)
def test_the_index_of_sphinx_has_bare_words(text: str, words: list[str]) -> None:
    assert SearchVietnamese({}).split(text) == words


def test_words_with_a_barred_d_are_there_twice() -> None:
    assert with_copies("(đường dẫn)") == f"(đường {SIGN}dường  dẫn)"
    assert with_copies("không có") == "không có"


def test_the_index_sees_the_article_alone() -> None:
    source = (
        "<!doctype html><html lang=en><body><nav>đầu</nav><article><h1>Thời hạn"
        '<a class="headerlink" href="#x">#</a></h1><section id=y><h2>Y</h2><p>đến <b>hết</b> đây</p></section></article></body></html>'
    )
    tree = html.document_fromstring(page(source))
    (article,) = tree.iter("article")
    assert article.get("data-pagefind-body") is not None
    assert article.find(".//a").get("data-pagefind-ignore") == "all"
    assert article.find(".//h2").get("id") == "y"
    assert f"{SIGN}dến" in article.text_content()
    assert SIGN not in tree.find(".//nav").text_content()


def test_the_picture_of_the_readme_is_what_the_command_shows() -> None:
    drawn = (ROOT / "docs/_static/parse.svg").read_text(encoding="utf-8")
    assert drawn == picture(), "make picture"
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")

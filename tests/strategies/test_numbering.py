"""Numbering: the paths of sections, said by hand."""

from __future__ import annotations

import pytest

from danvan.strategies.numbering import SCHEMES, Numbering


@pytest.mark.parametrize(
    ("scheme", "numbers", "path"),
    [
        (("roman", "decimal", "letter"), (3, 2, 1), "III.2.a"),
        (("roman", "decimal", "dotted"), (3, 2, 1), "III.2.1"),
        (("decimal", "dotted", "dotted"), (2, 1, 3), "2.1.3"),
        (("upper", "roman", "decimal"), (2, 4, 1), "B.IV.1"),
        (("part", "roman"), (2, 1), "PHẦN THỨ HAI.I"),
        (("article", "decimal", "letter"), (1, 2, 5), "Điều 1.2.đ"),
        (("chapter", "article", "decimal"), (1, 1, 2), "Điều 1.2"),
        (("roman", "decimal", "letter", "bracketed"), (1, 1, 1, 2), "I.1.a.2"),
    ],
)
def test_paths(scheme: tuple[str, ...], numbers: tuple[int, ...], path: str) -> None:
    numbering, place = Numbering(scheme), None
    for number in numbers:
        place = numbering.place(number, place)
    assert place is not None
    assert place.path == path
    assert place.level == len(numbers)


def test_a_path_that_occurs_again_is_told_apart() -> None:
    numbering = Numbering(SCHEMES[0])
    assert [numbering.place(1, None).path for _ in range(3)] == ["I", "I~2", "I~3"]


def test_articles_go_on_over_chapters() -> None:
    numbering = Numbering(("chapter", "article"))
    first, second = numbering.place(1, None), numbering.place(2, None)
    labels = [numbering.place(1, above).label for above in (first, first, second)]
    assert labels == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_series_has_only_so_many_labels() -> None:
    numbering = Numbering(("roman", "decimal"))
    assert numbering.holds(1, 12)
    assert not numbering.holds(1, 13)
    assert numbering.holds(2, 500)
    assert not numbering.holds(3, 1)

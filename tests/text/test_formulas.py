"""Text in spreadsheets: nothing in a document becomes a formula."""

import pytest

from danvan.text.formulas import no_formula


@pytest.mark.parametrize(
    "beginning", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
)
def test_formulas_become_text(beginning):
    assert no_formula(f"{beginning}1+1") == f"'{beginning}1+1"


def test_text_stays_as_it_is():
    assert no_formula("Sở Nội vụ = cơ quan") == "Sở Nội vụ = cơ quan"
    assert no_formula("") == ""

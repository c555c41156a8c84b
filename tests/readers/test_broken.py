"""Files that cannot be read, and files with something wrong in them."""

import pytest

import danvan
from danvan.readers import office
from tests.readers.broken import BROKEN
from tests.readers.fuzz import outcomes
from tests.readers.writers import FORMATS

# Made in seconds; ``python -m tests.readers.broken`` reads them.
_SLOW = {
    "bomb-10-GB.docx",
    "bomb-10-GB.odt",
    "bomb-10-GB.zip",
    "paragraphs-180000.docx",
    "bomb-1-GB.pdf",
    "lines-6000000.pdf",
    "states-5000000.pdf",
}


@pytest.mark.parametrize("name", [name for name in BROKEN if name not in _SLOW])
def test_each_has_its_reason(name, tmp_path):
    make, begins = BROKEN[name]
    file = tmp_path / name
    file.write_bytes(make())
    with pytest.raises(danvan.ReadError) as caught:
        danvan.load(file)
    assert caught.value.reason.startswith(begins)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


_BY_OFFICE = {"odt", "doc", "rtf", "pdf"}


@pytest.mark.parametrize("form", ["docx", "html", "odt"])
def test_what_is_wrong_in_a_file_gives_a_plan_or_an_error(form):
    if form in _BY_OFFICE and office.program() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    assert form in FORMATS
    seen = {outcome for _, outcome, _ in outcomes(form, 40)}
    assert seen <= {"plan", "ReadError"}
    assert "plan" in seen

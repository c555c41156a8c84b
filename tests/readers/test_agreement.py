"""What a file says, and what the text says that it was made from."""

import pytest

import danvan
from danvan.plan.equivalence import differences
from danvan.readers import office
from tests.readers.agreement import Tally, agreement
from tests.readers.samples import FOLDERS, sample_of, texts
from tests.readers.writers import FORMATS

TEXTS = texts()
EXAMPLES = {name: TEXTS[name] for name in sorted(TEXTS) if (FOLDERS[0] / f"{name}.txt").is_file()}
#: What is reached over all samples.
FLOOR = 0.998


@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_file_says_what_its_text_says(form):
    total = Tally()
    for name, data in FORMATS[form]({n: sample_of(t) for n, t in TEXTS.items()}).items():
        for tally in agreement(danvan.parse(TEXTS[name]), danvan.load(data)).values():
            total += tally
    assert total.text > 2_000
    assert total.f1 >= FLOOR


@pytest.mark.parametrize("form", ["docx", "html", "odt"])
def test_every_example_loads_to_the_plan_of_its_text(form):
    if form == "odt" and office.program() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    written = FORMATS[form]({name: sample_of(text) for name, text in EXAMPLES.items()})
    assert len(written) == 6
    for name, data in written.items():
        plan = danvan.load(data)
        assert plan.coverage() == 1.0
        assert differences(danvan.parse(TEXTS[name]), plan) == (), name

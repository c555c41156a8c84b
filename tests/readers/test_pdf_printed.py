"""PDF files that LibreOffice prints: what they say, and what the text says that they were made from."""

import pytest

import danvan
from danvan.readers import office, read
from tests.readers.agreement import Tally, agreement
from tests.readers.printed import Columns, Grid, Line, Look, as_pdf
from tests.readers.samples import FOLDERS, sample_of, texts
from tests.readers.test_pdf_pages import LONG
from tests.readers.writers import FORMATS

EXAMPLES = {n: t for n, t in texts().items() if (FOLDERS[0] / f"{n}.txt").is_file()}
FLOOR = 0.985

pytestmark = pytest.mark.skipif(
    office.program() is None,
    reason="LibreOffice is not installed (Debian: libreoffice-writer-nogui fonts-dejavu-core "
    "fonts-liberation2)",
)


@pytest.mark.parametrize("form", ["pdf", "pdf-loose"])
def test_examples_say_what_their_texts_say(form):
    written = FORMATS[form]({name: sample_of(text) for name, text in EXAMPLES.items()})
    total = Tally()
    for name, data in written.items():
        plan = danvan.load(data)
        assert plan.coverage() == 1.0
        for tally in agreement(danvan.parse(EXAMPLES[name]), plan).values():
            total += tally
    assert total.text > 450
    assert total.f1 >= FLOOR


def test_a_document_with_everything():
    source = read(
        as_pdf(
            [
                Columns(
                    (
                        (
                            (
                                Line("ỦY BAN NHÂN DÂN", align="center"),
                                Line("*XÃ AN HÒA*", align="center"),
                            ),
                            (Line("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*", align="center"),),
                        ),
                    )
                ),
                Line("*KẾ HOẠCH*", align="center"),
                Line(f"{LONG[:-1]}[[1|Theo Nghị quyết của Đảng ủy xã.]]."),
                *(Line(f"{n}. {LONG}") for n in range(1, 9)),
                Line("Diện tích 15 km^2^."),
                Grid((("TT", "Nội dung"), ("1", LONG), ("2", "Họp thôn\nBáo cáo")), (2, 14)),
                Line(LONG, page_break=True),
            ],
            Look(running_head="XÃ AN HÒA - KẾ HOẠCH 2024", font="DejaVu Serif"),
        )
    )
    assert source.text.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN HÒA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "KẾ HOẠCH",
        f"{LONG[:-1]}<sup>1</sup>.",
        *(f"{n}. {LONG}" for n in range(1, 9)),
        "Diện tích 15 km².",
        "| TT | Nội dung |",
        f"| 1 | {LONG} |",
        "| 2 | Họp thôn<br>Báo cáo |",
        LONG,
        "<sup>1</sup> Theo Nghị quyết của Đảng ủy xã.",
    ]

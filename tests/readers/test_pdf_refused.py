"""PDF files that cannot be read, files that mean harm, and the process in which they are opened."""

import random
import subprocess
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan
from danvan.errors import MissingExtraError, ReadError
from danvan.readers import read
from danvan.readers.pdf import worker
from tests.readers.handmade import Sheet, encrypted, packed, pdf, plain, whole
from tests.readers.test_pdf_pages import LONG, headed, noted, table


def reason_of(data):
    with pytest.raises(ReadError) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def sample():
    sheet = headed(Sheet())
    sheet.paragraph(LONG, 660)
    table(sheet, 500)
    return pdf(sheet, noted())


THREE_SCANS = (
    "none of its 3 pages has text: it is a scan, and the text in it must be recognised (OCR) first"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "it is a broken or truncated PDF file"),
        (sample()[:400], "it is a broken or truncated PDF file"),
        (b"%PDF-1.7\n" + random.Random(5).randbytes(5_000), "it is a broken or truncated PDF file"),
        (pdf(Sheet()), "its page has no text"),
        (pdf(Sheet(), Sheet()), "none of its 2 pages has text"),
        (
            pdf(Sheet(scan=True)),
            "its page has no text: it is a scan, and the text in it must be recognised (OCR) first",
        ),
        (pdf(Sheet(scan=True), Sheet(scan=True), Sheet(scan=True)), THREE_SCANS),
        (
            whole([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]),
            "it is a broken or truncated PDF file",
        ),
    ],
)
def test_reasons(data, reason):
    assert reason_of(data) == reason


def test_fonts_that_do_not_say_which_letters_they_show():
    private = "".join(chr(0xE000 + n) for n in range(40))
    sheet = Sheet()
    sheet.write(private, 50, 700)
    assert reason_of(pdf(sheet)) == (
        "its page has no text that can be read: its fonts do not say which letters they show"
    )


def test_encrypted_files():
    assert reason_of(encrypted()) == "it is encrypted; save it without a password"


def test_too_many_pages():
    kids = b"3 0 R " * 1_001
    data = whole(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[" + kids + b"]/Count 1001>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
        ]
    )
    assert reason_of(data) == "it has 1,001 pages, more than 1,000"


def test_something_may_stand_before_the_file():
    sheet = Sheet()
    sheet.write("KẾ HOẠCH", 50, 700)
    assert read(b"\r\n" + pdf(sheet)).text == "KẾ HOẠCH"


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is held to a limit for sure")
@pytest.mark.parametrize(
    "data",
    [
        plain(packed(512), filters="/Filter/FlateDecode"),
        plain(packed(40, b"1 1 m 50 50 l S "), filters="/Filter/FlateDecode"),
    ],
    ids=["zeros", "lines"],
)
def test_small_files_that_unpack_to_much(data):
    assert len(data) < 2**21
    assert "it is broken, or made so that reading it fails" in reason_of(data)
    assert read(sample()).text.startswith("ỦY BAN NHÂN DÂN")


def test_a_file_that_takes_too_long():
    with pytest.raises(ReadError, match=r"a\.pdf: reading it takes longer than 0\.0001 seconds"):
        worker.extracted(plain(b"q " * 2_000_000), "a.pdf", 0.0001)
    assert read(sample()).text


def test_a_process_that_dies_gives_way_to_another():
    read(sample())
    worker._pool._process._process.kill()
    worker._pool._process._process.wait()
    assert "reading it fails" in reason_of(sample())
    assert read(sample()).text


def test_threads_share_the_process():
    texts = []
    threads = [threading.Thread(target=lambda: texts.append(read(sample()).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 8
    assert len(set(texts)) == 1


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="there is no fork here")
def test_forked_processes_have_their_own():
    code = (
        "import multiprocessing, sys\n"
        "from danvan.readers import read\n"
        "data = sys.stdin.buffer.read()\n"
        "length = lambda _: len(read(data).text)\n"
        "def job(n): return len(read(data).text)\n"
        "here = job(0)\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool:\n"
        "    assert set(pool.map(job, range(6))) == {here}\n"
        "assert job(0) == here\n"
        "print(here)\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        input=sample(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    assert int(run.stdout) == len(read(sample()).text)


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(
        MissingExtraError, match=r"PDF files need an extra: pip install 'danvan\[pdf"
    ):
        read(sample())


SAMPLE = sample()
_PIECES = (b"", b"\0", b"-1", b"99999999999", b"<<", b">>", b"[", b"/X", b"1e38", b"endobj", b"0 R")


@given(
    st.lists(
        st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 40), st.sampled_from(_PIECES)),
        min_size=1,
        max_size=12,
    )
)
def test_what_is_wrong_in_a_file_gives_a_plan_or_an_error(wounds):
    data = bytearray(SAMPLE)
    for at, length, piece in wounds:
        data[at : at + length] = piece
    try:
        outcome = danvan.load(b"%PDF-1.7\n" + bytes(data)).coverage()
    except ReadError as error:
        outcome = error.reason
    assert outcome

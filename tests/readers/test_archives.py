"""Archives with documents in them, and documents that LibreOffice must convert."""

import signal

import pytest

import danvan
from danvan.plan.equivalence import differences
from danvan.readers import load_all, office, read
from danvan.readers.archive import MAX_MEMBERS
from tests.readers.packages import archive_of, document, package
from tests.readers.samples import sample_of, texts
from tests.readers.writers import FORMATS

WORD = package(document("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"))


def reason_of(data):
    with pytest.raises(danvan.ReadError) as caught:
        read(data)
    return caught.value.reason


@pytest.mark.parametrize("beside", [{}, {"anh.png": b"\x89PNG"}, {"__MACOSX/._a.docx": b"x"}])
def test_the_one_document_in_an_archive(beside):
    assert read(archive_of({"thư mục/kế hoạch.docx": WORD} | beside)).text == "KẾ HOẠCH"


def test_names_of_members_are_names_only(tmp_path):
    file = tmp_path / "a.zip"
    for member in ("../../etc/x.txt", "/etc/x.txt"):
        file.write_bytes(archive_of({member: "Số 1".encode()}))
        assert read(file).name == f"{file}/{member}"
    assert list(tmp_path.iterdir()) == [file]


def test_several_documents():
    archive = archive_of({"b.docx": WORD, "a.txt": "Số: 1/KH-UBND".encode(), "c.xml": b"<c/>"})
    assert reason_of(archive).startswith("it is an archive of 2 documents (a.txt, b.docx); ")
    assert [plan.source.text for plan in load_all(archive)] == ["Số: 1/KH-UBND", "KẾ HOẠCH"]


def test_load_all_of_one_document(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(WORD)
    assert load_all(file) == (danvan.load(file),)
    with file.open("rb") as stream:
        assert load_all(stream) == (danvan.load(file),)


def test_a_broken_member_is_named(tmp_path):
    file = tmp_path / "a.zip"
    file.write_bytes(archive_of({"b.docx": WORD[:100]}))
    with pytest.raises(danvan.ReadError, match=r"a\.zip/b\.docx: it is broken"):
        danvan.load(file)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"a.png": b"x"}, "it is an archive (ZIP) with no document in it"),
        ({"a.docx": archive_of({"b.txt": b"x"})}, "it is an archive in an archive"),
        ({"a.zip": archive_of({"b.txt": b"x"})}, "it is an archive (ZIP) with no document in it"),
        ({f"{n}.txt": b"x" for n in range(300)}, "it is an archive of more than 256 documents"),
        (
            {f"{n}": b"" for n in range(MAX_MEMBERS + 1)},
            "it is an archive of more than 4,096 members",
        ),
    ],
)
def test_archives_that_are_not_read(members, reason):
    assert reason_of(archive_of(members)) == reason


needs_office = pytest.mark.skipif(
    office.program() is None, reason="LibreOffice (soffice) is not installed"
)


@needs_office
@pytest.mark.parametrize("form", ["doc", "odt"])
def test_what_libreoffice_writes_says_the_same(form):
    sample = sample_of(texts()["vinh-khe-05-2024"])
    [data] = FORMATS[form]({"a": sample}).values()
    [word] = FORMATS["docx"]({"a": sample}).values()
    assert differences(danvan.load(data), danvan.load(word)) == ()


def test_without_libreoffice_the_error_names_it(monkeypatch):
    monkeypatch.setattr("danvan.readers.office.shutil.which", lambda _: None)
    assert reason_of(b"{\\rtf1 a}") == (
        "it is an RTF document, for which LibreOffice (soffice) must be installed; else save it as .docx"
    )


def test_a_conversion_that_takes_too_long_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60 & wait\n")
    slow.chmod(0o755)
    monkeypatch.setattr("danvan.readers.office.shutil.which", lambda _: str(slow))
    monkeypatch.setattr("danvan.readers.office.TIMEOUT", 0.2)
    ended = []
    end = office.os.killpg
    monkeypatch.setattr("danvan.readers.office.os.killpg", lambda *a: (ended.append(a[1]), end(*a)))
    assert reason_of(b"{\\rtf1 a}").startswith("LibreOffice cannot convert it")
    assert ended == [signal.SIGKILL]

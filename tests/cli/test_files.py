"""Files of offices on the command line."""

import pytest

from danvan.cli import main
from danvan.errors import MissingExtraError
from tests.readers.packages import archive_of, document, package

TITLE = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
PAST = "<w:p><w:r><w:t>Dọn vệ sinh trước ngày 31/02/2024</w:t></w:r></w:p>"


def written(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    return str(file)


def test_a_document_of_word_is_shown_with_places_of_its_own(tmp_path, capsys):
    file = written(tmp_path, "a.docx", package(document(TITLE + PAST)))
    assert main(["parse", file]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "paragraph 2" in shown.out


def test_all_documents_of_an_archive_are_read(tmp_path, capsys):
    members = {"a.docx": package(document(TITLE)), "b.txt": "KẾ HOẠCH".encode()}
    assert main(["parse", "--format", "json", written(tmp_path, "a.zip", archive_of(members))]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("content", [b"", b"PK\3\4word/document", b"\x89PNG\r\n\x1a\n"])
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, capsys, content):
    file = written(tmp_path, "a.docx", content)
    assert main(["parse", file]) == 2
    shown = capsys.readouterr()
    assert shown.out.strip() in {"", "No plans"}
    assert shown.err.startswith(f"danvan: {file}: it is ")
    assert shown.err.count("\n") == 1


def test_a_missing_extra_is_told_with_the_line_that_installs_it(tmp_path, capsys, monkeypatch):
    def missing(_):
        raise MissingExtraError("PDF files", "pdf")

    monkeypatch.setattr("danvan.cli.commands.load_all", missing)
    file = written(tmp_path, "a.pdf", b"%PDF-1.7")
    assert main(["parse", file]) == 2
    assert capsys.readouterr().err == (
        f"danvan: {file}: PDF files need an extra: pip install 'danvan[pdf]'\n"
    )

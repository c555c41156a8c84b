"""`danvan export`: every format, one document or several."""

import json
import zipfile

import pytest

import danvan
from danvan.cli import main


def shown(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    assert captured.err == ""
    assert code == 0
    return captured.out


@pytest.mark.parametrize(
    ("form", "read"),
    [("json", danvan.from_json), ("xml", danvan.from_xml), ("akn", danvan.from_akn)],
)
def test_one_document_is_written_and_read_again(capsys, plan_file, form, read):
    assert read(shown(capsys, "export", "--format", form, plan_file)) == danvan.load(plan_file)


@pytest.mark.parametrize(
    ("form", "read"),
    [("json", danvan.from_json), ("xml", danvan.from_xml), ("akn", danvan.from_akn)],
)
def test_several_go_into_a_directory(capsys, plan_file, tmp_path, form, read):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "ke-hoach.txt").write_text("Số: 13/KH-UBND", encoding="utf-8")
    target = tmp_path / "out" / form
    arguments = ("export", "--format", form, "--output", str(target))
    assert shown(capsys, *arguments, plan_file, "other/ke-hoach.txt") == ""
    first, second = sorted(target.iterdir(), key=lambda path: len(path.name))
    assert (first.name, second.name) == (f"ke-hoach.{form}", f"ke-hoach-2.{form}")
    assert read(first.read_bytes()) == danvan.load(plan_file)
    assert str(read(second.read_bytes()).number) == "13/KH-UBND"
    shown(capsys, *arguments, plan_file)
    assert len(list(target.iterdir())) == 2, "files are written over, nothing is left beside them"


def test_json_is_one_line_for_each(capsys, plan_file):
    lines = shown(capsys, "export", plan_file, plan_file, "--no-source").splitlines()
    assert len(lines) == 2
    assert "text" not in json.loads(lines[0])["source"]
    assert json.loads(lines[0])["source"]["sha256"] == danvan.load(plan_file).source.sha256


@pytest.mark.parametrize("form", ["xml", "akn"])
def test_several_documents_have_no_room_in_one(capsys, plan_file, form):
    assert main(["export", "--format", form, plan_file, plan_file]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"danvan: {form} holds one document: name a directory for several with --output\n"
    )


def test_names_in_archives_never_become_paths(capsys, tmp_path, plan_file):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(plan_file, "sub/evil %s;x.txt")
    target = tmp_path / "out"
    shown(capsys, "export", "--format", "xml", "--output", str(target), "a.zip")
    (written,) = target.iterdir()
    assert written.parent == target
    assert written.name == "evil-s-x.xml"


def test_what_cannot_be_written_is_told(capsys, plan_file):
    assert main(["export", "--format", "xml", "--output", plan_file, plan_file]) == 2
    assert "ke-hoach.txt: File exists" in capsys.readouterr().err


def test_what_cannot_be_read_is_told(capsys):
    assert main(["export", "--format", "akn", "absent.txt"]) == 2
    assert "absent.txt" in capsys.readouterr().err


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize("form", ["json", "xml", "akn"])
def test_nothing_is_written_that_a_terminal_obeys(capsys, tmp_path, form):
    text = "Số: 12/KH-UBND\n\nI. NỘI \x1b[31mDUNG\n\n- Việc \u202emột\x9b; hai.\n"
    (tmp_path / "hostile.txt").write_text(text, encoding="utf-8")
    out = shown(capsys, "export", "--format", form, "hostile.txt")
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)
    read = {"json": danvan.from_json, "xml": danvan.from_xml, "akn": danvan.from_akn}[form]
    assert read(out) == danvan.load("hostile.txt")

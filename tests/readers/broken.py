"""Files that cannot be read, made on the spot: what each is, its content, and what is said of it.

``python -m tests.readers.broken`` reads each in a process of its own and prints how long that took
and how much memory.
"""

from __future__ import annotations

import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import danvan
from tests.readers.handmade import Sheet, encrypted, packed, pdf, plain
from tests.readers.packages import archive_of, document, package
from tests.readers.samples import sample_of, texts
from tests.readers.write_docx import as_docx

if TYPE_CHECKING:
    from collections.abc import Callable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
_ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
SECONDS, MEGABYTES = 5.0, 500.0


def bomb(size: int, told: int | None = None, member: str = "word/document.xml") -> bytes:
    """An archive whose one member unpacks to ``size`` zeros, and says that it is ``told`` long."""
    step = 1024 * 1024
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(bytes(step))
    packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(bytes(step)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * max(1, size // step) + packer.flush()
    return _raw(member, packed, size if told is None else told)


def _raw(member: str, packed: bytes, told: int) -> bytes:
    """An archive with one packed member of a size that is told, in the form for large files."""
    name = member.encode()
    fixed = (0, 8, 0, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name))
    sizes = struct.pack("<HHQQ", 1, 16, told, len(packed))
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 45, *fixed, len(sizes)) + name + sizes + packed
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 45, 45, *fixed, len(sizes), 0, 0, 0, 0, 0)
    entry += name + sizes
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end


def overlapping(count: int) -> bytes:
    """An archive whose many members are all one and the same stretch of it."""
    whole = archive_of({"word/document.xml": bytes(1024 * 1024)})
    start = whole.index(b"PK\1\2")
    entry = whole[start : whole.index(b"PK\5\6")]
    told = min(count, 0xFFFF)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(entry) * count, start, 0)
    return whole[:start] + entry * count + end


def garbled(data: bytes, member: bytes) -> bytes:
    """An archive with a stretch of zeros in one of its members."""
    begin = data.index(member) + len(member) + 100
    return data[:begin] + bytes(200) + data[begin + 200 :]


def locked(data: bytes) -> bytes:
    """An archive with the mark that its members are encrypted."""
    return data.replace(b"PK\3\4\x14\0\0\0", b"PK\3\4\x14\0\1\0").replace(
        b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\1\0"
    )


def _page() -> bytes:
    sheet = Sheet()
    sheet.write("KẾ HOẠCH", 50, 700)
    return pdf(sheet)


def _sound() -> bytes:
    return as_docx(sample_of(texts()["yen-loc-127-2024"]))


_ODT = b"application/vnd.oasis.opendocument.text"
_LOCKED_MANIFEST = (
    b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
    b"<m:encryption-data/></m:file-entry></m:manifest>"
)
_OLD_WORD = _OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(3000)

#: What each file is called, how it is made, and how the reason begins.
BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.docx": (lambda: b"", "it is empty"),
    "truncated.docx": (lambda: _sound()[:9000], "it is broken or cut off"),
    "truncated-inside.docx": (
        lambda: package(document("<w:p/>")[:-20]),
        "word/document.xml in it cannot be read: ",
    ),
    "garbled.docx": (
        lambda: garbled(_sound(), b"word/document.xml"),
        "it is broken: word/document.xml in it cannot be unpacked",
    ),
    "picture.docx": (lambda: _PNG, "it is a picture"),
    "picture.html": (lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0", "it is a picture"),
    "spreadsheet.docx": (lambda: archive_of({"xl/workbook.xml": b"<x/>"}), "it is a spreadsheet"),
    "nothing-in-it.docx": (
        lambda: archive_of({"[Content_Types].xml": b"<x/>"}),
        "it is an archive (ZIP) with no document in it",
    ),
    "without-text.docx": (lambda: package(document("<w:p/>")), "it is empty"),
    "program.docx": (lambda: b"\x7fELF\2\1\1\0" + bytes(64), "it is broken or cut off"),
    "encrypted.docx": (
        lambda: _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
        "it is encrypted",
    ),
    "encrypted-archive.docx": (lambda: locked(package(document(""))), "it is encrypted"),
    "encrypted.odt": (
        lambda: archive_of(
            {"mimetype": _ODT, "META-INF/manifest.xml": _LOCKED_MANIFEST, "content.xml": b"?"}
        ),
        "it is encrypted",
    ),
    "truncated.odt": (
        lambda: archive_of({"mimetype": _ODT, "content.xml": b"<a/>"})[:90],
        "it is broken or cut off",
    ),
    "without-content.odt": (
        lambda: archive_of({"mimetype": _ODT}),
        "it is broken: content.xml is missing in it",
    ),
    "entity.docx": (
        lambda: package(document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", _ENTITY)),
        "word/document.xml in it cannot be read: a document type",
    ),
    "laughs.docx": (
        lambda: package(document("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _LAUGHS)),
        "word/document.xml in it cannot be read: a document type",
    ),
    "entity-utf-16.docx": (
        lambda: package(
            document("&x;", _ENTITY).replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")
        ),
        "word/document.xml in it cannot be read: a document type",
    ),
    "entity.odt": (
        lambda: archive_of({"mimetype": _ODT, "content.xml": f"{_ENTITY}<a>&x;</a>".encode()}),
        "content.xml in it cannot be read: a document type",
    ),
    "bomb-10-MB.docx": (lambda: bomb(10 * 1024**2), "it is a ZIP bomb"),
    "bomb-100-MB.docx": (lambda: bomb(100 * 1024**2), "word/document.xml in it is larger than"),
    "bomb-1-GB.docx": (lambda: bomb(1024**3), "it is a ZIP bomb"),
    "bomb-10-GB.docx": (lambda: bomb(10 * 1024**3), "it is a ZIP bomb"),
    "bomb-10-GB.odt": (
        lambda: bomb(10 * 1024**3, member="mimetype/opendocument.text"),
        "it is a ZIP bomb",
    ),
    "bomb-10-GB.zip": (lambda: bomb(10 * 1024**3, member="a.txt"), "it is a ZIP bomb"),
    "bomb-that-lies.docx": (lambda: bomb(1024**3, told=4096), "it is broken"),
    "bomb-overlapping.docx": (lambda: overlapping(4_000), "it is a ZIP bomb"),
    "members-100000.docx": (lambda: overlapping(100_000), "it is an archive of more than 4,096"),
    "elements-3000000.docx": (
        lambda: archive_of({"word/document.xml": document("<w:p/>" * 3_000_000).encode()}),
        "word/document.xml in it has more than",
    ),
    "paragraphs-180000.docx": (
        lambda: archive_of(
            {"word/document.xml": document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 180_000).encode()}
        ),
        "it has more than 100,000 paragraphs",
    ),
    "paragraphs-140000.html": (
        lambda: b"<html>" + b"<p>a</p>" * 140_000,
        "it has more than 100,000 paragraphs",
    ),
    "nested-tables.docx": (
        lambda: package(document("<w:tbl><w:tr><w:tc>" * 3000)),
        "word/document.xml in it cannot be read: ",
    ),
    "archive-in-archive.zip": (
        lambda: archive_of({"a.docx": archive_of({"b.txt": b"b"})}),
        "it is an archive in an archive",
    ),
    "two-documents.zip": (
        lambda: archive_of({"a.txt": b"a", "b.txt": b"b"}),
        "it is an archive of 2 documents (a.txt, b.txt)",
    ),
    "nested.html": (
        lambda: b"<html><body>" + b"<div>" * 5000 + b"a",
        "its elements are nested too deeply",
    ),
    "elements-2000000.html": (lambda: b"<html>" + b"<p>a" * 2_000_000, "it has more than"),
    "without-text.html": (lambda: b"<html><script>1</script></html>", "it is empty"),
    "other.xml": (lambda: b'<?xml version="1.0"?><a>b</a>', "it is XML of another kind"),
    "truncated.pdf": (lambda: _page()[:300], "it is a broken or truncated PDF file"),
    "encrypted.pdf": (encrypted, "it is encrypted"),
    "scan.pdf": (lambda: pdf(Sheet(scan=True)), "its page has no text: it is a scan"),
    "without-text.pdf": (lambda: pdf(Sheet()), "its page has no text"),
    "bomb-1-GB.pdf": (
        lambda: plain(packed(1024), filters="/Filter/FlateDecode"),
        "it is broken, or made so that reading it fails",
    ),
    "lines-6000000.pdf": (
        lambda: plain(packed(100, b"1 1 m 50 50 l S "), filters="/Filter/FlateDecode"),
        "it is broken, or made so that reading it fails",
    ),
    "states-5000000.pdf": (
        lambda: plain(b"q " * 5_000_000),
        "it is broken, or made so that reading it fails",
    ),
    "broken.doc": (lambda: _OLD_WORD, ""),
    "too-large.txt": (lambda: b"a " * (33 * 1024**2), "it is larger than 64 MiB"),
}


def measured(path: Path) -> tuple[float, float, str]:
    """Seconds, megabytes and what is said when a file is read in a process of its own."""
    read, write = os.pipe()
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.readers.broken", str(path), str(write)], pass_fds=(write,)
    ) as process:
        os.close(write)
        with os.fdopen(read) as answer:
            memory, _, said = answer.read().partition("\n")
        process.wait()
    return time.perf_counter() - begin, float(memory or 0), said


def _read(path: str, answer: int) -> None:
    """Read one file, and tell what that took."""
    try:
        said = f"a plan of {len(danvan.load(path).source.text)} characters"
    except danvan.ReadError as error:
        said = error.reason
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    used = max(used, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    os.write(answer, f"{used / 1024:.1f}\n{said}".encode())


def main() -> int:
    """Print the table; 1 if a file took too long or too much."""
    failed = 0
    print(f"{'file':<26} {'bytes':>11} {'s':>5} {'MB':>5}  reason")
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, begins) in BROKEN.items():
            path = Path(folder) / name
            path.write_bytes(make())
            size = path.stat().st_size
            seconds, memory, said = measured(path)
            path.unlink()
            good = seconds < SECONDS and memory < MEGABYTES and said.startswith(begins)
            failed += not good
            mark = "" if good else "  <-- not as it should be"
            print(f"{name:<26} {size:>11,} {seconds:>5.1f} {memory:>5.0f}  {said[:90]}{mark}")
    return int(failed > 0)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _read(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main())

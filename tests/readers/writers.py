"""The formats into which samples are written: by python-docx, by hand, and by LibreOffice."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from danvan.readers.office import program
from tests.readers.write_docx import as_docx
from tests.readers.write_html import as_html
from tests.readers.write_pdf import LOOKS, as_pdfs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.readers.samples import Sample

_SECONDS = 300


def _one_by_one(
    write: Callable[[Sample], bytes],
) -> Callable[[dict[str, Sample]], dict[str, bytes]]:
    return lambda samples: {name: write(sample) for name, sample in samples.items()}


def _converted(form: str) -> Callable[[dict[str, Sample]], dict[str, bytes]]:
    """By LibreOffice from .docx, all at once; nothing where it is not installed."""

    def write(samples: dict[str, Sample]) -> dict[str, bytes]:
        office = program()
        if office is None:
            return {}
        with tempfile.TemporaryDirectory() as folder:
            for name, sample in samples.items():
                (Path(folder) / f"{name}.docx").write_bytes(as_docx(sample, restarts=False))
            given = [str(path) for path in Path(folder).glob("*.docx")]
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            subprocess.run(
                [office, profile, "--headless", "--convert-to", form, "--outdir", folder, *given],
                check=True,
                capture_output=True,
                timeout=_SECONDS,
            )
            return {name: (Path(folder) / f"{name}.{form}").read_bytes() for name in samples}

    return write


#: How the samples are written in each format; nothing comes where what writes it is absent.
FORMATS: dict[str, Callable[[dict[str, Sample]], dict[str, bytes]]] = {
    "docx": _one_by_one(as_docx),
    "html": _one_by_one(as_html),
    "odt": _converted("odt"),
    "doc": _converted("doc"),
    "rtf": _converted("rtf"),
    "pdf": _converted("pdf"),
    **{look: as_pdfs(look) for look in LOOKS},
}

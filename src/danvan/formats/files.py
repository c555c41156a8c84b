"""Files written as a whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is at every moment the old one, if there was one, or the new one.

    Raises:
        OSError: if it cannot be written; then nothing is left behind.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".danvan-", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.close()
            made.chmod(0o644)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise

"""Where documents and their truth are: the corpus beside the project, and the examples in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.corpus.gold import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "examples"
DATA = PROJECT / "tests" / "data"


def corpus() -> Path:
    """The real documents: $DANVAN_CORPUS, or shared/corpus beside the project."""
    named = os.environ.get("DANVAN_CORPUS")
    return Path(named) if named else PROJECT.parent / "shared" / "corpus"


def folders() -> tuple[Path, ...]:
    """The folders that are scored if none is named; those that are absent are left out."""
    return tuple(f for f in (corpus() / "seeds", corpus(), EXAMPLES) if f.is_dir())


def documents_in(folder: Path) -> Iterator[Document]:
    """The documents of a folder that have truth, beside them or in ``tests/data/corpus``."""
    for text in sorted(folder.glob("*.txt")):
        for gold in (text.with_suffix(".gold.json"), DATA / "corpus" / f"{text.name}.gold.json"):
            if gold.is_file():
                more = DATA / "corpus" / f"{text.name}.more.json"
                yield Document.load(gold, text, more if more.is_file() else None)
                break

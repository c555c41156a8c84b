"""Sound files with something wrong in them: what comes of each must be a plan or a `ReadError`.

``python -m tests.readers.fuzz [FORMAT ...] [--count 2000] [--seed 0]`` reads so many of each format
and prints what came of them.
"""

from __future__ import annotations

import argparse
import copy
import io
import random
import sys
import time
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

import danvan
from tests.readers.samples import sample_of, texts
from tests.readers.writers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is put in place of a value: numbers at and beyond every bound, names of other things.
_VALUES = (
    "",
    "0",
    "-1",
    "1",
    "9",
    "65536",
    "999999999999",
    "bullet",
    "upperRoman",
    "none",
    "%9",
    "x",
)
_PIECES = (b"\0", b"\xff" * 8, b"<", b">", b"&", b'"', b"]]>", b"<!--", "ệ".encode(), b"PK\3\4")


def sound(form: str) -> list[bytes]:
    """A few files of a format, as they should be."""
    chosen = ("ha-duong-85-2024", "tan-thinh-31-2024", "bcd-chuyen-doi-so-03-2022")
    return list(FORMATS[form]({name: sample_of(texts()[name]) for name in chosen}).values())


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with something wrong: in its bytes, or for an archive in the parts that it holds."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, chance)
    if data.lstrip().startswith(b"<") and chance.random() < 0.6:
        return _grown_wrong(data, chance, etree.HTMLParser())
    return _bytes(data, chance)


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """Stretches cut out, doubled, swapped, overwritten; or the end cut off."""
    if chance.random() < 0.1:
        return data[: chance.randrange(len(data))]
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(content) or 1)
        end = min(len(content), at + chance.choice((1, 2, 8, 64, 1024)))
        match chance.randrange(5):
            case 0:
                content[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del content[at:end]
            case 2:
                content[at:at] = content[at:end] * chance.choice((1, 2, 50))
            case 3:
                content[at:at] = chance.choice(_PIECES)
            case _:
                content[at:end] = bytes(b ^ (1 << chance.randrange(8)) for b in content[at:end])
    return bytes(content)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """An archive with something wrong in one of its parts, or with a part too few."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n in parts if n.endswith((".xml", ".rels"))])
    wanted = [n for n in parts if n.endswith(("document.xml", "content.xml", "numbering.xml"))]
    if chance.random() < 0.7:
        name = chance.choice(wanted)
    match chance.randrange(8):
        case 0:
            del parts[name]
        case 1:
            parts[name] = _bytes(parts[name], chance)
        case _:
            parts[name] = _grown_wrong(parts[name], chance, etree.XMLParser())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return stream.getvalue()


def _grown_wrong(
    data: bytes, chance: random.Random, parser: etree.XMLParser | etree.HTMLParser
) -> bytes:
    """A tree with elements removed, doubled, moved into each other, and other values in them."""
    root = etree.fromstring(data, parser)
    for _ in range(chance.choice((1, 2, 5, 20, 100))):
        elements = list(root.iter(etree.Element))
        element, other = chance.choice(elements), chance.choice(elements)
        parent = element.getparent()
        match chance.randrange(6):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(element))
            case 2 if parent is not None and other not in set(element.iter()):
                other.append(element)
            case 3:
                element.tag = other.tag
            case 4:
                element.text = chance.choice(
                    ("", "x", " ", "\t\n", "1. ", "|", "<sup>1</sup>", "ê" * 999)
                )
            case _:
                for key in list(element.attrib):
                    element.set(key, chance.choice((*_VALUES, *other.attrib.values())))
    return etree.tostring(root)


def outcomes(form: str, count: int, seed: int = 0) -> Iterator[tuple[bytes, str, float]]:
    """What comes of so many files: the file, "plan", "ReadError" or a fault, and the seconds."""
    whole = sound(form)
    for n in range(count if whole else 0):
        chance = random.Random(f"{form} {seed} {n}")
        data = mutated(chance.choice(whole), chance)
        begin = time.perf_counter()
        try:
            danvan.load(data)
            outcome = "plan"
        except danvan.ReadError:
            outcome = "ReadError"
        except Exception as error:
            outcome = f"{type(error).__name__}: {error}"
        yield data, outcome, time.perf_counter() - begin


def main() -> int:
    """Print what came of the files of each format; 1 if anything but a plan or a `ReadError` did."""
    parser = argparse.ArgumentParser(prog="python -m tests.readers.fuzz", description=__doc__)
    parser.add_argument("format", nargs="*", help=f"of {', '.join(FORMATS)}; all if left out")
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    faults = 0
    for form in options.format or FORMATS:
        seen: Counter[str] = Counter()
        longest = 0.0
        for _, outcome, seconds in outcomes(form, options.count, options.seed):
            seen[outcome] += 1
            longest = max(longest, seconds)
        told = ", ".join(f"{count:,} {outcome}" for outcome, count in seen.most_common())
        print(f"{form}: {told or 'not written here'}; longest {longest:.1f} s")
        faults += sum(n for outcome, n in seen.items() if outcome not in {"plan", "ReadError"})
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())

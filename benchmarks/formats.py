"""``python -m benchmarks.formats [FILE ...]``: JSON, XML and Akoma Ntoso against their floors.

The floor is what the library needs for the same data without any class of danvan: the dictionaries
written and read by json and by orjson, the tree built and parsed by lxml. "Visited" is parsing, and
asking for name, attributes and text of each element once, which no reader can do without. All are
the best of several rounds in one process.
"""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from lxml import etree

import danvan
from benchmarks.__main__ import SAMPLES, best

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as Element

try:
    import orjson
except ImportError:
    orjson = None

# A tree as plain data: name, attributes, text, tail, children.
Tree = tuple[str, dict[str, str], str | None, str | None, list[Any]]


def visited(element: Element) -> Tree:
    """A tree as plain data."""
    children = [visited(child) for child in element]
    return element.tag, dict(element.attrib), element.text, element.tail, children


def built(tree: Tree, parent: Element | None = None) -> Element:
    """The tree that the data say."""
    name, attributes, text, tail, children = tree
    if parent is None:
        element = etree.Element(name, attributes)
    else:
        element = etree.SubElement(parent, name, attributes)
    if text is not None:
        element.text = text
    if tail is not None:
        element.tail = tail
    for child in children:
        built(child, element)
    return element


def each(function: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """The time for all inputs, in seconds."""
    return best(lambda: [function(item) for item in inputs])


def measured(plans: Sequence[danvan.Plan]) -> Iterator[tuple[str, float, dict[str, float]]]:
    """For each writer and reader its seconds for all plans, and those of its floors by name."""
    dictionaries = [danvan.to_dict(plan) for plan in plans]
    texts = [danvan.to_json(plan) for plan in plans]
    documents = [danvan.to_xml(plan) for plan in plans]
    trees = [visited(etree.fromstring(document)) for document in documents]
    akn = [danvan.to_akn(plan) for plan in plans]
    akn_trees = [visited(etree.fromstring(document)) for document in akn]

    def dumped(data: object) -> str:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def written(tree: Tree) -> bytes:
        return etree.tostring(built(tree), encoding="UTF-8", xml_declaration=True)

    with patch("danvan.formats.jsontext.orjson", None):
        dump, load = each(dumped, dictionaries), each(json.loads, texts)
        yield "to_json", each(danvan.to_json, plans), {"json.dumps": dump}
        yield "from_json", each(danvan.from_json, texts), {"json.loads": load}
    if orjson is not None:
        quick_dump, quick_load = each(orjson.dumps, dictionaries), each(orjson.loads, texts)
        floors = {"json.dumps": dump, "orjson.dumps": quick_dump}
        yield "to_json with orjson", each(danvan.to_json, plans), floors
        floors = {"json.loads": load, "orjson.loads": quick_load}
        yield "from_json with orjson", each(danvan.from_json, texts), floors
    for name, to, back, data, plain in (
        ("xml", danvan.to_xml, danvan.from_xml, documents, trees),
        ("akn", danvan.to_akn, danvan.from_akn, akn, akn_trees),
    ):
        yield f"to_{name}", each(to, plans), {"lxml": each(written, plain)}
        floors = {
            "lxml": each(etree.fromstring, data),
            "visited": each(lambda document: visited(etree.fromstring(document)), data),
        }
        yield f"from_{name}", each(back, data), floors
    for name, to in (
        ("to_ical", danvan.to_ical),
        ("tables", danvan.tables),
        ("to_web_annotations", danvan.to_web_annotations),
    ):
        yield name, each(to, plans), {}


def main() -> None:
    """Measure on the files, the samples by default; print each time beside its floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.formats", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    plans = [danvan.load(file) for file in parser.parse_args().files]
    count = len(plans)
    print(f"{count} files, milliseconds a file, Python {platform.python_version()}\n")
    for name, seconds, floors in measured(plans):
        told = "".join(
            f"   {floor} {floor_seconds * 1000 / count:.2f} ms, x{seconds / floor_seconds:.1f}"
            for floor, floor_seconds in floors.items()
        )
        print(f"{name:24}{seconds * 1000 / count:>8.2f} ms{told}")


if __name__ == "__main__":
    main()

"""``python -m benchmarks.growth``: time and memory of a character as texts grow, plain and hostile.

Times are nanoseconds of processor time for a character, with the collector of cycles off, as timeit
has it: it looks at all objects again and again, so that with it a `parse` of 1 MB takes 1.2 to 1.5
times as long for a character as one of 100 kB. Memory is what tracemalloc sees at the peak
of a run beyond what is there at its end, the text and the objects returned: bytes for a character.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from typing import TYPE_CHECKING, Any

import danvan
from benchmarks.measuring import inputs

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
# Ten million characters of these would take longer than all else together.
LARGEST = {"parse": 1_000_000, "to_json": 1_000_000, "check": 1_000_000}
HOSTILE_SIZES = (10_000, 100_000)
MEMORY_SIZES = (10_000, 100_000, 1_000_000)
HOSTILE = {
    '"1/"': "1/",
    "spaces": " ",
    "zeros": "0",
    "brackets": "([",
    "blank lines": "\n\n",
    '"I.\\n"': "I.\n",
    '"ỦY BAN "': "ỦY BAN ",
    "combining marks": "e\u0301\u0323",
    "raised notes": "<sup>1</sup>",
    "quotation marks": '“"”',
}
TEXT_STEPS: dict[str, Callable[[Any], object]] = {
    "parse": danvan.parse,
    "find_dates": danvan.find_dates,
    "find_citations": danvan.find_citations,
    "find_agencies": danvan.find_agencies,
}
PLAN_STEPS: dict[str, Callable[[Any], object]] = {"to_json": danvan.to_json, "check": danvan.check}
STEPS = TEXT_STEPS | PLAN_STEPS

# Step, then size: what a character costs.
Costs = dict[str, dict[int, float]]


def grown(piece: str, size: int) -> str:
    """A piece again and again, of a size."""
    return (piece * (size // len(piece) + 1))[:size]


def plain(size: int) -> str:
    """Plans one after the other, of a size."""
    return grown("\n\n".join(inputs()["drawn plans"]), size)


def _arguments(text: str, steps: set[str]) -> dict[str, object]:
    plan = danvan.parse(text) if steps & PLAN_STEPS.keys() else None
    return {name: plan if name in PLAN_STEPS else text for name in STEPS if name in steps}


def _nanoseconds(step: Callable[[Any], object], given: object, size: int) -> float:
    best = float("inf")
    gc.collect()
    gc.disable()
    for _ in range(max(1, min(5, 50_000 // size))):
        start = time.process_time()
        step(given)
        best = min(best, time.process_time() - start)
    gc.enable()
    return best / size * 1e9


def times(text_of: Callable[[int], str], sizes: tuple[int, ...]) -> Costs:
    """Nanoseconds for a character of each step at each size."""
    found: Costs = {name: {} for name in STEPS}
    for size in sizes:
        text = text_of(size)
        steps = {name for name in STEPS if size <= LARGEST.get(name, SIZES[-1])}
        for name, given in _arguments(text, steps).items():
            found[name][size] = _nanoseconds(STEPS[name], given, size)
    return found


def memory(text_of: Callable[[int], str], sizes: tuple[int, ...]) -> Costs:
    """Bytes of peak for a character, beside what is returned, of each step at each size."""
    found: Costs = {name: {} for name in STEPS}
    for size in sizes:
        for name, given in _arguments(text_of(size), set(STEPS)).items():
            tracemalloc.start()
            kept = STEPS[name](given)
            held, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            del kept
            found[name][size] = (peak - held) / size
    return found


def measured() -> dict[str, Any]:
    """Times and memory, on plain and on hostile text."""
    for step in TEXT_STEPS.values():  # what is made at first use is not part of growth
        step(plain(10_000))
    return {
        "plain": times(plain, SIZES),
        "hostile": {
            name: times(lambda size, piece=piece: grown(piece, size), HOSTILE_SIZES)
            for name, piece in HOSTILE.items()
        },
        "memory": memory(plain, MEMORY_SIZES),
    }


def _print(title: str, costs: Costs) -> None:
    sizes = sorted({size for each in costs.values() for size in each})
    print(f"\n{title:20}" + "".join(f"{size:>13,}" for size in sizes))
    for name, each in costs.items():
        print(f"  {name:18}" + "".join(f"{each[s]:>13,.0f}" if s in each else "" for s in sizes))


def main() -> None:
    """Print the tables."""
    found = measured()
    _print("plain, ns", found["plain"])
    for name, costs in found["hostile"].items():
        _print(f"{name}, ns", costs)
    _print("plain, bytes", found["memory"])


if __name__ == "__main__":
    main()

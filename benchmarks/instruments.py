"""``python -m benchmarks.instruments``: `danvan.instruments` against two finders of citations.

eyecite (American English) and legal-reference-extraction (German) are installed into an environment
of their own under ``build/``; with ``--no-peers`` only danvan is measured. Each reads built text of
its own language, in which so many characters go by for each citation: once as in plans, which have
one in 500 or 600, once as dense as a footnote. All times are processor time, the best of some
rounds, of one process each.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.peers import of_peer, prepared
from danvan import instruments
from danvan.text import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZE = 100_000
GROWTH = (10_000, 100_000, 1_000_000, 10_000_000)
EYECITE_GROWTH = (25_000, 100_000, 400_000)
# Characters for each citation.
DENSITIES = {"as in plans": 500, "dense": 125}

VIETNAMESE = (
    "Thực hiện {kh} về công tác dân vận, các đơn vị chủ động rà soát nhiệm vụ được giao. ",
    "Căn cứ {qd} của Bộ trưởng Bộ Nội vụ ban hành quy chế, Văn phòng tham mưu triển khai. ",
    "Tiếp tục quán triệt {nq} của Ban Chấp hành Trung ương Đảng về đổi mới phương thức lãnh đạo. ",
    "Tổ chức tuyên truyền {luat} và các văn bản hướng dẫn thi hành đến từng khu dân cư. ",
    "Theo khoản {n} Điều {n} {nd} của Chính phủ, người đứng đầu chịu trách nhiệm về kết quả. ",
)
VIETNAMESE_PROSE = (
    "Các xã, thị trấn xây dựng kế hoạch cụ thể, phân công cán bộ phụ trách và kiểm tra định kỳ. ",
    "Công tác phối hợp giữa chính quyền với các đoàn thể được duy trì, nội dung thiết thực hơn. ",
    "Nguồn kinh phí được bố trí trong dự toán hằng năm, bảo đảm sử dụng tiết kiệm, đúng mục đích. ",
    "Người dân được thông tin đầy đủ, kịp thời về những việc liên quan trực tiếp đến đời sống. ",
)
ENGLISH = (
    "See {a} v. {b}, {v} U.S. {p}, {q} ({y}). ",
    "The same view was taken in {a} v. {b}, {v} F.2d {p} (9th Cir. {y}). ",
    "{a}, {v} U.S., at {q}. ",
    "Relief is barred by 42 U.S.C. § {p}, whatever the motive. ",
    "Id. at {n}. ",
)
ENGLISH_PROSE = (
    "The committee heard the witnesses in turn and adjourned before any of them was recalled. ",
    "No finding of the trial court supports the inference that the parties had agreed on a term. ",
    "The tenant paid the arrears within a week, and the landlord accepted the money unreservedly. ",
    "Whether the notice reached the office in time is a question which the record leaves open. ",
)
GERMAN = (
    "Der Anspruch folgt aus § {p} Abs. {n} BGB. ",
    "Vgl. BGH, Urteil vom {d:02}.{m:02}.{y} - VIII ZR {p}/{s:02}. ",
    "Dem steht § {p} ZPO nicht entgegen. ",
    "Das ergibt sich aus §§ {n}, {q} VwGO. ",
    "So auch OLG Hamm, Beschluss vom {d:02}.{m:02}.{y} - 4 U {p}/{s:02}. ",
)
GERMAN_PROSE = (
    "Die Beteiligten haben den Termin verlegt, nachdem zwei Zeugen verhindert waren. ",
    "Der Nachbar hatte das Grundstück über Jahre hinweg genutzt, ohne danach gefragt zu werden. ",
    "Ein weiterer Vortrag ist dazu nicht erfolgt, auch nicht auf ausdrückliche Nachfrage. ",
    "Die Kammer hat die Unterlagen eingesehen und keinen Anlass zu Zweifeln gefunden. ",
)
NAMES = ("Ashby", "Holloway", "Penrose", "Tillman", "Marchetti", "Okafor", "Lindgren", "Draper")


def vietnamese(size: int, spacing: int) -> str:
    """Vietnamese prose with a citation for each ``spacing`` characters."""
    rng = random.Random(20200305)
    laws = ("Luật Tiếp công dân năm 2013", "Luật Thanh niên", "Bộ luật Dân sự năm 2015")

    def citation() -> str:
        n, year = rng.randint(1, 4000), rng.randint(2008, 2025)
        day = f"ngày {rng.randint(1, 28):02}/{rng.randint(3, 12)}/{year}"
        return rng.choice(VIETNAMESE).format(
            kh=f"Kế hoạch số {n}/KH-UBND {day} của Ủy ban nhân dân tỉnh",
            qd=f"Quyết định số {n}/QĐ-BNV {day}",
            nq=f"Nghị quyết số {n % 60 + 1}-NQ/TW, {day}",
            nd=f"Nghị định số {n % 200 + 1}/{year}/NĐ-CP {day}",
            luat=rng.choice(laws),
            n=rng.randint(1, 9),
        )

    return _filled(size, citation, VIETNAMESE_PROSE, spacing, rng)


def english(size: int, spacing: int) -> str:
    """English prose with citations of cases and statutes."""
    rng = random.Random(20200305)

    def citation() -> str:
        one, other = rng.sample(NAMES, 2)
        numbers = {"v": rng.randint(300, 570), "p": rng.randint(1, 900), "q": rng.randint(1, 900)}
        return rng.choice(ENGLISH).format(
            a=one, b=other, n=rng.randint(2, 90), y=rng.randint(1950, 2015), **numbers
        )

    return _filled(size, citation, ENGLISH_PROSE, spacing, rng)


def german(size: int, spacing: int) -> str:
    """German prose with citations of statutes and decisions."""
    rng = random.Random(20200305)

    def citation() -> str:
        numbers = {"p": rng.randint(1, 900), "q": rng.randint(301, 700), "n": rng.randint(1, 9)}
        return rng.choice(GERMAN).format(
            d=rng.randint(1, 28),
            m=rng.randint(1, 12),
            y=rng.randint(1995, 2020),
            s=rng.randint(1, 20),
            **numbers,
        )

    return _filled(size, citation, GERMAN_PROSE, spacing, rng)


def _filled(
    size: int,
    citation: Callable[[], str],
    prose: Sequence[str],
    spacing: int,
    rng: random.Random,
) -> str:
    pieces: list[str] = []
    length = cited = 0
    while length < size:
        is_due = length >= cited * spacing
        piece = citation() if is_due else rng.choice(prose)
        cited += is_due
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces)[:size]


def best_seconds(step: Callable[[], object], rounds: int) -> float:
    """The shortest processor time of one run."""
    shortest = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        step()
        shortest = min(shortest, time.process_time() - start)
    return shortest


def row(name: str, size: int, seconds: float, found: int, ratio: str = "") -> None:
    """One line of a table."""
    dense = found / size * 1000
    print(f"  {name:30} {size / seconds:>12,.0f} {found:>7,} {dense:>6.1f}   {ratio}", flush=True)


def compare(python: str | None, rounds: int) -> None:
    """Characters a second of all, on text of like density."""
    for title, spacing in DENSITIES.items():
        print(f"\n{title:32} {'chars/s':>12} {'found':>7} {'/1000':>6}   danvan is")
        text = vietnamese(SIZE, spacing)
        plain = reading(text).text
        found = len(instruments.find(text))
        own = best_seconds(lambda text=text: instruments.find(text), rounds)
        scanned = best_seconds(lambda plain=plain: instruments.scan(plain), rounds)
        row("danvan find", SIZE, own, found)
        row("danvan scan (reading text)", SIZE, scanned, found)
        if python is None:
            continue
        peers = {"eyecite": english(SIZE, spacing), "refex": german(SIZE, spacing)}
        for name, peer_text in peers.items():
            seconds, theirs = of_peer(python, name, [peer_text], rounds)[0]
            row(name, SIZE, seconds, theirs, f"{seconds / own:.1f} times as fast")


def growth(python: str | None) -> None:
    """Characters a second as the text grows."""
    print("\ngrowth (as in plans)")
    for size in GROWTH:
        text = vietnamese(size, DENSITIES["as in plans"])
        used = best_seconds(lambda text=text: instruments.find(text), 1 if size > SIZE else 5)
        print(f"  danvan find {size:>12,} {size / used:>12,.0f} chars/s", flush=True)
    if python is not None:
        texts = [english(size, DENSITIES["as in plans"]) for size in EYECITE_GROWTH]
        for text, (used, _) in zip(texts, of_peer(python, "eyecite", texts, 2), strict=True):
            print(f"  eyecite     {len(text):>12,} {len(text) / used:>12,.0f} chars/s", flush=True)


def main() -> int:
    """Compare and show the growth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.instruments", description=__doc__)
    parser.add_argument("--no-peers", action="store_true", help="measure danvan only")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()} on {platform.machine()}, {SIZE:,} characters each")
    python = None if arguments.no_peers else prepared()
    compare(python, arguments.rounds)
    growth(python)
    return 0


if __name__ == "__main__":
    sys.exit(main())

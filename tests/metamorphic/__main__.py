"""``python -m tests.metamorphic [-v] [WORD]``: the share that each rewriting leaves as it was."""

from __future__ import annotations

import argparse

from tests.metamorphic.rewritings import REWRITINGS
from tests.metamorphic.share import shares, texts

_LONGEST = 230


def main() -> None:
    """Print the shares; with -v what is no longer the same, too."""
    parser = argparse.ArgumentParser(prog="python -m tests.metamorphic", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="only rewritings with this word")
    parser.add_argument("--document", default="", help="only documents with this word in the name")
    parser.add_argument("-v", action="store_true", help="show each difference")
    chosen = parser.parse_args()
    documents = {name: text for name, text in texts().items() if chosen.document in name}
    rewritings = [r for r in REWRITINGS if chosen.word in r.name]
    print(f"{'rewriting':46}{'documents':>10}{'same':>7}{'fields':>8}")
    found = shares(documents, rewritings)
    for share in found:
        print(
            f"{share.rewriting.name:46}{len(share.outcomes):10}{share.of_documents:7.3f}"
            f"{share.of_fields:8.3f}"
        )
        for outcome in share.outcomes if chosen.v else ():
            for field, difference in {d.path[:12]: d for d in reversed(outcome.changed)}.items():
                print(f"    {outcome.document[:20]}: {field}: {str(difference)[:_LONGEST]}")
    outcomes = [o for share in found for o in share.outcomes]
    if outcomes:
        same = sum(not o.changed for o in outcomes) / len(outcomes)
        fields = 1 - sum(o.fields_changed for o in outcomes) / sum(o.fields for o in outcomes)
        print(f"{'all':46}{len(outcomes):10}{same:7.3f}{fields:8.3f}")


if __name__ == "__main__":
    main()

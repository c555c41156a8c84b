"""``python -m tests.readers.encodings``: how far a plan in each encoding is the plan of the text.

The text is one that the encoding can hold: "-" stands for signs that it lacks, and in TCVN3 "Uỷ" for
"Ủy", as offices typed it.
"""

from __future__ import annotations

import danvan
from danvan.readers import decode
from tests.readers.__main__ import as_table
from tests.readers.agreement import Tally, agreement
from tests.readers.encodings.legacy import EIGHT_BITS, as_bytes, without_what_it_lacks
from tests.readers.samples import texts


def main() -> None:
    """Write every sample in each encoding, read it, and print the table of agreement."""
    columns: dict[str, dict[str, Tally]] = {}
    for encoding in ("utf-16-le", *EIGHT_BITS, "viqr"):
        sums: dict[str, Tally] = {}
        for given in texts().values():
            if encoding.startswith("utf"):
                text = given
                written = text.encode(encoding)
            else:
                typed = given.replace("Ủy", "Uỷ") if encoding == "tcvn3" else given
                text = without_what_it_lacks(typed, encoding)
                written = as_bytes(text, encoding)
            assert decode(written).encoding.endswith(encoding), encoding
            for field, tally in agreement(danvan.parse(text), danvan.load(written)).items():
                sums[field] = sums.get(field, Tally()) + tally
        columns[encoding] = sums
    print(as_table(columns))


if __name__ == "__main__":
    main()

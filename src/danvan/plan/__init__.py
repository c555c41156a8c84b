"""Plans: the objects, and the reader that makes them of a text (kế hoạch)."""

from danvan.plan.equivalence import Difference, differences
from danvan.plan.model import (
    Appendix,
    Assignment,
    Cell,
    Change,
    Comparator,
    Deadline,
    Footnote,
    Paragraph,
    Part,
    PartKind,
    Plan,
    Provenance,
    Recipient,
    Role,
    Section,
    Signature,
    Table,
    Target,
)
from danvan.plan.parse import parse

__all__ = [
    "Appendix",
    "Assignment",
    "Cell",
    "Change",
    "Comparator",
    "Deadline",
    "Difference",
    "Footnote",
    "Paragraph",
    "Part",
    "PartKind",
    "Plan",
    "Provenance",
    "Recipient",
    "Role",
    "Section",
    "Signature",
    "Table",
    "Target",
    "differences",
    "parse",
]

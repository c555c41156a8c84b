"""Names for what PDFium hands out."""

from __future__ import annotations

from typing import Any, TypeAlias

#: A pointer of PDFium, of use only to be handed back to it.
Handle: TypeAlias = Any

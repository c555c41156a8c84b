"""Plans as documents again (trình bày văn bản): `render`, and the `Layout` of the text.

The package can be called: ``danvan.render(plan)`` is `danvan.render.text.render`, whichever of the
two was imported first.
"""

from __future__ import annotations

import sys
import types

from danvan.render.layout import Layout
from danvan.render.text import render

__all__ = ["Layout", "render"]


class _Callable(types.ModuleType):
    __call__ = staticmethod(render)


sys.modules[__name__].__class__ = _Callable

"""How many plans are drawn: they are large, so a quarter of what else is drawn."""

from hypothesis import settings

FEWER = settings(max_examples=settings.default.max_examples // 4)
FEWEST = settings(max_examples=settings.default.max_examples // 10)

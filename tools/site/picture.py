"""The picture of the README: what ``danvan parse`` shows on a terminal, as SVG.

``python -m tools.site.picture docs/_static/parse.svg`` (``make picture``). The font is set into
the file, for no terminal font can be relied on to have the Vietnamese letters whole.
"""

from __future__ import annotations

import base64
import io
import os
import sys
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

import danvan
from danvan.cli.colour import colour
from danvan.cli.summary import summary

ROOT = Path(__file__).resolve().parents[2]
PLAN = "docs/project/ke-hoach.txt"
_FONTS = ROOT / "docs/_static/fonts"
_COLUMNS = 100

# As rich's own, without the fonts that it loads from elsewhere.
_FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
%FONTS%
.{unique_id}-matrix {{ font-family: "JetBrains Mono", ui-monospace, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-ligatures: none; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def _font_face(subset: str, characters: str) -> str:
    data = (_FONTS / f"jetbrains-mono-{subset}-wght-normal.woff2").read_bytes()
    coded = base64.b64encode(data).decode()
    return (
        '@font-face {{ font-family: "JetBrains Mono"; font-weight: 100 800; '
        f'src: url("data:font/woff2;base64,{coded}") format("woff2"); {characters}}}}}'
    )


def shown() -> str:
    """What the command writes to a terminal that has colours."""
    stream = io.StringIO()
    plain = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": ""}
    with mock.patch.dict(os.environ, plain):
        os.environ.pop("NO_COLOR", None)
        colour(summary(danvan.load(ROOT / PLAN)), stream, _COLUMNS)
    return stream.getvalue().replace(str(ROOT / PLAN), Path(PLAN).name).strip("\n")


def picture() -> str:
    """The SVG."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ danvan parse {Path(PLAN).name}\n", style="bold"))
    console.print(Text.from_ansi(shown()))
    only = (
        "unicode-range: U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, "
        "U+01AF-01B0, U+0300-0301, U+0303, U+0309, U+0323, U+1EA0-1EF9; "
    )
    fonts = "\n".join([_font_face("latin", ""), _font_face("vietnamese", only)])
    return console.export_svg(
        title="danvan",
        theme=MONOKAI,
        unique_id="danvan",
        code_format=_FORMAT.replace("%FONTS%", fonts),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(), encoding="utf-8")

"""Marks inside lines: bold, italics, tags, pictures and raised notes are taken off."""

from __future__ import annotations

import re

from danvan.plan.line import Line, Note

# Marks inside a line, of markdown and of HTML that was copied along: bold, italics (a star that
# touches the word on one side only), tags, pictures, and a raised footnote mark.
_INLINE = re.compile(
    r"(?P<note><sup>\s{0,3}\(?(?P<mark>\d{1,3}|\*{1,3}|[a-z])\)?\s{0,3}</sup>)"
    r"|(?P<bold>\*{2,3}|__(?=[^\s_])|(?<=[^\s_])__(?![\w_]))"
    r"|(?P<ends><br\s{0,3}/?>|</(?:p|div|li)>)"
    r"|(?P<tag></?(?:sup|sub|b|i|u|em|strong|span|p|div|li|ul|ol|a|font|center|h[1-6]|table|thead|tbody"
    r"|tfoot|colgroup|col|tr|td|th)(?:\s[^<>\n]{0,300})?/?>)"
    r"|(?P<picture>!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\))"
    r"|(?P<escape>\\[-*.#_()\[\]+])"
    r"|(?P<italic>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))"
)
MARKED = re.compile(r"[*<_\\!](?:(?<!!)|(?=\[))")
SUPERSCRIPT = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰](?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})?")
# m², km³: the figure is an exponent.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[dckmh]?m|M)$")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
# Where the lines of a web page end: ``<br>``, and the ends of paragraphs.
BREAK = re.compile(r"<br\s{0,3}/?>|</(?:p|div|li)>", re.IGNORECASE)


def unmark(line: Line, clean: str, bold: bool) -> bool:
    """Take the inline marks out of a line, and see whether all of it is bold."""
    everything_bold = True
    found_bold = bold
    pieces: list[str] = []
    strong = 0
    done = line.start
    for match in _INLINE.finditer(clean, line.start, line.end):
        start, end = match.span()
        ends = match.lastgroup == "ends"
        if match.lastgroup == "escape" or ends:
            end -= 1
        piece = clean[done:start]
        if piece and not bold and not piece.isspace():
            everything_bold = False
        elif everything_bold:
            strong += len(piece)
        pieces.append(piece)
        line.cuts.append((start, end))
        if match.lastgroup == "bold":
            bold = not bold
            found_bold = True
        elif match["note"]:
            line.notes.append(Note(match["mark"], start, end))
        elif ends:
            line.breaks |= {end}
            pieces.append(" ")
            end += 1
        done = end
    rest = clean[done : line.end]
    if rest and not bold and not rest.isspace():
        everything_bold = False
    line.bold = everything_bold and found_bold
    pieces.append(rest)
    line.text = "".join(pieces)
    line.strong = strong if found_bold and not everything_bold else 0
    _trim(line)
    return bold


def _trim(line: Line) -> None:
    """Move the ends of the content inwards, over marks and spaces at both ends."""
    text = line.text
    lead = len(text) - len(text.lstrip(" "))
    tail = len(text) - len(text.rstrip(" "))
    cuts = line.cuts
    first, last = 0, len(cuts)
    start, end = line.start, line.end
    while first < last or lead:
        if first < last and cuts[first][0] == start:
            start = cuts[first][1]
            first += 1
        elif lead:
            start += 1
            lead -= 1
        else:
            break
    while end > start and (first < last or tail):
        if first < last and cuts[last - 1][1] == end:
            last -= 1
            end = cuts[last][0]
        elif tail:
            end -= 1
            tail -= 1
        else:
            break
    line.start, line.end = start, max(start, end)
    line.cuts = cuts[first:last]
    line.text = text.strip(" ")


def raise_digits(line: Line) -> None:
    """Superscript digits are footnote marks, where no inline marks made the text shorter."""
    if line.cuts:
        return
    pieces: list[str] = []
    done = 0
    for match in SUPERSCRIPT.finditer(line.text):
        start, end = match.span()
        if _UNIT.search(line.text, max(0, start - 4), start):
            continue
        pieces.append(line.text[done:start])
        line.cuts.append((line.start + start, line.start + end))
        mark = match.group().translate(_DIGITS)
        line.notes.append(Note(mark, line.start + start, line.start + end))
        done = end
    pieces.append(line.text[done:])
    line.text = "".join(pieces)
    _trim(line)


def cell_line(clean: str, start: int, end: int) -> Line:
    """A stretch of the clean text as a line of its own."""
    raw = clean[start:end]
    text = raw.strip(" \n")
    begin = start + len(raw) - len(raw.lstrip(" \n")) if text else start
    cell = Line(begin, begin + len(text), text, 0)
    if text and MARKED.search(text):
        unmark(cell, clean, bold=False)
    if "\n" in text:
        cell.text = cell.text.replace("\n", " ")
    return cell


def dressed_line(clean: str, start: int, end: int, first: Line) -> Line:
    """A stretch of several lines as one line, in the place of the first of them."""
    line = cell_line(clean, first.start if first.hashes else start, end)
    line.gap, line.indent, line.hashes = first.gap, first.indent, first.hashes
    line.outer = first.outer
    _close_up(line)
    return line


# Marks of punctuation on a line of their own stand close to the word before them.
_LOOSE = re.compile(r" +(?=(?:[,.;:)”%]{1,3}|\./\.)(?:\s|$))")


def _close_up(line: Line) -> None:
    loose = list(_LOOSE.finditer(line.text))
    if not loose:
        return
    cuts = [(line.offset(m.start()), line.offset(m.end() - 1) + 1) for m in loose]
    line.cuts = sorted([*line.cuts, *cuts])
    line.forget_places()
    line.text = _LOOSE.sub("", line.text)


def cell_lines(cell: Line, clean: str) -> list[Line]:
    """The lines inside a cell, where it has ``<br>``; else the cell itself."""
    breaks = list(BREAK.finditer(clean, cell.outer, cell.outer_end))
    if not breaks:
        return [cell]
    edges = [cell.outer, *(e for b in breaks for e in b.span()), cell.outer_end]
    found = [cell_line(clean, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [line for line in found if line.text]

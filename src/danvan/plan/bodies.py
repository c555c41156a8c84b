"""Bodies in a reading text: lists of them that stand at a place, from the mentions found once."""

from __future__ import annotations

import re
from bisect import bisect_left

from danvan.units import Agency, AgencyMention, read_bodies

# "(qua ...)" is a channel: the list of receivers goes on after it.
_JOINT = re.compile(r" ?(?:[,;] ?(?:và |cùng (?:với )?)?|và |cùng (?:với )?)")
_CHANNEL = re.compile(r" ?\(?(?:thông )?qua (?=\S)", re.IGNORECASE)
_BRACKET = re.compile(r"\)? ?")


class Bodies:
    """The mentions of bodies in a reading text, to be asked for by place."""

    def __init__(self, text: str, mentions: tuple[AgencyMention, ...]) -> None:
        self.text = text
        self._mentions = mentions
        self._starts = [m.span.start for m in mentions]

    def within(self, start: int, end: int) -> tuple[AgencyMention, ...]:
        """The mentions that begin in a range."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def listed(self, offset: int) -> tuple[list[Agency], int]:
        """The bodies of the list that begins at an offset, if one does, and where it ends."""
        mentions, end = read_bodies(self.text, self._mentions, offset)
        return [mention.agency for mention in mentions], end

    def last_after_comma(self, offset: int, end: int) -> Agency | None:
        """The last body of a list, where a comma and not "và" stands before it."""
        inside = self.within(offset, end)
        if len(inside) < 2 or not self.text.startswith(",", inside[-2].span.end):
            return None
        return inside[-1].agency

    def received(self, offset: int) -> tuple[list[Agency], list[Agency], int]:
        """The bodies at an offset that receive something, their channels, and the end."""
        receivers, end = self.listed(offset)
        via: list[Agency] = []
        while receivers:
            channel = _CHANNEL.match(self.text, end)
            if channel is None:
                break
            through, stop = self.listed(channel.end())
            if not through:
                break
            via += through
            bracket = _BRACKET.match(self.text, stop)
            end = bracket.end() if bracket else stop
            joint = _JOINT.match(self.text, stop + 1 if self.text[stop : stop + 1] == ")" else stop)
            more, stop = self.listed(joint.end()) if joint else ([], end)
            if not more:
                break
            receivers += more
            end = stop
        return receivers, via, end

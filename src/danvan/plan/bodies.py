"""Bodies in a reading text: lists of them that stand at a place, from the mentions found once."""

from __future__ import annotations

import re
from bisect import bisect_left

from danvan.plan.headed import headed_bodies
from danvan.units import Agency, AgencyMention, read_bodies

# "(qua ...)" is a channel: the list of receivers goes on after it.
_JOINT = re.compile(r" ?(?:[,;] ?(?:và |cùng (?:với )?)?|và |cùng (?:với )?)")
_CHANNEL = re.compile(r" ?\(?(?:thông )?qua (?=\S)", re.IGNORECASE)
_BRACKET = re.compile(r"\)? ?")
_LONGEST_CHANNEL = 90
# The symbol of a body: "(qua PV01)".
_SYMBOL = re.compile(r"[A-ZĐ]{1,8}[0-9]{0,3}")


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
        if not receivers:
            return receivers, [], end
        more, via, end = self.channelled(end)
        return receivers + more, via, end

    def channelled(self, end: int) -> tuple[list[Agency], list[Agency], int]:
        """The channel behind the name of a receiver, further receivers behind it, and the end."""
        receivers: list[Agency] = []
        via: list[Agency] = []
        while channel := _CHANNEL.match(self.text, end):
            through, stop = self._channel(channel.end())
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

    def _channel(self, offset: int) -> tuple[list[Agency], int]:
        """The bodies through which something goes: as printed where the bracket closes on them."""
        through, stop = self.listed(offset)
        closing = self.text.find(")", offset, offset + _LONGEST_CHANNEL)
        if closing >= 0 and self.text[offset - 1] != "(" and stop != closing:
            named = headed_bodies(self.text[offset:closing])
            if not named and not through and _SYMBOL.fullmatch(self.text, offset, closing):
                named = [Agency(self.text[offset:closing])]
            if named:
                return named, closing
        return through, stop

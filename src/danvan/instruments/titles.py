"""What a cited document is about, where the words after its issuer say it (trích yếu)."""

from __future__ import annotations

import re

from danvan.instruments.phrases import phrase_pattern
from danvan.instruments.tails import MARK
from danvan.text import BREAK

_LONGEST = 400

# Words with which a title may begin; they belong to it ("ban hành Quy chế ...").
_VERBS = (
    "ban hành",
    "quy định",
    "hướng dẫn",
    "phê duyệt",
    "sửa đổi",
    "bãi bỏ",
    "thực hiện",
    "triển khai",
    "phát động",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "công bố",
)
# Examples: " về việc ", " về ", " “Về ...", " ban hành Quy chế".
_LEAD = re.compile(
    rf"{MARK}(?:"
    r",?[ \n](?:(?:về[ \n]việc|về|v/v)[ \n]?:?[ \n]?|(?=[“\"«]))"
    rf"|[ \n](?={phrase_pattern(_VERBS)}))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«](?P<inside>[^“”\"«»\ufdd0]{1,400})[”\"»]")
# Where a title is over: at a mark, before a clause that begins with a capital, and before another
# citation ("... và Điều 3 Quyết định số 20/...").
_END = re.compile(
    rf"[;:(\n{BREAK}]|[.](?=[ \n]|\Z)|,[ \n](?=[A-ZĐÀ-Ỹ])|,[ \n]cụ[ \n]thể"
    r"|[ \n]và[ \n](?=(?:Điều|khoản|điểm)[ \n][0-9]"
    r"|[^\W\d_]+(?:[ \n][^\W\d_]+){0,3}[ \n]số[ \n][0-9])"
)


def read_title(text: str, pos: int) -> str | None:
    """The title that begins at ``pos``, after number, date and issuer; None if none does.

    It is taken without "về việc" and without quotation marks around the whole. What goes on too
    long to be sure of is left out.
    """
    lead = _LEAD.match(text, pos)
    if lead is None:
        return None
    quoted = _QUOTED.match(text, lead.end())
    if quoted:
        return " ".join(quoted["inside"].split())
    end = _END.search(text, lead.end(), lead.end() + _LONGEST)
    if end is None and len(text) > lead.end() + _LONGEST:
        return None
    title = " ".join(text[lead.end() : end.start() if end else len(text)].split())
    title = title.rstrip(" .,;:/")
    return None if title.casefold() in _VERBS else title or None

"""Syllables: whether a word can be Vietnamese, by the rules of its spelling (chính tả).

A Vietnamese syllable is an onset, a rime and at most one tone, each from a short closed list, and
rimes that end in c, ch, p or t have one of two tones. Hardly any word of a text in another language
or in a wrong encoding keeps these rules, and all but names and abbreviations of Vietnamese do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import attrs

_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay   ăc ăm ăn ăng ăp ăt   âc âm ân âng âp ât âu ây
e ec em en eng eo ep et   ê êch êm ên êng ênh êp êt êu êc
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
ong op ot oong ooc   ô ôc ôi ôm ôn ông ôp ôt   ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyt uyp uyu   ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RIMES.split())})")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED = frozenset("\u0301\u0323")
_LONGEST = 7  # nghiêng

_WORD = re.compile(r"[^\W\d_]+")

# Words without which hardly a page of such documents is written.
_FUNCTION_WORDS = frozenset(
    _WORD.findall(
        "và của các được những với cho trong là có không theo tại về đến từ để khi đã phải việc "
        "người số ngày tháng năm thực hiện tổ chức kế hoạch nhiệm vụ công tác ủy uỷ nhân dân "
        "huyện tỉnh xã phường quận cấp nội dung căn cứ quyết định nghị chỉ thị đảng sở phòng trước"
    )
)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word may be a Vietnamese syllable (âm tiết).

    >>> is_syllable("Nghiệp"), is_syllable("création"), is_syllable("cac")
    (True, False, False)
    """
    if len(word) > _LONGEST:
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in apart if c in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    if not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(("c", "ch", "p", "t")) or (bool(tones) and tones[0] in _STOPPED)


@attrs.frozen
class Likeness:
    """How much a text is like Vietnamese: counts of its words.

    ``marked`` are the words with a letter beyond ASCII, and ``marked_syllables`` those of them that
    may be Vietnamese; ``functions`` are the different function words. Abbreviations in capitals
    do not count.
    """

    words: int
    syllables: int
    marked: int
    marked_syllables: int
    functions: int

    @property
    def share(self) -> float:
        """The share of marked words that may be Vietnamese."""
        return self.marked_syllables / self.marked if self.marked else 0.0


def likeness(text: str) -> Likeness:
    """How much a composed text is like Vietnamese."""
    words = syllables = marked = marked_syllables = 0
    functions = set()
    for word in _WORD.findall(text):
        fits = is_syllable(word)
        if word.isascii():
            if not fits and word.isupper():
                continue
        else:
            marked += 1
            marked_syllables += fits
            if word.lower() in _FUNCTION_WORDS:
                functions.add(word.lower())
        words += 1
        syllables += fits
    return Likeness(words, syllables, marked, marked_syllables, len(functions))

"""Words as they were meant: one or two typing errors, words spelled as they sound, and words that are not finished.

Worked example: "asthmma" is one letter from "asthma"; "hemeroids" sounds as "hemorrhoids"; "diverticul" begins
"diverticulitis". A word that the index knows is never taken for another, short words and words with digits are never
mended, and "hypo" never becomes "hyper".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_ONE_ERROR, _TWO_ERRORS = 5, 7  # letters that a word must have
_HEARD_ERRORS = 0.4  # of its letters: how far a word that sounds alike may differ
_MOST = 60
_SOUND_LETTERS = 3
_SHORTEST_MEANT = 4
# What sounds alike, from the longest.
_SOUNDS = (
    (re.compile("^(?:pn|kn|gn)"), "n"), (re.compile("^ps"), "s"), (re.compile("^x"), "s"), (re.compile("sch"), "sk"),
    (re.compile("ph"), "f"), (re.compile("sc(?=[eiy])"), "s"), (re.compile("c(?=[eiy])"), "s"),
    (re.compile("[ck]h?|q"), "k"),
    (re.compile("g(?=[eiy])"), "j"), (re.compile("rh"), "r"), (re.compile("th"), "t"), (re.compile("x"), "ks"),
    (re.compile("z"), "s"), (re.compile("[aeiouyhw]"), ""), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
_OPPOSITES = (("hyper", "hypo"), ("ante", "anti"), ("inter", "intra"), ("macro", "micro"), ("supra", "sub"))


def sound_of(word: str) -> str:
    """The consonants that are heard: `hemeroids` and `hemorrhoids` have one sound."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def begun(typed: str, words: Sequence[str]) -> range:
    """The places of the words that begin as typed; `words` are sorted."""
    first = bisect_left(words, typed)
    last = bisect_left(words, typed + "\x7f", lo=first)
    return range(first, last)


class Speller:
    """Finds the words that may have been meant, among sorted words. It remembers nothing that was typed."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._sounds: dict[str, list[int]] = {}
        self._by_length: dict[int, list[int]] = {}
        for n, word in enumerate(words):
            if len(word) >= _SHORTEST_MEANT and not any(c.isdigit() for c in word):
                self._by_length.setdefault(len(word), []).append(n)
                sound = sound_of(word)
                if len(sound) >= _SOUND_LETTERS:
                    self._sounds.setdefault(sound, []).append(n)

    def meant(self, typed: str) -> tuple[tuple[int, float], ...]:
        """Places of the words that may have been meant, each with how sure that is (0 to 1)."""
        if len(typed) < _ONE_ERROR or any(c.isdigit() for c in typed):
            return ()
        return tuple(self._meant(typed))

    def _meant(self, typed: str) -> Iterator[tuple[int, float]]:
        most = 1 if len(typed) < _TWO_ERRORS else 2
        places = [n for size in range(len(typed) - most, len(typed) + most + 1) for n in self._by_length.get(size, ())]
        words = [self.words[n] for n in places]
        near = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=_MOST)
        closest = min((distance for _, distance, _ in near), default=0)
        for word, distance, place in near:
            if distance == closest and not _opposed(typed, word):
                yield places[place], 0.9 if distance == 1 else 0.65
        if closest != 1:
            for n in self._sounds.get(sound_of(typed), ()):
                if OSA.distance(typed, self.words[n]) <= len(self.words[n]) * _HEARD_ERRORS:
                    yield n, 0.85


def _opposed(typed: str, word: str) -> bool:
    return any(
        (typed.startswith(a) and word.startswith(b)) or (typed.startswith(b) and word.startswith(a))
        for a, b in _OPPOSITES
    )

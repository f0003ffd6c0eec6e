"""Words as they were meant: one or two typing errors, words spelled as they sound, and words that are not finished.

Worked example: "pnemonia" is one letter from "pneumonia"; "hemroids" sounds as "hemorrhoids"; "osteopor" begins
"osteoporosis". A word that the index knows is never taken for another, short words and words with digits are never
mended, and "hypo" never becomes "hyper".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_ONE_ERROR, _TWO_ERRORS = 5, 7  # letters that a word must have
_HEARD_ERRORS = 0.4  # of its letters: how far a word that sounds alike may differ
_MOST = 60
_SOUND_LETTERS = 4
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
    """The consonants that are heard: `hemroids` and `hemorrhoids` have one sound."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def sounds_of(words: Sequence[str]) -> dict[str, list[int]]:
    """Words by their sound, as places in `words`."""
    found: dict[str, list[int]] = {}
    for n, word in enumerate(words):
        sound = sound_of(word)
        if len(sound) >= _SOUND_LETTERS - 1 and not any(c.isdigit() for c in word):
            found.setdefault(sound, []).append(n)
    return found


def begun(typed: str, words: Sequence[str]) -> range:
    """The places of the words that begin as typed; `words` are sorted."""
    first = bisect_left(words, typed)
    last = bisect_left(words, typed + "\x7f", lo=first)
    return range(first, last)


def meant(typed: str, words: Sequence[str], sounds: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, float]]:
    """Places of the words that may have been meant, each with how sure that is (0 to 1)."""
    if len(typed) < _ONE_ERROR or any(c.isdigit() for c in typed):
        return
    most = 1 if len(typed) < _TWO_ERRORS else 2
    near = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=_MOST)
    closest = min((distance for _, distance, _ in near), default=0)
    for word, distance, place in near:
        if distance == closest and not _opposed(typed, word):
            yield place, 0.9 if distance == 1 else 0.65
    if closest != 1:
        for place in sounds.get(sound_of(typed), ()):
            if OSA.distance(typed, words[place]) <= len(words[place]) * _HEARD_ERRORS:
                yield place, 0.85


def _opposed(typed: str, word: str) -> bool:
    return any(
        (typed.startswith(a) and word.startswith(b)) or (typed.startswith(b) and word.startswith(a))
        for a, b in _OPPOSITES
    )

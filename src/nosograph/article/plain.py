"""Titles in words that a family understands: medical words keep their place and gain plain ones in brackets.

Worked example: "Fracture of neck of right femur" becomes "Fracture (broken bone) of neck of right femur (thigh bone)".
The title itself is never changed, so nothing that it says is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern

from nosograph.lexicons.model import Lexicons, PlainWord

_WORD = pattern(r"[A-Za-z][\w'-]*")
_BRACKETS = pattern(r"[(\[][^()\[\]]*[)\]]")
# Where there are more words than room, what goes wrong and where is explained before how.
_FIRST = {"process": 0, "site": 1, "agent": 2, "procedure": 3, "circumstance": 4, "qualifier": 5}


@dataclass(frozen=True, slots=True)
class _Gloss:
    end: int
    plain: str
    rank: int


class Glosses:
    """The lexicon's plain words, ready to be put into titles. The longest term wins, each is explained once."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: Mapping[str, PlainWord] = {k.lower(): v for k, v in lexicons.plain_words.items()}
        self._starting: dict[str, list[str]] = {}
        for term in sorted(self._words, key=lambda t: (-len(t), t)):
            self._starting.setdefault(term.split()[0].partition("-")[0].rstrip(","), []).append(term)
        # A title is glossed for itself, as a part of a code and in the summaries of all its 7th characters.
        self._remembered = lru_cache(maxsize=50_000)(self._found)

    def glossed(self, text: str, most: int = 3) -> str:
        """The text with at most `most` glosses."""
        found = self._remembered(text)
        if not found:
            return text
        kept = sorted(sorted(found, key=lambda g: (g.rank, g.end))[:most], key=lambda g: g.end)
        out, at = [], 0
        for gloss in kept:
            out.append(f"{text[at : gloss.end]} ({gloss.plain})")
            at = gloss.end
        return "".join(out) + text[at:]

    def _found(self, text: str) -> list[_Gloss]:
        lower = text.lower()
        found: dict[str, _Gloss] = {}
        # Brackets within brackets are hard to read, so what stands in some already is left as it is.
        shut = [m.span() for m in _BRACKETS.finditer(text)]
        at = 0
        for word in _WORD.finditer(lower):
            terms = self._starting.get(word[0].partition("-")[0])  # most words begin no term
            if terms is None or word.start() < at or any(start < word.start() < end for start, end in shut):
                continue
            term = _term_at(lower, word.start(), terms)
            if term is None:
                continue
            at = word.start() + len(term)
            row = self._words[term]
            # What the title explains itself, in words or in brackets, needs no second explanation.
            if row.plain.lower() not in lower and lower[at : at + 2] not in (" [", " ("):
                found.setdefault(row.plain, _Gloss(at, row.plain, _FIRST[row.kind]))
        return list(found.values())


def _term_at(lower: str, start: int, terms: Sequence[str]) -> str | None:
    for term in terms:
        end = start + len(term)
        if lower.startswith(term, start) and (end == len(lower) or not (lower[end].isalnum() or lower[end] in "'-")):
            return term
    return None

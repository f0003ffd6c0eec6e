"""Titles in words that a family understands: medical words keep their place and gain a plain word in brackets.

Worked example: "Fracture of neck of right femur" becomes "Fracture (broken bone) of neck of right femur (thigh bone)".
The title itself is never changed, so nothing that it says is lost.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from nosograph.lexicons.model import Lexicons


class Glosses:
    """The lexicon's plain words, ready to be put into titles. The longest term wins, each is explained once."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._plain: Mapping[str, str] = {k.lower(): v.plain for k, v in lexicons.plain_words.items()}
        self._first: dict[str, list[str]] = {}
        for term in sorted(self._plain, key=lambda t: (-len(t), t)):
            self._first.setdefault(re.split(r"[\s-]", term, maxsplit=1)[0], []).append(term)
        self.glossed = lru_cache(maxsize=20_000)(self._glossed)

    def _glossed(self, text: str, most: int = 3) -> str:
        """The text with at most `most` glosses."""
        out: list[str] = []
        lower = text.lower()
        given: set[str] = set()
        at = 0
        for word in re.finditer(r"[A-Za-z][\w'-]*", text):
            if word.start() < at:
                continue
            term = self._term_at(lower, word.start(), word[0].lower())
            if term is None or len(given) >= most or self._plain[term] in given:
                continue
            plain = self._plain[term]
            end = word.start() + len(term)
            if plain.lower() in lower or lower[end : end + 2] == " [" or lower[end : end + 2] == " (":
                continue
            out.append(f"{text[at:end]} ({plain})")
            given.add(plain)
            at = end
        return "".join(out) + text[at:]

    def _term_at(self, lower: str, start: int, word: str) -> str | None:
        for term in self._first.get(re.split(r"-", word, maxsplit=1)[0], ()):
            end = start + len(term)
            if lower.startswith(term, start) and (
                end == len(lower) or not (lower[end].isalnum() or lower[end] in "'-")
            ):
                return term
        return None

"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975).

Grade 6 is what a child of about twelve reads. Names of diseases, genes and drugs are neutralised by counting a word
with a capital inside a sentence, or of more than `NAME_LETTERS` letters, as two syllables, since a rare name cannot be
replaced by a common word; it is explained where it first stands.
Worked example: "The marrow makes blood." has 1 sentence, 4 words and 5 syllables: grade 0.7.
"""

import re
from dataclasses import dataclass
from functools import cache

NAME_LETTERS = 13
_SENTENCE = re.compile(r"[.!?:;](?=\s|$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouy]+")
# Neighboring vowels that are spoken apart: "bacteria", "serious", "usual", "area", "reaction", "doing".
_HIATUS = re.compile(
    r"(?<![cstg])i(?:a|u)|(?<![cstgl])io|(?<![qg])ua(?!y)|eo(?!p|u)|rea$|dea$|creat|react|[aeiouy]ing$|uiet|diet|(?<![gq])uid$"
)
# An e at the end that is not spoken, as in "makes", "helped" and "whole", but not as in "table", "boxes" and "treated".
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouylsxzcg]|[aeiouy]l)(?<!ch)(?<!sh)es$|(?:[^aeiouytdl]|[aeiouyl]l)ed$|"
    r"[^aeiou]e(?:ly|ment|less|ful)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the grade is computed from; measures of several texts add up."""

    sentences: int
    words: int
    syllables: int

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(
            sentences=self.sentences + other.sentences,
            words=self.words + other.words,
            syllables=self.syllables + other.syllables,
        )

    @property
    def grade(self) -> float:
        """The school grade; 0 for no text."""
        if not self.words:
            return 0.0
        sentences = max(1, self.sentences)
        return 0.39 * self.words / sentences + 11.8 * self.syllables / self.words - 15.59


NOTHING = Measure(sentences=0, words=0, syllables=0)


def measure(text: str) -> Measure:
    """The measure of one text."""
    words = list(_WORD.finditer(text))
    ends = len(_SENTENCE.findall(text))
    return Measure(
        sentences=max(1, ends) if words else 0,
        words=len(words),
        syllables=sum(_counted(w[0], first=_begins(text, w.start())) for w in words),
    )


def words_in(text: str) -> int:
    """How many words a text has, as `measure` counts them; twenty times as fast."""
    return len(_WORD.findall(text))


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here, where a capital is no sign of a name."""
    before = text[max(0, at - 8) : at].rstrip(" \n\"'“‘(")
    return not before or before[-1] in ".!?:;"


@cache
def measured(text: str) -> Measure:
    """The measure of a text that is met again and again, as a statement is on many pages."""
    return measure(text)


def _counted(word: str, *, first: bool) -> int:
    if word[0].isdigit():
        return 1
    name = len(word) > NAME_LETTERS or (not first and any(c.isupper() for c in word))
    return min(2, syllables(word)) if name else syllables(word)


@cache
def syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels; an e that is not spoken does not count."""
    low = re.sub(r"[^a-z]", "", word.lower())
    if not low:
        return 1
    count = len(_VOWELS.findall(low)) + len(_HIATUS.findall(low))
    if count > 1 and _SILENT.search(low):
        count -= 1
    return max(1, count)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if s]

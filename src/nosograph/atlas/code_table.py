"""The billable codes as a table of codes and names, in which words and beginnings of words are found at once.

It is made from the titles when it is first asked, and kept as flat arrays: for each word, in the order of the alphabet,
the rows that have it. Words that begin alike are neighbors, so their rows are one slice.
Worked example: `table.name_begins("myelomono")` marks the rows of all codes with such a word, C93.32 among them.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nosograph.icd10cm.spelling import undotted

Rows = Callable[..., list[Any]]
Marks = NDArray[np.bool_]
Numbers = NDArray[np.int32]

_BILLABLE = "SELECT id, code, title FROM entry WHERE billable ORDER BY id"
_SOME = "SELECT id, code, title FROM entry WHERE id IN ({})"
_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_AFTER = "\uffff"  # stands behind every character of a word
_ASIDE = "vwxyzop"  # outside causes, circumstances, pregnancy and birth
_AT_ONCE = 900  # ids in one question to SQLite


def folded(text: str) -> str:
    """A text as it is compared: small letters, without accents and possessives."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _POSSESSIVE.sub("", plain)


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(folded(text.replace("’", "'")))


class CodeTable:
    """The table. A row is a number from 0; `marks` have one truth value for each row.

    `bands` say how common a category is (0 is most common); `rows` runs SQL in the calling thread. For each row,
    `first_words` is the number of the name's first word, `lengths` how many words it has, and the code signs.
    """

    def __init__(self, rows: Rows, bands: Mapping[str, int]) -> None:
        self._rows = rows
        rarest = max(bands.values(), default=0)  # what no row tells of is rare
        codes: list[str] = []
        ids, flat_words, flat_rows, firsts = array("i"), array("i"), array("i"), array("i")
        known: dict[str, int] = {}
        parts: dict[str, list[int]] = {}  # "initial encounter for closed fracture" comes thousands of times
        for row, (ident, code, title) in enumerate(rows(_BILLABLE)):
            ids.append(ident)
            codes.append(undotted(code).lower())
            numbers: list[int] = []
            for part in title.split(", "):
                if part not in parts:
                    parts[part] = [known.setdefault(word, len(known)) for word in words_of(part)]
                numbers += parts[part]
            firsts.append(numbers[0] if numbers else -1)
            for number in dict.fromkeys(numbers):
                flat_words.append(number)
                flat_rows.append(row)
        self.size = len(codes)
        self._ids = np.array(ids, dtype=np.int32)
        self._words = sorted(known)
        places = np.empty(len(known) + 1, dtype=np.int32)  # the last is for a title without words
        places[[known[word] for word in self._words]] = np.arange(len(known), dtype=np.int32)
        places[-1] = -1
        word_places = places[np.array(flat_words, dtype=np.int32)]
        order = np.argsort(word_places, kind="stable")
        self._postings = np.array(flat_rows, dtype=np.int32)[order]
        self._starts = np.searchsorted(word_places[order], np.arange(len(known) + 1)).astype(np.int32)
        self.first_words: Numbers = places[np.array(firsts, dtype=np.int32)]
        self.lengths: Numbers = _lengths(codes, np.bincount(flat_rows, minlength=self.size).tolist())
        self.bands: Numbers = np.array([_band(code, bands, rarest) for code in codes], dtype=np.int32)
        self._code_rows = np.array(sorted(range(self.size), key=codes.__getitem__), dtype=np.int32)
        self._codes = [codes[row] for row in self._code_rows.tolist()]

    def none(self) -> Marks:
        """Marks on no row."""
        return np.zeros(self.size, dtype=np.bool_)

    def code_is(self, code: str) -> Marks:
        """The row of one code, with or without its point."""
        return self._code_marks(undotted(code).lower(), "")

    def code_begins(self, beginning: str) -> Marks:
        """The rows whose codes begin so, with or without a point."""
        return self._code_marks(undotted(beginning).lower(), _AFTER)

    def _code_marks(self, text: str, end: str) -> Marks:
        marks = self.none()
        first = bisect_left(self._codes, text)
        last = bisect_left(self._codes, text + (end or "\0"))
        marks[self._code_rows[first:last]] = True
        return marks

    def span(self, beginning: str) -> tuple[int, int]:
        """The words that begin so, as a range of their numbers, the end not included."""
        return bisect_left(self._words, beginning), bisect_left(self._words, beginning + _AFTER)

    def name_begins(self, beginning: str) -> Marks:
        """The rows that have a word which begins so. The beginning is one word, folded."""
        return self._name_marks(*self.span(beginning))

    def name_has(self, word: str) -> Marks:
        """The rows that have the whole word, folded."""
        return self._name_marks(bisect_left(self._words, word), bisect_left(self._words, word + "\0"))

    def _name_marks(self, first: int, last: int) -> Marks:
        marks = self.none()
        marks[self._postings[self._starts[first] : self._starts[last]]] = True
        return marks

    def told(self, rows: Sequence[int]) -> list[tuple[str, str]]:
        """Code and name of some rows, in their order."""
        ids = [int(self._ids[row]) for row in rows]
        found: dict[int, tuple[str, str]] = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            for ident, code, title in self._rows(_SOME.format(",".join("?" * len(some))), *some):
                found[ident] = (code, title)
        return [found[ident] for ident in ids]


def _band(code: str, bands: Mapping[str, int], rarest: int) -> int:
    """How common the category is; chapters of causes and circumstances stand behind the illnesses themselves."""
    return bands.get(code[:3].upper(), rarest) + (rarest if code[0] in _ASIDE else 0)


def _lengths(codes: Sequence[str], words: Sequence[int]) -> Numbers:
    """How much a code and its name hold; the same for codes that stand side by side, which then come in their order."""
    shortest: dict[str, int] = {}
    for code, count in zip(codes, words, strict=True):
        told = count + len(code[:6])
        shortest[_beside(code)] = min(told, shortest.get(_beside(code), told))
    return np.array([shortest[_beside(code)] for code in codes], dtype=np.int32)


def _beside(code: str) -> str:
    """What codes beside each other share: C93.30 to C93.32, and S72.001A to S72.001S."""
    return code[:6] if len(code) > 6 else code[:4]

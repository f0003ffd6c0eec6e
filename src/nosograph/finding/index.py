"""The index of an atlas: which names have which words, and which entries stand in which surroundings.

It is made of flat arrays, so that it opens in no time and a query touches only the words that were asked.
A `Postings` says for each token which rows have it; rows are names, or entries.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]
Small = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """For the token with number `n`: the rows `rows[starts[n]:starts[n + 1]]`, each with its share (0 to 100)."""

    starts: Numbers
    rows: Numbers
    shares: Small

    def of(self, token: int) -> tuple[Numbers, Small]:
        """The rows of a token, and how far each has it."""
        here = slice(self.starts[token], self.starts[token + 1])
        return self.rows[here], self.shares[here]


@dataclass(frozen=True, kw_only=True)
class Index:
    """Everything that a search needs. Entries are numbered in the order of the release, as `keys` has them.

    `tokens` are stems and, as `axis:id`, what the lexicons know ("site:kidney"); `weights` say how telling each is.
    `firsts` has for each entry the number of its first name, which is its title; `totals` what a name's tokens weigh.
    `words` are the words of all names as they are spelled, sorted, each with the number of its stem and of its names.
    `phrases` lead from stems, with blanks between, to tokens of the lexicons; `rewrites` from what people say to what
    titles say, `synonyms` where that is one word, to its stem. `groups` numbers entries that differ in nothing but a
    side: the number is that of the entry that stands for all; `sides` is 0 for none, else an index into SIDES. `bands`
    say how common a category is.
    """

    keys: Sequence[str]
    tokens: Sequence[str]
    weights: Weights
    names: Postings
    context: Postings
    name_entries: Numbers
    name_kinds: Small
    firsts: Numbers
    totals: Weights
    words: Sequence[str]
    word_stems: Numbers
    word_counts: Numbers
    phrases: Mapping[str, Sequence[str]]
    synonyms: Mapping[str, Sequence[str]]
    rewrites: Mapping[str, Sequence[str]]
    groups: Numbers
    sides: Small
    bands: Small
    depths: Small

    @cached_property
    def token_numbers(self) -> dict[str, int]:
        """The number of each token."""
        return {token: number for number, token in enumerate(self.tokens)}

    def side_of(self, entry: int) -> str:
        """The side of an entry, one of SIDES."""
        return SIDES[self.sides[entry]]

    def has_word(self, word: str) -> bool:
        """Whether some name has the word just as it is spelled."""
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word


WIDER = "~"
"""Before a token of `phrases` that is wider than what the phrase says."""

SIDES = ("", "right", "left", "bilateral", "unspecified")

_ARRAYS: Mapping[str, Any] = {
    "weights": np.float32, "name_entries": np.int32, "name_kinds": np.uint8, "firsts": np.int32, "totals": np.float32,
    "word_stems": np.int32, "word_counts": np.int32, "groups": np.int32, "sides": np.uint8, "bands": np.uint8,
    "depths": np.uint8,
}  # fmt: skip
_LISTS = ("keys", "tokens", "words")
_TABLES = ("phrases", "synonyms", "rewrites")
_POSTINGS = ("names", "context")


def packed_index(index: Index) -> dict[str, bytes]:
    """The index as named bytes, the same for the same index on every machine."""
    out = {name: _bytes(getattr(index, name), kind) for name, kind in _ARRAYS.items()}
    out |= {name: "\n".join(getattr(index, name)).encode() for name in _LISTS}
    out |= {
        name: json.dumps(dict(getattr(index, name)), sort_keys=True, separators=(",", ":")).encode() for name in _TABLES
    }
    for name in _POSTINGS:
        postings: Postings = getattr(index, name)
        out[f"{name}.starts"] = _bytes(postings.starts, np.int32)
        out[f"{name}.rows"] = _bytes(postings.rows, np.int32)
        out[f"{name}.shares"] = _bytes(postings.shares, np.uint8)
    return out


def opened_index(stored: Mapping[str, bytes]) -> Index:
    """The index from its bytes."""
    values: dict[str, Any] = {name: _array(stored[name], kind) for name, kind in _ARRAYS.items()}
    values |= {name: stored[name].decode().split("\n") if stored[name] else [] for name in _LISTS}
    values |= {name: json.loads(stored[name]) for name in _TABLES}
    for name in _POSTINGS:
        values[name] = Postings(
            starts=_array(stored[f"{name}.starts"], np.int32),
            rows=_array(stored[f"{name}.rows"], np.int32),
            shares=_array(stored[f"{name}.shares"], np.uint8),
        )
    return Index(**values)


def _bytes(array: NDArray[Any], kind: Any) -> bytes:
    return np.ascontiguousarray(array, dtype=np.dtype(kind).newbyteorder("<")).tobytes()


def _array(stored: bytes, kind: Any) -> NDArray[Any]:
    return np.frombuffer(stored, dtype=np.dtype(kind).newbyteorder("<"))

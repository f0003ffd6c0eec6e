"""Ranks entries for what was asked.

Fit is how much of the question an entry and its surroundings say, and how well one of its names agrees with it; an
entry that says the opposite of what was asked (left for right, type 1 for type 2) loses. The rank is a readable tuple:
fit in steps, then how common the category is, then how far down the hierarchy, then the order of the release.
Worked example: "asthma" fits J45 and J45.909 alike by words; J45 stands higher and comes first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from nosograph.finding.asking import Question, questions
from nosograph.finding.index import SIDES, Index, Numbers, Weights
from nosograph.finding.misspelling import Speller, begun
from nosograph.finding.naming import NameKind
from nosograph.finding.words import stem_of, words_of

_SAID, _AGREES = 0.6, 0.4  # parts of fit: what the entry says with its surroundings, and its best name alone
_STEP = 0.02  # fits that differ by less are one, and commonness decides
_OPPOSED = 0.3
_SIDE_NOT_ASKED = 0.1
_LEAST = 0.35  # of the question that a result must say
_BEHIND = 0.65  # of the best fit that a result must have
_CANDIDATES = 90
_SPARE = 4  # times what is wanted: entries of one group fall together
_SHORTEST_MENDED = 4
_ALIKE = 65  # of 100: how alike a spelling that is offered must be
_ASIDE = 0.05  # what chapters, blocks, circumstances, pregnancy and outside causes lose beside the illness itself
_ASIDE_CHAPTERS = "VWXYZOP"
_BY_KIND = dict.fromkeys(NameKind, 1.0) | {NameKind.POINTED: 0.93, NameKind.INDEX: 1.0}
_OPPOSITES = tuple(
    (stem_of(a), stem_of(b))
    for a, b in (
        ("acute", "chronic"), ("upper", "lower"), ("anterior", "posterior"), ("internal", "external"),
        ("male", "female"), ("medial", "lateral"), ("open", "closed"), ("benign", "malignant"), ("with", "without"),
        ("congenital", "acquired"), ("displaced", "nondisplaced"), ("mother", "newborn"),
    )
)  # fmt: skip
_SERIES = (tuple("12345"), tuple("abcde"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One entry that was found, by its number in the index, and why.

    `rank` is what it was sorted by, `name` the number of the name that agrees best. `chief` is the entry that stands
    for all that differ from this one in a side alone.
    """

    entry: int
    chief: int
    name: int
    rank: tuple[float, int, int, int]
    said: float
    agrees: float
    instead_of: str | None


class Finder:
    """Answers questions from one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._speller = Speller(index.words)
        kinds = np.array([_BY_KIND[kind] for kind in NameKind], dtype=np.float32)
        self._by_kind = kinds[index.name_kinds]
        self._ends = np.append(index.firsts[1:], len(index.name_entries))
        # What is taken from an entry of one side where no side was asked for; from others nothing.
        self._of_one_side: Weights = np.isin(index.sides, (1, 2, 3)) * np.float32(_SIDE_NOT_ASKED)
        self._aside: Weights = np.array(
            [_ASIDE if key[0] in _ASIDE_CHAPTERS or "-" in key or key.isdigit() else 0 for key in index.keys],
            dtype=np.float32,
        )
        self._prior = index.bands * np.float32(0.008) + index.depths * np.float32(0.002)
        self._titles: dict[int, Numbers] = {}
        self._opposites = [
            (index.token_numbers[a], index.token_numbers[b])
            for pair in _OPPOSITES
            for a, b in (pair, pair[::-1])
            if a in index.token_numbers and b in index.token_numbers
        ]

    def find(self, text: str, limit: int) -> list[Found]:
        """The best entries, no two of which differ in a side alone."""
        best: dict[int, Found] = {}
        for question in questions(text, self._index, self._speller):
            for found in self._answer(question, limit * _SPARE + _SPARE):
                if found.chief not in best or found.rank < best[found.chief].rank:
                    best[found.chief] = found
        ranked = sorted(best.values(), key=lambda f: f.rank)
        return [f for f in ranked if f.rank[0] <= ranked[0].rank[0] * _BEHIND][:limit]

    def spelled(self, text: str) -> str:
        """The text with each unknown word as the index spells what comes nearest; empty where nothing does."""
        words = words_of(text)
        told = [self._nearest(word) for word in words]
        return " ".join(told) if told != words else ""

    def _nearest(self, word: str) -> str:
        words = self._index.words
        if len(word) < _SHORTEST_MENDED or self._index.has_word(word) or begun(word, words):
            return word
        near = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return str(near[0]) if near else word

    def _answer(self, question: Question, most: int) -> Iterator[Found]:
        """The best entries for one reading of the question, `most` at most, in no order."""
        index = self._index
        if not any(unit.tokens for unit in question.units):
            return
        said, named = self._matched(question)
        agree, best = self._agreeing(named, question.weight)
        fit = _SAID * said + _AGREES * best - self._aside
        self._lessen(fit, question)
        count = min(_CANDIDATES, len(fit) - 1)
        near = np.argpartition(self._prior - fit, count)[:count]
        near = near[said[near] >= _LEAST]
        steps = np.rint(fit[near] / _STEP)
        kept = near[np.lexsort((near, index.depths[near], index.bands[near], -steps))[:most]]
        firsts, ends = index.firsts[kept].tolist(), self._ends[kept].tolist()
        values = (kept, index.groups[kept], index.bands[kept], index.depths[kept], fit[kept], said[kept], best[kept])
        rows = zip(*(value.tolist() for value in values), strict=True)
        for first, end, (entry, chief, band, depth, fits, says, agrees) in zip(firsts, ends, rows, strict=True):
            yield Found(
                entry=entry, chief=chief, name=first + int(agree[first:end].argmax()) if end - first > 1 else first,
                rank=(-round(fits / _STEP) * _STEP, band, depth, entry), said=says, agrees=agrees,
                instead_of=question.instead_of,
            )  # fmt: skip

    def _agreeing(self, named: Weights, weight: float) -> tuple[Weights, Weights]:
        """How well each name agrees with the question (the harmonic mean of asked and told), and the best by entry."""
        index = self._index
        agree, best = np.zeros_like(named), np.zeros(len(index.keys), dtype=np.float32)
        some = np.flatnonzero(named)
        asked = named[some]
        told = np.minimum(asked * np.float32(weight) / index.totals[some], np.float32(1))
        agree[some] = 2 * asked * told / (asked + told) * self._by_kind[some]
        np.maximum.at(best, index.name_entries[some], agree[some])
        return agree, best

    def _matched(self, question: Question) -> tuple[Weights, Weights]:
        """How much of the question each entry says with its surroundings, and each name alone (0 to 1)."""
        index = self._index
        said = np.zeros(len(index.keys), dtype=np.float32)
        named = np.zeros(len(index.name_entries), dtype=np.float32)
        for unit in question.units:
            part = unit.weight / question.weight
            if len(unit.tokens) == 1:
                ((token, sure),) = unit.tokens.items()
                rows, shares = index.context.of(token)
                said[rows] += shares * np.float32(part * sure / 100)
                rows, _ = index.names.of(token)
                named[rows] += np.float32(part * sure)
                continue
            around, own = np.zeros_like(said), np.zeros_like(named)
            for token, sure in unit.tokens.items():
                rows, shares = index.context.of(token)
                around[rows] = np.maximum(around[rows], shares * np.float32(part * sure / 100))
                rows, _ = index.names.of(token)
                if len(rows):
                    own[rows] = np.maximum(own[rows], np.float32(part * sure))
            said += around
            named += own
        return said, named

    def _lessen(self, fit: Weights, question: Question) -> None:
        """Takes from the fit of entries that say the opposite of what was asked, or a side that was not."""
        asked = {token for unit in question.units for token, sure in unit.tokens.items() if sure == 1.0}
        sides = {SIDES.index(unit.word) for unit in question.units if unit.word in SIDES[1:4]}
        if sides:
            fit[np.isin(self._index.sides, [n for n in (1, 2, 3) if n not in sides])] -= _OPPOSED
        else:
            fit -= self._of_one_side
        for mine, other in self._against(asked):
            against = self._titled(other)
            fit[against] -= _OPPOSED
            both = self._titled(mine)
            fit[both[np.isin(both, against, assume_unique=True)]] += _OPPOSED

    def _against(self, asked: set[int]) -> Iterator[tuple[int, int]]:
        for mine, other in self._opposites:
            if mine in asked and other not in asked:
                yield mine, other
        numbers = self._index.token_numbers
        for series in _SERIES:
            tokens = [numbers[t] for t in series if t in numbers]
            for mine in asked.intersection(tokens):
                for other in tokens:
                    if other not in asked:
                        yield mine, other

    def _titled(self, token: int) -> Numbers:
        """Entries whose title has a token."""
        if token not in self._titles:
            index = self._index
            rows, _ = index.names.of(token)
            self._titles[token] = index.name_entries[rows[index.name_kinds[rows] == NameKind.TITLE]]
        return self._titles[token]

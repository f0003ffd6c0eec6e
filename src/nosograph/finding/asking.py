"""What was asked, as units: each a word with all tokens of the index that may stand for it.

Worked example: "renal tumour" has the units `renal` (the stem, and the site kidney) and `tumor` (the stem, and the
process neoplasm).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from nosograph.finding.index import WIDER, Index
from nosograph.finding.misspelling import Speller, begun
from nosograph.finding.words import EMPTY, american, typed_stem, words_of

_LONGEST_PHRASE = 6
_MOST_WAYS = 2
_MOST_WORDS = 16
_MOST_BEGUN = 80
_SHORTEST_BEGUN, _SHORTEST_LAST = 3, 2  # letters of a word that may be a beginning; of the last word
_KNOWN = 0.95  # how sure a word of the lexicons stands for its site, process or agent
_WIDER = 0.7  # or for what is wider: anticoagulants for warfarin
_UNFINISHED = 0.9
_UNKNOWN_WEIGHT = 3.0
_ASIDES = frozenset(
    (
        "i", "my", "me", "we", "have", "has", "had", "get", "got", "gets", "am", "are", "was", "were", "it", "its",
        "this", "that", "what", "who", "can", "cant", "do", "does",
    )
)  # fmt: skip
Meant = Callable[[str], Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One word that was asked, its weight, and the tokens that may stand for it, each with how sure that is."""

    word: str
    weight: float
    tokens: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked: its units, and the phrase that was put in the place of another, if any ("heart attack")."""

    units: tuple[Unit, ...]
    instead_of: str | None = None

    @property
    def weight(self) -> float:
        """What all units weigh together."""
        return sum(unit.weight for unit in self.units)


def questions(text: str, index: Index, speller: Speller) -> Iterator[Question]:
    """The question as it was typed, and with what people say replaced by what it means."""
    words = words_of(text)[:_MOST_WORDS]
    finished = text[-1:].isspace()
    meant = cache(speller.meant)  # for this one question, whose readings share most words; then it is forgotten
    yield Question(units=_units(words, index, meant, finished=finished))
    for there, said, whole in _rewritten(words, index):
        yield Question(units=_units(there, index, meant, finished=finished or whole), instead_of=said)


def _rewritten(words: Sequence[str], index: Index) -> Iterator[tuple[list[str], str, bool]]:
    """The words with every phrase replaced that people say for another, in up to a few ways.

    Longer phrases go first, and none that overlap. With each: what was replaced, and whether that was at the end.
    """
    stems = [typed_stem(word) for word in words]
    found: dict[int, tuple[int, Sequence[str]]] = {}
    taken: set[int] = set()
    for start, stop in _stretches(len(words)):
        means = index.rewrites.get(" ".join(stems[start:stop]))
        if means and taken.isdisjoint(range(start, stop)):
            found[start] = (stop, means)
            taken.update(range(start, stop))
    if not found:
        return
    said = ", ".join(" ".join(words[start:stop]) for start, (stop, _) in sorted(found.items()))
    ways = islice(product(*(means for _, (_, means) in sorted(found.items()))), _MOST_WAYS)
    for way in ways:
        there: list[str] = []
        place = 0
        for (start, (stop, _)), meaning in zip(sorted(found.items()), way, strict=True):
            there += [*words[place:start], *words_of(meaning)]
            place = stop
        yield [*there, *words[place:]], said, place == len(words)


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Stretches of words, the longest first."""
    for size in range(min(length, _LONGEST_PHRASE), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _units(words: Sequence[str], index: Index, meant: Meant, *, finished: bool) -> tuple[Unit, ...]:
    numbers = index.token_numbers
    stems = [typed_stem(word) for word in words]
    known = _known(stems, index)
    units: list[Unit] = []
    for place, (word, stem) in enumerate(zip(words, stems, strict=True)):
        unfinished = place == len(words) - 1 and not finished
        if (stem in EMPTY or word in _ASIDES) and not (unfinished and units):
            continue
        tokens: dict[int, float] = {}
        number = numbers.get(stem)
        if number is not None:
            tokens[number] = 1.0
        if len(word) >= (_SHORTEST_LAST if unfinished else _SHORTEST_BEGUN) and (number is None or unfinished):
            for n, sure in _begun(american(word), index, sure=_UNFINISHED if number is None else 0.7):
                tokens.setdefault(n, sure)
        if not index.has_word(american(word)) and not known[place] and (number is not None or not tokens):
            for n, sure in meant(american(word)):
                tokens[int(index.word_stems[n])] = max(sure, tokens.get(int(index.word_stems[n]), 0))
        weight = (
            float(index.weights[number])
            if number is not None
            else min((float(index.weights[n]) for n in tokens), default=_UNKNOWN_WEIGHT)
        )
        # What is named itself goes before what is only wider: where both are, the order of a set would decide.
        for token in sorted(known[place], key=lambda t: (t.startswith(WIDER), t)):
            sure = _WIDER if token.startswith(WIDER) else _KNOWN
            tokens.setdefault(numbers[token.removeprefix(WIDER)], sure)
        units.append(Unit(word=word, weight=weight, tokens=tokens))
    return tuple(units)


def _begun(word: str, index: Index, *, sure: float) -> Iterator[tuple[int, float]]:
    places = begun(word, index.words)
    most = sorted(places, key=lambda n: -index.word_counts[n])[:_MOST_BEGUN] if len(places) > _MOST_BEGUN else places
    for n in most:
        yield int(index.word_stems[n]), sure


def _known(stems: Sequence[str], index: Index) -> list[set[str]]:
    """For each word the sites, processes and agents that a phrase around it names."""
    found: list[set[str]] = [set() for _ in stems]
    for start, stop in _stretches(len(stems)):
        phrase = " ".join(stems[start:stop])
        for token in (*index.phrases.get(phrase, ()), *index.synonyms.get(phrase, ())):
            if token.removeprefix(WIDER) in index.token_numbers:
                for place in range(start, stop):
                    found[place].add(token)
    return found

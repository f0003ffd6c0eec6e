"""Find the lexicons' words in a title: the longest phrase wins, a phrase that is trusted only here goes before others.

Titles and words are compared token by token: in lower case, without punctuation, in the singular ("fractures" is
`fracture`). "Right", "left", "unspecified" and the like may stand inside a phrase without breaking it: "shaft of right
femur" holds `shaft of femur`.

Grammar of a word in a lexicon cell: `cervical` holds everywhere; `cervical@M40-M54,S12` only for the codes in those
ranges and below them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\.\d+)?")
_PLURAL_MARK = re.compile(r"\((?:e?s|ies)\)")
_BREAK = re.compile(r"[,;()\[\]]")
_SYNONYM = "["  # the tabular list puts other names of the whole condition into square brackets
_KEEP_S = ("ss", "us", "is")
_LONG = ("sses", "xes", "shes")
# These may stand inside a phrase: they are read by themselves, as side, or as what the title leaves open.
STEPPED_OVER = frozenset({"right", "left", "bilateral", "unilateral", "unspecified", "other", "specified", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a title: its comparable form, where it stands, and whether a comma or bracket stands before it.

    `opens_synonym` is whether that is a square bracket, which holds another name of the whole.
    """

    form: str
    start: int
    end: int
    after_break: bool
    opens_synonym: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a lexicon as its cell has it: the text, and the undotted ranges it is trusted in (none: everywhere)."""

    text: str
    ranges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase stands for: the term `id` on an axis ("sites", "processes", "agents", ...)."""

    axis: str
    id: str
    ranges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase that was found: its meaning, and the tokens from `first` up to, not including, `last`."""

    meaning: Meaning
    first: int
    last: int


@dataclass(slots=True)
class _Node:
    after: dict[str, "_Node"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class PhraseTable:
    """All words of all lexicons, ready for lookup."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, word: Word, axis: str, ident: str) -> Meaning | None:
        """Enter a word. The meaning that stands there already for the same codes is given back, and kept."""
        node = self._root
        for token in tokens_of(word.text):
            node = node.after.setdefault(token.form, _Node())
        for other in node.meanings:
            if _shared(other.ranges, word.ranges):
                return other
        node.meanings.append(Meaning(axis=axis, id=ident, ranges=word.ranges))
        node.meanings.sort(key=lambda m: not m.ranges)  # what is trusted only here goes first
        return None

    def find(self, tokens: Sequence[Token], code: str) -> Iterator[Phrase]:
        """The phrases of a title, in its order; `code` is undotted."""
        at = 0
        while at < len(tokens):
            found = self._longest(tokens, at, code)
            if found:
                yield found
                at = found.last
            else:
                at += 1

    def _longest(self, tokens: Sequence[Token], first: int, code: str) -> Phrase | None:
        node = self._root.after.get(tokens[first].form)
        return self._grown(node, tokens, first, first + 1, code) if node else None

    def _grown(self, node: _Node, tokens: Sequence[Token], first: int, at: int, code: str) -> Phrase | None:
        """The longest phrase that begins as `node` does, of which the tokens before `at` are read."""
        best = None
        for meaning in node.meanings:
            if not meaning.ranges or any(a <= code and code[: len(b)] <= b for a, b in meaning.ranges):
                best = Phrase(meaning=meaning, first=first, last=at)
                break
        over = at
        while over < len(tokens):
            following = node.after.get(tokens[over].form)
            longer = self._grown(following, tokens, first, over + 1, code) if following else None
            if longer and (best is None or longer.last > best.last):
                best = longer
            if tokens[over].form not in STEPPED_OVER:
                break
            over += 1
        return best


def _shared(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> bool:
    if not one or not other:
        return not one and not other
    return any(a <= d and c <= b for a, b in one for c, d in other)


def tokens_of(title: str) -> list[Token]:
    """The tokens of a title. A plural mark in parentheses, as in "bone(s)", is left out."""
    hidden = _PLURAL_MARK.sub(lambda m: " " * len(m[0]), title)
    out: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(hidden):
        gap = hidden[end : match.start()]
        out.append(
            Token(
                form=singular(match[0].lower()),
                start=match.start(),
                end=match.end(),
                after_break=bool(out) and bool(_BREAK.search(gap)),
                opens_synonym=_SYNONYM in gap,
            )
        )
        end = match.end()
    return out


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A word as it is compared: without the ending of a plural, the same for titles and lexicons.

    What is made need not be a word ("herpes" gives `herpe`); it only has to be the same on both sides.
    """
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEEP_S):
        if word.endswith("ies") and len(word) > 4:
            return f"{word[:-3]}y"
        word = word[:-2] if word.endswith(_LONG) else word[:-1]
    # "headaches" must meet "headache", and "branches" must meet "branch"
    return word[:-1] if word.endswith("che") else word

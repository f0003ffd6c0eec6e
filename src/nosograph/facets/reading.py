"""Read a title as a doctor does: what it is about, what comes with it, what it comes from, and what is left over.

The title is cut where a connector stands ("with", "due to", "in"). What stands before the first is what the title is
about (its head). After a comma a place of the body belongs to the head again: in "arthritis due to other bacteria,
right wrist" the wrist is where the arthritis is. Square brackets hold another name of the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nosograph.lexicons.model import Lexicons
from nosograph.lexicons.phrases import tokens_of

HEAD = "head"
_JOINING = frozenset({"and", "or"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A term of a lexicon that stands in the title: its axis and id, its words, and the role of its part of the title.

    `after_break` is true for what follows a comma or bracket within its part, `listed` for what "and" or "or"
    joins to the term before it.
    """

    axis: str
    id: str
    words: str
    role: str
    after_break: bool
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the lexicons know of a title, in its order, and the tokens that they do not know."""

    found: tuple[Found, ...]
    left: tuple[str, ...]

    def of(self, axis: str, *roles: str) -> Iterator[Found]:
        """What was found on an axis, in these parts of the title (all parts where none is named)."""
        return (f for f in self.found if f.axis == axis and (not roles or f.role in roles))


def read_title(title: str, code: str, lexicons: Lexicons, taken: list[tuple[int, int]]) -> Reading:
    """The reading of one title; `code` is undotted, `taken` are the spans that closed vocabularies have read."""
    tokens = tokens_of(title)
    found: list[Found] = []
    known = [False] * len(tokens)
    for start, end in taken:
        known = [k or (start <= t.start and t.end <= end) for k, t in zip(known, tokens, strict=True)]
    breaks = [t.after_break for t in tokens]
    synonyms = [t.opens_synonym for t in tokens]
    joins = [t.form in _JOINING for t in tokens]
    role, broken = HEAD, False
    at = before = 0
    for phrase in lexicons.phrases.find(tokens, code):
        first, last = phrase.first, phrase.last
        broken = broken or True in breaks[at : first + 1]
        if True in synonyms[at : first + 1]:
            role = HEAD
        known[first:last] = [True] * (last - first)
        axis, ident = phrase.meaning.axis, phrase.meaning.id
        if axis == "connectors":
            role, broken = lexicons.connectors[ident].role, False
        elif axis != "empty_words":
            listed = bool(found) and True in joins[before:first]
            words = title[tokens[first].start : tokens[last - 1].end]
            found.append(Found(axis=axis, id=ident, words=words, role=role, after_break=broken, listed=listed))
            before = last
        broken = broken or True in breaks[first + 1 : last]
        at = last
    left = tuple(title[t.start : t.end] for t, k in zip(tokens, known, strict=True) if not k)
    return Reading(found=tuple(found), left=left)

"""Read a title as a doctor does: what it is about, what comes with it, what it comes from, and what is left over.

The title is cut where a connector stands ("with", "due to", "in"). What stands before the first is what the title is
about (its head). After a comma a place of the body belongs to the head again: in "arthritis due to other bacteria,
right wrist" the wrist is where the arthritis is. Square brackets hold another name of the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nosograph.lexicons.model import Lexicons
from nosograph.lexicons.phrases import Phrase, Token, tokens_of

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
    covered = [any(start <= t.start and t.end <= end for start, end in taken) for t in tokens]
    role, broken = HEAD, False
    at = before = 0
    for phrase in lexicons.phrases.find(tokens, code):
        broken = broken or any(t.after_break for t in tokens[at : phrase.first + 1])
        if any(t.opens_synonym for t in tokens[at : phrase.first + 1]):
            role = HEAD
        covered[phrase.first : phrase.last] = [True] * (phrase.last - phrase.first)
        axis, ident = phrase.meaning.axis, phrase.meaning.id
        if axis == "connectors":
            role, broken = lexicons.connectors[ident].role, False
        elif axis != "empty_words":
            between = tokens[before : phrase.first]
            listed = any(t.form in _JOINING for t in between)
            found.append(
                Found(
                    axis=axis, id=ident, words=_words(title, tokens, phrase), role=role, after_break=broken,
                    listed=bool(found) and listed,
                )
            )  # fmt: skip
            before = phrase.last
        broken = broken or any(t.after_break for t in tokens[phrase.first + 1 : phrase.last])
        at = phrase.last
    left = tuple(title[t.start : t.end] for t, known in zip(tokens, covered, strict=True) if not known)
    return Reading(found=tuple(found), left=left)


def _words(title: str, tokens: list[Token], phrase: Phrase) -> str:
    return title[tokens[phrase.first].start : tokens[phrase.last - 1].end]

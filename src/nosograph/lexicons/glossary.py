"""Every term that the lexicons explain, for a reader to look up: medical words of titles, parts of the body, processes.

Worked example: "abdomen" is the belly; "renal" stands with what it means; what is called the same by everyone is left
out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nosograph.lexicons.model import Lexicons


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A term and what it means in plain words."""

    term: str
    plain: str


def glossary(lexicons: Lexicons) -> tuple[GlossaryTerm, ...]:
    """All explained terms by the alphabet, each once; the inline glosses of articles come first."""
    found: dict[str, str] = {}
    for term, plain in _explained(lexicons):
        if term.lower() != plain.lower():
            found.setdefault(term.lower(), plain)
    return tuple(GlossaryTerm(term=term, plain=found[term]) for term in sorted(found))


def _explained(lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    yield from ((word.term, word.plain) for word in lexicons.plain_words.values())
    for table in (lexicons.sites, lexicons.processes, lexicons.agents):
        yield from ((term.label, term.everyday) for term in table.values())

"""Statements in the order and form in which a page shows them, and the sources that they cite, numbered.

Worked example: five statements of the section "What it is", two true of this code and three of this condition, become
two groups; the first source that is cited gets the number 1. Only what this reader may see is counted, so that a
visitor's list of sources has no gaps and names nothing that only members are told.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from nosograph.article.access import SeenArticle, SeenSection
from nosograph.article.acts import sign_of
from nosograph.article.brief import brief_of
from nosograph.knowledge.model import Source, Statement
from nosograph.web.presenting.model import Claim, Gate, Group, SectionView, ShortPoint, SourceView

LISTED = frozenset({"symptoms", "supportive-care", "questions", "safety"})
"""Sections that are read as points rather than as a story."""

ACTS = frozenset({"supportive-care", "safety"})
"""Sections of what one can do: a picture beside a point says what, to those who read little."""

LONGEST_PARAGRAPH = 3
"""Sentences in a paragraph at most (plain-language guidance; see the content standards on chunking)."""

SCOPES = {
    "this code": "This code",
    "this condition": "This condition",
    "this kind of problem": "This kind of problem",
    "this part of the body": "This part of the body",
    "this kind of entry": "Codes of this kind",
}


class Numbering:
    """Gives each cited source a number in order of first use, and remembers where in it the claims stand."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._where: dict[str, dict[str, str]] = {}

    def claim(self, statement: Statement) -> Claim:
        """The statement with the numbers of its sources."""
        numbers = []
        for citation in statement.citations:
            places = self._where.setdefault(citation.source, {})
            for place in citation.where.split(";"):
                if place.strip():
                    places.setdefault(place.strip().lower(), place.strip())
            number = str(list(self._where).index(citation.source) + 1)
            if number not in numbers:
                numbers.append(number)
        return Claim(text=statement.text, numbers=tuple(numbers))

    def listed(self) -> tuple[SourceView, ...]:
        """The sources cited so far."""
        return tuple(
            _listed(str(number), self._sources[id_], tuple(places.values()))
            for number, (id_, places) in enumerate(self._where.items(), start=1)
        )


def _listed(number: str, source: Source, where: tuple[str, ...]) -> SourceView:
    return SourceView(
        number=number,
        title=source.title,
        publisher=source.publisher,
        year=str(source.year),
        url=source.url if source.linked else "",
        copied_at="" if source.linked else source.site,
        where=where,
    )


def sections(seen: SeenArticle, numbering: Numbering, gate: Callable[[str], Gate]) -> tuple[SectionView, ...]:
    """The sections in the article's order; `gate` makes the gate of one that is cut, by its id."""
    return tuple(_section(section, numbering, gate) for section in seen.sections)


def brief(seen: SeenArticle, numbering: Numbering) -> tuple[ShortPoint, ...]:
    """The short answer, from what this reader may see."""
    points = brief_of([s.section for s in seen.sections])
    return tuple(ShortPoint(name=p.name, claim=numbering.claim(p.statement), urgent=p.statement.urgent) for p in points)


def _section(seen: SeenSection, numbering: Numbering, gate: Callable[[str], Gate]) -> SectionView:
    section = seen.section
    claims = [(statement, numbering.claim(statement)) for statement in section.statements]
    if section.id in ACTS:
        claims = [(statement, replace(claim, sign=sign_of(statement.text))) for statement, claim in claims]
    common = {"id": section.id, "heading": section.heading, "empty": section.empty or ""}
    common["gate"] = gate(section.id) if seen.cut else None
    if section.id == "get-help":
        return SectionView(
            urgent=tuple(claim for statement, claim in claims if statement.urgent),
            soon=tuple(claim for statement, claim in claims if not statement.urgent),
            **common,
        )
    signed = any(claim.sign for _, claim in claims)
    groups = tuple(
        Group(
            scope=SCOPES[scope],
            listed=section.id in LISTED,
            paragraphs=_paragraphs([claim for _, claim in run]),
            signed=signed,
        )
        for scope, run in groupby(claims, key=lambda pair: pair[0].scope.value)
    )
    return SectionView(groups=groups, **common)


def _paragraphs(claims: list[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Claims joined into paragraphs of at most three sentences."""
    out: list[list[Claim]] = []
    length = 0
    for claim in claims:
        sentences = max(1, sum(claim.text.count(end) for end in (". ", "? ", "! ")) + 1)
        if out and length + sentences <= LONGEST_PARAGRAPH:
            out[-1].append(claim)
            length += sentences
        else:
            out.append([claim])
            length = sentences
    return tuple(tuple(paragraph) for paragraph in out)

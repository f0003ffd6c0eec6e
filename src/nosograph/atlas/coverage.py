"""How much an atlas covers: counted while it is built, read back by `nosograph stats` and the site."""

import json
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from statistics import median
from typing import Any, NamedTuple

from nosograph.article.model import Article, Section
from nosograph.atlas.reading import Atlas
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Entry, Level
from nosograph.knowledge.grading import NOTHING, Measure, measured
from nosograph.knowledge.model import Scope, Statement

FEWEST_SOURCES = 4
EASY = 8.0  # the highest school grade at which a page is still called easy to read
_ABOUT = (Scope.CODE, Scope.CONDITION)
Statements = tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is counted of the statements of one section; `own` are the sources of those about the very condition."""

    scopes: frozenset[Scope]
    own: frozenset[str]
    unsourced: bool
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What is counted of the sections of a page.

    `whole` is an article about the very condition: it says what the condition is, no section is empty, and what is said
    of the condition itself cites at least four sources. Where only the help is written for it, it is not whole.
    """

    scopes: frozenset[Scope]
    unsourced: bool
    grade: float
    empty: bool
    whole: bool


# Pages share their sections, and sections their statements, so each is looked at once; it is kept, so that no other
# value takes its identity.
_known: dict[int, tuple[tuple[Section, ...], _Seen]] = {}
_known_statements: dict[int, tuple[Statements, _Told]] = {}


def _seen(sections: tuple[Section, ...]) -> _Seen:
    if id(sections) not in _known:
        told = [_told(section.statements) for section in sections]
        scopes = frozenset(scope for t in told for scope in t.scopes)
        empty = not all(section.statements for section in sections)
        sources = {source for t in told for source in t.own}
        seen = _Seen(
            scopes=scopes, unsourced=any(t.unsourced for t in told), empty=empty,
            grade=sum((t.measure for t in told), NOTHING).grade,
            whole=_says_what_it_is(sections) and not empty and len(sources) >= FEWEST_SOURCES,
        )  # fmt: skip
        _known[id(sections)] = (sections, seen)
    return _known[id(sections)][1]


def _says_what_it_is(sections: tuple[Section, ...]) -> bool:
    """Whether the first section is about the very condition, and not about its kind alone."""
    return bool(sections) and any(s.scope is Scope.CONDITION for s in sections[0].statements)


def _told(statements: Statements) -> _Told:
    if id(statements) not in _known_statements:
        told = _Told(
            scopes=frozenset(s.scope for s in statements),
            own=frozenset(c.source for s in statements if s.scope in _ABOUT for c in s.citations),
            unsourced=any(not s.citations for s in statements),
            measure=sum((measured(s.text) for s in statements), NOTHING),
        )
        _known_statements[id(statements)] = (statements, told)
    return _known_statements[id(statements)][1]


class _Shape(NamedTuple):
    """All that is counted of one entry. Many have the same, so shapes are counted, and told apart at the end."""

    chapter: str
    category: str | None
    level: Level
    billable: bool
    facets: tuple[bool, ...]
    nothing_unparsed: bool
    seen: _Seen
    reviewed: bool
    marked: bool
    panel: bool
    strip: bool


_AXES = (
    "process", "sites", "regions", "laterality", "episode", "healing", "remission", "trimester", "intent", "qualifiers",
)  # fmt: skip
_axes_of = attrgetter(*_AXES)
_NO_CATEGORY = (Level.CHAPTER, Level.BLOCK)


class Tally:
    """Counts entry after entry."""

    def __init__(self) -> None:
        self._shapes: Counter[_Shape] = Counter()
        self._statements: set[tuple[str, str]] = set()
        self._sources: set[str] = set()
        self._counted: set[int] = set()  # the identities of statements that are in both sets already

    def add(self, entry: Entry, facets: Facets, article: Article, chapter: str) -> None:
        """Counts one entry of a chapter."""
        for section in article.sections:
            if id(section.statements) not in self._counted:  # `_seen` keeps them, so that the identity stays theirs
                self._count(section.statements)
        scene = article.scene
        shape = _Shape(
            chapter=chapter,
            category=None if entry.level in _NO_CATEGORY else entry.key[:3],
            level=entry.level,
            billable=entry.billable,
            facets=tuple(map(bool, _axes_of(facets))),
            nothing_unparsed=not facets.unparsed,
            seen=_seen(article.sections),
            reviewed=article.review.status == "reviewed",
            marked=bool(scene.sites or scene.regions),
            panel=bool(scene.panels),
            strip=bool(scene.strips),
        )
        self._shapes[shape] += 1

    def _count(self, statements: Statements) -> None:
        self._counted.add(id(statements))
        self._statements.update((s.pack, s.text) for s in statements)
        self._sources.update(c.source for s in statements for c in s.citations)

    def join(self, other: "Tally") -> None:
        """Adds the counts of another tally."""
        self._shapes.update(other._shapes)
        self._statements |= other._statements
        self._sources |= other._sources

    def result(self) -> dict[str, dict[str, Any]]:
        """The counts by group, ready to be stored."""
        groups: dict[str, Counter[str]] = {name: Counter() for name in ("entries", "facets", "knowledge", "pictures")}
        chapters: dict[str, Counter[str]] = {}
        categories: dict[str, Counter[str]] = {}
        for shape, n in self._shapes.items():
            seen, about = shape.seen, Scope.CONDITION in shape.seen.scopes
            _add(groups["entries"], n, {"entries": True, f"{shape.level}_entries": True, "billable": shape.billable})
            axes = {f"with_{axis}": held for axis, held in zip(_AXES, shape.facets, strict=True)}
            _add(groups["facets"], n, axes | {"nothing_unparsed": shape.nothing_unparsed})
            _add(groups["knowledge"], n, {
                "pages_about_the_condition": about,
                "pages_about_the_kind_of_problem": Scope.PROCESS in seen.scopes,
                "pages_about_the_kind_of_entry_only": not seen.scopes & _MORE_THAN_KIND,
                "pages_whole_about_the_condition": seen.whole,
                "pages_with_an_empty_section": seen.empty,
                "pages_reviewed_by_a_clinician": shape.reviewed,
                "pages_with_an_unsourced_statement": seen.unsourced,
            })  # fmt: skip
            pictures = {"with_a_marked_part": shape.marked, "with_a_panel": shape.panel, "with_a_strip": shape.strip}
            _add(groups["pictures"], n, pictures)
            _add(chapters.setdefault(shape.chapter, Counter()), n, {
                "pages": True,
                "about_the_condition": about,
                "about_the_kind_of_problem": not about and Scope.PROCESS in seen.scopes,
                "whole": seen.whole,
                "reviewed": shape.reviewed,
                "easy": seen.grade <= EASY,
            })  # fmt: skip
            if shape.category:
                _add(categories.setdefault(shape.category, Counter()), n, {
                    "own_page_whole": seen.whole and shape.level is Level.CATEGORY,
                    "billable": shape.billable,
                    "billable_whole": seen.whole and shape.billable,
                })  # fmt: skip
        return {
            "entries": dict(groups["entries"]),
            "facets": dict(groups["facets"]),
            "knowledge": dict(groups["knowledge"])
            | {"statements_in_use": len(self._statements), "sources_cited": len(self._sources)},
            "reading": _reading([shape.seen.grade for shape in self._shapes.elements()]),
            "illustrations": dict(groups["pictures"]),
            "chapters": {key: dict(counts) for key, counts in chapters.items()},
            "categories": {key: dict(counts) for key, counts in sorted(categories.items())},
        }


_MORE_THAN_KIND = {Scope.CONDITION, Scope.PROCESS, Scope.SITE}


def _add(counts: Counter[str], n: int, held: dict[str, bool]) -> None:
    """Add `n` to what holds; what does not is there too, with what it had."""
    for name, holds in held.items():
        counts[name] += n * holds


def _reading(grades: list[float]) -> dict[str, float]:
    return {
        "median_grade_of_pages": round(median(grades), 1) if grades else 0.0,
        "hardest_page": round(max(grades, default=0.0), 1),
        "share_of_pages_at_most_8": round(sum(g <= EASY for g in grades) / max(1, len(grades)), 4),
    }


def coverage(atlas: Atlas) -> dict[str, dict[str, Any]]:
    """The counts that were stored when an atlas was built."""
    data: dict[str, dict[str, Any]] = json.loads(atlas.meta["coverage"])
    return data

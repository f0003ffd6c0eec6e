"""How much an atlas covers: counted while it is built, read back by `nosograph stats` and the site."""

import json
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

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

    `whole` is an article about the very condition: no section is empty, and what is said of the condition itself cites
    at least four sources.
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
            whole=Scope.CONDITION in scopes and not empty and len(sources) >= FEWEST_SOURCES,
        )  # fmt: skip
        _known[id(sections)] = (sections, seen)
    return _known[id(sections)][1]


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


class Tally:
    """Counts entry after entry."""

    def __init__(self) -> None:
        self._entries: Counter[str] = Counter()
        self._facets: Counter[str] = Counter()
        self._knowledge: Counter[str] = Counter()
        self._pictures: Counter[str] = Counter()
        self._grades: list[float] = []
        self._statements: set[tuple[str, str]] = set()
        self._sources: set[str] = set()
        self._counted: set[int] = set()  # the identities of statements that are in both sets already
        self._unsourced = 0
        self._chapters: dict[str, Counter[str]] = {}
        self._categories: dict[str, Counter[str]] = {}

    def add(self, entry: Entry, facets: Facets, article: Article, chapter: str) -> None:
        """Counts one entry of a chapter."""
        self._entries["entries"] += 1
        self._entries[f"{entry.level}_entries"] += 1
        self._entries["billable"] += entry.billable
        for axis in (
            "process",
            "sites",
            "regions",
            "laterality",
            "episode",
            "healing",
            "remission",
            "trimester",
            "intent",
            "qualifiers",
        ):
            self._facets[f"with_{axis}"] += bool(getattr(facets, axis))
        self._facets["nothing_unparsed"] += not facets.unparsed
        seen = _seen(article.sections)
        for section in article.sections:
            if id(section.statements) not in self._counted:  # `_seen` keeps them, so that the identity stays theirs
                self._count(section.statements)
        self._unsourced += seen.unsourced
        scopes = seen.scopes
        self._knowledge["pages_about_the_condition"] += Scope.CONDITION in scopes
        self._knowledge["pages_about_the_kind_of_problem"] += Scope.PROCESS in scopes
        self._knowledge["pages_about_the_kind_of_entry_only"] += not scopes & {
            Scope.CONDITION,
            Scope.PROCESS,
            Scope.SITE,
        }
        self._knowledge["pages_whole_about_the_condition"] += seen.whole
        here = self._chapters.setdefault(chapter, Counter())
        here["pages"] += 1
        here["about_the_condition"] += Scope.CONDITION in scopes
        here["about_the_kind_of_problem"] += Scope.CONDITION not in scopes and Scope.PROCESS in scopes
        here["whole"] += seen.whole
        here["reviewed"] += article.review.status == "reviewed"
        here["easy"] += seen.grade <= EASY
        if entry.level not in (Level.CHAPTER, Level.BLOCK):
            category = self._categories.setdefault(entry.key[:3], Counter())
            category["own_page_whole"] += seen.whole and entry.level is Level.CATEGORY
            category["billable"] += entry.billable
            category["billable_whole"] += seen.whole and entry.billable
        self._knowledge["pages_with_an_empty_section"] += seen.empty
        self._knowledge["pages_reviewed_by_a_clinician"] += article.review.status == "reviewed"
        scene = article.scene
        self._pictures["with_a_marked_part"] += bool(scene.sites or scene.regions)
        self._pictures["with_a_panel"] += bool(scene.panels)
        self._pictures["with_a_strip"] += bool(scene.strips)
        self._grades.append(seen.grade)

    def _count(self, statements: Statements) -> None:
        self._counted.add(id(statements))
        self._statements.update((s.pack, s.text) for s in statements)
        self._sources.update(c.source for s in statements for c in s.citations)

    def join(self, other: "Tally") -> None:
        """Adds the counts of another tally."""
        for mine, theirs in (
            (self._entries, other._entries), (self._facets, other._facets), (self._knowledge, other._knowledge),
            (self._pictures, other._pictures),
        ):  # fmt: skip
            mine.update(theirs)
        self._grades.extend(other._grades)
        self._statements |= other._statements
        self._sources |= other._sources
        self._unsourced += other._unsourced
        for ours, theirs_by_key in ((self._chapters, other._chapters), (self._categories, other._categories)):
            for key, counts in theirs_by_key.items():
                ours.setdefault(key, Counter()).update(counts)

    def result(self) -> dict[str, dict[str, Any]]:
        """The counts by group, ready to be stored."""
        knowledge: dict[str, Any] = dict(self._knowledge)
        knowledge["statements_in_use"] = len(self._statements)
        knowledge["pages_with_an_unsourced_statement"] = self._unsourced
        knowledge["sources_cited"] = len(self._sources)
        easy = sum(g <= EASY for g in self._grades)
        grade = {
            "median_grade_of_pages": round(median(self._grades), 1) if self._grades else 0.0,
            "hardest_page": round(max(self._grades, default=0.0), 1),
            "share_of_pages_at_most_8": round(easy / max(1, len(self._grades)), 4),
        }
        return {
            "entries": dict(self._entries), "facets": dict(self._facets), "knowledge": knowledge, "reading": grade,
            "illustrations": dict(self._pictures), "chapters": {c: dict(n) for c, n in self._chapters.items()},
            "categories": {key: dict(counts) for key, counts in sorted(self._categories.items())},
        }  # fmt: skip


def coverage(atlas: Atlas) -> dict[str, dict[str, Any]]:
    """The counts that were stored when an atlas was built."""
    data: dict[str, dict[str, Any]] = json.loads(atlas.meta["coverage"])
    return data

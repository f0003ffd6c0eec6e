"""How much an atlas covers: counted while it is built, read back by `nosograph stats` and the site."""

import json
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

from nosograph.article.model import Article, Section
from nosograph.atlas.reading import Atlas
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Entry
from nosograph.illustration.model import Emphasis
from nosograph.knowledge.grading import NOTHING, Measure, measure
from nosograph.knowledge.model import Scope, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What is counted of the sections of a page; it keeps them, so that no other value takes their identity."""

    sections: tuple[Section, ...]
    scopes: frozenset[Scope]
    grade: float


class Tally:
    """Counts entry after entry."""

    def __init__(self) -> None:
        self._entries: Counter[str] = Counter()
        self._facets: Counter[str] = Counter()
        self._knowledge: Counter[str] = Counter()
        self._pictures: Counter[str] = Counter()
        self._grades: list[float] = []
        self._measures: dict[int, tuple[Statement, Measure]] = {}
        self._seen: dict[int, _Seen] = {}

    def add(self, entry: Entry, facets: Facets, article: Article) -> None:
        """Counts one entry."""
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
        seen = self._of(article.sections)
        scopes = seen.scopes
        self._knowledge["pages_about_the_condition"] += Scope.CONDITION in scopes
        self._knowledge["pages_about_the_kind_of_problem"] += Scope.PROCESS in scopes
        self._knowledge["pages_about_the_kind_of_entry_only"] += not scopes & {
            Scope.CONDITION,
            Scope.PROCESS,
            Scope.SITE,
        }
        self._knowledge["pages_with_an_empty_section"] += any(not s.statements for s in article.sections)
        self._knowledge["pages_reviewed_by_a_clinician"] += article.review.status == "reviewed"
        firm = [m for m in article.scene.body.marks if m.emphasis is not Emphasis.SHOWN]
        self._pictures["with_a_marked_part"] += bool(firm)
        self._pictures["with_a_close_up"] += article.scene.inset is not None
        self._pictures["with_a_phase_strip"] += article.scene.strip is not None
        self._grades.append(seen.grade)

    def _of(self, sections: tuple[Section, ...]) -> "_Seen":
        """What is counted of a page's sections; entries that share their sections share the work."""
        if id(sections) not in self._seen:
            statements = [s for section in sections for s in section.statements]
            total = NOTHING
            for s in statements:
                self._measures.setdefault(id(s), (s, measure(s.text)))
                total += self._measures[id(s)][1]
            self._seen[id(sections)] = _Seen(
                sections=sections, scopes=frozenset(s.scope for s in statements), grade=total.grade
            )
        return self._seen[id(sections)]

    def result(self) -> dict[str, dict[str, Any]]:
        """The counts by group, ready to be stored."""
        knowledge: dict[str, Any] = dict(self._knowledge)
        knowledge["statements_in_use"] = len(self._measures)
        knowledge["statements_without_a_source"] = sum(not s.citations for s, _ in self._measures.values())
        knowledge["sources_cited"] = len({c.source for s, _ in self._measures.values() for c in s.citations})
        easy = sum(g <= 8 for g in self._grades)
        grade = {
            "median_grade_of_pages": round(median(self._grades), 1) if self._grades else 0.0,
            "hardest_page": round(max(self._grades, default=0.0), 1),
            "share_of_pages_at_most_8": round(easy / max(1, len(self._grades)), 4),
        }
        return {
            "entries": dict(self._entries), "facets": dict(self._facets), "knowledge": knowledge, "reading": grade,
            "illustrations": dict(self._pictures),
        }  # fmt: skip


def coverage(atlas: Atlas) -> dict[str, dict[str, Any]]:
    """The counts that were stored when an atlas was built."""
    data: dict[str, dict[str, Any]] = json.loads(atlas.meta["coverage"])
    return data

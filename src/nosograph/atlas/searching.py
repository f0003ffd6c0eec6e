"""Finds entries: codes in any usual form first and exactly, then words, ranked as `finding` says.

Worked example: `c9332` gives C93.32 alone; `C93.39`, which does not exist, gives C93.3 and says so; "juvenile myelo"
gives C93.3 first, and says that its title was found. A result stands for all entries that differ from it in side or
7th character alone; these are its refinements.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from nosograph.atlas.model import Hit, Link, Refinement
from nosograph.finding.index import Index
from nosograph.finding.naming import WHY, NameKind
from nosograph.finding.ranking import Finder, Found
from nosograph.finding.words import EMPTY, stems_of, typed_stem, words_of
from nosograph.icd10cm.spelling import without_prefix

Rows = Callable[..., list[Any]]
LINK = "SELECT id, key, code, title, level, billable, everyday, parent FROM entry "
_CATEGORIES = LINK + "WHERE level = 'category' AND key BETWEEN ? AND ? ORDER BY id LIMIT ?"
_EXTENDED = LINK + "WHERE parent = ? AND length(key) = 8 ORDER BY id"
_NAME = "SELECT text FROM name WHERE id = ?"
_BELOW = LINK + "WHERE parent = ? AND length(key) < 8 ORDER BY id"
_FEW = 7
_BEGINNING = re.compile(r"[A-Z][0-9A-Z]?")
_RANGE = re.compile(r"([A-Z][0-9][0-9A-Z])\s*(?:-|–|to)\s*([A-Z][0-9][0-9A-Z])", re.IGNORECASE)
_SIDES = {"right": "right", "left": "left", "bilateral": "both sides", "unspecified": "side not given"}
# What a 7th character says, in few words: of several that its text holds, the first.
_VISITS = (
    ("sequela", "later effect"), ("nonunion", "not grown together"), ("malunion", "grown together crooked"),
    ("delayed healing", "healing late"), ("subsequent encounter", "healing"), ("initial encounter", "first treatment"),
)  # fmt: skip
_OPEN = re.compile(r"open fracture(?: type [IVABC, or]+)?")


class Searcher:
    """Searches one atlas. `rows` runs SQL in the calling thread, `link` makes a link of a row."""

    def __init__(self, rows: Rows, link: Callable[[Any], Link], index: Index, finder: Finder) -> None:
        self._rows, self._link, self._index, self._finder = rows, link, index, finder
        self._members: dict[int, list[int]] = {}
        for n, chief in enumerate(index.groups.tolist()):
            if index.sides[n]:
                self._members.setdefault(chief, []).append(n)

    def search(
        self, query: str, limit: int, *, exact: str | None, near: str | None, until: int | None = None
    ) -> list[Hit]:
        """The best hits. `exact` is the key of a code that was asked for; `near` of what is above one that is not.

        `until` is the last fiscal year whose release had the code that was asked for.
        """
        if limit < 1:
            return []
        if exact:
            return [Hit(link=self._by_key(exact), why="code")]
        if near:
            typed = " ".join(query.split())
            told = f"was a code until fiscal year {until}" if until else "is not a code of this release"
            return [Hit(link=self._by_key(near), why=f"{typed} {told}; this is the nearest")]
        by_code = list(self._by_part(query, limit))
        if by_code:
            return by_code
        return [self._hit(found, query) for found in self._finder.find(query, limit)]

    def _by_part(self, query: str, limit: int) -> Iterator[Hit]:
        """Categories that begin as typed ("C9"), or lie in a range that is no block ("A00-A05")."""
        typed = without_prefix(query).strip()
        span = _RANGE.fullmatch(typed)
        if span:
            first, last, why = span[1].upper(), span[2].upper(), "in this range"
        elif _BEGINNING.fullmatch(typed.upper()) and len(typed) == 2 and typed[1].isdigit():
            first, last, why = f"{typed.upper()}0", f"{typed.upper()}Z", "begins so"
        else:
            return
        for row in self._rows(_CATEGORIES, first, last, limit):
            yield Hit(link=self._link(row), why=why)

    def _by_key(self, key: str) -> Link:
        return self._link(self._rows(LINK + "WHERE key = ?", key)[0])

    def _hit(self, found: Found, query: str) -> Hit:
        index = self._index
        row = self._rows(LINK + "WHERE key = ?", index.keys[found.entry])[0]
        visits = self._rows(_EXTENDED, row[0])
        asked = self._visit_asked(query, row, visits) or self._visit_of_no_side(query, found)
        return Hit(
            link=self._link(asked or row),
            why=self._why(found),
            rank=found.rank,
            said=found.said,
            agrees=found.agrees,
            refinements=(*self._sides(found), *self._visits(visits, row[3]), *self._more(found, row)),
        )

    def _why(self, found: Found) -> str:
        kind = NameKind(int(self._index.name_kinds[found.name]))
        told = WHY[kind]
        if kind is not NameKind.TITLE:
            told = f"{told}: {self._rows(_NAME, found.name)[0][0]}"
        return f"{told} (for “{found.instead_of}”)" if found.instead_of else told

    def _sides(self, found: Found) -> Iterator[Refinement]:
        for n in self._members.get(found.chief, ()):
            if n != found.entry:
                side = self._index.side_of(n)
                yield Refinement(kind="side", label=_SIDES[side], key=self._index.keys[n])

    def _visits(self, rows: list[Any], above: str) -> Iterator[Refinement]:
        for row in rows:
            yield Refinement(kind="visit", label=_visit(row[3], above), key=row[1])

    def _more(self, found: Found, row: Any) -> Iterator[Refinement]:
        """The codes right below a result, where they are few and differ in more than a side."""
        below = [r for r in self._rows(_BELOW, row[0]) if r[0] not in self._sided_rows(found)]
        if len(below) <= _FEW and all(r[5] for r in below):
            for r in below:
                yield Refinement(kind="more", label=_short(r[3], row[3]), key=r[1])

    def _sided_rows(self, found: Found) -> set[int]:
        keys = {self._index.keys[n] for n in self._members.get(found.chief, ())}
        return {self._rows(LINK + "WHERE key = ?", key)[0][0] for key in keys}

    def spelled(self, query: str) -> str:
        """The query with each unknown word as it may have been meant; empty where nothing comes near."""
        return self._finder.spelled(query)

    def _visit_of_no_side(self, query: str, found: Found) -> Any | None:
        """Where a result stands for sides: the visit that was asked for, of the entry that leaves the side open."""
        for n in self._members.get(found.chief, ()):
            if found.entry == found.chief and self._index.side_of(n) == "unspecified":
                row = self._rows(LINK + "WHERE key = ?", self._index.keys[n])[0]
                return self._visit_asked(query, row, self._rows(_EXTENDED, row[0]))
        return None

    def _visit_asked(self, query: str, row: Any, visits: list[Any]) -> Any | None:
        """The entry with the 7th character that the words ask for which the title above it does not have."""
        if not visits:
            return None
        left = {typed_stem(w) for w in words_of(query)} - set(stems_of(row[3])) - EMPTY
        own = [set(stems_of(r[3])) - set(stems_of(row[3])) for r in visits]
        best = max(range(len(visits)), key=lambda n: (len(own[n] & left), -len(own[n]), -n))
        return visits[best] if own[best] & left else None


def _short(title: str, above: str) -> str:
    """What a title says beyond the one above it: "in relapse"."""
    return title.removeprefix(above).lstrip(", ") or title


def _visit(title: str, above: str) -> str:
    said = _short(title, above)
    words = next((short for long, short in _VISITS if long in said), said)
    is_open = _OPEN.search(said)
    return f"{words}, {is_open[0].replace('open fracture', 'open')}" if is_open else words

"""Finds entries: codes in any usual form first and exactly, then words, ranked as `finding` says.

Worked example: `c9332` gives C93.32 alone; `C93.39`, which does not exist, gives C93.3 and says so; "juvenile myelo"
gives C93.3 first, and says that its title was found. A result stands for all entries that differ from it in side or
7th character alone; these are its refinements.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
_BY_KEYS = LINK + "WHERE key IN ({})"
_BELOW = LINK + "WHERE parent IN ({}) ORDER BY id"
_NAMES = "SELECT id, text FROM name WHERE id IN ({})"
_FEW = 7
_EXTENDED = 8  # characters of a key with a 7th character: "S72.001A"
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
        return self._hits(self._finder.find(query, limit), query)

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

    def _hits(self, found: Sequence[Found], query: str) -> list[Hit]:
        """The hits with their refinements; all rows of all of them are read together, since each reading takes time."""
        keys = self._index.keys
        rows = {row[1]: row for row in self._together(_BY_KEYS, [keys[f.entry] for f in found])}
        below: dict[int, list[Any]] = {}
        for row in self._together(_BELOW, [rows[keys[f.entry]][0] for f in found]):
            below.setdefault(row[7], []).append(row)
        names = dict(self._together(_NAMES, [f.name for f in found if self._kind(f) is not NameKind.TITLE]))
        hits = []
        for each in found:
            row = rows[keys[each.entry]]
            visits = [r for r in below.get(row[0], ()) if len(r[1]) == _EXTENDED]
            others = [r for r in below.get(row[0], ()) if len(r[1]) < _EXTENDED]
            asked = self._visit_asked(query, row, visits) or self._visit_of_no_side(query, each)
            hits.append(
                Hit(
                    link=self._link(asked or row),
                    why=self._why(each, names),
                    rank=each.rank,
                    said=each.said,
                    agrees=each.agrees,
                    refinements=(*self._sides(each), *self._visits(visits, row[3]), *self._more(each, row, others)),
                )
            )
        return hits

    def _together(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows of all values in one reading."""
        return self._rows(sql.format(",".join("?" * len(values))), *values) if values else []

    def _kind(self, found: Found) -> NameKind:
        return NameKind(int(self._index.name_kinds[found.name]))

    def _why(self, found: Found, names: Mapping[int, str]) -> str:
        kind = self._kind(found)
        told = WHY[kind]
        if kind is not NameKind.TITLE:
            told = f"{told}: {names[found.name]}"
        return f"{told} (for “{found.instead_of}”)" if found.instead_of else told

    def _sides(self, found: Found) -> Iterator[Refinement]:
        for n in self._members.get(found.chief, ()):
            if n != found.entry:
                side = self._index.side_of(n)
                yield Refinement(kind="side", label=_SIDES[side], key=self._index.keys[n])

    def _visits(self, rows: list[Any], above: str) -> Iterator[Refinement]:
        for row in rows:
            yield Refinement(kind="visit", label=_visit(row[3], above), key=row[1])

    def _more(self, found: Found, row: Any, others: list[Any]) -> Iterator[Refinement]:
        """The codes right below a result, where they are few and differ in more than a side."""
        sided = {self._index.keys[n] for n in self._members.get(found.chief, ())}
        below = [r for r in others if r[1] not in sided]
        if len(below) <= _FEW and all(r[5] for r in below):
            for r in below:
                yield Refinement(kind="more", label=_short(r[3], row[3]), key=r[1])

    def spelled(self, query: str) -> str:
        """The query with each unknown word as it may have been meant; empty where nothing comes near."""
        return self._finder.spelled(query)

    def _visit_of_no_side(self, query: str, found: Found) -> Any | None:
        """Where a result stands for sides: the visit that was asked for, of the entry that leaves the side open."""
        for n in self._members.get(found.chief, ()):
            if found.entry == found.chief and self._index.side_of(n) == "unspecified":
                row = self._rows(LINK + "WHERE key = ?", self._index.keys[n])[0]
                visits = [r for r in self._together(_BELOW, [row[0]]) if len(r[1]) == _EXTENDED]
                return self._visit_asked(query, row, visits)
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

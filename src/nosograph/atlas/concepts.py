"""The entries of an atlas as the concepts of a code system: many at once, without their articles.

Entries are numbered in document order, so what lies below an entry is a range of numbers: C00-D49 and all below it are
one comparison. Worked example: `one("C93.3")` has number and last; the numbers from one to the other are C93.3,
C93.30, C93.31 and C93.32.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nosograph.icd10cm.model import Level

Rows = Callable[..., list[Any]]
_COLUMNS = "SELECT id, key, title, level, billable, everyday, last, parent FROM entry "
_BY = _COLUMNS + "WHERE "
_SPANNING = _COLUMNS + "JOIN span s ON s.entry = id WHERE s.span = ?"
_LISTED = _COLUMNS + "INDEXED BY entry_listed WHERE "
# CROSS JOIN keeps the order of the tables: from the few entries to their facets, not from all facets to entries.
_FACETS = (
    "SELECT x.entry, f.axis, f.value, f.label FROM facet_entry x INDEXED BY facet_entry_entry "
    "CROSS JOIN facet f ON f.id = x.facet WHERE x.entry BETWEEN ? AND ? ORDER BY x.entry, x.facet"
)
_MOST_AT_ONCE = 500  # SQLite takes some thousand values in one question


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry: its number, that of the last entry below it (its own where there is none), and its parent's."""

    number: int
    key: str
    title: str
    level: Level
    billable: bool
    everyday: str | None
    last: int
    parent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value of an axis: its id in addresses, and its words."""

    axis: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an entry says of itself: its summary in one sentence, its other names, its inclusion terms."""

    summary: str
    also_called: tuple[str, ...]
    inclusion_terms: tuple[str, ...]


class Concepts:
    """`rows` runs SQL in the calling thread, `told` reads what an entry says of itself, by its number."""

    def __init__(self, rows: Rows, told: Callable[[int], Told]) -> None:
        self._rows, self.told = rows, told

    def count(self) -> int:
        """How many entries there are; they are numbered from 1 on."""
        return int(self._rows("SELECT count(*) FROM entry")[0][0])

    def one(self, key: str) -> Row | None:
        """An entry by its key."""
        found = self._rows(_BY + "key = ?", key)
        return _row(found[0]) if found else None

    def spanning(self, span: str) -> Row | None:
        """The chapter or block that is printed with a range, `C00-D49`; of both the block."""
        found = self._rows(_SPANNING, span)
        return _row(found[0]) if found else None

    def span(self, number: int) -> str | None:
        """The range that a chapter or block is printed with."""
        found = self._rows("SELECT span FROM span WHERE entry = ?", number)
        return str(found[0][0]) if found else None

    def some(self, numbers: Sequence[int]) -> list[Row]:
        """Entries by their numbers, in the order of these."""
        if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1 and list(numbers) == sorted(numbers):
            return [_row(r) for r in self._rows(_LISTED + "id BETWEEN ? AND ? ORDER BY id", numbers[0], numbers[-1])]
        found: dict[int, Row] = {}
        for start in range(0, len(numbers), _MOST_AT_ONCE):
            batch = numbers[start : start + _MOST_AT_ONCE]
            marks = ",".join("?" * len(batch))
            sql = f"{_LISTED}id IN ({marks})"
            found |= {r[0]: _row(r) for r in self._rows(sql, *batch)}
        return [found[n] for n in numbers]

    def children(self, number: int) -> list[Row]:
        """The entries directly below one."""
        return [_row(r) for r in self._rows(_BY + "parent = ? ORDER BY id", number)]

    def above(self, number: int) -> list[int]:
        """The numbers of the entries above one, the parent first."""
        found: list[int] = []
        parent = self._rows("SELECT parent FROM entry WHERE id = ?", number)[0][0]
        while parent is not None:
            found.append(parent)
            parent = self._rows("SELECT parent FROM entry WHERE id = ?", parent)[0][0]
        return found

    def keys(self) -> Iterator[tuple[int, str]]:
        """The number and key of every entry, by key."""
        return iter(self._rows("SELECT id, key FROM entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY key"))

    def titles(self) -> Iterator[tuple[int, str]]:
        """The number and title of every entry, in the order of the release."""
        return iter(self._rows("SELECT id, title FROM entry INDEXED BY entry_listed ORDER BY id"))

    def titled(self, words: Sequence[str]) -> list[int]:
        """The numbers of the entries whose titles hold each of the texts, whatever the case."""
        like = " AND ".join(["title LIKE ? ESCAPE '\\'"] * len(words))
        sql = f"SELECT id FROM entry INDEXED BY entry_listed WHERE {like} ORDER BY id"  # noqa: S608 - marks alone
        return [n for (n,) in self._rows(sql, *(f"%{_literal(w)}%" for w in words))]

    def at_level(self, level: Level) -> list[int]:
        """The numbers of the entries of a level."""
        return [n for (n,) in self._rows("SELECT id FROM entry WHERE level = ?", str(level))]

    def billable(self) -> list[int]:
        """The numbers of the billable entries."""
        return [n for (n,) in self._rows("SELECT id FROM entry WHERE billable")]

    def values(self, axis: str) -> list[FacetValue]:
        """The values of an axis, by their ids."""
        sql = "SELECT axis, value, label FROM facet WHERE axis = ? ORDER BY value"
        return [FacetValue(axis=a, value=v, label=w) for a, v, w in self._rows(sql, axis)]

    def holders(self, axis: str, value: str) -> list[int]:
        """The numbers of the entries that have a value on an axis."""
        sql = "SELECT x.entry FROM facet f JOIN facet_entry x ON x.facet = f.id WHERE f.axis = ? AND f.value = ?"
        return [n for (n,) in self._rows(sql, axis, value)]

    def facets(self, first: int, last: int) -> dict[int, list[FacetValue]]:
        """The facet values of the entries from one number to another, by number."""
        found: dict[int, list[FacetValue]] = {}
        for number, axis, value, label in self._rows(_FACETS, first, last):
            found.setdefault(number, []).append(FacetValue(axis=axis, value=value, label=label))
        return found


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _row(r: Any) -> Row:
    return Row(
        number=r[0], key=r[1], title=r[2], level=Level(r[3]), billable=bool(r[4]), everyday=r[5], last=r[6],
        parent=r[7],
    )  # fmt: skip

"""Maps to other code systems, in the atlas: written once, asked by code.

Worked example: C93.32 has one crossing to ICD-9-CM, 207.80, that is not exact; its sites have terms of UBERON.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from nosograph.facets.model import Facets, Site
from nosograph.icd10cm.model import Crossing, Crosswalks

Rows = Callable[..., list[Any]]
_CROSSING = "SELECT source, scenario, choice, target, exact FROM crossing WHERE map = ? AND "
_SITE = "SELECT id, label, uberon, broader FROM site "


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSize:
    """A map, and how many codes it says something of."""

    name: str
    sources: int


class Crosswalk:
    """What an atlas knows of other code systems. `rows` runs SQL in the calling thread."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def sizes(self) -> tuple[MapSize, ...]:
        """The maps of this atlas."""
        rows = self._rows("SELECT map, count(DISTINCT source) FROM crossing GROUP BY map ORDER BY map")
        return tuple(MapSize(name=name, sources=sources) for name, sources in rows)

    def from_source(self, name: str, code: str) -> tuple[Crossing, ...]:
        """What a map says of a code; nothing where it says nothing."""
        return tuple(_crossing(r) for r in self._rows(_CROSSING + "source = ? ORDER BY 1, 2, 3, 4", name, code))

    def to_target(self, name: str, code: str) -> tuple[Crossing, ...]:
        """The rows of a map that lead to a code."""
        return tuple(_crossing(r) for r in self._rows(_CROSSING + "target = ? ORDER BY 1, 2, 3, 4", name, code))

    def all_of(self, name: str) -> tuple[Crossing, ...]:
        """The whole of a map, by source."""
        return tuple(_crossing(r) for r in self._rows(_CROSSING + "1 ORDER BY 1, 2, 3, 4", name))

    def icd9_title(self, code: str) -> str | None:
        """The name of a code of ICD-9-CM, None where it has none of this spelling."""
        rows = self._rows("SELECT title FROM icd9 WHERE code = ?", code)
        return str(rows[0][0]) if rows else None

    def sites(self) -> tuple[Site, ...]:
        """Every site that some entry has."""
        return tuple(_site(r) for r in self._rows(_SITE + "ORDER BY id"))

    def sites_with(self, uberon: str) -> tuple[Site, ...]:
        """The sites that have this term of UBERON, as their own or the nearest wider one."""
        return tuple(_site(r) for r in self._rows(_SITE + "WHERE uberon = ? ORDER BY id", uberon))


def write_crosswalks(db: sqlite3.Connection, crosswalks: Crosswalks, facets: Iterable[Facets]) -> None:
    """Write the maps, the names of ICD-9-CM and the sites that entries have."""
    rows = [
        (name, r.source, r.scenario, r.choice, r.target, int(r.exact))
        for name, crossings in sorted(crosswalks.maps.items())
        for r in sorted(crossings, key=_order)
    ]
    db.executemany("INSERT OR IGNORE INTO crossing VALUES (?,?,?,?,?,?)", rows)
    db.executemany("INSERT INTO icd9 VALUES (?,?)", sorted(crosswalks.icd9_titles.items()))
    sites = {site.id: site for f in facets for site in f.sites}
    db.executemany("INSERT INTO site VALUES (?,?,?,?)", _site_rows([sites[ident] for ident in sorted(sites)]))


def _site_rows(sites: Sequence[Site]) -> list[tuple[object, ...]]:
    return [(site.id, site.label, site.uberon, int(site.broader)) for site in sites]


def _order(row: Crossing) -> tuple[object, ...]:
    return row.source, row.scenario, row.choice, row.target


def _crossing(row: Any) -> Crossing:
    return Crossing(source=row[0], scenario=row[1], choice=row[2], target=row[3], exact=bool(row[4]))


def _site(row: Any) -> Site:
    return Site(id=row[0], label=row[1], uberon=row[2], broader=bool(row[3]))

"""The body as a map: for a coarse region, or one part, its conditions by kind, the most common first.

Worked example: "spine_back" has the parts vertebral column, spinal cord and more, and among its diseases M54, back
pain, comes first. A condition is told once, at the highest entry that is about the place.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nosograph.atlas.model import Link, Shared
from nosograph.errors import NotFound
from nosograph.icd10cm.model import Level
from nosograph.icd10cm.spelling import printable

_HOLDERS = """
SELECT e.id, e.key, e.code, e.title, e.level, e.billable, e.everyday, e.parent, k.label
FROM facet f JOIN facet_entry x ON x.facet = f.id JOIN entry e ON e.id = x.entry JOIN entry p ON p.id = e.parent
JOIN facet_entry y ON y.entry = e.id JOIN facet k ON k.id = y.facet AND k.axis = 'kind'
WHERE f.axis = ? AND f.value = ? AND e.level IN ('category', 'subcategory') AND (
    p.level = 'block' OR NOT EXISTS (SELECT 1 FROM facet_entry z WHERE z.facet = f.id AND z.entry = p.id)
) ORDER BY e.id
"""
_PARTS = """
SELECT s.axis, s.value, s.label, count(*) FROM facet f JOIN facet_entry x ON x.facet = f.id
JOIN facet_entry y ON y.entry = x.entry JOIN facet s ON s.id = y.facet AND s.axis = 'site'
WHERE f.axis = 'region' AND f.value = ? GROUP BY s.id ORDER BY count(*) DESC, s.label
"""
_RARE = 3
_MOST_PARTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A coarse region or a part of the body: its `label`, the `parts` of a region, and its conditions by kind."""

    label: str
    parts: tuple[Shared, ...]
    kinds: Mapping[str, tuple[Link, ...]]


def place(
    rows: Callable[..., list[Any]], link: Callable[[Any], Link], meta: Mapping[str, str], axis: str, value: str
) -> Place:
    """What is known of a place, by its axis ("region" or "site") and its id in addresses. Raises NotFound."""
    found = rows("SELECT label FROM facet WHERE axis = ? AND value = ?", axis, value)
    if not found:
        raise NotFound(f"there is no {axis} {printable(value)!r} on the map; /body lists them")
    bands: dict[str, int] = json.loads(meta["bands"])
    kinds: dict[str, list[Link]] = {}
    for *row, kind in rows(_HOLDERS, axis, value):
        kinds.setdefault(kind, []).append(link(row))
    for links in kinds.values():
        # How common a category is says little of one code in it: those come after the categories of that band.
        links.sort(key=lambda one: bands.get(one.key[:3], _RARE) + (one.level is not Level.CATEGORY))
    told = rows(_PARTS, value)[:_MOST_PARTS] if axis == "region" else ()
    parts = tuple(Shared(axis=a, value=v, label=t, entries=n) for a, v, t, n in told)
    return Place(label=found[0][0], parts=parts, kinds={kind: tuple(links) for kind, links in kinds.items()})

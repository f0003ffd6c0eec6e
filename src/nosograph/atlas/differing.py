"""How entries that stand side by side differ: by the axes of their facets on which they do not agree.

Worked example: C93.30, C93.31 and C93.32 differ in remission alone; S72.001A to S72.002S in side, episode and healing.
"""

from collections.abc import Callable, Sequence
from typing import Any

from nosograph.atlas.model import Differences, Link
from nosograph.facets.listing import AXES

_VALUES = """
SELECT x.entry, f.axis, f.label FROM facet_entry x JOIN facet f ON f.id = x.facet
WHERE x.entry IN ({}) ORDER BY x.entry, f.id
"""
# What follows from another axis, or is the same thing said more coarsely.
_LEFT_OUT = frozenset({"kind", "region"})
_MOST_AXES = 3


def differences(rows: Callable[..., list[Any]], found: Sequence[tuple[int, Link]]) -> Differences | None:
    """How entries (by number) differ; None where their facets do not tell each from every other."""
    marks = ",".join("?" * len(found))
    said: dict[int, dict[str, list[str]]] = {ident: {} for ident, _ in found}
    for entry, axis, label in rows(_VALUES.format(marks), *said):
        if axis not in _LEFT_OUT:
            said[entry].setdefault(axis, []).append(label)
    axes = [axis for axis in AXES if len({tuple(values.get(axis, ())) for values in said.values()}) > 1][:_MOST_AXES]
    told = [(link, tuple(", ".join(said[ident].get(axis, ())) for axis in axes)) for ident, link in found]
    if not axes or len({words for _, words in told}) < len(told):
        return None
    return Differences(headings=tuple(AXES[axis].heading for axis in axes), rows=tuple(told))

"""How entries that stand side by side differ: by the axes of their facets on which they do not agree.

A table is made only where it says all that the titles say: the words on which titles differ have to stand in it.
Worked example: C93.30, C93.31 and C93.32 differ in remission alone; S72.001A to S72.002S in side, episode and healing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nosograph.atlas.model import Differences, Link
from nosograph.facets.listing import AXES
from nosograph.finding.words import EMPTY, stems_of

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
    if not axes or len({words for _, words in told}) < len(told) or not _all_said(told, said, axes):
        return None
    return Differences(headings=tuple(AXES[axis].heading for axis in axes), rows=tuple(told))


# Words in which titles of one condition differ while they say the same.
_SAME = frozenset(stems_of("encounter fracture healing type side eye ear limb extremity with"))


def _all_said(
    told: Sequence[tuple[Link, tuple[str, ...]]], said: Mapping[int, Mapping[str, Sequence[str]]], axes: Sequence[str]
) -> bool:
    """Whether each title's own words stand in its row, or are the same facet for all."""
    titles = [frozenset(stems_of(link.title)) - EMPTY for link, _ in told]
    common = frozenset.intersection(*titles)
    for (_, words), title, values in zip(told, titles, said.values(), strict=True):
        alike = [label for axis, labels in values.items() if axis not in axes for label in labels]
        if title - common - _SAME - frozenset(stems_of(" ".join((*words, *alike)))):
            return False
    return True

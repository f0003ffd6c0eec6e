"""The values of an entry by axis, as readers of the data list, count and link them.

Worked example: S72.001A has kind "injury", process "fracture", site "neck-of-femur", episode "initial-encounter" and
more; `/facets/episode/initial-encounter` lists all that share the last one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nosograph.facets.model import Facets


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An axis: its id in addresses, its heading, and what it says in one line."""

    id: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value on an axis: its id in addresses, and its words."""

    axis: str
    id: str
    label: str


_ALL = (
    Axis(id="kind", heading="Kind of entry", meaning="What sort of thing the entry is."),
    Axis(id="process", heading="What happens", meaning="What goes wrong in the body, or what happens."),
    Axis(id="site", heading="Exact place", meaning="The part of the body, as exactly as the entry says it."),
    Axis(id="region", heading="Part of the body", meaning="The coarse region of the body."),
    Axis(id="laterality", heading="Side", meaning="Right, left, both, or left open."),
    Axis(
        id="agent",
        heading="Cause or agent",
        meaning="What causes it or takes part: a germ, a drug, a vehicle, a thing.",
    ),
    Axis(id="course", heading="Course", meaning="How it runs in time."),
    Axis(id="severity", heading="Severity", meaning="How severe or how complete it is."),
    Axis(id="episode", heading="Episode of care", meaning="Active treatment, healing, or a lasting effect."),
    Axis(id="healing", heading="Healing", meaning="How a broken bone heals."),
    Axis(id="remission", heading="Remission", meaning="Whether a cancer or a mental illness is quiet now."),
    Axis(id="trimester", heading="Trimester", meaning="The third of the pregnancy."),
    Axis(id="life-period", heading="Time of life", meaning="The age that the entry speaks of."),
    Axis(id="intent", heading="Intent", meaning="Accident, self-harm, assault, or the effect of a medicine."),
    Axis(id="qualifier", heading="What else it says", meaning="What else the entry says."),
)
AXES: Mapping[str, Axis] = {axis.id: axis for axis in _ALL}
_FIELDS = {"life-period": "life_period"}
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def slug(label: str) -> str:
    """A label as it stands in an address."""
    return _NOT_A_LETTER.sub("-", label.lower()).strip("-")


def values_of(facets: Facets, regions: Mapping[str, str]) -> Iterator[Value]:
    """Every value of an entry, in the order of the axes; `regions` has the label of each region by id."""
    for axis in AXES:
        if axis == "site":
            yield from (_value(axis, s.id, s.label) for s in facets.sites)
            continue
        if axis == "region":
            yield from (_value(axis, r, regions[r]) for r in facets.regions)
            continue
        for label in _labels(facets, axis):
            yield _value(axis, label, label)


@lru_cache(maxsize=20_000)
def _value(axis: str, told: str, label: str) -> Value:
    """Remembered, since entries share their values; they are those of facets, never what a reader typed."""
    return Value(axis=axis, id=told if axis == "site" else slug(told), label=label)


def _labels(facets: Facets, axis: str) -> tuple[str, ...]:
    if axis == "qualifier":
        return facets.qualifiers
    value = getattr(facets, _FIELDS.get(axis, axis))
    return (str(value).replace("_", " "),) if value is not None else ()

"""Facets as lists of links: on an entry's page, and on the pages of the axes.

Worked example: the side of S72.001A is shown as "right" and leads to `/facets/laterality/right`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from nosograph.atlas.model import Shared
from nosograph.facets.listing import AXES, values_of
from nosograph.facets.model import Facets
from nosograph.web.presenting.model import Crumb

UP = Crumb(href="/facets", label="What the codes say")
"""The step that leads from an axis or a value to all axes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLink:
    """A value of an axis: its words, its address, and how many entries have it where that is told."""

    label: str
    href: str
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisGroup:
    """Some values of one axis, under its heading. `href` leads to all of them, `count` says how many there are."""

    heading: str
    values: tuple[ValueLink, ...]
    href: str = ""
    meaning: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The values whose label begins with `heading` ("A"), from A to Z; `id` is where the page's letters lead."""

    id: str
    heading: str
    values: tuple[ValueLink, ...]


def facet_href(axis: str, value: str) -> str:
    """The address of the entries that share a value."""
    return f"/facets/{quote(axis)}/{quote(value)}"


def groups_of(facets: Facets, regions: Mapping[str, str]) -> tuple[AxisGroup, ...]:
    """What an entry says, axis by axis; axes that it says nothing of are left out. `regions` has their labels."""
    links: dict[str, list[ValueLink]] = {}
    for value in values_of(facets, regions):
        links.setdefault(value.axis, []).append(ValueLink(label=value.label, href=facet_href(value.axis, value.id)))
    return tuple(AxisGroup(heading=AXES[axis].heading, values=tuple(found)) for axis, found in links.items())


def own_values(facets: Facets, regions: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The facets of an entry as (axis, value), as they stand in addresses."""
    return frozenset((v.axis, v.id) for v in values_of(facets, regions))


def value_links(values: tuple[Shared, ...]) -> tuple[ValueLink, ...]:
    """The values of an axis with their counts."""
    return tuple(ValueLink(label=v.label, href=facet_href(v.axis, v.value), count=f"{v.entries:,}") for v in values)


def by_letter(values: tuple[ValueLink, ...]) -> tuple[Letter, ...]:
    """The values from A to Z under their first letters; what begins with a digit or a sign comes first, under "0-9"."""
    found: dict[str, list[ValueLink]] = {}
    for value in sorted(values, key=lambda v: v.label.casefold()):
        first = value.label[:1].upper()
        found.setdefault(first if first.isalpha() else "0-9", []).append(value)
    ordered = sorted(found.items(), key=lambda pair: (pair[0] != "0-9", pair[0]))
    return tuple(Letter(id=f"letter-{letter.lower()}", heading=letter, values=tuple(v)) for letter, v in ordered)

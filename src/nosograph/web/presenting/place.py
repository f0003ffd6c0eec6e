"""A place of the body as a page shows it: its conditions by kind, the most common first, and its parts."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404

from nosograph.atlas.mapping import Place
from nosograph.errors import NotFound
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import Crumb, EntryLink

FIRST = 12
"""Conditions of a kind that are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfCondition:
    """Conditions of one kind: the first, and the `rest` behind a button."""

    heading: str
    anchor: str
    count: int
    first: tuple[EntryLink, ...]
    rest: tuple[EntryLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPage:
    """A region: its `title` below `crumbs` that lead up, its `parts` and its conditions by `kinds`.

    `all_href` lists every entry.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    parts: tuple[Crumb, ...]
    kinds: tuple[KindOfCondition, ...]
    all_href: str


# What a reader looks for first stands first.
_HEADINGS = {
    "symptom or finding": "Complaints, signs and test results", "disease": "Illnesses", "injury": "Injuries",
    "infection": "Infections", "neoplasm": "Growths and cancers", "mental": "Mental health",
    "congenital": "Present from birth", "perinatal": "In newborns", "pregnancy": "In pregnancy and birth",
    "poisoning": "Poisoning and effects of medicines", "external cause": "How it came about",
    "health status": "Circumstances", "other": "Other",
}  # fmt: skip
_ORDER = list(_HEADINGS)


def found_place(place: Callable[[str], Place], value: str) -> Place:
    """The place with an id in addresses. Raises Http404."""
    try:
        return place(value)
    except NotFound as missing:
        raise Http404(str(missing)) from missing


def place_page(place: Place, title: str, all_href: str) -> RegionPage:
    """The page of a place; `all_href` lists every entry."""
    kinds = [
        KindOfCondition(
            heading=_HEADINGS[kind], anchor=kind.replace(" ", "-"), count=len(links),
            first=tuple(row(link) for link in links[:FIRST]), rest=tuple(row(link) for link in links[FIRST:]),
        )
        for kind, links in sorted(place.kinds.items(), key=lambda item: _ORDER.index(item[0]))
    ]  # fmt: skip
    return RegionPage(
        crumbs=(Crumb(href="/body", label="Map of the body"),),
        title=title,
        parts=tuple(Crumb(href=f"/body/part/{part.value}", label=part.label) for part in place.parts),
        kinds=tuple(kinds),
        all_href=all_href,
    )

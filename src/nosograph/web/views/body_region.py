"""One region or part of the body: its conditions by kind, the most common first, and the parts of a region.

Worked example: `/body/spine-back` has back pain before rare diseases of the spine, and leads on to its parts
(`/body/part/vertebral-column`). A place that is not on the map is a 404 with a way back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.atlas.mapping import Place
from nosograph.errors import NotFound
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import Crumb, EntryLink
from nosograph.web.rendering import answer

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


@require_safe
def body_region(request: HttpRequest, region: str) -> HttpResponse:
    """`/body/<region>`"""
    atlas = shelf.atlas()
    place = _found(atlas.place, region)
    title = atlas.everyday_regions.get(region, place.label)
    return _answer(request, place, title, f"/facets/region/{region}")


@require_safe
def body_part(request: HttpRequest, site: str) -> HttpResponse:
    """`/body/part/<site>`"""
    place = _found(shelf.atlas().part, site)
    return _answer(request, place, place.label, f"/facets/site/{site}")


def _found(place: Callable[[str], Place], value: str) -> Place:
    try:
        return place(value)
    except NotFound as missing:
        raise Http404(str(missing)) from missing


def _answer(request: HttpRequest, place: Place, title: str, all_href: str) -> HttpResponse:
    kinds = [
        KindOfCondition(
            heading=_HEADINGS[kind], anchor=kind.replace(" ", "-"), count=len(links),
            first=tuple(row(link) for link in links[:FIRST]), rest=tuple(row(link) for link in links[FIRST:]),
        )
        for kind, links in sorted(place.kinds.items(), key=lambda item: _ORDER.index(item[0]))
    ]  # fmt: skip
    page = RegionPage(
        crumbs=(Crumb(href="/body", label="Map of the body"),),
        title=title,
        parts=tuple(Crumb(href=f"/body/part/{part.value}", label=part.label) for part in place.parts),
        kinds=tuple(kinds),
        all_href=all_href,
    )
    return same_for_all_visitors(answer(request, "body_region.html", page))

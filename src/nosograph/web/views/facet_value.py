"""The entries that share one value, in parts of a hundred.

Worked example: `/facets/site/spleen?page=2` lists the second hundred of the entries about the spleen. An axis, a value
or a page that does not exist is a 404 with a way back.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.errors import NotFound
from nosograph.facets.listing import AXES
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import UP
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import Crumb, EntryLink
from nosograph.web.presenting.paging import Part, part, start_of
from nosograph.web.rendering import answer

PAGE = 100
"""Entries on one page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePage:
    """Some of the entries that share a value, as `links`.

    `crumbs` lead up to its axis, whose `heading` it stands under; `label` names it and `count` says how many entries
    have it. `part` is which of them these are.
    """

    crumbs: tuple[Crumb, ...]
    heading: str
    label: str
    count: str
    links: tuple[EntryLink, ...]
    part: Part


@require_safe
def facet_value(request: HttpRequest, axis: str, value: str) -> HttpResponse:
    """`/facets/<axis>/<value>`"""
    known = AXES.get(axis)
    if known is None:
        raise Http404(f"there is no axis {axis!r}")
    start = start_of(request, PAGE)
    try:
        found, links = shelf.atlas().sharing(axis, value, start=start, limit=PAGE)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    page = ValuePage(
        heading=known.heading,
        crumbs=(UP, Crumb(href=f"/facets/{axis}", label=known.heading)),
        label=found.label,
        count="1 entry" if found.entries == 1 else f"{found.entries:,} entries",
        links=tuple(row(link) for link in links),
        part=part(start, len(links), found.entries, PAGE),
    )
    return same_for_all_visitors(answer(request, "facet_value.html", page))

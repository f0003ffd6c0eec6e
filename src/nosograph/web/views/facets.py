"""What the entries are decomposed into: the axes, each with its most frequent values.

Worked example: `/facets` shows twelve sites and leads to `/facets/site`, which has all.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.facets.listing import AXES
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import AxisGroup, value_links
from nosograph.web.rendering import answer

FEW = 12
"""Values of an axis that the overview shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetsPage:
    """The overview: `groups`, one for each axis with its most frequent values, and the `release` that they are of."""

    groups: tuple[AxisGroup, ...]
    release: str


@require_safe
def facets(request: HttpRequest) -> HttpResponse:
    """`/facets`"""
    atlas = shelf.atlas()
    groups = []
    for axis in AXES.values():
        values = atlas.shared(axis.id)
        count = f"{len(values):,} value" if len(values) == 1 else f"{len(values):,} values"
        groups.append(
            AxisGroup(
                heading=axis.heading,
                meaning=axis.meaning,
                href=f"/facets/{axis.id}",
                values=value_links(values[:FEW]),
                count=count,
            )
        )
    return same_for_all_visitors(
        answer(request, "facets.html", FacetsPage(groups=tuple(groups), release=atlas.release))
    )

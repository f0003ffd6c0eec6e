"""All values of one axis, those that most entries have first.

Worked example: `/facets/laterality` lists right, left, unspecified and bilateral. An axis that does not exist is a 404.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.facets.listing import AXES
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import UP, ValueLink, value_links
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisPage:
    """All `values` of one axis under its `heading` and `meaning`, below `crumbs` that lead up."""

    crumbs: tuple[Crumb, ...]
    heading: str
    meaning: str
    values: tuple[ValueLink, ...]


@require_safe
def facet_axis(request: HttpRequest, axis: str) -> HttpResponse:
    """`/facets/<axis>`"""
    known = AXES.get(axis)
    if known is None:
        raise Http404(f"there is no axis {axis!r}")
    values = value_links(shelf.atlas().shared(axis))
    page = AxisPage(crumbs=(UP,), heading=known.heading, meaning=known.meaning, values=values)
    return same_for_all_visitors(answer(request, "facet_axis.html", page))

"""All values of one axis: those that most entries have first, and a long list also from A to Z.

Worked example: `/facets/laterality` lists right, left, unspecified and bilateral; `/facets/site` opens with the sites
that most entries name, and then has all of them under their first letters. An axis that does not exist is a 404.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.facets.listing import AXES
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import UP, Letter, ValueLink, by_letter, value_links
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisPage:
    """One axis under its `heading` and `meaning`, below `crumbs` that lead up.

    `values` has all of a short list, those with most entries first. Of a long list it has the first few, and `letters`
    has all.
    """

    crumbs: tuple[Crumb, ...]
    heading: str
    meaning: str
    values: tuple[ValueLink, ...]
    letters: tuple[Letter, ...]


_SHORT = 60
_FIRST = 12
"""A list longer than 60 is looked through by letter (three screens of a phone); its 12 first fill one screen."""


@require_safe
def facet_axis(request: HttpRequest, axis: str) -> HttpResponse:
    """`/facets/<axis>`"""
    known = AXES.get(axis)
    if known is None:
        raise Http404(f"there is no axis {axis!r}")
    values = value_links(shelf.atlas().shared(axis))
    is_long = len(values) > _SHORT
    page = AxisPage(
        crumbs=(UP,),
        heading=known.heading,
        meaning=known.meaning,
        values=values[:_FIRST] if is_long else values,
        letters=by_letter(values) if is_long else (),
    )
    return same_for_all_visitors(answer(request, "facet_axis.html", page))

"""One part of the body: its conditions by kind, the most common first.

Worked example: `/body/part/femur` has the broken thigh bone among its injuries. A part that no entry has is a 404.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.place import found_place, place_page
from nosograph.web.rendering import answer


@require_safe
def body_part(request: HttpRequest, site: str) -> HttpResponse:
    """`/body/part/<site>`"""
    place = found_place(shelf.atlas().part, site)
    page = place_page(place, place.label, f"/facets/site/{site}")
    return same_for_all_visitors(answer(request, "body_region.html", page))

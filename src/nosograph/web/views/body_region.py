"""One region or part of the body: its conditions by kind, the most common first, and the parts of a region.

Worked example: `/body/spine-back` has back pain before rare diseases of the spine, and leads on to its parts
(`/body/part/vertebral-column`). A place that is not on the map is a 404 with a way back.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.place import found_place, place_page
from nosograph.web.rendering import answer


@require_safe
def body_region(request: HttpRequest, region: str) -> HttpResponse:
    """`/body/<region>`"""
    atlas = shelf.atlas()
    place = found_place(atlas.place, region)
    title = atlas.everyday_regions.get(region, place.label)
    page = place_page(place, title, f"/facets/region/{region}")
    return same_for_all_visitors(answer(request, "body_region.html", page))

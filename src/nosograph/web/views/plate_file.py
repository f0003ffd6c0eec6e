"""One plate as an SVG file, with its colors: `/plates/hip-bones.svg`, or with a part marked `?part=neck-of-femur`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.illustration.plate_view import draw_plate
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.svg_answer import svg_answer


@require_safe
def plate_file(_request: HttpRequest, name: str) -> HttpResponse:
    """`/plates/<name>.svg`"""
    plate = shelf.atlas().plates().get(name)
    part = _request.GET.get("part", "")
    if plate is None or (part and part not in plate.regions):
        raise Http404(f"there is no plate {name!r} with a part {part!r}")
    return same_for_all_visitors(svg_answer(draw_plate(plate, part or None)))

"""The illustration of an entry as a file: SVG, SVG without words, PNG in a few widths, or the card for sharing.

Worked example: `/C93.32.svg`, `/C93.32.small.svg`, `/C93.32.png` (1280 wide), `/C93.32.png?width=640`, and
`/C93.32.card.png` (1200 by 630, also `?width=640` or 320), which pages of other sites may show. Another spelling of the
code redirects, another width is rounded up to the next one that is offered, so that nobody can make the server draw
without end. The ETag comes from the atlas's digest, so "not modified" costs no drawing.

`/J18.9.svg?figure=woman` draws another figure where the code leaves the body open. Where it does not, as on N40.1, or
the figure is unknown, the address leads to the picture as it is.
"""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from nosograph import __version__
from nosograph.atlas.reading import Atlas
from nosograph.web.middleware.who_may_keep import kept_for_an_hour
from nosograph.web.presenting.links import href
from nosograph.web.svg_answer import svg_answer
from nosograph.web.views.at_entry import at_entry

WIDTHS = {"png": (320, 640, 960, 1280, 1920), "card.png": (320, 640, 1200)}
USUAL_WIDTHS = {"png": 1280, "card.png": 1200}


@require_safe
@at_entry
def picture(request: HttpRequest, atlas: Atlas, key: str, form: str) -> HttpResponse:
    """`/<code>.svg`, `/<code>.small.svg`, `/<code>.png` and `/<code>.card.png`"""
    width = _width(request.GET.get("width", ""), form) if form in WIDTHS else 0
    figure = request.GET.get("figure")
    drawable = form in ("svg", "png")
    if figure is not None and not (drawable and figure in atlas.figures(atlas.page(key, compared=False))):
        return HttpResponseRedirect(f"{href(key)}.{form}" + (f"?width={width}" if width else ""))
    named = f"{atlas.digest} {key} {form} {width} {figure} {__version__}"
    etag = f'"{hashlib.sha256(named.encode()).hexdigest()[:32]}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    elif form in ("svg", "small.svg"):
        response = svg_answer(atlas.svg(key, figure=figure) if form == "svg" else atlas.small_svg(key))
    else:
        data = atlas.card(key, width) if form == "card.png" else atlas.png(key, width, figure=figure)
        response = HttpResponse(data, content_type="image/png")
    response.headers["ETag"] = etag
    if form == "card.png":
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Disposition"] = f'inline; filename="{key}.{form}"'
    return kept_for_an_hour(response, request)


def _width(asked: str, form: str) -> int:
    """The offered width that is at least the one asked for."""
    if not asked.isdecimal():
        return USUAL_WIDTHS[form]
    return next((width for width in WIDTHS[form] if width >= int(asked[:6])), WIDTHS[form][-1])

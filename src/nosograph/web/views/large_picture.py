"""The illustration of an entry on a page of its own, as large as the window or larger.

Worked example: `/C93.32/picture`, and `/C93.32/picture?zoom=2` at twice the width of the window.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.atlas.reading import Atlas
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import own_values
from nosograph.web.presenting.figure import figure_of
from nosograph.web.presenting.links import href
from nosograph.web.presenting.model import Figure
from nosograph.web.rendering import answer
from nosograph.web.views.at_entry import at_entry

ZOOMS = ("1", "2", "3")


@dataclass(frozen=True, slots=True, kw_only=True)
class LargePicturePage:
    """The picture of an entry: its `code`, `title` and page (`back`), the `figure`, and how far it is zoomed (`zoom`).

    `zooms` are all the steps; `card_href` is the card for sharing.
    """

    code: str
    title: str
    back: str
    figure: Figure
    zoom: str
    zooms: tuple[str, ...]
    card_href: str


@require_safe
@at_entry
def large_picture(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/<code>/picture`"""
    entry = atlas.page(key)
    zoom = request.GET.get("zoom", "1")
    page = LargePicturePage(
        code=entry.link.code,
        title=entry.link.title,
        back=href(key),
        figure=figure_of(atlas, key, entry.article.scene, own_values(entry.facets, atlas.regions)),
        zoom=zoom if zoom in ZOOMS else "1",
        zooms=ZOOMS,
        card_href=f"{href(key)}.card.png",
    )
    return same_for_all_visitors(answer(request, "large_picture.html", page))

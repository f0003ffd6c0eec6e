"""The body as a map: a figure from the front and from behind whose regions lead on.

Worked example: `/body` shows a woman; `/body?figure=child` a child. Each region of the drawing is a link, and the list
beside it has them all, with those that no outline can show: blood, nerves, the whole body.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.body import BodyView, body_view
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer

FIGURES = {"woman": "Woman", "man": "Man", "child": "Child"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLink:
    """A figure that can be chosen, and whether it is the one that is shown."""

    href: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """The `figures` to choose from, the `views` of the one that is shown, and all `regions` as a list."""

    figures: tuple[FigureLink, ...]
    views: tuple[BodyView, ...]
    regions: tuple[Crumb, ...]


@require_safe
def body(request: HttpRequest) -> HttpResponse:
    """`/body`"""
    figure = request.GET.get("figure", "woman")
    if figure not in FIGURES:
        raise Http404(f"there is no figure {figure!r} of the map")
    atlas = shelf.atlas()
    known = {value.value: value.label for value in atlas.shared("region")}
    everyday = atlas.everyday_regions
    plates = atlas.plates()
    views = tuple(
        body_view(plates[f"figure-{figure}-{side}"], title, known, everyday)
        for side, title in (("front", "From the front"), ("back", "From behind"))
    )
    regions = sorted((everyday.get(value, label), value) for value, label in known.items())
    page = BodyPage(
        figures=tuple(
            FigureLink(href=f"?figure={ident}", label=label, current=ident == figure)
            for ident, label in FIGURES.items()
        ),
        views=views,
        regions=tuple(Crumb(href=f"/body/{value}", label=label) for label, value in regions),
    )
    return same_for_all_visitors(answer(request, "body.html", page))

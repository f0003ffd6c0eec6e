"""One plate with its parts.

Worked example: `/plates/hip-bones` shows the hip; `/plates/hip-bones?part=neck-of-femur` with the neck marked.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A part of a plate: its `id`, its `title`, and whether it is the one that is marked."""

    id: str
    title: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatePage:
    """A plate: its `title` and its `parts`, below `crumbs` that lead up. `image` is its file."""

    crumbs: tuple[Crumb, ...]
    title: str
    image: str
    parts: tuple[PartLink, ...]


@require_safe
def plate(request: HttpRequest, name: str) -> HttpResponse:
    """`/plates/<name>`"""
    found = shelf.atlas().plates().get(name)
    part = request.GET.get("part", "")
    if found is None or (part and part not in found.regions):
        raise Http404(f"there is no plate {name!r} with a part {part!r}")
    page = PlatePage(
        crumbs=(Crumb(href="/plates", label="Plates"),),
        title=found.title,
        image=f"/plates/{name}.svg" + (f"?part={part}" if part else ""),
        parts=tuple(PartLink(id=r.id, title=r.title, marked=r.id == part) for r in found.regions.values()),
    )
    return same_for_all_visitors(answer(request, "plate.html", page))

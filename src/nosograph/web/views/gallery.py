"""Every component with every example, for those who work on the site; only with `NOSOGRAPH_DEBUG=1`."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from nosograph.web.examples import all_examples, render_example
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One example: the `component`, its `name`, and its `markup`."""

    component: str
    name: str
    markup: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage:
    """All `examples`."""

    examples: tuple[Shown, ...]


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """`/gallery`"""
    shown = tuple(
        Shown(component=component, name=name, markup=render_example(component, variables, request))
        for component, name, variables in all_examples()
    )
    return answer(request, "gallery.html", GalleryPage(examples=shown))

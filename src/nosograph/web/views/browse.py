"""All chapters, by their everyday names; each leads on to its blocks, categories and codes."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import rows_with_meaning
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowsePage:
    """The `chapters`, and the `release` that they are of."""

    chapters: tuple[EntryLink, ...]
    release: str


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """`/browse`"""
    atlas = shelf.atlas()
    page = BrowsePage(chapters=rows_with_meaning(atlas.chapters(), shelf.count, atlas.summary), release=atlas.release)
    return same_for_all_visitors(answer(request, "browse.html", page))

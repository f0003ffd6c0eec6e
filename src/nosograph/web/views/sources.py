"""Every source that any page cites, and the licenses of what the site is made of."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.knowledge.model import Source
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """All `sources` by publisher and year, and the `release` of the classification."""

    sources: tuple[Source, ...]
    release: str


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """`/sources`"""
    atlas = shelf.atlas()
    ordered = sorted(atlas.sources(), key=lambda source: (source.publisher.lower(), -source.year, source.title))
    page = SourcesPage(sources=tuple(ordered), release=atlas.release)
    return same_for_all_visitors(answer(request, "sources.html", page))

"""Every source that any page cites, a few hundred at a time, and the licenses of what the site is made of."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.knowledge.model import Source
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.paging import Part, part, start_of
from nosograph.web.rendering import answer

PAGE = 250
"""Sources on one page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Some of the `sources` by publisher and year, the `release` of the classification, and which `part` this is."""

    sources: tuple[Source, ...]
    release: str
    part: Part


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """`/sources`"""
    atlas = shelf.atlas()
    start = start_of(request, PAGE)
    ordered = sorted(atlas.sources(), key=lambda source: (source.publisher.lower(), -source.year, source.title))
    some = tuple(ordered[start : start + PAGE])
    this = part(start, len(some), len(ordered), PAGE, anchor="#publications")
    page = SourcesPage(sources=some, release=atlas.release, part=this)
    return same_for_all_visitors(answer(request, "sources.html", page))

"""Every source that any page cites, a few hundred at a time, and the licenses of what the site is made of."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.knowledge.model import Source
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer

PAGE = 250
"""Sources on one page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Some of the `sources` by publisher and year, and the `release` of the classification.

    `shown` is which part this is, in words; `before` and `after` are the addresses of the parts beside it.
    """

    sources: tuple[Source, ...]
    release: str
    shown: str
    before: str
    after: str


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """`/sources`"""
    atlas = shelf.atlas()
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit() and int(number[:6]) >= 1):
        raise Http404(f"there is no page {number!r} of the sources")
    ordered = sorted(atlas.sources(), key=lambda source: (source.publisher.lower(), -source.year, source.title))
    start = (int(number[:6]) - 1) * PAGE
    some = ordered[start : start + PAGE]
    if ordered and not some:
        raise Http404(f"the list of sources has no page {number}")
    page = SourcesPage(
        sources=tuple(some),
        release=atlas.release,
        shown=f"{start + 1:,} to {start + len(some):,} of {len(ordered):,}",
        before=f"?page={start // PAGE}#publications" if start else "",
        after=f"?page={start // PAGE + 2}#publications" if start + PAGE < len(ordered) else "",
    )
    return same_for_all_visitors(answer(request, "sources.html", page))

"""One box for codes and words: a code goes straight to its page, words to a ranked list.

Worked example: `/search?q=c9332` redirects to `/C93.32`; `/search?q=juvenile+myelo` lists it. What was asked is not
kept anywhere: neither by the site nor, as `private, no-store` tells them, by caches on the way.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from nosograph.atlas.model import Retired
from nosograph.web import shelf
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import EntryLink
from nosograph.web.presenting.results import Result, asked, result
from nosograph.web.rendering import answer

MOST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search shows: the `query`, its `results` and their `count` in words.

    `full` is whether there may be more than are shown. `nearest` holds the entry next to what looks like a code but is
    none of this release; `retired` is what it was, where an earlier release had it. `spelled` is a spelling near to the
    query that would find something.
    """

    query: str
    results: tuple[Result, ...]
    count: str
    full: bool
    nearest: tuple[EntryLink, ...]
    retired: Retired | None
    spelled: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/search?q=...`"""
    query = asked(request.GET.get("q", "")).strip()
    atlas = shelf.atlas()
    key = atlas.resolve(query) if query else None
    if key is not None:
        return HttpResponseRedirect(href(key))
    gone = atlas.retired(query) if query else None
    near = gone.nearest if gone else atlas.nearest(query) if query else None
    hits = atlas.search(query, MOST) if query and not near else []
    page = SearchPage(
        query=query,
        results=tuple(result(hit) for hit in hits),
        count="1 result" if len(hits) == 1 else f"{len(hits)} results",
        full=len(hits) == MOST,
        nearest=(row(atlas.link(near)),) if near else (),
        retired=gone,
        spelled=atlas.spelled(query) if query and not hits and not near else "",
    )
    return answer(request, "search.html", page)

"""One box for codes and words: a code goes straight to its page, words to a ranked list.

Worked example: `/search?q=c9332` redirects to `/C93.32`; `/search?q=juvenile+myelo` lists it. What was asked is not
kept anywhere: neither by the site nor, as `private, no-store` tells them, by caches on the way.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.presenting.links import found, href, row
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer

MOST = 25
LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search shows: the `query`, its results as `links` and their `count` in words.

    `full` is whether there may be more than are shown. `nearest` holds the entry next to what looks like a code but is
    none of this release.
    """

    query: str
    links: tuple[EntryLink, ...]
    count: str
    full: bool
    nearest: tuple[EntryLink, ...]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/search?q=...`"""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST]
    atlas = shelf.atlas()
    key = atlas.resolve(query) if query else None
    if key is not None:
        return HttpResponseRedirect(href(key))
    links = tuple(found(hit) for hit in atlas.search(query, MOST)) if query else ()
    near = atlas.nearest(query) if query else None
    page = SearchPage(
        query=query,
        links=links,
        count="1 result" if len(links) == 1 else f"{len(links)} results",
        full=len(links) == MOST,
        nearest=(row(atlas.link(near)),) if near else (),
    )
    return answer(request, "search.html", page)

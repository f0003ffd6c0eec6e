"""Where the builder of injury codes begins: the injuries by part of the body.

Worked example: `/builder` has under the head its open wounds and broken bones; each leads to `/builder/<code>`.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.building import FIRST, LAST, BuilderPage, choice
from nosograph.web.rendering import answer


@require_safe
def builder(request: HttpRequest) -> HttpResponse:
    """`/builder`"""
    atlas = shelf.atlas()
    groups = []
    for block in atlas.children("19"):
        inside = [link for link in atlas.children(block.key) if FIRST <= link.key[:3] <= LAST]
        if inside:
            links = tuple(choice(link) for link in inside)
            groups.append((block.everyday or block.title, links))
    page = BuilderPage(crumbs=(), here=None, picture="", alt="", groups=tuple(groups))
    return same_for_all_visitors(answer(request, "builder.html", page))

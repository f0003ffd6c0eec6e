"""The page of one entry, at its code.

Worked example: `/C93.32` is the page; `/c9332` and `/C93%2032` redirect to it for good; `/C93.39`, which no release
has, is a 404 that names the nearest entry. What is for members is not in the bytes that a visitor is sent.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from nosograph.article.access import as_seen_by
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.entry import Shelf, entry_page, gate_back_to
from nosograph.web.presenting.links import href
from nosograph.web.rendering import answer
from nosograph.web.views.not_found import page_not_found


@require_safe
def entry(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/<code>`"""
    atlas = shelf.atlas()
    key = atlas.resolve(spelling)
    if key is None:
        return page_not_found(request, spelling)
    if key != spelling:
        return HttpResponsePermanentRedirect(href(key))
    found = atlas.page(key)
    member = request.user.is_authenticated
    seen = as_seen_by(found.article, member=member, members_only=settings.NOSOGRAPH_MEMBER_SECTIONS)
    doors = reverse("account_login"), reverse("account_signup")
    page = entry_page(
        found,
        seen,
        Shelf(resolve=atlas.resolve, count=shelf.count, link=atlas.link, svg=atlas.svg(key, standalone=False)),
        saved=member and request.user.saved_pages.filter(key=key).exists(),
        gate=lambda section: gate_back_to(key, section, *doors),
    )
    return same_for_all_visitors(answer(request, "entry.html", page))

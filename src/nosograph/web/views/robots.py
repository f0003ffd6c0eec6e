"""What search engines may read: every page, but nothing that belongs to one person."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web.middleware.who_may_keep import same_for_all_visitors

TEXT = "User-agent: *\nDisallow: /account/\nDisallow: /saved/\nDisallow: /search\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`"""
    return same_for_all_visitors(HttpResponse(TEXT, content_type="text/plain; charset=utf-8"))

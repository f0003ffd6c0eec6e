"""What search engines may read: every page, but nothing that belongs to one person; or nothing at all.

Worked example: it ends with `Sitemap: https://nosograph.example/sitemap.xml`; with NOSOGRAPH_INDEX=0 it is
`Disallow: /` alone.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.metadata import site_of

TEXT = "User-agent: *\nDisallow: /account/\nDisallow: /saved/\nDisallow: /search\n\nSitemap: {site}/sitemap.xml\n"
NOTHING = "User-agent: *\nDisallow: /\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`"""
    text = TEXT.format(site=site_of(request)) if settings.NOSOGRAPH_INDEX else NOTHING
    return same_for_all_visitors(HttpResponse(text, content_type="text/plain; charset=utf-8"))

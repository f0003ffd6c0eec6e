"""The map of all pages for search engines (sitemaps.org, protocol 0.9): an index, and files of some thousand entries.

Worked example: `/sitemap.xml` names `/sitemap-1.xml` and so on; each of these lists the address of every entry with
the day on which its text was last written, changed or reviewed. A file is made when it is first asked for, and then
kept. Where the owner wants no search engine, there is none of them.
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.api.linked_data import address_of
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import kept_for_an_hour
from nosograph.web.presenting.metadata import site_of

A_FILE = 5_000
"""Entries in a file: the protocol allows ten times as many, but a file of so many is made in a third of a second."""
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`"""
    count = shelf.atlas().counts()["entries"]
    files = range(1, -(-count // A_FILE) + 1)
    site = site_of(request)
    return _xml(request, "sitemapindex", (f"<sitemap><loc>{site}/sitemap-{n}.xml</loc></sitemap>" for n in files))


@require_safe
def sitemap_file(request: HttpRequest, number: int) -> HttpResponse:
    """`/sitemap-<number>.xml`"""
    if not 0 < number < A_FILE:
        raise Http404
    found = shelf.atlas().changes((number - 1) * A_FILE, A_FILE)
    if not found:
        raise Http404
    site = site_of(request)
    urls = (f"<url><loc>{address_of(key, site)}</loc><lastmod>{day}</lastmod></url>" for key, day in found)
    return _xml(request, "urlset", urls)


def _xml(request: HttpRequest, root: str, lines: Iterable[str]) -> HttpResponse:
    if not settings.NOSOGRAPH_INDEX:
        raise Http404
    inner = "\n".join(lines)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SPACE}">\n{inner}\n</{root}>\n'
    return kept_for_an_hour(HttpResponse(text, content_type="text/xml; charset=utf-8"), request)

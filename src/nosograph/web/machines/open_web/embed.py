"""The card of an entry, which other sites may show in a frame.

Worked example: `/embed/C93.32`; `/embed/c9332` redirects to it. It has no script and sets no cookie, and its link opens
beside the site that shows it. Which sites may frame it is the setting NOSOGRAPH_FRAMES; no other page of this site may
be framed by anyone.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from nosograph.api.embedding import embed_address, trust_of
from nosograph.api.linked_data import address_of
from nosograph.icd10cm.spelling import printable
from nosograph.web import shelf
from nosograph.web.middleware.safe_headers import may_be_framed
from nosograph.web.middleware.who_may_keep import KEEP
from nosograph.web.presenting.links import href
from nosograph.web.presenting.metadata import site_of
from nosograph.web.rendering import answer

FOR_ALL = "public, max-age=3600"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """The card: `code`, `title` and `summary` of the entry, and the absolute address of its page (`href`).

    `picture` is the address of the small picture, `caption` says what it shows; `trust` is how far to trust it all.
    """

    code: str
    title: str
    summary: str
    picture: str
    caption: str
    href: str
    trust: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """What was `asked` for, the `release` that lacks it, and where one can search instead (`href`)."""

    asked: str
    release: str
    href: str


@require_safe
def embed(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/embed/<code>`"""
    atlas = shelf.atlas()
    site = site_of(request)
    key = atlas.resolve(spelling)
    if key is None:
        missing = MissingPage(asked=printable(spelling, longest=40), release=atlas.release, href=f"{site}/search")
        return _framed(answer(request, "embed_missing.html", missing, status=404), request)
    if key != spelling:
        return HttpResponsePermanentRedirect(embed_address(key, ""))
    entry = atlas.page(key)
    page = EmbedPage(
        code=entry.link.code,
        title=entry.link.title,
        summary=entry.article.summary,
        picture=f"{href(key)}.small.svg",
        caption=entry.article.scene.caption,
        href=address_of(key, site),
        trust=trust_of(entry),
    )
    return _framed(answer(request, "embed.html", page), request)


def _framed(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    who = " ".join(settings.NOSOGRAPH_FRAMES) or "'none'"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors {who}"
    )
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = FOR_ALL
    request.META[KEEP] = response.status_code == 200
    return may_be_framed(response) if settings.NOSOGRAPH_FRAMES else response

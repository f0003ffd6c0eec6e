"""The card of an entry, which other sites may show in a frame.

Worked example: `/embed/C93.32`; `/embed/c9332` redirects to it. It has no script and sets no cookie, and its link opens
beside the site that shows it. Which sites may frame it is the setting NOSOGRAPH_FRAMES; no other page of this site may
be framed by anyone.
"""

from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.api.embedding import trust_of
from nosograph.api.linked_data import address_of
from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.spelling import printable
from nosograph.web import shelf
from nosograph.web.middleware.safe_headers import may_be_framed
from nosograph.web.middleware.who_may_keep import kept_for_an_hour
from nosograph.web.presenting.links import href
from nosograph.web.presenting.metadata import site_of
from nosograph.web.rendering import answer
from nosograph.web.views.at_entry import at_entry


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


def _missing(request: HttpRequest, spelling: str) -> HttpResponse:
    release = shelf.atlas().release
    page = MissingPage(asked=printable(spelling, longest=40), release=release, href=f"{site_of(request)}/search")
    return _framed(answer(request, "embed_missing.html", page, status=404), request)


@require_safe
@partial(at_entry, missing=_missing)
def embed(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/embed/<code>`"""
    entry = atlas.page(key)
    page = EmbedPage(
        code=entry.link.code,
        title=entry.link.title,
        summary=entry.article.summary,
        picture=f"{href(key)}.small.svg",
        caption=entry.article.scene.caption,
        href=address_of(key, site_of(request)),
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
    kept_for_an_hour(response, request)
    return may_be_framed(response) if settings.NOSOGRAPH_FRAMES else response

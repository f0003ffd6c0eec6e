"""The page of one entry, at its code.

Worked example: `/C93.32` is the page; `/c9332` and `/C93%2032` redirect to it for good; `/C93.39`, which no release
has, is a 404 that names the nearest entry. What is for members is not in the bytes that a visitor is sent.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from nosograph.article.access import as_seen_by
from nosograph.atlas.reading import Atlas
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.entry import EntryTop, Shelf, entry_body, entry_top, gate_back_to
from nosograph.web.presenting.facets import own_values
from nosograph.web.presenting.figure import figure_of
from nosograph.web.presenting.metadata import Metadata, metadata_of, site_of
from nosograph.web.rendering import answer
from nosograph.web.views.at_entry import at_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """The page of an entry: its `top`, its rendered `body`, and whether it is among the reader's `saved` pages.

    `metadata` is what its head tells programs.
    """

    top: EntryTop
    body: SafeString
    metadata: Metadata
    saved: bool


@require_safe
@at_entry
def entry(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/<code>`"""
    member = request.user.is_authenticated
    site = site_of(request)
    top, body, metadata = _content(str(atlas.path), key, member, settings.NOSOGRAPH_MEMBER_SECTIONS, site)
    saved = member and request.user.saved_pages.filter(key=key).exists()
    page = EntryPage(top=top, body=body, metadata=metadata, saved=saved)
    return same_for_all_visitors(answer(request, "entry.html", page))


@lru_cache(maxsize=128)
def _content(
    _atlas_path: str, key: str, member: bool, members_only: frozenset[str], site: str
) -> tuple[EntryTop, SafeString, Metadata]:
    """All of the page that depends on nothing else; some 100 kB, kept for the entries that were last asked for."""
    atlas = shelf.atlas()
    page = atlas.page(key)
    seen = as_seen_by(page.article, member=member, members_only=members_only)
    more = Shelf(
        resolve=atlas.resolve,
        count=shelf.count,
        link=atlas.link,
        summary=atlas.summary,
        regions=atlas.regions,
        figure=figure_of(atlas, key, page.article.scene, own_values(page.facets, atlas.regions)),
    )
    doors = reverse("account_login"), reverse("account_signup")
    body = entry_body(page, seen, more, gate=lambda section: gate_back_to(key, section, *doors))
    metadata = metadata_of(page, site=site, members_only=members_only)
    return entry_top(page, body), render_to_string("entry_body.html", {"page": body}), metadata

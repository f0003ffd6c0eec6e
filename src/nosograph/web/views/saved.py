"""My pages: what a member has saved, with their notes."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from nosograph.errors import NotFound
from nosograph.web import shelf
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer
from nosograph.web.saving.models import LONGEST_NOTE, SavedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A saved page as it is shown; `href` is empty, and `nearest` perhaps not, where the release lacks the code."""

    number: int
    code: str
    title: str
    note: str
    saved: str
    href: str
    nearest: EntryLink | None
    note_href: str
    unsave_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPages:
    """The `pages`, newest first; the `release` that is served; and how `longest` a note may be."""

    pages: tuple[SavedView, ...]
    release: str
    longest: int


@require_safe
@login_required
def saved(request: HttpRequest) -> HttpResponse:
    """`/saved/`"""
    atlas = shelf.atlas()
    pages = tuple(_view(number, page, atlas) for number, page in enumerate(request.user.saved_pages.all(), start=1))
    return answer(request, "saved.html", SavedPages(pages=pages, release=atlas.release, longest=LONGEST_NOTE))


def _view(number: int, page: SavedPage, atlas: shelf.Atlas) -> SavedView:
    own = href(page.key)
    title, address, nearest = page.title, own, None
    try:
        title = atlas.link(page.key).title
    except NotFound:
        address = ""
        near = atlas.nearest(page.key)
        nearest = row(atlas.link(near)) if near else None
    return SavedView(
        number=number,
        code=page.code,
        title=title,
        note=page.note,
        saved=date_format(page.created, "F j, Y"),
        href=address,
        nearest=nearest,
        note_href=f"{own}/note",
        unsave_href=f"{own}/unsave",
    )

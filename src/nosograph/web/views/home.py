"""The first page: one search box, what the site promises, and the chapters."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import row, rows
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer

EXAMPLES = ("C93.32", "S72.001A", "W56.22XA")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the first page shows: how many `entries` there are, the `chapters`, and a few `examples`.

    `shown` is the entry whose picture stands there, as a taste of what a page has; `alt` says what is in it.
    """

    entries: str
    chapters: tuple[EntryLink, ...]
    examples: tuple[EntryLink, ...]
    shown: EntryLink | None
    alt: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """`/`"""
    atlas = shelf.atlas()
    examples = tuple(row(atlas.link(key)) for key in EXAMPLES if atlas.resolve(key) == key)
    page = HomePage(
        entries=f"{atlas.counts()['entries']:,}",
        chapters=rows(atlas.chapters(), shelf.count),
        examples=examples,
        shown=examples[0] if examples else None,
        alt=atlas.page(EXAMPLES[0]).article.scene.caption if examples else "",
    )
    return same_for_all_visitors(answer(request, "home.html", page))

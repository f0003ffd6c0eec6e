"""What the site is, how its pages come about, and what it is not."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph import __version__
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """The `release` that is served, how many `entries` and `statements` it has, and the program's `version`."""

    release: str
    entries: str
    statements: str
    version: str


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """`/about`"""
    atlas = shelf.atlas()
    counts = atlas.counts()
    page = AboutPage(
        release=atlas.release,
        entries=f"{counts['entries']:,}",
        statements=f"{counts['statements']:,}",
        version=__version__,
    )
    return same_for_all_visitors(answer(request, "about.html", page))

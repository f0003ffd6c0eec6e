"""The page for what does not exist, with help: the nearest entry, the search box, the chapters."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from nosograph.atlas.model import Retired
from nosograph.errors import BadInput
from nosograph.icd10cm import spelling
from nosograph.web import shelf
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What was `asked` for, whether it `looks_like_code`, the `nearest` entry, and the `release` that lacks it.

    `retired` is what the code was, where an earlier release had it.
    """

    asked: str
    looks_like_code: bool
    retired: Retired | None
    nearest: tuple[EntryLink, ...]
    release: str


def page_not_found(request: HttpRequest, asked: str) -> HttpResponse:
    """A 404 with help for what was asked for."""
    atlas = shelf.atlas()
    try:
        code, looks = spelling.normalise(asked), True
    except BadInput:
        code, looks = spelling.printable(asked.replace("-", " ").replace("/", " ").strip(), longest=60), False
    gone = atlas.retired(code) if looks else None
    near = gone.nearest if gone else atlas.nearest(code) if looks else None
    page = NotFoundPage(
        asked=code,
        looks_like_code=looks,
        retired=gone,
        nearest=(row(atlas.link(near)),) if near else (),
        release=atlas.release,
    )
    return answer(request, "not_found.html", page, status=404)


def no_such_address(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for addresses that no view serves."""
    return page_not_found(request, request.path.strip("/"))

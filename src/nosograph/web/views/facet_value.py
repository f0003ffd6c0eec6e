"""The entries that share one value, in parts of a hundred.

Worked example: `/facets/site/spleen?page=2` lists the second hundred of the entries about the spleen. An axis, a value
or a page that does not exist is a 404 with a way back.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.errors import NotFound
from nosograph.facets.listing import AXES
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.facets import UP
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import Crumb, EntryLink
from nosograph.web.rendering import answer

PAGE = 100
"""Entries on one page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePage:
    """Some of the entries that share a value, as `links`.

    `crumbs` lead up to its axis, whose `heading` it stands under; `label` names it and `count` says how many entries
    have it. `shown` is which part of them this is; `before` and `after` are the addresses of the parts beside it.
    """

    crumbs: tuple[Crumb, ...]
    heading: str
    label: str
    count: str
    links: tuple[EntryLink, ...]
    before: str
    after: str
    shown: str


@require_safe
def facet_value(request: HttpRequest, axis: str, value: str) -> HttpResponse:
    """`/facets/<axis>/<value>`"""
    known = AXES.get(axis)
    number = request.GET.get("page", "1")
    if known is None or not (number.isascii() and number.isdigit() and int(number[:6]) >= 1):
        raise Http404(f"there is no page {number!r} of {axis!r}")
    start = (int(number[:6]) - 1) * PAGE
    try:
        found, links = shelf.atlas().sharing(axis, value, start=start, limit=PAGE)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    if not links:
        raise Http404(f"the list of {value!r} has no page {number}")
    last = start + len(links)
    page = ValuePage(
        heading=known.heading,
        crumbs=(UP, Crumb(href=f"/facets/{axis}", label=known.heading)),
        label=found.label,
        count="1 entry" if found.entries == 1 else f"{found.entries:,} entries",
        links=tuple(row(link) for link in links),
        before=f"?page={start // PAGE}" if start else "",
        after=f"?page={start // PAGE + 2}" if last < found.entries else "",
        shown=f"{start + 1:,} to {last:,} of {found.entries:,}",
    )
    return same_for_all_visitors(answer(request, "facet_value.html", page))

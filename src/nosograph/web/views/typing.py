"""What a search box offers while one types: the first results, as JSON for the script of the box.

Worked example: `/search/typing?q=juvenile+my` gives C93.3 with its address. The same search as `/search`, and as
little kept: `private, no-store`, and nothing is logged.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.presenting.links import found
from nosograph.web.presenting.results import asked

MOST = 8


@require_safe
def typing(request: HttpRequest) -> HttpResponse:
    """`/search/typing?q=...`"""
    query = asked(request.GET.get("q", ""))
    rows = [found(hit) for hit in shelf.atlas().search(query, MOST)] if query.strip() else []
    answers = [{"href": r.href, "code": r.code, "title": r.title, "everyday": r.everyday, "why": r.note} for r in rows]
    return JsonResponse({"results": answers})

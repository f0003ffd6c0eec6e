"""Who may keep a copy of an answer: anyone, for a public page sent to a visitor; nobody, for everything else.

Worked example: `/C93.32` for a visitor carries `Cache-Control: public, max-age=0, s-maxage=600, must-revalidate` and
`Vary: Cookie`; the same page for a member, and every form, carries `private, no-store`.

A browser must ask again each time (`max-age=0`), and is then answered "not modified" from memory. So the page that
someone comes back to after signing up is never the visitor's copy.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

VISITORS = "public, max-age=0, s-maxage=600, must-revalidate"
FOR_AN_HOUR = "public, max-age=3600"
"""For what nobody's account changes: pictures, and answers to programs, whose clients should keep them."""
NOBODY = "private, no-store"
KEEP = "nosograph.keep"


def same_for_all_visitors(response: HttpResponse) -> HttpResponse:
    """Mark an answer as one that every visitor gets alike."""
    response.same_for_all_visitors = True
    return response


def kept_for_an_hour(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Let anyone keep an answer for an hour without asking again; the front, too, where it is a whole one."""
    response.headers["Cache-Control"] = FOR_AN_HOUR
    request.META[KEEP] = response.status_code == 200
    return response


class WhoMayKeep:
    """Sets Cache-Control where the view has not, and tells the front (by the environ) what it may keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" in response.headers:
            return response
        marked = getattr(response, "same_for_all_visitors", False) and not response.cookies
        if marked and not _personal(request):
            response.headers["Cache-Control"] = VISITORS
            patch_vary_headers(response, ("Cookie",))
            request.META[KEEP] = response.status_code == 200
        else:
            response.headers["Cache-Control"] = NOBODY
        return response


def _personal(request: HttpRequest) -> bool:
    """Whether the answer may name the reader: they have an account, or there was a message to show."""
    user = getattr(request, "user", None)
    return (user is not None and user.is_authenticated) or "messages" in request.COOKIES

"""What every view of one entry begins with: the code in the address, in any spelling, and the atlas that it is in.

Worked example: `/c9332/visit?x=1` leads to `/C93.32/visit?x=1` for good; `/C93.39/visit`, which no release has, is the
404 that names the nearest entry; `/C93.32/visit` is answered by the view, with the atlas and the key `C93.32`.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from nosograph.web import shelf
from nosograph.web.views.not_found import page_not_found

View = Callable[..., HttpResponse]
Missing = Callable[[HttpRequest, str], HttpResponse]


def at_entry(view: View, *, missing: Missing = page_not_found) -> View:
    """The view, given the atlas and the key of the entry in the place of how its code was spelled.

    A form that is sent is taken under any spelling: a redirect would lose what it holds.
    """

    @wraps(view)
    def found(request: HttpRequest, spelling: str, **parts: str) -> HttpResponse:
        atlas = shelf.atlas()
        key = atlas.resolve(spelling)
        if key is None:
            return missing(request, spelling)
        if key != spelling and request.method != "POST":
            name = request.resolver_match.view_name
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponsePermanentRedirect(reverse(name, kwargs={"spelling": key, **parts}) + query)
        return view(request, atlas, key, **parts)

    return found

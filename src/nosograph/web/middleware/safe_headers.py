"""The headers that keep a page to itself: no foreign script or request, no frame, no trace of where one came from.

Worked example: every HTML answer carries `Content-Security-Policy: default-src 'none'; style-src 'self'; ...`.
The one script, of the search box, is a file of this site; there is none in a page. A view may set a policy of its own
(the SVG files do, for the style element inside them; the card for other sites does, so that it may be framed); it is
then left as it is.

Where the owner wants no search engine to list the site, every answer says so.

Other sites are never told where one came from. It is not `no-referrer`, since browsers would then send the forms of
the site itself with `Origin: null` (Fetch standard, "append a request Origin header"), which the check against
forged forms must refuse.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
        "xr-spatial-tracking",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


NEVER_FRAMED = "X-Frame-Options"


def may_be_framed(response: HttpResponse) -> HttpResponse:
    """Mark an answer whose own policy says which sites may show it in a frame: the older header knows only "none"."""
    response.may_be_framed = True
    return response


class SafeHeaders:
    """Adds the headers to every answer that does not already carry them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            if name != NEVER_FRAMED or not getattr(response, "may_be_framed", False):
                response.headers.setdefault(name, value)
        if not settings.NOSOGRAPH_INDEX:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

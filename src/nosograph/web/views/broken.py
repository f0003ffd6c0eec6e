"""What one sees when the site itself has failed. It asks neither database nor atlas: either may be the cause."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static


def broken(request: HttpRequest) -> HttpResponse:
    """Django's handler for 500."""
    try:
        stylesheet = static("site.css")
    except ValueError:  # the collected files are what is broken
        stylesheet = ""
    return HttpResponse(render_to_string("broken.html", {"stylesheet": stylesheet}), status=500)

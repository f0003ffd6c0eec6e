"""A template and its dataclass to an answer: the one place where pages are rendered.

Worked example: `answer(request, "home.html", HomePage(...))` gives the template two names, `page` and `frame`.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def answer(request: HttpRequest, template: str, page: object, *, status: int = 200) -> HttpResponse:
    """The rendered page."""
    return HttpResponse(render_to_string(template, {"page": page}, request), status=status)

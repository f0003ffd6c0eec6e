"""What one sees when a request makes no sense to the server, or asks for what only others may have."""

from django.http import HttpRequest, HttpResponse

from nosograph.web.message_page import MessagePage
from nosograph.web.rendering import answer


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for 400. The request may be too broken to render a page from, so the answer is plain text."""
    return HttpResponse("This request could not be understood.\n", content_type="text/plain; charset=utf-8", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for 403."""
    page = MessagePage(
        title="You cannot see this", paragraphs=("It belongs to somebody else, or you are not logged in.",)
    )
    return answer(request, "message.html", page, status=403)

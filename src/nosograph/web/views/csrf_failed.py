"""What one sees when a form cannot be trusted: it was open too long, or cookies are off."""

from django.http import HttpRequest, HttpResponse

from nosograph.web.message_page import MessagePage
from nosograph.web.rendering import answer


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's view for a form without a valid token."""
    page = MessagePage(
        title="That form was too old",
        paragraphs=(
            "For your safety, this site takes only forms that it has just sent to you. Nothing was changed.",
            "Go back, load the page again, and send the form once more.",
            "If it happens again, allow cookies for this site.",
        ),
    )
    return answer(request, "message.html", page, status=403)

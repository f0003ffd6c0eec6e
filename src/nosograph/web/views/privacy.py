"""What the site knows of its readers, said so that it can be checked against the program."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage:
    """The names of the two cookies, `session` and `csrf`, and for how many `days` one stays logged in."""

    session: str
    csrf: str
    days: int


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """`/privacy`"""
    page = PrivacyPage(
        session=settings.SESSION_COOKIE_NAME,
        csrf=settings.CSRF_COOKIE_NAME,
        days=settings.SESSION_COOKIE_AGE // (24 * 60 * 60),
    )
    return same_for_all_visitors(answer(request, "privacy.html", page))

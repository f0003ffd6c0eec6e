"""The account: who one is here, and the way to change, take along or delete it all."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """The member's `email`, and how many pages they `saved`, in words."""

    email: str
    saved: str


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """`/account/`"""
    number = request.user.saved_pages.count()
    return answer(request, "account.html", AccountPage(email=request.user.email, saved=in_words(number)))


def in_words(number: int) -> str:
    """How many pages, as one says it."""
    return "1 saved page" if number == 1 else f"{number or 'no'} saved pages"

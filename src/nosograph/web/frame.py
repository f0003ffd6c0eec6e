"""What every page has around its own content: who reads it, what to tell them, and where logging in leads back to.

Worked example: on `/C93.32` a visitor's log-in link is `/account/login/?next=/C93.32`; on the log-in page itself it
keeps the address that was asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame of a page.

    `member` is whether the reader is logged in, `messages` what there is to tell them once.
    `login_href` and `signup_href` lead back to this page. `can_mail` is whether the site can send e-mail.
    `query` is what the search box holds.
    """

    member: bool
    messages: Iterable
    login_href: str
    signup_href: str
    can_mail: bool
    query: str


def frame(request: HttpRequest) -> dict[str, object]:
    """Django's context processor."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> Frame:
    user = getattr(request, "user", None)
    member = user is not None and user.is_authenticated
    at_the_door = request.path.startswith("/account/")
    back = request.GET.get("next") if at_the_door else request.path
    tail = "?next=" + quote(back, safe="/") if back and back != "/" else ""
    return Frame(
        member=member,
        messages=get_messages(request),
        login_href=reverse("account_login") + tail,
        signup_href=reverse("account_signup") + tail,
        can_mail=settings.NOSOGRAPH_CAN_MAIL,
        query=request.GET.get("q", "")[:200] if request.path == "/search" else "",
    )

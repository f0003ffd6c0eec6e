"""Change one's e-mail address.

Where addresses must be confirmed, the new one holds once the link sent to it is opened; elsewhere at once, and the
password asked for is the proof of who asks. (The sign-up library's own page would first remove an address that was
never confirmed, and where a site has no mail server none ever is.)
"""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nosograph.web.accounts.forms import ChangeEmailForm
from nosograph.web.accounts.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailPage:
    """The `email` that holds now, and the one that is `waiting` to be confirmed."""

    email: str
    waiting: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@rate_limit(action="manage_email")
def account_email(request: HttpRequest) -> HttpResponse:
    """`/account/email/`"""
    form = ChangeEmailForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        return _changed(request, form.cleaned_data["email"])
    waiting = EmailAddress.objects.filter(user=request.user, primary=False, verified=False).order_by("-pk").first()
    page = EmailPage(email=request.user.email, waiting=waiting.email if waiting else "")
    return HttpResponse(render_to_string("account/email_change.html", {"page": page, "form": form}, request))


def _changed(request: HttpRequest, email: str) -> HttpResponse:
    if settings.ACCOUNT_EMAIL_VERIFICATION == "mandatory":
        EmailAddress.objects.add_new_email(request, request.user, email)
        return HttpResponseRedirect(reverse("account_email"))
    change_at_once(request.user, email)
    messages.success(request, f"Your e-mail address is now {email}.")
    return HttpResponseRedirect(reverse("account"))


def change_at_once(account: Account, email: str) -> None:
    """Put the new address in the place of all that the account had."""
    with transaction.atomic():
        EmailAddress.objects.filter(user=account).delete()
        EmailAddress.objects.create(user=account, email=email, primary=True, verified=False)
        account.email = email
        account.save(update_fields=["email"])

"""Delete one's account, with all that belongs to it, at once and for good."""

from dataclasses import dataclass

from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nosograph.web.accounts.forms import DeleteAccountForm
from nosograph.web.accounts.models import Account
from nosograph.web.views.account import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePage:
    """How many pages are `saved`, in words."""

    saved: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@rate_limit(action="reauthenticate")
def account_delete(request: HttpRequest) -> HttpResponse:
    """`/account/delete/`"""
    form = DeleteAccountForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        account = Account.objects.get(pk=request.user.pk)
        logout(request)
        delete_all(account)
        messages.success(request, "Your account and all that belonged to it are deleted.")
        return HttpResponseRedirect(reverse("home"))
    page = DeletePage(saved=in_words(request.user.saved_pages.count()))
    return HttpResponse(render_to_string("account/delete.html", {"page": page, "form": form}, request))


def delete_all(account: Account) -> None:
    """The account, its addresses and saved pages, and its sessions on other devices."""
    with transaction.atomic():
        own = str(account.pk)
        for session in Session.objects.iterator():
            if session.get_decoded().get("_auth_user_id") == own:
                session.delete()
        account.delete()

"""Revoke a token: from then on it opens nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST


@require_POST
@login_required
def account_token_revoke(request: HttpRequest, ident: int) -> HttpResponse:
    """`/account/tokens/<number>/revoke`"""
    token = get_object_or_404(request.user.tokens, pk=ident)
    token.delete()
    messages.success(request, f"The token “{token.name}” is revoked.")
    return HttpResponseRedirect(reverse("account_tokens"))

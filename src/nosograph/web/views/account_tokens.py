"""The tokens of a member's programs: the list, a form for a new one, and the new one itself, shown once."""

from dataclasses import dataclass

from allauth.decorators import rate_limit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from nosograph.web.tokens.forms import TokenForm
from nosograph.web.tokens.models import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class TokensPage:
    """The member's `tokens`, and the text of the one just made (`fresh`), else empty."""

    tokens: tuple[Token, ...]
    fresh: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@rate_limit(action="tokens")
def account_tokens(request: HttpRequest) -> HttpResponse:
    """`/account/tokens/`"""
    form = TokenForm(request.POST if request.method == "POST" else None, account=request.user)
    fresh = ""
    if request.method == "POST" and form.is_valid():
        _, fresh = Token.objects.make(request.user, form.cleaned_data["name"])
        form = TokenForm(account=request.user)
    page = TokensPage(tokens=tuple(request.user.tokens.all()), fresh=fresh)
    return HttpResponse(render_to_string("account/tokens.html", {"page": page, "form": form}, request))

"""What the site asks of the sign-up library beyond its settings: its own words, and no addresses in its counters."""

import hashlib
import hmac

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """Plain words for what can go wrong; rate limits that count by a scrambled network address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "This e-mail address and password do not belong together. Check both.",
        "email_taken": "There is an account with this address already. Log in instead.",
        "incorrect_password": "That is not your password.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
        "unknown_email": "There is no account with this address.",
        "same_as_current": "This is the address that you have now.",
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
        "account_inactive": "This account is closed.",
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 (the library's signature)
        return reverse("account")

    def get_client_ip(self, request: HttpRequest) -> str:
        """A stand-in for the reader's network address that only this site's key could link to it.

        The counters of the rate limits lie in the database, which need not know where anyone came from.
        """
        address = truncate_ip(super().get_client_ip(request))
        return hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()[:32]

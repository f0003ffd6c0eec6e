"""A token: whose, what they call it, and a hash of it. The token itself is shown once and never stored.

A token is 256 random bits, so one round of SHA-256 protects it: unlike a password it cannot be guessed from a list
(NIST SP 800-63B, section 5.1.2.2, look-up secrets of at least 112 bits). When it was last used is not kept.
"""

import hashlib
import secrets

from django.conf import settings
from django.db import models

PREFIX = "nosograph_"
MOST = 10
LONGEST_NAME = 60


class TokenManager(models.Manager):
    """Makes tokens and finds them again."""

    def make(self, account: models.Model, name: str) -> tuple["Token", str]:
        """A new token of an account, and its text, which is nowhere kept."""
        text = PREFIX + secrets.token_urlsafe(32)
        return self.create(account=account, name=name, digest=digest_of(text), ending=text[-4:]), text

    def of(self, text: str) -> "Token | None":
        """The token with this text, where its account is open."""
        if not text.startswith(PREFIX):
            return None
        return self.filter(digest=digest_of(text), account__is_active=True).first()


class Token(models.Model):
    """One token; `ending` tells its owner which of several it is."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=LONGEST_NAME)
    digest = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=4)
    created = models.DateTimeField(auto_now_add=True)
    objects = TokenManager()

    class Meta:
        ordering = ["created", "pk"]

    def __str__(self) -> str:
        return f"{self.name} (…{self.ending})"


def digest_of(text: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(text.encode()).hexdigest()

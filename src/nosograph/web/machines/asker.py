"""Who asks a machine interface: anyone, or a program with a member's token.

A session does not count here: a page of another site could make a member's browser ask, and read what comes.
"""

from dataclasses import dataclass

from django.http import HttpRequest

from nosograph.web.machines.refusal import Refusal
from nosograph.web.tokens.limiting import MINUTE, may_ask
from nosograph.web.tokens.models import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """`member` gets all; anyone else gets what is public."""

    member: bool


ANYONE = Asker(member=False)
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Nosograph"'}


def asker_of(request: HttpRequest) -> Asker:
    """Who asks. Raises Refusal for a token that is none (401), and for one that asks too often (429)."""
    sent = request.headers.get("Authorization", "")
    if not sent:
        return ANYONE
    scheme, _, text = sent.partition(" ")
    token = Token.objects.of(text.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        raise Refusal(
            401, "unknown token", "send `Authorization: Bearer <token>` with a token of /account/tokens/, or nothing",
            headers=_CHALLENGE,
        )  # fmt: skip
    if not may_ask(token.pk):
        raise Refusal(
            429, "too many requests", "this token has asked too often in this minute; wait a minute",
            headers={"Retry-After": str(MINUTE)},
        )  # fmt: skip
    return Asker(member=True)

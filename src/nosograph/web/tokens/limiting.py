"""How often one token may ask in a minute: counted beside the accounts, so that all workers count together."""

from time import time

from django.conf import settings
from django.core.cache import cache

MINUTE = 60


def may_ask(token_id: int) -> bool:
    """Count one more request of a token in this minute; whether it is still within its rate."""
    if not settings.NOSOGRAPH_TOKEN_RATE:
        return True
    key = f"token:{token_id}:{int(time()) // MINUTE}"
    # Two requests at the same moment may count as one: a limit of hundreds a minute need not be exact.
    asked = cache.get(key, 0) + 1
    cache.set(key, asked, timeout=2 * MINUTE)
    return asked <= settings.NOSOGRAPH_TOKEN_RATE

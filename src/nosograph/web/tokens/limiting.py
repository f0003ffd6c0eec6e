"""How often one token may ask in a minute: counted beside the accounts, so that all workers count together."""

import time

from django.conf import settings
from django.core.cache import cache

MINUTE = 60


def may_ask(token_id: int) -> bool:
    """Count one more request of a token in this minute; whether it is still within its rate."""
    if not settings.NOSOGRAPH_TOKEN_RATE:
        return True
    key = f"token:{token_id}:{int(time.time()) // MINUTE}"
    cache.add(key, 0, timeout=2 * MINUTE)
    return cache.incr(key) <= settings.NOSOGRAPH_TOKEN_RATE

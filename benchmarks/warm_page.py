"""How long one page takes inside a worker that has been answering for a while, without the network.

Each page is a different one, so a visitor's is rendered and not taken from memory; the second round is from memory.
"""

import os

from benchmarks.model import Bench, Figure
from benchmarks.worker import in_a_process_of_its_own, started, tell

WARMING, PAGES = 300, 2_000


def measure(bench: Bench) -> list[Figure]:
    """Three rounds over the same spread of pages: rendered for a visitor, from memory, rendered for a member."""
    return in_a_process_of_its_own("benchmarks.warm_page", bench)


def _report() -> None:
    ask = started()
    from nosograph.web import shelf

    keys = shelf.atlas().keys()
    warming, spread = keys[7 :: len(keys) // WARMING][:WARMING], keys[:: len(keys) // PAGES][:PAGES]
    for key in warming:
        ask(f"/{key}")
    bar = "at most 10 ms, 30 ms"
    tell("warm page for a visitor, rendered: median, 99th percentile", bar, [ask(f"/{key}") for key in spread])
    recent = spread[-200:]
    tell("warm page for a visitor, from memory: median, 99th percentile", bar, [ask(f"/{key}") for key in recent])
    cookie = _member()
    for key in warming:
        ask(f"/{key}", cookie=cookie)
    tell(
        "warm page for a member, rendered: median, 99th percentile",
        bar,
        [ask(f"/{key}", cookie=cookie) for key in spread],
    )


def _member() -> str:
    """The cookie of a new member who has logged in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_user(f"bench-{os.getpid()}@example.org", "maple kettle window"))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


if __name__ == "__main__":
    _report()

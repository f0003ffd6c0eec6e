"""How long one page takes inside a worker that has been answering for a while, without the network.

Each page is a different one, so a visitor's is rendered and not taken from memory; the second round is from memory.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.model import Bench, Figure

WARMING, PAGES = 300, 2_000


def measure(bench: Bench) -> list[Figure]:
    """Three rounds over the same spread of pages: rendered for a visitor, from memory, rendered for a member."""
    command = [sys.executable, "-m", "benchmarks.warm_page"]
    told = subprocess.run(
        command, env={**os.environ, "NOSOGRAPH_DATA": str(bench.data)}, check=True, capture_output=True, text=True
    ).stdout
    rows = [line.split("|") for line in told.splitlines() if line.count("|") == 2]
    return [Figure(what=what, bar=bar, result=result) for what, bar, result in rows]


def _report() -> None:
    from nosograph.atlas.pointing import current
    from nosograph.web.places import data_dir

    found = current(data_dir() / "atlas")
    if found is None:
        raise RuntimeError("no atlas; benchmarks.build comes first")
    from nosograph.web.server import prepare

    prepare("127.0.0.1", found.path)
    ask = _asking()
    from nosograph.web import shelf

    keys = shelf.atlas().keys()
    warming, spread = keys[7 :: len(keys) // WARMING][:WARMING], keys[:: len(keys) // PAGES][:PAGES]
    for key in warming:
        ask(key, "")
    bar = "at most 10 ms, 30 ms"
    _tell("warm page for a visitor, rendered: median, 99th percentile", bar, [ask(key, "") for key in spread])
    recent = spread[-200:]
    _tell("warm page for a visitor, from memory: median, 99th percentile", bar, [ask(key, "") for key in recent])
    cookie = _member()
    for key in warming:
        ask(key, cookie)
    _tell("warm page for a member, rendered: median, 99th percentile", bar, [ask(key, cookie) for key in spread])


def _asking() -> Callable[[str, str], float]:
    """A function that asks the site's application for a page and gives the milliseconds that it took."""
    from nosograph.web.wsgi import application

    def ask(key: str, cookie: str) -> float:
        environ: dict[str, object] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": f"/{key}", "QUERY_STRING": "", "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost:8000",
            "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr, **({"HTTP_COOKIE": cookie} if cookie else {}),
        }  # fmt: skip
        status: list[str] = []
        began = time.perf_counter()
        answer = application(environ, lambda line, *_: status.append(line))
        b"".join(answer)
        took = (time.perf_counter() - began) * 1000
        if hasattr(answer, "close"):
            answer.close()
        if status != ["200 OK"]:
            raise RuntimeError(f"/{key}: {status}")
        return took

    return ask


def _member() -> str:
    """The cookie of a new member who has logged in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_user(f"bench-{os.getpid()}@example.org", "maple kettle window"))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _tell(what: str, bar: str, times: list[float]) -> None:
    late = statistics.quantiles(times, n=100)[98]
    digits = 1 if late >= 1 else 3
    print(f"{what}|{bar}|{statistics.median(times):.{digits}f} ms, {late:.{digits}f} ms")


if __name__ == "__main__":
    Path(os.environ["NOSOGRAPH_DATA"]).mkdir(parents=True, exist_ok=True)
    _report()

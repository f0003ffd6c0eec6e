"""What stands before Django in a worker: visitors' pages from memory, and a clean environment.

Worked example: the first visitor of `/C93.32` makes Django render it; the second gets the same bytes without Django
being asked. Only what Django itself marked (`who_may_keep`) is kept, and only answers to a GET without query,
session, message, token or foreign origin; the host and the scheme are part of the key, so that a forged one stays
forged.
Text is compressed for those who accept gzip: these answers hold no secret that compression could leak.
"""

import gzip
import os
from collections.abc import Callable, Iterable

from nosograph.web.middleware.who_may_keep import KEEP
from nosograph.web.page_cache import Kept, PageCache

Environ = dict[str, object]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable], Iterable[bytes]]

TEXT = ("text/", "image/svg+xml", "application/json")
# The server hands every worker's environment variables on as if they were the request's. They may hold the owner's
# passwords, and a variable called HTTP_... would look like a header: none of them reaches Django.
FOREIGN = frozenset(os.environ)


class Front:
    """The WSGI application that the server calls."""

    def __init__(self, application: Application, cache: PageCache, personal_cookies: tuple[str, ...]) -> None:
        self._application = application
        self._cache = cache
        self._personal = tuple(f"{name}=" for name in personal_cookies)

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        key = self._key(environ)
        kept = self._cache.get(key) if key else None
        if kept is not None:
            return _answer(kept, environ, start_response)
        for name in FOREIGN & environ.keys():
            del environ[name]
        if key is None or environ["REQUEST_METHOD"] == "HEAD":
            return self._application(environ, start_response)
        return self._render(key, environ, start_response)

    def _key(self, environ: Environ) -> tuple | None:
        """What the answer depends on, or None where it is not one for all visitors."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or environ.get("QUERY_STRING"):
            return None
        if environ.get("HTTP_AUTHORIZATION") or environ.get("HTTP_ORIGIN"):
            return None
        cookies = environ.get("HTTP_COOKIE", "")
        if cookies and any(name in cookies for name in self._personal):
            return None
        return (
            environ["PATH_INFO"],
            environ.get("HTTP_HOST"),
            environ.get("HTTP_X_FORWARDED_PROTO"),
            environ["wsgi.url_scheme"],
            "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""),
        )

    def _render(self, key: tuple, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        """Ask Django; keep the answer where it says so."""
        caught: list = []
        answer = self._application(environ, lambda *parts: caught.append(parts))
        status, headers = caught[0][0], caught[0][1]
        if not (environ.get(KEEP) and status.startswith("200")):
            start_response(status, headers)
            return answer
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        kept = _kept(status, headers, body, accepts_gzip=key[-1])
        self._cache.keep(key, kept)
        return _answer(kept, environ, start_response)


def _kept(status: str, headers: Headers, body: bytes, *, accepts_gzip: bool) -> Kept:
    """The answer as it goes out to those with (or without) gzip."""
    named = {name.lower(): value for name, value in headers}
    etag = named.get("etag")
    if named.get("content-type", "").startswith(TEXT):
        headers = [pair for pair in headers if pair[0].lower() not in ("vary", "content-length", "etag")]
        vary = [part.strip() for part in named.get("vary", "").split(",") if part.strip()]
        headers.append(("Vary", ", ".join([*vary, "Accept-Encoding"])))
        if accepts_gzip:
            body = gzip.compress(body, 4, mtime=0)  # a quarter of the time of level 6, for 3 % more bytes
            headers.append(("Content-Encoding", "gzip"))
            etag = f'{etag[:-1]}-gzip"' if etag else None
        headers.append(("Content-Length", str(len(body))))
        if etag:
            headers.append(("ETag", etag))
    return Kept(status=status, headers=tuple(headers), body=body, etag=etag)


def _answer(kept: Kept, environ: Environ, start_response: Callable) -> list[bytes]:
    """The kept answer, or "not modified" where the reader has it already."""
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if wanted and kept.etag and (wanted.strip() == "*" or kept.etag in wanted):
        start_response(
            "304 Not Modified",
            [pair for pair in kept.headers if pair[0].lower() not in ("content-length", "content-type")],
        )
        return []
    start_response(kept.status, list(kept.headers))
    return [kept.body] if environ["REQUEST_METHOD"] == "GET" else []

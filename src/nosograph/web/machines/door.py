"""What every machine interface has in common, as a decorator: who asks, which methods, how errors and answers look.

Worked example: `@door("GET", "POST", told=as_problem)` over a view that takes the request, the asker and the parts of
its address. The view raises Refusal, NotFound or BadInput; `told` makes the answer of it. A view marks an answer with
`same_for_all` where it depends on nothing but the address.
"""

import gzip
import re
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import has_vary_header, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from nosograph.errors import BadInput, NotFound
from nosograph.web.machines.asker import ANYONE, Asker, asker_of
from nosograph.web.machines.refusal import Refusal
from nosograph.web.middleware.who_may_keep import FOR_AN_HOUR, KEEP, NOBODY

Told = Callable[[Refusal, HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]

_LEAST = 1000  # bytes below which compression gains nothing
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0+)?(?:,|$))")


def door(*methods: str, told: Told) -> Callable[[View], View]:
    """A view as programs may call it: from other origins, by these methods, with or without a token."""
    allowed = (*methods, "HEAD") if "GET" in methods else methods

    def made(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, **parts: str) -> HttpResponse:
            asker = ANYONE
            try:
                if request.method not in allowed:
                    raise Refusal(
                        405, "method not allowed", f"ask with {' or '.join(methods)}",
                        headers={"Allow": ", ".join((*allowed, "OPTIONS"))},
                    )  # fmt: skip
                asker = asker_of(request)
                response = view(request, asker, **parts)
            except Refusal as refusal:
                response = _refused(refusal, request, told)
            except NotFound as problem:
                response = _refused(Refusal(404, "not found", str(problem)), request, told)
            except BadInput as problem:
                response = _refused(Refusal(400, "bad request", str(problem)), request, told)
            return _finished(response, request, asker)

        return csrf_exempt(answered)  # no cookie counts here, so there is nothing to forge

    return made


def same_for_all(response: HttpResponse) -> HttpResponse:
    """Mark an answer that depends on nothing but its address: whoever is no member gets it alike."""
    response.same_for_all_askers = True
    return response


def accepts_gzip(request: HttpRequest) -> bool:
    """Whether the asker takes a compressed answer. One that is streamed compresses itself."""
    return bool(_GZIP.search(request.headers.get("Accept-Encoding", "")))


def _refused(refusal: Refusal, request: HttpRequest, told: Told) -> HttpResponse:
    response = told(refusal, request)
    for name, value in refusal.headers.items():
        response.headers[name] = value
    return response


def _finished(response: HttpResponse, request: HttpRequest, asker: Asker) -> HttpResponse:
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
    patch_vary_headers(response, ("Authorization",))
    keep = getattr(response, "same_for_all_askers", False) and not asker.member and request.method in ("GET", "HEAD")
    response.headers.setdefault("Cache-Control", FOR_AN_HOUR if keep else NOBODY)
    by_address = not (request.META.get("QUERY_STRING") or has_vary_header(response, "Accept"))
    if keep and response.status_code == 200 and by_address:
        request.META[KEEP] = True  # the front keeps it by its address alone, and compresses it once
    elif not response.streaming and accepts_gzip(request) and len(response.content) >= _LEAST:
        response.content = gzip.compress(response.content, 4, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ("Accept-Encoding",))
    return response

"""Asks this very site, so that the page for developers shows what comes and not what somebody once wrote down.

Worked example: `answer_to(example)` of the JSON interface holds the status, the media type and the first lines of the
page of C93.32. Nothing goes over the network: the view of the address is called.
"""

import io
import json
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.dom import minidom

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import resolve

from nosograph.web.machines.example import Example

MOST_LINES = 24
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A request as a line, what it sends, and what came: the status line, and the beginning of the body."""

    says: str
    request: str
    sent: str
    status: str
    body: str


def answer_to(example: Example, host: str) -> Shown:
    """What an example really gets."""
    request = _request(example, host)
    view = resolve(urlsplit(example.address).path)
    response = view.func(request, *view.args, **view.kwargs)
    kind = response.headers.get("Content-Type", "")
    return Shown(
        says=example.says,
        request=f"{request.method} {unquote(example.address)}",
        sent=example.body,
        status=f"{response.status_code} {response.reason_phrase}" + (f", {kind}" if kind else ""),
        body=_shortened(_told(response, kind)),
    )


def _request(example: Example, host: str) -> WSGIRequest:
    parts, body = urlsplit(example.address), example.body.encode()
    return WSGIRequest(
        {
            "REQUEST_METHOD": "POST" if example.body else "GET", "PATH_INFO": unquote(parts.path),
            "QUERY_STRING": parts.query, "CONTENT_TYPE": example.media_type, "CONTENT_LENGTH": str(len(body)),
            "HTTP_HOST": host, "SERVER_NAME": host, "SERVER_PORT": "80", "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
        }
    )  # fmt: skip


def _told(response: HttpResponse, kind: str) -> str:
    """The body as a person reads it."""
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    if "image/png" in kind:
        return f"({len(raw):,} bytes of a picture)"
    text = raw.decode()
    if "json" in kind:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    if "xml" in kind and "svg" not in kind:
        return str(minidom.parseString(text).toprettyxml(indent="  "))  # noqa: S318 - our own answer
    return text


def _shortened(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    shown = [line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in lines[:MOST_LINES]]
    more = len(lines) - len(shown)
    return "\n".join([*shown, f"… and {more:,} lines more"] if more > 0 else shown)

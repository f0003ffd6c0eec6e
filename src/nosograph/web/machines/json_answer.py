"""JSON as machine interfaces send it: compact, UTF-8, with the media type of the interface."""

import json

from django.http import HttpRequest, HttpResponse

from nosograph.web.machines.refusal import Refusal

PROBLEM = "application/problem+json"


def json_answer(data: object, *, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    """Data as an answer."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, status=status, content_type=media_type)


def as_problem(refusal: Refusal, request: HttpRequest) -> HttpResponse:
    """A problem document (RFC 9457). `instance` is left out: it would repeat the address that was asked for."""
    data = {"type": "about:blank", "title": refusal.name, "status": refusal.status, "detail": refusal.detail}
    data |= refusal.members
    return json_answer(data, status=refusal.status, media_type=PROBLEM)

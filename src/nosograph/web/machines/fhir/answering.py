"""The door of /fhir: JSON or nothing, and an OperationOutcome for whatever goes wrong.

Worked example: `@fhir_door("GET", "POST")` over a view that returns a resource. `Accept: application/fhir+xml` is
answered with 406, `_format=json` overrides what is accepted, as FHIR has it.
"""

import json
import re
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from nosograph.api.fhir.model import Json
from nosograph.api.fhir.problem import Issue, Problem, outcome
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.fhir.asking import FHIR_JSON, PLAIN_JSON
from nosograph.web.machines.refusal import Refusal

_FORMATS = {"json": FHIR_JSON, FHIR_JSON: FHIR_JSON, PLAIN_JSON: PLAIN_JSON, "text/json": FHIR_JSON}
_ANY = ("*/*", "application/*", "text/json")
_REFUSED = re.compile(r";\s*q=0(?:\.0*)?\s*(?:;|$)")
_CODES = {
    400: "invalid", 401: "login", 404: "not-found", 405: "not-supported", 406: "not-supported", 413: "too-long",
    415: "not-supported", 429: "throttled",
}  # fmt: skip
View = Callable[..., Json | HttpResponseBase]


def fhir_door(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A view that returns a resource, as programs may call it."""

    def made(view: View) -> Callable[..., HttpResponse]:
        @door(*methods, told=as_outcome)
        @wraps(view)
        def answered(request: HttpRequest, asker: Asker, **parts: str) -> HttpResponse:
            media_type = wanted_type(request)
            try:
                resource = view(request, asker, **parts)
            except Problem as problem:
                return resource_answer(outcome(problem.issues), media_type, status=problem.status)
            if isinstance(resource, HttpResponseBase):
                return resource
            answer = same_for_all(resource_answer(resource, media_type))
            answer.headers.setdefault("Vary", "Accept")
            return answer

        return answered

    return made


def resource_answer(resource: Json, media_type: str = FHIR_JSON, *, status: int = 200) -> HttpResponse:
    """A resource as an answer."""
    text = json.dumps(resource, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, status=status, content_type=f"{media_type}; charset=utf-8")


def as_outcome(refusal: Refusal, request: HttpRequest) -> HttpResponse:
    """A refusal as an OperationOutcome."""
    code = _CODES.get(refusal.status, "exception")
    return resource_answer(outcome([Issue(code=code, text=refusal.detail)]), status=refusal.status)


def wanted_type(request: HttpRequest) -> str:
    """The media type of the answer. Raises Refusal (406) where the asker takes none that there is."""
    asked = request.GET.get("_format", "")
    if asked:
        found = _FORMATS.get(asked.replace(" ", "+").partition(";")[0].strip().lower())
        if found is None:
            raise Refusal(406, "not acceptable", "there is JSON alone; ask with _format=json")
        return found
    sent = request.headers.get("Accept", "").lower()
    ranges = [part.strip() for part in sent.split(",") if part.strip()]
    taken = [part.partition(";")[0].strip() for part in ranges if not _REFUSED.search(part)]
    if not ranges or FHIR_JSON in taken:
        return FHIR_JSON
    if PLAIN_JSON in taken:
        return PLAIN_JSON
    if any(kind in _ANY for kind in taken):
        return FHIR_JSON
    raise Refusal(406, "not acceptable", f"there is JSON alone; accept {FHIR_JSON}")

"""What a request to /fhir says: its parameters, and where this server is reached.

Worked example: a GET's query and a POST's Parameters resource become the same `Asked`.
Refused: a body of another media type (415), one that is no JSON (400), and one that is too large (413).
"""

import json

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, QueryDict

from nosograph.api.fhir.asked import Asked, of_resource
from nosograph.api.fhir.library import Library, library_for
from nosograph.web import shelf
from nosograph.web.machines.refusal import Refusal

FHIR_JSON, PLAIN_JSON = "application/fhir+json", "application/json"
JSON_TYPES = (FHIR_JSON, PLAIN_JSON)
_FORM = "application/x-www-form-urlencoded"


def base_of(request: HttpRequest) -> str:
    """The address of the FHIR interface, as this request reached it."""
    return f"{root_of(request)}/fhir"


def root_of(request: HttpRequest) -> str:
    """The address of the site, without a slash at its end."""
    return f"{request.scheme}://{request.get_host()}"


def asked_of(request: HttpRequest) -> Asked:
    """The parameters of an operation."""
    if request.method != "POST":
        return _of_query(request.GET)
    if request.content_type not in JSON_TYPES:
        raise Refusal(
            415, "not-supported",
            f"the body is {request.content_type or 'of no type'!r}; send a Parameters resource as {JSON_TYPES[0]}",
        )  # fmt: skip
    try:
        return of_resource(json.loads(request.body, parse_constant=_no_number))
    except RequestDataTooBig:
        raise Refusal(413, "too-long", "the body is too large; send at most 100 kB") from None
    except (ValueError, RecursionError):
        raise Refusal(400, "structure", "the body is no JSON; send a Parameters resource") from None


def searched_for(request: HttpRequest) -> Asked:
    """The parameters of a search: of the query, and of a form where it is sent by POST."""
    if request.method != "POST":
        return _of_query(request.GET)
    if request.content_type != _FORM:
        raise Refusal(415, "not-supported", f"a search by POST is a form; send it as {_FORM}")
    return Asked([*_pairs(request.GET), *_pairs(request.POST)])


def library_of(request: HttpRequest, asked: Asked | None = None) -> Library:
    """What the request can draw on."""
    base = base_of(request)
    return library_for(shelf.atlas(), base, asked) if asked else Library(shelf.atlas(), base)


def _no_number(text: str) -> float:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(text)


def _of_query(query: QueryDict) -> Asked:
    return Asked(_pairs(query))


def _pairs(query: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in query.lists() for value in values]

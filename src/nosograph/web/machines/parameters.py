"""The parameters of a request, from its address and, where it is a form, from its body.

Worked example: a POST of `mainSearchCriteria.v.c=C93.32` to `/service?knowledgeResponseType=application/json` has both.
A name that stands in both is one that is sent twice. Refused: a body that is no form, and one that is too large.
"""

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from nosograph.web.machines.refusal import Refusal

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def parameters_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Every name with every value that was sent for it. Raises Refusal."""
    try:
        pairs = _pairs(request.GET)
        if request.method == "POST":
            if request.content_type not in (*FORMS, ""):
                raise Refusal(415, "unsupported media type", f"send the form as {FORMS[0]}")
            pairs += _pairs(request.POST)
    except RequestDataTooBig as problem:
        raise Refusal(413, "content too large", "send the parameters of one request only") from problem
    except (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError) as problem:
        raise Refusal(400, "bad request", "the parameters cannot be read; send fewer, as a form") from problem
    return pairs


def _pairs(sent: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in sent.lists() for value in values]

"""In which form an answer is wanted: `knowledgeResponseType`, Atom where nothing is said.

Worked example: `application/json` is JSON, `application/javascript` with `callback=show` a script that calls `show`.
Refused: an unknown type (415), and a script without the name of a function to call (400).
"""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nosograph.api.infobutton import atom
from nosograph.api.infobutton.answering import Reader
from nosograph.api.infobutton.asking import Parameters
from nosograph.api.infobutton.json_feed import feed_as_data, is_callback
from nosograph.api.infobutton.model import Feed
from nosograph.errors import BadInput
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.json_answer import json_answer
from nosograph.web.machines.refusal import Refusal

MATCH_HEADER = "X-Nosograph-Match"
PAGE = "text/html"
_ATOM = ("text/xml", "application/xml", "application/atom+xml")
_JSON = ("application/json", "text/json")
_SCRIPT = ("application/javascript", "text/javascript")


def form_of(parameters: Parameters) -> str:
    """The form that is wanted, by its media type. Raises Refusal for one that is unknown."""
    sent = next((value for name, value in parameters if name == "knowledgeResponseType"), "")
    wanted = sent.partition(";")[0].strip().lower().replace(" ", "+")  # a plus in an address is a blank
    wanted = wanted or _ATOM[0]
    if wanted not in (*_ATOM, *_JSON, *_SCRIPT, PAGE):
        known = ", ".join((_ATOM[0], _JSON[0], _SCRIPT[0], PAGE))
        raise Refusal(415, "unsupported media type", f"knowledgeResponseType is not known; send one of: {known}")
    return wanted


def callback_of(parameters: Parameters) -> str:
    """The function that a script is to call. Raises BadInput for what is no plain name of one."""
    name = next((value for name, value in parameters if name == "callback"), "")
    if not is_callback(name):
        raise BadInput("callback must be the name of a function: letters, digits, _, $ and points, such as showPages")
    return name


def reader_of(request: HttpRequest, asker: Asker) -> Reader:
    """Who reads the answer, and at which address the site is reached."""
    return Reader(
        site=request.build_absolute_uri("/").rstrip("/"),
        member=asker.member,
        members_only=settings.NOSOGRAPH_MEMBER_SECTIONS,
        now=datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def told_as(feed: Feed, form: str, parameters: Parameters) -> HttpResponse:
    """The feed as an answer, with a header that says how each code was found."""
    if form in _JSON:
        response = json_answer(feed_as_data(feed))
    elif form in _SCRIPT:
        response = _script(feed, callback_of(parameters))
    else:
        media = f"{form}; charset=utf-8"
        response = HttpResponse(atom.atom(feed), content_type=media)
    response.headers[MATCH_HEADER] = ", ".join(feed.matches)
    return response


def _script(feed: Feed, name: str) -> HttpResponse:
    """A call of the function with the data; the remark in front keeps others from reading it as another format."""
    data = json.dumps(feed_as_data(feed), ensure_ascii=False, separators=(",", ":"))
    text = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return HttpResponse(f"/**/{name}({text});", content_type="application/javascript; charset=utf-8")

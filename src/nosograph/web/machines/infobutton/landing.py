"""Where people land who follow an Infobutton: the page of a code or its section, or a page that says why there is none.

Worked example: C93.32 with the sub-topic Q000628 leads to `/C93.32#treatment`; ZZZ99 gives a page with a search box.
The address that it leads to holds the code alone: nothing that was told of the person goes along.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from nosograph.api.code_systems import BY_OID
from nosograph.api.infobutton.answering import found
from nosograph.api.infobutton.model import Asked, Criterion
from nosograph.api.infobutton.topics import section_for
from nosograph.api.matching import Match, Matched
from nosograph.icd10cm.spelling import printable
from nosograph.web import shelf
from nosograph.web.machines.infobutton.forms import MATCH_HEADER
from nosograph.web.machines.refusal import Refusal
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import EntryLink
from nosograph.web.rendering import answer

_SPANISH = "es"


@dataclass(frozen=True, slots=True, kw_only=True)
class LandingPage:
    """What someone sees for whom there is no single page: a `heading`, `remarks`, and the `entries` that were found.

    `in_spanish` is whether to say in Spanish that the pages are in English; `query` is what the search box holds.
    """

    heading: str
    remarks: tuple[str, ...]
    entries: tuple[EntryLink, ...]
    in_spanish: bool
    query: str


def landing(request: HttpRequest, asked: Asked) -> HttpResponse:
    """A redirect to the one page that was asked for, else a page that says what was found."""
    places = [(criterion, found(shelf.atlas(), criterion)) for criterion in asked.criteria]
    if len(places) == 1 and places[0][1].match is Match.EXACT:
        response = _leading_to(request, str(places[0][1].key), asked.topic)
    else:
        response = _shown(request, _told(places, asked))
    response.headers[MATCH_HEADER] = ", ".join(place.match.value for _, place in places)
    return response


def search_box(request: HttpRequest, query: str = "") -> HttpResponse:
    """The page for a request without a code."""
    page = LandingPage(
        heading="What does this diagnosis code mean?", remarks=(), entries=(), in_spanish=False, query=query
    )
    return _shown(request, page)


def as_landing_page(refusal: Refusal, request: HttpRequest) -> HttpResponse:
    """A refusal as a page for people."""
    page = LandingPage(
        heading="This question cannot be answered",
        remarks=(f"The program that led you here asked in a way that this site does not know: {refusal.detail}.",),
        entries=(), in_spanish=False, query="",
    )  # fmt: skip
    return _shown(request, page, status=refusal.status)


def _leading_to(request: HttpRequest, key: str, topic: str | None) -> HttpResponse:
    section = section_for(topic, [s.id for s in shelf.atlas().page(key, compared=False).article.sections])
    response = HttpResponseRedirect(href(key) + (f"#{section}" if section else ""))
    response.status_code = 303 if request.method == "POST" else 302  # the page itself is always asked for by GET
    return response


def _shown(request: HttpRequest, page: LandingPage, *, status: int = 200) -> HttpResponse:
    """The page as any visitor gets it: as for all that programs ask, no session counts."""
    request.user = AnonymousUser()
    return answer(request, "landing.html", page, status=status)


def _told(places: list[tuple[Criterion, Matched]], asked: Asked) -> LandingPage:
    atlas = shelf.atlas()
    keys = dict.fromkeys(place.key for _, place in places if place.key)
    remarks = [remark for criterion, place in places if (remark := _remark(criterion, place))]
    if len(places) > 1:
        heading = "The pages for these codes" if keys else "There is no page for these codes"
    else:
        heading = _heading(*places[0])
    return LandingPage(
        heading=heading,
        remarks=tuple(remarks),
        entries=tuple(row(atlas.link(key)) for key in keys),
        in_spanish=asked.language == _SPANISH,
        query="" if keys else printable(asked.criteria[0].display, longest=200),
    )


def _heading(criterion: Criterion, place: Matched) -> str:
    code = printable(criterion.code, longest=40)
    if place.match is Match.OTHER_SYSTEM:
        return "There is no page for this code"
    return f"{code} is no longer a code" if place.retired else f"There is no code {code}"


def _remark(criterion: Criterion, place: Matched) -> str:
    """Why a code has no page of its own."""
    code, release = printable(criterion.code, longest=40), shelf.atlas().release
    if place.match is Match.OTHER_SYSTEM:
        system = (
            BY_OID[criterion.system].label if criterion.system in BY_OID else "a system that this site does not know"
        )
        return f"{code} was sent as a code of {system}. This site explains the codes of ICD-10-CM."
    if place.retired:
        was = f"{code} was a code until fiscal year {place.retired.last}: {place.retired.title}."
        return f"{was} The nearest entry of today is below."
    if place.match is Match.ANCESTOR:
        return f"{code} is not in the release that this site serves ({release}). The nearest entry above it is below."
    return f"{code} is not in the release that this site serves ({release})." if place.key is None else ""

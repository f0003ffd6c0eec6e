"""The linked data of an entry by itself, as its page carries it.

Worked example: `/C93.32.jsonld`; another spelling redirects. Refused: a code that is not there, as a problem (404).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from nosograph.api.linked_data import linked_data
from nosograph.errors import NotFound
from nosograph.icd10cm.spelling import normalise
from nosograph.web import shelf
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.json_answer import as_problem, json_answer
from nosograph.web.presenting.links import href
from nosograph.web.presenting.metadata import site_of

JSON_LD = "application/ld+json"


@door("GET", told=as_problem)
def linked(request: HttpRequest, asker: Asker, spelling: str) -> HttpResponse:
    """`/<code>.jsonld`"""
    atlas = shelf.atlas()
    key = atlas.resolve(spelling)
    if key is None:
        raise NotFound(f"{normalise(spelling)} is not in {atlas.release}; /search finds codes by words")
    if key != spelling:
        return same_for_all(HttpResponsePermanentRedirect(f"{href(key)}.jsonld"))
    # Alike for members: it says what any reader of the web may know.
    data = linked_data(atlas.page(key), site=site_of(request), members_only=settings.NOSOGRAPH_MEMBER_SECTIONS)
    return same_for_all(json_answer(data, media_type=JSON_LD))

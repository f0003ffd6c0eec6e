"""A page as Composition and DocumentReference, read by id or found by its code.

Worked example: `/fhir/Composition/C93.32`; `/fhir/DocumentReference?code=http://hl7.org/fhir/sid/icd-10-cm|C93.32`.
"""

from django.conf import settings
from django.http import HttpRequest

from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.bundle import searchset
from nosograph.api.fhir.documents import Site, composition, document_reference
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.problem import bad, unknown
from nosograph.icd10cm.spelling import printable
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.fhir.answering import fhir_door
from nosograph.web.machines.fhir.asking import library_of, root_of, searched_for

DOCUMENTS = ("Composition", "DocumentReference")
_BY = ("_id", "identifier", "code", "context", "event")
_MOST = 50


@fhir_door("GET")
def read_document(request: HttpRequest, asker: Asker, kind: str, ident: str) -> Json:
    """`/fhir/Composition/<id>` and `/fhir/DocumentReference/<id>`"""
    library = library_of(request)
    key = _key(library, ident)
    if key is None:
        raise unknown(f"there is no {kind} {printable(ident)!r}; its id is a code, such as C93.32")
    return _document(request, asker, kind, key, library)


@fhir_door("GET", "POST")
def search_documents(request: HttpRequest, asker: Asker, kind: str) -> Json:
    """`/fhir/Composition?code=...` and `/fhir/DocumentReference?identifier=...`"""
    asked, library = searched_for(request), library_of(request)
    keys = _keys(asked, library)
    found = [_document(request, asker, kind, key, library) for key in keys[:_MOST]]
    return searchset(f"{library.base}/{kind}", found, asked, _BY, total=len(keys))


def _keys(asked: Asked, library: Library) -> list[str]:
    """The entries that all parameters agree on; commas part alternatives, as everywhere in FHIR."""
    given = [text for name in _BY for text in asked.texts(name)]
    if not given:
        raise bad("there is one for each of all entries; name a code, as in code=C93.32", code="too-costly")
    found: list[str] | None = None
    for text in given:
        keys = [key for one in text.split(",") if (key := _token(library, one))]
        found = keys if found is None else [key for key in found if key in keys]
    return list(dict.fromkeys(found or ()))


def _token(library: Library, text: str) -> str | None:
    """The entry of `system|code`, or of a code alone; of another system there is none."""
    system, bar, code = text.rpartition("|")
    return _key(library, code) if not bar or system in (library.icd.uri, "") else None


def _key(library: Library, code: str) -> str | None:
    found = library.icd.find(code)
    return library.icd.row(found.number).key if found else None


def _document(request: HttpRequest, asker: Asker, kind: str, key: str, library: Library) -> Json:
    page = library.atlas.page(key)
    site = Site(root_of(request), library.base)
    if kind == "DocumentReference":
        return document_reference(page, library.icd, site)
    gated = settings.NOSOGRAPH_MEMBER_SECTIONS
    return composition(page, library.icd, site, member=asker.member, members_only=gated)

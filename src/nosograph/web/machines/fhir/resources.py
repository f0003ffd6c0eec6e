"""Code systems, value sets and maps, as searched for and read by id.

Worked example: `/fhir/CodeSystem?url=http://hl7.org/fhir/sid/icd-10-cm` gives a Bundle with the stub;
`/fhir/CodeSystem/icd-10-cm?_summary=false` gives the whole, as a download.
"""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse

from nosograph.api.fhir import value_sets
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.bundle import CANONICAL, fitting, searchset
from nosograph.api.fhir.code_system import ID, stub
from nosograph.api.fhir.concept_maps import MAPS, resource, resources
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.naming import uses_system
from nosograph.api.fhir.problem import unknown
from nosograph.icd10cm.spelling import printable
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.fhir.answering import fhir_door
from nosograph.web.machines.fhir.asking import library_of, searched_for
from nosograph.web.machines.fhir.download import whole_code_system

SEARCHABLE = ("CodeSystem", "ValueSet", "ConceptMap")


@fhir_door("GET", "POST")
def search(request: HttpRequest, asker: Asker, kind: str) -> Json:
    """`/fhir/<type>?...` and, by POST, `/fhir/<type>/_search`"""
    asked, library = searched_for(request), library_of(request)
    found = fitting(_all(kind, asked, library), asked)
    known = [*CANONICAL]
    if kind == "CodeSystem":
        known += ["system", "code"]
        found = [r for r in found if _has_code(r, asked, library)]
    if kind == "ConceptMap":
        known += ["source-system", "target-system"]
        for name, end in (("source-system", "source"), ("target-system", "target")):
            found = [r for r in found if all(getattr(MAPS[r["id"]], end) == uri for uri in asked.texts(name))]
    return searchset(f"{library.base}/{kind}", found, asked, known)


@fhir_door("GET")
def read(request: HttpRequest, asker: Asker, kind: str, ident: str) -> Json | StreamingHttpResponse:
    """`/fhir/<type>/<id>`"""
    library = library_of(request)
    if kind == "CodeSystem" and ident == ID and request.GET.get("_summary") == "false":
        return whole_code_system(request, library.base)
    found = _one(kind, ident, library)
    if found is None:
        raise unknown(f"there is no {kind} {printable(ident)!r}; /fhir/{kind} lists those that are named")
    return found


def _one(kind: str, ident: str, library: Library) -> Json | None:
    if kind == "ValueSet":
        return value_sets.by_id(library.icd, library.base, ident)
    if kind == "ConceptMap":
        return resource(MAPS[ident], library.base, library.icd.version) if ident in MAPS else None
    return next((r for r in _code_systems(library) if r["id"] == ident), None)


def _all(kind: str, asked: Asked, library: Library) -> Iterator[Json]:
    """What there is to search among; a value set that is named by its address or id is made for that."""
    if kind == "CodeSystem":
        yield from _code_systems(library)
    elif kind == "ConceptMap":
        yield from resources(library.base, library.icd.version)
    else:
        named = {r["id"]: r for r in value_sets.named_sets(library.icd, library.base)}
        asked_for = [value_sets.by_url(library.icd, library.base, url) for url in asked.texts("url")]
        asked_for += [value_sets.by_id(library.icd, library.base, ident) for ident in asked.texts("_id")]
        yield from {**named, **{r["id"]: r for r in asked_for if r}}.values()


def _code_systems(library: Library) -> Iterator[Json]:
    yield stub(library.icd, library.base, library.atlas.release)
    yield uses_system(library.base)


def _has_code(found: Json, asked: Asked, library: Library) -> bool:
    """The parameters `system`, which is the address of a code system, and `code`, one of its codes."""
    source = library.system(found["url"])
    return all(found["url"] == uri for uri in asked.texts("system")) and all(
        source is not None and source.find(code.rpartition("|")[2]) for code in asked.texts("code")
    )

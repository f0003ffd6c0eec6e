"""The operations: `/fhir/CodeSystem/$lookup` and its like, of a type or of one resource.

Worked example: `/fhir/ValueSet/icd-10-cm-C93.3/$expand` is `/fhir/ValueSet/$expand` with that value set's canonical.
"""

from collections.abc import Callable

from django.http import HttpRequest

from nosograph.api.fhir import value_sets
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.code_system import ID
from nosograph.api.fhir.expanding import expand
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.looking_up import look_up, subsumes
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.naming import uses_uri
from nosograph.api.fhir.problem import unknown
from nosograph.api.fhir.translating import translate
from nosograph.api.fhir.validating import validate_in_set, validate_in_system
from nosograph.icd10cm.spelling import printable
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.fhir.answering import fhir_door
from nosograph.web.machines.fhir.asking import asked_of, library_of
from nosograph.web.machines.refusal import Refusal

Operation = Callable[..., Json]
_OF_SYSTEMS: dict[str, Operation] = {"lookup": look_up, "validate-code": validate_in_system, "subsumes": subsumes}
_OF_SETS: dict[str, Operation] = {"expand": expand, "validate-code": validate_in_set}


@fhir_door("GET", "POST")
def of_code_systems(request: HttpRequest, asker: Asker, name: str, ident: str = "") -> Json:
    """`/fhir/CodeSystem[/<id>]/$<name>`"""
    operation, asked, library = _asked(request, _OF_SYSTEMS, name)
    if not ident:
        return operation(asked, library)
    uri = {ID: library.icd.uri, "designation-use": uses_uri(library.base)}.get(ident)
    if uri is None:
        raise unknown(f"there is no CodeSystem {printable(ident)!r}; there is {ID}")
    return operation(asked, library, library.system(uri))


@fhir_door("GET", "POST")
def of_value_sets(request: HttpRequest, asker: Asker, name: str, ident: str = "") -> Json:
    """`/fhir/ValueSet[/<id>]/$<name>`"""
    operation, asked, library = _asked(request, _OF_SETS, name)
    if not ident:
        return operation(asked, library)
    found = value_sets.by_id(library.icd, library.base, ident)
    if found is None:
        raise unknown(f"there is no ValueSet {printable(ident)!r}; /fhir/ValueSet lists those that are named")
    return operation(asked, library, found)


@fhir_door("GET", "POST")
def of_concept_maps(request: HttpRequest, asker: Asker, name: str, ident: str = "") -> Json:
    """`/fhir/ConceptMap[/<id>]/$translate`"""
    operation, asked, library = _asked(request, {"translate": translate}, name)
    return operation(asked, library, ident or None)


def _asked(request: HttpRequest, known: dict[str, Operation], name: str) -> tuple[Operation, Asked, Library]:
    operation = known.get(name)
    if operation is None:
        offered = ", ".join(f"${each}" for each in known)
        raise Refusal(404, "not-found", f"there is no operation ${printable(name)} here; there is {offered}")
    asked = asked_of(request)
    return operation, asked, library_of(request, asked)

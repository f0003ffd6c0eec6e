"""The addresses below /fhir, and an OperationOutcome for every other one there."""

from django.http import HttpRequest
from django.urls import re_path

from nosograph.api.fhir.model import Json
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.fhir.answering import fhir_door
from nosograph.web.machines.fhir.documents import DOCUMENTS, read_document, search_documents
from nosograph.web.machines.fhir.metadata import metadata
from nosograph.web.machines.fhir.operations import of_code_systems, of_concept_maps, of_value_sets
from nosograph.web.machines.fhir.resources import SEARCHABLE, read, search
from nosograph.web.machines.refusal import Refusal

_ID = r"(?P<ident>[A-Za-z0-9.-]{1,64})"
_OPERATION = r"\$(?P<name>[a-z-]{1,40})$"
_KIND, _DOCUMENT = rf"(?P<kind>{'|'.join(SEARCHABLE)})", rf"(?P<kind>{'|'.join(DOCUMENTS)})"


@fhir_door("GET", "POST")
def nothing_here(request: HttpRequest, asker: Asker) -> Json:
    """Any other address below /fhir."""
    raise Refusal(404, "not-found", "there is nothing at this address; /fhir/metadata tells what there is")


urlpatterns = [
    re_path(r"^metadata$", metadata),
    *(
        pattern
        for kind, view in (
            ("CodeSystem", of_code_systems),
            ("ValueSet", of_value_sets),
            ("ConceptMap", of_concept_maps),
        )
        for pattern in (re_path(rf"^{kind}/{_OPERATION}", view), re_path(rf"^{kind}/{_ID}/{_OPERATION}", view))
    ),
    re_path(rf"^{_KIND}(?:/_search)?$", search),
    re_path(rf"^{_KIND}/{_ID}$", read),
    re_path(rf"^{_DOCUMENT}(?:/_search)?$", search_documents),
    re_path(rf"^{_DOCUMENT}/{_ID}$", read_document),
    re_path(r"", nothing_here),
]

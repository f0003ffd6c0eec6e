"""`/fhir/metadata`: what this server can do."""

from django.http import HttpRequest

from nosograph.api.fhir.capability import capability_statement, terminology_capabilities
from nosograph.api.fhir.model import Json
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.fhir.answering import fhir_door
from nosograph.web.machines.fhir.asking import library_of
from nosograph.web.machines.refusal import Refusal


@fhir_door("GET")
def metadata(request: HttpRequest, asker: Asker) -> Json:
    """A CapabilityStatement, or with `mode=terminology` the TerminologyCapabilities."""
    mode = request.GET.get("mode", "full")
    if mode == "terminology":
        return terminology_capabilities(library_of(request))
    if mode not in ("full", "normative"):
        raise Refusal(400, "invalid", "mode is one of full, normative and terminology")
    return capability_statement(library_of(request))

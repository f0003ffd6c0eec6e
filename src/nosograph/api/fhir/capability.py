"""What this server can do, as it says at /fhir/metadata: a CapabilityStatement, and TerminologyCapabilities.

Worked example: `capability_statement(...)["fhirVersion"]` is "4.0.1", and its rest names every operation.
"""

from nosograph import __version__
from nosograph.api.fhir.expanding import PARAMETERS
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Json

SINCE = "2026-11-23"
"""The day on which the interface was last changed in what it can do."""
_OPERATIONS = {
    "CodeSystem": ("lookup", "validate-code", "subsumes"),
    "ValueSet": ("expand", "validate-code"),
    "ConceptMap": ("translate",),
}
_SEARCHED = {
    "CodeSystem": {"_id": "token", "url": "uri", "version": "token", "name": "string", "title": "string",
                   "status": "token", "system": "uri", "identifier": "token", "code": "token"},
    "ValueSet": {"_id": "token", "url": "uri", "version": "token", "name": "string", "title": "string",
                 "status": "token", "identifier": "token"},
    "ConceptMap": {"_id": "token", "url": "uri", "version": "token", "name": "string", "title": "string",
                   "status": "token", "source-system": "uri", "target-system": "uri"},
    "Composition": {"_id": "token", "identifier": "token", "context": "token", "code": "token"},
    "DocumentReference": {"_id": "token", "identifier": "token", "event": "token", "code": "token"},
}  # fmt: skip
_DEFINITION = "http://hl7.org/fhir/OperationDefinition"


def capability_statement(library: Library) -> Json:
    """What can be asked, and how."""
    base = library.base
    return {
        "resourceType": "CapabilityStatement", "id": "nosograph", "url": f"{base}/metadata", "version": __version__,
        "name": "Nosograph", "title": "Nosograph: ICD-10-CM as a terminology service", "status": "active",
        "experimental": False, "date": SINCE, "publisher": "Nosograph", "kind": "instance",
        "description": "ICD-10-CM with its facets, plain definitions, other names and maps, and an illustrated page "
        "for each entry as Composition and DocumentReference.",
        "instantiates": ["http://hl7.org/fhir/CapabilityStatement/terminology-server"],
        "software": {"name": "Nosograph", "version": __version__},
        "implementation": {"description": f"Nosograph with {library.atlas.release}", "url": base},
        "fhirVersion": "4.0.1", "format": ["application/fhir+json", "application/json", "json"],
        "rest": [{
            "mode": "server", "documentation": "Anyone may ask. With a member's token, documents are whole.",
            "security": {
                "cors": True,
                "service": [{"text": "A member's token as `Authorization: Bearer`, or nothing"}],
                "description": "What is for members is absent from answers to requests without a member's token.",
            },
            "resource": [_resource(kind) for kind in _SEARCHED],
            "operation": [
                {"name": name, "definition": f"{_DEFINITION}/{kind}-{name}"}
                for kind, names in _OPERATIONS.items() for name in names
            ],
        }],
    }  # fmt: skip


def _resource(kind: str) -> Json:
    operations = [{"name": name, "definition": f"{_DEFINITION}/{kind}-{name}"} for name in _OPERATIONS.get(kind, ())]
    return {
        "type": kind, "interaction": [{"code": "read"}, {"code": "search-type"}], "versioning": "no-version",
        "searchParam": [{"name": name, "type": type_} for name, type_ in _SEARCHED[kind].items()],
        **({"operation": operations} if operations else {}),
    }  # fmt: skip


def terminology_capabilities(library: Library) -> Json:
    """Which code systems are here, and what the operations understand."""
    icd, base = library.icd, library.base
    names = ["concept", "code", "display", *(p.name for p in icd.properties)]
    return {
        "resourceType": "TerminologyCapabilities", "id": "nosograph-terminology",
        "url": f"{base}/metadata?mode=terminology", "version": __version__, "name": "NosographTerminology",
        "title": "Nosograph: terminology capabilities", "status": "active", "experimental": False, "date": SINCE,
        "publisher": "Nosograph", "kind": "instance",
        "description": "ICD-10-CM, and code systems and value sets that come with a request as tx-resource.",
        "software": {"name": "Nosograph", "version": __version__},
        "implementation": {"description": f"Nosograph with {library.atlas.release}", "url": base},
        "lockedDate": False,
        "codeSystem": [{
            "uri": icd.uri,
            "version": [{
                "code": icd.version, "isDefault": True, "compositional": False, "language": ["en"],
                "filter": [{"code": name, "op": ["=", "in", "not-in", "regex", "exists"]} for name in names],
                "property": [p.name for p in icd.properties],
            }],
            "subsumption": True,
        }],
        "expansion": {
            "hierarchical": False, "paging": True, "incomplete": False,
            "parameter": [{"name": name} for name in PARAMETERS],
            "textFilter": "The words of the title, in any order, each as it stands in it; the beginning of a code; "
            "where no title has them, what the site's search finds for them.",
        },
        "codeSearch": "explicit",
        "validateCode": {"translations": False},
        "translation": {"needsMap": False},
    }  # fmt: skip

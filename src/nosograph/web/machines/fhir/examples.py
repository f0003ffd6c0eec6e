"""What /developers shows of /fhir, by asking it."""

import json

from nosograph.web.machines.example import Example, Interface
from nosograph.web.machines.fhir.asking import FHIR_JSON

_ICD = "http://hl7.org/fhir/sid/icd-10-cm"
_IN_RELAPSE = {
    "resourceType": "Parameters",
    "parameter": [
        {"name": "count", "valueInteger": 3},
        {
            "name": "valueSet",
            "resource": {
                "resourceType": "ValueSet",
                "status": "draft",
                "compose": {
                    "include": [
                        {
                            "system": _ICD,
                            "filter": [
                                {"property": "concept", "op": "is-a", "value": "C81-C96"},
                                {"property": "remission", "op": "=", "value": "in relapse"},
                            ],
                        }
                    ]
                },
            },
        },
    ],
}

INTERFACE = Interface(
    id="fhir",
    name="FHIR R4 terminology",
    notes=(
        "For records and apps that ask a terminology server: ICD-10-CM as CodeSystem, ValueSet and ConceptMap, and the "
        "page of each entry as Composition and DocumentReference. JSON only; GET, or POST of a Parameters resource.",
        "Every concept has what the facets know as properties, and filters of a value set take them. Chapters and "
        "blocks are abstract concepts, chapters with the codes 1 to 22; their ranges, such as C00-D49, are understood.",
        "Value sets: icd-10-cm (all codes), icd-10-cm-entries (chapters and blocks, too), icd-10-cm-billable, "
        "icd-10-cm-C93.3 (an entry and all below it), icd-10-cm-below-C93.3; each at /fhir/ValueSet/<id>. By "
        "canonical: http://hl7.org/fhir/sid/icd-10-cm?fhir_vs (all entries), ?fhir_vs=isa/C93.3, ?fhir_vs=below/C93.3.",
        "An expansion is flat and comes in pages of at most 10,000. Code systems and value sets of your own can come "
        "with a request, as tx-resource; supplements and languages other than English are not known.",
        "The whole code system, with all properties, is the file /fhir/CodeSystem/icd-10-cm?_summary=false.",
    ),
    examples=(
        Example(says="What is known of a code", address=f"/fhir/CodeSystem/$lookup?system={_ICD}&code=C93.32"),
        Example(
            says="Whether a code is right, and called by its name (the system goes in url)",
            address=f"/fhir/CodeSystem/$validate-code?url={_ICD}&code=C93.99",
        ),
        Example(
            says="How two codes stand to each other",
            address=f"/fhir/CodeSystem/$subsumes?system={_ICD}&codeA=C93.3&codeB=C93.32",
        ),
        Example(
            says="An entry and everything below it, page by page",
            address="/fhir/ValueSet/icd-10-cm-C93/$expand?count=3&offset=3",
        ),
        Example(
            says="Codes that may be reported, while somebody types",
            address="/fhir/ValueSet/icd-10-cm-billable/$expand?filter=juvenile+myelo&count=5",
        ),
        Example(
            says="A value set of one's own: blood cancers in relapse",
            address="/fhir/ValueSet/$expand",
            body=json.dumps(_IN_RELAPSE),
            media_type=FHIR_JSON,
        ),
        Example(
            says="Whether a code is in a value set",
            address=f"/fhir/ValueSet/icd-10-cm-billable/$validate-code?system={_ICD}&code=C93.3",
        ),
        Example(
            says="The same in ICD-9-CM, as far as the mappings of 2018 know",
            address=f"/fhir/ConceptMap/icd-10-cm-to-icd-9-cm/$translate?system={_ICD}&code=C93.32",
        ),
        Example(says="The files of a page", address="/fhir/DocumentReference/C93.32"),
        Example(says="What this server can do", address="/fhir/metadata?mode=terminology"),
    ),
)

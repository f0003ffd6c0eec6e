"""ICD-10-CM as a CodeSystem resource: a stub with everything but the concepts, and the whole as a stream of text.

Worked example: the stub says `content: complete`, `count: 98505` and which properties concepts have; it is tagged
SUBSETTED, since the concepts are a file of some hundred megabytes. `whole` gives that file piece by piece: concepts
stand inside the ones above them, so the whole file is never in memory.
"""

import json
from collections.abc import Iterator

from nosograph.api.fhir.icd10cm import Icd10cm
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.naming import designations
from nosograph.atlas.concepts import FacetValue, Row
from nosograph.atlas.reading import Atlas

_SUBSETTED = {"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "SUBSETTED"}
_BATCH = 500
ID = "icd-10-cm"


def stub(source: Icd10cm, base: str, release: str, *, whole: bool = False) -> Json:
    """The resource without its concepts."""
    return {
        "resourceType": "CodeSystem", "id": ID, **({} if whole else {"meta": {"tag": [_SUBSETTED]}}),
        "url": source.uri, "identifier": [{"system": "urn:ietf:rfc:3986", "value": "urn:oid:2.16.840.1.113883.6.90"}],
        "version": source.version, "name": "ICD10CM", "title": release, "status": "active", "experimental": False,
        "publisher": "National Center for Health Statistics",
        "description": "All chapters, blocks, categories, subcategories and codes of the release, with the facets that "
        f"Nosograph reads in each. The whole with all concepts is at {base}/CodeSystem/{ID}?_summary=false.",
        "copyright": "ICD-10-CM is a work of the United States government, based on ICD-10 of the World Health "
        "Organization.",
        "caseSensitive": False, "valueSet": f"{source.uri}?fhir_vs", "hierarchyMeaning": "is-a", "compositional": False,
        "versionNeeded": False, "content": "complete", "count": source.size,
        "filter": [
            {"code": "concept", "description": "Where an entry stands in the classification.", "operator": [
                "is-a", "descendent-of", "is-not-a", "generalizes", "=", "in", "not-in", "regex", "exists"],
             "value": "A code, or several with commas between; a pattern; true or false"},
            *(
                {"code": p.name, "description": p.meaning, "operator": _operators(p.name),
                 "value": "A value, or several with commas between; a pattern; true or false"}
                for p in source.properties
            ),
        ],
        "property": [
            {"code": p.name, **({"uri": p.uri} if p.uri else {}), "description": p.meaning, "type": p.type}
            for p in source.properties
        ],
    }  # fmt: skip


def _operators(name: str) -> list[str]:
    plain = ["=", "in", "not-in", "exists"]
    return plain if name in ("parent", "child") else [*plain, "regex"]


def whole(atlas: Atlas, base: str) -> Iterator[str]:
    """The text of the resource with all its concepts."""
    source = Icd10cm(atlas, base)
    head = json.dumps(stub(source, base, atlas.release, whole=True), ensure_ascii=False, separators=(",", ":"))
    yield f'{head[:-1]},"concept":['
    open_: list[int] = []  # of each concept that is not closed yet, the number of the last one below it
    before = 0
    for row, concept in _concepts(atlas, source, base):
        closed = 0
        while open_ and open_[-1] < row.number:
            open_.pop()
            closed += 1
        inside = before and not closed
        if closed:
            yield "}" + "]}" * (closed - 1) + ","
        text = json.dumps(concept, ensure_ascii=False, separators=(",", ":"))
        yield (',"concept":[' if inside else "") + text[:-1]
        open_.append(row.last)
        before = row.number
    yield "}" + "]}" * (len(open_) - 1) + "]}" if before else "]}"


def _concepts(atlas: Atlas, source: Icd10cm, base: str) -> Iterator[tuple[Row, Json]]:
    for first in range(1, source.size + 1, _BATCH):
        numbers = list(range(first, min(first + _BATCH, source.size + 1)))
        facets = atlas.concepts.facets(numbers[0], numbers[-1])
        for row in atlas.concepts.some(numbers):
            yield row, _concept(atlas, source, base, row, facets.get(row.number, []))


def _concept(atlas: Atlas, source: Icd10cm, base: str, row: Row, facets: list[FacetValue]) -> Json:
    told = atlas.concepts.told(row.number)
    named = [d.json() for d in designations(row, told, base)]
    properties = [
        {"code": p.name, element: value} for p in source.own_properties(row, facets) for element, value in [p.typed()]
    ]
    return {
        "code": row.key, "display": row.title, "definition": told.summary,
        **({"designation": named} if named else {}), "property": properties,
    }  # fmt: skip

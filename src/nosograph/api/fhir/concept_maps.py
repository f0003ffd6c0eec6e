"""The maps that this server has from and to ICD-10-CM, as resources.

| id | from | to | who says so |
|---|---|---|---|
| `icd-10-cm-to-uberon` | ICD-10-CM | UBERON | the sites of Nosograph's facets |
| `icd-10-cm-to-icd-9-cm` | ICD-10-CM | ICD-9-CM | General Equivalence Mappings of CMS and NCHS, 2018 |
| `icd-9-cm-to-icd-10-cm` | ICD-9-CM | ICD-10-CM | the same, the other way: the two are not each other's inverse |
| `icd-10-cm-to-ccsr` | ICD-10-CM | CCSR | AHRQ, the first of up to six categories of a code |
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nosograph.api.code_systems import ICD_10_CM
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.naming import UBERON
from nosograph.icd10cm.model import FROM_ICD9, TO_CCSR, TO_ICD9

ICD10, ICD9 = str(ICD_10_CM.uri), "http://hl7.org/fhir/sid/icd-9-cm"
CCSR = "https://hcup-us.ahrq.gov/toolssoftware/ccsr/dxccsr.jsp"
"""CCSR has no address in FHIR that we know of; this is the page of its publisher."""
TO_UBERON = "icd-10-cm-to-uberon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A map: its id, the systems at its ends, its title, and what it is and is not."""

    id: str
    source: str
    target: str
    title: str
    description: str
    publisher: str = "Nosograph"


MAPS: dict[str, Map] = {
    each.id: each
    for each in (
        Map(
            id=TO_UBERON, source=ICD10, target=UBERON, title="Sites of ICD-10-CM entries in UBERON",
            description="The part of the body that an entry names: its own term in UBERON (relatedto, since a disease "
            "is no part of the body), or the nearest wider term where UBERON has none (wider).",
        ),
        Map(
            id=TO_ICD9, source=ICD10, target=ICD9, title="ICD-10-CM to ICD-9-CM, General Equivalence Mappings 2018",
            description="The General Equivalence Mappings, as published last. Identical is told as equivalent, "
            "approximate as inexact. Codes that are younger than October 2017 have no map.",
            publisher="Centers for Medicare & Medicaid Services; National Center for Health Statistics",
        ),
        Map(
            id=FROM_ICD9, source=ICD9, target=ICD10, title="ICD-9-CM to ICD-10-CM, General Equivalence Mappings 2018",
            description="The General Equivalence Mappings, as published last, as far as this release has the codes. "
            "Identical is told as equivalent, approximate as inexact.",
            publisher="Centers for Medicare & Medicaid Services; National Center for Health Statistics",
        ),
        Map(
            id=TO_CCSR, source=ICD10, target=CCSR, title="ICD-10-CM to the first category of CCSR",
            description="The first category of a code in AHRQ's Clinical Classifications Software Refined. A code may "
            "be in up to five more, which this map does not have. The package with it names no edition.",
            publisher="Agency for Healthcare Research and Quality",
        ),
    )
}  # fmt: skip


def resource(each: Map, base: str, version: str) -> Json:
    """A map as a ConceptMap, without its rows: `$translate` answers them one by one."""
    return {
        "resourceType": "ConceptMap", "id": each.id, "url": url_of(each, base), "version": version,
        "meta": {"tag": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "SUBSETTED"}]},
        "name": "".join(part.capitalize() for part in each.id.split("-")), "title": each.title, "status": "active",
        "experimental": False, "publisher": each.publisher, "description": each.description,
        "sourceUri": f"{each.source}?fhir_vs", "targetUri": f"{each.target}?fhir_vs",
    }  # fmt: skip


def resources(base: str, version: str) -> Iterator[Json]:
    """All maps."""
    return (resource(each, base, version) for each in MAPS.values())


def url_of(each: Map, base: str) -> str:
    """The canonical of a map."""
    return f"{base}/ConceptMap/{each.id}"

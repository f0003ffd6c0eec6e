"""What the concepts of ICD-10-CM say of themselves, and under which names.

Worked example: of C93.32, the property `remission` is "in relapse"; "JMML" is a designation of the use `also-called`.
The words of a property are those of the facets; a filter takes them, or their id in addresses (`in-relapse`).
"""

from collections.abc import Iterator

from nosograph.api.fhir.model import CONCEPT_PROPERTIES, Coding, Designation, Json, Property, PropertyKind
from nosograph.atlas.concepts import FacetValue, Row, Told
from nosograph.facets.listing import AXES
from nosograph.icd10cm.model import Level

ABSTRACT = (Level.CHAPTER, Level.BLOCK)
UBERON = "http://purl.obolibrary.org/obo/uberon.owl"
_STANDARD = f"{CONCEPT_PROPERTIES}#"
USES = {
    "everyday-name": ("Everyday name", "What people call it in everyday words."),
    "also-called": ("Also called", "Another name, as the sources of its page have it."),
    "inclusion-term": ("Inclusion term", "A term that the tabular list puts under the code."),
}

PROPERTIES: tuple[PropertyKind, ...] = (
    PropertyKind(name="parent", meaning="The entry directly above.", type="code", uri=f"{_STANDARD}parent"),
    PropertyKind(name="child", meaning="An entry directly below.", type="code", uri=f"{_STANDARD}child"),
    PropertyKind(name="level", meaning="chapter, block, category or subcategory.", type="string"),
    PropertyKind(name="span", meaning="The range that a chapter or block is printed with.", type="string"),
    PropertyKind(name="billable", meaning="Whether it may be reported: it is not divided further.", type="boolean"),
    PropertyKind(
        name="inactive", meaning="Whether the code is out of use; none of a release is.", type="boolean",
        uri=f"{_STANDARD}inactive",
    ),
    PropertyKind(
        name="notSelectable", meaning="Whether the entry only groups others: chapters and blocks do.", type="boolean",
        uri=f"{_STANDARD}notSelectable",
    ),
    *(PropertyKind(name=axis.id, meaning=axis.meaning, type="string") for axis in AXES.values()),
    PropertyKind(name="uberon", meaning="The term of UBERON for a site, or the nearest wider one.", type="Coding"),
)  # fmt: skip


def named_value(facet: FacetValue) -> Property:
    """A value of an axis as a property."""
    return Property(name=facet.axis, value=facet.label, description=None if facet.axis != "site" else facet.value)


def designations(row: Row, told: Told, base: str) -> tuple[Designation, ...]:
    """The other names of an entry, each once, under the first use that it has."""
    found: dict[str, tuple[str, str]] = {}
    for use, value in _names(row, told):
        found.setdefault(value.lower(), (use, value))
    return tuple(
        Designation(value=value, language="en", use=Coding(system=uses_uri(base), code=use, display=USES[use][0]))
        for use, value in found.values()
    )


def _names(row: Row, told: Told) -> Iterator[tuple[str, str]]:
    if row.everyday:
        yield "everyday-name", row.everyday
    yield from (("inclusion-term", term) for term in told.inclusion_terms)
    yield from (("also-called", name) for name in told.also_called)


def uses_uri(base: str) -> str:
    """The address of the code system of uses."""
    return f"{base}/CodeSystem/designation-use"


def uses_system(base: str) -> Json:
    """The code system of what a designation is used for."""
    return {
        "resourceType": "CodeSystem", "id": "designation-use", "url": uses_uri(base), "version": "1",
        "name": "NosographDesignationUse", "title": "What another name of an entry is used for", "status": "active",
        "experimental": False, "caseSensitive": True, "content": "complete", "count": len(USES),
        "concept": [
            {"code": code, "display": display, "definition": meaning} for code, (display, meaning) in USES.items()
        ],
    }  # fmt: skip

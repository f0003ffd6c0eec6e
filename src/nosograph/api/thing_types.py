"""What sort of thing an entry is in the words of schema.org, chosen so that nothing is called what it is not.

Source of the types: schema.org, health-lifesci extension. A `MedicalCondition` is "any condition of the human body that
affects the normal functioning of a person", injuries included; a `MedicalSignOrSymptom` is "any feature associated or
not with a medical condition"; a `MedicalCause` is what "eventually results in a medical condition, symptom or sign".
Whatever is none of these is a `MedicalEntity`, "the most generic type of entity related to health".
Worked example: C93.32 is a MedicalCondition, A00.0 an InfectiousDisease, R05.1 a MedicalSignOrSymptom, W56.22XA a
MedicalCause, Z51.11 a MedicalEntity. Refused: to call a chapter or a block, which hold conditions, a condition.
"""

from collections.abc import Mapping

from nosograph.atlas.model import Page
from nosograph.facets.model import Kind
from nosograph.icd10cm.model import Level

CONDITION, INFECTION, SIGN = "MedicalCondition", "InfectiousDisease", "MedicalSignOrSymptom"
CAUSE, ENTITY = "MedicalCause", "MedicalEntity"

_BY_KIND: Mapping[Kind, str] = {
    Kind.INFECTION: INFECTION,
    Kind.SYMPTOM_OR_FINDING: SIGN,
    Kind.EXTERNAL_CAUSE: CAUSE,
    Kind.HEALTH_STATUS: ENTITY,
}
"""All other kinds are conditions."""

_BY_PLACE: Mapping[str, str] = {
    "B90-B94": CONDITION,  # what an infection has left behind, when it is over
    "B95-B97": CAUSE,  # the germs as such, for use beside the code of the disease
    "O09": ENTITY,  # supervision of a pregnancy
    "O80": ENTITY,  # an encounter for a birth without complication
    "O82": ENTITY,  # an encounter for a cesarean birth
    "R69": CONDITION,  # illness, unspecified
    "R99": ENTITY,  # a death of unknown cause
    "Y90-Y99": ENTITY,  # places, activities and other circumstances: they cause nothing
}
"""Where the place in the classification says more than the kind does; it holds for all that stands below."""


def type_of(page: Page) -> str:
    """The type of what the page is about."""
    if page.link.level in (Level.CHAPTER, Level.BLOCK):
        return ENTITY
    for key in (page.link.key, *(link.key for link in reversed(page.path))):
        if key in _BY_PLACE:
            return _BY_PLACE[key]
    if page.facets.intent == "underdosing":  # to take less of a medicine than was prescribed is no condition
        return ENTITY
    return _BY_KIND.get(page.facets.kind, CONDITION)

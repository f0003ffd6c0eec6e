"""The axes that an entry is decomposed into, and why.

The axes follow SNOMED CT's concept model and ICD-11's post-coordination, under their names where there is one.
`None` always means "the classification does not say", never "no".
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing an entry is; it chooses the sections of the page."""

    DISEASE = "disease"
    NEOPLASM = "neoplasm"
    INFECTION = "infection"
    INJURY = "injury"
    POISONING = "poisoning"
    EXTERNAL_CAUSE = "external_cause"
    PREGNANCY = "pregnancy"
    PERINATAL = "perinatal"
    CONGENITAL = "congenital"
    MENTAL = "mental"
    SYMPTOM_OR_FINDING = "symptom_or_finding"
    HEALTH_STATUS = "health_status"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An anatomical site of the lexicon.

    `uberon` is its own term in UBERON or, where that ontology has none for it, the nearest wider one (`broader` is then
    true); None where there is neither.
    """

    id: str
    label: str
    uberon: str | None
    broader: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a facet holds: the words of a title, or the ancestor that says it.

    `source` is the key of the entry whose title, note or place justified the value; `words` are its words.
    """

    axis: str
    value: str
    source: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """One entry, decomposed. Values are the closed vocabularies of the data contract, in words.

    `sites` is where the condition itself is; `involved` is where else it usually shows (liver and spleen in juvenile
    myelomonocytic leukemia). `figure` is the body that a picture should show ("toddler", "woman", "adult").
    """

    kind: Kind
    process: str | None = None
    sites: tuple[Site, ...] = ()
    regions: tuple[str, ...] = ()
    laterality: str | None = None
    agent: str | None = None
    course: str | None = None
    severity: str | None = None
    episode: str | None = None
    healing: str | None = None
    remission: str | None = None
    trimester: str | None = None
    life_period: str | None = None
    intent: str | None = None
    qualifiers: tuple[str, ...] = ()
    unparsed: str = ""
    involved: tuple[Site, ...] = ()
    figure: str = "adult"
    evidence: tuple[Evidence, ...] = ()

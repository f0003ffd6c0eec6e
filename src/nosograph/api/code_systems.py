"""The names of code systems: their OIDs (HL7 version 3) and their addresses in FHIR.

Source: the identifiers of HL7's Infobutton guide and of the code systems' own pages in FHIR R4.
Worked example: `BY_OID["2.16.840.1.113883.6.90"].label == "ICD-10-CM"`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSystem:
    """A code system: its OID, its address in FHIR (where it has one), and what people call it."""

    oid: str
    uri: str | None
    label: str


ICD_10_CM = CodeSystem(oid="2.16.840.1.113883.6.90", uri="http://hl7.org/fhir/sid/icd-10-cm", label="ICD-10-CM")
MESH = CodeSystem(oid="2.16.840.1.113883.6.177", uri="http://id.nlm.nih.gov/mesh", label="MeSH")

_KNOWN = (
    ICD_10_CM,
    MESH,
    CodeSystem(oid="2.16.840.1.113883.6.103", uri="http://hl7.org/fhir/sid/icd-9-cm", label="ICD-9-CM"),
    CodeSystem(oid="2.16.840.1.113883.6.104", uri=None, label="ICD-9-CM procedures"),
    CodeSystem(oid="2.16.840.1.113883.6.96", uri="http://snomed.info/sct", label="SNOMED CT"),
    CodeSystem(oid="2.16.840.1.113883.6.88", uri="http://www.nlm.nih.gov/research/umls/rxnorm", label="RxNorm"),
    CodeSystem(oid="2.16.840.1.113883.6.69", uri="http://hl7.org/fhir/sid/ndc", label="NDC"),
    CodeSystem(oid="2.16.840.1.113883.6.1", uri="http://loinc.org", label="LOINC"),
    CodeSystem(oid="2.16.840.1.113883.6.12", uri="http://www.ama-assn.org/go/cpt", label="CPT"),
    CodeSystem(oid="2.16.840.1.113883.6.4", uri="http://www.cms.gov/Medicare/Coding/ICD10", label="ICD-10-PCS"),
    CodeSystem(oid="2.16.840.1.113883.6.3", uri="http://hl7.org/fhir/sid/icd-10", label="ICD-10"),
)
BY_OID = {system.oid: system for system in _KNOWN}
BY_URI = {system.uri: system for system in _KNOWN if system.uri}

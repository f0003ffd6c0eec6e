"""`CodeSystem/$lookup` and `CodeSystem/$subsumes`: what a code says of itself, and how two codes stand to each other.

Worked example: `$lookup` of C93.32 gives its title, its summary as definition, its other names as designations, its
parent, and every facet as a property; `$subsumes` of C93.3 and C93.32 is `subsumes`.
Source: OperationDefinitions CodeSystem-lookup and CodeSystem-subsumes of FHIR R4.
Refused (Problem): 404 for a system or code that is not here, 400 where none is named.
"""

from nosograph.api.fhir.answer import designations_out, out, parameters, properties_out
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.concepts import CodeSource
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Coding, Found, Json
from nosograph.api.fhir.problem import Problem, bad, required, unknown
from nosograph.icd10cm.spelling import printable

_ALWAYS = frozenset({"url", "name", "version", "display"})


def look_up(asked: Asked, library: Library, system: CodeSource | None = None) -> Json:
    """All that is known of a code, or the properties that were asked for."""
    coding = asked.coding("coding") or Coding(
        system=asked.text("system") or "", code=asked.text("code") or "", version=asked.text("version") or ""
    )
    if not coding.code:
        raise required("code")
    source = system or system_of(coding, library)
    found = found_in(source, coding.code)
    concept = source.concepts([found.number])[0]
    details = source.details(found.number)
    wanted = {name for text in asked.texts("property") for name in text.split(",")} - _ALWAYS
    every = not asked.texts("property") or "*" in wanted
    return parameters(
        out("name", source.name),
        out("version", source.version),
        out("display", concept.display or concept.code),
        out("code", concept.code, "Code"),
        out("system", source.uri, "Uri"),
        out("abstract", concept.abstract),
        out("definition", details.definition) if every or "definition" in wanted else None,
        *(designations_out(details.designations) if every or "designation" in wanted else ()),
        *properties_out(p for p in details.properties if every or p.name in wanted),
    )


def subsumes(asked: Asked, library: Library, system: CodeSource | None = None) -> Json:
    """How code A stands to code B."""
    uri, version = asked.text("system") or "", asked.text("version") or ""
    first, second = (
        asked.coding(f"coding{letter}") or Coding(system=uri, code=asked.text(f"code{letter}") or "", version=version)
        for letter in "AB"
    )
    for coding, letter in ((first, "A"), (second, "B")):
        if not coding.code:
            raise required(f"code{letter}")
    if first.system and second.system and first.system != second.system:
        raise bad(
            f"the codes are of two systems, {printable(str(first))} and {printable(str(second))}; give two of one"
        )
    source = system or system_of(first if first.system else second, library)
    a, b = found_in(source, first.code).number, found_in(source, second.code).number
    told = "not-subsumed"
    if a == b:
        told = "equivalent"
    elif source.below(a)[b]:
        told = "subsumes"
    elif source.below(b)[a]:
        told = "subsumed-by"
    return parameters(out("outcome", told, "Code"))


def system_of(coding: Coding, library: Library) -> CodeSource:
    """The code system of a coding."""
    if not coding.system:
        raise required("system")
    found = library.system(coding.system, coding.version)
    if found is None:
        raise missing(coding.system, coding.version, library)
    return found


def missing(uri: str, version: str, library: Library) -> Problem:
    """A code system that is not here, or not in this version."""
    here = [s.version for s in library.systems(uri.partition("|")[0])]
    named = f" version '{printable(version)}'" if version else ""
    valid = f". Valid versions: {', '.join(here)}" if here else ""
    text = f"A definition for CodeSystem '{printable(uri, longest=300)}'{named} could not be found{valid}"
    return unknown(text, where="system")


def found_in(source: CodeSource, code: str) -> Found:
    """The concept of a code."""
    found = source.find(code)
    if found is None:
        raise unknown(unknown_code(source, code), kind="invalid-code", where="code")
    return found


def unknown_code(source: CodeSource, code: str) -> str:
    """The sentence of HL7's tests for a code that a system does not have."""
    version = f" version '{source.version}'" if source.version else ""
    return f"Unknown code '{printable(code)}' in the CodeSystem '{source.uri}'{version}"

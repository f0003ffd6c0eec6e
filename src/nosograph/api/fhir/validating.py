"""`$validate-code` of a code system and of a value set.

Worked example: C93.99 is no code of ICD-10-CM, so the answer is good (200) and says `result` false, with the message
"Unknown code 'C93.99' in the CodeSystem 'http://hl7.org/fhir/sid/icd-10-cm' version '2026'" and the same as an issue.
A wrong display makes the result false and gives the right one; `lenient-display-validation` makes that a warning.
Sources: OperationDefinitions CodeSystem-validate-code and ValueSet-validate-code of FHIR R4; wording and issues are
those that HL7's terminology tests ask for.
Refused (Problem): 400 where nothing is to be validated, 404 for a value set that is not here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nosograph.api.fhir.answer import out, parameters
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.checking import Checked, check
from nosograph.api.fhir.concepts import CodeSource
from nosograph.api.fhir.expanding import versions, wanted
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Coding, Json
from nosograph.api.fhir.problem import Issue, bad, outcome, required
from nosograph.api.fhir.selecting import Selection, selected
from nosograph.icd10cm.spelling import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """The codings to validate, each with its place in the request; `concept` where they are of a CodeableConcept."""

    codings: tuple[tuple[Coding, str], ...]
    concept: bool = False
    bare: bool = False


def validate_in_system(asked: Asked, library: Library, system: CodeSource | None = None) -> Json:
    """Whether a code is one of a code system. The system is named by `url`; `system` is understood, too."""
    brought = asked.resource("codeSystem", "CodeSystem")
    uri = asked.text("url", "system") or (str(brought.get("url", "")) if brought else "")
    given = _given(asked, system.uri if system else uri, asked.text("version") or "")
    checked = []
    for coding, where in given.codings:
        in_here = system if system is not None and coding.system in ("", system.uri) else None
        checked.append(check(coding, where, library, asked, source=in_here, bare=given.bare))
    return _answer(asked, given, checked, None)


def validate_in_set(asked: Asked, library: Library, value_set: Json | None = None) -> Json:
    """Whether a code is one of a value set."""
    chosen = value_set or wanted(asked, library)
    given = _given(asked, asked.text("system") or "", asked.text("systemVersion", "version") or "")
    selection = selected(chosen, library, versions(asked))
    canonical = "|".join(str(chosen[name]) for name in ("url", "version") if chosen.get(name))
    infer = given.bare and (asked.flag("inferSystem") or False)
    checked = []
    for coding, where in given.codings:
        known = _inferred(coding, selection) if infer and not coding.system else coding
        one = check(known, where, library, asked, source=_source(known, selection), bare=given.bare)
        checked.append(_within(one, selection, canonical, where, concept=given.concept))
    return _answer(asked, given, checked, canonical)


def _given(asked: Asked, system: str, version: str) -> _Given:
    concept, coding, code = asked.codings("codeableConcept"), asked.coding("coding"), asked.text("code")
    if sum(each is not None for each in (concept, coding, code)) > 1:
        raise bad("give one of code, coding and codeableConcept, not several")
    if concept is not None:
        if not concept:
            raise required("codeableConcept.coding")
        places = ((each, f"CodeableConcept.coding[{n}]") for n, each in enumerate(concept))
        return _Given(codings=tuple(places), concept=True)
    if coding is not None:
        return _Given(codings=((coding, "Coding"),))
    if code is None:
        raise required("code")
    uri, _, bar = system.partition("|")
    single = Coding(system=uri, code=code, display=asked.text("display") or "", version=version or bar)
    return _Given(codings=((single, ""),), bare=True)


def _source(coding: Coding, selection: Selection) -> CodeSource | None:
    """The version of the coding's system that the value set takes, where the coding names no other."""
    own = [s for s in selection.sources() if s.uri == coding.system]
    fitting = [s for s in own if not coding.version or s.is_version(coding.version)]
    return fitting[0] if fitting else None


def _inferred(coding: Coding, selection: Selection) -> Coding:
    """The coding with the system of the value set that has its code."""
    for source in selection.sources():
        if source.find(coding.code):
            return Coding(system=source.uri, code=coding.code, display=coding.display, version=coding.version)
    return coding


def _within(one: Checked, selection: Selection, canonical: str, where: str, *, concept: bool) -> Checked:
    """What was found of a coding, and whether the value set has it."""
    inside = one.source is not None and one.number is not None and bool(selection.mask(one.source)[one.number])
    if inside:
        return one
    shown = str(one.coding) if not one.coding.version else (
        f"{one.coding.system}|{one.coding.version}#{one.coding.code}"
    )  # fmt: skip
    text = f"The provided code '{printable(shown, longest=300)}' was not found in the value set '{canonical}'"
    issue = Issue(
        code="code-invalid", text=text, where=f"{where}.code" if where else "code",
        severity="information" if concept else "error", kind="this-code-not-in-vs" if concept else "not-in-vs",
        message_id="None_of_the_provided_codes_are_in_the_value_set_one",
    )  # fmt: skip
    issues = (*one.issues, issue) if concept else (issue, *one.issues)
    return Checked(coding=one.coding, source=one.source, number=one.number, issues=issues, outside=True,
                   display=one.display, code=one.code, spelled=one.spelled, inactive=one.inactive)  # fmt: skip


def _answer(asked: Asked, given: _Given, checked: Sequence[Checked], canonical: str | None) -> Json:
    issues = [issue for one in checked for issue in one.issues]
    good = [one for one in checked if one.number is not None and not one.outside]
    if given.concept and canonical is not None and not good:
        text = f"No valid coding was found for the value set '{canonical}'"
        issues.insert(0, Issue(code="code-invalid", kind="not-in-vs", text=text,
                               message_id="TX_GENERAL_CC_ERROR_MESSAGE"))  # fmt: skip
    told = next(iter(good), checked[0])
    result = bool(good) and not any(issue.severity == "error" for issue in issues)
    spoken = [i.text for i in issues if i.severity in (("error",) if not result else ("error", "warning"))]
    message = "; ".join(sorted(dict.fromkeys(spoken)))
    system = told.coding.system
    return parameters(
        out("result", result),
        out("code", told.code if good or not given.concept else None, "Code"),
        out("system", system if good or not given.concept else None, "Uri"),
        out("version", told.source.version if told.source else None),
        out("display", told.display if good or told.number is not None else None),
        out("normalized-code", told.spelled, "Code"),
        out("inactive", True if told.inactive else None),
        {"name": "codeableConcept", "valueCodeableConcept": asked.raw("codeableConcept")} if given.concept else None,
        out("message", message),
        out("issues", outcome(issues)) if issues else None,
        *(out("x-caused-by-unknown-system", one.coding.system, "Canonical") for one in checked if one.no_system),
    )

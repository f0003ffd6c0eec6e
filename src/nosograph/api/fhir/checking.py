"""One coding, held against its code system: whether the system, its version, the code and the display are right.

Worked example: the coding C93.32 with the display "Flu" gives one issue of the kind `invalid-display` and the right
display.
"""

from dataclasses import dataclass

from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.concepts import CodeSource
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.looking_up import unknown_code
from nosograph.api.fhir.model import Coding, Concept, Found
from nosograph.api.fhir.problem import Issue
from nosograph.icd10cm.spelling import printable

_MOST_NAMED = 5  # names that a message repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found of a coding. `number` is None for a code that its system does not have; `outside` says that a
    value set does not have it; `spelled` is how its system spells it, where that is otherwise.
    """

    coding: Coding
    source: CodeSource | None = None
    number: int | None = None
    code: str = ""
    display: str | None = None
    spelled: str | None = None
    inactive: bool = False
    outside: bool = False
    no_system: bool = False
    issues: tuple[Issue, ...] = ()


def check(
    coding: Coding, where: str, library: Library, asked: Asked, *, source: CodeSource | None, bare: bool
) -> Checked:
    """The coding held against its system; `source` is given where the system is known already."""
    place = "" if bare else f"{where}."
    if not coding.system and source is None:
        return Checked(coding=coding, code=coding.code, issues=(_no_system(where),))
    system = source or library.system(coding.system, coding.version)
    if system is None or (coding.version and not system.is_version(coding.version)):
        return _not_here(coding, f"{place}system", library)
    named = Coding(system=system.uri, code=coding.code, display=coding.display, version=coding.version)
    found = system.find(coding.code)
    if found is None:
        issue = Issue(code="code-invalid", kind="invalid-code", text=unknown_code(system, coding.code),
                      where=f"{place}code", message_id="Unknown_Code_in_Version")  # fmt: skip
        return Checked(coding=named, source=system, code=coding.code, issues=(issue,))
    concept = system.concepts([found.number])[0]
    issues = (
        *_spelling(system, coding, found, f"{place}code"),
        *_abstract(system, concept, asked, f"{place}code"),
        *_display(system, concept, coding, asked, f"{place}display"),
        *_inactive(concept, f"{place}code"),
    )
    return Checked(
        coding=named, source=system, number=found.number, code=coding.code, display=concept.display,
        spelled=found.spelled, inactive=concept.inactive, issues=issues,
    )  # fmt: skip


def _no_system(where: str) -> Issue:
    text = (
        "Coding has no system. A code with no system has no defined meaning, and it cannot be validated. A system "
        "should be provided"
    )
    return Issue(code="invalid", kind="invalid-data", text=text, where=where or "code",
                 message_id="Coding_has_no_system__cannot_validate")  # fmt: skip


def _not_here(coding: Coding, where: str, library: Library) -> Checked:
    here = [s.version for s in library.systems(coding.system)]
    name = f"A definition for CodeSystem '{printable(coding.system, longest=300)}'"
    end = "could not be found, so the code cannot be validated"
    if here:
        text = f"{name} version '{printable(coding.version)}' {end}. Valid versions: {', '.join(here)}"
    else:
        text = f"{name} {end}"
    issue = Issue(code="not-found", kind="not-found", text=text, where=where,
                  message_id="UNKNOWN_CODESYSTEM_VERSION" if here else "UNKNOWN_CODESYSTEM")  # fmt: skip
    return Checked(coding=coding, code=coding.code, issues=(issue,), no_system=True)


def _spelling(system: CodeSource, coding: Coding, found: Found, where: str) -> tuple[Issue, ...]:
    """A code that is right but for its case or its point: understood, and told."""
    if found.spelled is None:
        return ()
    shown = f"The code '{printable(coding.code)}' differs from the correct code '{found.spelled}'"
    if found.only_case:
        text = (
            f"{shown} by case. Although the code system '{system.uri}' is case insensitive, implementers are strongly "
            "encouraged to use the correct case anyway"
        )
    else:
        text = f"{shown} in its spelling; write it with its point and without blanks"
    severity = "information" if found.only_case else "warning"
    return (Issue(code="business-rule", kind="code-rule", text=text, severity=severity, where=where),)


def _abstract(system: CodeSource, concept: Concept, asked: Asked, where: str) -> tuple[Issue, ...]:
    """Whoever says `abstract=false` wants codes that a person may be given; who says nothing is not refused."""
    if not concept.abstract or asked.flag("abstract") is not False:
        return ()
    text = f"Code '{system.uri}#{concept.code}' is abstract, and not allowed in this context"
    return (Issue(code="business-rule", kind="code-rule", text=text, where=where),)


def _display(system: CodeSource, concept: Concept, coding: Coding, asked: Asked, where: str) -> tuple[Issue, ...]:
    if not coding.display or _plain(coding.display) == _plain(concept.display or concept.code):
        return ()
    names = list(dict.fromkeys([concept.display or concept.code, *(d.value for d in system.names(concept.number))]))
    if _plain(coding.display) in {_plain(name) for name in names}:
        return ()
    shown = " or ".join(f"'{name}' (en)" for name in names[:_MOST_NAMED])
    others = f"is {shown}" if len(names) == 1 else f"is one of {len(names)} choices: {shown}"
    text = (
        f"Wrong Display Name '{printable(coding.display, longest=200)}' for {system.uri}#{concept.code}. Valid display "
        f"{others}"
    )
    lenient = asked.flag("lenient-display-validation")
    language = asked.text("displayLanguage") or "--"
    return (
        Issue(
            code="invalid", kind="invalid-display", text=f"{text} (for the language(s) '{language}')", where=where,
            severity="warning" if lenient else "error", message_id="Display_Name_for__should_be_one_of__instead_of",
        ),
    )  # fmt: skip


def _inactive(concept: Concept, where: str) -> tuple[Issue, ...]:
    if not concept.inactive:
        return ()
    text = f"The concept '{concept.code}' has a status of inactive and its use should be reviewed"
    return (Issue(code="business-rule", kind="code-comment", text=text, severity="warning", where=where,
                  message_id="INACTIVE_CONCEPT_FOUND"),)  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

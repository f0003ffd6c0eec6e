"""What goes wrong, as FHIR tells it: issues, an OperationOutcome of them, and the status of the answer.

Worked example: a code that ICD-10-CM does not have is, for `$lookup`, a Problem of status 404 with one issue of the
code `not-found`; for `$validate-code` the same kind of issue is part of a good answer.
The kinds are those of http://hl7.org/fhir/tools/CodeSystem/tx-issue-type, which HL7's terminology tests ask for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nosograph.api.fhir.model import Json
from nosograph.errors import NosographError

KINDS = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type"
_MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue: its severity, its code of FHIR, its text, its kind, where it is, and the name of the message."""

    code: str
    text: str
    severity: str = "error"
    kind: str | None = None
    where: str | None = None
    message_id: str | None = None

    def json(self) -> Json:
        """As FHIR writes it. `location` is what older clients read, `expression` what newer ones do."""
        coding = {"coding": [{"system": KINDS, "code": self.kind}]} if self.kind else {}
        where = {"location": [self.where], "expression": [self.where]} if self.where else {}
        named = {"extension": [{"url": _MESSAGE_ID, "valueString": self.message_id}]} if self.message_id else {}
        return {
            **named,
            "severity": self.severity,
            "code": self.code,
            "details": {**coding, "text": self.text},
            **where,
        }


class Problem(NosographError):
    """An operation that gives no answer; `status` is that of HTTP."""

    def __init__(self, status: int, *issues: Issue) -> None:
        super().__init__("; ".join(issue.text for issue in issues))
        self.status, self.issues = status, issues


def outcome(issues: Sequence[Issue]) -> Json:
    """An OperationOutcome."""
    return {"resourceType": "OperationOutcome", "issue": [issue.json() for issue in issues]}


def bad(text: str, *, code: str = "invalid", where: str | None = None) -> Problem:
    """A request that cannot be understood."""
    return Problem(400, Issue(code=code, text=text, where=where))


def required(name: str) -> Problem:
    """A parameter that an operation cannot do without."""
    return bad(f"the parameter {name!r} is missing; give it", code="required", where=name)


def unknown(text: str, *, kind: str = "not-found", where: str | None = None) -> Problem:
    """Something that is not here."""
    return Problem(404, Issue(code="not-found", text=text, kind=kind, where=where))

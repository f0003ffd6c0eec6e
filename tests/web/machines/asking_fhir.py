"""Asks /fhir as a client does, and holds every answer against the models of fhir.resources (R4B, as there is no R4)."""

import json
from typing import Any

from django.test import Client
from fhir.resources.R4B import get_fhir_model_class

ICD = "http://hl7.org/fhir/sid/icd-10-cm"


def valid(resource: dict[str, Any]) -> dict[str, Any]:
    """The resource, which raises where it is not one of R4."""
    get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    for each in resource.get("entry", []):
        valid(each["resource"])
    return resource


def ask(path: str, *, status: int = 200, headers: dict[str, str] | None = None, **query: str) -> dict[str, Any]:
    """The resource that a GET gives; names are written with _ for - where Python wants it so."""
    answer = Client().get(f"/fhir/{path}", query, headers=headers)
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"].startswith(("application/fhir+json", "application/json"))
    return valid(json.loads(answer.content))


def send(path: str, *parameters: dict[str, Any], status: int = 200) -> dict[str, Any]:
    """The resource that a POST of a Parameters resource gives."""
    body = valid({"resourceType": "Parameters", "parameter": list(parameters)})
    answer = Client().post(f"/fhir/{path}", json.dumps(body), content_type="application/fhir+json")
    assert answer.status_code == status, answer.content
    return valid(json.loads(answer.content))


def said(parameters: dict[str, Any], name: str) -> Any:
    """The value of a parameter; None where it is not there."""
    values = [
        value
        for each in parameters["parameter"]
        if each["name"] == name
        for key, value in each.items()
        if key != "name"
    ]
    assert len(values) < 2, f"{name} is there {len(values)} times"
    return values[0] if values else None


def parts(parameters: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The parts of each parameter of a name, as a mapping each."""
    return [
        {p["name"]: next(v for k, v in p.items() if k != "name") for p in each["part"]}
        for each in parameters["parameter"]
        if each["name"] == name
    ]


def codes(value_set: dict[str, Any]) -> list[str]:
    """The codes of an expansion."""
    return [each["code"] for each in value_set["expansion"].get("contains", [])]


def told(outcome: dict[str, Any]) -> tuple[str, str]:
    """The code and the text of the first issue of an OperationOutcome."""
    assert outcome["resourceType"] == "OperationOutcome"
    return outcome["issue"][0]["code"], outcome["issue"][0]["details"]["text"]

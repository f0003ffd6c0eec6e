"""Parameters resources as answers: one line a parameter.

Worked example: `parameters(out("result", True), out("display", "Juvenile..."))`. What is None is left out.
"""

from collections.abc import Iterable
from typing import Any

from nosograph.api.fhir.model import Coding, Designation, Json, Property


def out(name: str, value: Any, type_: str = "") -> Json | None:
    """A parameter; text is a string where no other type ("Code", "Uri") is named."""
    if value is None or value == "":
        return None
    if isinstance(value, Coding):
        return {"name": name, "valueCoding": value.json()}
    if isinstance(value, bool):
        return {"name": name, "valueBoolean": value}
    if isinstance(value, int):
        return {"name": name, "valueInteger": value}
    if isinstance(value, dict) and "resourceType" in value:
        return {"name": name, "resource": value}
    return {"name": name, f"value{type_ or 'String'}": value}


def group(name: str, *parts: Json | None) -> Json:
    """A parameter with parts."""
    return {"name": name, "part": [part for part in parts if part is not None]}


def parameters(*given: Json | None) -> Json:
    """A Parameters resource."""
    return {"resourceType": "Parameters", "parameter": [each for each in given if each is not None]}


def properties_out(properties: Iterable[Property]) -> list[Json]:
    """Properties as `$lookup` gives them."""
    found = []
    for each in properties:
        element, value = each.typed()
        found.append(
            group("property", out("code", each.name, "Code"), {"name": "value", element: value},
                  out("description", each.description))
        )  # fmt: skip
    return found


def designations_out(designations: Iterable[Designation]) -> list[Json]:
    """Designations as `$lookup` gives them."""
    return [
        group("designation", out("language", d.language, "Code"), out("use", d.use), out("value", d.value))
        for d in designations
    ]

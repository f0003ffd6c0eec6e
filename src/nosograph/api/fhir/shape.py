"""The shape of resources that come with a request: each element that is read here is of the type that FHIR gives it.

Worked example: a ValueSet whose `compose.include` is a text is refused, with that path; an element that is not read
may be anything. So whatever reads a resource may rely on its types.
Source: the definitions of CodeSystem and ValueSet in FHIR R4.
"""

from typing import Any

from nosograph.api.fhir.model import Json
from nosograph.api.fhir.problem import bad

_DEEPEST = 60
Shape = type | dict[str, Any] | list[Any]

_CODING: Shape = {"system": str, "version": str, "code": str, "display": str}
_DESIGNATION: Shape = {"language": str, "use": _CODING, "value": str}
_VALUES: dict[str, Any] = {
    "valueCode": str, "valueString": str, "valueDateTime": str, "valueBoolean": bool, "valueInteger": int,
    "valueDecimal": float, "valueCoding": _CODING,
}  # fmt: skip
_CONCEPT: dict[str, Any] = {
    "code": str, "display": str, "definition": str, "designation": [_DESIGNATION],
    "property": [{"code": str, **_VALUES}],
}  # fmt: skip
_CONCEPT["concept"] = [_CONCEPT]
_INCLUDE: Shape = {
    "system": str, "version": str, "valueSet": [str], "filter": [{"property": str, "op": str, "value": str}],
    "concept": [{"code": str, "display": str, "designation": [_DESIGNATION]}],
}  # fmt: skip
_VALUE_SET: dict[str, Any] = {
    "resourceType": str, "id": str, "url": str, "version": str, "status": str,
    "compose": {"inactive": bool, "include": [_INCLUDE], "exclude": [_INCLUDE]},
}  # fmt: skip
_VALUE_SET["contained"] = [_VALUE_SET]
_SHAPES: dict[str, Shape] = {
    "CodeSystem": {
        "url": str, "version": str, "name": str, "valueSet": str, "content": str, "caseSensitive": bool,
        "property": [{"code": str, "uri": str, "description": str, "type": str}], "concept": [_CONCEPT],
    },
    "ValueSet": _VALUE_SET,
}  # fmt: skip
_NAMES = {
    str: "a text", bool: "true or false", int: "a whole number", float: "a number", dict: "an object", list: "a list",
}  # fmt: skip


def checked(resource: Json) -> Json:
    """The resource itself. Raises Problem (400), naming the element that is not of its type."""
    kind = resource["resourceType"]
    if kind in _SHAPES:
        _check(resource, _SHAPES[kind], kind, 0)
    return resource


def _check(value: Any, shape: Shape, path: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise bad(f"{path[:80]}... stands too deep; a resource may be {_DEEPEST} levels deep")
    if isinstance(shape, dict):
        _must(value, dict, path)
        for name, inner in shape.items():
            if name in value:
                _check(value[name], inner, f"{path}.{name}", depth + 1)
    elif isinstance(shape, list):
        _must(value, list, path)
        for n, each in enumerate(value):
            _check(each, shape[0], f"{path}[{n}]", depth + 1)
    else:
        _must(value, shape, path)


def _must(value: Any, kind: type, path: str) -> None:
    number = kind in (int, float) and isinstance(value, int if kind is int else (int, float))
    if not (number and not isinstance(value, bool)) and (kind in (int, float) or not isinstance(value, kind)):
        raise bad(f"{path} is not {_NAMES[kind]}", where=path)

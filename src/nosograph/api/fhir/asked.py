"""What an operation was asked with: the parameters of a query, or of a Parameters resource; both read alike.

Worked example: `?code=C93.32&system=...` and `{"resourceType": "Parameters", "parameter": [{"name": "code",
"valueCode": "C93.32"}, ...]}` give the same `text("code")`.
Refused (Problem, 400): a resource that is no Parameters, a parameter of another type than the operation takes, and one
given twice that is taken once.
"""

from collections.abc import Iterable
from typing import Any

from nosograph.api.fhir.model import Coding, Json
from nosograph.api.fhir.problem import bad
from nosograph.api.fhir.shape import checked
from nosograph.icd10cm.spelling import printable

_LARGEST = 2**31 - 1


class Asked:
    """The parameters by name. Where several names are given to a method, they are spellings of one parameter."""

    def __init__(self, given: Iterable[tuple[str, Any]]) -> None:
        self._given: dict[str, list[Any]] = {}
        for name, value in given:
            self._given.setdefault(name, []).append(value)

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def texts(self, *names: str) -> list[str]:
        """Every value of a parameter that may repeat, as text."""
        found = [(n, v) for name in names for n, v in self._all(name)]
        return [_text(name, value) for name, value in found]

    def text(self, *names: str) -> str | None:
        """A text, a code, an address or a date. None where it is absent or empty."""
        value = self._one(names)
        return (_text(names[0], value) or None) if value is not None else None

    def flag(self, *names: str) -> bool | None:
        """True or false; None where it is not said."""
        value = self._one(names)
        if value is None or isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return bool(value == "true")
        raise bad(f"{names[0]} is {printable(str(value))!r}; say true or false", where=names[0])

    def number(self, *names: str) -> int | None:
        """A whole number from 0 on."""
        value = self._one(names)
        if value is None:
            return None
        text = str(value)
        if isinstance(value, bool) or not text.isascii() or not text.isdecimal() or int(text[:12]) > _LARGEST:
            raise bad(f"{names[0]} is {printable(text)!r}; give a whole number from 0 on", where=names[0])
        return int(text)

    def coding(self, *names: str) -> Coding | None:
        """A Coding."""
        value = self._one(names)
        return None if value is None else coding_of(value, names[0])

    def codings(self, *names: str) -> tuple[Coding, ...] | None:
        """The codings of a CodeableConcept."""
        value = self._one(names)
        if value is None:
            return None
        listed = value.get("coding", []) if isinstance(value, dict) else None
        if not isinstance(listed, list):
            raise bad(f"{names[0]} is no CodeableConcept; send it as valueCodeableConcept by POST", where=names[0])
        return tuple(coding_of(each, names[0]) for each in listed)

    def raw(self, name: str) -> Any:
        """A value as it was sent, to be sent back."""
        return self._given[name][0]

    def resources(self, name: str, *types: str) -> list[Json]:
        """Every resource that was sent under a name; those of other types are refused."""
        found = [value for _, value in self._all(name)]
        for value in found:
            if not isinstance(value, dict) or value.get("resourceType") not in types:
                raise bad(f"{name} is no {' or '.join(types)}; send one as a resource, by POST", where=name)
        return [checked(value) for value in found]

    def resource(self, name: str, kind: str) -> Json | None:
        """The one resource of a name."""
        self._one((name,))
        return next(iter(self.resources(name, kind)), None)

    def _all(self, name: str) -> list[tuple[str, Any]]:
        return [(name, value) for value in self._given.get(name, ())]

    def _one(self, names: tuple[str, ...]) -> Any:
        found = [value for name in names for value in self._given.get(name, ())]
        if len(found) > 1:
            raise bad(f"{names[0]} is given {len(found)} times; give it once", where=names[0])
        return found[0] if found else None


def of_resource(resource: Any) -> Asked:
    """The parameters of a Parameters resource."""
    if not isinstance(resource, dict) or resource.get("resourceType") != "Parameters":
        raise bad('the body is no Parameters resource; send {"resourceType": "Parameters", "parameter": [...]}')
    listed = resource.get("parameter", [])
    if not isinstance(listed, list):
        raise bad("Parameters.parameter is no list", where="Parameters.parameter")
    return Asked(_pair(each, n) for n, each in enumerate(listed))


def _pair(each: Any, n: int) -> tuple[str, Any]:
    where = f"Parameters.parameter[{n}]"
    if not isinstance(each, dict) or not isinstance(each.get("name"), str):
        raise bad(f"{where} has no name", where=where)
    held = [name for name in each if name.startswith("value") or name == "resource"]
    if len(held) > 1:
        raise bad(f"{where} has several values", where=where)
    return each["name"], each[held[0]] if held else each.get("part", [])


def coding_of(value: Any, name: str) -> Coding:
    """A Coding from its JSON."""
    if not isinstance(value, dict):
        raise bad(f"{name} is no Coding; send it as valueCoding by POST, or code and system as parameters", where=name)
    parts = {part: value.get(part) or "" for part in ("system", "code", "display", "version")}
    for part, text in parts.items():
        if not isinstance(text, str):
            raise bad(f"{name}.{part} is no text", where=f"{name}.{part}")
    return Coding(**parts)


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise bad(f"{name} is no simple value; send it as text", where=name)
    return str(value).strip()

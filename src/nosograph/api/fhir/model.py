"""The nouns of the terminology service: codings, concepts and what they say of themselves.

A resource of FHIR is JSON, so it is given and taken as such (`Json`); what stands between is one of these.
"""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

CONCEPT_PROPERTIES = "http://hl7.org/fhir/concept-properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A code, the system that it is of, and what it is called; empty where it is not said."""

    system: str = ""
    code: str = ""
    display: str = ""
    version: str = ""

    def json(self) -> Json:
        """As FHIR writes it."""
        parts = {"system": self.system, "version": self.version, "code": self.code, "display": self.display}
        return {name: value for name, value in parts.items() if value}

    def __str__(self) -> str:
        return f"{self.system}#{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What a concept says under one name. A `code` is one of the concept's own system."""

    name: str
    value: str | bool | int | float | Coding
    is_code: bool = False
    description: str | None = None

    def typed(self) -> tuple[str, Any]:
        """The name of the element that holds the value (`valueCode`), and the value as FHIR writes it."""
        if isinstance(self.value, Coding):
            return "valueCoding", self.value.json()
        if isinstance(self.value, bool):
            return "valueBoolean", self.value
        if isinstance(self.value, int):
            return "valueInteger", self.value
        if isinstance(self.value, float):
            return "valueDecimal", self.value
        return ("valueCode" if self.is_code else "valueString"), self.value

    def words(self) -> str:
        """The value as a filter compares it."""
        if isinstance(self.value, Coding):
            return self.value.code
        return str(self.value).lower() if isinstance(self.value, bool) else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """Another name of a concept, and what it is used for."""

    value: str
    language: str | None = None
    use: Coding | None = None

    def json(self) -> Json:
        """As FHIR writes it."""
        use = {"use": self.use.json()} if self.use else {}
        return {**({"language": self.language} if self.language else {}), **use, "value": self.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept as an expansion names it; `number` counts the concepts of its system from 0."""

    number: int
    code: str
    display: str | None
    abstract: bool = False
    inactive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a concept says of itself."""

    definition: str | None
    designations: tuple[Designation, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyKind:
    """A property that the concepts of a system have: its name, what it means, and of which FHIR type it is."""

    name: str
    meaning: str
    type: str
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The number of a concept; `spelled` is its code where the one that was asked for is spelled otherwise."""

    number: int
    spelled: str | None = None
    only_case: bool = False

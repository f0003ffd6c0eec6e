"""A code system that came with the request, as a CodeSystem resource: held in memory, asked like any other.

Worked example: of a CodeSystem with `a` and below it `b`, `SentSystem(resource).below(0)` has both.
Refused (Problem, 400): one without an address, one whose concepts have no codes, and one of over 20,000 concepts.
A code may stand below several: by its place, and by properties `parent` or `subsumedBy`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nosograph.api.fhir.concepts import Mask, nothing, these
from nosograph.api.fhir.model import (
    CONCEPT_PROPERTIES,
    Coding,
    Concept,
    Designation,
    Details,
    Found,
    Json,
    Property,
    PropertyKind,
)  # fmt: skip
from nosograph.api.fhir.problem import bad

MOST = 20_000
_PARENTS = ("parent", "subsumedBy")
_OUT_OF_USE = ("retired", "inactive")


class SentSystem:
    """A CodeSystem resource."""

    def __init__(self, resource: Json) -> None:
        self.resource = resource
        self.uri, self.version = _word(resource, "url"), _word(resource, "version")
        if not self.uri:
            raise bad("a CodeSystem that is sent needs an address; give it a url", where="CodeSystem.url")
        self.name = _word(resource, "name") or self.uri
        self.cased = resource.get("caseSensitive") is not False
        self._concepts: list[Json] = []
        self._parents: list[set[int]] = []
        self._read(resource.get("concept", []), None)
        self.size = len(self._concepts)
        self._numbers = {c["code"]: n for n, c in reversed(list(enumerate(self._concepts)))}
        self._by_case = {code.lower(): n for code, n in self._numbers.items()}
        self._standard = dict(self._uris())
        for n in range(self.size):
            named = [str(p.value) for p in self._own(n) if p.name in _PARENTS]
            self._parents[n] |= {self._numbers[code] for code in named if code in self._numbers}
        self._children: list[list[int]] = [[] for _ in range(self.size)]
        for n, parents in enumerate(self._parents):
            for parent in parents:
                self._children[parent].append(n)
        self.properties: Sequence[PropertyKind] = tuple(
            PropertyKind(name=p["code"], meaning=_word(p, "description"), type=_word(p, "type"), uri=p.get("uri"))
            for p in resource.get("property", []) if isinstance(p, dict) and "code" in p
        )  # fmt: skip

    def _read(self, concepts: Any, parent: int | None) -> None:
        for concept in concepts if isinstance(concepts, list) else ():
            if not isinstance(concept, dict) or not isinstance(concept.get("code"), str):
                raise bad("a concept has no code", where="CodeSystem.concept")
            if len(self._concepts) >= MOST:
                raise bad(f"a CodeSystem that is sent may have {MOST:,} concepts", code="too-costly")
            self._concepts.append(concept)
            self._parents.append(set() if parent is None else {parent})
            self._read(concept.get("concept", []), len(self._concepts) - 1)

    def _uris(self) -> Iterator[tuple[str, str]]:
        """Names of properties that stand for one of the standard ones, as the system declares them."""
        for declared in self.resource.get("property", []):
            uri = str(declared.get("uri", ""))
            if uri.startswith(f"{CONCEPT_PROPERTIES}#"):
                yield str(declared.get("code")), uri.rpartition("#")[2]

    def is_version(self, version: str) -> bool:
        """Its own version, or a beginning of it with an x or * for the rest (`1.0.x`)."""
        asked = version.split(".")
        own = self.version.split(".")
        wild = asked[-1] in ("x", "*")
        return version == self.version or (wild and own[: len(asked) - 1] == asked[:-1])

    def find(self, code: str) -> Found | None:
        """The concept of a code; in any case where the system does not mind it."""
        number = self._numbers.get(code)
        if number is not None:
            return Found(number=number)
        number = None if self.cased else self._by_case.get(code.lower())
        return None if number is None else Found(number=number, spelled=self._concepts[number]["code"], only_case=True)

    def concepts(self, numbers: Sequence[int]) -> list[Concept]:
        """Concepts by their numbers."""
        return [
            Concept(
                number=int(n), code=self._concepts[n]["code"], display=self._concepts[n].get("display"),
                abstract=self._says(n, "notSelectable"), inactive=self._is_inactive(n),
            )
            for n in numbers
        ]  # fmt: skip

    def details(self, number: int) -> Details:
        """All that the resource says of a concept, and what stands above and below it."""
        concept = self._concepts[number]
        kin = [("parent", n) for n in sorted(self._parents[number])] + [("child", n) for n in self._children[number]]
        own = [p for p in self._own(number) if p.name not in ("parent", "child", "inactive")]
        return Details(
            definition=concept.get("definition"),
            designations=self.names(number),
            properties=(
                Property(name="inactive", value=self._is_inactive(number)),
                *(
                    Property(
                        name=name, value=self._concepts[n]["code"], is_code=True,
                        description=self._concepts[n].get("display"),
                    )
                    for name, n in kin
                ),
                *own,
            ),
        )  # fmt: skip

    def names(self, number: int) -> tuple[Designation, ...]:
        """Every designation."""
        return tuple(_designation(d) for d in self._concepts[number].get("designation", []))

    def below(self, number: int) -> Mask:
        """The concept and all below it."""
        return self._walk(number, self._children)

    def above(self, number: int) -> Mask:
        """The concept and all above it."""
        return self._walk(number, self._parents)

    def children(self, number: int) -> Mask:
        """What stands directly below."""
        return these(self.size, self._children[number])

    def childless(self) -> Mask:
        """What nothing stands below."""
        return these(self.size, (n for n in range(self.size) if not self._children[n]))

    def roots(self) -> Mask:
        """What stands below nothing."""
        return these(self.size, (n for n in range(self.size) if not self._parents[n]))

    def active(self) -> Mask:
        """What is in use."""
        return these(self.size, (n for n in range(self.size) if not self._is_inactive(n)))

    def selectable(self) -> Mask:
        """What is not abstract."""
        return these(self.size, (n for n in range(self.size) if not self._says(n, "notSelectable")))

    def codes(self) -> Iterable[tuple[int, str]]:
        """Every number with its code."""
        return ((n, c["code"]) for n, c in enumerate(self._concepts))

    def displays(self) -> Iterable[tuple[int, str]]:
        """Every number with its display."""
        return ((n, str(c.get("display", ""))) for n, c in enumerate(self._concepts))

    def holding(self, name: str) -> Iterable[tuple[str, Mask]]:
        """The values of a property, each with the concepts that have it."""
        found: dict[str, list[int]] = {}
        for n in range(self.size):
            for value in dict.fromkeys(p.words() for p in self._own(n) if p.name == name):
                found.setdefault(value, []).append(n)
        return [(value, these(self.size, numbers)) for value, numbers in found.items()]

    def holding_value(self, name: str, value: str) -> Mask:
        """The concepts that have exactly this value."""
        return dict(self.holding(name)).get(value, nothing(self.size))

    def searched(self, text: str) -> Mask:
        """Those whose code, display or designations hold every word."""
        words = text.lower().split()
        named = ((c["code"], str(c.get("display", "")), *(d.value for d in self.names(n))) for n, c in self._all())
        said = [" ".join(names).lower() for names in named]
        return these(self.size, (n for n, names in enumerate(said) if all(word in names for word in words)))

    def _all(self) -> Iterable[tuple[int, Json]]:
        return enumerate(self._concepts)

    def _walk(self, number: int, onward: Sequence[Iterable[int]]) -> Mask:
        seen, todo = {number}, [number]
        while todo:
            for n in onward[todo.pop()]:
                if n not in seen:
                    seen.add(n)
                    todo.append(n)
        return these(self.size, seen)

    def _own(self, number: int) -> Iterator[Property]:
        for each in self._concepts[number].get("property", []):
            element = next((name for name in each if name.startswith("value")), None)
            if element and "code" in each:
                value = each[element]
                yield Property(
                    name=str(each["code"]), value=_coding(value) if isinstance(value, dict) else value,
                    is_code=element == "valueCode",
                )  # fmt: skip

    def _says(self, number: int, standard: str) -> bool:
        own = ((self._standard.get(p.name, p.name), p.value) for p in self._own(number))
        return any(name == standard and value is True for name, value in own)

    def _is_inactive(self, number: int) -> bool:
        states = [p.value for p in self._own(number) if self._standard.get(p.name, p.name) == "status"]
        return self._says(number, "inactive") or any(state in _OUT_OF_USE for state in states)


def _word(resource: Json, name: str) -> str:
    value = resource.get(name, "")
    return value if isinstance(value, str) else ""


def _coding(value: Json) -> Coding:
    return Coding(**{name: str(value.get(name, "")) for name in ("system", "code", "display", "version")})


def _designation(data: Json) -> Designation:
    use = data.get("use")
    return Designation(
        value=str(data.get("value", "")), language=data.get("language"), use=_coding(use) if use else None
    )

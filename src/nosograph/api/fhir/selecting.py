"""What a value set holds: its `compose` becomes concepts of code systems, in the order in which it names them.

Worked example: an include of `concept is-a C93` and an exclude of the code C93.Z0 give C93 and all below but that one.
The lines of an include are met all at once (its filters, its list of codes, the value sets that it imports); includes
add up; excludes take away. Refused (Problem): a system, value set or filter that is not known, and a set that holds
itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nosograph.api.fhir.concepts import CodeSource, Mask, Numbers, everything, numbers_of, these
from nosograph.api.fhir.filters import chosen
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Designation, Json
from nosograph.api.fhir.problem import Issue, Problem, bad, unknown
from nosograph.icd10cm.spelling import printable

_DEEPEST = 20


@dataclass(slots=True, kw_only=True)
class Part:
    """Concepts of one code system, in order."""

    source: CodeSource
    numbers: Numbers


@dataclass(slots=True, kw_only=True)
class Selection:
    """A value set's concepts; `named` has the displays and designations that the set gives to codes of its own."""

    parts: list[Part] = field(default_factory=list)
    named: dict[tuple[str, int], tuple[str | None, tuple[Designation, ...]]] = field(default_factory=dict)
    sets: list[str] = field(default_factory=list)

    def total(self) -> int:
        """How many concepts there are."""
        return sum(len(part.numbers) for part in self.parts)

    def mask(self, source: CodeSource) -> Mask:
        """Those of one system, as a set."""
        numbers = [part.numbers for part in self.parts if same(part.source, source)]
        return these(source.size, np.concatenate(numbers) if numbers else ())

    def keep(self, source: CodeSource, mask: Mask) -> None:
        """Of a system only these."""
        for part in self.parts:
            if same(part.source, source):
                part.numbers = part.numbers[mask[part.numbers]]

    def sources(self) -> list[CodeSource]:
        """The code systems, each once."""
        found: list[CodeSource] = []
        for part in self.parts:
            if not any(same(part.source, other) for other in found):
                found.append(part.source)
        return found

    def add(self, source: CodeSource, numbers: Numbers) -> None:
        """Those that are not in yet."""
        held = self.mask(source)
        new = numbers[~held[numbers]]
        self.parts.append(Part(source=source, numbers=new))


def same(one: CodeSource, other: CodeSource) -> bool:
    """Whether two are the same version of the same system."""
    return (one.uri, one.version) == (other.uri, other.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What a request says about versions: by system, those taken where a set names none, and those taken always."""

    usual: dict[str, str] = field(default_factory=dict)
    forced: dict[str, str] = field(default_factory=dict)
    checked: dict[str, str] = field(default_factory=dict)


def selected(
    value_set: Json, library: Library, versions: Versions | None = None, within: Sequence[str] = ()
) -> Selection:
    """The concepts of a value set; `within` names the sets that import it."""
    url = str(value_set.get("url", ""))
    if (url and url in within) or len(within) > _DEEPEST:
        chain = " -> ".join([*within, url])
        text = f"Cyclic reference detected when including {printable(chain, longest=300)}"
        raise Problem(422, Issue(code="processing", kind="vs-invalid", text=text))
    compose = value_set.get("compose")
    if not isinstance(compose, dict) or not _listed(compose.get("include")):
        raise bad("the value set has no compose.include; say what it holds", where="ValueSet.compose.include")
    reader = _Reader(value_set, library, versions or Versions(), (*within, url) if url else tuple(within))
    for n, include in enumerate(_listed(compose["include"])):
        for source, numbers in reader.read(include, f"ValueSet.compose.include[{n}]"):
            reader.into.add(source, numbers)
    for n, exclude in enumerate(_listed(compose.get("exclude"))):
        for source, numbers in reader.read(exclude, f"ValueSet.compose.exclude[{n}]"):
            reader.into.keep(source, ~these(source.size, numbers))
    if compose.get("inactive") is False:
        for source in reader.into.sources():
            reader.into.keep(source, source.active())
    return reader.into


class _Reader:
    """Reads the includes of one value set."""

    def __init__(self, value_set: Json, library: Library, versions: Versions, within: Sequence[str]) -> None:
        self._set, self._library, self._versions, self._within = value_set, library, versions, within
        self.into = Selection()

    def read(self, include: Any, where: str) -> Iterator[tuple[CodeSource, Numbers]]:
        """The concepts of an include, system by system."""
        if not isinstance(include, dict):
            raise bad(f"{where} is no object", where=where)
        imported = [self._import(str(url), where) for url in _listed(include.get("valueSet"))]
        if "system" not in include:
            yield from self._met(imported, where)
            return
        source = self._source(include, where)
        numbers = self._of_system(source, include, where)
        for other in imported:
            numbers = numbers[other.mask(source)[numbers]]
        yield source, numbers

    def _met(self, imported: list[Selection], where: str) -> Iterator[tuple[CodeSource, Numbers]]:
        if not imported:
            raise bad(f"{where} has neither a system nor a value set", where=where)
        for source in imported[0].sources():
            numbers = np.concatenate([p.numbers for p in imported[0].parts if same(p.source, source)])
            for other in imported[1:]:
                numbers = numbers[other.mask(source)[numbers]]
            yield source, numbers

    def _import(self, url: str, where: str) -> Selection:
        found = self._contained(url) if url.startswith("#") else self._library.value_set(url)
        if found is None:
            text = f"Unable to find included value set '{printable(url, longest=300)}'"
            raise unknown(text, where=f"{where}.valueSet")
        self.into.sets.append("|".join(str(found[k]) for k in ("url", "version") if k in found))
        imported = selected(found, self._library, self._versions, self._within)
        self.into.sets += imported.sets
        self.into.named = {**imported.named, **self.into.named}
        return imported

    def _contained(self, reference: str) -> Json | None:
        listed = _listed(self._set.get("contained"))
        found = [r for r in listed if isinstance(r, dict) and r.get("id") == reference[1:]]
        inner = next((r for r in found if r.get("resourceType") == "ValueSet"), None)
        return {**inner, "url": inner.get("url", reference), "contained": listed} if inner else None

    def _source(self, include: Json, where: str) -> CodeSource:
        uri, named = str(include["system"]), str(include.get("version", ""))
        checked = self._versions.checked.get(uri)
        version = self._versions.forced.get(uri) or named or self._versions.usual.get(uri, "") or checked or ""
        source = self._library.system(uri, version)
        if source is None:
            named_version = f" version '{printable(version)}'" if version and any(self._library.systems(uri)) else ""
            text = (
                f"A definition for CodeSystem '{printable(uri, longest=300)}'{named_version} could not be found, "
                "so the value set cannot be expanded"
            )
            raise unknown(text, where=f"{where}.system")
        if checked and not source.is_version(checked):
            text = (
                f"The version '{source.version}' of {uri} is in use, and '{printable(checked)}' was to be checked for"
            )
            raise Problem(422, Issue(code="exception", kind="vs-invalid", text=text, where=f"{where}.version"))
        return source

    def _of_system(self, source: CodeSource, include: Json, where: str) -> Numbers:
        mask = everything(source.size)
        for n, each in enumerate(_listed(include.get("filter"))):
            place = f"{where}.filter[{n}]"
            if not isinstance(each, dict):
                raise bad(f"{place} is no object", where=place)
            parts = [str(each.get(part, "")) for part in ("property", "op", "value")]
            mask = mask & chosen(source, parts[0], parts[1], parts[2], place)
        if "concept" not in include:
            return numbers_of(mask)
        listed = list(self._enumerated(source, _listed(include["concept"]), where))
        numbers = np.fromiter(dict.fromkeys(listed), dtype=np.int64)
        return numbers[mask[numbers]]

    def _enumerated(self, source: CodeSource, concepts: Iterable[Any], where: str) -> Iterator[int]:
        """The numbers of the codes of a list; codes that the system does not have are left out, as others do."""
        for n, each in enumerate(concepts):
            if not isinstance(each, dict) or not isinstance(each.get("code"), str):
                raise bad(f"{where}.concept[{n}] has no code", where=f"{where}.concept[{n}]")
            found = source.find(each["code"])
            if found is None:
                continue
            others = tuple(
                Designation(value=str(d.get("value", "")), language=d.get("language"))
                for d in _listed(each.get("designation")) if isinstance(d, dict)
            )  # fmt: skip
            if each.get("display") or others:
                self.into.named[source.uri, found.number] = each.get("display"), others
            yield found.number


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
